import { isRight } from "./facts.js";
import { QuestionList } from "./question-list.jsx";
import { chosenOf } from "./words.js";

/**
 * A quiz: the questions of a chapter, with what the person had guessed before reading it.
 */

/** @typedef {import("../../types").Question} Question */
/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/** @typedef {import("../../storage/storage.js").Earlier} Earlier */
/** @typedef {import("./question-list.jsx").Answer} Answer */
/** @typedef {import("./question-list.jsx").Memory} Memory */

/** The frame leaves out its tools: each question has its own button. */
export const light = true;

/**
 * Whether the answer is graded without being asked: as soon as every question is answered.
 * @param {Exercise} exercise
 * @param {Answer} answer
 */
export const checksItself = ({ setting }, answer) =>
  setting.questions.every((/** @type {Question} */ question) => chosenOf(answer, question) !== null);

/**
 * @param {object} props
 * @param {Exercise} props.exercise
 * @param {Answer} props.answer
 * @param {(answer: Answer, said: string) => void} props.onChange
 * @param {boolean} props.readOnly
 * @param {Memory} [props.memory]
 * @param {(memory: Memory) => void} [props.onMemory]
 * @param {(text: string) => void} [props.say]
 * @param {Earlier} [props.earlier]
 * @param {Translate} props.t
 */
export function View({ exercise, answer, onChange, readOnly, memory = {}, onMemory = () => {}, say = () => {}, earlier, t }) {
  /** @type {Question[]} */
  const questions = exercise.setting.questions;
  const guesses = earlier?.answers("guess-") ?? [];
  const about = (/** @type {Question} */ question) => {
    const guess = guessOf(question, guesses);
    return guess.length > 0 && t("quiz.guessed", { guess: guess.join(t("list.separator")) });
  };
  return (
    <div class="quiz">
      <QuestionList
        name={exercise.id} questions={questions} about={about} answer={answer} onChange={onChange} memory={memory}
        onMemory={onMemory} say={say} readOnly={readOnly} t={t}
      />
      <Summary questions={questions} answer={answer} first={memory.first ?? {}} t={t} />
    </div>
  );
}

/**
 * What the person guessed before reading, as the texts of the options; nothing when there was no guess.
 * @param {Question} question
 * @param {any[]} guesses the newest first, as they were saved
 * @returns {string[]}
 */
function guessOf(question, guesses) {
  const guess = guesses.map((answer) => answer?.answers?.[question.id]).find((chosen) => chosen);
  const chosen = [guess].flat();
  return question.options.filter(({ id }) => chosen.includes(id)).map(({ text }) => text);
}

/**
 * @param {object} props
 * @param {Question[]} props.questions
 * @param {Answer} props.answer
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
