import { cardInWords, loadsInWords, nameOf } from "../../boards/card-words.js";
import { spanInWords } from "../../boards/quarter-spans.js";

/**
 * An action board in words.
 */

/** @typedef {import("../../i18n/messages.js").Translate} Translate */

/**
 * @param {Record<string, any>} setting
 * @returns {import("../../boards/card-words.js").Vocabulary}
 */
export function vocabularyOf({ areas, palette, indicators }) {
  return { areas, actors: palette, indicators };
}

/**
 * @param {Record<string, any>} setting
 * @param {{quarter: number | null, by: string | null} | null} review
 * @param {Translate} t
 */
export function reviewInWords(setting, review, t) {
  if (review === null) return t("action-board.no-review");
  const { quarter, by } = review;
  const span = spanInWords({ start: quarter, end: quarter }, t);
  return t("action-board.reviewed", { name: nameOf(setting.palette, by) || t("words.open"), span });
}

/**
 * @param {import("../../types").Exercise} exercise
 * @param {any} answer
 * @param {Translate} t
 * @returns {string[]}
 */
export function describe({ setting }, answer, t) {
  const vocabulary = vocabularyOf(setting);
  return [
    ...answer.cards.map((/** @type {any} */ card) => cardInWords(card, vocabulary, t)),
    loadsInWords(answer.cards, vocabulary, t) || t("cards.none"),
    reviewInWords(setting, answer.review, t),
  ];
}
