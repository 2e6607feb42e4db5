/**
 * The initiatives as the page holds them: codes and members in the page's JSON, names, summaries and years in its
 * plain table, which is there for readers without a script and is not sent a second time.
 */

/**
 * @typedef {object} Member
 * @property {string} name ISO 3166-1 alpha-3 code of a country, else a name
 * @property {"country" | "organization" | "city"} type
 * @property {string} role "named" when only the initiative's own row names the State
 * @property {number} [since]
 * @property {boolean} [known] not looked up: shown, but neither counted nor drawn
 * @property {string} [notes]
 * @property {string[]} [sources]
 */
/**
 * @typedef {object} Initiative
 * @property {string} id
 * @property {string} name
 * @property {string} acronym
 * @property {string} summary
 * @property {string} years in words
 * @property {number | null} start null when not established or not looked up: it has no place on the timeline
 * @property {number | null} end null when open, not established or not looked up
 * @property {string} status
 * @property {string} theme
 * @property {string} direction
 * @property {string} four_c
 * @property {string[]} level
 * @property {string[]} actor_type
 * @property {string[]} leads
 * @property {Member[]} members
 * @property {Set<string>} places countries that count as taking part
 * @property {string[]} sources
 * @property {string} confidence
 * @property {string[]} known fields that were not looked up
 * @property {string} notes
 * @property {string} words everything a search looks through
 */
/** @typedef {"theme" | "level" | "direction" | "actor_type" | "four_c"} Facet */
/**
 * @typedef {object} Atlas
 * @property {Initiative[]} initiatives
 * @property {Record<string, [string, string][]>} vocabularies terms with their definitions, in order
 * @property {Record<string, [string, string]>} sources title and kind by id
 * @property {Record<string, string>} countries name by code
 * @property {Record<string, Partial<import("./choices.js").Choices>>} starts questions to start from, with their choices
 * @property {number[]} steps
 * @property {string} references address of the page of references
 */

/** @type {Facet[]} */
export const FACETS = ["theme", "level", "direction", "actor_type", "four_c"];

/**
 * Letters without their accents, in small: "Türkiye" is found by "turkiye".
 * @param {string} text
 */
export function plain(text) {
  return text.normalize("NFD").replace(/\p{Mn}/gu, "").replace(/ı/g, "i").toLowerCase();
}

/** @returns {Atlas} */
export function readAtlas() {
  const data = JSON.parse(document.getElementById("atlas-data")?.textContent ?? "");
  return { ...data, initiatives: data.initiatives.map((/** @type {any} */ coded) => complete(coded, data.countries)) };
}

/** @param {any} coded @param {Record<string, string>} countries @returns {Initiative} */
function complete(coded, countries) {
  const row = document.getElementById(`initiative-${coded.id}`);
  const text = (/** @type {string} */ part) => row?.querySelector(part)?.textContent ?? "";
  const known = coded.known ?? [];
  const drawn = (/** @type {string} */ field) => coded.confidence !== "known" && !known.includes(field) && !known.includes("all");
  /** @type {Member[]} */
  const members = coded.members ?? [];
  const counts = members.filter((member) => member.type === "country" && !member.known && coded.confidence !== "known");
  const initiative = {
    acronym: "", notes: "", leads: [], level: [], actor_type: [], ...coded, known, members,
    name: text("th b"),
    summary: text("th p"),
    years: text("td"),
    start: drawn("start_year") ? coded.start ?? null : null,
    end: drawn("end_year") ? coded.end ?? null : null,
    places: new Set(counts.map(({ name }) => name)),
  };
  const searched = [
    initiative.name, initiative.acronym, initiative.summary, ...initiative.leads,
    ...members.map(({ name, type }) => (type === "country" ? countries[name] : name)),
  ];
  return { ...initiative, words: plain(searched.join(" ")) };
}
