import { withItemAt, withoutItem } from "../../core/lists.js";
import { isSame } from "./facts.js";

/**
 * Every change a person can make to a timeline, as a function from one answer to the next. No DOM; buttons and
 * dragging call the same ones.
 */

/** @typedef {import("./facts.js").Timeline} Timeline */
/** @typedef {import("./facts.js").DrawnArrow} DrawnArrow */

/**
 * Puts a milestone at a place of the line, wherever it was before.
 * @param {Timeline} timeline
 * @param {string} id
 * @param {number} place counted without the milestone itself
 * @returns {Timeline}
 */
export function put(timeline, id, place) {
  const others = timeline.order.filter((other) => other !== id);
  return { ...timeline, order: withItemAt(others, place, id) };
}

/**
 * @param {Timeline} timeline
 * @param {DrawnArrow} link
 * @returns {Timeline}
 */
export function draw(timeline, link) {
  return { ...timeline, links: [...timeline.links, link] };
}

/**
 * @param {Timeline} timeline
 * @param {number} index
 * @returns {Timeline}
 */
export function rub(timeline, index) {
  return { ...timeline, links: withoutItem(timeline.links, index) };
}

/**
 * Why an arrow cannot be drawn, as the id of a text; empty text when it can.
 * @param {Timeline} timeline
 * @param {DrawnArrow} link
 * @returns {string}
 */
export function problemWith({ links }, link) {
  if (!link.cause || !link.effect) return "timeline.incomplete";
  if (link.cause === link.effect) return "timeline.same-ends";
  return links.some((other) => isSame(other, link)) ? "timeline.repeated" : "";
}

/**
 * @typedef {object} Arc an arrow beside the line
 * @property {number} index of the arrow in the answer
 * @property {number} from place of the upper end
 * @property {number} to place of the lower end
 * @property {boolean} down whether the effect is the lower end
 * @property {number} lane 0 is nearest to the line
 */

/**
 * Lays the arrows beside the line so that no two of them overlap: short ones near, long ones further out.
 * @param {Timeline} timeline
 * @returns {Arc[]} only those with both ends on the line
 */
export function arcs({ order, links }) {
  const drawn = links
    .map(({ cause, effect }, index) => {
      const [start, end] = [cause, effect].map((id) => (id === null ? -1 : order.indexOf(id)));
      return { index, from: Math.min(start, end), to: Math.max(start, end), down: start < end, lane: 0 };
    })
    .filter(({ from, to }) => from >= 0 && from < to)
    .sort((one, other) => one.to - one.from - (other.to - other.from) || one.from - other.from);
  drawn.forEach((arc, at) => {
    const taken = drawn.slice(0, at).filter(({ from, to }) => from < arc.to && arc.from < to).map(({ lane }) => lane);
    while (taken.includes(arc.lane)) arc.lane += 1;
  });
  return drawn;
}
