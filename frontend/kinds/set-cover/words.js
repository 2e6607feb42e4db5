import { actorsOn } from "./facts.js";

/**
 * A choice of seats in words.
 */

/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/** @typedef {import("./facts.js").Setting} Setting */
/** @typedef {import("./facts.js").Meeting} Meeting */

/**
 * @param {Setting} setting
 * @param {string} id
 * @returns {string}
 */
export function nameOf({ palette }, id) {
  return palette.find((invitee) => invitee.id === id)?.name ?? id;
}

/**
 * The facts on which nobody seated can act.
 * @param {Setting} setting
 * @param {string[]} seats
 * @returns {string[]} ids
 */
export function openFacts(setting, seats) {
  return setting.facts.filter(({ id }) => actorsOn(setting, seats, id).length === 0).map(({ id }) => id);
}

/**
 * @param {import("../../types").Exercise} exercise
 * @param {Meeting} answer
 * @param {Translate} t
 * @returns {string[]}
 */
export function describe(exercise, { seats, chair }, t) {
  const setting = /** @type {Setting} */ (exercise.setting);
  const separator = t("list.separator");
  const names = seats.map((id) => nameOf(setting, id));
  return [
    names.length > 0 ? t("set-cover.words-seats", { names: names.join(separator) }) : t("set-cover.words-nobody"),
    t("set-cover.words-chair", { name: chair ? nameOf(setting, chair) : t("words.open") }),
    ...setting.facts.map(({ id, text }) => {
      const who = actorsOn(setting, seats, id).map(({ name }) => name).join(separator);
      return t("set-cover.words-fact", { id, text, who: who || t("set-cover.nobody") });
    }),
  ];
}
