/**
 * Answers to a quiz in words.
 */

/** @typedef {import("../../types").Question} Question */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */

/**
 * The options of an answer as a list, also where only one can be chosen; null when the question is open.
 * @param {{answers: Record<string, string | string[] | null>}} answer
 * @param {Question} question
 * @returns {string[] | null}
 */
export function chosenOf({ answers }, { id }) {
  const chosen = Object.hasOwn(answers, id) ? answers[id] : null;
  return chosen === null ? null : [chosen].flat();
}

/**
 * @param {import("../../types").Exercise} exercise
 * @param {{answers: Record<string, string | string[] | null>}} answer
 * @param {Translate} t
 * @returns {string[]}
 */
export function describe({ setting }, answer, t) {
  return setting.questions.map((/** @type {Question} */ question, /** @type {number} */ index) => {
    const chosen = chosenOf(answer, question) ?? [];
    const texts = question.options.filter(({ id }) => chosen.includes(id)).map(({ text }) => text);
    return t("quiz.in-words", {
      number: index + 1, question: question.question, answer: texts.join(t("list.separator")) || t("words.open"),
    });
  });
}
