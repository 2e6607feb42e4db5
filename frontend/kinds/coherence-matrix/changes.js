import { pairsOf, turned } from "./facts.js";

/**
 * Every change a person can make to a matrix of policies, as a function from one answer to the next. The matrix and
 * the list call the same ones, which is why they make the same answer.
 */

/** @typedef {import("./facts.js").Coherence} Coherence */
/** @typedef {import("./facts.js").Screen} Screen */
/** @typedef {{id: string, name: string, text: string, status: "new" | "existing", ministry?: string}} Policy */

/** @type {Screen} */
const OPEN = { timing: null, focal: null, groups: [], unknown: null };

/**
 * @param {Coherence} answer
 * @param {string} key of a pair
 * @returns {"supports" | "conflicts" | "neutral"}
 */
export function relationOf({ pairs }, key) {
  return /** @type {any} */ (valueOf(pairs, key) ?? "neutral");
}

/**
 * Marks a pair. What is not in conflict needs no fix.
 * @param {Coherence} answer
 * @param {string} key
 * @param {string} relation
 * @returns {Coherence}
 */
export function mark(answer, key, relation) {
  const pairs = withValue(answer.pairs, key, relation === "neutral" ? null : relation);
  return { ...answer, pairs, fixes: relation === "conflicts" ? answer.fixes : withValue(answer.fixes, key, null) };
}

/**
 * @param {Coherence} answer
 * @param {string} key
 * @param {string | null} fix
 * @returns {Coherence}
 */
export function mend(answer, key, fix) {
  return { ...answer, fixes: withValue(answer.fixes, key, fix) };
}

/**
 * The pairs that an answer marks in one way, in the order of the exercise.
 * @param {Policy[]} policies
 * @param {Coherence} answer
 * @param {string} relation
 */
export function pairsThat(policies, answer, relation) {
  return pairsOf(policies.map(({ id }) => id)).filter(({ key }) => relationOf(answer, key) === relation);
}

/**
 * @param {Coherence} answer
 * @param {string} policy
 * @returns {Screen}
 */
export function screenOf({ screen }, policy) {
  return Object.hasOwn(screen, policy) ? screen[policy] : OPEN;
}

/**
 * Changes part of how a policy was screened; a policy of which nothing is left is not screened.
 * @param {Coherence} answer
 * @param {string} policy
 * @param {Partial<Screen>} change
 * @returns {Coherence}
 */
export function screenWith(answer, policy, change) {
  const { [policy]: _, ...others } = answer.screen;
  const next = { ...screenOf(answer, policy), ...change };
  const isOpen = next.timing === null && next.focal === null && next.groups.length === 0 && next.unknown === null;
  return { ...answer, screen: isOpen ? others : { ...answer.screen, [policy]: next } };
}

/**
 * What an answer says of a pair, in whichever order it names it.
 * @template T
 * @param {Record<string, T>} map from pair keys
 * @param {string} key
 * @returns {T | undefined}
 */
export function valueOf(map, key) {
  return [key, turned(key)].filter((name) => Object.hasOwn(map, name)).map((name) => map[name])[0];
}

/**
 * Says something of a pair, or nothing more of it.
 * @template T
 * @param {Record<string, T>} map
 * @param {string} key
 * @param {T | null} value
 * @returns {Record<string, T>}
 */
function withValue(map, key, value) {
  const { [key]: _, [turned(key)]: __, ...others } = map;
  return value === null ? others : { ...others, [key]: value };
}
