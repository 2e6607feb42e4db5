/**
 * A way through points as an SVG path with rounded corners.
 */

/** @typedef {{x: number, y: number}} Point */

const CORNER = 9; // pixels

/**
 * @param {Point[]} points
 * @returns {string} path data with rounded corners
 */
export function roundedPath(points) {
  const way = points.filter((point, index) => index === 0 || distance(point, points[index - 1]) > 0.5);
  const round = (/** @type {number} */ value) => Math.round(value * 10) / 10;
  const at = (/** @type {Point} */ { x, y }) => `${round(x)} ${round(y)}`;
  const middle = way.slice(1, -1).map((corner, index) => {
    const [before, after] = [way[index], way[index + 2]];
    const radius = Math.min(CORNER, distance(before, corner) / 2, distance(corner, after) / 2);
    return `L${at(towards(corner, before, radius))}Q${at(corner)} ${at(towards(corner, after, radius))}`;
  });
  return `M${at(way[0])}${middle.join("")}L${at(/** @type {Point} */ (way.at(-1)))}`;
}

/** @param {Point} one @param {Point} other */
const distance = (one, other) => Math.hypot(one.x - other.x, one.y - other.y);

/**
 * @param {Point} from
 * @param {Point} to
 * @param {number} length
 */
function towards(from, to, length) {
  const share = length / (distance(from, to) || 1);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
