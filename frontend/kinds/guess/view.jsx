import { CheckList, Choice } from "../../components/controls.jsx";
import { chosenOf, describe } from "../quiz/words.js";

/**
 * Guesses before a chapter: one option for each question, kept at once, changed at will, never judged here.
 */

/** @typedef {import("../../types").Question} Question */
/** @typedef {import("../quiz/question-list.jsx").Answer} Answer */

/** The frame leaves out its tools: there is nothing to check. */
export const light = true;

/**
 * @param {object} props
 * @param {import("../../types").Exercise} props.exercise
 * @param {Answer} props.answer
 * @param {(answer: Answer, said: string) => void} props.onChange
 * @param {boolean} props.readOnly
 * @param {import("../../i18n/messages.js").Translate} props.t
 */
export function View({ exercise, answer, onChange, readOnly, t }) {
  if (readOnly) return <ul class="guess">{describe(exercise, answer, t).map((line) => <li key={line}>{line}</li>)}</ul>;
  /** @type {Question[]} */
  const questions = exercise.setting.questions;
  return (
    <ul class="guess">
      {questions.map((question) => {
        const chosen = chosenOf(answer, question) ?? [];
        const note = (/** @type {string | string[]} */ options) =>
          onChange({ answers: { ...answer.answers, [question.id]: options } }, t("guess.noted"));
        const options = question.options.map(({ id, text }) => ({ id, name: text }));
        return (
          <li key={question.id}>
            {question.several
              ? <CheckList label={question.question} value={chosen} options={options} onChange={note} />
              : <Choice label={question.question} value={chosen[0] ?? null} options={options} onChange={note} />}
            {chosen.length > 0 && <p class="guess-noted">{t("guess.noted")}</p>}
          </li>
        );
      })}
    </ul>
  );
}
