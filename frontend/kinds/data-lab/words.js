import { cellText } from "./rows.js";

/**
 * A data lab in words: the answers, and the chart for those who do not see it.
 */

/** @typedef {import("./facts.js").Field} Field */
/** @typedef {import("./rows.js").Data} Data */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */

/**
 * @param {Field} field
 * @param {string | string[] | number | null} value
 * @param {Translate} t
 * @returns {string} such as "76.32 dollars"
 */
export function valueInWords({ ask, unit, options = [] }, value, t) {
  if (value === null) return t("words.open");
  if (ask === "whole" || ask === "number") return unit ? t("data-lab.with-unit", { value: String(value), unit }) : String(value);
  const chosen = [value].flat();
  const names = options.filter(({ id }) => chosen.includes(id)).map(({ name }) => name);
  return names.join(t("list.separator")) || t("data-lab.none-of-these");
}

/**
 * @param {import("../../types").Exercise} exercise
 * @param {any} answer
 * @param {Translate} t
 * @returns {string[]}
 */
export function describe({ setting }, answer, t) {
  return setting.fields.map((/** @type {Field} */ field) =>
    t("data-lab.in-words", { question: field.label, answer: valueInWords(field, answer[field.id], t) }));
}

/**
 * @param {Record<string, any>} setting
 * @param {Translate} t
 * @returns {string}
 */
export function chartInWords({ data, chart }, t) {
  const points = data.rows.map((/** @type {Data["rows"][number]} */ row) =>
    [chart.label, chart.series, chart.time, chart.value].filter(Boolean).map((field) => cellText(data, row, field)).join(" "));
  return t("data-lab.chart-in-words", { title: chart.title, points: points.join(t("list.separator")) });
}
