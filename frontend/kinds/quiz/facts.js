import { AnswerError } from "../../core/errors.js";
import { isObject, readChoice, readFields, readIds } from "../../core/read.js";

/**
 * What is asked of a quiz: each question is one criterion of one point, met when exactly the right options
 * are chosen. A question that is not answered is not met.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("../../types").Question} Question */

export const declarations = {
  types: {},
  variables: {
    right: "list<string>", // ids of the questions answered with exactly the right options
  },
};

/** @returns {Record<string, any>} */
export function empty() {
  return { answers: {} };
}

/**
 * @param {unknown} answer
 * @param {Exercise} exercise
 * @returns {{answers: Record<string, string[]>}} question id to the options chosen, each once
 */
export function read(answer, { setting }) {
  const { answers } = readFields(answer, ["answers"]);
  /** @type {Question[]} */
  const questions = setting.questions;
  const given = readFieldsOf(answers, questions.map(({ id }) => id));
  const entries = questions
    .filter(({ id }) => Object.hasOwn(given, id))
    .map((question) => [question.id, readOptions(given[question.id], question)]);
  return { answers: Object.fromEntries(entries) };
}

/**
 * Checks that the answers are an object from known question ids; a question may be missing.
 * @param {unknown} answers
 * @param {string[]} known
 */
function readFieldsOf(answers, known) {
  if (!isObject(answers)) throw new AnswerError("not-a-map", { field: "answers" });
  return readFields(answers, known.filter((id) => Object.hasOwn(answers, id)));
}

/**
 * @param {unknown} value
 * @param {Question} question
 * @returns {string[]}
 */
function readOptions(value, question) {
  const known = question.options.map(({ id }) => id);
  if (question.several) return value === null ? [] : readIds(value, question.id, known);
  const chosen = readChoice(value, question.id, known);
  return chosen === null ? [] : [chosen];
}

/**
 * @param {{answers: Record<string, string[]>}} answer
 * @param {Exercise} exercise
 */
export function facts({ answers }, { setting }) {
  /** @type {Question[]} */
  const questions = setting.questions;
  return { right: questions.filter((question) => isRight(question, answers[question.id] ?? [])).map(({ id }) => id) };
}

/**
 * @param {Question} question
 * @param {string[]} chosen
 */
export function isRight(question, chosen) {
  return question.options.every(({ id, correct }) => chosen.includes(id) === Boolean(correct));
}

/**
 * @param {Exercise} exercise
 * @returns {import("../../types").ExerciseCriterion[]}
 */
export function criteria({ setting }) {
  /** @type {Question[]} */
  const questions = setting.questions;
  return questions.map(({ id, source, always }) => ({
    id,
    name: id,
    points: 1,
    gate: false,
    when: `"${id}" in right`,
    met: always,
    unmet: always,
    source,
  }));
}
