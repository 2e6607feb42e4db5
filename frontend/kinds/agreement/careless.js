import { idsOf } from "../../core/ids.js";

/**
 * Drafts that take no thought: everybody signs everything, one share for all who pay, the cost on those who lose people,
 * and guesses.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("../../core/random.js").Random} Random */
/** @typedef {import("./facts.js").Setting} Setting */
/** @typedef {import("./facts.js").Clause} Clause */
/** @typedef {import("./facts.js").Side} Side */
/** @typedef {import("./facts.js").Agreement} Agreement */

/** Places of each track in a careless draft. */
const PLACES = 50;

/**
 * All parties, all gains and all clauses, in each sector: with the clauses that trap and without them, and whoever pays.
 * @param {Exercise} exercise
 * @returns {Agreement[]}
 */
export function everything(exercise) {
  const setting = /** @type {Setting} */ (exercise.setting);
  const pleasant = (/** @type {Clause[]} */ clauses) => idsOf(clauses.filter(({ traps }) => !traps));
  const kind = { destination_jobs: pleasant(setting.destination_jobs), return_jobs: pleasant(setting.return_jobs) };
  return setting.sectors.flatMap(({ id: sector }) => [
    { ...all(setting), sector },
    { ...all(setting), sector, financing: shared(setting, "destination") },
    { ...all(setting), ...kind, sector },
    { ...all(setting), ...kind, sector, financing: shared(setting, "destination") },
  ]);
}

/**
 * One entry in each list, the first, the second and so on; and the same share for everyone who pays.
 * @param {Exercise} exercise
 * @returns {Agreement[]}
 */
export function oneValue(exercise) {
  const setting = /** @type {Setting} */ (exercise.setting);
  const { parties, sectors, moments, benefits, destination_jobs: there, return_jobs: back } = setting;
  const lists = [parties, sectors, moments, benefits.origin, benefits.destination, there, back];
  const longest = Math.max(...lists.map(({ length }) => length));
  const at = (/** @type {{id: string}[]} */ list, /** @type {number} */ place) => list[place % list.length].id;
  const single = Array.from({ length: longest }, (_, place) => ({
    ...all(setting),
    parties: [at(parties, place)], sector: at(sectors, place), agreed: at(moments, place),
    benefits: { origin: [at(benefits.origin, place)], destination: [at(benefits.destination, place)] },
    destination_jobs: [at(there, place)], return_jobs: [at(back, place)],
  }));
  return [
    ...single,
    ...sectors.map(({ id }) => ({ ...all(setting), sector: id })),
    ...[...new Set(parties.map(({ type }) => type))].map((type) => (
      { ...all(setting), parties: idsOf(parties.filter((party) => party.type === type)) }
    )),
  ];
}

/**
 * The cost on the country that loses people, or on those who belong to neither; and agreed last of all.
 * @param {Exercise} exercise
 * @param {Agreement} good
 * @returns {Agreement[]}
 */
export function reversed(exercise, good) {
  const setting = /** @type {Setting} */ (exercise.setting);
  const sides = /** @type {Side[]} */ (["origin", "none"]).filter((side) => setting.payers.some((payer) => payer.side === side));
  return [
    ...sides.map((side) => ({ ...good, financing: shared(setting, side) })),
    { ...good, agreed: setting.moments[setting.moments.length - 1].id },
  ];
}

/**
 * Few clauses or many; mostly paid in full, and by some more than by others.
 * @param {Exercise} exercise
 * @param {Random} random
 * @returns {Agreement}
 */
export function random(exercise, random) {
  const setting = /** @type {Setting} */ (exercise.setting);
  const isCareful = random.chance(0.5);
  const clauses = (/** @type {Clause[]} */ list) => random.subset(idsOf(isCareful ? list.filter(({ traps }) => !traps) : list));
  const payers = isCareful ? setting.payers.filter(({ side }) => side !== "none") : setting.payers;
  return {
    parties: random.subset(idsOf(setting.parties)),
    agreed: random.pick(setting.moments).id,
    sector: random.pick(setting.sectors).id,
    financing: anyShares(idsOf(payers), random),
    benefits: { origin: random.subset(idsOf(setting.benefits.origin)), destination: random.subset(idsOf(setting.benefits.destination)) },
    destination_jobs: clauses(setting.destination_jobs),
    return_jobs: clauses(setting.return_jobs),
    tracks: { home: 10 * random.between(0, 12), away: 10 * random.between(0, 12) },
  };
}

/**
 * @param {Exercise} exercise
 * @param {Agreement} answer
 * @param {Random} random
 * @returns {Agreement}
 */
export function step(exercise, answer, random) {
  const setting = /** @type {Setting} */ (exercise.setting);
  const toggled = (/** @type {string[]} */ list, /** @type {{id: string}[]} */ known) => {
    const { id } = random.pick(known);
    return list.includes(id) ? list.filter((other) => other !== id) : [...list, id];
  };
  const benefits = { origin: answer.benefits.origin ?? [], destination: answer.benefits.destination ?? [] };
  const changes = [
    () => ({ parties: toggled(answer.parties, setting.parties) }),
    () => ({ agreed: random.pick(setting.moments).id }),
    () => ({ sector: random.pick(setting.sectors).id }),
    () => ({ financing: anyChange(answer.financing, idsOf(setting.payers), random) }),
    () => ({ benefits: { ...benefits, origin: toggled(benefits.origin, setting.benefits.origin) } }),
    () => ({ benefits: { ...benefits, destination: toggled(benefits.destination, setting.benefits.destination) } }),
    () => ({ destination_jobs: toggled(answer.destination_jobs, setting.destination_jobs) }),
    () => ({ return_jobs: toggled(answer.return_jobs, setting.return_jobs) }),
    () => ({ tracks: { ...answer.tracks, [random.pick(["home", "away"])]: 10 * random.between(0, 12) } }),
  ];
  return { ...answer, ...random.pick(changes)() };
}

/** Everything that can be ticked, in the first sector and at the first moment, with one share for all. @param {Setting} setting */
function all(setting) {
  return {
    parties: idsOf(setting.parties), agreed: setting.moments[0].id, sector: setting.sectors[0].id, financing: shared(setting),
    benefits: { origin: idsOf(setting.benefits.origin), destination: idsOf(setting.benefits.destination) },
    destination_jobs: idsOf(setting.destination_jobs), return_jobs: idsOf(setting.return_jobs),
    tracks: { home: PLACES, away: PLACES },
  };
}

/** The whole in equal shares, among those of one side or among all. @param {Setting} setting @param {Side} [side] */
function shared({ payers }, side) {
  const paying = payers.filter((payer) => side === undefined || payer.side === side);
  return wholeOf(paying.map(({ id }) => [id, 1]));
}

/** Shares in whole per cent in proportion to weights; the first takes what is left. @param {[string, number][]} weights */
function wholeOf(weights) {
  const sum = weights.reduce((total, [, weight]) => total + weight, 0);
  const shares = weights.map(([id, weight]) => /** @type {[string, number]} */ ([id, Math.floor((100 * weight) / sum)]));
  if (shares.length > 0) shares[0][1] += 100 - shares.reduce((total, [, share]) => total + share, 0);
  return Object.fromEntries(shares);
}

/** @param {string[]} payers @param {Random} random @returns {Record<string, number>} mostly a hundred together */
function anyShares(payers, random) {
  if (random.chance(0.1)) return Object.fromEntries(payers.map((id) => [id, 5 * random.between(0, 10)]));
  const paying = random.shuffled(payers).slice(0, random.between(1, payers.length));
  return wholeOf(paying.map((id) => [id, random.between(1, 9)]));
}

/**
 * Some per cent more or less for one, mostly taken from another.
 * @param {Record<string, number | null>} financing
 * @param {string[]} payers
 * @param {Random} random
 * @returns {Record<string, number | null>}
 */
function anyChange(financing, payers, random) {
  if (random.chance(0.2)) return anyShares(payers, random);
  const [one, other] = random.shuffled(payers);
  const moved = Math.min(financing[other] ?? 0, random.pick([5, 10, 20, 100]));
  if (moved > 0) return { ...financing, [one]: (financing[one] ?? 0) + moved, [other]: (financing[other] ?? 0) - moved };
  return { ...financing, [one]: 5 * random.between(0, 20) };
}
