import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Moves the focus to the first of some elements that exists, once the next drawing stands.
 * @param {{current: HTMLElement | null}} view where to look for them
 * @returns {(...selectors: string[]) => void}
 */
export function useFocusSoon(view) {
  const wanted = useRef(/** @type {string[]} */ ([]));
  useLayoutEffect(() => {
    for (const selector of wanted.current.splice(0)) {
      const found = /** @type {HTMLElement | null | undefined} */ (view.current?.querySelector(selector));
      if (found) return found.focus();
    }
  });
  return (...selectors) => {
    wanted.current = selectors;
  };
}
