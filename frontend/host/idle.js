/**
 * Does something once the page has nothing else to do; where a browser cannot tell, half a second later.
 * @type {(task: () => void) => void}
 */
export const whenIdle = globalThis.requestIdleCallback ?? ((task) => globalThis.setTimeout?.(task, 500));
