import { useRef } from "preact/hooks";
import { Choice, Keys } from "../../components/controls.jsx";
import { Heading } from "../../components/heading.jsx";
import { inOrder } from "./facts.js";
import { categoryInWords, cellOf, isDone } from "./words.js";

/**
 * Items to sort into categories: each item stands with its own round buttons, or boxes where a pair may be meant.
 */

/** Words stay in sight for the first checks. */
export const showsChecks = true;

/** @typedef {import("./facts.js").Column} Column */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/** @typedef {{id: string, text: string}} Item */
/** @typedef {{checks: number, entries: {term: string, text: string}[]}} Pinned */
/** @typedef {import("./facts.js").Setting & {case?: string, pinned?: Pinned}} Setting */
/**
 * @typedef {object} ViewProps
 * @property {import("../../types").Exercise} exercise
 * @property {any} answer
 * @property {(answer: any, said: string) => void} onChange with what was done, in words
 * @property {boolean} readOnly
 * @property {number} [checks] how often the person has checked
 * @property {number} headingLevel
 * @property {Translate} t
 */

/** @param {ViewProps} props */
export function View(props) {
  return props.readOnly ? <Shown {...props} /> : <Workbench {...props} />;
}

/** @param {ViewProps} props */
function Workbench({ exercise, answer, onChange, checks = 0, headingLevel, t }) {
  const setting = /** @type {Setting} */ (exercise.setting);
  const view = useRef(/** @type {HTMLDivElement | null} */ (null));
  const put = (/** @type {Item} */ { id }, /** @type {number} */ number, /** @type {Column} */ column, /** @type {string} */ value) => {
    const given = { ...answer[setting.field] };
    const cell = value || null;
    if (setting.columns.length === 1) given[id] = cell;
    else {
      const row = Object.fromEntries(setting.columns.map((other) => [other.id, cellOf(setting, answer, id, other) || null]));
      given[id] = { ...row, [column.id]: cell };
    }
    const said = cell
      ? t("matching.said", { number, category: categoryInWords(column, value, t) })
      : t("matching.said-open", { number, label: column.label });
    onChange({ ...answer, [setting.field]: given }, said);
  };
  return (
    <div class="matching" ref={view}>
      {setting.pinned && <PinnedWords pinned={setting.pinned} isOpen={checks < setting.pinned.checks} level={headingLevel} t={t} />}
      <ol class={`matching-items ${setting.columns.length > 1 ? "has-columns" : ""}`}>
        {setting.items.map((item, index) => (
          <ItemCard
            key={item.id} id={`${exercise.id}-${item.id}`} item={item} number={index + 1} setting={setting} answer={answer}
            onPut={(column, value) => put(item, index + 1, column, value)} t={t}
          />
        ))}
      </ol>
      {setting.choices.length > 0 && (
        <div class="matching-choices">
          {setting.case && <Heading level={headingLevel}>{t("matching.one-more")}</Heading>}
          {setting.case && <p class="matching-case">{setting.case}</p>}
          {setting.choices.map(({ id, label, options }) => (
            <div key={id} data-open={answer[id] === null || undefined}>
              <Choice
                label={label} value={answer[id]} options={options} narrow={options.every(({ name }) => name.length < 20)}
                onChange={(option) => {
                  const name = options.find((known) => known.id === option)?.name ?? option;
                  onChange({ ...answer, [id]: option }, t("matching.said-choice", { label, option: name }));
                }}
              />
            </div>
          ))}
        </div>
      )}
      <Progress setting={setting} answer={answer} view={view} t={t} />
      <Keys keys={["move", "choose", ...(setting.columns.some(({ pairs }) => pairs) ? ["tick"] : [])]} prefix="matching.keys" t={t} />
    </div>
  );
}

/**
 * Words to keep in sight for the first checks; after that one opens them when one wants to.
 * @param {{pinned: Pinned, isOpen: boolean, level: number, t: Translate}} props
 */
function PinnedWords({ pinned, isOpen, level, t }) {
  const words = (
    <dl>
      {pinned.entries.map(({ term, text }) => <div key={term}><dt>{term}</dt><dd>{text}</dd></div>)}
    </dl>
  );
  if (isOpen) return <div class="matching-pinned"><Heading level={level}>{t("matching.pinned")}</Heading>{words}</div>;
  return <details class="matching-pinned"><summary>{t("matching.pinned-open")}</summary>{words}</details>;
}

/**
 * @param {object} props
 * @param {string} props.id in the page, where other exercises may stand
 * @param {Item} props.item
 * @param {number} props.number
 * @param {Setting} props.setting
 * @param {any} props.answer
 * @param {(column: Column, value: string) => void} props.onPut
 * @param {Translate} props.t
 */
function ItemCard({ id, item, number, setting, answer, onPut, t }) {
  const done = isDone(setting, answer, item.id);
  return (
    <li>
      <div
        class={`matching-item ${done ? "is-done" : ""}`}
        role="group"
        aria-labelledby={id}
        data-item={item.id}
        data-open={!done || undefined}
      >
        <p class="matching-text" id={id}><b class="matching-number">{number}</b><span>{item.text}</span></p>
        {setting.columns.map((column) => (
          <Categories
            key={column.id} column={column} name={`${id}-${column.id}`} value={cellOf(setting, answer, item.id, column)}
            labelUnseen={setting.columns.length === 1} onPut={(value) => onPut(column, value)} t={t}
          />
        ))}
      </div>
    </li>
  );
}

/**
 * The categories of one column: round buttons, or boxes of which one or two can be ticked.
 * @param {object} props
 * @param {Column} props.column
 * @param {string} props.name of the group of round buttons
 * @param {string} props.value
 * @param {boolean} props.labelUnseen
 * @param {(value: string) => void} props.onPut
 * @param {Translate} props.t
 */
function Categories({ column, name, value, labelUnseen, onPut, t }) {
  const ids = column.categories.map((category) => category.id);
  const chosen = column.pairs ? value.split("-").filter(Boolean) : [value];
  const toggle = (/** @type {string} */ id) => onPut(inOrder(ids.filter((other) => (other === id) !== chosen.includes(other)), ids));
  return (
    <fieldset class={`matching-categories ${column.pairs ? "is-strip" : ""}`}>
      <legend class={labelUnseen ? "exercise-unseen" : ""}>
        {column.label}
        {column.pairs && <span class="exercise-unseen"> {t("matching.one-or-two")}</span>}
      </legend>
      <div class="matching-options">
        {column.categories.map((category) => {
          const isChosen = chosen.includes(category.id);
          const isFull = Boolean(column.pairs) && chosen.length === 2 && !isChosen;
          return (
            <label class="exercise-option" key={category.id}>
              <input
                type={column.pairs ? "checkbox" : "radio"} name={name} value={category.id} checked={isChosen} disabled={isFull}
                onChange={() => (column.pairs ? toggle(category.id) : onPut(category.id))}
              />
              <span>{category.name}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

/**
 * How much is done, and a way to what is not.
 * @param {{setting: Setting, answer: any, view: {current: HTMLDivElement | null}, t: Translate}} props
 */
function Progress({ setting, answer, view, t }) {
  const steps = [...setting.items.map(({ id }) => isDone(setting, answer, id)), ...setting.choices.map(({ id }) => answer[id] !== null)];
  const done = steps.filter(Boolean).length;
  const goOn = () => {
    const open = view.current?.querySelector("[data-open]");
    const controls = /** @type {HTMLInputElement[]} */ ([...(open?.querySelectorAll("input:not(:disabled)") ?? [])]);
    const emptyColumn = controls.find((input) => !input.closest("fieldset")?.querySelector("input:checked"));
    (emptyColumn ?? controls[0])?.focus();
    open?.scrollIntoView({ block: "center" });
  };
  return (
    <div class="matching-progress">
      <span class="matching-bar" aria-hidden="true">
        {steps.map((isFilled, index) => <i key={index} class={isFilled ? "is-filled" : ""}></i>)}
      </span>
      <p>{done === steps.length ? t("matching.all-done") : t("matching.done", { done, count: steps.length })}</p>
      {done < steps.length && done > 0 && (
        <button type="button" class="exercise-button is-quiet" onClick={goOn}>{t("matching.next")}</button>
      )}
    </div>
  );
}

/** The whole answer at a glance, where nothing can be changed. @param {ViewProps} props */
function Shown({ exercise, answer, t }) {
  const setting = /** @type {Setting} */ (exercise.setting);
  return (
    <div class="matching is-shown">
      <ol class="matching-shown">
        {setting.items.map((item, index) => (
          <li key={item.id}>
            <b class="matching-number">{index + 1}</b>
            <span>{item.text}</span>
            <span class="matching-chosen">
              {setting.columns.map((column) => (
                <strong key={column.id}>{categoryInWords(column, cellOf(setting, answer, item.id, column), t)}</strong>
              ))}
            </span>
          </li>
        ))}
      </ol>
      {setting.case && <p class="matching-case">{setting.case}</p>}
      <dl class="matching-shown-choices">
        {setting.choices.map(({ id, label, options }) => (
          <div key={id}><dt>{label}</dt><dd>{options.find((option) => option.id === answer[id])?.name ?? t("words.open")}</dd></div>
        ))}
      </dl>
    </div>
  );
}
