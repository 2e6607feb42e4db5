import { AnswerError, quote } from "./errors.js";

/**
 * Readers for answers that come from anywhere: a file, another device, a person with a text editor.
 * Each returns the value in its plain form or throws an AnswerError that says what to change.
 */

/** The most entries a list of an answer may have: far above any real answer, far below what slows a phone. */
const LONGEST_LIST = 500;

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
  if (value.length > LONGEST_LIST) throw new AnswerError("list-too-long", { field, limit: LONGEST_LIST });
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
