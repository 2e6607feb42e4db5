import { AnswerError, quote } from "../../core/errors.js";
import { idsOf } from "../../core/ids.js";
import { isObject, readBoolean, readChoice, readFields, readId, readIds, readList, readMap, readWhole } from "../../core/read.js";

/**
 * The answer to a designer exercise: which fields it has, and how an answer from anywhere is read.
 *
 * A repair opens on a design that stands in the setting (`start`): that is the answer of someone who has not started.
 */

/** What a tie can carry in some exercise of the course; where an exercise does not ask, an answer may still say it. */
const PAYLOADS = ["practice_note", "test_result", "priority_issue", "recommendation", "data", "funding"];

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {{from: string, to: string, both: boolean, purpose: string | null, payload: string | null}} DrawnTie */
/** @typedef {{leads: string[], support: string[]}} Share who leads a function and who supports it */
/**
 * @typedef {object} ReadDesign the design that an answer holds, every field read
 * @property {string[]} actors
 * @property {DrawnTie[]} ties
 * @property {string | null} convener
 * @property {string | null} objective
 * @property {Record<string, Share>} functions only those that the answer names
 * @property {number | null} meetWeeks
 */

/**
 * @param {Exercise} exercise
 * @returns {Record<string, any>}
 */
export function empty({ setting }) {
  if (setting.start) return setting.start;
  return {
    actors: [],
    ties: [],
    ...(setting.convener && { convener: null }),
    ...(setting.objectives.length > 0 && { objective: null }),
    ...(setting.functions && { functions: Object.fromEntries(idsOf(setting.functions).map((id) => [id, { lead: null, support: [] }])) }),
    ...(setting.meet_weeks && { meet_weeks: null }),
  };
}

/**
 * @param {unknown} answer
 * @param {Exercise} exercise
 * @returns {ReadDesign}
 */
export function read(answer, { setting }) {
  const asked = [
    "actors", "ties", setting.convener && "convener", setting.objectives.length > 0 && "objective",
    setting.functions && "functions", setting.meet_weeks && "meet_weeks",
  ];
  const fields = readFields(answer, asked.filter(Boolean));
  const palette = idsOf(setting.palette);
  const actors = readIds(fields.actors, "actors", palette);
  return {
    actors,
    ties: readList(fields.ties, "ties").map((tie, index) => readTie(tie, `Tie ${index + 1}`, actors, palette, setting)),
    convener: setting.convener ? readChoice(fields.convener, "convener", palette) : null,
    objective: setting.objectives.length > 0 ? readChoice(fields.objective, "objective", idsOf(setting.objectives)) : null,
    functions: setting.functions
      ? readMap(fields.functions, "functions", idsOf(setting.functions), (share, place) => readShare(share, place, palette))
      : {},
    meetWeeks: setting.meet_weeks ? readWhole(fields.meet_weeks, "meet_weeks") : null,
  };
}

/**
 * @param {unknown} tie
 * @param {string} place such as "Tie 3"
 * @param {string[]} actors those placed
 * @param {string[]} palette
 * @param {Record<string, any>} setting
 * @returns {DrawnTie}
 */
function readTie(tie, place, actors, palette, setting) {
  if (!isObject(tie)) throw new AnswerError("not-a-tie", { field: place });
  const known = ["from", "to", "both", "purpose", "payload"];
  const extra = Object.keys(tie).find((key) => !known.includes(key));
  if (extra !== undefined) throw new AnswerError("extra-field", { field: `${place}, ${quote(extra).slice(1, -1)}` });
  const [from, to] = ["from", "to"].map((end) => {
    const id = readId(tie[end], `${place}, ${end}`, palette);
    if (!actors.includes(id)) throw new AnswerError("end-not-placed", { field: place, found: quote(id) });
    return id;
  });
  if (from === to) throw new AnswerError("tie-to-itself", { field: place, found: quote(from) });
  return {
    from,
    to,
    both: readBoolean(tie.both, `${place}, both`),
    purpose: readChoice(tie.purpose, `${place}, purpose`, setting.purposes),
    payload: readChoice(tie.payload ?? null, `${place}, payload`, setting.payloads.length > 0 ? setting.payloads : PAYLOADS),
  };
}

/**
 * Who leads a function and who supports it. The lead is one actor, a list of them, or open; a share that leaves
 * one of the two out has nobody there yet.
 * @param {unknown} share
 * @param {string} place such as "functions, f_data"
 * @param {string[]} palette
 * @returns {Share}
 */
function readShare(share, place, palette) {
  if (share === null) return { leads: [], support: [] };
  if (!isObject(share)) throw new AnswerError("not-a-row", { field: place, keys: "lead, support" });
  const extra = Object.keys(share).find((key) => !["lead", "support"].includes(key));
  if (extra !== undefined) throw new AnswerError("extra-field", { field: `${place}, ${quote(extra).slice(1, -1)}` });
  const { lead = null, support } = share;
  const leads = lead === null ? [] : typeof lead === "string" ? [lead] : lead;
  return { leads: readIds(leads, `${place}, lead`, palette), support: readIds(support ?? [], `${place}, support`, palette) };
}
