import { placeOf } from "./changes.js";
import { countFrom, ENGAGEMENT } from "./facts.js";

/**
 * A stakeholder map in words: for announcements, print, screen readers and lists.
 */

/** @typedef {import("./changes.js").Stakeholder} Stakeholder */
/** @typedef {import("./facts.js").StakeholderMap} StakeholderMap */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */

/**
 * @param {Stakeholder} stakeholder
 * @param {StakeholderMap} answer
 * @param {Translate} t
 * @returns {string} such as "Growers federation: power 4, interest 5, involve."
 */
export function placeInWords({ id, name }, answer, t) {
  const { p, i, e } = placeOf(answer, id);
  const engagement = engagementInWords(e, t);
  if (p === null && i === null) return t(e === null ? "stakeholder-map.off-map" : "stakeholder-map.off-map-engaged", { name, engagement });
  const number = (/** @type {number | null} */ value) => value ?? t("words.open");
  return t("stakeholder-map.in-words", { name, power: number(p), interest: number(i), engagement });
}

/**
 * @param {string | null} engagement
 * @param {Translate} t
 */
export function engagementInWords(engagement, t) {
  return t(engagement === null ? "stakeholder-map.engagement-open" : `stakeholder-map.${engagement}`);
}

/**
 * @param {Translate} t
 * @returns {{id: string, name: string}[]} the ladder of engagement as options
 */
export function engagementOptions(t) {
  return ENGAGEMENT.map((id) => ({ id, name: t(`stakeholder-map.${id}`) }));
}

/**
 * @param {Record<string, any>} setting
 * @param {StakeholderMap} answer
 * @param {Translate} t
 * @returns {string[]} such as "Engaged at the step “involve” or deeper: 6 of at most 7."
 */
export function limitsInWords({ limits = [] }, answer, t) {
  return limits.map((/** @type {import("./facts.js").Limit} */ { from, most }) =>
    t("stakeholder-map.limit", { engagement: engagementInWords(from, t), count: countFrom(from, answer), most }));
}

/**
 * @param {import("../../types").Exercise} exercise
 * @param {StakeholderMap} answer
 * @param {Translate} t
 * @returns {string[]}
 */
export function describe({ setting }, answer, t) {
  const places = setting.stakeholders.map((/** @type {Stakeholder} */ stakeholder) => placeInWords(stakeholder, answer, t));
  return [...places, ...limitsInWords(setting, answer, t)];
}
