import { idsOf } from "../../core/ids.js";
import { LEVELS } from "../../core/levels.js";

/**
 * Who can be joined with whom, and who stands above whom, in any setting of a designer.
 */

/** @typedef {import("./changes.js").Actor} Actor */
/** @typedef {[string, string]} Pair */
/** @typedef {Record<string, any>} Setting */

const PUBLIC = ["national_gov", "local_gov"];

/**
 * Whom one may join without a thought: everybody, all between levels, all within their levels, all of one level.
 * @param {Setting} setting
 * @returns {Pair[][]}
 */
export function meetings(setting) {
  const pairs = pairsOf(idsOf(setting.palette));
  const level = levelsOf(setting);
  const alone = LEVELS.map((name) => pairs.filter(([from, to]) => level[from] === name && level[to] === name));
  return [pairs, pairs.filter(betweenIn(setting)), pairs.filter(acrossIn(setting)), ...alone.filter((some) => some.length >= 10)]
    .filter((some) => some.length > 0);
}

export const anyPair = () => true;

/** @param {Setting} setting @returns {(pair: Pair) => boolean} */
export function acrossIn(setting) {
  const level = levelsOf(setting);
  return ([from, to]) => level[from] === level[to];
}

/** @param {Setting} setting @returns {(pair: Pair) => boolean} */
export function betweenIn(setting) {
  const level = levelsOf(setting);
  return ([from, to]) => level[from] !== level[to];
}

/** @param {Setting} setting @returns {Record<string, string>} */
const levelsOf = ({ palette }) => Object.fromEntries(palette.map((/** @type {Actor} */ { id, level }) => [id, level]));

/**
 * Whoever has a higher rank gives money and orders: by level, and within a level governments before the others.
 * @param {Setting} setting
 * @returns {(id: string) => number}
 */
export function rankOf({ palette }) {
  const ranks = Object.fromEntries(palette.map((/** @type {Actor} */ { id, level, type }) =>
    [id, 2 * (LEVELS.length - LEVELS.indexOf(level)) + (PUBLIC.includes(type) ? 1 : 0)]));
  return (id) => ranks[id];
}

/** @param {string[]} ids @returns {Pair[]} each two of them once */
export const pairsOf = (ids) => ids.flatMap((from, index) => ids.slice(index + 1).map((to) => /** @type {Pair} */ ([from, to])));

/** @param {Pair} pair @returns {Pair} */
export const swapped = ([from, to]) => [to, from];

/**
 * Those pairs first by which everyone comes into one network.
 * @param {Pair[]} pairs
 * @returns {Pair[]}
 */
export function joinedFirst(pairs) {
  /** @type {Record<string, string>} */
  const islands = {};
  const islandOf = (/** @type {string} */ id) => {
    while (islands[id] !== undefined) id = islands[id];
    return id;
  };
  const joining = pairs.filter((pair) => {
    const [one, other] = pair.map(islandOf);
    if (one !== other) islands[one] = other;
    return one !== other;
  });
  return [...joining, ...pairs.filter((pair) => !joining.includes(pair))];
}
