import { scoreOf } from "./facts.js";

/**
 * The delegations that the page plays: they sign whatever is not below their line, and answer everything else with the
 * issue that they value most. The same package always gets the same reply.
 */

/** @typedef {import("./facts.js").Setting} Setting */
/** @typedef {import("./facts.js").Package} Package */
/**
 * `wish` is null where the package is accepted.
 * @typedef {{party: import("./facts.js").Party, wish: import("./facts.js").Issue | null}} Reply
 */

/**
 * @param {Setting} setting
 * @param {Package} choice a whole package
 * @param {string} seat the delegation that the person plays
 * @returns {Reply[]}
 */
export function replies(setting, choice, seat) {
  return setting.delegations
    .filter(({ id }) => id !== seat)
    .map((party) => ({ party, wish: scoreOf(party, choice) >= party.walk_away ? null : wishOf(setting, party, choice) }));
}

/**
 * The issue that counts most on a sheet, among those in which the package could still give more; the first among equals.
 * @param {Setting} setting
 * @param {import("./facts.js").Party} party
 * @param {Package} choice
 */
function wishOf({ issues }, { points }, choice) {
  const most = (/** @type {string} */ issue) => Math.max(...Object.values(points[issue]));
  const open = issues.filter(({ id }) => points[id][choice[id] ?? ""] < most(id));
  return open.reduce((first, issue) => (most(issue.id) > most(first.id) ? issue : first));
}
