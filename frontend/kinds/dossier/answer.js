import { AnswerError, quote } from "../../core/errors.js";
import { idsOf } from "../../core/ids.js";
import { LEVELS } from "../../core/levels.js";
import {
  isObject, readBoolean, readChoice, readFields, readIds, readList, readMap, readRow, readText, readWhole,
} from "../../core/read.js";

/**
 * Reads a dossier. Its ids are the person's own, so what does not fit together (a tie to nobody, a card led by an
 * outsider) is graded; refused is only what has another shape.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {{id: string, name: string, type: string, level: string | null}} NewActor */
/** @typedef {{from: string, to: string, both: boolean, purpose: string | null, payload?: string | null}} DossierTie */
/** @typedef {import("../../boards/card-words.js").Card} Card */
/** @typedef {{a: string, b: string, fix: string}} Clash */
/** @typedef {{dataset: string, row: string}} Citation */
/** @typedef {{risk: string, response: string}} Risk */
/**
 * @typedef {object} Dossier text is empty while nothing is written
 * @property {string} problem
 * @property {string} objective
 * @property {Record<string, string>} four_cs
 * @property {NewActor[]} new_actors
 * @property {string[]} actors
 * @property {DossierTie[]} ties
 * @property {string[]} voices
 * @property {Clash} clash
 * @property {Card[]} cards
 * @property {Record<string, string>} rt
 * @property {Citation[]} evidence
 * @property {string[]} seeds
 * @property {Risk[]} risks
 */

/** @returns {Dossier} */
export function empty() {
  return {
    problem: "", objective: "", four_cs: {}, new_actors: [], actors: [], ties: [], voices: [],
    clash: { a: "", b: "", fix: "" }, cards: [], rt: {}, evidence: [], seeds: [], risks: [],
  };
}

/**
 * @param {unknown} answer
 * @param {Exercise} exercise
 * @returns {Dossier}
 */
export function read(answer, { setting }) {
  const fields = readFields(answer, Object.keys(empty()));
  return {
    problem: readOpenText(fields.problem, "problem"),
    objective: readOpenText(fields.objective, "objective"),
    four_cs: readMap(fields.four_cs, "four_cs", idsOf(setting.four_cs), readOpenText),
    new_actors: readRows(fields.new_actors, "new_actors", "Actor", readActor),
    actors: readTexts(fields.actors, "actors"),
    ties: readRows(fields.ties, "ties", "Tie", (tie, field) => readTie(tie, field, setting)),
    voices: readTexts(fields.voices, "voices"),
    clash: readTextRow(fields.clash, "clash", ["a", "b", "fix"]),
    cards: readRows(fields.cards, "cards", "Card", readCard),
    rt: readMap(fields.rt, "rt", idsOf(setting.round_table), readOpenText),
    evidence: readRows(fields.evidence, "evidence", "Evidence", (row, field) => readTextRow(row, field, ["dataset", "row"])),
    seeds: readIds(fields.seeds, "seeds", idsOf(setting.seeds)),
    risks: readRows(fields.risks, "risks", "Risk", (row, field) => readTextRow(row, field, ["risk", "response"])),
  };
}

/**
 * @param {unknown} value
 * @param {string} field
 * @returns {string} empty where nothing is written yet
 */
function readOpenText(value, field) {
  return value === null ? "" : readText(value, field);
}

/**
 * @template T
 * @param {unknown} value
 * @param {string} field
 * @param {string} name of one entry, for messages
 * @param {(entry: unknown, field: string) => T} readEntry
 * @returns {T[]}
 */
function readRows(value, field, name, readEntry) {
  return readList(value, field).map((entry, index) => readEntry(entry, `${name} ${index + 1}`));
}

/**
 * @param {unknown} value
 * @param {string} field
 * @returns {string[]} each once
 */
function readTexts(value, field) {
  return [...new Set(readList(value, field).map((text) => readText(text, field)))];
}

/**
 * @template {string} K
 * @param {unknown} value
 * @param {string} field
 * @param {K[]} keys
 * @returns {Record<K, string>} null stands for a row in which nothing is written yet
 */
function readTextRow(value, field, keys) {
  const row = value === null ? Object.fromEntries(keys.map((key) => [key, null])) : readRow(value, field, keys);
  return /** @type {Record<K, string>} */ (Object.fromEntries(keys.map((key) => [key, readOpenText(row[key], `${field}, ${key}`)])));
}

/**
 * @param {unknown} value
 * @param {string} field
 * @returns {NewActor}
 */
function readActor(value, field) {
  const { id, name, type, level } = readRow(value, field, ["id", "name", "type", "level"]);
  return {
    id: readText(id, `${field}, id`),
    name: readOpenText(name, `${field}, name`),
    type: readOpenText(type, `${field}, type`),
    level: readChoice(level, `${field}, level`, LEVELS),
  };
}

/**
 * @param {unknown} value
 * @param {string} field
 * @param {Record<string, any>} setting
 * @returns {DossierTie}
 */
function readTie(value, field, setting) {
  if (!isObject(value)) throw new AnswerError("not-a-tie", { field });
  const extra = Object.keys(value).find((key) => !["from", "to", "both", "purpose", "payload"].includes(key));
  if (extra !== undefined) throw new AnswerError("extra-field", { field: `${field}, ${quote(extra).slice(1, -1)}` });
  return {
    from: readText(value.from, `${field}, from`),
    to: readText(value.to, `${field}, to`),
    both: readBoolean(value.both, `${field}, both`),
    purpose: readChoice(value.purpose, `${field}, purpose`, setting.purposes),
    payload: readChoice(value.payload ?? null, `${field}, payload`, setting.payloads),
  };
}

/**
 * @param {unknown} value
 * @param {string} field
 * @returns {Card}
 */
function readCard(value, field) {
  const row = readRow(value, field, ["area", "lead", "partners", "start", "end", "indicator"]);
  return {
    area: readOpenText(row.area, `${field}, area`),
    lead: readOpenText(row.lead, `${field}, lead`),
    partners: readTexts(row.partners, `${field}, partners`),
    start: readWhole(row.start, `${field}, start`),
    end: readWhole(row.end, `${field}, end`),
    indicator: readOpenText(row.indicator, `${field}, indicator`),
  };
}
