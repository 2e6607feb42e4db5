/**
 * Counts words alike in the page, in Jupyter and in a bare engine, without a dictionary and without Intl.
 *
 * Words are what stands between white space. Scripts that put no space between words have no such border, so there
 * letters are counted, by what a word takes on average: two letters in Chinese and Japanese, three in Thai, Lao,
 * Khmer and Burmese, where marks above, below and behind a letter belong to it.
 */

const BY_TWO = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const BY_THREE = /(?=\p{L})[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
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
  const twos = stretch.match(BY_TWO)?.length ?? 0;
  const threes = stretch.match(BY_THREE)?.length ?? 0;
  if (twos + threes === 0) return 1;
  const others = stretch.replace(BY_TWO, " ").replace(BY_THREE, " ").replace(MARKS, "").match(OTHERS)?.length ?? 0;
  return Math.ceil(twos / 2) + Math.ceil(threes / 3) + others;
}

/**
 * A text without what makes no difference: capitals, and how white space is set.
 * @param {string} text
 */
export function fold(text) {
  return text.trim().replace(/\s+/g, " ").toLowerCase();
}
