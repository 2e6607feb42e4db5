import { useId } from "../../components/unique-id.js";
import { CheckList, Choice, NumberField, Select } from "../../components/controls.jsx";
import { Chart } from "./chart.jsx";
import { cellText } from "./rows.js";
import { valueInWords } from "./words.js";

/**
 * A data lab: a chart and a table of the same rows, and questions that they answer.
 */

/** @typedef {import("./facts.js").Field} Field */
/** @typedef {import("./facts.js").Answer} Answer */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */

/** From this many options on, a list that opens takes less room than all of them in sight. */
const MANY = 5;
/** Up to this many letters a text stays on one line. */
const SHORT = 16;

const isShort = (/** @type {string} */ text) => text.length <= SHORT;

/**
 * @param {object} props
 * @param {import("../../types").Exercise} props.exercise
 * @param {Answer} props.answer
 * @param {(answer: Answer, said: string) => void} props.onChange
 * @param {boolean} props.readOnly
 * @param {Translate} props.t
 */
export function View({ exercise: { setting }, answer, onChange, readOnly, t }) {
  if (readOnly) return <Shown fields={setting.fields} answer={answer} t={t} />;
  const set = (/** @type {Field} */ field, /** @type {Answer[string]} */ value) => {
    if (value === answer[field.id]) return;
    onChange({ ...answer, [field.id]: value }, t("data-lab.in-words", { question: field.label, answer: valueInWords(field, value, t) }));
  };
  return (
    <div class="data-lab">
      <figure>
        <figcaption>{setting.chart.title}</figcaption>
        <Chart setting={setting} t={t} />
      </figure>
      <Table data={setting.data} t={t} />
      <div class="data-lab-fields">
        {setting.fields.map((/** @type {Field} */ field) => (
          <Question key={field.id} field={field} value={answer[field.id]} onAnswer={(value) => set(field, value)} t={t} />
        ))}
      </div>
    </div>
  );
}

/**
 * @param {object} props
 * @param {Field} props.field
 * @param {any} props.value
 * @param {(value: Answer[string]) => void} props.onAnswer
 * @param {Translate} props.t
 */
function Question({ field: { ask, label, unit, note, options = [] }, value, onAnswer, t }) {
  const choice = { label, value, options, onChange: onAnswer, narrow: options.every(({ name }) => isShort(name)) };
  if (ask === "several") return <CheckList {...choice} />;
  if (ask === "one" && options.length < MANY) return <Choice {...choice} />;
  if (ask === "one") {
    const choose = (/** @type {string} */ id) => onAnswer(id || null);
    return <Select label={label} value={value ?? ""} open={t("data-lab.open")} options={options} onChange={choose} note={note} />;
  }
  const whole = ask === "whole";
  return (
    <NumberField
      label={label} value={value} unit={unit} note={note} whole={whole} onChange={onAnswer}
      problem={t(whole ? "data-lab.not-whole" : "data-lab.not-a-number")}
    />
  );
}

/**
 * @param {{data: import("./rows.js").Data, t: Translate}} props
 */
function Table({ data, t }) {
  const id = useId();
  return (
    <div class="data-lab-rows">
      <div class="data-lab-scroll" role="region" aria-labelledby={id} tabIndex={0}>
        <table>
          <caption id={id}>{data.title}</caption>
          <thead><tr>{data.columns.map(({ field, heading }) => <th key={field} scope="col">{heading}</th>)}</tr></thead>
          <tbody>
            {data.rows.map((row, index) => (
              <tr key={index}>
                {data.columns.map(({ field }) => {
                  const text = cellText(data, row, field);
                  return <td key={field} class={isShort(text) ? "is-short" : ""}>{text || <i>{t("data-lab.unknown")}</i>}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {data.note && <p>{data.note}</p>}
      <p>{t("data-lab.from")} {data.href && <a href={data.href}>{t("data-lab.to-dataset")}</a>}</p>
    </div>
  );
}

/**
 * The answers where nothing can be changed.
 * @param {{fields: Field[], answer: Answer, t: Translate}} props
 */
function Shown({ fields, answer, t }) {
  return (
    <dl class="data-lab-shown">
      {fields.map((field) => (
        <div key={field.id}><dt>{field.label}</dt><dd>{valueInWords(field, answer[field.id], t)}</dd></div>
      ))}
    </dl>
  );
}
