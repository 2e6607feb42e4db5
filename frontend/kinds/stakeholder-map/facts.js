import { readChoice, readFields, readMap, readRow, readWhole } from "../../core/read.js";

/**
 * What a rubric may ask of a stakeholder map: who stands where by power and interest, and how deeply each is engaged.
 */

/** @typedef {{p: number | null, i: number | null, e: string | null}} Place power, interest, engagement; null while open */
/** @typedef {{map: Record<string, Place>}} StakeholderMap */

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
  }
}

export const declarations = {
  types: {
    Stakeholder: {
      ctor: Stakeholder,
      fields: { id: "string", power: "double", interest: "double", engagement: "string" },
    },
  },
  variables: {
    stakeholders: "list<Stakeholder>", // those on the map; engagement is empty text while none is chosen
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
 * @returns {Record<string, any>} the variables of `declarations`
 */
export function facts({ map }) {
  return { stakeholders: Object.entries(map).map(([id, place]) => new Stakeholder(id, place)) };
}
