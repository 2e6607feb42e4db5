/**
 * Undo and redo: the states before and after the present one. Pure values; nothing is changed in place.
 */

/** Far more steps than anyone walks back, few enough to stay small. */
const MAX_STEPS = 200;

/**
 * @template T
 * @typedef {{past: Step<T>[], present: T, future: Step<T>[]}} History
 */
/**
 * One step: the state to return to, and what the change did, in words for the announcement.
 * @template T
 * @typedef {{state: T, said: string}} Step
 */

/**
 * @template T
 * @param {T} present
 * @returns {History<T>}
 */
export function begin(present) {
  return { past: [], present, future: [] };
}

/**
 * @template T
 * @param {History<T>} history
 * @param {T} present
 * @param {string} said
 * @param {boolean} [goesOn] whether it goes on with the last step, as the next letter typed in one field
 * @returns {History<T>}
 */
export function step({ past, present: before }, present, said, goesOn = false) {
  const isSameStep = goesOn && past.length > 0;
  return { past: isSameStep ? past : [...past, { state: before, said }].slice(-MAX_STEPS), present, future: [] };
}

/**
 * @template T
 * @param {History<T>} history
 * @returns {{history: History<T>, said: string} | null} null when there is nothing to undo
 */
export function undo({ past, present, future }) {
  const last = past.at(-1);
  if (!last) return null;
  return {
    history: { past: past.slice(0, -1), present: last.state, future: [{ state: present, said: last.said }, ...future] },
    said: last.said,
  };
}

/**
 * @template T
 * @param {History<T>} history
 * @returns {{history: History<T>, said: string} | null} null when there is nothing to redo
 */
export function redo({ past, present, future }) {
  const [next, ...rest] = future;
  if (!next) return null;
  return {
    history: { past: [...past, { state: present, said: next.said }], present: next.state, future: rest },
    said: next.said,
  };
}
