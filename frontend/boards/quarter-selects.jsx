import { Select } from "../components/controls.jsx";
import { withEdge } from "./quarter-spans.js";

/**
 * The start and the end of a span as two selects: the way to place a bar without the board.
 * @param {object} props
 * @param {import("./quarter-spans.js").Span} props.span
 * @param {number} props.quarters
 * @param {(span: import("./quarter-spans.js").Span) => void} props.onChange
 * @param {import("../i18n/messages.js").Translate} props.t
 */
export function QuarterSelects({ span, quarters, onChange, t }) {
  return /** @type {("start" | "end")[]} */ (["start", "end"]).map((edge) => (
    <Select
      key={edge} label={t(`quarters.${edge}`)} value={span[edge] === null ? "" : String(span[edge])} open={t("list.choose")}
      options={quartersToChoose(quarters, span[edge])}
      onChange={(quarter) => onChange(withEdge(span, edge, quarter ? Number(quarter) : null))}
    />
  ));
}

/**
 * @param {number} quarters
 * @param {number | null} present what a file may have brought from outside the plan: shown, so that it can be changed
 */
export function quartersToChoose(quarters, present) {
  const inside = Array.from({ length: quarters }, (_, index) => index + 1);
  const all = present === null || inside.includes(present) ? inside : [...inside, present];
  return all.map((quarter) => ({ id: String(quarter), name: String(quarter) }));
}
