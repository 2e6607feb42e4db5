import { locales } from "virtual:locales";

/**
 * Every text of the interface by its id, in the language of the page.
 *
 * A catalogue (`locales/<language>.json`) maps an id to a text, or to one text per plural category of
 * that language; `{count}` decides. A text that a catalogue lacks is shown in English.
 */

/** @typedef {(id: string, values?: Record<string, string | number>) => string} Translate */
/** @typedef {Record<string, string | Record<string, string>>} Catalogue */

const FALLBACK = "en";

/**
 * Makes the function that gives texts, for a language tag such as "fr" or "fr-CH".
 * @param {string} wanted
 * @returns {Translate} `t("hints.open", {count: 2})`; numbers are written as the language writes them
 */
export function translator(wanted) {
  const language = chooseLanguage(wanted);
  const catalogues = [locales[language], locales[FALLBACK]];
  const plurals = new Intl.PluralRules(language);
  /** @type {Intl.NumberFormat | undefined} */
  let numbers; // slow to make on a phone, and the first view shows none that needs it
  return (id, values = {}) => {
    const catalogue = catalogues.find((texts) => Object.hasOwn(texts, id));
    if (!catalogue) return id;
    const entry = catalogue[id];
    const text = typeof entry === "string" ? entry : entry[plurals.select(Number(values.count))] ?? entry.other;
    return text.replace(/\{(\w+)\}/g, (whole, name) => {
      if (!Object.hasOwn(values, name)) return whole;
      const value = values[name];
      if (typeof value !== "number") return value;
      if (isPlain(value) && language === FALLBACK) return String(value);
      return (numbers ??= new Intl.NumberFormat(language)).format(value);
    });
  };
}

/** Small whole numbers look the same with and without English grouping. @param {number} value */
const isPlain = (value) => Number.isInteger(value) && value >= 0 && value < 1000;

/**
 * The language in which to show the interface: the one wanted, its parent, or English.
 * @param {string} wanted
 * @returns {string}
 */
export function chooseLanguage(wanted) {
  const parent = wanted.split(/[-_]/)[0].toLowerCase();
  return [wanted, parent].find((tag) => Object.hasOwn(locales, tag)) ?? FALLBACK;
}
