/**
 * Counts words alike in the page, in Jupyter and in a bare engine, with no dictionary and no help of the engine.
 *
 * Words are what stands between white space. Scripts that put no space between words have no such border, so there
 * letters are counted, by what a word takes on average: two in Chinese and Japanese, three in Khmer and Burmese, four
 * in Thai and Lao. Marks above, below and behind a letter belong to it.
 */

/** Letters of a script, and how many make a word. @type {[RegExp, number][]} */
const WITHOUT_SPACES = [
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, 2],
  [/(?=\p{L})[\p{Script=Khmer}\p{Script=Myanmar}]/gu, 3],
  [/(?=\p{L})[\p{Script=Thai}\p{Script=Lao}]/gu, 4],
];
const MARKS = /\p{M}/gu;
const OTHERS = /[\p{L}\p{N}]+/gu;
/** What is one word when words are compared: with its marks, which tell words apart in many scripts. */
const COMPARED = /[\p{L}\p{M}\p{N}]+/gu;
const LETTER = /\p{L}/u;
const BETWEEN = /[^\p{L}\p{M}]+/u;

/**
 * @param {string} text
 * @returns {number}
 */
export function countWords(text) {
  return text.split(/\s+/).filter(Boolean).reduce((sum, stretch) => sum + wordsIn(stretch), 0);
}

/**
 * @param {string} stretch without white space
 * @returns {number} one, unless it holds letters of a script without spaces
 */
function wordsIn(stretch) {
  let count = 0;
  let rest = stretch;
  for (const [letters, inWord] of WITHOUT_SPACES) {
    count += Math.ceil((rest.match(letters)?.length ?? 0) / inWord);
    rest = rest.replace(letters, " ");
  }
  return count === 0 ? 1 : count + (rest.replace(MARKS, "").match(OTHERS)?.length ?? 0);
}

/**
 * The different words of a text, in small letters and without punctuation. A single letter is no word, and all numbers
 * are one: "policy 1" and "policy 2" have the same words. Where a script puts no space between words, so many letters
 * one after another stand for a word as are counted for one.
 * @param {string} text
 * @returns {Set<string>}
 */
export function differentWords(text) {
  /** @type {Set<string>} */
  const words = new Set();
  let rest = fold(text);
  for (const [letters, inWord] of WITHOUT_SPACES) {
    for (const stretch of rest.split(BETWEEN)) {
      const found = stretch.match(letters) ?? [];
      for (let start = 0; start < found.length; start += inWord) words.add(found.slice(start, start + inWord).join(""));
    }
    rest = rest.replace(letters, " ");
  }
  for (const word of rest.match(COMPARED) ?? []) {
    if (!LETTER.test(word)) words.add("0");
    else if ([...word].length > 1) words.add(word);
  }
  return words;
}

/**
 * A text without what makes no difference: capitals, and how white space is set.
 * @param {string} text
 */
export function fold(text) {
  return text.trim().replace(/\s+/g, " ").toLowerCase();
}
