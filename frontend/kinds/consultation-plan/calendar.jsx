import { nameOf, rowInWords } from "./words.js";

/**
 * The plan over the weeks: one lane for each group, a line from the week in which it is asked to the week in which it
 * hears back, and the week of the decision across all lanes.
 */

/** @typedef {import("./facts.js").PlannedRow} PlannedRow */

const TICKS = 5; // weeks between two numbers of the scale
const APART = 3; // weeks between two rows that stand on one line

/** @typedef {{row: PlannedRow, number: number}} Numbered */

/**
 * @param {object} props
 * @param {Record<string, any>} props.setting
 * @param {PlannedRow[]} props.rows
 * @param {import("../../i18n/messages.js").Translate} props.t
 */
export function Calendar({ setting, rows, t }) {
  const { weeks, decision_week: decision } = setting;
  const numbered = rows.map((row, index) => ({ row, number: index + 1 }));
  const lanes = [...setting.groups.map((/** @type {{id: string}} */ { id }) => id), null]
    .map((who) => ({ who, planned: numbered.filter(({ row }) => row.who === who && isDated(row)) }))
    .filter(({ who, planned }) => who !== null || planned.length > 0);
  const label = [t("consultation-plan.decision", { week: decision }), ...rows.map((row, index) => rowInWords(setting, row, index, t))];
  const scale = Array.from({ length: Math.floor(weeks / TICKS) }, (_, index) => (index + 1) * TICKS).filter((week) => week !== decision);
  return (
    <div class="consultation-plan-calendar" role="img" aria-label={label.join(" ")}>
      <div class="consultation-plan-scale">
        <span class="consultation-plan-weeks">{t("consultation-plan.week")}</span>
        {scale.map((week) => <span key={week} class="consultation-plan-tick" style={at(week, weeks)}>{week}</span>)}
      </div>
      {lanes.map(({ who, planned }) => (
        <div key={who} class={`consultation-plan-lane ${planned.length === 0 ? "is-empty" : ""}`}>
          <span class="consultation-plan-who">{nameOf(setting.groups, who) ?? t("words.open")}</span>
          <div class="consultation-plan-track">
            {inLines(planned).map((line, index) => (
              <div key={index} class="consultation-plan-line">
                {line.map(({ row, number }) => <Stretch key={number} row={row} number={number} weeks={weeks} />)}
              </div>
            ))}
          </div>
        </div>
      ))}
      <div class="consultation-plan-decision">
        <div style={at(decision, weeks)}><span>{t("consultation-plan.decision", { week: decision })}</span></div>
      </div>
      <p class="consultation-plan-legend">
        <span><span class="consultation-plan-asked">1</span> {t("consultation-plan.asked")}</span>
        <span><span class="consultation-plan-heard" /> {t("consultation-plan.heard")}</span>
      </p>
    </div>
  );
}

/**
 * Rows that do not meet share a line, so that one sees a group being asked again.
 * @param {Numbered[]} planned
 * @returns {Numbered[][]}
 */
function inLines(planned) {
  /** @type {Numbered[][]} */
  const lines = [];
  for (const one of planned) {
    const line = lines.find((others) => others.every((other) => areApart(one.row, other.row)));
    if (line) line.push(one);
    else lines.push([one]);
  }
  return lines;
}

/** @param {PlannedRow} one @param {PlannedRow} other */
function areApart(one, other) {
  const [[start, end], [from, to]] = [weeksOf(one), weeksOf(other)];
  return start - to >= APART || from - end >= APART;
}

/** The first and the last week that a row names. @param {PlannedRow} row */
function weeksOf({ week, feedback_week: feedback }) {
  const known = [week, feedback].filter((value) => value !== null);
  return [Math.min(...known), Math.max(...known)];
}

/**
 * From being asked to hearing back.
 * @param {object} props
 * @param {PlannedRow} props.row
 * @param {number} props.number
 * @param {number} props.weeks
 */
function Stretch({ row, number, weeks }) {
  const { week, feedback_week: feedback } = row;
  const [start, end] = weeksOf(row).map((value) => share(value, weeks));
  return (
    <>
      <i
        class={week !== null && feedback !== null && feedback < week ? "is-backward" : ""}
        style={{ insetInlineStart: `${start}%`, width: `${end - start}%` }}
      />
      {feedback !== null && <span class={`consultation-plan-heard ${isBeyond(feedback, weeks)}`} style={at(feedback, weeks)} />}
      {week !== null && <span class={`consultation-plan-asked ${isBeyond(week, weeks)}`} style={at(week, weeks)}>{number}</span>}
    </>
  );
}

/** @param {PlannedRow} row */
const isDated = ({ week, feedback_week }) => week !== null || feedback_week !== null;

/** A week that the calendar does not reach stands at its edge, marked. @param {number} week @param {number} weeks */
const isBeyond = (week, weeks) => (week < 1 || week > weeks ? "is-beyond" : "");

/** The middle of a week in hundredths of the calendar. @param {number} week @param {number} weeks */
const share = (week, weeks) => ((Math.min(weeks, Math.max(1, week)) - 0.5) / weeks) * 100;

/** @param {number} week @param {number} weeks */
const at = (week, weeks) => ({ insetInlineStart: `${share(week, weeks)}%` });
