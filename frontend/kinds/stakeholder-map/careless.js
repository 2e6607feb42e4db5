import { put, takeOff } from "./changes.js";
import { ENGAGEMENT, STEPS } from "./facts.js";

/**
 * Stakeholder maps that take no thought: everybody at the top, one value everywhere, scales turned round, and guesses.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("../../core/random.js").Random} Random */
/** @typedef {import("./facts.js").Place} Place */
/** @typedef {import("./facts.js").StakeholderMap} StakeholderMap */

const [LEAST, MIDDLE, MOST] = [STEPS[0], STEPS[Math.floor(STEPS.length / 2)], STEPS[STEPS.length - 1]];

/**
 * Everybody engaged deeply, at the top of both scales or in their middle.
 * @param {Exercise} exercise
 * @returns {StakeholderMap[]}
 */
export function everything({ setting }) {
  return ENGAGEMENT.slice(2).flatMap((e) => [MOST, MIDDLE].map((step) => all(setting, () => ({ p: step, i: step, e }))));
}

/**
 * One cell and one depth for all; and one depth for all who are spread over the map as they come.
 * @param {Exercise} exercise
 * @returns {StakeholderMap[]}
 */
export function oneValue({ setting }) {
  const spread = (/** @type {number} */ index) => STEPS[index % STEPS.length];
  return ENGAGEMENT.flatMap((e) => [
    ...STEPS.map((step) => all(setting, () => ({ p: step, i: step, e }))),
    all(setting, (index) => ({ p: spread(index), i: spread(index + 2), e })),
    all(setting, (index) => ({ p: MOST + LEAST - spread(index), i: spread(index), e })),
  ]);
}

/**
 * Each scale turned round, all of them, power for interest, and depth that follows power.
 * @param {Exercise} exercise
 * @param {StakeholderMap} good
 * @returns {StakeholderMap[]}
 */
export function reversed(exercise, good) {
  const step = (/** @type {number | null} */ value) => (value === null ? null : MOST + LEAST - value);
  const depth = (/** @type {string | null} */ e) => (e === null ? null : ENGAGEMENT[ENGAGEMENT.length - 1 - ENGAGEMENT.indexOf(e)]);
  /** @type {((place: Place) => Place)[]} */
  const turns = [
    (place) => ({ ...place, p: step(place.p) }),
    (place) => ({ ...place, i: step(place.i) }),
    (place) => ({ ...place, e: depth(place.e) }),
    ({ p, i, e }) => ({ p: step(p), i: step(i), e: depth(e) }),
    ({ p, i, e }) => ({ p: i, i: p, e }),
    (place) => ({ ...place, e: place.p === null ? null : ENGAGEMENT[STEPS.indexOf(place.p)] }),
  ];
  return turns.map((turn) => ({
    map: Object.fromEntries(Object.entries(good.map).map(([id, place]) => [id, turn(place)])),
  }));
}

/**
 * Mostly a full map; places over the whole grid or part of it, depths from the whole ladder or a few of its steps.
 * @param {Exercise} exercise
 * @param {Random} random
 * @returns {StakeholderMap}
 */
export function random({ setting }, random) {
  const few = (/** @type {any[]} */ list) => (random.chance(0.3) ? random.shuffled(list).slice(0, random.between(1, list.length)) : list);
  const [powers, interests, depths] = [few(STEPS), few(STEPS), few(ENGAGEMENT)];
  const any = () => ({ p: random.pick(powers), i: random.pick(interests), e: random.pick(depths) });
  const answer = all(setting, any);
  return random.chance(0.9) ? answer : takeOff(answer, random.pick(idsOf(setting)));
}

/**
 * @param {Exercise} exercise
 * @param {StakeholderMap} answer
 * @param {Random} random
 * @returns {StakeholderMap}
 */
export function step({ setting }, answer, random) {
  const id = random.pick(idsOf(setting));
  if (random.chance(0.05)) return takeOff(answer, id);
  const part = random.pick(["p", "i", "e", "cell", "place"]);
  const [p, i, e] = [random.pick(STEPS), random.pick(STEPS), random.pick(ENGAGEMENT)];
  return put(answer, id, { p: { p }, i: { i }, e: { e }, cell: { p, i }, place: { p, i, e } }[part] ?? {});
}

/**
 * @param {Record<string, any>} setting
 * @param {(index: number) => Place} place
 * @returns {StakeholderMap} everybody on the map
 */
function all(setting, place) {
  return { map: Object.fromEntries(idsOf(setting).map((id, index) => [id, place(index)])) };
}

/** @param {Record<string, any>} setting @returns {string[]} */
const idsOf = ({ stakeholders }) => stakeholders.map((/** @type {{id: string}} */ { id }) => id);
