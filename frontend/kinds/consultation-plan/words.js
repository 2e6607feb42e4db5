import { costOf } from "./facts.js";

/**
 * A consultation plan in words: for announcements, print, screen readers and lists.
 */

/** @typedef {import("./facts.js").Plan} Plan */
/** @typedef {import("./facts.js").PlannedRow} PlannedRow */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/** @typedef {{id: string, name: string, cost: number, note: string}} Method */

/**
 * @param {{id: string, name: string}[]} cards
 * @param {string | null} id
 * @returns {string | undefined}
 */
export function nameOf(cards, id) {
  return cards.find((card) => card.id === id)?.name;
}

/**
 * @param {Record<string, any>} setting
 * @param {PlannedRow} row
 * @param {number} index
 * @param {Translate} t
 * @returns {string} such as "1. Seasonal workers: Farm visit, week 4, to frame the question; they hear back in week 8."
 */
export function rowInWords(setting, { who, stage, method, week, feedback_week }, index, t) {
  const open = t("words.open");
  return t("consultation-plan.row-in-words", {
    number: index + 1,
    who: nameOf(setting.groups, who) ?? open,
    method: nameOf(setting.methods, method) ?? open,
    stage: stage === null ? open : t(`consultation-plan.stage-${stage}`),
    week: week ?? open,
    feedback: feedback_week ?? open,
  });
}

/**
 * @param {Record<string, any>} setting
 * @param {PlannedRow[]} rows
 * @param {Translate} t
 * @returns {string} such as "74 of 90 points; a meeting shared by groups costs once."
 */
export function costInWords(setting, rows, t) {
  const cost = costOf(rows, setting);
  const over = cost - setting.budget;
  return t(over > 0 ? "consultation-plan.cost-over" : "consultation-plan.cost", { cost, budget: setting.budget, over });
}

/**
 * @param {import("../../types").Exercise} exercise
 * @param {Plan} answer
 * @param {Translate} t
 * @returns {string[]}
 */
export function describe({ setting }, { rows }, t) {
  if (rows.length === 0) return [t("consultation-plan.nobody")];
  return [...rows.map((row, index) => rowInWords(setting, row, index, t)), costInWords(setting, rows, t)];
}
