import { rulesFor } from "../quiz/careless.js";
import { chosenIn, FORMS } from "./facts.js";

/**
 * Both sittings of a test handed in without reading: the same place in each item, the longest option, every box ticked,
 * guesses.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("../../core/random.js").Random} Random */
/** @typedef {import("./facts.js").Answer} Answer */
/** @typedef {import("./facts.js").Given} Given */
/** @typedef {import("./facts.js").Item} Item */
/** @typedef {import("./facts.js").Sitting} Sitting */
/** @typedef {import("../../types").Option} Option */
/** @typedef {(item: Item, options: Option[]) => Given} Choose what to give in an item that has these options */

/** @param {Exercise} exercise @returns {Item[]} */
const itemsOf = ({ setting }) => setting.items;

/**
 * @param {Item[]} items
 * @param {string} form
 * @param {Choose} choose
 * @returns {Sitting}
 */
const sitting = (items, form, choose) => ({
  form,
  answers: Object.fromEntries(items.map((item) => [item.id, choose(item, item.forms[form].options)])),
  done: true,
});

/**
 * Both sittings by one rule, each form once first and once second.
 * @param {Item[]} items
 * @param {Choose} choose
 * @returns {Answer[]}
 */
const bothWays = (items, choose) =>
  FORMS.map((form) => ({
    before: sitting(items, form, choose),
    after: sitting(items, otherForm(form), choose),
  }));

/** @param {Item[]} items */
const rulesOf = (items) => rulesFor(items.flatMap(({ forms }) => FORMS.map((form) => forms[form].options)));

/** @param {string | null} form */
const otherForm = (form) => FORMS.find((other) => other !== form) ?? FORMS[0];

/**
 * Every box ticked where several may be; where one may be, by place or by length.
 * @param {Exercise} exercise
 */
export function everything(exercise) {
  const items = itemsOf(exercise);
  return rulesOf(items).flatMap((rule) =>
    bothWays(items, ({ several }, options) => (several ? options.map(({ id }) => id) : rule(options))));
}

/**
 * Always the first, the second, the last, the longest ...
 * @param {Exercise} exercise
 */
export function oneValue(exercise) {
  const items = itemsOf(exercise);
  return rulesOf(items).flatMap((rule) =>
    bothWays(items, ({ several }, options) => (several ? [rule(options)] : rule(options))));
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
  /** @type {Choose} */
  const guess = ({ several }, options) => {
    const one = random.pick(options);
    if (!several) return one.id;
    const chosen = random.subset(options);
    return (chosen.length > 0 ? chosen : [one]).map(({ id }) => id);
  };
  const guessed = (/** @type {string} */ chosen) => sitting(random.chance(0.9) ? items : random.subset(items), chosen, guess);
  return { before: guessed(form), after: guessed(otherForm(form)) };
}

/**
 * Another option, or one box, of one item in the second sitting; or what must come before it: the first handed in, a form chosen.
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
  const { id, several, forms } = random.pick(itemsOf(exercise));
  const { options } = forms[before.form ?? FORMS[0]];
  const option = random.pick(options).id;
  const chosen = chosenIn(before, id);
  const isOn = (/** @type {string} */ known) => chosen.includes(known) !== (known === option);
  const given = several ? options.map((known) => known.id).filter(isOn) : option;
  return { ...before, answers: { ...before.answers, [id]: given } };
}
