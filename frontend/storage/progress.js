/**
 * How far somebody has come with an exercise, as the list of exercises, My work and the exercise itself say it.
 */

/** @typedef {"not-started" | "in-progress" | "not-yet" | "passed"} Progress */

/**
 * @param {import("./storage.js").Saved} saved
 * @param {any} empty the answer of someone who has not started
 * @returns {Progress}
 */
export function progressOf(saved, empty) {
  if (saved.result) return saved.result.passed ? "passed" : "not-yet";
  return JSON.stringify(saved.answer) === JSON.stringify(empty) ? "not-started" : "in-progress";
}
