/**
 * Where an answer is kept on this device: localStorage, under `<course>/<exercise id>/<version>`.
 *
 * The version is a hash of the exercise's text, so an answer to an earlier edition is never taken for an
 * answer to this one. Nothing is overwritten that another tab wrote meanwhile, and no failure is thrown:
 * each call says how it went.
 */

/**
 * What is kept about one exercise.
 * @typedef {object} Saved
 * @property {any} answer
 * @property {Record<string, any>} memory what the view wants to remember beside the answer
 * @property {number} hints how many are open
 * @property {number} checks how often Check was pressed
 * @property {import("../types").Grade | null} result of the last check
 * @property {any} checked the answer that the result is about
 * @property {string[] | null} before criteria met in the check before the last; null when there was none
 * @property {string[]} shows ids of the misconceptions that the last check recognised
 * @property {boolean} revealed whether the two good answers were opened
 * @property {string[]} declined earlier editions that were offered and left
 * @property {string} saved when, ISO 8601
 */
/** @typedef {"saved" | "full" | "forbidden" | "newer"} Outcome */
/** @typedef {{version: string, saved: Saved}} Edition */
/**
 * @typedef {object} Store
 * @property {() => Saved | null} read
 * @property {(saved: Saved, overwrite?: boolean) => Outcome} write refuses with "newer" when another tab has written since the last read
 * @property {() => boolean} setAside keeps a copy of what cannot be read; until that succeeds, nothing takes its place
 * @property {() => Edition[]} editions answers to other editions of the exercise, newest first
 * @property {(changed: () => void) => () => void} watch tells when another tab has written; returns how to stop
 */

/** How the keys of the notes of a course begin; the name of the note follows. @param {string} course */
export const notesOf = (course) => `note/${course}/`;

/** What begins so is a copy of something that could not be read: `unreadable/<key>`, a second one `unreadable/<key>~2`. */
export const ASIDE = "unreadable/";

/**
 * @param {string} course
 * @param {string} exercise
 * @param {string} version
 * @returns {Store}
 */
export function deviceStore(course, exercise, version) {
  const family = `${course}/${exercise}/`;
  const key = family + version;
  /** @type {string | null} the text last read or written here */
  let known = null;
  /** Whether what stands there cannot be read and has no copy yet. */
  let isOnly = false;

  return {
    read() {
      known = readText(key);
      const saved = parse(known);
      isOnly = false;
      if (known !== null && !saved) this.setAside();
      return saved;
    },
    setAside() {
      const copies = `${ASIDE}${key}`;
      let copy = copies;
      for (let number = 2; ![null, known].includes(readText(copy)); number += 1) copy = `${copies}~${number}`;
      isOnly = !writeText(copy, known ?? "");
      return !isOnly;
    },
    write(saved, overwrite = false) {
      try {
        if (!overwrite && localStorage.getItem(key) !== known) return "newer";
        if (isOnly && !this.setAside()) return "full";
        const text = JSON.stringify(saved);
        localStorage.setItem(key, text);
        known = text;
        return "saved";
      } catch (error) {
        return isFull(error) ? "full" : "forbidden";
      }
    },
    editions() {
      return newestFirst(family)
        .filter(({ name }) => name !== key)
        .map(({ name, saved }) => ({ version: name.slice(family.length), saved }));
    },
    watch(changed) {
      const listen = (/** @type {StorageEvent} */ event) => {
        if (event.key === key && event.newValue !== known) changed();
      };
      addEventListener("storage", listen);
      return () => removeEventListener("storage", listen);
    },
  };
}

/**
 * What the person did elsewhere in the course, for exercises that build on it.
 * @typedef {object} Earlier
 * @property {(exercise: string) => any} answer the newest answer to another exercise, or null
 * @property {(start: string) => any[]} answers the answers to all exercises whose id begins so, newest first
 * @property {(exercise: string) => Record<string, any>} memory what the view of another exercise remembers beside its newest answer
 * @property {(name: string) => string} note what stands in a note box, or empty text
 */

/**
 * @param {string} course
 * @returns {Earlier}
 */
export function earlierWork(course) {
  return {
    answer: (exercise) => newestFirst(`${course}/${exercise}/`)[0]?.saved.answer ?? null,
    answers: (start) => newestFirst(`${course}/${start}`).map(({ saved }) => saved.answer),
    memory: (exercise) => newestFirst(`${course}/${exercise}/`)[0]?.saved.memory ?? {},
    note: (name) => readText(notesOf(course) + name) ?? "",
  };
}

/**
 * A store that keeps nothing beyond the page: for Jupyter, where the notebook's traits hold the answer.
 * @returns {Store}
 */
export function passingStore() {
  return { read: () => null, write: () => "saved", setAside: () => true, editions: () => [], watch: () => () => {} };
}

/**
 * Removes everything that the course keeps on this device.
 * @param {string} course
 */
export function deleteEverything(course) {
  const starts = [`${course}/`, notesOf(course), `${ASIDE}${course}/`];
  const ours = keys().filter((key) => starts.some((start) => key.startsWith(start)));
  for (const key of [...ours, "mode", "language"]) removeText(key);
}

/** The name under which `canKeep` tries: what happens to it is no news for other tabs. */
export const TRIAL = "room";

/** @returns {boolean} whether this browser lets the page keep anything */
export function canKeep() {
  return writeText(TRIAL, "") && removeText(TRIAL);
}

/**
 * @param {string} start such as `notesOf(course)`
 * @returns {string[]} the keys of what is kept, in a steady order
 */
export function keptKeys(start) {
  return keys().filter((key) => key.startsWith(start)).sort();
}

/**
 * What is kept under names that begin so, the newest first.
 * @param {string} start
 * @returns {{name: string, saved: Saved}[]}
 */
function newestFirst(start) {
  return keys()
    .filter((name) => name.startsWith(start))
    .flatMap((name) => {
      const saved = parse(readText(name));
      return saved ? [{ name, saved }] : [];
    })
    .sort((one, other) => (one.saved.saved < other.saved.saved ? 1 : -1));
}

/** @returns {string[]} */
function keys() {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

/**
 * @param {string} key
 * @returns {string | null}
 */
export function readText(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // forbidden, as in some private windows: writing will say so
  }
}

/**
 * @param {string} key
 * @param {string} text
 * @returns {boolean} whether the device keeps it
 */
export function writeText(key, text) {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} key
 * @returns {boolean} whether it could be removed, or was not there
 */
function removeText(key) {
  try {
    localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string | null} text
 * @returns {Saved | null} null when there is nothing, or nothing that can be read
 */
function parse(text) {
  try {
    const saved = JSON.parse(text ?? "null");
    return typeof saved === "object" && saved !== null && "answer" in saved ? { ...fresh(null), ...saved } : null;
  } catch {
    return null;
  }
}

/**
 * What is kept about an exercise that nobody has started.
 * @param {any} answer
 * @returns {Saved}
 */
export function fresh(answer) {
  return {
    answer, memory: {}, hints: 0, checks: 0, result: null, checked: null, before: null, shows: [], revealed: false, declined: [], saved: "",
  };
}

/**
 * @param {unknown} error
 * @returns {boolean}
 */
export function isFull(error) {
  return error instanceof DOMException && (error.name === "QuotaExceededError" || error.name === "NS_ERROR_DOM_QUOTA_REACHED");
}
