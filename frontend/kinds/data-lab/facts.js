import { readChoice, readFields, readIds, readNumber, readWhole } from "../../core/read.js";

/**
 * What a rubric may ask of questions about a table: what was chosen, which numbers were given.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/**
 * One question. `ask` says how it is answered: one id, several ids, a whole number or any number.
 * @typedef {{id: string, ask: "one" | "several" | "whole" | "number", label: string, unit?: string, note?: string,
 *   options?: {id: string, name: string}[]}} Field
 */
/** @typedef {Record<string, string | string[] | number | null>} Answer */

export const declarations = {
  types: {},
  variables: {
    chosen: "map<string, string>", // by question: one id, or empty text while nothing is chosen
    lists: "map<string, list<string>>", // by question: several ids, each once
    numbers: "map<string, double>", // by question; while none is given, no comparison with it holds
  },
};

/**
 * @param {Exercise} exercise
 * @returns {Answer}
 */
export function empty({ setting }) {
  return Object.fromEntries(setting.fields.map((/** @type {Field} */ { id, ask }) => [id, ask === "several" ? [] : null]));
}

/**
 * @param {unknown} answer
 * @param {Exercise} exercise
 * @returns {Answer}
 */
export function read(answer, { setting }) {
  /** @type {Field[]} */
  const fields = setting.fields;
  const given = readFields(answer, fields.map(({ id }) => id));
  return Object.fromEntries(fields.map((field) => [field.id, readField(given[field.id], field)]));
}

/**
 * @param {unknown} value
 * @param {Field} field
 */
function readField(value, { id, ask, options = [] }) {
  const known = options.map((option) => option.id);
  if (ask === "one") return readChoice(value, id, known);
  if (ask === "several") return readIds(value, id, known);
  return ask === "whole" ? readWhole(value, id) : readNumber(value, id);
}

/**
 * @param {Answer} answer
 * @param {Exercise} exercise
 * @returns {Record<string, any>} the variables of `declarations`
 */
export function facts(answer, { setting }) {
  const of = (/** @type {string[]} */ asks, /** @type {(value: any) => any} */ fact) =>
    new Map(
      setting.fields
        .filter((/** @type {Field} */ { ask }) => asks.includes(ask))
        .map((/** @type {Field} */ { id }) => [id, fact(answer[id])]),
    );
  return {
    chosen: of(["one"], (id) => id ?? ""),
    lists: of(["several"], (ids) => ids),
    numbers: of(["whole", "number"], (number) => number ?? NaN),
  };
}
