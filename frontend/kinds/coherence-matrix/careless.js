import { idsOf } from "../../core/ids.js";
import { mark, mend, pairsThat, screenOf, screenWith } from "./changes.js";
import { empty, pairsOf, RELATIONS, TIMINGS } from "./facts.js";

/**
 * Matrices of policies that take no thought.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("../../core/random.js").Random} Random */
/** @typedef {import("./changes.js").Policy} Policy */
/** @typedef {import("./facts.js").Coherence} Coherence */
/** @typedef {import("./facts.js").Screen} Screen */

/** @param {Record<string, any>} setting @returns {string[]} */
const keysOf = ({ policies }) => pairsOf(idsOf(policies)).map(({ key }) => key);

/** The moment that the card of a policy gives away. @param {Policy} policy */
const timingOf = ({ status }) => TIMINGS[status === "new" ? 0 : 1];

/**
 * Every pair marked the same, every group ticked and a gap at each policy, with each fix in turn. What the cards say
 * outright, the moment and the ministry, is right: whoever claims everything can still copy.
 * @param {Exercise} exercise
 */
export function everything({ setting }) {
  const screen = screenOfAll(setting, (policy, at) => ({
    timing: timingOf(policy),
    focal: ownerOf(setting, policy, at),
    groups: idsOf(setting.groups),
    unknown: setting.sources[at % setting.sources.length].id,
  }));
  return RELATIONS.flatMap((relation) => idsOf(setting.fixes).map((fix) => ({ ...marked(setting, relation, fix), screen })));
}

/**
 * One relation, one fix, one ministry, one group and one source of data for all; screened before, afterwards, or by the
 * cards.
 * @param {Exercise} exercise
 */
export function oneValue({ setting }) {
  const most = Math.max(...["fixes", "ministries", "groups", "sources"].map((list) => setting[list].length));
  const moments = [...TIMINGS.map((timing) => () => timing), timingOf];
  const idAt = (/** @type {string} */ list, /** @type {number} */ at) => setting[list][at % setting[list].length].id;
  return Array.from({ length: most }, (_, at) => at).flatMap((at) => RELATIONS.flatMap((relation) => moments.map((moment) => ({
    ...marked(setting, relation, idAt("fixes", at)),
    screen: screenOfAll(setting, (policy) => ({
      timing: moment(policy), focal: idAt("ministries", at), groups: [idAt("groups", at)], unknown: idAt("sources", at),
    })),
  }))));
}

/**
 * Support for conflict and conflict for support; new policies by their effects and old ones before adoption; each
 * policy in the hands of the next one's ministry; and all three.
 * @param {Exercise} exercise
 * @param {Coherence} good
 */
export function reversed({ setting }, good) {
  const turnPairs = (/** @type {Coherence} */ answer) => {
    const pairs = Object.entries(answer.pairs).map(([key, relation]) => [key, RELATIONS[1 - RELATIONS.indexOf(relation ?? "")]]);
    return { ...answer, pairs: Object.fromEntries(pairs) };
  };
  const turnTimes = (/** @type {Coherence} */ answer) => mapScreen(answer, (screen) => {
    return { ...screen, timing: screen.timing === null ? null : TIMINGS[1 - TIMINGS.indexOf(screen.timing)] };
  });
  const turnHands = (/** @type {Coherence} */ answer) => mapScreen(answer, (screen, at, all) => {
    return { ...screen, focal: all[(at + 1) % all.length].focal };
  });
  return [turnPairs, turnTimes, turnHands, (/** @type {Coherence} */ answer) => turnHands(turnTimes(turnPairs(answer)))].map(
    (turn) => turn(good),
  );
}

/**
 * Half of the guesses copy the moments from the cards, and each policy may go to its own ministry.
 * @param {Exercise} exercise
 * @param {Random} random
 * @returns {Coherence}
 */
export function random({ setting }, random) {
  let answer = /** @type {Coherence} */ (empty());
  const marks = random.subset(keysOf(setting));
  const tilt = random.share();
  for (const key of marks) answer = mark(answer, key, RELATIONS[random.chance(tilt) ? 0 : 1]);
  for (const { key } of pairsThat(setting.policies, answer, "conflicts")) answer = mend(answer, key, random.pick(idsOf(setting.fixes)));
  const copies = random.chance();
  const owners = random.share();
  const gaps = random.share();
  const few = random.chance(); // groups: a few at each policy, or any number
  const isComplete = random.chance(0.9);
  const screen = screenOfAll(setting, (policy, at) => ({
    timing: copies ? timingOf(policy) : random.pick(TIMINGS),
    focal: random.chance(owners) ? ownerOf(setting, policy, at) : random.pick(idsOf(setting.ministries)),
    groups: few ? random.shuffled(idsOf(setting.groups)).slice(0, random.between(0, 3)) : random.subset(idsOf(setting.groups)),
    unknown: random.chance(gaps) ? random.pick(idsOf(setting.sources)) : null,
  }));
  const kept = isComplete ? Object.keys(screen) : random.subset(Object.keys(screen));
  return { ...answer, screen: Object.fromEntries(kept.map((id) => [id, screen[id]])) };
}

/**
 * @param {Exercise} exercise
 * @param {Coherence} answer
 * @param {Random} random
 * @returns {Coherence}
 */
export function step({ setting }, answer, random) {
  const conflicts = pairsThat(setting.policies, answer, "conflicts");
  const what = random.pick(["mark", "mark", "mend", "timing", "focal", "group", "group", "unknown"]);
  if (what === "mark") return mark(answer, random.pick(keysOf(setting)), random.pick(["neutral", ...RELATIONS]));
  if (what === "mend" && conflicts.length > 0) {
    return mend(answer, random.pick(conflicts).key, random.pick([...idsOf(setting.fixes), null]));
  }
  const policy = random.pick(idsOf(setting.policies));
  if (what === "group") {
    const group = random.pick(idsOf(setting.groups));
    const { groups } = screenOf(answer, policy);
    return screenWith(answer, policy, { groups: groups.includes(group) ? groups.filter((id) => id !== group) : [...groups, group] });
  }
  if (what === "focal") return screenWith(answer, policy, { focal: random.pick([...idsOf(setting.ministries), null]) });
  if (what === "unknown") return screenWith(answer, policy, { unknown: random.pick([...idsOf(setting.sources), null]) });
  return screenWith(answer, policy, { timing: random.pick(TIMINGS) });
}

/**
 * @param {Record<string, any>} setting
 * @param {string} relation
 * @param {string} fix
 */
function marked(setting, relation, fix) {
  const all = (/** @type {string} */ value) => Object.fromEntries(keysOf(setting).map((key) => [key, value]));
  return { pairs: all(relation), fixes: relation === "conflicts" ? all(fix) : {} };
}

/** @param {Record<string, any>} setting @param {Policy} policy @param {number} at @returns {string} */
function ownerOf({ ministries }, { ministry }, at) {
  return ministry ?? ministries[at % ministries.length].id;
}

/**
 * @param {Record<string, any>} setting
 * @param {(policy: Policy, at: number) => Screen} make
 * @returns {Record<string, Screen>}
 */
function screenOfAll({ policies }, make) {
  return Object.fromEntries(policies.map((/** @type {Policy} */ policy, /** @type {number} */ at) => [policy.id, make(policy, at)]));
}

/**
 * @param {Coherence} answer
 * @param {(screen: Screen, at: number, all: Screen[]) => Screen} change
 * @returns {Coherence}
 */
function mapScreen(answer, change) {
  const all = Object.values(answer.screen);
  return { ...answer, screen: Object.fromEntries(Object.keys(answer.screen).map((id, at) => [id, change(all[at], at, all)])) };
}
