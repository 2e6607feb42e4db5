import "./bare-engine.js";
import { checkCriteria, emptyAnswer, prepare } from "./index.js";

/**
 * The grader's face towards Python: text in, text out, so that nothing but JSON crosses the border.
 */

/** @type {Map<string, import("./index.js").Grader>} */
const graders = new Map();

/** @param {string} exerciseJson */
function load(exerciseJson) {
  const exercise = JSON.parse(exerciseJson);
  graders.set(exercise.id, prepare(exercise));
}

/**
 * @param {string} exerciseId of an exercise that was loaded
 * @param {string} answerJson
 * @returns {string} a grade or a refusal as JSON
 */
function grade(exerciseId, answerJson) {
  const grader = graders.get(exerciseId);
  if (!grader) throw new Error(`exercise ${exerciseId} was not loaded`);
  return JSON.stringify(grader.grade(JSON.parse(answerJson)));
}

/**
 * @param {string} exerciseJson
 * @param {string} answersJson answers to try the criteria on, as a list
 * @returns {string} the faults of its criteria as JSON
 */
function check(exerciseJson, answersJson) {
  return JSON.stringify(checkCriteria(JSON.parse(exerciseJson), JSON.parse(answersJson)));
}

/**
 * @param {string} exerciseJson
 * @returns {string} the answer of someone who has not started, as JSON
 */
function empty(exerciseJson) {
  return JSON.stringify(emptyAnswer(JSON.parse(exerciseJson)));
}

/** @type {any} */ (globalThis).coursekit = { load, grade, check, empty };
