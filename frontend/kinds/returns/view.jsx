import { useState } from "preact/hooks";
import { QuestionList } from "../quiz/question-list.jsx";
import { chosenOf } from "../quiz/words.js";
import { chooseOlder, questionOf, wasMissed } from "./choice.js";

/**
 * Older questions that come back. Which ones is decided once, with the first thing the person does here, so that
 * nothing jumps while they answer; until then a quiz taken meanwhile can still change it.
 */

/** @typedef {import("../../types").Question} Question */
/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("../quiz/question-list.jsx").Answer} Answer */
/** @typedef {import("../quiz/question-list.jsx").Memory & {asked?: string[]}} Memory */
/** @typedef {import("./facts.js").Bank} Bank */

/** The frame leaves out its tools: each question has its own button. */
export const light = true;

/**
 * Whether the answer is graded without being asked: as soon as all that is asked is answered.
 * @param {Exercise} exercise
 * @param {Answer} answer
 */
export function checksItself({ setting }, answer) {
  const asked = setting.banks.reduce((/** @type {number} */ sum, /** @type {Bank} */ { asks }) => sum + asks, 0);
  return setting.questions.filter((/** @type {Question} */ question) => chosenOf(answer, question)).length >= asked;
}

/**
 * @param {object} props
 * @param {Exercise} props.exercise
 * @param {Answer} props.answer
 * @param {(answer: Answer, said: string) => void} props.onChange
 * @param {boolean} props.readOnly
 * @param {Memory} [props.memory]
 * @param {(memory: Memory) => void} [props.onMemory]
 * @param {(text: string) => void} [props.say]
 * @param {import("../../storage/storage.js").Earlier} [props.earlier]
 * @param {import("../../i18n/messages.js").Translate} props.t
 */
export function View({ exercise, answer, onChange, readOnly, memory = {}, onMemory = () => {}, say = () => {}, earlier, t }) {
  const [chosenHere] = useState(() => chooseOlder(exercise, answer, earlier));
  const asked = memory.asked ?? chosenHere;
  const about = (/** @type {Question} */ question) => {
    const bank = exercise.setting.banks.find((/** @type {Bank} */ { questions }) => questions.includes(question.id));
    const missed = wasMissed(question, bank.quiz, earlier);
    return t(missed ? "returns.from-missed" : "returns.from", { chapter: bank.chapter });
  };
  return (
    <QuestionList
      name={exercise.id} questions={asked.map((id) => questionOf(exercise.setting, id)).filter(Boolean)} about={about}
      answer={answer} onChange={onChange} memory={memory} onMemory={(change) => onMemory({ ...change, asked })} say={say}
      readOnly={readOnly} t={t}
    />
  );
}
