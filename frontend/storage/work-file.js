import { prepare } from "../core/index.js";
import { MAX_NOTE_LENGTH, mergedNote } from "./notes.js";
import { ASIDE, deviceStore, fresh, keptKeys, notesOf, readText, writeText } from "./storage.js";
import { FORMAT as FORMAT_OF_ONE } from "./transfer.js";

/**
 * Everything a person did in the course as one file, and back: nothing on the device is lost by an import.
 *
 * The file leaves out what can be worked out again, such as grades, so that a whole course stays small.
 */

/** @typedef {import("../types").Exercise} Exercise */
/** @typedef {import("./storage.js").Saved} Saved */
/** @typedef {{exercise: string, version: string, answer: any, saved: string, checked?: any, [detail: string]: any}} Entry */
/** @typedef {Record<string, string>} Texts */
/** @typedef {{course: string, format: number, work: Entry[], notes: Texts, unreadable?: Texts}} WorkFile */
/**
 * How an import went, in counts, and by name what was left out.
 * @typedef {object} Outcome
 * @property {number} taken new on this device, or newer than what was here
 * @property {number} kept the device's own was newer or the same
 * @property {number} both two different answers: the newer one stands, the other is offered in its exercise
 * @property {{exercise: string, reason: string, values?: Record<string, string | number>}[]} refused `reason` is the id of a text
 * @property {string[]} longNotes notes of this device that would become too long with those of the file
 * @property {boolean} full whether the device ran out of room before the end
 */

export const FORMAT = 2;
/** A whole course takes less than a tenth of this. */
export const MAX_FILE_SIZE = 500_000;
const MAX_ENTRIES = 500;
/** Characters of what could not be read that a file takes along, so that it stays small enough to be read. */
const MAX_UNREADABLE = 100_000;
/** What goes along beside an answer. What was `declined` does not: it names what stands on this one device. */
const DETAILS = ["memory", "hints", "checks", "revealed", "before", "shows"];

/**
 * @param {string} course
 * @returns {WorkFile}
 */
export function workFile(course) {
  const work = keptKeys(`${course}/`).flatMap((key) => {
    const [, exercise, version] = key.split("/");
    const saved = deviceStore(course, exercise, version).read();
    return saved ? [shortened(exercise, version, saved)] : [];
  });
  const start = notesOf(course);
  const notes = keptKeys(start).map((key) => [key.slice(start.length), readText(key) ?? ""]);
  const file = { course, format: FORMAT, work, notes: Object.fromEntries(notes) };
  const aside = unreadable(course);
  return aside.length > 0 ? { ...file, unreadable: Object.fromEntries(aside) } : file;
}

/**
 * What was set aside because it could not be read, for someone who can make something of it: no import looks at it.
 * @param {string} course
 * @returns {[string, string][]} where each stood, and its text
 */
export function unreadable(course) {
  let room = MAX_UNREADABLE;
  return keptKeys(`${ASIDE}${course}/`).flatMap((key) => {
    const text = readText(key) ?? "";
    if (text.length > room) return [];
    room -= text.length;
    return [/** @type {[string, string]} */ ([key.slice(ASIDE.length), text])];
  });
}

/**
 * @param {string} exercise
 * @param {string} version
 * @param {Saved} saved
 * @returns {Entry}
 */
function shortened(exercise, version, saved) {
  const usual = /** @type {Record<string, any>} */ (fresh(null));
  const kept = /** @type {Record<string, any>} */ (saved);
  const told = DETAILS.filter((name) => JSON.stringify(kept[name]) !== JSON.stringify(usual[name]));
  const stale = saved.result !== null && JSON.stringify(saved.checked) !== JSON.stringify(saved.answer);
  return {
    exercise, version, answer: saved.answer, saved: saved.saved,
    ...Object.fromEntries(told.map((name) => [name, kept[name]])), ...(stale && { checked: saved.checked }),
  };
}

/**
 * Reads a file of whatever content.
 * @param {string} text
 * @param {string} course
 * @returns {WorkFile | {message: string}} the id of a plain message when it is no file of this course
 */
export function readWorkFile(text, course) {
  let content;
  try {
    content = JSON.parse(text);
  } catch {
    return { message: "work.damaged" };
  }
  if (typeof content !== "object" || content === null || !Object.hasOwn(content, "course")) return { message: "work.not-work" };
  if (content.course !== course) return { message: "work.other-course" };
  if (content.format === FORMAT_OF_ONE && Object.hasOwn(content, "answer")) {
    content = { ...content, format: FORMAT, work: [content], notes: {} }; // one exercise, as its own page exports it
  }
  if (content.format !== FORMAT) return { message: "work.other-format" };
  if (!Array.isArray(content.work) || content.work.length > MAX_ENTRIES) return { message: "work.not-work" };
  return content;
}

/**
 * Brings the content of a file to this device.
 * @param {WorkFile} file
 * @param {Exercise[]} exercises of this edition of the course
 * @param {Record<string, string>} [questions] what each note is about, to name it by
 * @returns {Outcome}
 */
export function bringIn(file, exercises, questions = {}) {
  /** @type {Outcome} */
  const outcome = { taken: 0, kept: 0, both: 0, refused: [], longNotes: [], full: false };
  for (const entry of file.work) {
    const read = readEntry(entry, exercises);
    if ("reason" in read) outcome.refused.push(read);
    else if (!keepEntry(file.course, read, outcome)) return { ...outcome, full: true };
  }
  const notes = typeof file.notes === "object" && file.notes !== null ? Object.entries(file.notes) : [];
  for (const [name, text] of notes.slice(0, MAX_ENTRIES)) {
    if (!/^[a-z0-9-]{1,60}$/.test(name) || typeof text !== "string" || text.trim() === "") continue;
    const key = notesOf(file.course) + name;
    const mine = readText(key) ?? "";
    const both = mergedNote(mine, text);
    if (both === mine) continue;
    if (both.length > MAX_NOTE_LENGTH) outcome.longNotes.push(Object.hasOwn(questions, name) ? questions[name] : name);
    else if (!writeText(key, both)) return { ...outcome, full: true };
  }
  return outcome;
}

/**
 * @param {any} entry from a file
 * @param {Exercise[]} exercises
 * @returns {{exercise: string, version: string, saved: Saved} | Outcome["refused"][number]}
 */
function readEntry(entry, exercises) {
  const name = typeof entry?.exercise === "string" ? entry.exercise.slice(0, 60) : "?";
  const edition = typeof entry?.version === "string" ? entry.version : "";
  const isNamed = /^[a-z0-9-]{1,60}$/.test(name) && /^[0-9a-f]{8}(\+\d{1,3})?$/.test(edition);
  if (!isNamed || typeof entry.answer !== "object" || entry.answer === null) return { exercise: name, reason: "work.unreadable" };
  const usual = /** @type {Record<string, any>} */ (fresh(null));
  const told = DETAILS.filter((detail) => Object.hasOwn(entry, detail) && sameShape(entry[detail], usual[detail]));
  /** @type {any} */
  const saved = {
    ...usual,
    ...Object.fromEntries(told.map((detail) => [detail, entry[detail]])),
    answer: entry.answer,
    saved: asTime(entry.saved),
  };
  const exercise = exercises.find(({ id }) => id === name);
  if (exercise && exercise.version === edition.split("+")[0]) {
    const { grade } = prepare(exercise);
    const result = grade(saved.answer);
    if ("error" in result) return { exercise: exercise.title, reason: `refused.${result.error.id}`, values: result.error.details };
    const checked = Object.hasOwn(entry, "checked") ? grade(entry.checked) : result;
    if (saved.checks > 0 && !("error" in checked)) Object.assign(saved, { result: checked, checked: entry.checked ?? saved.answer });
  }
  return { exercise: name, version: edition.split("+")[0], saved };
}

/** @param {unknown} value @param {unknown} example */
function sameShape(value, example) {
  if (example === null) return value === null || Array.isArray(value);
  if (Array.isArray(example)) return Array.isArray(value) && value.every((item) => typeof item === "string");
  if (typeof example === "number") return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < 1e6;
  return typeof value === typeof example && value !== null && !Array.isArray(value);
}

/** A time that a file states, never later than now, so that no file is newest for ever. @param {unknown} text */
function asTime(text) {
  const now = new Date().toISOString();
  const given = typeof text === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? text : "";
  return given < now ? given : now;
}

/**
 * @param {string} course
 * @param {{exercise: string, version: string, saved: Saved}} entry
 * @param {Outcome} outcome counted on
 * @returns {boolean} whether there was room
 */
function keepEntry(course, { exercise, version, saved }, outcome) {
  const store = deviceStore(course, exercise, version);
  const mine = store.read();
  if (!mine) {
    outcome.taken += 1;
    return store.write(saved) === "saved";
  }
  const isNewer = saved.saved > mine.saved;
  saved.declined = mine.declined;
  if (JSON.stringify(mine.answer) === JSON.stringify(saved.answer)) {
    outcome[isNewer ? "taken" : "kept"] += 1;
    return !isNewer || store.write(saved) === "saved";
  }
  if (store.editions().some((edition) => JSON.stringify(edition.saved.answer) === JSON.stringify(saved.answer))) {
    outcome.kept += 1; // it was brought in before
    return true;
  }
  outcome.both += 1;
  const [first, second] = isNewer ? [saved, mine] : [mine, saved];
  const aside = deviceStore(course, exercise, freeVersion(course, exercise, version));
  return aside.write(second, true) === "saved" && (first === mine || store.write(first) === "saved");
}

/** @param {string} course @param {string} exercise @param {string} version */
function freeVersion(course, exercise, version) {
  let number = 2;
  while (readText(`${course}/${exercise}/${version}+${number}`) !== null) number += 1;
  return `${version}+${number}`;
}
