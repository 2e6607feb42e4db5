import { idsOf } from "../../core/ids.js";
import { readBoolean, readChoice, readFields, readIds, readList, readMap, readRow, readText, readWhole } from "../../core/read.js";
import { fold } from "../../core/word-count.js";

/**
 * What a rubric may ask of a roadmap: when each step starts and ends, who leads it, and what carries it.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {{start: number | null, end: number | null, lead: string | null}} Step null while open */
/** @typedef {{steps: Record<string, Step>, focal_ministries: string[], budget_line: boolean | null, partners: string[]}} Roadmap */
/** @typedef {{id: string}} Named */

export const declarations = {
  types: {},
  variables: {
    all_steps: "list<string>", // every step of the exercise, placed or not
    starts: "map<string, int>", // step to quarter, for those that have one
    ends: "map<string, int>",
    leads: "map<string, string>",
    step_leads: "list<string>", // who leads some step, each once
    lead_counts: "map<string, int>", // to each of them, how many steps
    quarters: "int", // how many the plan has
    focal_ministries: "list<string>", // each once
    budget_line: "bool", // false while open
    partners: "list<string>", // each once
  },
};

/** @returns {Record<string, any>} */
export function empty() {
  return { steps: {}, focal_ministries: [], budget_line: null, partners: [] };
}

/**
 * @param {unknown} answer
 * @param {Exercise} exercise
 * @returns {Roadmap}
 */
export function read(answer, { setting }) {
  const fields = readFields(answer, Object.keys(empty()));
  const leads = idsOf(setting.leads);
  return {
    steps: readMap(fields.steps, "steps", idsOf(setting.steps), (step, field) => readStep(step, field, leads)),
    focal_ministries: readNames(fields.focal_ministries, "focal_ministries"),
    budget_line: fields.budget_line === null ? null : readBoolean(fields.budget_line, "budget_line"),
    partners: readIds(fields.partners, "partners", [...new Set([setting.partners, setting.leads, setting.ministries].flatMap(idsOf))]),
  };
}

/**
 * @param {unknown} step
 * @param {string} field
 * @param {string[]} leads
 * @returns {Step}
 */
function readStep(step, field, leads) {
  if (step === null) return { start: null, end: null, lead: null };
  const { start, end, lead } = readRow(step, field, ["start", "end", "lead"]);
  return {
    start: readWhole(start, `${field}, start`),
    end: readWhole(end, `${field}, end`),
    lead: readChoice(lead, `${field}, lead`, leads),
  };
}

/**
 * Ministries differ from country to country, so any name will do; what is blank names nobody, and one name in two
 * spellings names one.
 * @param {unknown} value
 * @param {string} field
 * @returns {string[]} each once
 */
function readNames(value, field) {
  const names = readList(value, field).map((name) => readText(name, field).trim());
  return [...new Map(names.filter(Boolean).map((name) => [fold(name), name])).values()];
}

/**
 * @param {Roadmap} roadmap
 * @param {Exercise} exercise
 * @returns {Record<string, any>} the variables of `declarations`
 */
export function facts({ steps, focal_ministries, budget_line, partners }, { setting }) {
  const leads = given(steps, ({ lead }) => lead);
  return {
    all_steps: idsOf(setting.steps),
    starts: given(steps, ({ start }) => asInt(start)),
    ends: given(steps, ({ end }) => asInt(end)),
    leads,
    step_leads: [...new Set(Object.values(leads))],
    lead_counts: countsOf(Object.values(leads)),
    quarters: BigInt(setting.quarters),
    focal_ministries,
    budget_line: budget_line === true,
    partners,
  };
}

/** @param {string[]} names @returns {Record<string, bigint>} how often each stands there */
function countsOf(names) {
  return Object.fromEntries([...new Set(names)].map((name) => [name, BigInt(names.filter((other) => other === name).length)]));
}

/** The grader's whole numbers are BigInts. @param {number | null} value */
const asInt = (value) => (value === null ? null : BigInt(value));

/**
 * @template T
 * @param {Record<string, Step>} steps
 * @param {(step: Step) => T | null} pick
 * @returns {Record<string, T>} without the steps for which it is still open
 */
function given(steps, pick) {
  const entries = Object.entries(steps).map(([id, step]) => /** @type {[string, T | null]} */ ([id, pick(step)]));
  return Object.fromEntries(/** @type {[string, T][]} */ (entries.filter(([, value]) => value !== null)));
}
