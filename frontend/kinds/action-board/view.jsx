import { Cards } from "../../boards/cards.jsx";
import { Keys, Select } from "../../components/controls.jsx";
import { Heading } from "../../components/heading.jsx";
import { quartersToChoose } from "../../boards/quarter-selects.jsx";
import { reviewInWords, vocabularyOf } from "./words.js";

/**
 * An action board: areas as rows, quarters as columns, cards as bars, and who looks back at the end.
 */

/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/** @typedef {{quarter: number | null, by: string | null} | null} Review */

/**
 * @param {object} props
 * @param {import("../../types").Exercise} props.exercise
 * @param {any} props.answer
 * @param {(answer: any, said: string) => void} props.onChange
 * @param {boolean} props.readOnly
 * @param {number} props.headingLevel
 * @param {Translate} props.t
 */
export function View({ exercise: { setting }, answer, onChange, readOnly, headingLevel, t }) {
  const review = (/** @type {Partial<NonNullable<Review>>} */ part) => {
    const whole = { quarter: null, by: null, ...answer.review, ...part };
    const given = whole.quarter === null && whole.by === null ? null : whole;
    onChange({ ...answer, review: given }, reviewInWords(setting, given, t));
  };
  return (
    <div class="action-board">
      {!readOnly && <p class="exercise-muted">{t("action-board.prompt")}</p>}
      <Cards
        cards={answer.cards} vocabulary={vocabularyOf(setting)} rows={setting.areas} quarters={setting.quarters}
        most={setting.most_at_once} mostPartners={setting.most_partners} label={t("action-board.board")} headingLevel={headingLevel}
        onChange={readOnly ? undefined : (cards, said) => onChange({ ...answer, cards }, said)} t={t}
      />
      <Heading level={headingLevel}>{t("action-board.review")}</Heading>
      <p class={readOnly ? "" : "action-board-reviewed"}>{reviewInWords(setting, answer.review, t)}</p>
      {!readOnly && (
        <div class="exercise-selects action-board-review">
          <Select
            label={t("action-board.by")} value={answer.review?.by ?? ""} open={t("list.choose")} options={setting.palette}
            onChange={(by) => review({ by: by || null })}
          />
          <Select
            label={t("action-board.when")} value={String(answer.review?.quarter ?? "")} open={t("list.choose")}
            options={quartersToChoose(setting.quarters, answer.review?.quarter ?? null)}
            onChange={(quarter) => review({ quarter: quarter ? Number(quarter) : null })}
          />
        </div>
      )}
      {!readOnly && <Keys keys={["move", "stretch", "pick", "remove"]} prefix="quarters.keys" t={t} />}
    </div>
  );
}
