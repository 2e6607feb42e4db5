import { readChoice, readFields, readId, readMap, readRow } from "../../core/read.js";

/**
 * What a rubric may ask of a matching: which category each item was given, and which option each choice.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {{id: string, name: string}} Named */
/** @typedef {{id: string, label: string, categories: Named[], pairs?: boolean}} Column */
/** @typedef {{id: string, label: string, options: Named[]}} ChoiceQuestion */
/** @typedef {{field: string, items: {id: string, text: string}[], columns: Column[], choices: ChoiceQuestion[]}} Setting */
/** @typedef {{given: Record<string, Record<string, string>>, chosen: Record<string, string>}} Matching */

export const declarations = {
  types: {},
  variables: {
    // Item to column to category, empty text while open; a pair as "first-second", in the order of the categories.
    given: "map<string, map<string, string>>",
    chosen: "map<string, string>", // choice to option, empty text while open
  },
};

/**
 * @param {Exercise} exercise
 * @returns {Record<string, any>}
 */
export function empty({ setting }) {
  return { [setting.field]: {}, ...Object.fromEntries(setting.choices.map((/** @type {Named} */ { id }) => [id, null])) };
}

/**
 * @param {unknown} answer
 * @param {Exercise} exercise
 * @returns {Matching}
 */
export function read(answer, exercise) {
  const setting = /** @type {Setting} */ (exercise.setting);
  const { field, items, columns, choices } = setting;
  const fields = readFields(answer, Object.keys(empty(exercise)));
  const known = items.map(({ id }) => id);
  return {
    given: readMap(fields[field], field, known, (entry, place) => readItem(entry, place, columns)),
    chosen: Object.fromEntries(
      choices.map(({ id, options }) => [id, readChoice(fields[id], id, options.map((option) => option.id)) ?? ""]),
    ),
  };
}

/**
 * An item holds its category itself where there is one column, else an object with one entry for each column.
 * @param {unknown} entry
 * @param {string} place
 * @param {Column[]} columns
 * @returns {Record<string, string>} column to category
 */
function readItem(entry, place, columns) {
  if (entry === null) return {};
  const [only] = columns;
  if (columns.length === 1) return { [only.id]: readCategory(entry, place, only) };
  const row = readRow(entry, place, columns.map(({ id }) => id));
  return Object.fromEntries(columns.map((column) => [column.id, readCategory(row[column.id], `${place}, ${column.id}`, column)]));
}

/**
 * @param {unknown} value
 * @param {string} place
 * @param {Column} column
 * @returns {string}
 */
function readCategory(value, place, { categories, pairs }) {
  const ids = categories.map(({ id }) => id);
  if (value === null) return "";
  if (!pairs) return readId(value, place, ids);
  const both = ids.flatMap((one) => ids.filter((other) => other !== one).map((other) => `${one}-${other}`));
  return inOrder(readId(value, place, [...ids, ...both]).split("-"), ids);
}

/**
 * One spelling for a pair, whichever was named first.
 * @param {string[]} chosen
 * @param {string[]} ids in their order
 * @returns {string} such as "local-national"
 */
export function inOrder(chosen, ids) {
  return ids.filter((id) => chosen.includes(id)).join("-");
}

/**
 * @param {Matching} matching
 * @param {Exercise} exercise
 */
export function facts({ given, chosen }, { setting }) {
  const { items, columns } = /** @type {Setting} */ (setting);
  const rows = items.map(({ id }) => [id, Object.fromEntries(columns.map((column) => [column.id, given[id]?.[column.id] ?? ""]))]);
  return { given: Object.fromEntries(rows), chosen };
}
