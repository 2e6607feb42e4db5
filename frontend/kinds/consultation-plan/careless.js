import { idsOf } from "../../core/ids.js";
import { FIELDS, STAGES } from "./facts.js";

/**
 * Consultation plans that take no thought: everybody asked by every method, one method or one stage for all, weeks and
 * stages turned round, and fair guesses.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("../../core/random.js").Random} Random */
/** @typedef {import("./facts.js").Plan} Plan */
/** @typedef {import("./facts.js").PlannedRow} PlannedRow */

/** A list of an answer has no more entries than this. */
const LONGEST = 500;

/** Weeks between two rounds of a careless plan, and until the answer. */
const PACE = 4;

/** The last stage comes after the decision. */
const BEFORE = STAGES.slice(0, -1);
const AFTER = STAGES[STAGES.length - 1];

/**
 * Everybody by every method: in one week, at every stage, and week after week.
 * @param {Exercise} exercise
 * @returns {Plan[]}
 */
export function everything({ setting }) {
  const { groups, methods, weeks, decision_week: decision } = setting;
  const all = (/** @type {string} */ stage, /** @type {number} */ week) =>
    groups.flatMap((/** @type {{id: string}} */ who) =>
      methods.map((/** @type {{id: string}} */ method) => row(who.id, stage, method.id, week)));
  const every = (/** @type {number} */ pace) =>
    Array.from({ length: Math.floor((weeks - PACE) / pace) }, (_, index) => 1 + index * pace)
      .filter((week) => week !== decision)
      .flatMap((week) => all(stageAt(week, decision), week));
  return [
    ...BEFORE.map((stage) => all(stage, firstWeek(decision))),
    STAGES.flatMap((stage) => all(stage, weekOf(stage, setting))),
    every(1),
    every(PACE),
  ].map(plan);
}

/**
 * One method for all, in one room or each group by itself; one stage for all; one week for all.
 * @param {Exercise} exercise
 * @returns {Plan[]}
 */
export function oneValue({ setting }) {
  const { groups, methods, decision_week: decision } = setting;
  const [who, how] = [idsOf(groups), idsOf(methods)];
  const turn = (/** @type {number} */ index) => how[index % how.length];
  const apart = (/** @type {string} */ stage, /** @type {number} */ index) => weekOf(stage, setting) + index % PACE;
  return [
    ...how.map((method) => STAGES.flatMap((stage) => who.map((id) => row(id, stage, method, weekOf(stage, setting))))),
    ...how.map((method) => STAGES.flatMap((stage) => who.map((id, index) => row(id, stage, method, apart(stage, index))))),
    ...how.map((method) => who.map((id, index) => row(id, stageAt(1 + index, decision), method, 1 + index))),
    ...STAGES.map((stage) => who.map((id, index) => row(id, stage, turn(index), weekOf(stage, setting)))),
    ...STAGES.map((stage) => who.map((id, index) => row(id, stage, turn(index), firstWeek(decision)))),
  ].map(plan);
}

/**
 * The answer before the question; the calendar read from its end; the last stage first; the draft before the question.
 * @param {Exercise} exercise
 * @param {Plan} good
 * @returns {Plan[]}
 */
export function reversed({ setting: { weeks, decision_week: decision } }, { rows }) {
  const moved = (/** @type {PlannedRow} */ one, /** @type {number} */ week) =>
    ({ ...one, week, feedback_week: one.feedback_week === null || one.week === null ? null : week + one.feedback_week - one.week });
  const isBefore = (/** @type {PlannedRow} */ { stage, week }) => stage !== AFTER && week !== null && week < decision;
  return [
    rows.map((one) => ({ ...one, week: one.feedback_week, feedback_week: one.week })),
    rows.map((one) => (one.week === null ? one : moved(one, weeks + 1 - one.week))),
    rows.map((one) => (one.stage === null ? one : { ...one, stage: STAGES[STAGES.length - 1 - STAGES.indexOf(one.stage)] })),
    rows.map((one) => (isBefore(one) ? moved(one, decision - Number(one.week)) : one)),
  ].map(plan);
}

/**
 * A few rows or many; mostly with stages on their own side of the decision and an answer soon after, as somebody plans
 * who has read the brief, and mostly nobody forgotten.
 * @param {Exercise} exercise
 * @param {Random} random
 * @returns {Plan}
 */
export function random({ setting }, random) {
  const isCareful = random.chance(0.7);
  const groups = idsOf(setting.groups);
  const methods = random.chance(0.3) ? someOf(setting.methods, random) : setting.methods;
  const asked = [
    ...(random.chance(0.7) ? random.shuffled(groups) : []),
    ...Array.from({ length: random.between(0, 10) }, () => random.pick(groups)),
  ];
  return plan(asked.map((who) => anyRow(who, methods, isCareful, setting, random)));
}

/**
 * @param {Exercise} exercise
 * @param {Plan} answer
 * @param {Random} random
 * @returns {Plan}
 */
export function step({ setting }, { rows }, random) {
  const groups = idsOf(setting.groups);
  const fresh = () => anyRow(random.pick(groups), setting.methods, random.chance(), setting, random);
  if (rows.length === 0 || (rows.length < LONGEST && random.chance(0.2))) return { rows: [...rows, fresh()] };
  const index = random.below(rows.length);
  if (random.chance(0.25)) return { rows: rows.filter((_, other) => other !== index) };
  const field = /** @type {keyof PlannedRow} */ (random.pick(FIELDS));
  const other = random.pick(rows);
  const change = random.chance(0.3) ? { method: other.method, week: other.week } : { [field]: fresh()[field] };
  return { rows: rows.map((one, at) => (at === index ? { ...one, ...change } : one)) };
}

/**
 * @param {string} who
 * @param {{id: string}[]} methods
 * @param {boolean} isCareful
 * @param {Record<string, any>} setting
 * @param {Random} random
 * @returns {PlannedRow}
 */
function anyRow(who, methods, isCareful, { weeks, decision_week: decision }, random) {
  const week = random.chance(isCareful ? 0.7 : 0.5) ? random.between(1, Math.max(1, decision - 1)) : random.between(1, weeks);
  const stage = random.pick(isCareful ? (week < decision ? BEFORE : [AFTER]) : STAGES);
  const feedback = week + random.between(isCareful ? 1 : -2, isCareful ? 6 : 12);
  return { who, stage, method: random.pick(methods).id, week, feedback_week: feedback };
}

/** @template T @param {T[]} list @param {Random} random @returns {T[]} two or three of a list */
function someOf(list, random) {
  return random.shuffled(list).slice(0, random.between(2, 3));
}

/**
 * @param {string} who
 * @param {string} stage
 * @param {string} method
 * @param {number} week
 * @returns {PlannedRow} with an answer in good time
 */
const row = (who, stage, method, week) => ({ who, stage, method, week, feedback_week: week + PACE });

/** @param {PlannedRow[]} rows @returns {Plan} */
const plan = (rows) => ({ rows: rows.slice(0, LONGEST) });

/** @param {number} decision @returns {number} a week well before the decision */
const firstWeek = (decision) => Math.max(1, Math.floor(decision / 4));

/** @param {number} week @param {number} decision @returns {string} the stage that fits a week */
function stageAt(week, decision) {
  if (week > decision) return AFTER;
  return BEFORE[Math.min(BEFORE.length - 1, Math.floor(((week - 1) * BEFORE.length) / Math.max(1, decision - 1)))];
}

/**
 * A week that fits a stage: those before the decision evenly spread, the last one well after it.
 * @param {string} stage
 * @param {Record<string, any>} setting
 * @returns {number}
 */
function weekOf(stage, { weeks, decision_week: decision }) {
  if (stage === AFTER) return Math.min(weeks, decision + 2 * PACE);
  return Math.max(1, Math.floor(((STAGES.indexOf(stage) + 1) * decision) / (BEFORE.length + 1)) - 1);
}
