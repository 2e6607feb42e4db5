import { shareOf } from "./changes.js";

/**
 * How far a design has moved from the one that a repair opens on: counted, so that small repairs can be told from
 * large ones. Pure; the page shows the count while the person works.
 */

/** @typedef {import("./changes.js").Design} Design */
/** @typedef {import("./changes.js").Tie} Tie */

/**
 * One for each actor that came or went, each tie that was drawn, cut or changed, each function whose lead changed,
 * each whose support changed, and each other choice that is a different one now.
 * @param {Design} start
 * @param {Design} design
 * @returns {number}
 */
export function countChanges(start, design) {
  const functions = new Set([...Object.keys(start.functions ?? {}), ...Object.keys(design.functions ?? {})]);
  const shares = [...functions].flatMap((id) => {
    const [before, after] = [shareOf(start, id), shareOf(design, id)];
    return [unlike(before.leads, after.leads), unlike(before.support, after.support)];
  });
  const fields = /** @type {const} */ (["convener", "objective", "meet_weeks"]);
  const choices = fields.map((field) => (start[field] ?? null) !== (design[field] ?? null));
  const missing = (/** @type {string[]} */ some, /** @type {string[]} */ others) => some.filter((id) => !others.includes(id)).length;
  const placed = missing(start.actors, design.actors) + missing(design.actors, start.actors);
  return placed + countTies(start.ties, design.ties) + [...shares, ...choices].filter(Boolean).length;
}

/**
 * @param {string[]} before
 * @param {string[]} after
 */
function unlike(before, after) {
  return [...new Set(before)].sort().join() !== [...new Set(after)].sort().join();
}

/**
 * A tie that still joins the same two but says something else is one change, not a cut and a new tie.
 * @param {Tie[]} before
 * @param {Tie[]} after
 */
function countTies(before, after) {
  const [gone, come] = [without(before, after, saidBy), without(after, before, saidBy)];
  return gone.length + without(come, gone, pairOf).length;
}

/**
 * @param {Tie[]} ties
 * @param {Tie[]} others
 * @param {(tie: Tie) => string} key
 * @returns {Tie[]} the ties that none of the others matches, each other matching one
 */
function without(ties, others, key) {
  const left = others.map(key);
  return ties.filter((tie) => {
    const at = left.indexOf(key(tie));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** @param {Tie} tie */
const pairOf = ({ from, to }) => [from, to].sort().join();

/** @param {Tie} tie */
function saidBy(tie) {
  const ends = tie.both ? pairOf(tie) : `${tie.from},${tie.to}`;
  return [ends, tie.both, tie.purpose, tie.payload ?? ""].join();
}
