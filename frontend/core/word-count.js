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
 * A text without what makes no difference: capitals, and how white space is set.
 * @param {string} text
 */
export function fold(text) {
  return text.trim().replace(/\s+/g, " ").toLowerCase();
}
