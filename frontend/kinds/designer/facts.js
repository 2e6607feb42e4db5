/**
 * What a rubric may ask of a partnership design.
 *
 * A tie is horizontal when both ends have the same level, otherwise vertical (Round Table 3 background
 * paper, 2013, line 17). Borders and power play no part.
 */

export { empty, read } from "./answer.js";

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("./answer.js").ReadDesign} ReadDesign */
/** @typedef {import("./answer.js").DrawnTie} DrawnTie */

/** An actor of the palette. `partners` are the ids of all who share a tie with it, each once. */
class Actor {
  /**
   * @param {{id: string, type: string, level: string, country?: string}} card
   * @param {boolean} placed
   */
  constructor(card, placed) {
    this.id = card.id;
    this.type = card.type;
    this.level = card.level;
    this.country = card.country ?? "";
    this.placed = placed;
    /** @type {string[]} */
    this.partners = [];
    /** @type {string[]} ids of the functions that it leads, alone or with others */
    this.leads = [];
    /** @type {string[]} ids of the functions that it supports */
    this.supports = [];
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
    this.returned = drawn.both;
    this.repeated = false;
    /** @type {Tie[]} */
    this.back = [];
  }

  /** The same tie as the other end sees it. */
  reversed() {
    return Object.assign(new Tie(this, this.to, this.from), { repeated: this.repeated });
  }
}

/** A function of the partnership, and who has a share in it, placed or not. */
class Task {
  /**
   * @param {string} id
   * @param {Actor[]} leads
   * @param {Actor[]} support
   */
  constructor(id, leads, support) {
    this.id = id;
    this.leads = leads;
    this.support = support;
  }
}

export const declarations = {
  types: {
    Actor: {
      ctor: Actor,
      fields: {
        id: "string", type: "string", level: "string", country: "string", placed: "bool", partners: "list<string>",
        leads: "list<string>", supports: "list<string>",
      },
    },
    Tie: {
      ctor: Tie,
      fields: {
        from: "Actor", to: "Actor", both: "bool", purpose: "string", payload: "string", horizontal: "bool",
        returned: "bool", // something also travels from `to` to `from`, by this tie or by another
        repeated: "bool", // another tie joins the same two for the same purpose
        back: "list<Tie>", // what travels from `to` to `from`, by this tie or by others, as in `flows`
      },
    },
    Task: { ctor: Task, fields: { id: "string", leads: "list<Actor>", support: "list<Actor>" } },
  },
  variables: {
    actors: "list<Actor>", // those placed
    types: "list<string>", // the types of those placed, each once
    ties: "list<Tie>", // as drawn
    flows: "list<Tie>", // what travels: a two-way tie stands here once in each direction
    links: "list<Tie>", // who meets whom: every tie stands here once from each end, whatever its direction
    purposes: "list<string>", // what ties are for, each once; a tie without a purpose adds none
    payloads: "list<string>", // what ties carry, each once; a tie that carries nothing adds none
    connected: "bool", // every placed actor can be reached from every other; one is connected, none is not
    functions: "list<Task>", // all that the exercise asks for; a lead or supporter need not be placed
    leaders: "list<string>", // the ids of all who lead a function, each once
    original: "list<string>", // the ids of those placed in the design that a repair opens on
    convener: "string", // id, or empty text
    objective: "string", // id, or empty text
    meet_weeks: "double", // weeks between regular meetings; 0 while nothing is given
  },
};

/**
 * @param {ReadDesign} design
 * @param {Exercise} exercise
 * @returns {Record<string, any>} the variables of `declarations`
 */
export function facts(design, { setting }) {
  /** @type {Map<string, Actor>} */
  const palette = new Map(
    setting.palette.map((/** @type {any} */ card) => [card.id, new Actor(card, design.actors.includes(card.id))]),
  );
  const actorOf = (/** @type {string} */ id) => /** @type {Actor} */ (palette.get(id));
  const actors = [...palette.values()].filter(({ placed }) => placed);
  const ties = design.ties.map((tie) => new Tie(tie, actorOf(tie.from), actorOf(tie.to)));
  markRepeated(ties);
  const flows = ties.flatMap((tie) => (tie.both ? [tie, tie.reversed()] : [tie]));
  markReturned(flows);
  const links = ties.flatMap((tie) => [tie, tie.reversed()]);
  markBack([...flows, ...links], flows);
  for (const { from, to } of links) {
    if (!from.partners.includes(to.id)) from.partners.push(to.id);
  }
  const functions = (setting.functions ?? []).map((/** @type {{id: string}} */ { id }) => {
    const { leads, support } = design.functions[id] ?? { leads: [], support: [] };
    return new Task(id, leads.map(actorOf), support.map(actorOf));
  });
  for (const { id, leads, support } of functions) {
    for (const actor of leads) actor.leads.push(id);
    for (const actor of support) actor.supports.push(id);
  }
  return {
    actors,
    types: [...new Set(actors.map(({ type }) => type))],
    ties,
    flows,
    links,
    purposes: chosen(ties.map(({ purpose }) => purpose)),
    payloads: chosen(ties.map(({ payload }) => payload)),
    connected: isConnected(actors, actorOf),
    functions,
    leaders: [...palette.values()].filter(({ leads }) => leads.length > 0).map(({ id }) => id),
    original: setting.start?.actors ?? [],
    convener: design.convener ?? "",
    objective: design.objective ?? "",
    meet_weeks: design.meetWeeks ?? 0,
  };
}

/** @param {Tie[]} flows */
function markReturned(flows) {
  const ways = new Set(flows.map(({ from, to }) => `${from.id} ${to.id}`));
  for (const tie of flows) tie.returned ||= ways.has(`${tie.to.id} ${tie.from.id}`);
}

/**
 * @param {Tie[]} ties
 * @param {Tie[]} flows
 */
function markBack(ties, flows) {
  /** @type {Map<string, Tie[]>} */
  const ways = new Map();
  for (const flow of flows) {
    const way = `${flow.from.id} ${flow.to.id}`;
    const found = ways.get(way);
    if (found) found.push(flow);
    else ways.set(way, [flow]);
  }
  for (const tie of ties) tie.back = ways.get(`${tie.to.id} ${tie.from.id}`) ?? [];
}

/** @param {string[]} entries @returns {string[]} each once, without those left open */
const chosen = (entries) => [...new Set(entries)].filter((entry) => entry !== "");

/** @param {Tie[]} ties */
function markRepeated(ties) {
  const said = (/** @type {Tie} */ { from, to, purpose }) => [...[from.id, to.id].sort(), purpose].join(" ");
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const tie of ties) counts.set(said(tie), (counts.get(said(tie)) ?? 0) + 1);
  for (const tie of ties) tie.repeated = (counts.get(said(tie)) ?? 0) > 1;
}

/**
 * @param {Actor[]} actors those placed
 * @param {(id: string) => Actor} actorOf
 * @returns {boolean}
 */
function isConnected(actors, actorOf) {
  if (actors.length === 0) return false;
  const reached = new Set([actors[0].id]);
  for (const id of reached) actorOf(id).partners.forEach((partner) => reached.add(partner));
  return reached.size === actors.length;
}
