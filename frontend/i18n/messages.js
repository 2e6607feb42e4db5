import { locales } from "virtual:locales";

/**
 * Every text of the interface by its id, in the language that the reader chose.
 *
 * A catalogue (`locales/<language>.json`, here and in each kind) maps an id to a text, or to one text per plural
 * category of that language; `{count}` decides. A text that a catalogue lacks is shown in English.
 */

/** @typedef {(id: string, values?: Record<string, string | number>) => string} Translate */
/** @typedef {Record<string, string | Record<string, string>>} Catalogue */

const FALLBACK = "en";

/** Invisible signs: around a text, to keep its direction apart from that of the text in which it stands; and a letter. */
const ISOLATE = "\u2068";
const END_OF_ISOLATE = "\u2069";
const RIGHT_TO_LEFT_LETTER = "\u200f";

/** Languages whose script this page has loaded: see `languageReady`. */
const loaded = () => /** @type {Record<string, Catalogue>} */ (/** @type {any} */ (globalThis).courseTexts ?? {});

/**
 * Adds texts of the course itself to those of the interface; the pages of a book have them among their scripts.
 * @param {Record<string, Catalogue>} [texts] by language
 */
export function addTexts(texts = {}) {
  const all = (/** @type {any} */ (globalThis).courseTexts ??= {});
  for (const [language, catalogue] of Object.entries(texts)) all[language] = { ...all[language], ...catalogue };
}

/** @param {string} language @returns {Catalogue[]} what the page loaded and what the bundle carries */
const cataloguesOf = (language) => [loaded(), locales].flatMap((all) => (Object.hasOwn(all, language) ? [all[language]] : []));

/**
 * Makes the function that gives texts, for a language tag such as "fr" or "fr-CH".
 * @param {string} wanted
 * @returns {Translate} `t("hints.open", {count: 2})`; numbers are written as the language writes them
 */
export function translator(wanted) {
  const language = chooseLanguage(wanted);
  const catalogues = [...cataloguesOf(language), ...cataloguesOf(FALLBACK)];
  const plurals = new Intl.PluralRules(language);
  const isRightToLeft = directionOf(language) === "rtl";
  /** @type {Intl.NumberFormat | undefined} */
  let numbers; // slow to make on a phone, and the first view shows none that needs it
  return (id, values = {}) => {
    const catalogue = catalogues.find((texts) => Object.hasOwn(texts, id));
    if (!catalogue) return id;
    const entry = catalogue[id];
    const text = typeof entry === "string" ? entry : entry[plurals.select(Number(values.count))] ?? entry.other;
    const filled = text.replace(/\{(\w+)\}/g, (whole, name) => {
      if (!Object.hasOwn(values, name)) return whole;
      const value = values[name];
      // An English name in an Arabic sentence would else lend its full stop and its digits to the wrong end.
      if (typeof value !== "number") return isRightToLeft ? ISOLATE + value + END_OF_ISOLATE : value;
      if (isPlain(value) && language === FALLBACK) return String(value);
      return (numbers ??= new Intl.NumberFormat(language)).format(value);
    });
    // What begins with a name would be laid out in the direction of the name.
    return isRightToLeft && text.startsWith("{") ? RIGHT_TO_LEFT_LETTER + filled : filled;
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
  return [wanted, parent].find((tag) => cataloguesOf(tag).length > 0) ?? FALLBACK;
}

/**
 * The language for a place of the page: the one that the reader chose in its head, else the page's own.
 * @param {Element} place
 * @returns {string}
 */
export function languageOf(place) {
  return document.documentElement.dataset.language ?? place.closest("[lang]")?.getAttribute("lang") ?? FALLBACK;
}

/**
 * Whether a language is written from right to left.
 * @param {string} language
 * @returns {"rtl" | "ltr"}
 */
export function directionOf(language) {
  return cataloguesOf(language)[0]?.["language.direction"] === "rtl" ? "rtl" : "ltr";
}

/**
 * Tells when the texts of the language that the reader chose are there, which the page's head began to load; undefined
 * when there is nothing to wait for. If they cannot be loaded everything stays English.
 * @returns {Promise<void> | undefined}
 */
export const languageReady = () => /** @type {any} */ (globalThis).courseLanguage;
