import { spanInWords } from "./quarter-spans.js";

/**
 * Action cards in words. No DOM: the words of a kind, its board and its forms share them.
 */

/** @typedef {{id: string, name: string}} Named */
/**
 * @typedef {object} Card an action: what, who, when, and the sign that it worked; null while open
 * @property {string | null} area
 * @property {string | null} lead
 * @property {string[]} partners
 * @property {number | null} start
 * @property {number | null} end
 * @property {string | null} indicator
 */
/**
 * What ids stand for; an id that is not in it stands for itself.
 * @typedef {{areas: Named[], actors: Named[], indicators: Named[]}} Vocabulary
 */
/** @typedef {import("../i18n/messages.js").Translate} Translate */

/**
 * @param {Named[]} named
 * @param {string | null} id
 * @returns {string} the name, the id itself where it has none, or empty text while nothing is chosen
 */
export function nameOf(named, id) {
  return named.find((entry) => entry.id === id)?.name ?? id ?? "";
}

/**
 * @param {Card} card
 * @param {Vocabulary} vocabulary
 * @param {Translate} t
 */
export function areaInWords(card, { areas }, t) {
  return nameOf(areas, card.area) || t("cards.open-area");
}

/**
 * @param {Card} card
 * @param {Vocabulary} vocabulary
 * @param {Translate} t
 */
export function partnersInWords(card, { actors }, t) {
  return card.partners.map((id) => nameOf(actors, id)).join(t("list.separator")) || t("cards.without-partners");
}

/**
 * @param {Card} card
 * @param {Vocabulary} vocabulary
 * @param {Translate} t
 */
export function cardInWords(card, vocabulary, t) {
  return t("cards.in-words", {
    area: areaInWords(card, vocabulary, t),
    lead: nameOf(vocabulary.actors, card.lead) || t("cards.open-lead"),
    partners: partnersInWords(card, vocabulary, t),
    span: spanInWords(card, t),
    indicator: nameOf(vocabulary.indicators, card.indicator) || t("words.open"),
  });
}

/**
 * How many cards each actor leads, the busiest first.
 * @param {Card[]} cards
 * @returns {{lead: string, count: number}[]}
 */
export function loads(cards) {
  const leads = cards.flatMap(({ lead }) => (lead ? [lead] : []));
  return [...new Set(leads)]
    .map((lead) => ({ lead, count: leads.filter((other) => other === lead).length }))
    .sort((one, other) => other.count - one.count);
}

/**
 * @param {Card[]} cards
 * @param {Vocabulary} vocabulary
 * @param {Translate} t
 * @returns {string} empty while nobody leads
 */
export function loadsInWords(cards, { actors }, t) {
  const each = loads(cards).map(({ lead, count }) => t("cards.load", { name: nameOf(actors, lead), count }));
  return each.length > 0 ? t("cards.loads", { loads: each.join(t("list.separator")) }) : "";
}
