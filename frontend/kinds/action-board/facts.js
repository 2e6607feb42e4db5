import { readChoice, readFields, readIds, readList, readRow, readWhole } from "../../core/read.js";

/**
 * What a rubric may ask of an action board: who is on each card, when it runs, what it watches, and who looks back.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {{id: string, type?: string, area?: string}} Named */
/**
 * @typedef {object} ReadCard null while open
 * @property {string | null} area
 * @property {string | null} lead
 * @property {string[]} partners
 * @property {number | null} start
 * @property {number | null} end
 * @property {string | null} indicator
 */
/** @typedef {{cards: ReadCard[], review: {quarter: number | null, by: string | null} | null}} Board */

/** A card. Text is empty and a quarter 0 while open; `involved` is the lead and the partners, each once. */
class Card {
  /** @param {ReadCard} card @param {Record<string, any>} setting */
  constructor({ area, lead, partners, start, end, indicator }, setting) {
    this.area = area ?? "";
    this.lead = lead ?? "";
    this.involved = [...new Set([...(lead === null ? [] : [lead]), ...partners])];
    const actors = setting.palette.filter((/** @type {Named} */ { id }) => this.involved.includes(id));
    this.types = [...new Set(actors.map((/** @type {Named} */ { type }) => type))];
    this.has_start = start !== null;
    this.start = BigInt(start ?? 0);
    this.end = BigInt(end ?? 0);
    this.indicator = indicator ?? "";
    this.watches_its_area =
      area !== null && setting.indicators.some((/** @type {Named} */ sign) => sign.id === indicator && sign.area === area);
  }
}

export const declarations = {
  types: {
    Card: {
      ctor: Card,
      fields: {
        area: "string", lead: "string", involved: "list<string>", types: "list<string>",
        has_start: "bool", start: "int", end: "int", indicator: "string", watches_its_area: "bool",
      },
    },
  },
  variables: {
    cards: "list<Card>",
    areas: "list<string>", // those that have a card, each once
    leads: "list<string>", // those who lead a card, each once
    most_led: "int", // how many cards the busiest lead has
    most_at_once: "int", // how many cards run in the fullest quarter
    quarters: "int", // how many the board has
    reviewer: "string", // id, or empty text
    review_quarter: "int", // 0 while open
  },
};

/** @returns {Record<string, any>} */
export function empty() {
  return { cards: [], review: null };
}

/**
 * @param {unknown} answer
 * @param {Exercise} exercise
 * @returns {Board}
 */
export function read(answer, { setting }) {
  const fields = readFields(answer, Object.keys(empty()));
  return {
    cards: readList(fields.cards, "cards").map((card, index) => readCard(card, `Card ${index + 1}`, setting)),
    review: fields.review === null ? null : readReview(fields.review, idsOf(setting.palette)),
  };
}

/** @param {Named[]} named */
const idsOf = (named) => named.map(({ id }) => id);

/**
 * @param {unknown} card
 * @param {string} field
 * @param {Record<string, any>} setting
 * @returns {ReadCard}
 */
function readCard(card, field, setting) {
  const row = readRow(card, field, ["area", "lead", "partners", "start", "end", "indicator"]);
  const palette = idsOf(setting.palette);
  return {
    area: readChoice(row.area, `${field}, area`, idsOf(setting.areas)),
    lead: readChoice(row.lead, `${field}, lead`, palette),
    partners: readIds(row.partners, `${field}, partners`, palette),
    start: readWhole(row.start, `${field}, start`),
    end: readWhole(row.end, `${field}, end`),
    indicator: readChoice(row.indicator, `${field}, indicator`, idsOf(setting.indicators)),
  };
}

/** @param {unknown} review @param {string[]} palette */
function readReview(review, palette) {
  const row = readRow(review, "review", ["quarter", "by"]);
  return { quarter: readWhole(row.quarter, "review, quarter"), by: readChoice(row.by, "review, by", palette) };
}

/**
 * @param {Board} board
 * @param {Exercise} exercise
 * @returns {Record<string, any>} the variables of `declarations`
 */
export function facts({ cards: read, review }, { setting }) {
  const cards = read.map((card) => new Card(card, setting));
  const areas = cards.map(({ area }) => area).filter(Boolean);
  const leads = cards.map(({ lead }) => lead).filter(Boolean);
  const all = Array.from({ length: setting.quarters }, (_, index) => BigInt(index + 1));
  const fullest = (/** @type {number[]} */ counts) => BigInt(Math.max(0, ...counts));
  return {
    cards,
    areas: [...new Set(areas)],
    leads: [...new Set(leads)],
    most_led: fullest(leads.map((lead) => leads.filter((other) => other === lead).length)),
    most_at_once: fullest(all.map((quarter) => cards.filter(({ start, end }) => start <= quarter && quarter <= end).length)),
    quarters: BigInt(setting.quarters),
    reviewer: review?.by ?? "",
    review_quarter: BigInt(review?.quarter ?? 0),
  };
}
