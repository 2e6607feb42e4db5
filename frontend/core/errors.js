/**
 * Why an answer cannot be graded: each sentence stands beside its id, with `{name}` for what is filled in.
 * A page in another language replaces the sentence by the same id; a program reads the id.
 */
export const ANSWER_ERRORS = {
  "not-an-object": "The answer must be an object with the fields {fields}.",
  "not-a-map": "\"{field}\" must be an object with one entry for each question.",
  "missing-field": "The field \"{field}\" is missing from the answer. Add it, empty if nothing was chosen.",
  "extra-field": "The answer has a field \"{field}\" that this exercise does not ask for. Take it out.",
  "not-a-list": "\"{field}\" must be a list.",
  "list-too-long": "\"{field}\" has more than {limit} entries, more than anyone can mean. Take some out.",
  "not-an-id": "\"{field}\" must hold an id as text, but holds {found}.",
  "unknown-id": "\"{field}\" holds {found}, which this exercise does not know. It knows: {known}.",
  "not-a-pair": "\"{field}\" names {found}, which is not a pair of two of {known}. Write a pair as \"{example}\".",
  "pair-twice": "\"{field}\" names the pair {found} a second time, in the other order. Keep one of the two.",
  "not-a-tie": "{field} must be an object with from, to, both and purpose.",
  "not-a-row": "{field} must be an object with {keys}.",
  "not-a-number": "\"{field}\" must be a number, but is {found}.",
  "not-a-whole-number": "\"{field}\" must be a whole number, but is {found}.",
  "below-zero": "\"{field}\" must not be below zero, but is {found}.",
  "not-text": "\"{field}\" must be text, but is {found}.",
  "text-too-long": "\"{field}\" has more than {limit} characters. Shorten it.",
  "not-true-or-false": "{field} must be true or false, but is {found}.",
  "end-not-placed": "{field} names {found}, who is not placed. Place the actor first or take the tie out.",
  "tie-to-itself": "{field} runs from {found} to itself. A tie needs two actors.",
  "payload-not-asked": "{field} carries {found}, but the ties of this exercise carry nothing. Take it out.",
  "sitting-without-form": "\"{field}\" holds a sitting without a form. Choose form A or B first.",
  "sitting-too-early": "The second sitting begins once the first is handed in, and takes the other form.",
  "criterion-failed": "Criterion {criterion} of this exercise could not be worked out. That is a fault of the course, not of the answer: {reason}",
};

/** An answer that cannot be read. `id` is a key of ANSWER_ERRORS, `details` fills its sentence. */
export class AnswerError extends Error {
  /**
   * @param {keyof typeof ANSWER_ERRORS} id
   * @param {Record<string, string | number>} details
   */
  constructor(id, details) {
    super(ANSWER_ERRORS[id].replace(/\{(\w+)\}/g, (_, name) => String(details[name])));
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

const LONGEST_QUOTE = 40;

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
  const start = value.slice(0, LONGEST_QUOTE).replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "?");
  return `"${start}${value.length > LONGEST_QUOTE ? "..." : ""}"`;
}
