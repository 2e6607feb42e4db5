import { idsOf } from "../../core/ids.js";
import { shareOf } from "./changes.js";

/**
 * What becomes of a design when somebody leaves, a tie is cut or the money stops. Pure: it changes nothing in the
 * answer, and the page only shows what it finds.
 */

/** @typedef {import("./changes.js").Design} Design */
/** @typedef {import("./changes.js").Tie} Tie */
/**
 * Who leaves, which tie is cut, or the purpose of all ties that stop.
 * @typedef {{actor: string} | {tie: number} | {purpose: string}} Shock
 */
/**
 * @typedef {object} Damage
 * @property {string[]} actors who leaves
 * @property {number[]} ties the places of the ties that are lost
 * @property {string[]} leaderless functions that had a lead with a line to others, and have none now
 * @property {string[]} silent actors of the setting's `voices` that have lost their last line
 * @property {string[][]} islands those who remain, by who can still reach whom
 * @property {boolean} apart whether the network has fallen into more parts than before
 * @property {string[]} unconvened those who could reach the convener and no longer can
 */

/**
 * @param {Design} design
 * @returns {Shock[]} everything that can go wrong: each actor, each tie, and the money where ties carry any
 */
export function shocks({ actors, ties }) {
  const money = ties.some(({ purpose }) => purpose === "fund") ? [{ purpose: "fund" }] : [];
  return [...actors.map((actor) => ({ actor })), ...money, ...ties.map((_, tie) => ({ tie }))];
}

/**
 * @param {Record<string, any>} setting
 * @param {Design} design
 * @param {Shock} shock
 * @returns {Damage}
 */
export function stress(setting, design, shock) {
  const leaves = "actor" in shock ? [shock.actor] : [];
  const isLost = (/** @type {Tie} */ { from, to, purpose }, /** @type {number} */ index) =>
    leaves.includes(from) ||
    leaves.includes(to) ||
    ("tie" in shock && shock.tie === index) ||
    ("purpose" in shock && shock.purpose === purpose);
  const kept = design.ties.filter((tie, index) => !isLost(tie, index));
  const remaining = design.actors.filter((id) => !leaves.includes(id));
  const [before, islands] = [islandsOf(design.actors, design.ties), islandsOf(remaining, kept)];
  const heard = (/** @type {string} */ id, /** @type {Tie[]} */ ties) => ties.some(({ from, to }) => from === id || to === id);
  const led = (/** @type {string} */ task, /** @type {Tie[]} */ ties) => shareOf(design, task).leads.some((id) => heard(id, ties));
  const voices = setting.palette.filter((/** @type {{type: string}} */ { type }) => setting.voices?.includes(type));
  return {
    actors: leaves,
    ties: design.ties.flatMap((tie, index) => (isLost(tie, index) ? [index] : [])),
    leaderless: idsOf(setting.functions ?? []).filter((task) => led(task, design.ties) && !led(task, kept)),
    silent: idsOf(voices).filter((id) => heard(id, design.ties) && !heard(id, kept)),
    islands,
    apart: islands.length > before.filter((island) => island.some((id) => !leaves.includes(id))).length,
    unconvened: remaining.filter(
      (id) => id !== design.convener && meets(before, id, design.convener) && !meets(islands, id, design.convener),
    ),
  };
}

/**
 * @param {string[][]} islands
 * @param {string} one
 * @param {string | null | undefined} other
 */
const meets = (islands, one, other) => islands.some((island) => island.includes(one) && island.includes(other ?? ""));

/**
 * @param {string[]} actors
 * @param {Tie[]} ties
 * @returns {string[][]} the groups within which everyone can be reached
 */
function islandsOf(actors, ties) {
  const left = new Set(actors);
  /** @type {string[][]} */
  const islands = [];
  for (const first of actors) {
    if (!left.has(first)) continue;
    const island = new Set([first]);
    for (const id of island) {
      left.delete(id);
      for (const { from, to } of ties) {
        if (from === id) island.add(to);
        if (to === id) island.add(from);
      }
    }
    islands.push([...island]);
  }
  return islands;
}
