import { AnswerError, quote } from "../../core/errors.js";
import { isObject, readBoolean, readChoice, readFields, readIds, readMap, readRow } from "../../core/read.js";

/**
 * A test in two sittings, before and after a course, with parallel forms of the same items: the second sitting takes the
 * form that the first did not. Each item is one criterion of one point, met when it is right in the second sitting.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("../../types").Option} Option */
/** @typedef {{question: string, options: Option[]}} Form */
/** @typedef {{id: string, outcome: string, review: string, several: boolean, idea: string, forms: Record<string, Form>}} Item */
/** @typedef {string | string[] | null} Given an option, several of them, or null while open */
/** @typedef {{form: string | null, answers: Record<string, Given>, done: boolean}} Sitting */
/** @typedef {{before: Sitting, after: Sitting}} Answer */

export const FORMS = ["A", "B"];

export const declarations = {
  types: {},
  variables: {
    first: "list<string>", // ids of the items that are right in the first sitting, once it is handed in
    second: "list<string>", // the same of the second sitting
  },
};

/** @returns {Answer} */
export function empty() {
  return { before: { form: null, answers: {}, done: false }, after: { form: null, answers: {}, done: false } };
}

/**
 * @param {unknown} answer
 * @param {Exercise} exercise
 * @returns {Answer}
 */
export function read(answer, { setting }) {
  const fields = readFields(answer, ["before", "after"]);
  const before = readSitting(fields.before, "before", setting.items);
  const after = readSitting(fields.after, "after", setting.items);
  if (after.form !== null && !(before.done && after.form !== before.form)) throw new AnswerError("sitting-too-early", {});
  return { before, after };
}

/**
 * @param {unknown} value
 * @param {string} field
 * @param {Item[]} items
 * @returns {Sitting}
 */
function readSitting(value, field, items) {
  const { form, answers, done } = readRow(value, field, ["form", "answers", "done"]);
  const ids = items.map(({ id }) => id);
  refuseOtherItems(answers, field, ids);
  const chosen = readChoice(form, `${field}, form`, FORMS);
  const sitting = {
    form: chosen,
    answers: readMap(answers, `${field}, answers`, ids, (given, place, id) => readGiven(given, place, items, id, chosen)),
    done: readBoolean(done, `${field}, done`),
  };
  if (sitting.form === null && (sitting.done || Object.keys(sitting.answers).length > 0)) {
    throw new AnswerError("sitting-without-form", { field });
  }
  return sitting;
}

/**
 * A sitting from before the questions were changed is refused as such: set beside other questions it would mislead.
 * @param {unknown} answers
 * @param {string} field
 * @param {string[]} known
 */
function refuseOtherItems(answers, field, known) {
  const other = isObject(answers) ? Object.keys(answers).find((id) => !known.includes(id)) : undefined;
  if (other !== undefined) throw new AnswerError("sitting-of-other-questions", { field, found: quote(other) });
}

/**
 * @param {unknown} given
 * @param {string} place
 * @param {Item[]} items
 * @param {string} id
 * @param {string | null} form
 * @returns {Given}
 */
function readGiven(given, place, items, id, form) {
  const item = /** @type {Item} */ (items.find((each) => each.id === id));
  const known = item.forms[form ?? FORMS[0]].options.map((option) => option.id);
  if (!item.several) return readChoice(given, place, known);
  return given === null ? null : readIds(given, place, known);
}

/**
 * @param {Answer} answer
 * @param {Exercise} exercise
 */
export function facts({ before, after }, { setting }) {
  return { first: rightItems(before, setting.items), second: rightItems(after, setting.items) };
}

/**
 * The items that are right in a sitting, with exactly the right options; none before it is handed in.
 * @param {Sitting} sitting
 * @param {Item[]} items
 * @returns {string[]} their ids
 */
export function rightItems(sitting, items) {
  const { form, done } = sitting;
  if (form === null || !done) return [];
  const isRight = (/** @type {Item} */ item) => {
    const chosen = chosenIn(sitting, item.id);
    return item.forms[form].options.every(({ id, correct }) => chosen.includes(id) === correct);
  };
  return items.filter(isRight).map(({ id }) => id);
}

/**
 * What is chosen for an item, as a list in either case; empty while it is open.
 * @param {Sitting} sitting
 * @param {string} item
 * @returns {string[]}
 */
export function chosenIn({ answers }, item) {
  const given = Object.hasOwn(answers, item) ? answers[item] : null;
  return given === null ? [] : [given].flat();
}

/**
 * How many items somebody gets right on average who only guesses: one of the options, or any choice of several.
 * @param {Item[]} items
 * @returns {number}
 */
export const byGuessing = (items) =>
  items.reduce((sum, { several, forms }) => {
    const count = forms[FORMS[0]].options.length;
    return sum + 1 / (several ? 2 ** count - 1 : count);
  }, 0);

/**
 * Each item rests on the question of the bank that it is parallel to.
 * @param {Exercise} exercise
 * @returns {import("../../types").ExerciseCriterion[]}
 */
export function criteria({ setting }) {
  /** @type {Item[]} */
  const items = setting.items;
  return items.map(({ id, idea, review }) => ({
    id,
    name: id.toLowerCase().replace(".", "-"),
    points: 1,
    gate: false,
    when: `"${id}" in second`,
    met: idea,
    unmet: idea,
    source: /** @type {any} */ (review),
  }));
}
