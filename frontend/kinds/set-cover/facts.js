import { readChoice, readFields, readIds } from "../../core/read.js";

/**
 * What a rubric may ask of a choice of seats: who sits there, what they can act on together, and who chairs.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {{id: string, name: string, type: string, level: string, covers: string[], cross?: boolean, note: string}} Invitee */
/** @typedef {{facts: {id: string, text: string}[], palette: Invitee[], most_seats?: number}} Setting */
/** @typedef {{seats: string[], chair: string | null}} Meeting */

/** Someone who was given a seat. `cross`: has a mandate across government. */
class Seat {
  /** @param {Invitee} invitee */
  constructor({ id, type, level, covers, cross = false }) {
    this.id = id;
    this.type = type;
    this.level = level;
    this.covers = covers;
    this.cross = cross;
  }
}

export const declarations = {
  types: {
    Seat: { ctor: Seat, fields: { id: "string", type: "string", level: "string", covers: "list<string>", cross: "bool" } },
  },
  variables: {
    seats: "list<Seat>", // each once
    uncovered: "list<string>", // ids of the facts on which nobody seated can act
    most_seats: "int", // how many can be invited; all of them where the exercise has no limit
    chair: "string", // id, or empty text; not necessarily seated
  },
};

/** @returns {Record<string, any>} */
export function empty() {
  return { seats: [], chair: null };
}

/**
 * @param {unknown} answer
 * @param {Exercise} exercise
 * @returns {Meeting}
 */
export function read(answer, { setting }) {
  const fields = readFields(answer, Object.keys(empty()));
  const palette = setting.palette.map((/** @type {Invitee} */ { id }) => id);
  return { seats: readIds(fields.seats, "seats", palette), chair: readChoice(fields.chair, "chair", palette) };
}

/**
 * @param {Meeting} meeting
 * @param {Exercise} exercise
 */
export function facts({ seats, chair }, exercise) {
  const setting = /** @type {Setting} */ (exercise.setting);
  return {
    seats: setting.palette.filter(({ id }) => seats.includes(id)).map((invitee) => new Seat(invitee)),
    uncovered: setting.facts.filter(({ id }) => actorsOn(setting, seats, id).length === 0).map(({ id }) => id),
    most_seats: BigInt(setting.most_seats ?? setting.palette.length),
    chair: chair ?? "",
  };
}

/**
 * Who of those seated can act on a fact.
 * @param {Setting} setting
 * @param {string[]} seats
 * @param {string} fact
 * @returns {Invitee[]}
 */
export function actorsOn({ palette }, seats, fact) {
  return palette.filter(({ id, covers }) => seats.includes(id) && covers.includes(fact));
}
