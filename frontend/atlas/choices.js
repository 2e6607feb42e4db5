import { FACETS, plain } from "./data.js";

/**
 * What the reader asked for, and which initiatives answer it. No DOM: the rules of the filters in one place.
 *
 * Within one filter the choices add up (skills or data); between filters they narrow (skills and regional).
 */

/** @typedef {import("./data.js").Initiative} Initiative */
/** @typedef {import("./data.js").Facet} Facet */
/** @typedef {Record<Facet, string[]> & {search: string, country: string}} Choices */
/** @typedef {"name" | "start" | "theme" | "level" | "direction"} Column */
/** @typedef {{column: Column, descending: boolean}} Order */

/** @returns {Choices} */
export const noChoices = () => ({ theme: [], level: [], direction: [], actor_type: [], four_c: [], search: "", country: "" });

/** @param {Choices} choices */
export const hasChoices = (choices) => choices.search !== "" || choices.country !== "" || FACETS.some((facet) => choices[facet].length > 0);

/** The terms of an initiative in a vocabulary, one or several. @param {Initiative} initiative @param {Facet} facet */
export function termsOf(initiative, facet) {
  const value = initiative[facet];
  return Array.isArray(value) ? value : [value];
}

/**
 * Whether an initiative answers the choices.
 * @param {Initiative} initiative
 * @param {Choices} choices
 * @param {Facet} [except] a filter to leave out, to count what its terms would give
 */
export function matches(initiative, choices, except) {
  const words = plain(choices.search).split(/\s+/).filter(Boolean);
  return (
    words.every((word) => initiative.words.includes(word)) &&
    (choices.country === "" || initiative.places.has(choices.country)) &&
    FACETS.every((facet) => {
      const isOpen = facet === except || choices[facet].length === 0;
      return isOpen || choices[facet].some((term) => termsOf(initiative, facet).includes(term));
    })
  );
}

/**
 * For each term of a filter, how many initiatives the other filters leave it.
 * @param {Initiative[]} initiatives
 * @param {Choices} choices
 * @param {Facet} facet
 * @returns {Map<string, number>}
 */
export function countTerms(initiatives, choices, facet) {
  const counts = new Map();
  for (const initiative of initiatives) {
    if (!matches(initiative, choices, facet)) continue;
    for (const term of termsOf(initiative, facet)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

/** How many of the initiatives each country has a role in. @param {Initiative[]} initiatives @returns {Map<string, number>} */
export function countPlaces(initiatives) {
  const counts = new Map();
  for (const { places } of initiatives) {
    for (const code of places) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

/**
 * The initiatives in the order asked for; what has no year stands last either way.
 * @param {Initiative[]} initiatives
 * @param {Order} order
 * @param {(initiative: Initiative, column: Column) => string} wordsOf what the column shows
 */
export function sorted(initiatives, { column, descending }, wordsOf) {
  const turn = descending ? -1 : 1;
  const byName = (/** @type {Initiative} */ a, /** @type {Initiative} */ b) => a.name.localeCompare(b.name);
  return [...initiatives].sort((a, b) => {
    if (column !== "start") return turn * wordsOf(a, column).localeCompare(wordsOf(b, column)) || byName(a, b);
    if (a.start === null || b.start === null) return Number(a.start === null) - Number(b.start === null) || byName(a, b);
    return turn * (a.start - b.start) || byName(a, b);
  });
}
