import { AnswerError } from "../../core/errors.js";
import { readBoolean, readChoice, readFields, readMap, readRow } from "../../core/read.js";

/**
 * A test in two sittings, before and after a course, with parallel forms of the same items: the second sitting takes the
 * form that the first did not. Each item is one criterion of one point, met when it is right in the second sitting.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {{question: string, options: {id: string, text: string}[], right: string}} Form */
/** @typedef {{id: string, outcome: string, review: string, idea: string, forms: Record<string, Form>}} Item */
/** @typedef {{form: string | null, answers: Record<string, string | null>, done: boolean}} Sitting */
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
  const sitting = {
    form: readChoice(form, `${field}, form`, FORMS),
    answers: readMap(answers, `${field}, answers`, items.map(({ id }) => id), (option, place, id) =>
      readChoice(option, place, optionsOf(items, id))),
    done: readBoolean(done, `${field}, done`),
  };
  if (sitting.form === null && (sitting.done || Object.keys(sitting.answers).length > 0)) {
    throw new AnswerError("sitting-without-form", { field });
  }
  return sitting;
}

/**
 * Both forms of an item have options of the same ids.
 * @param {Item[]} items
 * @param {string} id
 */
const optionsOf = (items, id) => items.find((item) => item.id === id)?.forms.A.options.map((option) => option.id) ?? [];

/**
 * @param {Answer} answer
 * @param {Exercise} exercise
 */
export function facts({ before, after }, { setting }) {
  return { first: rightItems(before, setting.items), second: rightItems(after, setting.items) };
}

/**
 * The items that are right in a sitting; none before it is handed in.
 * @param {Sitting} sitting
 * @param {Item[]} items
 * @returns {string[]} their ids
 */
export function rightItems({ form, answers, done }, items) {
  if (form === null || !done) return [];
  return items.filter(({ id, forms }) => Object.hasOwn(answers, id) && answers[id] === forms[form].right).map(({ id }) => id);
}

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
    name: id.toLowerCase(),
    points: 1,
    gate: false,
    when: `"${id}" in second`,
    met: idea,
    unmet: idea,
    source: /** @type {any} */ (review),
  }));
}
