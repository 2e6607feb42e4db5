/**
 * The one place through which exercises tell the outside what happened. Nobody listens until an adapter
 * (a learning platform, a workshop's collector) asks to; nothing leaves the page by itself.
 */

/**
 * @typedef {object} ReportEvent
 * @property {"changed" | "checked" | "hint" | "revealed" | "reset"} type
 * @property {string} exercise
 * @property {string} version
 * @property {any} [answer]
 * @property {any} [result]
 * @property {number} [hints]
 */

/** @type {Set<(event: ReportEvent) => void>} */
const listeners = new Set();

/**
 * @param {(event: ReportEvent) => void} listener
 * @returns {() => void} stops listening
 */
export function onReport(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** @param {ReportEvent} event */
export function report(event) {
  for (const listener of listeners) listener(event);
}
