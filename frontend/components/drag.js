/**
 * Follows one pointer from press to release, for mouse, pen and touch alike. A press that hardly moves stays a click.
 */

const START = 6; // pixels; less is a shaky click
const EDGE = 48; // pixels from the window's edge where the page begins to scroll

/**
 * @param {PointerEvent} down
 * @param {object} on
 * @param {() => void} on.start
 * @param {(x: number, y: number, under: Element | null) => void} on.move
 * @param {(under: Element | null) => void} on.drop
 * @param {() => void} on.end after a drop, a cancelled drag, Escape
 */
export function followPointer(down, { start, move, drop, end }) {
  if (down.button !== 0 || !down.isPrimary) return;
  const root = /** @type {Document | ShadowRoot} */ (/** @type {Element} */ (down.target).getRootNode());
  let dragging = false;
  let pointerY = down.clientY;
  const listening = new AbortController();
  const options = { signal: listening.signal, passive: false };

  const stop = () => {
    listening.abort();
    if (dragging) end();
    dragging = false;
  };

  /** A canvas taller than the window: near its edge the page scrolls by itself for as long as the pointer stays there. */
  const scrollAtEdge = () => {
    if (!dragging) return;
    const step = pointerY < EDGE ? -8 : pointerY > innerHeight - EDGE ? 8 : 0;
    if (step) scrollBy({ top: step, behavior: "instant" });
    requestAnimationFrame(scrollAtEdge);
  };

  addEventListener("pointermove", (event) => {
    if (event.pointerId !== down.pointerId) return;
    if (!dragging) {
      if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < START) return;
      dragging = true;
      start();
      requestAnimationFrame(scrollAtEdge);
    }
    event.preventDefault();
    pointerY = event.clientY;
    move(event.clientX, event.clientY, root.elementFromPoint(event.clientX, event.clientY));
  }, options);

  addEventListener("pointerup", (event) => {
    if (event.pointerId !== down.pointerId) return;
    const dropped = dragging;
    stop();
    if (!dropped) return;
    swallowClick();
    drop(root.elementFromPoint(event.clientX, event.clientY));
  }, options);

  addEventListener("pointercancel", stop, options);
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !dragging) return;
    event.preventDefault();
    swallowClick();
    stop();
  }, { ...options, capture: true });
}

/** The release of a drag would also count as a click on what lies there. */
function swallowClick() {
  const swallow = (/** @type {Event} */ event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", swallow, { capture: true }), 50);
}
