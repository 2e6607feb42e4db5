import { chosenIn } from "./facts.js";

/**
 * The sittings of a test in words. Right and wrong are not said: a print of the first sitting gives nothing away.
 */

/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/** @typedef {import("./facts.js").Item} Item */
/** @typedef {import("./facts.js").Sitting} Sitting */

/** @type {import("../../types").Describe} */
export function describe({ setting }, answer, t) {
  return [...describeSitting("before", answer.before, setting.items, t), ...describeSitting("after", answer.after, setting.items, t)];
}

/**
 * @param {"before" | "after"} name
 * @param {Sitting} sitting
 * @param {Item[]} items
 * @param {Translate} t
 */
function describeSitting(name, sitting, items, t) {
  const { form } = sitting;
  if (form === null) return [];
  const lines = items.map((item, index) => t("test.in-words", {
    number: index + 1, question: item.forms[form].question, answer: chosenText(item, sitting, t) ?? t("words.open"),
  }));
  const state = t(sitting.done ? "test.handed-in" : "test.not-handed-in");
  return [t("test.sitting-in-words", { sitting: t(`test.${name}`), form, state }), ...lines];
}

/**
 * The texts of what was chosen for an item, or null when the item is open.
 * @param {Item} item
 * @param {Sitting} sitting
 * @param {Translate} t
 * @returns {string | null}
 */
export function chosenText({ id, forms }, sitting, t) {
  const chosen = chosenIn(sitting, id);
  const texts = forms[sitting.form ?? "A"].options.filter((option) => chosen.includes(option.id)).map(({ text }) => text);
  return texts.join(t("head.outcome.separator")) || null;
}
