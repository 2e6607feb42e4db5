/**
 * Lists with one item changed, as new lists: older phones lack the language's own `with` and `toSpliced`.
 */

/** @template T @param {T[]} list @param {number} index @param {T} item @returns {T[]} */
export const withItem = (list, index, item) => list.map((old, place) => (place === index ? item : old));

/** @template T @param {T[]} list @param {number} index @returns {T[]} */
export const withoutItem = (list, index) => list.filter((_, place) => place !== index);

/** @template T @param {T[]} list @param {number} index before which the item comes @param {T} item @returns {T[]} */
export const withItemAt = (list, index, item) => [...list.slice(0, index), item, ...list.slice(index)];
