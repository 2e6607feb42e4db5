import { STEPS } from "./facts.js";

/**
 * Every change a person can make to a stakeholder map, as a function from one answer to the next. The map and the
 * list call the same ones, which is why they make the same answer.
 */

/** @typedef {import("./facts.js").Place} Place */
/** @typedef {import("./facts.js").StakeholderMap} StakeholderMap */
/** @typedef {{id: string, name: string, short: string, evidence: string}} Stakeholder a card of the exercise */
/** @typedef {{p: number, i: number}} Cell */

/** @type {Place} */
const OPEN = { p: null, i: null, e: null };

/**
 * @param {StakeholderMap} answer
 * @param {string} id
 * @returns {Place}
 */
export function placeOf({ map }, id) {
  return Object.hasOwn(map, id) ? map[id] : OPEN;
}

/**
 * Changes part of what is said of a stakeholder; who has nothing left is off the map.
 * @param {StakeholderMap} answer
 * @param {string} id
 * @param {Partial<Place>} change
 * @returns {StakeholderMap}
 */
export function put(answer, id, change) {
  const place = { ...placeOf(answer, id), ...change };
  if (Object.values(place).every((part) => part === null)) return takeOff(answer, id);
  return { map: { ...answer.map, [id]: place } };
}

/**
 * @param {StakeholderMap} answer
 * @param {string} id
 * @returns {StakeholderMap}
 */
export function takeOff(answer, id) {
  const { [id]: _, ...map } = answer.map;
  return { map };
}

/**
 * The cell of the grid in which a stakeholder stands; null while a number is open or off the scale.
 * @param {StakeholderMap} answer
 * @param {string} id
 * @returns {Cell | null}
 */
export function cellOf(answer, id) {
  const { p, i } = placeOf(answer, id);
  return p !== null && i !== null && STEPS.includes(p) && STEPS.includes(i) ? { p, i } : null;
}
