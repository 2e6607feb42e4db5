import { countWords } from "../../core/word-count.js";
import { Draft } from "../../components/draft.jsx";
import { isVaried } from "./texts.js";

/** @typedef {Record<string, {least: number, most?: number}>} Lengths how many words are asked of each text */

/**
 * @param {Lengths} lengths
 * @param {string} field which of them holds; nothing is said where there is none
 * @param {import("../../i18n/messages.js").Translate} t
 * @returns {(text: string) => string} how many words a text has, and whether they are always the same
 */
export function countNote(lengths, field, t) {
  return (text) => {
    const asked = lengths[field];
    if (!asked) return "";
    const count = countWords(text);
    const counted = t(asked.most ? "dossier.words" : "dossier.words-least", { count, least: asked.least, most: asked.most ?? 0 });
    return count < asked.least || isVaried(text) ? counted : `${counted} ${t("dossier.same-words")}`;
  };
}

/**
 * A text with its number of words, and how many are asked.
 * @param {object} props
 * @param {Lengths} props.lengths
 * @param {string} props.field which of them holds here; empty for none
 * @param {string} props.label
 * @param {number} props.rows
 * @param {string} props.value
 * @param {(value: string, said: string) => void} props.onChange
 * @param {import("../../i18n/messages.js").Translate} props.t
 */
export function Words({ lengths, field, label, rows, value, onChange, t }) {
  return (
    <Draft
      label={label} rows={rows} value={value} note={countNote(lengths, field, t)} longest={rows === 1 ? 200 : 5000}
      onChange={(words) => onChange(words, t("dossier.said-text", { field: label, count: countWords(words) }))}
    />
  );
}
