/**
 * Spans of quarters: how they move and stretch, and how they read. No DOM: a kind's words and its board share them.
 */

/** @typedef {{start: number | null, end: number | null}} Span both counted from 1; null while open */
/** @typedef {{start: number, end: number}} WholeSpan */
/** @typedef {import("../i18n/messages.js").Translate} Translate */

/**
 * @param {Span} span
 * @param {number} quarters how many the plan has
 * @returns {span is WholeSpan} whether it can be drawn
 */
export function isWithin(span, quarters) {
  const { start, end } = span;
  return start !== null && end !== null && start >= 1 && start <= end && end <= quarters;
}

/**
 * @param {WholeSpan} span
 * @param {number} by quarters, negative for earlier
 * @param {number} quarters
 * @returns {WholeSpan} of the same length, inside the plan
 */
export function moved({ start, end }, by, quarters) {
  const step = Math.max(1 - start, Math.min(quarters - end, by));
  return { start: start + step, end: end + step };
}

/**
 * @param {WholeSpan} span
 * @param {"start" | "end"} edge
 * @param {number} by
 * @param {number} quarters
 * @returns {WholeSpan} at least one quarter long, inside the plan
 */
export function stretched({ start, end }, edge, by, quarters) {
  if (edge === "start") return { start: Math.max(1, Math.min(end, start + by)), end };
  return { start, end: Math.min(quarters, Math.max(start, end + by)) };
}

/**
 * Sets one edge from a select. While the other is open it takes the same quarter, so that a bar appears at once.
 * @param {Span} span
 * @param {"start" | "end"} edge
 * @param {number | null} quarter
 * @returns {Span}
 */
export function withEdge(span, edge, quarter) {
  const other = edge === "start" ? "end" : "start";
  return /** @type {Span} */ ({ [edge]: quarter, [other]: span[other] ?? quarter });
}

/**
 * @param {Span} span
 * @param {Translate} t
 * @returns {string} such as "quarters 2 to 5"
 */
export function spanInWords({ start, end }, t) {
  if (start === null && end === null) return t("quarters.open");
  if (start !== null && start === end) return t("quarters.one", { start });
  return t("quarters.several", { start: start ?? t("words.open"), end: end ?? t("words.open") });
}

/**
 * How many spans run in each quarter.
 * @param {Span[]} spans
 * @param {number} quarters
 * @returns {number[]} the first for quarter 1
 */
export function running(spans, quarters) {
  return Array.from({ length: quarters }, (_, index) =>
    spans.filter(({ start, end }) => start !== null && end !== null && start <= index + 1 && index + 1 <= end).length);
}
