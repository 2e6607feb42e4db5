import { countWords, differentWords, fold } from "../../core/word-count.js";

/**
 * What can be told of a text by its form, in any language: how much there is, whether words keep changing, whether it
 * stands twice. Whether it makes sense, only a person can tell.
 */

/** How many of the words must be different ones: three in five of a short text, and of a long one every third. */
const VARIED = { share: 3 / 5, upTo: 30, longShare: 1 / 3 };
/** Two texts are the same when so large a share of the longer one's words stands in the other too. */
const SAME = 3 / 4;
/** A text only says again what the page says when so large a share of its words stands there. */
const ECHO = 4 / 5;
/** An activity in several words is one only where few others stand beside them: those may tell of a change. */
const MOST_BESIDE = 5;
const CLAUSES = /[,;:.!?()،؛؟。、，；–—\n]+/u;

/** What reaches a person in any language: a number to call or one that stands in a paper, an address to write to. */
const ADDRESS = /[^\s@]@[^\s@]+\.[^\s@]{2}/u;
const NUMBER = /\+?\p{Nd}[\p{Nd} ().\/-]*\p{Nd}/gu;
const DIGITS = /\p{Nd}/gu;
const LONG_NUMBER = /\p{Nd}{9}/u;

/** A text among others that ask for different things. */
export class Text {
  /** @param {string} text @param {boolean} [repeated] */
  constructor(text, repeated = false) {
    this.words = BigInt(countWords(text));
    this.varied = isVaried(text);
    this.repeated = repeated;
  }
}

/**
 * Whether enough of the words are different ones; a word many times is no text.
 * @param {string} text
 */
export function isVaried(text) {
  const words = countWords(text);
  const needed = Math.max(VARIED.share * Math.min(words, VARIED.upTo), VARIED.longShare * words);
  return words > 0 && differentWords(text).size >= needed;
}

/**
 * Texts that ask for different things, each with whether another is nearly the same, or the page says the same.
 * @param {Record<string, string>} texts
 * @param {string} [page] what the page asks and says
 * @returns {Record<string, Text>}
 */
export function asTexts(texts, page = "") {
  const said = differentWords(page);
  const entries = Object.entries(texts).map(([id, text]) => ({ id, text, words: differentWords(text) }));
  const isSame = (/** @type {{text: string, words: Set<string>}} */ one, /** @type {typeof one} */ other) => {
    if (fold(one.text) === fold(other.text)) return true;
    const shared = [...one.words].filter((word) => other.words.has(word)).length;
    return shared > 0 && shared >= SAME * Math.max(one.words.size, other.words.size);
  };
  const isEcho = (/** @type {Set<string>} */ words) =>
    words.size > 0 && [...words].filter((word) => said.has(word)).length >= ECHO * words.size;
  return Object.fromEntries(entries.map((one) =>
    [one.id, new Text(one.text, isEcho(one.words) || entries.some((other) => other !== one && isSame(one, other)))]));
}

/**
 * What two texts have alike when they say the same in the same words, whatever their order.
 * @param {string} text
 */
export function wordsKey(text) {
  return [...differentWords(text)].sort().join(" ");
}

/**
 * Whether a sign counts what was done, as "meetings held": in each of its clauses stand the words of an activity.
 * @param {string} sign
 * @param {string[]} activities each one word, or several that stand together
 */
export function countsActivity(sign, activities) {
  const clauses = sign.split(CLAUSES).map(differentWords).filter(({ size }) => size > 0);
  const known = activities.map((activity) => [...differentWords(activity)]);
  return clauses.length > 0 && clauses.every((clause) => known.some((words) =>
    words.every((word) => clause.has(word)) && (words.length === 1 || clause.size - words.length <= MOST_BESIDE)));
}

/**
 * Whether a text holds what leads to a person: an e-mail address, a telephone number, the number of a paper.
 * @param {string} text
 */
export function leadsToPerson(text) {
  if (ADDRESS.test(text) || LONG_NUMBER.test(text)) return true;
  return (text.match(NUMBER) ?? []).some((number) =>
    (number.startsWith("+") || number.startsWith("00")) && (number.match(DIGITS)?.length ?? 0) >= 8);
}
