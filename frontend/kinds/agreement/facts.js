import { AnswerError, quote } from "../../core/errors.js";
import { idsOf } from "../../core/ids.js";
import { readChoice, readFields, readIds, readMap, readNumber } from "../../core/read.js";

/**
 * What a rubric may ask of such an agreement: parties, moment, sector, money, benefits, clauses, tracks.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {"origin" | "destination" | "none"} Side */
/** @typedef {{id: string, name: string}} Named */
/** @typedef {Named & {type: string, side: Side, sectors?: string[]}} PartyCard */
/** @typedef {Named & {traps?: boolean}} Clause */
/** @typedef {Named & {origin: number, destination: number}} SectorCard */
/** @typedef {Named & {side: Side}} Payer */
/**
 * @typedef {object} Setting
 * @property {string} title
 * @property {string} origin name of the country
 * @property {string} destination name of the country
 * @property {PartyCard[]} parties
 * @property {Named[]} moments
 * @property {SectorCard[]} sectors
 * @property {Payer[]} payers
 * @property {{origin: Named[], destination: Named[]}} benefits
 * @property {Clause[]} destination_jobs
 * @property {Clause[]} return_jobs
 */
/**
 * @typedef {object} Agreement
 * @property {string[]} parties
 * @property {string | null} agreed
 * @property {string | null} sector
 * @property {Record<string, number | null>} financing
 * @property {{origin?: string[], destination?: string[]}} benefits
 * @property {string[]} destination_jobs
 * @property {string[]} return_jobs
 * @property {{home?: number | null, away?: number | null}} tracks
 */

/** Shares are compared as people write them: sums are rounded far below the last digit that anyone gives. */
const DIGITS = 1e6;

/** A party. `concerned`: it belongs to no trade, to that of the agreement, or no sector is chosen yet. */
class Party {
  /** @param {PartyCard} card @param {string | null} sector */
  constructor({ id, type, side, sectors }, sector) {
    this.id = id;
    this.type = type;
    this.side = side;
    this.concerned = sectors === undefined || sector === null || sectors.includes(sector);
  }
}

/** The sector with its two shortage scores; empty text and no shortage while none is chosen. */
class Sector {
  /** @param {SectorCard | undefined} card */
  constructor(card) {
    this.id = card?.id ?? "";
    this.origin = card?.origin ?? 0;
    this.destination = card?.destination ?? 0;
  }
}

export const declarations = {
  types: {
    Party: { ctor: Party, fields: { id: "string", type: "string", side: "string", concerned: "bool" } },
    Sector: { ctor: Sector, fields: { id: "string", origin: "double", destination: "double" } },
  },
  variables: {
    parties: "list<Party>",
    agreed: "string", // id of the moment, or empty text
    sector: "Sector",
    shares: "map<string, double>", // per cent by payer; nothing where none is given
    total: "double", // of all shares
    paid_by_origin: "double", // shares of the payers of that side
    paid_by_destination: "double",
    origin_benefits: "list<string>",
    destination_benefits: "list<string>",
    destination_jobs: "list<string>",
    return_jobs: "list<string>",
    traps: "list<string>", // the chosen clauses that take a freedom away from the worker
    home: "double", // training places, nothing where none is given
    away: "double",
  },
};

/** @returns {Agreement} */
export function empty() {
  return {
    parties: [], agreed: null, sector: null, financing: {}, benefits: { origin: [], destination: [] },
    destination_jobs: [], return_jobs: [], tracks: {},
  };
}

/**
 * @param {unknown} answer
 * @param {Exercise} exercise
 * @returns {Agreement}
 */
export function read(answer, { setting }) {
  const fields = readFields(answer, Object.keys(empty()));
  return {
    parties: readIds(fields.parties, "parties", idsOf(setting.parties)),
    agreed: readChoice(fields.agreed, "agreed", idsOf(setting.moments)),
    sector: readChoice(fields.sector, "sector", idsOf(setting.sectors)),
    financing: readMap(fields.financing, "financing", idsOf(setting.payers), readShare),
    benefits: readMap(fields.benefits, "benefits", ["origin", "destination"], (value, field, side) =>
      readIds(value, field, idsOf(setting.benefits[side]))),
    destination_jobs: readIds(fields.destination_jobs, "destination_jobs", idsOf(setting.destination_jobs)),
    return_jobs: readIds(fields.return_jobs, "return_jobs", idsOf(setting.return_jobs)),
    tracks: readMap(fields.tracks, "tracks", ["home", "away"], readNumber),
  };
}

/** @param {unknown} value @param {string} field */
function readShare(value, field) {
  const share = readNumber(value, field);
  if (share !== null && share < 0) throw new AnswerError("below-zero", { field, found: quote(share) });
  return share;
}

/**
 * @param {Agreement} answer
 * @param {Exercise} exercise
 * @returns {Record<string, any>} the variables of `declarations`
 */
export function facts(answer, exercise) {
  const setting = /** @type {Setting} */ (exercise.setting);
  return {
    parties: setting.parties.filter(({ id }) => answer.parties.includes(id)).map((card) => new Party(card, answer.sector)),
    agreed: answer.agreed ?? "",
    sector: new Sector(setting.sectors.find(({ id }) => id === answer.sector)),
    shares: new Map(setting.payers.map(({ id }) => [id, answer.financing[id] ?? 0])),
    total: paid(setting, answer),
    paid_by_origin: paid(setting, answer, "origin"),
    paid_by_destination: paid(setting, answer, "destination"),
    origin_benefits: answer.benefits.origin ?? [],
    destination_benefits: answer.benefits.destination ?? [],
    destination_jobs: answer.destination_jobs,
    return_jobs: answer.return_jobs,
    traps: [
      ...setting.destination_jobs.filter(({ id, traps }) => traps && answer.destination_jobs.includes(id)),
      ...setting.return_jobs.filter(({ id, traps }) => traps && answer.return_jobs.includes(id)),
    ].map(({ id }) => id),
    home: answer.tracks.home ?? 0,
    away: answer.tracks.away ?? 0,
  };
}

/**
 * The shares of one side together, or of all who pay.
 * @param {Setting} setting
 * @param {Agreement} answer
 * @param {Side} [side]
 * @returns {number} per cent
 */
export function paid({ payers }, { financing }, side) {
  const shares = payers.filter((payer) => side === undefined || payer.side === side).map(({ id }) => financing[id] ?? 0);
  return Math.round(shares.reduce((sum, share) => sum + share, 0) * DIGITS) / DIGITS;
}
