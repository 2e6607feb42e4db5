import { FACETS } from "./data.js";
import { noChoices } from "./choices.js";

/**
 * The reader's choices in the part of the address behind "#", so that a view can be kept, shared and gone back to.
 *
 * `#theme=skills,labour-mobility&level=regional&country=MDA&search=nurses&open=triple-win`
 */

/** @typedef {import("./choices.js").Choices} Choices */
/** @typedef {{choices: Choices, open: string}} View */

/**
 * @param {string} hash
 * @param {import("./data.js").Atlas} atlas
 * @returns {View | null} null when the hash is a place in the page and says nothing about the atlas
 */
export function readAddress(hash, atlas) {
  const known = (/** @type {string} */ id) => (atlas.initiatives.some((initiative) => initiative.id === id) ? id : "");
  const place = /^#initiative-(.+)$/.exec(hash);
  if (place) return { choices: noChoices(), open: known(place[1]) };
  if (!hash.includes("=")) return null;
  const said = new URLSearchParams(hash.slice(1));
  const choices = noChoices();
  for (const facet of FACETS) {
    const terms = atlas.vocabularies[facet].map(([term]) => term);
    const wanted = (said.get(facet) ?? "").split(",");
    choices[facet] = terms.filter((term) => wanted.includes(term)); // anything else in an old or mistyped address is left out
  }
  choices.search = said.get("search") ?? "";
  const country = said.get("country") ?? "";
  choices.country = Object.hasOwn(atlas.countries, country) ? country : "";
  return { choices, open: known(said.get("open") ?? "") };
}

/** @param {View} view @returns {string} empty when nothing was chosen */
export function writeAddress({ choices, open }) {
  const parts = FACETS.filter((facet) => choices[facet].length > 0).map((facet) => `${facet}=${choices[facet].join(",")}`);
  if (choices.country) parts.push(`country=${choices.country}`);
  if (choices.search) parts.push(`search=${encodeURIComponent(choices.search)}`);
  if (open) parts.push(`open=${open}`);
  return parts.length > 0 ? `#${parts.join("&")}` : "";
}
