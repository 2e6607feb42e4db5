import { useRef } from "preact/hooks";
import { CheckList, Choice, Keys, Select } from "../../components/controls.jsx";
import { useFocusSoon } from "../../components/focus.js";
import { Heading } from "../../components/heading.jsx";
import { QuarterBoard } from "../../boards/quarter-board.jsx";
import { QuarterSelects } from "../../boards/quarter-selects.jsx";
import { spanInWords } from "../../boards/quarter-spans.js";
import { budgetInWords, nameOf, namesInWords, stepInWords, stepOf } from "./words.js";

/**
 * A roadmap: steps as bars over the quarters and, with the same power, as a list of selects.
 */

/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/** @typedef {{id: string, name: string, note?: string}} NamedStep */
/** @typedef {import("./words.js").Step} Step */

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
  const view = useRef(/** @type {HTMLDivElement | null} */ (null));
  const focusSoon = useFocusSoon(view);
  const set = (/** @type {string} */ id, /** @type {Partial<Step>} */ part) => {
    const step = setting.steps.find((/** @type {NamedStep} */ named) => named.id === id);
    const given = { ...stepOf(answer, id), ...part };
    onChange({ ...answer, steps: { ...answer.steps, [id]: given } }, stepInWords(setting, step, given, t));
  };
  const changes = {
    onMove: (/** @type {{id: string}} */ bar, /** @type {{start: number, end: number}} */ span) => set(bar.id, span),
    onPlace: (/** @type {{id: string}} */ row, /** @type {number} */ quarter) => set(row.id, { start: quarter, end: quarter }),
    onPick: (/** @type {{id: string}} */ bar) =>
      /** @type {HTMLElement | null | undefined} */ (view.current?.querySelector(`[data-step="${bar.id}"] select`))?.focus(),
    onRemove(/** @type {{id: string}} */ bar) {
      set(bar.id, { start: null, end: null });
      focusSoon(`[data-row="${bar.id}"] button`);
    },
  };
  const { window: drafting, adoption } = setting;
  // Rows that move while one works would be hard to follow; where nothing can be changed, the earliest step stands first.
  const rows = rowsOf(setting, answer, t);
  const board = (
    <QuarterBoard
      label={t("roadmap.board")} quarters={setting.quarters} rows={readOnly ? [...rows].sort(byStart) : rows}
      changes={readOnly ? undefined : changes}
      marks={[
        { from: drafting.start, to: drafting.end, name: t("roadmap.drafting") },
        { from: adoption, to: adoption, name: t("roadmap.adoption") },
      ]}
      t={t}
    />
  );
  if (readOnly) return <div class="roadmap">{board}<Chosen setting={setting} answer={answer} t={t} /></div>;
  return (
    <div class="roadmap" ref={view}>
      <p class="exercise-muted">{t("roadmap.prompt")}</p>
      {board}
      <Heading level={headingLevel}>{t("roadmap.list")}</Heading>
      <ol class="roadmap-steps">
        {setting.steps.map((/** @type {NamedStep} */ step) => (
          <li key={step.id}>
            <div class="roadmap-step" role="group" aria-label={step.name} data-step={step.id}>
              <p>{step.name}{step.note && <small>{step.note}</small>}</p>
              <div class="roadmap-fields">
                <Select
                  label={t("roadmap.lead")} value={stepOf(answer, step.id).lead ?? ""} open={t("list.choose")}
                  options={setting.leads} onChange={(lead) => set(step.id, { lead: lead || null })}
                />
                <QuarterSelects span={stepOf(answer, step.id)} quarters={setting.quarters} onChange={(span) => set(step.id, span)} t={t} />
              </div>
            </div>
          </li>
        ))}
      </ol>
      <Carried setting={setting} answer={answer} onChange={onChange} t={t} />
      <Keys keys={["move", "stretch", "pick", "remove"]} prefix="quarters.keys" t={t} />
    </div>
  );
}

/**
 * @param {Record<string, any>} setting
 * @param {any} answer
 * @param {Translate} t
 * @returns {import("../../boards/quarter-board.jsx").Row[]}
 */
function rowsOf(setting, answer, t) {
  return setting.steps.map((/** @type {NamedStep} */ { id, name }) => {
    const step = stepOf(answer, id);
    const lead = nameOf(setting.leads, step.lead);
    const isPlaced = step.start !== null || step.end !== null;
    return {
      id, name,
      note: [isPlaced && spanInWords(step, t), lead].filter(Boolean).join(" · "),
      bars: isPlaced ? [{ id, name: lead ? t("roadmap.led", { name, lead }) : name, start: step.start, end: step.end, text: "" }] : [],
    };
  });
}

/** @param {import("../../boards/quarter-board.jsx").Row} one @param {import("../../boards/quarter-board.jsx").Row} other */
function byStart({ bars: [one] }, { bars: [other] }) {
  return (one?.start ?? Infinity) - (other?.start ?? Infinity) || 0;
}

/**
 * What carries the roadmap beyond its steps.
 * @param {{setting: Record<string, any>, answer: any, onChange: (answer: any, said: string) => void, t: Translate}} props
 */
function Carried({ setting, answer, onChange, t }) {
  const also = (/** @type {string[]} */ ids) =>
    ids.filter((id) => !setting.ministries.some((/** @type {NamedStep} */ ministry) => ministry.id === id));
  return (
    <div class="roadmap-carried">
      <CheckList
        label={t("roadmap.ministries")} value={answer.focal_ministries} options={setting.ministries} narrow
        onChange={(ids) => {
          const focal = [...ids, ...also(answer.focal_ministries)];
          onChange({ ...answer, focal_ministries: focal }, t("roadmap.said-ministries", { names: namesInWords(setting, focal, t) }));
        }}
      />
      <Choice
        label={t("roadmap.budget")} value={answer.budget_line === null ? null : String(answer.budget_line)} narrow
        options={[{ id: "true", name: t("roadmap.budget-yes") }, { id: "false", name: t("roadmap.budget-no") }]}
        onChange={(id) => {
          onChange({ ...answer, budget_line: id === "true" }, t("roadmap.said-budget", { value: budgetInWords(id === "true", t) }));
        }}
      />
      <CheckList
        label={t("roadmap.partners")} value={answer.partners} options={setting.partners} narrow
        onChange={(partners) => {
          onChange({ ...answer, partners }, t("roadmap.said-partners", { names: namesInWords(setting, partners, t) }));
        }}
      />
    </div>
  );
}

/**
 * The same where nothing can be changed.
 * @param {{setting: Record<string, any>, answer: any, t: Translate}} props
 */
function Chosen({ setting, answer, t }) {
  return (
    <dl class="roadmap-chosen">
      <div><dt>{t("roadmap.ministries")}</dt><dd>{namesInWords(setting, answer.focal_ministries, t)}</dd></div>
      <div><dt>{t("roadmap.budget")}</dt><dd>{budgetInWords(answer.budget_line, t)}</dd></div>
      <div><dt>{t("roadmap.partners")}</dt><dd>{namesInWords(setting, answer.partners, t)}</dd></div>
    </dl>
  );
}
