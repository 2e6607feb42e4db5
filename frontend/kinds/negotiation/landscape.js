import { allPackages, frontier } from "./facts.js";

/**
 * The landscape of all packages: what each would give to all together, and to the side that does worst.
 */

/** @typedef {import("./facts.js").Setting} Setting */
/** @typedef {import("./facts.js").Package} Package */
/**
 * @typedef {object} Spot one package
 * @property {Record<string, string>} choice
 * @property {number} joint how far the four scores together are above the four lines
 * @property {number} worst how far the side that does worst is above its line; below zero it would not sign
 * @property {boolean} signed whether all would sign
 * @property {boolean} breaches whether it breaks a rights floor
 * @property {boolean} tight whether it wastes nothing
 */

/**
 * @param {Setting} setting
 * @returns {Spot[]}
 */
export function spots(setting) {
  const tight = new Set(frontier(setting).map(({ choice }) => choice));
  return allPackages(setting).map(({ choice, scores }) => {
    const margins = scores.map((score, place) => score - setting.delegations[place].walk_away);
    const worst = Math.min(...margins);
    return {
      choice,
      joint: margins.reduce((sum, margin) => sum + margin, 0),
      worst,
      signed: worst >= 0,
      breaches: setting.floors.some(({ issue, option }) => choice[issue] === option),
      tight: tight.has(choice),
    };
  });
}

/**
 * How many there are of each: all, signed by all, of these breaching a floor, of the others how many, and of those
 * how many waste nothing.
 * @param {Spot[]} all
 */
export function counts(all) {
  const signed = all.filter(({ signed }) => signed);
  const fair = signed.filter(({ breaches }) => !breaches);
  return {
    all: all.length, signed: signed.length, breaching: signed.length - fair.length, fair: fair.length,
    tight: fair.filter(({ tight }) => tight).length,
  };
}

/**
 * The spot of a package, once every issue is settled.
 * @param {Setting} setting
 * @param {Package} choice
 * @param {Spot[]} all
 * @returns {Spot | undefined}
 */
export function spotOf({ issues }, choice, all) {
  return all.find((spot) => issues.every(({ id }) => spot.choice[id] === choice[id]));
}
