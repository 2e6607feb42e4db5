import { useRef } from "preact/hooks";
import { Keys } from "../../components/controls.jsx";
import { useFocusSoon } from "../../components/focus.js";
import { Heading } from "../../components/heading.jsx";
import { withItem, withItemAt, withoutItem } from "../../core/lists.js";
import { Calendar } from "./calendar.jsx";
import { costOf } from "./facts.js";
import { Methods, Rows } from "./rows.jsx";
import { costInWords, nameOf, roomsInWords, rowInWords } from "./words.js";

/**
 * The consultation plan: an editor of rows, and a calendar that shows what they add up to.
 */

/** @typedef {import("./facts.js").Plan} Plan */
/** @typedef {import("./facts.js").PlannedRow} PlannedRow */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/**
 * @typedef {object} ViewProps
 * @property {import("../../types").Exercise} exercise
 * @property {Plan} answer
 * @property {(answer: Plan, said: string) => void} onChange with what was done, in words
 * @property {boolean} readOnly
 * @property {number} headingLevel
 * @property {Translate} t
 */

/** @type {PlannedRow} */
const OPEN = { who: null, stage: null, method: null, week: null, feedback_week: null };

/** @param {ViewProps} props */
export function View(props) {
  const { exercise: { setting }, answer: { rows }, readOnly, t } = props;
  if (!readOnly) return <Workbench {...props} />;
  return (
    <div class="consultation-plan">
      <Calendar setting={setting} rows={rows} t={t} />
      <ul class="consultation-plan-said">{rows.map((row, index) => <li key={index}>{rowInWords(setting, row, index, t)}</li>)}</ul>
      <Rooms setting={setting} rows={rows} t={t} />
      <Cost setting={setting} rows={rows} t={t} />
    </div>
  );
}

/** @param {ViewProps} props */
function Workbench({ exercise: { setting }, answer: { rows }, onChange, headingLevel, t }) {
  const view = useRef(/** @type {HTMLDivElement | null} */ (null));
  const focusSoon = useFocusSoon(view);
  const named = (/** @type {number} */ index) => ({ number: index + 1, who: nameOf(setting.groups, rows[index].who) ?? t("words.open") });

  const edit = (/** @type {number} */ index, /** @type {Partial<PlannedRow>} */ change) => {
    const next = withItem(rows, index, { ...rows[index], ...change });
    const words = [rowInWords(setting, next[index], index, t)];
    if (["who", "method", "week"].some((field) => field in change)) words.push(...roomsInWords(setting, next, t, next[index]));
    if ("method" in change || "week" in change) words.push(costInWords(setting, next, t));
    onChange({ rows: next }, words.join(" "));
  };
  const insert = (/** @type {number} */ index, /** @type {PlannedRow} */ row, /** @type {string} */ said) => {
    onChange({ rows: withItemAt(rows, index, row) }, said);
    focusSoon(`[data-row="${index}"] select`);
  };
  const remove = (/** @type {number} */ index) => {
    onChange({ rows: withoutItem(rows, index) }, t("consultation-plan.said-removed", named(index)));
    focusSoon(`[data-remove="${Math.min(index, rows.length - 2)}"]`, "[data-add]");
  };

  return (
    <div class="consultation-plan is-live" ref={view}>
      <Methods methods={setting.methods} t={t} />
      <Heading level={headingLevel}>{t("consultation-plan.calendar")}</Heading>
      <Calendar setting={setting} rows={rows} t={t} />
      <Heading level={headingLevel}>{t("consultation-plan.rows", { count: rows.length })}</Heading>
      <Rows
        setting={setting} rows={rows} onEdit={edit} onRemove={remove} t={t}
        onDuplicate={(index) => insert(index + 1, { ...rows[index] }, t("consultation-plan.said-duplicated", named(index)))}
      />
      <Rooms setting={setting} rows={rows} t={t} />
      <div class="consultation-plan-foot">
        <button
          type="button" class="exercise-button" data-add
          onClick={() => insert(rows.length, OPEN, t("consultation-plan.said-added", { number: rows.length + 1 }))}
        >
          {t("consultation-plan.add")}
        </button>
        <Cost setting={setting} rows={rows} t={t} />
      </div>
      <Keys keys={["move", "choose", "press"]} prefix="consultation-plan.keys" t={t} />
    </div>
  );
}

/**
 * Who sits beside whom.
 * @param {{setting: Record<string, any>, rows: PlannedRow[], t: Translate}} props
 */
function Rooms({ setting, rows, t }) {
  const rooms = roomsInWords(setting, rows, t);
  if (rooms.length === 0) return null;
  return <ul class="consultation-plan-said" data-rooms>{rooms.map((words) => <li key={words}>{words}</li>)}</ul>;
}

/**
 * The budget, in words and as a bar.
 * @param {{setting: Record<string, any>, rows: PlannedRow[], t: Translate}} props
 */
function Cost({ setting, rows, t }) {
  const share = Math.min(1, costOf(rows, setting) / setting.budget);
  return (
    <div class={`consultation-plan-cost ${costOf(rows, setting) > setting.budget ? "is-over" : ""}`}>
      <p>{costInWords(setting, rows, t)}</p>
      <div aria-hidden="true"><i style={{ width: `${share * 100}%` }} /></div>
    </div>
  );
}
