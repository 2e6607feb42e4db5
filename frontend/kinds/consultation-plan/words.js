import { costOf, meetingsOf } from "./facts.js";

/**
 * A consultation plan in words: for announcements, print, screen readers and lists.
 */

/** @typedef {import("./facts.js").Plan} Plan */
/** @typedef {import("./facts.js").PlannedRow} PlannedRow */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/** @typedef {import("./facts.js").Method} Method */

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
 * Which groups sit in one room, since they are asked in the same week by a method that brings people together.
 * @param {Record<string, any>} setting
 * @param {PlannedRow[]} rows
 * @param {Translate} t
 * @param {PlannedRow} [only] the row whose room alone is wanted
 * @returns {string[]} such as "Week 8, Advisory board: Growers federation, Local union in one room."
 */
export function roomsInWords(setting, rows, t, only) {
  return [...meetingsOf(rows, setting).values()]
    .filter(({ together, groups }) => together && groups.length > 1)
    .filter(({ method, week }) => !only || (only.method === method && only.week === week))
    .map(({ method, week, groups }) => t("consultation-plan.room", {
      week,
      method: nameOf(setting.methods, method) ?? method,
      groups: groups.map((id) => nameOf(setting.groups, id)).join(t("list.separator")),
    }));
}

/**
 * @param {import("../../types").Exercise} exercise
 * @param {Plan} answer
 * @param {Translate} t
 * @returns {string[]}
 */
export function describe({ setting }, { rows }, t) {
  if (rows.length === 0) return [t("consultation-plan.nobody")];
  const planned = rows.map((row, index) => rowInWords(setting, row, index, t));
  return [...planned, ...roomsInWords(setting, rows, t), costInWords(setting, rows, t)];
}
