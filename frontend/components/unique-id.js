import { useState } from "preact/hooks";

let count = 0;

/**
 * An id that nothing else in the page has. Preact's own is unique within one exercise only, and a page may hold several.
 * @returns {string}
 */
export function useId() {
  const [id] = useState(() => `live-${(count += 1)}`);
  return id;
}

/** The first view of an exercise has the ids that the page's script will give. */
export function restartIds() {
  count = 0;
}
