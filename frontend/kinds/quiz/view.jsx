import { Icon } from "../../host/icons.jsx";
import { isRight } from "./facts.js";
import { chosenOf } from "./words.js";

/**
 * A quiz: each question is answered by itself and explains itself at once. One may try again.
 *
 * A choice counts only when the person presses Check answer, so that arrow keys can wander through the
 * options. The view remembers `drafts` (choices not yet checked) and `first` (right on the first try).
 */

/** @typedef {import("../../types").Question} Question */
/** @typedef {import("../../host/messages.js").Translate} Translate */
/** @typedef {{drafts?: Record<string, string[]>, first?: Record<string, boolean>}} Memory */

/** The frame leaves out its tools: each question has its own button. */
export const light = true;

/**
 * @param {object} props
 * @param {import("../../types").Exercise} props.exercise
 * @param {{answers: Record<string, string | string[] | null>}} props.answer
 * @param {(answer: any, said: string) => void} props.onChange
 * @param {boolean} props.readOnly
 * @param {Memory} [props.memory]
 * @param {(memory: Memory) => void} [props.onMemory]
 * @param {(text: string) => void} [props.say]
 * @param {Translate} props.t
 */
export function View({ exercise, answer, onChange, readOnly, memory = {}, onMemory = () => {}, say = () => {}, t }) {
  /** @type {Question[]} */
  const questions = exercise.setting.questions;
  const { drafts = {}, first = {} } = memory;
  const check = (/** @type {Question} */ question, /** @type {string[]} */ chosen) => {
    const right = isRight(question, chosen);
    const { [question.id]: _, ...otherDrafts } = drafts;
    onMemory({ drafts: otherDrafts, first: { [question.id]: right, ...first } });
    onChange({ answers: { ...answer.answers, [question.id]: question.several ? chosen : chosen[0] } }, spoken(question, chosen, t));
  };
  return (
    <div class="quiz">
      <ol class="quiz-questions">
        {questions.map((question, index) => (
          <QuestionBox
            key={question.id}
            name={`${exercise.id}-${question.id}`}
            number={index + 1}
            question={question}
            answered={chosenOf(answer, question)}
            draft={Object.hasOwn(drafts, question.id) ? drafts[question.id] : null}
            onDraft={(draft) => onMemory({ drafts: { ...drafts, [question.id]: draft } })}
            onCheck={(chosen) => (chosen.length > 0 ? check(question, chosen) : say(t("quiz.choose-first")))}
            readOnly={readOnly}
            t={t}
          />
        ))}
      </ol>
      <Summary questions={questions} answer={answer} first={first} t={t} />
    </div>
  );
}

/**
 * @param {object} props
 * @param {string} props.name
 * @param {number} props.number
 * @param {Question} props.question
 * @param {string[] | null} props.answered
 * @param {string[] | null} props.draft
 * @param {(draft: string[]) => void} props.onDraft
 * @param {(chosen: string[]) => void} props.onCheck
 * @param {boolean} props.readOnly
 * @param {Translate} props.t
 */
function QuestionBox({ name, number, question, answered, draft, onDraft, onCheck, readOnly, t }) {
  const chosen = draft ?? answered ?? [];
  const isChecked = answered !== null && draft === null;
  const right = isChecked && isRight(question, chosen);
  const choose = (/** @type {string} */ id) => {
    if (!question.several) return onDraft([id]);
    onDraft(question.options.map((option) => option.id).filter((option) => (option === id) !== chosen.includes(option)));
  };
  return (
    <li class={`quiz-question ${isChecked ? (right ? "is-right" : "is-wrong") : ""}`}>
      <fieldset disabled={readOnly}>
        <legend>
          <span class="quiz-number">{t("quiz.number", { number })}</span> {question.question}
          {question.several && <small>{t("quiz.several")}</small>}
        </legend>
        {question.options.map((option) => (
          <OptionRow
            key={option.id} name={name} option={option} several={question.several} isChosen={chosen.includes(option.id)}
            isChecked={isChecked} onChoose={() => choose(option.id)} t={t}
          />
        ))}
        <div class="exercise-row">
          <button
            type="button" class={`exercise-button ${chosen.length > 0 ? "is-main" : ""}`}
            aria-disabled={isChecked || undefined} onClick={() => !isChecked && onCheck(chosen)}
          >
            {t("quiz.check")}
          </button>
          {isChecked && (
            <p class="quiz-verdict">
              <Icon name={right ? "check" : "half"} /> {t(verdictOf(question, chosen))}
            </p>
          )}
        </div>
        {isChecked && (
          <p class="quiz-always">
            {question.always} <a href={question.source.href}>{question.source.label}</a>
          </p>
        )}
      </fieldset>
    </li>
  );
}

/**
 * @param {object} props
 * @param {string} props.name
 * @param {import("../../types").Option} props.option
 * @param {boolean} props.several
 * @param {boolean} props.isChosen
 * @param {boolean} props.isChecked
 * @param {() => void} props.onChoose
 * @param {Translate} props.t
 */
function OptionRow({ name, option, several, isChosen, isChecked, onChoose, t }) {
  const feedback = isChecked && isChosen;
  const id = `${name}-${option.id}`;
  return (
    <div class="quiz-option">
      <label>
        <input
          type={several ? "checkbox" : "radio"} name={name} value={option.id} checked={isChosen} onChange={onChoose}
          aria-describedby={feedback ? `${id}-feedback` : undefined}
        />
        <span>{option.text}</span>
      </label>
      {feedback && (
        <p class={`quiz-feedback ${option.correct ? "is-right" : "is-wrong"}`} id={`${id}-feedback`}>
          <Icon name={option.correct ? "check" : "cross"} />
          <span><strong>{t(option.correct ? "quiz.right" : "quiz.wrong")}</strong> {option.feedback}</span>
        </p>
      )}
    </div>
  );
}

/**
 * @param {object} props
 * @param {Question[]} props.questions
 * @param {{answers: Record<string, string | string[] | null>}} props.answer
 * @param {Record<string, boolean>} props.first
 * @param {Translate} props.t
 */
function Summary({ questions, answer, first, t }) {
  const answered = questions.filter((question) => chosenOf(answer, question) !== null);
  if (answered.length === 0) return <p class="quiz-summary">{t("quiz.none", { count: questions.length })}</p>;
  const now = answered.filter((question) => isRight(question, chosenOf(answer, question) ?? [])).length;
  const atFirst = questions.filter(({ id }) => Object.hasOwn(first, id) && first[id]).length;
  return (
    <p class="quiz-summary">
      {t("quiz.summary", { first: atFirst, now, count: questions.length })}{" "}
      {answered.length < questions.length && t("quiz.left", { count: questions.length - answered.length })}
    </p>
  );
}

/** @param {Question} question @param {string[]} chosen @returns {string} the id of what to say */
function verdictOf(question, chosen) {
  if (isRight(question, chosen)) return "quiz.verdict-right";
  return question.several ? "quiz.verdict-several" : "quiz.verdict-again";
}

/**
 * What is announced after a check: the verdict and the feedback of each chosen option.
 * @param {Question} question
 * @param {string[]} chosen
 * @param {Translate} t
 */
function spoken(question, chosen, t) {
  const feedback = question.options.filter(({ id }) => chosen.includes(id)).map((option) => option.feedback);
  return [t(verdictOf(question, chosen)), ...feedback, question.always].join(" ");
}
