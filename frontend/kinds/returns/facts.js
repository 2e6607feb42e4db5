import { facts as quizFacts } from "../quiz/facts.js";

/**
 * Older questions that come back: the answer may hold any question of the banks, of which the page asks a few.
 */

/** @typedef {import("../../types").Question} Question */
/** @typedef {{chapter: number, quiz: string, questions: string[], asks: number, start: number, met: string, unmet: string}} Bank */

export { declarations, empty, read } from "../quiz/facts.js";

export const facts = quizFacts;

/**
 * One criterion for each question that is asked: so many questions of this chapter answered right.
 * @param {import("../../types").Exercise} exercise
 * @returns {import("../../types").ExerciseCriterion[]}
 */
export function criteria({ setting }) {
  /** @type {Bank[]} */
  const banks = setting.banks;
  return banks.flatMap(({ chapter, questions, asks, met, unmet }) =>
    Array.from({ length: asks }, (_, index) => ({
      id: `Q${chapter}_${index + 1}`,
      name: `chapter-${chapter}-${index + 1}`,
      points: 1,
      gate: false,
      when: `right.filter(id, id in ${JSON.stringify(questions)}).size() > ${index}`,
      met,
      unmet,
      source: setting.questions.find((/** @type {Question} */ { id }) => id === questions[0]).source,
    })),
  );
}
