/**
 * Answers to a quiz that need no reading: the same place in each question, the longest option, every box ticked.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("../../types").Question} Question */
/** @typedef {import("../../core/random.js").Random} Random */
/** @typedef {{id: string, text: string}[]} Options */
/** @typedef {(options: Options) => string} Rule which option of a question to take */

/**
 * Rules that pick an option by its place or its length alone.
 * @param {Options[]} all the options of each question
 * @returns {Rule[]}
 */
export function rulesFor(all) {
  const most = Math.max(...all.map((options) => options.length));
  const places = Array.from({ length: most }, (_, place) => place);
  const byLength = (/** @type {Options} */ options) => [...options].sort((one, other) => other.text.length - one.text.length);
  return [
    ...places.map((place) => (/** @type {Options} */ options) => options[Math.min(place, options.length - 1)].id),
    (options) => options[options.length - 1].id,
    ...places.map((rank) => (/** @type {Options} */ options) => byLength(options)[Math.min(rank, options.length - 1)].id),
    (options) => byLength(options)[options.length - 1].id,
  ];
}

/** @param {Exercise} exercise @returns {Question[]} */
const questionsOf = ({ setting }) => setting.questions;

/**
 * @param {Question[]} questions
 * @param {(question: Question) => string | string[]} choose
 */
const answerTo = (questions, choose) => ({
  answers: Object.fromEntries(questions.map((question) => [question.id, choose(question)])),
});

/** @param {Question[]} questions */
const rulesOf = (questions) => rulesFor(questions.map(({ options }) => options));

/**
 * Every box ticked where several may be; where one may be, by place or by length.
 * @param {Exercise} exercise
 */
export function everything(exercise) {
  const questions = questionsOf(exercise);
  return rulesOf(questions).map((rule) =>
    answerTo(questions, ({ several, options }) => (several ? options.map(({ id }) => id) : rule(options))));
}

/**
 * Always the first, the second, the last, the longest ...
 * @param {Exercise} exercise
 */
export function oneValue(exercise) {
  const questions = questionsOf(exercise);
  return rulesOf(questions).map((rule) =>
    answerTo(questions, ({ several, options }) => (several ? [rule(options)] : rule(options))));
}

/** The options of a question have no order and no direction, so nothing can be turned round. @returns {any[]} */
export const reversed = () => [];

/**
 * @param {Exercise} exercise
 * @param {Random} random
 */
export function random(exercise, random) {
  const questions = questionsOf(exercise);
  const answered = random.chance(0.9) ? questions : random.subset(questions);
  return answerTo(answered, ({ several, options }) => {
    if (!several) return random.pick(options).id;
    const chosen = random.subset(options);
    return (chosen.length > 0 ? chosen : [random.pick(options)]).map(({ id }) => id);
  });
}

/**
 * Another option of one question, or one box ticked or unticked.
 * @param {Exercise} exercise
 * @param {{answers: Record<string, string | string[] | null>}} answer
 * @param {Random} random
 */
export function step(exercise, answer, random) {
  const { id, several, options } = random.pick(questionsOf(exercise));
  const option = random.pick(options).id;
  const given = answer.answers[id] ?? [];
  const before = options.map((known) => known.id).filter((known) => given.includes(known));
  const changed = before.includes(option) ? before.filter((known) => known !== option) : [...before, option];
  return { answers: { ...answer.answers, [id]: several ? changed : option } };
}
