import { NumberField, Select } from "../../components/controls.jsx";
import { STAGES } from "./facts.js";
import { nameOf } from "./words.js";

/**
 * The rows of a plan as an editor: one line where there is room, a card on a phone.
 */

/** @typedef {import("./facts.js").PlannedRow} PlannedRow */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */

/**
 * @param {object} props
 * @param {Record<string, any>} props.setting
 * @param {PlannedRow[]} props.rows
 * @param {(index: number, change: Partial<PlannedRow>) => void} props.onEdit
 * @param {(index: number) => void} props.onDuplicate
 * @param {(index: number) => void} props.onRemove
 * @param {Translate} props.t
 */
export function Rows({ setting, rows, onEdit, onDuplicate, onRemove, t }) {
  const stages = STAGES.map((id) => ({ id, name: t(`consultation-plan.stage-${id}`) }));
  const methods = setting.methods.map((/** @type {import("./words.js").Method} */ { id, name, cost }) => ({
    id, name: t("consultation-plan.option", { name, cost }),
  }));
  return (
    <ol class="consultation-plan-rows">
      {rows.map((row, index) => {
        const number = index + 1;
        const named = { number, who: nameOf(setting.groups, row.who) ?? t("words.open") };
        const choice = (/** @type {"who" | "stage" | "method"} */ field, /** @type {{id: string, name: string}[]} */ options) => (
          <Select
            label={t(`consultation-plan.${field}`)} value={row[field] ?? ""} open={t("list.choose")} options={options}
            onChange={(id) => onEdit(index, { [field]: id || null })}
          />
        );
        const week = (/** @type {"week" | "feedback_week"} */ field) => (
          <NumberField
            label={t(`consultation-plan.${field}`)} value={row[field]} whole problem={t("consultation-plan.no-week")}
            onChange={(value) => value !== row[field] && onEdit(index, { [field]: value })}
          />
        );
        return (
          <li key={index}>
            <div class="consultation-plan-row" role="group" aria-label={t("consultation-plan.row", named)} data-row={index}>
              <span class="consultation-plan-number" aria-hidden="true">{number}</span>
              {choice("who", setting.groups)}
              {choice("stage", stages)}
              {choice("method", methods)}
              {week("week")}
              {week("feedback_week")}
              <div class="exercise-row">
                <button
                  type="button"
                  class="exercise-button is-quiet"
                  aria-label={t("consultation-plan.duplicate-label", named)}
                  onClick={() => onDuplicate(index)}
                >
                  {t("consultation-plan.duplicate")}
                </button>
                <button
                  type="button" class="exercise-button is-quiet" data-remove={index} aria-label={t("consultation-plan.remove-label", named)}
                  onClick={() => onRemove(index)}
                >
                  {t("consultation-plan.remove")}
                </button>
              </div>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/**
 * What each method costs and is like.
 * @param {{methods: import("./words.js").Method[], t: Translate}} props
 */
export function Methods({ methods, t }) {
  return (
    <details class="consultation-plan-methods" open>
      <summary>{t("consultation-plan.methods")}</summary>
      <dl>
        {methods.map(({ id, name, cost, note }) => (
          <div key={id}><dt>{t("consultation-plan.priced", { name, cost })}</dt><dd>{note}</dd></div>
        ))}
      </dl>
    </details>
  );
}
