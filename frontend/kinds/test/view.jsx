import { useLayoutEffect, useRef } from "preact/hooks";
import { Choice } from "../../components/controls.jsx";
import { Heading } from "../../components/heading.jsx";
import { chosenIn, FORMS } from "./facts.js";
import { Result } from "./result.jsx";
import { SittingSheet } from "./sheet.jsx";
import { describe } from "./words.js";

/**
 * A test before and after the course: choose a form, answer, hand in; later the other form, hand in, and only then see
 * what was right. What stands open at the moment is all that is shown.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/** @typedef {import("./facts.js").Answer} Answer */
/** @typedef {import("./facts.js").Sitting} Sitting */

/** The frame leaves out its tools: a sitting is handed in, not checked. */
export const light = true;

/**
 * Whether the answer is graded without being asked: once the second sitting is handed in.
 * @param {Exercise} _exercise
 * @param {Answer} answer
 */
export const checksItself = (_exercise, { after }) => after.done;

/**
 * @param {object} props
 * @param {Exercise} props.exercise
 * @param {Answer} props.answer
 * @param {(answer: Answer, said: string) => void} props.onChange
 * @param {boolean} props.readOnly
 * @param {import("../../types").Question[]} [props.reviews]
 * @param {number} props.headingLevel
 * @param {Translate} props.t
 */
export function View({ exercise, answer, onChange, readOnly, reviews = [], headingLevel, t }) {
  const { before, after } = answer;
  const now = !before.done ? "before" : after.form === null ? "between" : !after.done ? "after" : "result";
  const heading = useFocusAfterStep(now);
  if (readOnly) return <ul class="test">{describe(exercise, answer, t).map((line) => <li key={line}>{line}</li>)}</ul>;
  const { items } = exercise.setting;
  const sheet = (/** @type {"before" | "after"} */ name) => (
    <SittingSheet
      key={name} items={items} sitting={answer[name]} onChange={(sitting, said) => onChange({ ...answer, [name]: sitting }, said)} t={t}
    />
  );
  const other = FORMS.find((form) => form !== before.form) ?? FORMS[0];
  return (
    <div class="test">
      <Heading level={headingLevel} ref={heading} tabIndex={-1}>{t(`test.step.${now}`)}</Heading>
      {now === "before" && (
        <>
          <ChooseForm
            sitting={before}
            onChange={(form) => onChange({ ...answer, before: { ...before, form } }, t("test.form-chosen", { form }))}
            t={t}
          />
          {before.form !== null && sheet("before")}
        </>
      )}
      {now === "between" && (
        <>
          <p>{t("test.kept", { form: before.form ?? "", given: given(before), count: items.length })}</p>
          <p>{t("test.wait")}</p>
          <div class="exercise-row">
            <button
              type="button" class="exercise-button is-main"
              onClick={() => onChange({ ...answer, after: { ...after, form: other } }, t("test.form-chosen", { form: other }))}
            >
              {t("test.begin-second", { form: other })}
            </button>
          </div>
        </>
      )}
      {now === "after" && sheet("after")}
      {now === "result" && <Result exercise={exercise} answer={answer} reviews={reviews} level={headingLevel + 1} t={t} />}
    </div>
  );
}

/**
 * The form is chosen or drawn, and can be changed until the first item is answered: afterwards the answers belong to it.
 * @param {{sitting: Sitting, onChange: (form: string) => void, t: Translate}} props
 */
function ChooseForm({ sitting, onChange, t }) {
  if (given(sitting) > 0) return <p>{t("test.form-now", { form: sitting.form ?? "" })}</p>;
  const options = FORMS.map((id) => ({ id, name: t("test.form", { form: id }) }));
  return (
    <>
      <p>{t("test.which-form")}</p>
      <Choice label={t("test.form-label")} value={sitting.form} options={options} onChange={onChange} narrow />
      {sitting.form === null && (
        <div class="exercise-row">
          <button type="button" class="exercise-button" onClick={() => onChange(FORMS[Math.floor(Math.random() * FORMS.length)])}>
            {t("test.draw-form")}
          </button>
        </div>
      )}
    </>
  );
}

/** @param {Sitting} sitting how many of its items are answered */
const given = (sitting) => Object.keys(sitting.answers).filter((id) => chosenIn(sitting, id).length > 0).length;

/**
 * Moves the focus to the heading of a step when the step before it is done.
 * @param {string} step
 */
function useFocusAfterStep(step) {
  const heading = useRef(/** @type {HTMLElement | null} */ (null));
  const last = useRef(step);
  useLayoutEffect(() => {
    if (last.current !== step) heading.current?.focus();
    last.current = step;
  }, [step]);
  return heading;
}
