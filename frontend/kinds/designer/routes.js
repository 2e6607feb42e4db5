import { roundedPath } from "./rounded-path.js";

/**
 * Where the lines of a design run. Cards stand in rows; between rows are channels, between columns gutters.
 * A tie leaves a card through its top or bottom edge, runs in a channel (in a gutter past other rows), and
 * so never crosses a card. Ties that would overlap in a channel get lanes of their own. All in pixels.
 */

/** @typedef {{id: string, band: number, row: number, x: number, y: number, width: number, height: number}} Box */
/** @typedef {{index: number, from: string, to: string}} Link */
/**
 * `chipX` is where the middle of its chip stands.
 * @typedef {{channel: string, x1: number, x2: number, lane: number, holdsChip: boolean, chipX?: number}} Leg
 */
/**
 * @typedef {{index: number, start: Box, end: Box, reversed: boolean, startX: number, endX: number, startSide: Side, endSide: Side,
 *   gutter: number | null, legs: Leg[]}} Route
 */
/** @typedef {{x: number, width: number}} Gutter the x of its middle */
/** @typedef {"top" | "bottom"} Side */
/** @typedef {{route: Route, box: Box, side: Side, towards: number, set: (x: number) => void}} Port */
/** @typedef {{path: string, chip: Point, from: Point & {side: Side}, to: Point & {side: Side}}} Line */
/** @typedef {import("./rounded-path.js").Point} Point */

export const LANE = 36;
/** From the cards to the first lane, and from the last lane to the row above: room for an arrow head beside a chip. */
export const ABOVE_CARDS = 29;
/** A longer way, in pixels, that is worth it for having a gutter to oneself. */
const CROWDING = 60;
const BETWEEN_PORTS = 22;

/** @param {number} band @param {number} row the row below the channel */
export const channelName = (band, row) => `${band}.${row}`;

/**
 * Chooses the way of every tie.
 * @param {Map<string, Box>} boxes
 * @param {Link[]} links
 * @param {Gutter[]} gutters
 * @param {number[]} rowsPerBand
 * @param {(index: number) => number} chipWidth
 * @returns {{routes: Route[], lanes: Record<string, number>}} how many lanes each channel needs
 */
export function planRoutes(boxes, links, gutters, rowsPerBand, chipWidth) {
  const used = gutters.map(() => 0);
  const routes = links.map((link) => startRoute(boxes, link, gutters, used, rowsPerBand));
  setPorts(routes);
  for (const route of routes) setLegs(route);
  avoidFacingPorts(routes);
  setChips(routes, gutters, chipWidth);
  return { routes, lanes: setLanes(routes, chipWidth) };
}

/**
 * @param {Map<string, Box>} boxes
 * @param {Link} link
 * @param {Gutter[]} gutters
 * @param {number[]} used how many ties run in each gutter so far
 * @param {number[]} rowsPerBand
 * @returns {Route}
 */
function startRoute(boxes, { index, from, to }, gutters, used, rowsPerBand) {
  const [a, b] = [/** @type {Box} */ (boxes.get(from)), /** @type {Box} */ (boxes.get(to))];
  const reversed = a.band > b.band || (a.band === b.band && a.row > b.row);
  const [start, end] = reversed ? [b, a] : [a, b];
  const sameRow = start.band === end.band && start.row === end.row;
  const rowsBetween = sameRow ? 0 : countRowsBetween(start, end, rowsPerBand);
  const gutter = rowsBetween === 0 ? null : takeGutter(gutters, used, (centre(start) + centre(end)) / 2);
  return {
    index, start, end, reversed, gutter, legs: [],
    startX: centre(start), endX: centre(end), startSide: sameRow ? "top" : "bottom", endSide: "top",
  };
}

/**
 * The nearest gutter that is not crowded; ties in one gutter run beside each other.
 * @param {Gutter[]} gutters
 * @param {number[]} used
 * @param {number} middle
 * @returns {number} x
 */
function takeGutter(gutters, used, middle) {
  const cost = gutters.map(({ x }, index) => Math.abs(x - middle) + used[index] * CROWDING);
  const best = cost.indexOf(Math.min(...cost));
  const aside = [0, 1, -1][used[best]++ % 3];
  return gutters[best].x + aside * Math.min(6, gutters[best].width / 2 - 3);
}

/** @param {Box} box */
const centre = (box) => box.x + box.width / 2;

/**
 * @param {Box} upper
 * @param {Box} lower
 * @param {number[]} rowsPerBand
 */
function countRowsBetween(upper, lower, rowsPerBand) {
  if (upper.band === lower.band) return lower.row - upper.row - 1;
  const inside = rowsPerBand.slice(upper.band + 1, lower.band).reduce((sum, rows) => sum + rows, 0);
  return rowsPerBand[upper.band] - upper.row - 1 + inside + lower.row;
}

/**
 * Spreads the ends that share an edge of a card, in an order that keeps lines from crossing at once.
 * @param {Route[]} routes
 */
function setPorts(routes) {
  /** @type {Map<string, Port[]>} */
  const edges = new Map();
  const add = (/** @type {Port} */ port) => {
    const name = `${port.box.id}.${port.side}`;
    edges.set(name, [...(edges.get(name) ?? []), port]);
  };
  for (const route of routes) {
    const { start, end, gutter } = route;
    add({ route, box: start, side: route.startSide, towards: gutter ?? centre(end), set: (x) => (route.startX = x) });
    add({ route, box: end, side: route.endSide, towards: gutter ?? centre(start), set: (x) => (route.endX = x) });
  }
  for (const ports of edges.values()) {
    const middle = centre(ports[0].box);
    const sorted = [...ports].sort((one, other) => portOrder(one, middle) - portOrder(other, middle));
    const distance = Math.min(BETWEEN_PORTS, (ports[0].box.width - 28) / Math.max(1, ports.length - 1));
    sorted.forEach((port, place) => port.set(middle + (place - (sorted.length - 1) / 2) * distance));
  }
  for (const ports of edges.values()) straighten(ports);
}

/**
 * Where a card's upper partner stands right above it, the ports move together so that this tie is one straight line.
 * @param {Port[]} ports of one edge
 */
function straighten(ports) {
  const straight = ports.find(({ route, side }) => side === "top" && isNearlyStraight(route))?.route;
  if (!straight) return;
  const aside = straight.startX - straight.endX;
  for (const { route, box } of ports) {
    if (route.end.id === box.id) route.endX += aside;
    else route.startX += aside;
  }
}

/** @param {Route} route */
function isNearlyStraight({ startSide, gutter, startX, endX }) {
  return startSide === "bottom" && gutter === null && Math.abs(startX - endX) < 15;
}

/**
 * At a top edge short lines lie below long ones, so the far ones start inside; at a bottom edge it is the other way round.
 * @param {Port} port
 * @param {number} middle
 */
function portOrder({ side, towards }, middle) {
  const offset = towards - middle;
  if (side === "bottom" || offset === 0) return offset;
  return Math.sign(offset) * (100_000 - Math.abs(offset));
}

/** @param {Route} route */
function setLegs(route) {
  const { start, end, gutter } = route;
  const above = channelName(end.band, end.row);
  if (gutter === null) {
    if (isNearlyStraight(route)) route.endX = route.startX;
    route.legs = [{ channel: above, x1: route.startX, x2: route.endX, lane: 0, holdsChip: true }];
    return;
  }
  const below = channelName(start.band, start.row + 1);
  const chipAbove = Math.abs(gutter - route.startX) > Math.abs(gutter - route.endX);
  route.legs = [
    { channel: below, x1: route.startX, x2: gutter, lane: 0, holdsChip: chipAbove },
    { channel: above, x1: gutter, x2: route.endX, lane: 0, holdsChip: !chipAbove },
  ];
}

/**
 * Two cards above each other have their ports at the same x; where two ties would share that line, the upper one moves aside.
 * @param {Route[]} routes
 */
function avoidFacingPorts(routes) {
  const facing = routes.flatMap((route) => [
    { route, channel: route.legs[route.legs.length - 1].channel, x: route.endX },
    ...(route.startSide === "top" ? [{ route, channel: route.legs[0].channel, x: route.startX }] : []),
  ]);
  for (const route of routes) {
    const [leg] = route.legs;
    if (route.startSide === "top" || leg.x1 === leg.x2) continue;
    const isTaken = (/** @type {number} */ x) =>
      facing.some((other) => other.route !== route && other.channel === leg.channel && Math.abs(other.x - x) < 8);
    const free = [0, 11, -11, 22, -22, 33, -33].map((aside) => route.startX + aside).find((x) => !isTaken(x) && isOnEdge(x, route.start));
    if (free !== undefined) route.startX = leg.x1 = free;
  }
}

/** @param {number} x @param {Box} box */
const isOnEdge = (x, box) => x > box.x + 10 && x < box.x + box.width - 10;

/**
 * Puts each chip in the middle of its leg, or as near to it as keeps the chip among the cards and off the names of levels.
 * @param {Route[]} routes
 * @param {Gutter[]} gutters
 * @param {(index: number) => number} chipWidth
 */
function setChips(routes, gutters, chipWidth) {
  const [first, last] = [gutters[0], gutters[gutters.length - 1]];
  for (const { index, legs } of routes) {
    const half = chipWidth(index) / 2;
    const [left, right] = [first.x - first.width / 2 + half, last.x + last.width / 2 - half];
    for (const leg of legs) leg.chipX = Math.max(left, Math.min(right, (leg.x1 + leg.x2) / 2));
  }
}

/**
 * Gives legs that would touch lanes of their own, the short ones next to the cards below.
 * @param {Route[]} routes
 * @param {(index: number) => number} chipWidth
 * @returns {Record<string, number>}
 */
function setLanes(routes, chipWidth) {
  /** @type {Record<string, [number, number][][]>} */
  const taken = {};
  const legs = routes.flatMap((route) => route.legs.map((leg) => ({ leg, span: spanOf(leg, chipWidth(route.index)) })));
  legs.sort((one, other) => one.span[1] - one.span[0] - (other.span[1] - other.span[0]));
  for (const { leg, span } of legs) {
    const lanes = (taken[leg.channel] ??= []);
    const free = lanes.findIndex((spans) => spans.every(([from, to]) => span[1] < from || span[0] > to));
    leg.lane = free === -1 ? lanes.length : free;
    (lanes[leg.lane] ??= []).push(span);
  }
  return Object.fromEntries(Object.entries(taken).map(([channel, lanes]) => [channel, lanes.length]));
}

/**
 * @param {Leg} leg
 * @param {number} chip
 * @returns {[number, number]}
 */
function spanOf({ x1, x2, holdsChip, chipX = 0 }, chip) {
  const covered = holdsChip ? [x1, x2, chipX - chip / 2, chipX + chip / 2] : [x1, x2];
  return [Math.min(...covered) - 6, Math.max(...covered) + 6];
}

/**
 * Draws a planned route once the channels stand where they belong.
 * @param {Route} route
 * @param {Map<string, Box>} boxes
 * @param {Record<string, number>} floors y of the bottom of each channel
 * @returns {Line}
 */
export function drawRoute(route, boxes, floors) {
  const start = /** @type {Box} */ (boxes.get(route.start.id));
  const end = /** @type {Box} */ (boxes.get(route.end.id));
  const y = (/** @type {Leg} */ leg) => floors[leg.channel] - LANE * leg.lane - ABOVE_CARDS;
  const first = { x: route.startX, y: route.startSide === "top" ? start.y : start.y + start.height, side: route.startSide };
  const last = { x: route.endX, y: end.y, side: route.endSide };
  const corners = route.legs.flatMap((leg) => [{ x: leg.x1, y: y(leg) }, { x: leg.x2, y: y(leg) }]);
  const held = route.legs.find(({ holdsChip }) => holdsChip) ?? route.legs[0];
  return {
    path: roundedPath([first, ...corners, last]),
    chip: { x: held.chipX ?? 0, y: y(held) },
    from: route.reversed ? last : first,
    to: route.reversed ? first : last,
  };
}
