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
