import { isRight } from "../quiz/facts.js";
import { chosenOf } from "../quiz/words.js";

/**
 * Which older questions come back: of each chapter those that the person missed in its quiz, else the next in order.
 */

/** @typedef {import("../../types").Question} Question */
/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("../../storage/storage.js").Earlier} Earlier */
/** @typedef {import("./facts.js").Bank} Bank */

/**
 * @param {Exercise} exercise
 * @param {{answers: Record<string, any>}} answer questions answered here already stay
 * @param {Earlier} [earlier]
 * @returns {string[]} numbers of questions, by chapter
 */
export function chooseOlder({ setting }, answer, earlier) {
  /** @type {Bank[]} */
  const banks = setting.banks;
  return banks.flatMap(({ quiz, questions, asks, start }) => {
    const inOrder = [...questions.slice(start), ...questions.slice(0, start)].map((id) => questionOf(setting, id));
    const rank = (/** @type {Question} */ question) =>
      chosenOf(answer, question) !== null ? 0 : wasMissed(question, quiz, earlier) ? 1 : 2;
    return [...inOrder].sort((one, other) => rank(one) - rank(other)).slice(0, asks).map(({ id }) => id);
  });
}

/**
 * Whether the person missed a question in its quiz: at the first try, or as it stands now.
 * @param {Question} question
 * @param {string} quiz
 * @param {Earlier} [earlier]
 */
export function wasMissed(question, quiz, earlier) {
  if (earlier?.memory(quiz)?.first?.[question.id] === false) return true;
  const chosen = chosenOf({ answers: earlier?.answer(quiz)?.answers ?? {} }, question);
  return chosen !== null && !isRight(question, chosen);
}

/**
 * @param {Record<string, any>} setting
 * @param {string} number
 * @returns {Question}
 */
export const questionOf = (setting, number) => setting.questions.find((/** @type {Question} */ { id }) => id === number);
