/**
 * The few signs of the frame, drawn on a 20 by 20 grid in the colour of the text. Never alone: a word stands beside each.
 */

const SHAPES = {
  check: "M4 10.5l4 4 8-9",
  hint: "M7 13a5 5 0 1 1 6 0v2H7zM8 17.5h4",
  undo: "M8 5L4 9l4 4M4 9h8a4 4 0 0 1 0 8h-2",
  redo: "M12 5l4 4-4 4M16 9H8a4 4 0 0 0 0 8h2",
  reset: "M15.5 6.5A7 7 0 1 0 17 11M16 3v4h-4",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  clock: "M10 3a7 7 0 1 0 .01 0M10 6v4.2l2.6 1.8",
  cross: "M5.5 5.5l9 9M14.5 5.5l-9 9",
  open: "M10 3.5a6.5 6.5 0 1 0 .01 0",
  half: "M10 3.5a6.5 6.5 0 1 0 .01 0M10 7v3.5l2 2",
  star: "M10 3l2.1 4.5 4.9.6-3.6 3.4.9 4.9L10 14l-4.3 2.4.9-4.9L3 8.1l4.9-.6z",
  arrow: "M3 10h13M12 5.5l4.5 4.5-4.5 4.5",
  "arrow-back": "M17 10H4M8 5.5L3.5 10 8 14.5",
  "arrow-both": "M3.5 10h13M7 6l-4 4 4 4M13 6l4 4-4 4",
};

/** @param {{name: keyof typeof SHAPES}} props */
export function Icon({ name }) {
  return (
    <svg class={`exercise-icon exercise-icon-${name}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={SHAPES[name]} />
    </svg>
  );
}
