/** In milliseconds: a page that shows nothing new may not be called idle for long. */
const MAX_WAIT = 1000;

/**
 * Does something once the page has nothing else to do.
 * @param {() => void} task
 */
export function whenIdle(task) {
  if (typeof requestIdleCallback === "function") requestIdleCallback(task, { timeout: MAX_WAIT });
  else globalThis.setTimeout?.(task, MAX_WAIT / 2);
}
