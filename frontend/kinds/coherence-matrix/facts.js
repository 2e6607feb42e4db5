import { AnswerError, quote } from "../../core/errors.js";
import { idsOf } from "../../core/ids.js";
import { isObject, readChoice, readFields, readIds, readMap, readRow, readText } from "../../core/read.js";
import { fold } from "../../core/word-count.js";

/**
 * What a rubric may ask of a matrix of policies: which support each other, which are in conflict and what would mend
 * it, and how each was screened. A pair is named as "P1|P2", in the order of the exercise, whatever the answer wrote.
 */

/** @typedef {{timing: string | null, focal: string | null, groups: string[], unknown: string | null}} Screen */
/**
 * @typedef {object} Coherence
 * @property {Record<string, string | null>} pairs
 * @property {Record<string, Screen>} screen
 * @property {Record<string, string | null>} fixes
 */

/** @typedef {import("./changes.js").Policy} Policy */

/** What can be said of a pair; a pair of which nothing is said is neutral. */
export const RELATIONS = ["supports", "conflicts"];

/** Before a policy is adopted, or from what it has done since. */
export const TIMINGS = ["ex_ante", "ex_post"];

const LONGEST_NAME = 200; // characters of a ministry or a source of data

/**
 * How a policy was screened; text is empty while nothing is chosen. `by_owner`: the ministry that answers for it is the
 * one whose policy it is, by the setting.
 */
class Screening {
  /**
   * @param {string} policy
   * @param {Screen} screen
   * @param {boolean} byOwner
   */
  constructor(policy, { timing, focal, groups, unknown }, byOwner) {
    this.policy = policy;
    this.timing = timing ?? "";
    this.focal = (focal ?? "").trim();
    this.by_owner = byOwner;
    this.groups = groups;
    this.unknown = (unknown ?? "").trim();
  }
}

export const declarations = {
  types: {
    Screening: {
      ctor: Screening,
      fields: {
        policy: "string",
        timing: "string",
        focal: "string",
        by_owner: "bool",
        groups: "list<string>",
        unknown: "string",
      },
    },
  },
  variables: {
    policies: "list<string>", // all of the exercise
    supports: "list<string>", // pairs
    conflicts: "list<string>", // pairs
    fixes: "map<string, string>", // of each pair in conflict, empty text while none is chosen
    screenings: "list<Screening>", // of the policies that were screened
    ministries: "list<string>", // those that are a focal point, each once
    group_counts: "map<string, int>", // to each group that is named, how many policies name it
    source_counts: "map<string, int>", // to each source of data that is named, how many policies name it
  },
};

/** @returns {Coherence} */
export function empty() {
  return { pairs: {}, screen: {}, fixes: {} };
}

/**
 * @param {unknown} answer
 * @param {import("../../types").Exercise} exercise
 * @returns {Coherence}
 */
export function read(answer, { setting }) {
  const [policies, groups, fixes] = [setting.policies, setting.groups, setting.fixes].map(idsOf);
  const fields = readFields(answer, ["pairs", "screen", "fixes"]);
  return {
    pairs: readPairs(fields.pairs, "pairs", policies, (value, field) => readChoice(value, field, RELATIONS)),
    screen: readMap(fields.screen, "screen", policies, (value, field) => readScreen(value, field, groups)),
    fixes: readPairs(fields.fixes, "fixes", policies, (value, field) => readChoice(value, field, fixes)),
  };
}

/**
 * @param {unknown} value
 * @param {string} field
 * @param {string[]} known the groups of the exercise
 * @returns {Screen}
 */
function readScreen(value, field, known) {
  if (value === null) return { timing: null, focal: null, groups: [], unknown: null };
  const given = isObject(value) ? { unknown: null, ...value } : value; // no missing source of data: nothing to name
  const { timing, focal, groups, unknown } = readRow(given, field, ["timing", "focal", "groups", "unknown"]);
  return {
    timing: readChoice(timing, `${field}, timing`, TIMINGS),
    focal: focal === null ? null : readText(focal, `${field}, focal`, LONGEST_NAME),
    groups: readIds(groups, `${field}, groups`, known),
    unknown: unknown === null ? null : readText(unknown, `${field}, unknown`, LONGEST_NAME),
  };
}

/**
 * @param {Coherence} answer
 * @param {import("../../types").Exercise} exercise
 * @returns {Record<string, any>} the variables of `declarations`
 */
export function facts({ pairs, screen, fixes }, { setting }) {
  const policies = idsOf(setting.policies);
  const keys = pairsOf(policies).map(({ key }) => key);
  const conflicts = keys.filter((key) => pairs[key] === "conflicts");
  const screenings = setting.policies
    .filter((/** @type {Policy} */ { id }) => Object.hasOwn(screen, id))
    .map((/** @type {Policy} */ { id, ministry }) => {
      const focal = choiceOf(setting.ministries, screen[id].focal);
      return new Screening(id, screen[id], ministry !== undefined && focal === ministry);
    });
  const focals = screenings.map((/** @type {Screening} */ { focal }) => choiceOf(setting.ministries, focal)).filter(Boolean);
  const sources = screenings.map((/** @type {Screening} */ { unknown }) => choiceOf(setting.sources, unknown)).filter(Boolean);
  return {
    policies,
    supports: keys.filter((key) => pairs[key] === "supports"),
    conflicts,
    fixes: Object.fromEntries(conflicts.map((key) => [key, fixes[key] ?? ""])),
    screenings,
    ministries: [...new Set(focals)],
    group_counts: countsOf(screenings.flatMap((/** @type {Screening} */ { groups }) => groups)),
    source_counts: countsOf(sources),
  };
}

/**
 * What somebody chose or wrote: the id of the choice that it is or names, such as labour for "Ministry of Labour", or else
 * their own words, folded.
 * @param {{id: string, name: string}[]} choices
 * @param {string | null} written
 */
function choiceOf(choices, written) {
  const folded = fold(written ?? "");
  return choices.find(({ id, name }) => fold(id) === folded || folded.includes(fold(name)))?.id ?? folded;
}

/** @param {string[]} names @returns {Record<string, bigint>} how often each stands there; the grader's whole numbers are BigInts */
function countsOf(names) {
  return Object.fromEntries([...new Set(names)].map((name) => [name, BigInt(names.filter((other) => other === name).length)]));
}

/**
 * Every pair of some policies, each once, in their order.
 * @param {string[]} policies
 * @returns {{one: string, other: string, key: string}[]}
 */
export function pairsOf(policies) {
  return policies.flatMap((one, index) => policies.slice(index + 1).map((other) => ({ one, other, key: `${one}|${other}` })));
}

/**
 * Reads an object with pairs as its keys.
 * @template T
 * @param {unknown} value
 * @param {string} field where it stands, for the message
 * @param {string[]} policies
 * @param {(entry: unknown, field: string) => T} readEntry
 * @returns {Record<string, T>} by the key in the order of the exercise
 */
function readPairs(value, field, policies, readEntry) {
  if (!isObject(value)) throw new AnswerError("not-a-map", { field });
  const keys = pairsOf(policies).map(({ key }) => key);
  /** @type {Map<string, T>} */
  const found = new Map();
  for (const [name, entry] of Object.entries(value)) {
    const key = keys.find((known) => known === name || turned(known) === name);
    if (key === undefined) throw new AnswerError("not-a-pair", { field, found: quote(name), known: policies.join(", "), example: keys[0] });
    if (found.has(key)) throw new AnswerError("pair-twice", { field, found: quote(name) });
    found.set(key, readEntry(entry, `${field}, ${key}`));
  }
  return Object.fromEntries(found);
}

/** @param {string} key @returns {string} the same pair in the other order */
export function turned(key) {
  return key.split("|").reverse().join("|");
}
