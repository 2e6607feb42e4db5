import { idsOf } from "../../core/ids.js";
import { readChoice, readFields, readIds, readList, readRow, readWhole } from "../../core/read.js";

/**
 * What a rubric may ask of an action board: who is on each card, when it runs, what it watches, and who looks back.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {{id: string, name: string, hands?: string[][]}} Area */
/** @typedef {{id: string, name: string, type: string, level: string}} Actor */
/** @typedef {{id: string, name: string, shows: "change" | "activity", area?: string}} Sign */
/**
 * @typedef {object} Setting
 * @property {number} quarters
 * @property {number} most_at_once
 * @property {number} [most_partners]
 * @property {Area[]} areas
 * @property {Actor[]} palette
 * @property {Sign[]} indicators
 */
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

/** With fewer cards than this, to stand on all but one says nothing. */
const FEW = 3;

/**
 * A card. Text is empty and a quarter 0 while open. `partners` are those beside the lead, `involved` are both, each once.
 * `shows_change`: its sign shows a change in its own area, and does not only count what was done. `in_right_hands`: from
 * each group without which the matter does not move, somebody is involved.
 */
class Card {
  /** @param {ReadCard} card @param {Setting} setting */
  constructor({ area, lead, partners, start, end, indicator }, setting) {
    this.area = area ?? "";
    this.lead = lead ?? "";
    this.partners = [...new Set(partners)].filter((id) => id !== lead);
    this.involved = [...(lead === null ? [] : [lead]), ...this.partners];
    const typeOf = (/** @type {string} */ id) => typeIn(setting, id);
    this.lead_type = typeOf(this.lead);
    this.types = [...new Set(this.involved.map(typeOf))];
    this.has_start = start !== null;
    this.start = BigInt(start ?? 0);
    this.end = BigInt(end ?? 0);
    this.indicator = indicator ?? "";
    this.shows_change = setting.indicators.some((sign) => sign.id === indicator && sign.area === area && sign.shows === "change");
    const { hands = [] } = setting.areas.find(({ id }) => id === area) ?? {};
    this.in_right_hands = area !== null && hands.every((group) => group.some((id) => this.involved.includes(id)));
  }
}

export const declarations = {
  types: {
    Card: {
      ctor: Card,
      fields: {
        area: "string", lead: "string", lead_type: "string", partners: "list<string>", involved: "list<string>", types: "list<string>",
        has_start: "bool", start: "int", end: "int", indicator: "string", shows_change: "bool", in_right_hands: "bool",
      },
    },
  },
  variables: {
    cards: "list<Card>",
    areas: "list<string>", // those that have a card, each once
    areas_in_right_hands: "list<string>", // those of which every card is
    areas_with_change: "list<string>", // those of which every card shows a change
    leads: "list<string>", // those who lead a card, each once
    most_led: "int", // how many cards the busiest lead has
    everywhere: "list<string>", // those who stand on each card, or on all but one; nobody while there are fewer than three
    most_at_once: "int", // how many cards run in the fullest quarter
    quarters: "int", // how many the board has
    most_partners: "int", // how many a card can have; all where the exercise says nothing
    reviewer: "string", // id, or empty text
    reviewer_type: "string",
    review_quarter: "int", // 0 while open
    ended_by_review: "int", // how many cards have ended when somebody looks back
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

/** @param {Setting} setting @param {string | null | undefined} id @returns {string} empty where there is nobody */
const typeIn = ({ palette }, id) => palette.find((actor) => actor.id === id)?.type ?? "";

/**
 * @param {Board} board
 * @param {Exercise} exercise
 * @returns {Record<string, any>} the variables of `declarations`
 */
export function facts({ cards: read, review }, exercise) {
  const setting = /** @type {Setting} */ (exercise.setting);
  const cards = read.map((card) => new Card(card, setting));
  const areas = [...new Set(cards.map(({ area }) => area).filter(Boolean))];
  const leads = cards.map(({ lead }) => lead).filter(Boolean);
  const all = Array.from({ length: setting.quarters }, (_, index) => BigInt(index + 1));
  const fullest = (/** @type {number[]} */ counts) => BigInt(Math.max(0, ...counts));
  const areasWhere = (/** @type {(card: Card) => boolean} */ holds) =>
    areas.filter((area) => cards.every((card) => card.area !== area || holds(card)));
  const isEverywhere = (/** @type {Actor} */ { id }) => cards.filter(({ involved }) => !involved.includes(id)).length <= 1;
  const quarter = BigInt(review?.quarter ?? 0);
  return {
    cards,
    areas,
    areas_in_right_hands: areasWhere((card) => card.in_right_hands),
    areas_with_change: areasWhere((card) => card.shows_change),
    leads: [...new Set(leads)],
    most_led: fullest(leads.map((lead) => leads.filter((other) => other === lead).length)),
    everywhere: cards.length < FEW ? [] : idsOf(setting.palette.filter(isEverywhere)),
    most_at_once: fullest(all.map((quarter) => cards.filter(({ start, end }) => start <= quarter && quarter <= end).length)),
    quarters: BigInt(setting.quarters),
    most_partners: BigInt(setting.most_partners ?? setting.palette.length),
    reviewer: review?.by ?? "",
    reviewer_type: typeIn(setting, review?.by),
    review_quarter: quarter,
    ended_by_review: BigInt(cards.filter(({ end }) => end >= 1n && end <= quarter).length),
  };
}
