import { refusals } from "virtual:refusals";

/**
 * An answer that cannot be read. `id` is a key of locales/en.json, where the sentence stands with `{name}` for what
 * `details` fills in. A page has the sentence among its texts, as `refused.<id>`, in the reader's language.
 */
export class AnswerError extends Error {
  /**
   * @param {keyof typeof import("./locales/en.json")} id
   * @param {Record<string, string | number>} details
   */
  constructor(id, details) {
    super((refusals[id] ?? id).replace(/\{(\w+)\}/g, (_, name) => String(details[name])));
    this.id = id;
    this.details = details;
  }
}

/** A criterion that cannot be used; `place` shows the expression with a caret under the fault. */
export class CriterionError extends Error {
  /**
   * @param {string} reason
   * @param {string} place
   */
  constructor(reason, place) {
    super(reason);
    this.place = place;
  }
}

const MAX_QUOTE_LENGTH = 40;

/**
 * Shows an untrusted value inside a sentence: short, on one line, never the whole of it.
 * @param {unknown} value
 * @returns {string}
 */
export function quote(value) {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  if (typeof value !== "string") return String(value);
  // Cut first: half of a pair of surrogates that the cut leaves behind is then replaced as well.
  const start = value.slice(0, MAX_QUOTE_LENGTH).replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "?");
  return `"${start}${value.length > MAX_QUOTE_LENGTH ? "..." : ""}"`;
}
