import { AnswerError, quote } from "../../core/errors.js";
import { isObject, readBoolean, readChoice, readFields, readId, readIds, readList } from "../../core/read.js";

/**
 * What a rubric may ask of a partnership design.
 *
 * A tie is horizontal when both ends have the same level, otherwise vertical (Round Table 3 background
 * paper, 2013, line 17). Borders and power play no part.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {{from: string, to: string, both: boolean, purpose: string | null, payload: string | null}} DrawnTie */
/** @typedef {{actors: string[], ties: DrawnTie[], convener: string | null, objective: string | null}} Design */

/** An actor that is placed. `partners` are the ids of all who share a tie with it, each once. */
class Actor {
  /** @param {{id: string, type: string, level: string, country?: string}} card */
  constructor(card) {
    this.id = card.id;
    this.type = card.type;
    this.level = card.level;
    this.country = card.country ?? "";
    /** @type {string[]} */
    this.partners = [];
  }
}

/** A tie as drawn. `purpose` and `payload` are empty text while nothing is chosen. */
class Tie {
  /**
   * @param {Pick<DrawnTie, "both" | "purpose" | "payload">} drawn
   * @param {Actor} from
   * @param {Actor} to
   */
  constructor(drawn, from, to) {
    this.from = from;
    this.to = to;
    this.both = drawn.both;
    this.purpose = drawn.purpose ?? "";
    this.payload = drawn.payload ?? "";
    this.horizontal = from.level === to.level;
  }

  /** The same tie as the other end sees it. */
  reversed() {
    return new Tie(this, this.to, this.from);
  }
}

export const declarations = {
  types: {
    Actor: {
      ctor: Actor,
      fields: { id: "string", type: "string", level: "string", country: "string", partners: "list<string>" },
    },
    Tie: {
      ctor: Tie,
      fields: { from: "Actor", to: "Actor", both: "bool", purpose: "string", payload: "string", horizontal: "bool" },
    },
  },
  variables: {
    actors: "list<Actor>", // those placed
    types: "list<string>", // the types of those placed, each once
    ties: "list<Tie>", // as drawn
    flows: "list<Tie>", // what travels: a two-way tie stands here once in each direction
    links: "list<Tie>", // who meets whom: every tie stands here once from each end, whatever its direction
    connected: "bool", // every placed actor can be reached from every other; one is connected, none is not
    convener: "string", // id, or empty text
    objective: "string", // id, or empty text
  },
};

/**
 * @param {Exercise} exercise
 * @returns {Record<string, any>}
 */
export function empty({ setting }) {
  return {
    actors: [],
    ties: [],
    ...(setting.convener && { convener: null }),
    ...(setting.objectives.length > 0 && { objective: null }),
  };
}

/**
 * @param {unknown} answer
 * @param {Exercise} exercise
 * @returns {Design}
 */
export function read(answer, exercise) {
  const { setting } = exercise;
  const fields = readFields(answer, Object.keys(empty(exercise)));
  const palette = setting.palette.map((/** @type {{id: string}} */ { id }) => id);
  const actors = readIds(fields.actors, "actors", palette);
  return {
    actors,
    ties: readList(fields.ties, "ties").map((tie, index) => readTie(tie, `Tie ${index + 1}`, actors, palette, setting)),
    convener: setting.convener ? readChoice(fields.convener, "convener", palette) : null,
    objective:
      setting.objectives.length > 0
        ? readChoice(fields.objective, "objective", setting.objectives.map((/** @type {{id: string}} */ { id }) => id))
        : null,
  };
}

/**
 * @param {unknown} tie
 * @param {string} place such as "Tie 3"
 * @param {string[]} actors those placed
 * @param {string[]} palette
 * @param {Record<string, any>} setting
 * @returns {DrawnTie}
 */
function readTie(tie, place, actors, palette, setting) {
  if (!isObject(tie)) throw new AnswerError("not-a-tie", { field: place });
  const known = ["from", "to", "both", "purpose", "payload"];
  const extra = Object.keys(tie).find((key) => !known.includes(key));
  if (extra !== undefined) throw new AnswerError("extra-field", { field: quote(extra).slice(1, -1) });
  const [from, to] = ["from", "to"].map((end) => {
    const id = readId(tie[end], `${place}, ${end}`, palette);
    if (!actors.includes(id)) throw new AnswerError("end-not-placed", { field: place, found: quote(id) });
    return id;
  });
  if (from === to) throw new AnswerError("tie-to-itself", { field: place, found: quote(from) });
  if (setting.payloads.length === 0 && typeof tie.payload === "string") {
    throw new AnswerError("payload-not-asked", { field: place, found: quote(tie.payload) });
  }
  return {
    from,
    to,
    both: readBoolean(tie.both, `${place}, both`),
    purpose: readChoice(tie.purpose, `${place}, purpose`, setting.purposes),
    payload: readChoice(tie.payload ?? null, `${place}, payload`, setting.payloads),
  };
}

/**
 * @param {Design} design
 * @param {Exercise} exercise
 * @returns {Record<string, any>} the variables of `declarations`
 */
export function facts(design, { setting }) {
  const placed = new Map(
    setting.palette
      .filter((/** @type {{id: string}} */ { id }) => design.actors.includes(id))
      .map((/** @type {any} */ card) => [card.id, new Actor(card)]),
  );
  const ties = design.ties.map((tie) => new Tie(tie, placed.get(tie.from), placed.get(tie.to)));
  const links = ties.flatMap((tie) => [tie, tie.reversed()]);
  for (const { from, to } of links) {
    if (!from.partners.includes(to.id)) from.partners.push(to.id);
  }
  const actors = [...placed.values()];
  return {
    actors,
    types: [...new Set(actors.map(({ type }) => type))],
    ties,
    flows: ties.flatMap((tie) => (tie.both ? [tie, tie.reversed()] : [tie])),
    links,
    connected: isConnected(placed),
    convener: design.convener ?? "",
    objective: design.objective ?? "",
  };
}

/**
 * @param {Map<string, Actor>} placed
 * @returns {boolean}
 */
function isConnected(placed) {
  const [first] = placed.keys();
  if (first === undefined) return false;
  const reached = new Set([first]);
  for (const id of reached) placed.get(id)?.partners.forEach((partner) => reached.add(partner));
  return reached.size === placed.size;
}
