import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { ABOVE_CARDS, LANE, drawRoute, planRoutes } from "./routes.js";

/**
 * Measures the cards and keeps the lines in their places, at any width and with any type size.
 */

/** @typedef {{level: string, rows: string[][]}} Band */
/** @typedef {import("./routes.js").Line & {index: number}} DrawnLine */
/** @typedef {{lines: DrawnLine[], heights: Record<string, number>, width: number, height: number}} Drawing */

const NOTHING = /** @type {Drawing} */ ({ lines: [], heights: {}, width: 0, height: 0 });
/** What a channel takes without lines, in pixels. */
export const QUIET = 14;

/**
 * @param {{current: HTMLElement | null}} canvas
 * @param {Band[]} bands
 * @param {import("./changes.js").Tie[]} ties
 * @param {number} columns
 * @param {(index: number) => number} chipWidth
 * @returns {Drawing}
 */
export function useDrawing(canvas, bands, ties, columns, chipWidth) {
  const [drawing, setDrawing] = useState(NOTHING);
  const draw = () => {
    if (!canvas.current) return;
    const drawn = ties.length > 0 ? measure(canvas.current, bands, ties, columns, chipWidth) : NOTHING;
    setDrawing((before) => (JSON.stringify(before) === JSON.stringify(drawn) ? before : drawn));
  };
  const latest = useRef(draw);
  latest.current = draw;
  useLayoutEffect(draw); // after every change: the channels' heights follow from the lines, then the lines from the heights
  useLayoutEffect(() => {
    if (!canvas.current) return;
    const observer = new ResizeObserver(() => latest.current());
    observer.observe(canvas.current);
    return () => observer.disconnect();
  }, [canvas]);
  return drawing;
}

/**
 * @param {HTMLElement} canvas
 * @param {Band[]} bands
 * @param {import("./changes.js").Tie[]} ties
 * @param {number} columns
 * @param {(index: number) => number} chipWidth
 * @returns {Drawing}
 */
function measure(canvas, bands, ties, columns, chipWidth) {
  const frame = canvas.getBoundingClientRect();
  const [left, top] = [frame.left + canvas.clientLeft, frame.top + canvas.clientTop];
  const within = (/** @type {Element} */ element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x - left, y: y - top, width, height };
  };
  const boxes = new Map();
  bands.forEach(({ rows }, band) => rows.forEach((ids, row) => ids.forEach((id) => {
    const card = canvas.querySelector(`[data-actor="${CSS.escape(id)}"]`);
    if (card) boxes.set(id, { id, band, row, ...within(card) });
  })));
  const links = ties.flatMap(({ from, to }, index) => (boxes.has(from) && boxes.has(to) ? [{ index, from, to }] : []));
  const { routes, lanes } = planRoutes(boxes, links, guttersOf(canvas, columns, within), bands.map(({ rows }) => rows.length), chipWidth);

  /** @type {Record<string, number>} */
  const heights = {};
  /** @type {Record<string, number>} */
  const floors = {};
  for (const channel of canvas.querySelectorAll("[data-channel]")) {
    const name = /** @type {HTMLElement} */ (channel).dataset.channel ?? "";
    const { y, height } = within(channel);
    heights[name] = lanes[name] ? (lanes[name] - 1) * LANE + ABOVE_CARDS * 2 : QUIET;
    floors[name] = y + height;
  }
  const lines = routes.map((route) => ({ index: route.index, ...drawRoute(route, boxes, floors) }));
  return { lines, heights, width: canvas.clientWidth, height: canvas.clientHeight };
}

/**
 * The middles of the gutters, from the first row of cards: all rows share their columns.
 * @param {HTMLElement} canvas
 * @param {number} columns
 * @param {(element: Element) => {x: number, width: number}} within
 * @returns {import("./routes.js").Gutter[]}
 */
function guttersOf(canvas, columns, within) {
  const row = canvas.querySelector(".designer-cards");
  if (!row) return [];
  const { x, width } = within(row);
  const gap = parseFloat(getComputedStyle(row).columnGap) || 0;
  const pitch = (width - gap) / columns;
  return Array.from({ length: columns + 1 }, (_, index) => ({ x: x + gap / 2 + index * pitch, width: gap }));
}

