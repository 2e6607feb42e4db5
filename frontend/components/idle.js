/** In milliseconds: a page that shows nothing new may not be called idle for long. */
const AT_THE_LATEST = 1000;

/**
 * Does something once the page has nothing else to do.
 * @param {() => void} task
 */
export function whenIdle(task) {
  if (typeof requestIdleCallback === "function") requestIdleCallback(task, { timeout: AT_THE_LATEST });
  else globalThis.setTimeout?.(task, AT_THE_LATEST / 2);
}
