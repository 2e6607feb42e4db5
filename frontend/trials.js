import { careless } from "virtual:careless";
import { emptyAnswer, prepare } from "./core/index.js";
import { randomFrom } from "./core/random.js";

/**
 * Tries a rubric with answers that take no thought: all of everything, one value everywhere, the order turned round,
 * guesses, and a climber who changes what the points reward. Runs in Python's engine alone.
 */

/** @typedef {import("./types").Exercise} Exercise */
/** @typedef {import("./types").Grade} Grade */
/** @typedef {{points: number, max_points: number, passed: boolean, steps: number, answer: any}} Climb */

/** How many neighbours a climber looks at before each step, and after how many steps it gives up. */
const NEIGHBOURS = 24;
const MAX_STEPS = 120;

/** @param {Exercise} exercise @returns {import("./types").KindCareless} */
const carelessOf = (exercise) => {
  if (!Object.hasOwn(careless, exercise.kind)) throw new Error(`the kind ${exercise.kind} has no careless.js`);
  return careless[exercise.kind];
};

/**
 * The answers that need no thought, by family.
 * @param {Exercise} exercise
 * @param {any[]} good answers to turn round
 * @returns {Record<string, any[]>}
 */
export function carelessAnswers(exercise, good) {
  const kind = carelessOf(exercise);
  return {
    nothing: [emptyAnswer(exercise)],
    everything: kind.everything(exercise),
    "one-value": kind.oneValue(exercise),
    reversed: good.flatMap((answer) => kind.reversed(exercise, answer)),
  };
}

/**
 * Random well-formed answers.
 * @param {Exercise} exercise
 * @param {number} seed
 * @param {number} count
 * @returns {any[]}
 */
export function randomAnswers(exercise, seed, count) {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => carelessOf(exercise).random(exercise, random));
}

/**
 * Answers near some: each is one of them after a few random steps.
 * @param {Exercise} exercise
 * @param {any[]} answers
 * @param {number} seed
 * @param {number} count
 * @returns {any[]}
 */
export function nearAnswers(exercise, answers, seed, count) {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    let answer = random.pick(answers);
    for (let steps = random.between(1, 6); steps > 0; steps--) answer = carelessOf(exercise).step(exercise, answer, random);
    return answer;
  });
}

/**
 * How many random answers pass.
 * @param {Exercise} exercise
 * @param {number} seed
 * @param {number} count
 * @returns {{tried: number, refused: number, passed: number, example: any}} with the first that passed
 */
export function guess(exercise, seed, count) {
  const { grade } = prepare(exercise);
  const random = randomFrom(seed);
  const found = { tried: count, refused: 0, passed: 0, example: null };
  for (let index = 0; index < count; index++) {
    const answer = carelessOf(exercise).random(exercise, random);
    const result = grade(answer);
    if ("error" in result) found.refused += 1;
    else if (result.passed) {
      found.passed += 1;
      found.example ??= answer;
    }
  }
  return found;
}

/**
 * Climbs from an answer by what the check says, as somebody does who changes one thing after another.
 * @param {Exercise} exercise
 * @param {any} start
 * @param {number} seed
 * @returns {Climb} where it ended, and after how many steps
 */
export function climb(exercise, start, seed) {
  const { grade } = prepare(exercise);
  const random = randomFrom(seed);
  const gates = new Set(exercise.criteria.filter(({ gate }) => gate).map(({ id }) => id));
  /**
   * @param {any} answer
   * @returns {{answer: any, result: Grade, height: number} | null}
   */
  const graded = (answer) => {
    const result = grade(answer);
    if ("error" in result) return null;
    const height = result.points + result.criteria.filter(({ id, met }) => met && gates.has(id)).length;
    return { answer, result, height };
  };
  const first = graded(start);
  if (!first) return { points: 0, max_points: 0, passed: false, steps: 0, answer: start };
  let place = first;
  let steps = 0;
  while (!place.result.passed && steps < MAX_STEPS) {
    /** @type {typeof place | null} */
    let reached = null;
    for (let looked = 0; looked < NEIGHBOURS; looked++) {
      const next = graded(carelessOf(exercise).step(exercise, place.answer, random));
      if (next && (!reached || next.height > reached.height)) reached = next;
    }
    if (reached && reached.height >= place.height) place = reached;
    steps += 1;
  }
  const { points, max_points, passed } = place.result;
  return { points, max_points, passed, steps, answer: place.answer };
}
