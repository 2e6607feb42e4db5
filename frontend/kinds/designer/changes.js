import { LEVELS } from "../../core/levels.js";
import { withItem, withoutItem } from "../../core/lists.js";

/**
 * Every change a person can make to a design, as a function from one answer to the next. No DOM; the canvas
 * and the list call the same ones, which is why they make the same answer.
 */

/** @typedef {{id: string, name: string, type: string, level: string, country?: string}} Actor */
/** @typedef {{from: string, to: string, both: boolean, purpose: string | null, payload?: string | null}} Tie */
/** @typedef {{lead?: string | string[] | null, support?: string[]}} Share */
/**
 * @typedef {object} Design
 * @property {string[]} actors
 * @property {Tie[]} ties
 * @property {string | null} [convener]
 * @property {string | null} [objective]
 * @property {Record<string, Share | null>} [functions]
 * @property {number | null} [meet_weeks]
 */

/**
 * @param {Design} design
 * @param {string} id
 * @returns {Design}
 */
export function place(design, id) {
  return design.actors.includes(id) ? design : { ...design, actors: [...design.actors, id] };
}

/**
 * Takes an actor off, and with it its ties, its office as convener and its share in every function.
 * @param {Design} design
 * @param {string} id
 * @returns {Design}
 */
export function takeOff(design, id) {
  return {
    ...design,
    actors: design.actors.filter((actor) => actor !== id),
    ties: design.ties.filter((tie) => tie.from !== id && tie.to !== id),
    ...(design.convener === id && { convener: null }),
    ...(design.functions && { functions: withoutActor(design.functions, id) }),
  };
}

/**
 * @param {Record<string, Share | null>} functions
 * @param {string} id
 * @returns {Record<string, Share | null>}
 */
function withoutActor(functions, id) {
  return Object.fromEntries(Object.entries(functions).map(([name, share]) => {
    const { leads, support } = sharesOf(share);
    if (!leads.includes(id) && !support.includes(id)) return [name, share];
    return [name, { lead: leadOf(leads.filter((lead) => lead !== id)), support: support.filter((actor) => actor !== id) }];
  }));
}

/**
 * Who leads a function and who supports it, however the answer writes it.
 * @param {Design} design
 * @param {string} name of the function
 * @returns {{leads: string[], support: string[]}}
 */
export function shareOf(design, name) {
  return sharesOf(design.functions?.[name] ?? null);
}

/** @param {Share | null} share */
function sharesOf(share) {
  const { lead = null, support = [] } = share ?? {};
  return { leads: lead === null ? [] : typeof lead === "string" ? [lead] : lead, support };
}

/** One lead stands alone, as a person gives it. @param {string[]} leads */
const leadOf = (leads) => (leads.length > 1 ? leads : leads[0] ?? null);

/**
 * Gives a function its lead, who then no longer supports it, or its supporters.
 * @param {Design} design
 * @param {string} name of the function
 * @param {{leads: string[], support: string[]}} share
 * @returns {Design}
 */
export function giveShare(design, name, { leads, support }) {
  const share = { lead: leadOf(leads), support: support.filter((id) => !leads.includes(id)) };
  return { ...design, functions: { ...design.functions, [name]: share } };
}

/**
 * Adds a tie, or changes the one at `index`.
 * @param {Design} design
 * @param {Tie} tie
 * @param {number | null} index null for a new one
 * @returns {Design}
 */
export function putTie(design, tie, index = null) {
  return { ...design, ties: index === null ? [...design.ties, tie] : withItem(design.ties, index, tie) };
}

/**
 * @param {Design} design
 * @param {number} index
 * @returns {Design}
 */
export function removeTie(design, index) {
  return { ...design, ties: withoutItem(design.ties, index) };
}

/**
 * Whether another tie of the design says the same already.
 * @param {Design} design
 * @param {Tie} tie
 * @param {number | null} index of the tie itself, when it is being changed
 * @returns {boolean}
 */
export function isRepeated(design, tie, index = null) {
  return design.ties.some((other, at) => {
    if (at === index || other.purpose !== tie.purpose || other.both !== tie.both) return false;
    if ((other.payload ?? null) !== (tie.payload ?? null)) return false;
    const forward = other.from === tie.from && other.to === tie.to;
    return forward || (tie.both && other.from === tie.to && other.to === tie.from);
  });
}

/**
 * @param {Actor} from
 * @param {Actor} to
 * @returns {"across" | "updown"} across within a level, up and down between levels
 */
export function direction(from, to) {
  return from.level === to.level ? "across" : "updown";
}

/**
 * The levels that the palette of an exercise uses, from top to bottom, with the actors of each.
 * @param {Actor[]} actors
 * @returns {{level: string, actors: Actor[]}[]}
 */
export function byLevel(actors) {
  return LEVELS.map((level) => ({ level, actors: actors.filter((actor) => actor.level === level) })).filter(
    (group) => group.actors.length > 0,
  );
}
