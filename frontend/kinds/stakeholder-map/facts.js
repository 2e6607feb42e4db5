import { readChoice, readFields, readMap, readRow, readWhole } from "../../core/read.js";

/**
 * What a rubric may ask of a stakeholder map: who stands where by power and interest, and how deeply each is engaged.
 */

/** @typedef {{p: number | null, i: number | null, e: string | null}} Place power, interest, engagement; null while open */
/** @typedef {{map: Record<string, Place>}} StakeholderMap */
/** @typedef {{from: string, most: number}} Limit how many may be engaged so deeply or more deeply */

/** The ladder of engagement, from the shallowest to the deepest. */
export const ENGAGEMENT = ["inform", "consult", "involve", "collaborate", "empower"];

/** The steps of the two scales. */
export const STEPS = [1, 2, 3, 4, 5];

/** A stakeholder of the map. A number that is still open is NaN, so that every comparison with it is false. */
class Stakeholder {
  /**
   * @param {string} id
   * @param {Place} place
   */
  constructor(id, { p, i, e }) {
    this.id = id;
    this.power = p ?? NaN;
    this.interest = i ?? NaN;
    this.engagement = e ?? "";
    this.depth = BigInt(depthOf(e));
  }
}

/** A limit of the exercise, and how many of the map it counts. */
class CountedLimit {
  /**
   * @param {Limit} limit
   * @param {StakeholderMap} answer
   */
  constructor({ from, most }, answer) {
    this.from = from;
    this.most = BigInt(most);
    this.count = BigInt(countFrom(from, answer));
  }
}

export const declarations = {
  types: {
    Stakeholder: {
      ctor: Stakeholder,
      fields: {
        id: "string",
        power: "double",
        interest: "double",
        engagement: "string",
        depth: "int", // of the engagement: inform is 1, empower is 5; 0 while none is chosen
      },
    },
    Limit: { ctor: CountedLimit, fields: { from: "string", most: "int", count: "int" } },
  },
  variables: {
    stakeholders: "list<Stakeholder>", // those on the map; engagement is empty text while none is chosen
    limits: "list<Limit>", // of the exercise; count: how many of the map are engaged so deeply or more deeply
  },
};

/** @returns {StakeholderMap} */
export function empty() {
  return { map: {} };
}

/**
 * @param {unknown} answer
 * @param {import("../../types").Exercise} exercise
 * @returns {StakeholderMap}
 */
export function read(answer, { setting }) {
  const ids = setting.stakeholders.map((/** @type {{id: string}} */ { id }) => id);
  const { map } = readFields(answer, ["map"]);
  return { map: readMap(map, "map", ids, readPlace) };
}

/**
 * @param {unknown} value
 * @param {string} field
 * @returns {Place}
 */
function readPlace(value, field) {
  if (value === null) return { p: null, i: null, e: null };
  const { p, i, e } = readRow(value, field, ["p", "i", "e"]);
  return { p: readWhole(p, `${field}, p`), i: readWhole(i, `${field}, i`), e: readChoice(e, `${field}, e`, ENGAGEMENT) };
}

/**
 * @param {StakeholderMap} answer
 * @param {import("../../types").Exercise} exercise
 * @returns {Record<string, any>} the variables of `declarations`
 */
export function facts(answer, { setting }) {
  return {
    stakeholders: Object.entries(answer.map).map(([id, place]) => new Stakeholder(id, place)),
    limits: (setting.limits ?? []).map((/** @type {Limit} */ limit) => new CountedLimit(limit, answer)),
  };
}

/**
 * @param {string | null} engagement
 * @returns {number} its step on the ladder from 1, or 0 while none is chosen
 */
export function depthOf(engagement) {
  return engagement === null ? 0 : ENGAGEMENT.indexOf(engagement) + 1;
}

/**
 * How many of a map are engaged as deeply as a step of the ladder or more deeply.
 * @param {string} from
 * @param {StakeholderMap} answer
 * @returns {number}
 */
export function countFrom(from, { map }) {
  return Object.values(map).filter(({ e }) => depthOf(e) >= depthOf(from)).length;
}
