import { chosenOf, describe as describeQuiz } from "../quiz/words.js";

/**
 * Older questions in words: those that were answered.
 * @type {import("../../types").Describe}
 */
export function describe({ setting, ...exercise }, answer, t) {
  const questions = setting.questions.filter((/** @type {import("../../types").Question} */ question) => chosenOf(answer, question));
  return describeQuiz({ ...exercise, setting: { questions } }, answer, t);
}
