import { Icon } from "../../components/icons.jsx";
import { isRight } from "./facts.js";

/**
 * One question of the bank: asked and explained (`QuestionBox`), or only explained (`ExplainedQuestion`); and the options
 * of a question from elsewhere, explained (`ExplainedOptions`).
 */

/** @typedef {import("../../types").Question} Question */
/** @typedef {import("../../types").Option} Option */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */

/**
 * @param {object} props
 * @param {string} props.name
 * @param {number} props.number
 * @param {Question} props.question
 * @param {any} [props.about] what stands under the question, such as an earlier guess
 * @param {string[] | null} props.answered
 * @param {string[] | null} props.draft
 * @param {(draft: string[]) => void} props.onDraft
 * @param {(chosen: string[]) => void} props.onCheck
 * @param {boolean} props.readOnly
 * @param {Translate} props.t
 */
export function QuestionBox({ name, number, question, about, answered, draft, onDraft, onCheck, readOnly, t }) {
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
        {about && <p class="quiz-about">{about}</p>}
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
        {isChecked && <Always question={question} t={t} />}
      </fieldset>
    </li>
  );
}

/**
 * A question that is not asked: each option with whether it is right, and why.
 * @param {{question: Question, t: Translate}} props
 */
export function ExplainedQuestion({ question, t }) {
  return (
    <div class="quiz-explained">
      <p><strong>{question.question}</strong></p>
      <ExplainedOptions options={question.options} t={t} />
      <Always question={question} t={t} />
    </div>
  );
}

/** @param {{options: Option[], t: Translate}} props */
export function ExplainedOptions({ options, t }) {
  return (
    <ul class="quiz-reasons">
      {options.map((option) => (
        <li key={option.id}>
          <p>{option.text}</p>
          <Verdict option={option} t={t} />
        </li>
      ))}
    </ul>
  );
}

/**
 * What holds whatever was chosen, with the places where it can be read. In Jupyter a source has no address.
 * @param {{question: Question, t: Translate}} props
 */
function Always({ question, t }) {
  const sources = [question.source, ...(question.further_sources ?? [])].filter(({ href }) => href);
  return (
    <p class="quiz-always">
      {question.always}
      {sources.map(({ label, href }, index) => [index > 0 ? t("list.separator") : " ", <a href={href}>{label}</a>])}
    </p>
  );
}

/**
 * @param {object} props
 * @param {string} props.name
 * @param {Option} props.option
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
      {feedback && <Verdict option={option} id={`${id}-feedback`} t={t} />}
    </div>
  );
}

/** @param {{option: Option, id?: string, t: Translate}} props */
function Verdict({ option, id, t }) {
  return (
    <p class={`quiz-feedback ${option.correct ? "is-right" : "is-wrong"}`} id={id}>
      <Icon name={option.correct ? "check" : "cross"} />
      <span><strong>{t(option.correct ? "quiz.right" : "quiz.wrong")}</strong> <bdi>{option.feedback}</bdi></span>
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
export function spoken(question, chosen, t) {
  const feedback = question.options.filter(({ id }) => chosen.includes(id)).map((option) => option.feedback);
  return [t(verdictOf(question, chosen)), ...feedback, question.always].join(" ");
}
