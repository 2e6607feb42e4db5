/**
 * Exercises whole, with setting and criteria: the list names them only, and one that was begun is loaded when needed.
 * A script element works from a folder too, where a page may not ask for files.
 */

/** @typedef {import("../types").Exercise} Exercise */
/** @typedef {Pick<Exercise, "id" | "number" | "version" | "kind" | "title" | "chapter">} Named */
/** @typedef {{exercise: Named, untouched: string, href: string, script: string}} Listed */

/** @returns {Record<string, Exercise>} by id, as far as they are here */
export const wholeExercises = () => /** @type {any} */ (globalThis).courseExercises ?? {};

/** @type {Map<string, Promise<void>>} */
const asked = new Map();

/**
 * Loads exercises; one that cannot be loaded is left out.
 * @param {Listed[]} listed
 * @returns {Promise<unknown>}
 */
export function loadWhole(listed) {
  return Promise.all(listed.map(({ exercise, script }) => {
    if (!asked.has(exercise.id)) asked.set(exercise.id, load(script));
    return asked.get(exercise.id);
  }));
}

/** @param {string} address @returns {Promise<void>} */
function load(address) {
  return new Promise((done) => {
    const script = document.createElement("script");
    script.onload = script.onerror = () => done();
    script.src = address;
    document.head.append(script);
  });
}
