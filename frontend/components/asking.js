import { useLayoutEffect, useRef, useState } from "preact/hooks";

/**
 * A question asked in place, without a dialog: the first answer gets the focus, Escape is a no.
 * @returns {{asking: boolean, ask: (open: boolean) => void, attributes: object}} `attributes` for the element around both
 */
export function useAsking() {
  const [asking, ask] = useState(false);
  const place = useRef(/** @type {HTMLElement | null} */ (null));
  const asked = useRef(false);
  useLayoutEffect(() => {
    if (asking) asked.current = true;
    if (asked.current) place.current?.querySelector("button")?.focus();
  }, [asking]);
  const onKeyDown = (/** @type {KeyboardEvent} */ event) => asking && event.key === "Escape" && ask(false);
  return { asking, ask, attributes: { ref: place, onKeyDown } };
}
