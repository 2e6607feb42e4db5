import { AnswerError, quote } from "./errors.js";

/**
 * Readers for answers that come from anywhere: a file, another device, a person with a text editor.
 * Each returns the value in its plain form or throws an AnswerError that says what to change.
 */

/** The most entries a list of an answer may have: far above any real answer, far below what slows a phone. */
const MAX_LIST_LENGTH = 500;

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Checks that an answer is an object with exactly these top-level fields.
 * @param {unknown} answer
 * @param {string[]} fields
 * @returns {Record<string, unknown>}
 */
export function readFields(answer, fields) {
  if (!isObject(answer)) throw new AnswerError("not-an-object", { fields: fields.join(", ") });
  for (const field of fields) {
    if (!Object.hasOwn(answer, field)) throw new AnswerError("missing-field", { field });
  }
  for (const field of Object.keys(answer)) {
    if (!fields.includes(field)) throw new AnswerError("extra-field", { field: quote(field).slice(1, -1) });
  }
  return answer;
}

/**
 * @param {unknown} value
 * @param {string} field where it stands, for the message
 * @returns {unknown[]}
 */
export function readList(value, field) {
  if (!Array.isArray(value)) throw new AnswerError("not-a-list", { field });
  if (value.length > MAX_LIST_LENGTH) throw new AnswerError("list-too-long", { field, limit: MAX_LIST_LENGTH });
  return value;
}

/**
 * @param {unknown} value
 * @param {string} field where it stands, for the message
 * @param {string[]} known the ids that may stand there
 * @returns {string}
 */
export function readId(value, field, known) {
  if (typeof value !== "string") throw new AnswerError("not-an-id", { field, found: quote(value) });
  if (!known.includes(value)) {
    throw new AnswerError("unknown-id", { field, found: quote(value), known: known.join(", ") });
  }
  return value;
}

/**
 * Reads a choice that may still be open: null means that nothing was chosen yet.
 * @param {unknown} value
 * @param {string} field where it stands, for the message
 * @param {string[]} known the ids that may stand there
 * @returns {string | null}
 */
export function readChoice(value, field, known) {
  return value === null ? null : readId(value, field, known);
}

/**
 * Reads a list of ids in which order and repetition mean nothing.
 * @param {unknown} value
 * @param {string} field where it stands, for the message
 * @param {string[]} known the ids that may stand there
 * @returns {string[]} each id once
 */
export function readIds(value, field, known) {
  return [...new Set(readList(value, field).map((id) => readId(id, field, known)))];
}

/**
 * @param {unknown} value
 * @param {string} field where it stands, for the message
 * @returns {boolean}
 */
export function readBoolean(value, field) {
  if (typeof value !== "boolean") throw new AnswerError("not-true-or-false", { field, found: quote(value) });
  return value;
}

/**
 * Reads an object with an entry for each of some known ids; an entry that is missing is not answered yet.
 * @template T
 * @param {unknown} value
 * @param {string} field where it stands, for the message
 * @param {string[]} known
 * @param {(entry: unknown, field: string, id: string) => T} readEntry
 * @returns {Record<string, T>} only the entries that are there
 */
export function readMap(value, field, known, readEntry) {
  if (!isObject(value)) throw new AnswerError("not-a-map", { field });
  const unknown = Object.keys(value).find((id) => !known.includes(id));
  if (unknown !== undefined) throw new AnswerError("unknown-id", { field, found: quote(unknown), known: known.join(", ") });
  const given = known.filter((id) => Object.hasOwn(value, id));
  return Object.fromEntries(given.map((id) => [id, readEntry(value[id], `${field}, ${id}`, id)]));
}

/**
 * Reads an object that must have exactly these keys, such as a row of a plan.
 * @param {unknown} value
 * @param {string} field where it stands, for the message, such as "Row 3"
 * @param {string[]} keys
 * @returns {Record<string, unknown>}
 */
export function readRow(value, field, keys) {
  if (!isObject(value)) throw new AnswerError("not-a-row", { field, keys: keys.join(", ") });
  const missing = keys.find((key) => !Object.hasOwn(value, key));
  if (missing !== undefined) throw new AnswerError("missing-field", { field: `${field}, ${missing}` });
  const extra = Object.keys(value).find((key) => !keys.includes(key));
  if (extra !== undefined) throw new AnswerError("extra-field", { field: `${field}, ${quote(extra).slice(1, -1)}` });
  return value;
}

/**
 * Reads a number that may still be open: null means that none was given yet.
 * @param {unknown} value
 * @param {string} field where it stands, for the message
 * @returns {number | null}
 */
export function readNumber(value, field) {
  if (value === null) return null;
  if (typeof value !== "number" || !Number.isFinite(value)) throw new AnswerError("not-a-number", { field, found: quote(value) });
  return value;
}

/**
 * Reads a whole number that may still be open; 12.0 is 12.
 * @param {unknown} value
 * @param {string} field where it stands, for the message
 * @returns {number | null}
 */
export function readWhole(value, field) {
  const number = readNumber(value, field);
  if (number !== null && !Number.isSafeInteger(number)) throw new AnswerError("not-a-whole-number", { field, found: quote(value) });
  return number;
}

/**
 * @param {unknown} value
 * @param {string} field where it stands, for the message
 * @param {number} [limit] characters
 * @returns {string}
 */
export function readText(value, field, limit = 5000) {
  if (typeof value !== "string") throw new AnswerError("not-text", { field, found: quote(value) });
  if (value.length > limit) throw new AnswerError("text-too-long", { field, limit });
  return value;
}
