import { countWords } from "../../core/word-count.js";
import { Draft } from "../../components/draft.jsx";

/**
 * A text with its number of words, and how many are asked.
 * @param {object} props
 * @param {Record<string, {least: number, most?: number}>} props.lengths
 * @param {string} props.field which of them holds here; empty for none
 * @param {string} props.label
 * @param {number} props.rows
 * @param {string} props.value
 * @param {(value: string, said: string) => void} props.onChange
 * @param {import("../../i18n/messages.js").Translate} props.t
 */
export function Words({ lengths, field, label, rows, value, onChange, t }) {
  const asked = lengths[field];
  const note = (/** @type {string} */ text) => {
    if (!asked) return "";
    const count = countWords(text);
    return t(asked.most ? "dossier.words" : "dossier.words-least", { count, least: asked.least, most: asked.most ?? 0 });
  };
  return (
    <Draft
      label={label} rows={rows} value={value} note={note} longest={rows === 1 ? 200 : 5000}
      onChange={(words) => onChange(words, t("dossier.said-text", { field: label, count: countWords(words) }))}
    />
  );
}
