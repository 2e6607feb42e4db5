/**
 * Pseudo-random choices from a seed (the generator mulberry32), so that the same seed gives the same answers everywhere.
 */

/** @typedef {ReturnType<typeof randomFrom>} Random */

/**
 * @param {number} seed a whole number
 */
export function randomFrom(seed) {
  let state = seed >>> 0;
  /** @returns {number} from 0 to just under 1 */
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  /** @param {number} limit @returns {number} a whole number from 0 to just under the limit */
  const below = (limit) => Math.floor(share() * limit);
  /** @param {number} least @param {number} most @returns {number} a whole number between the two, both included */
  const between = (least, most) => least + below(most - least + 1);
  /** @template T @param {readonly T[]} list @returns {T} */
  const pick = (list) => list[below(list.length)];
  /** @param {number} [probability] @returns {boolean} */
  const chance = (probability = 0.5) => share() < probability;
  /**
   * Each entry with the same probability, which itself is drawn first: small and large subsets come up equally often.
   * @template T @param {readonly T[]} list @returns {T[]}
   */
  const subset = (list) => {
    const probability = share();
    return list.filter(() => chance(probability));
  };
  /** @template T @param {readonly T[]} list @returns {T[]} a copy in any order */
  const shuffled = (list) => {
    const copy = [...list];
    for (let index = copy.length - 1; index > 0; index--) {
      const other = below(index + 1);
      [copy[index], copy[other]] = [copy[other], copy[index]];
    }
    return copy;
  };
  return { share, below, between, pick, chance, subset, shuffled };
}
