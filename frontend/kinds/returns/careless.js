import { everything as all, oneValue as one, random as any, reversed as turned, step as change } from "../quiz/careless.js";
import { chooseOlder } from "./choice.js";

/**
 * Careless answers to the questions that come back to somebody who has no earlier answers; a page asks no others.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("../../core/random.js").Random} Random */

/**
 * @param {Exercise} exercise
 * @returns {Exercise} with the questions that are asked as its only ones
 */
function asked(exercise) {
  const ids = chooseOlder(exercise, { answers: {} });
  const questions = exercise.setting.questions.filter((/** @type {import("../../types").Question} */ { id }) => ids.includes(id));
  return { ...exercise, setting: { ...exercise.setting, questions } };
}

/** @param {Exercise} exercise */
export const everything = (exercise) => all(asked(exercise));

/** @param {Exercise} exercise */
export const oneValue = (exercise) => one(asked(exercise));

export const reversed = turned;

/** @param {Exercise} exercise @param {Random} random */
export const random = (exercise, random) => any(asked(exercise), random);

/** @param {Exercise} exercise @param {any} answer @param {Random} random */
export const step = (exercise, answer, random) => change(asked(exercise), answer, random);
