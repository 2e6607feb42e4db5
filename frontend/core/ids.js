/**
 * The ids of named things: the cards of a setting, its actors, its purposes.
 * @param {{id: string}[]} named
 * @returns {string[]}
 */
export const idsOf = (named) => named.map(({ id }) => id);
