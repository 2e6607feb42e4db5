import { useState } from "preact/hooks";
import { useId } from "./unique-id.js";

/**
 * Form controls that kinds share: labelled, large enough for a thumb, and the same everywhere.
 */

/** @typedef {{id: string, name: string}} Named */

/**
 * A select with its label above it and a first entry for "nothing chosen".
 * @param {object} props
 * @param {string} props.label
 * @param {string} props.value an id, or empty text while nothing is chosen
 * @param {string} props.open how the first entry reads
 * @param {Named[]} props.options
 * @param {(id: string) => void} props.onChange
 * @param {string} [props.note] a line under the select
 * @param {boolean} [props.labelUnseen] for tables, where the headings label what the eye sees
 */
export function Select({ label, value, open, options, onChange, note, labelUnseen = false }) {
  const id = useId();
  const shown = options.find((option) => option.id === value)?.name ?? open;
  // What is too long for a phone loses its end, in whichever direction the page runs.
  const direction = /^[a-z]/i.test(shown) ? "ltr" : undefined;
  return (
    <div class="exercise-field">
      <label for={id} class={labelUnseen ? "exercise-unseen" : ""}>{label}</label>
      <select id={id} value={value} dir={direction} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{open}</option>
        {options.map((option) => <option key={option.id} value={option.id}>{option.name}</option>)}
      </select>
      {note && <small>{note}</small>}
    </div>
  );
}

/**
 * One of a few, each in sight.
 * @param {object} props
 * @param {string} props.label
 * @param {string | null} props.value
 * @param {Named[]} props.options
 * @param {(id: string) => void} props.onChange
 * @param {boolean} [props.narrow] side by side where there is room
 */
export function Choice({ label, value, options, onChange, narrow = false }) {
  const name = useId();
  return (
    <fieldset class={`exercise-choice ${narrow ? "is-narrow" : ""}`}>
      <legend>{label}</legend>
      <div class="exercise-choice-options">
        {options.map((option) => (
          <label class="exercise-option" key={option.id}>
            <input type="radio" name={name} value={option.id} checked={value === option.id} onChange={() => onChange(option.id)} />
            <span>{option.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/**
 * Any number out of some. The list that comes back keeps the order of the options.
 * @param {object} props
 * @param {string} props.label
 * @param {string[]} props.value
 * @param {(Named & {note?: string})[]} props.options
 * @param {(ids: string[], changed: string) => void} props.onChange with the id that was ticked or unticked
 * @param {boolean} [props.narrow] side by side where there is room
 */
export function CheckList({ label, value, options, onChange, narrow = false }) {
  const toggle = (/** @type {string} */ id) =>
    onChange(options.map((option) => option.id).filter((option) => (option === id) !== value.includes(option)), id);
  return (
    <fieldset class={`exercise-choice ${narrow ? "is-narrow" : ""}`}>
      <legend>{label}</legend>
      <div class="exercise-choice-options">
        {options.map((option) => (
          <label class="exercise-tick" key={option.id}>
            <input type="checkbox" value={option.id} checked={value.includes(option.id)} onChange={() => toggle(option.id)} />
            <span>
              {option.name}
              {option.note && <small>{option.note}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/**
 * A number as people write it, with a comma or a point. What is not yet a number stays in the box and counts as open.
 * @param {object} props
 * @param {string} props.label
 * @param {number | null} props.value
 * @param {(value: number | null) => void} props.onChange
 * @param {string} props.problem what to say while the box holds no number
 * @param {string} [props.unit]
 * @param {string} [props.note]
 * @param {boolean} [props.whole] whether only whole numbers count
 */
export function NumberField({ label, value, onChange, problem, unit, note, whole = false }) {
  const id = useId();
  const [text, setText] = useState(value === null ? "" : String(value));
  const shown = readNumber(text, whole) === value ? text : value === null ? "" : String(value);
  const isOdd = shown.trim() !== "" && value === null;
  return (
    <div class="exercise-field">
      <label for={id}>{label}</label>
      <div class="exercise-number">
        <input
          type="text" inputMode={whole ? "numeric" : "decimal"} autocomplete="off" id={id} value={shown}
          aria-invalid={isOdd || undefined} aria-describedby={`${id}-note`}
          onInput={(event) => {
            setText(event.currentTarget.value);
            onChange(readNumber(event.currentTarget.value, whole));
          }}
        />
        {unit && <span>{unit}</span>}
      </div>
      <small id={`${id}-note`} class={isOdd ? "exercise-problem" : ""}>{isOdd ? problem : note}</small>
    </div>
  );
}

/** @param {string} digit as Arabic keyboards write it */
const westernDigit = (digit) => String(digit.charCodeAt(0) - 0x0660);

/**
 * @param {string} text such as "45,5", " 1200 " or "٤٥٫٥"
 * @param {boolean} whole
 * @returns {number | null}
 */
function readNumber(text, whole) {
  const plain = text.trim().replace(/[,\u066b]/, ".").replace("\u2212", "-").replace(/[\u0660-\u0669]/g, westernDigit);
  if (!(whole ? /^-?\d{1,9}$/ : /^-?\d{1,9}(\.\d{1,6})?$/).test(plain)) return null;
  return Number(plain);
}

/**
 * Text in the person's own words.
 * @param {object} props
 * @param {string} props.label
 * @param {string} props.value
 * @param {(value: string) => void} props.onChange
 * @param {number} [props.rows] 1 for a single line
 * @param {string} [props.note] such as how many words there are
 * @param {number} [props.longest] characters
 */
export function TextField({ label, value, onChange, rows = 1, note, longest = 5000 }) {
  const id = useId();
  const shared = {
    id, value, maxLength: longest, "aria-describedby": note ? `${id}-note` : undefined,
    onInput: (/** @type {any} */ event) => onChange(event.currentTarget.value),
  };
  return (
    <div class="exercise-field">
      <label for={id}>{label}</label>
      {rows === 1 ? <input type="text" autocomplete="off" {...shared} /> : <textarea rows={rows} {...shared} />}
      {note && <small id={`${id}-note`}>{note}</small>}
    </div>
  );
}

/**
 * What each key does, as every kind documents its own.
 * Its texts are `<prefix>.<key>` and `<prefix>.<key>-does`.
 * @param {{keys: string[], prefix: string, t: import("../i18n/messages.js").Translate}} props
 */
export function Keys({ keys, prefix, t }) {
  return (
    <details class="exercise-keys">
      <summary>{t("keys.summary")}</summary>
      <dl>
        {keys.map((key) => <div key={key}><dt>{t(`${prefix}.${key}`)}</dt><dd>{t(`${prefix}.${key}-does`)}</dd></div>)}
        <div><dt>{t("keys.undo")}</dt><dd>{t("keys.undo-does")}</dd></div>
      </dl>
    </details>
  );
}
