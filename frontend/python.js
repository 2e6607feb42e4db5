import "./core/bare-engine.js";
import { words } from "virtual:words";
import { addTexts, translator } from "./i18n/messages.js";
import { CriterionError } from "./core/errors.js";
import { carelessAnswers, climb, guess, nearAnswers, randomAnswers } from "./trials.js";
import { AnswerError, checkCriteria, emptyAnswer, prepare, recogniser } from "./core/index.js";

/**
 * The grader's face towards Python: text in, text out, so that nothing but JSON crosses the border.
 */

/** @type {Map<string, import("./core/index.js").Grader>} */
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

/**
 * @param {string} exerciseJson
 * @param {string} misconceptionsJson
 * @param {string} answerJson
 * @returns {string} the ids of the misconceptions that show in the answer, or why they cannot be looked for, as JSON
 */
function signs(exerciseJson, misconceptionsJson, answerJson) {
  try {
    return JSON.stringify(recogniser(JSON.parse(exerciseJson), JSON.parse(misconceptionsJson))(JSON.parse(answerJson)));
  } catch (error) {
    if (!(error instanceof CriterionError || error instanceof AnswerError)) throw error;
    return JSON.stringify({ error: "place" in error ? `${error.message}\n${error.place}` : error.message });
  }
}

/**
 * @param {string} exerciseJson
 * @param {string} answerJson
 * @returns {string} the answer in words, a list of lines as JSON
 */
function describe(exerciseJson, answerJson) {
  const exercise = JSON.parse(exerciseJson);
  return JSON.stringify(words[exercise.kind].describe(exercise, JSON.parse(answerJson), translator("en")));
}

/** The trials of a rubric: each takes its arguments as one JSON list and gives JSON. */
const trials = Object.fromEntries(
  Object.entries({ carelessAnswers, randomAnswers, nearAnswers, guess, climb }).map(([name, trial]) => [
    name,
    (/** @type {string} */ argumentsJson) => JSON.stringify(/** @type {any} */ (trial)(...JSON.parse(argumentsJson))),
  ]),
);

/** @param {string} textsJson the course's own texts by language */
const texts = (textsJson) => addTexts(JSON.parse(textsJson));

/** @type {any} */ (globalThis).coursekit = { texts, load, grade, check, empty, signs, describe, ...trials };
