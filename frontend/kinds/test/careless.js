import { rulesFor } from "../quiz/careless.js";
import { FORMS } from "./facts.js";

/**
 * Both sittings of a test handed in without reading: the same place in each item, the longest option, guesses.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("../../core/random.js").Random} Random */
/** @typedef {import("./facts.js").Answer} Answer */
/** @typedef {import("./facts.js").Item} Item */
/** @typedef {import("./facts.js").Sitting} Sitting */

/** @param {Exercise} exercise @returns {Item[]} */
const itemsOf = ({ setting }) => setting.items;

/**
 * @param {Item[]} items
 * @param {string} form
 * @param {(options: {id: string, text: string}[]) => string} choose
 * @returns {Sitting}
 */
const sitting = (items, form, choose) => ({
  form,
  answers: Object.fromEntries(items.map(({ id, forms }) => [id, choose(forms[form].options)])),
  done: true,
});

/**
 * Both sittings by one rule, each form once first and once second.
 * @param {Item[]} items
 * @param {(options: {id: string, text: string}[]) => string} choose
 * @returns {Answer[]}
 */
const bothWays = (items, choose) =>
  FORMS.map((form) => ({
    before: sitting(items, form, choose),
    after: sitting(items, otherForm(form), choose),
  }));

/** @param {string | null} form */
const otherForm = (form) => FORMS.find((other) => other !== form) ?? FORMS[0];

/** One option is chosen in each item, so the nearest to everything is the option that says most. @param {Exercise} exercise */
export function everything(exercise) {
  const longest = (/** @type {{id: string, text: string}[]} */ options) =>
    options.reduce((one, other) => (other.text.length > one.text.length ? other : one)).id;
  return bothWays(itemsOf(exercise), longest);
}

/**
 * Always the first, the second, the last, the longest ...
 * @param {Exercise} exercise
 */
export function oneValue(exercise) {
  const items = itemsOf(exercise);
  const rules = rulesFor(items.flatMap(({ forms }) => FORMS.map((form) => forms[form].options)));
  return rules.flatMap((rule) => bothWays(items, rule));
}

/** The options of an item have no order and no direction, so nothing can be turned round. @returns {any[]} */
export const reversed = () => [];

/**
 * @param {Exercise} exercise
 * @param {Random} random
 * @returns {Answer}
 */
export function random(exercise, random) {
  const items = itemsOf(exercise);
  const form = random.pick(FORMS);
  const guessed = (/** @type {string} */ chosen) =>
    sitting(random.chance(0.9) ? items : random.subset(items), chosen, (options) => random.pick(options).id);
  return { before: guessed(form), after: guessed(otherForm(form)) };
}

/**
 * Another option of one item in the second sitting, or what must come before it: the first handed in, a form chosen.
 * @param {Exercise} exercise
 * @param {Answer} answer
 * @param {Random} random
 * @returns {Answer}
 */
export function step(exercise, { before, after }, random) {
  if (before.form === null) return { before: { ...before, form: random.pick(FORMS) }, after };
  if (!before.done) return { before: random.chance() ? { ...before, done: true } : another(exercise, before, random), after };
  if (after.form === null) return { before, after: { ...after, form: otherForm(before.form) } };
  return { before, after: random.chance(0.1) ? { ...after, done: !after.done } : another(exercise, after, random) };
}

/**
 * @param {Exercise} exercise
 * @param {Sitting} before
 * @param {Random} random
 * @returns {Sitting}
 */
function another(exercise, before, random) {
  const { id, forms } = random.pick(itemsOf(exercise));
  return { ...before, answers: { ...before.answers, [id]: random.pick(forms[before.form ?? FORMS[0]].options).id } };
}
