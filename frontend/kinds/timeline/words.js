/**
 * A timeline in words.
 */

/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/** @typedef {import("./facts.js").Setting} Setting */
/** @typedef {import("./facts.js").DrawnArrow} DrawnArrow */

/**
 * @param {Setting} setting
 * @param {string | null} id
 * @param {Translate} t
 * @returns {string}
 */
export function nameOf({ milestones }, id, t) {
  return milestones.find((milestone) => milestone.id === id)?.name ?? t("words.open");
}

/**
 * @param {Setting} setting
 * @param {DrawnArrow} link
 * @param {Translate} t
 * @returns {string} such as "First dialogue led to First forum"
 */
export function arrowInWords(setting, { cause, effect }, t) {
  return t("timeline.led-to", { cause: nameOf(setting, cause, t), effect: nameOf(setting, effect, t) });
}

/**
 * @param {import("../../types").Exercise} exercise
 * @param {import("./facts.js").Timeline} answer
 * @param {Translate} t
 * @returns {string[]}
 */
export function describe(exercise, { order, links }, t) {
  const setting = /** @type {Setting} */ (exercise.setting);
  const places = order.map((id, index) => t("timeline.words-place", { number: index + 1, name: nameOf(setting, id, t) }));
  const arrows = links.map((link, index) => t("timeline.words-arrow", { number: index + 1, arrow: arrowInWords(setting, link, t) }));
  return [...(places.length > 0 ? places : [t("timeline.words-empty")]), ...arrows];
}
