/**
 * Guesses before a chapter: questions of its quiz, without their keys. Nothing is graded.
 */

export { empty, read } from "../quiz/facts.js";

export const declarations = { types: {}, variables: {} };

/** A guess has no facts that a rubric could ask for. */
export const facts = () => ({});

/**
 * No criteria: there is no right or wrong before reading.
 * @returns {import("../../types").ExerciseCriterion[]}
 */
export const criteria = () => [];
