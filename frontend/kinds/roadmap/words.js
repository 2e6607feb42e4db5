import { spanInWords } from "../../boards/quarter-spans.js";

/**
 * A roadmap in words.
 */

/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/** @typedef {{id: string, name: string}} Named */
/** @typedef {{start: number | null, end: number | null, lead: string | null}} Step */

const OPEN = /** @type {Step} */ ({ start: null, end: null, lead: null });

/**
 * @param {any} roadmap
 * @param {string} id
 * @returns {Step} all open where nothing has been chosen
 */
export function stepOf(roadmap, id) {
  return (Object.hasOwn(roadmap.steps, id) && roadmap.steps[id]) || OPEN;
}

/**
 * @param {Named[]} named
 * @param {string | null} id
 * @returns {string | undefined}
 */
export function nameOf(named, id) {
  return named.find((entry) => entry.id === id)?.name;
}

/**
 * @param {Record<string, any>} setting
 * @param {string[]} ids ministries, leads and partners; a name that is none of the offered ones stands for itself
 * @param {Translate} t
 */
export function namesInWords(setting, ids, t) {
  const known = [...setting.ministries, ...setting.partners, ...setting.leads];
  return ids.map((id) => nameOf(known, id) ?? id).join(t("list.separator")) || t("words.open");
}

/**
 * @param {boolean | null} budgetLine
 * @param {Translate} t
 */
export function budgetInWords(budgetLine, t) {
  return budgetLine === null ? t("words.open") : t(budgetLine ? "roadmap.budget-yes" : "roadmap.budget-no");
}

/**
 * @param {Record<string, any>} setting
 * @param {Named} step
 * @param {Step} given
 * @param {Translate} t
 * @returns {string} such as "Write the migration profile: quarters 1 to 3, lead Statistics office."
 */
export function stepInWords(setting, step, given, t) {
  return t("roadmap.step", { name: step.name, span: spanInWords(given, t), lead: nameOf(setting.leads, given.lead) ?? t("words.open") });
}

/**
 * @param {import("../../types").Exercise} exercise
 * @param {any} answer
 * @param {Translate} t
 * @returns {string[]}
 */
export function describe({ setting }, answer, t) {
  return [
    ...setting.steps.map((/** @type {Named} */ step) => stepInWords(setting, step, stepOf(answer, step.id), t)),
    t("roadmap.said-ministries", { names: namesInWords(setting, answer.focal_ministries, t) }),
    t("roadmap.said-budget", { value: budgetInWords(answer.budget_line, t) }),
    t("roadmap.said-partners", { names: namesInWords(setting, answer.partners, t) }),
  ];
}
