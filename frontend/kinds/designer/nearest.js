/**
 * Which real initiatives are built most like a design. It compares structure and not quality.
 *
 * The distance is the plain mean of up to four parts, each from 0 (alike) to 1 (nothing in common):
 *   levels     1 - shared / all of the levels on which either works (Jaccard distance)
 *   types      the same for the kinds of actors that take part
 *   vertical   the difference between the shares of ties that run up and down
 *   both ways  the difference between the shares of ties that run both ways
 * A part that is not known of both is left out: a design without ties has neither share, and the ties of most
 * initiatives are not coded, so that nobody knows how many run both ways. Their share of vertical ties follows from the
 * direction of the whole: horizontal 0, vertical 1, both 1/2. Python writes the cases (coursekit.structures).
 */

/**
 * @typedef {object} Structure
 * @property {string[]} levels
 * @property {string[]} types
 * @property {number | null} vertical share of the ties
 * @property {number | null} two_way share of the ties
 */
/** @typedef {Structure & {id: string, name: string, years: string, summary: string, became: string[], note: string, alike: number}} Case */
/** @typedef {import("./changes.js").Design} Design */

/** Kinds of actors as the tables of real initiatives tell them apart; a human-rights institution is none of theirs. */
const CODED_AS = /** @type {Record<string, string | null>} */ ({ rcp: "regional_body", global_body: "int_org", hri: null });

/** How many are shown. */
const SHOWN = 3;

/**
 * @param {Record<string, any>} setting
 * @param {Design} design
 * @returns {Structure}
 */
export function structureOf(setting, { actors, ties }) {
  const placed = setting.palette.filter((/** @type {{id: string}} */ { id }) => actors.includes(id));
  const levelOf = Object.fromEntries(placed.map((/** @type {any} */ { id, level }) => [id, level]));
  const types = placed.map((/** @type {any} */ { type }) => (type in CODED_AS ? CODED_AS[type] : type));
  return {
    levels: [...new Set(/** @type {string[]} */ (Object.values(levelOf)))],
    types: [...new Set(/** @type {string[]} */ (types.filter(Boolean)))],
    vertical: share(ties, ({ from, to }) => levelOf[from] !== levelOf[to]),
    two_way: share(ties, ({ both }) => both),
  };
}

/**
 * @template T
 * @param {T[]} all
 * @param {(entry: T) => boolean} holds
 */
const share = (all, holds) => (all.length > 0 ? all.filter(holds).length / all.length : null);

/**
 * @param {Structure} one
 * @param {Structure} other
 * @returns {number} from 0 to 1
 */
export function distance(one, other) {
  const parts = [jaccard(one.levels, other.levels), jaccard(one.types, other.types)];
  for (const part of /** @type {const} */ (["vertical", "two_way"])) {
    const [here, there] = [one[part], other[part]];
    if (here !== null && there !== null) parts.push(Math.abs(here - there));
  }
  return parts.reduce((sum, part) => sum + part, 0) / parts.length;
}

/**
 * @param {string[]} one
 * @param {string[]} other
 */
function jaccard(one, other) {
  const all = new Set([...one, ...other]);
  return all.size === 0 ? 0 : 1 - shared(one, other).length / all.size;
}

/**
 * @param {string[]} one
 * @param {string[]} other
 */
export const shared = (one, other) => one.filter((entry) => other.includes(entry));

/**
 * @param {Structure} design
 * @param {Case[]} cases
 * @returns {Case[]} the nearest first; among equals in the order in which they came
 */
export function nearest(design, cases) {
  const far = new Map(cases.map((real) => [real, distance(design, real)]));
  return [...cases].sort((one, other) => /** @type {number} */ (far.get(one)) - /** @type {number} */ (far.get(other))).slice(0, SHOWN);
}
