import { idsOf } from "../../core/ids.js";
import { giveShare, place, putTie, removeTie, shareOf, takeOff } from "./changes.js";
import { acrossIn, anyPair, betweenIn, joinedFirst, meetings, pairsOf, rankOf, swapped } from "./pairs.js";

/**
 * Designs that take no thought: everybody tied to everybody, one purpose or one actor for all, money and orders
 * running upward, and fair guesses.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("../../core/random.js").Random} Random */
/** @typedef {import("./changes.js").Design} Design */
/** @typedef {import("./changes.js").Tie} Tie */
/** @typedef {import("./pairs.js").Pair} Pair */
/** @typedef {Record<string, any>} Setting */

/** A list of an answer has no more entries than this. */
const LONGEST = 500;

/** What those above may do to those below, and seldom the other way round. */
const POWER = ["fund", "direct"];
/** What was seen or tried at first hand, and so comes from below. */
const AT_FIRST_HAND = ["practice_note", "test_result", "priority_issue", "data"];

/**
 * Everybody is tied to everybody, or to everybody on other levels, or on the same one, or on one level alone: for all
 * purposes in turn, for each purpose at once, for what the exercise asks and for what it does not.
 * @param {Exercise} exercise
 * @returns {Design[]}
 */
export function everything({ setting }) {
  const { purposes } = setting;
  const aims = setting.objectives.length > 0 ? idsOf(setting.objectives) : [null];
  const leadsOf = [undefined, ...(setting.functions ? [eachAnother(setting)] : [])];
  const all = (/** @type {Pair[]} */ pairs, index = 0, leads = leadsOf[0]) =>
    finished(setting, pairs.map((pair, turn) => tie(setting, pair, purposes[turn % purposes.length], turn)), {
      convener: setting.palette[index % setting.palette.length].id, objective: aims[index % aims.length],
    }, leads);
  const inTurn = meetings(setting).flatMap((pairs) => leadsOf.flatMap((leads) => aims.map((_, index) => all(pairs, index, leads))));
  const atOnce = meetings(setting).map((pairs) => all(pairs.flatMap((pair) => purposes.map(() => pair)).slice(0, LONGEST)));
  return [...inTurn, ...atOnce];
}

/**
 * One purpose for all ties, however many; one payload for all; one actor who is tied to all, convenes and leads.
 * @param {Exercise} exercise
 * @returns {Design[]}
 */
export function oneValue({ setting }) {
  const { purposes, payloads, palette } = setting;
  const aims = setting.objectives.length > 0 ? idsOf(setting.objectives) : [null];
  const each = (/** @type {Pair[]} */ pairs, /** @type {(pair: Pair, turn: number) => Tie} */ drawn, /** @type {number} */ index) =>
    finished(setting, pairs.map(drawn), { convener: palette[0].id, objective: aims[index % aims.length] });
  return [
    ...meetings(setting).flatMap((pairs) => purposes.map((/** @type {string} */ purpose, /** @type {number} */ index) =>
      each(pairs, (pair, turn) => tie(setting, pair, purpose, turn), index))),
    ...meetings(setting).flatMap((pairs) => payloads.map((/** @type {string} */ payload, /** @type {number} */ index) =>
      each(pairs, (pair, turn) => ({ ...tie(setting, pair, purposes[turn % purposes.length], turn), payload }), index))),
    ...idsOf(palette).map((hub, index) => {
      const pairs = idsOf(palette).filter((id) => id !== hub).map((id) => /** @type {Pair} */ ([hub, id]));
      const ties = pairs.map((pair, turn) => tie(setting, pair, purposes[turn % purposes.length], turn));
      return finished(setting, ties, { convener: hub, objective: aims[index % aims.length] }, () => [hub]);
    }),
  ];
}

/**
 * Money and orders run upward: all ties as one or the other, or only those that came down. Where ties carry something,
 * also: what was seen or tried at first hand comes down from above, and the rest goes up.
 * @param {Exercise} exercise
 * @param {Design} good
 * @returns {Design[]}
 */
export function reversed({ setting }, good) {
  const rank = rankOf(setting);
  const upward = (/** @type {Tie} */ one) => (rank(one.from) > rank(one.to) ? turned(one) : one);
  /** @type {Tie[][]} */
  const found = POWER.filter((purpose) => setting.purposes.includes(purpose)).map((purpose) =>
    good.ties.map((one) => ({ ...upward(one), both: false, purpose })));
  const fell = (/** @type {Tie} */ one) => !one.both && POWER.includes(one.purpose ?? "") && rank(one.from) > rank(one.to);
  if (good.ties.some(fell)) found.push(good.ties.map((one) => (fell(one) ? turned(one) : one)));
  if (setting.payloads.length > 0) {
    const content = (/** @type {Tie} */ one) => {
      if (rank(one.from) === rank(one.to)) return one;
      return { ...(AT_FIRST_HAND.includes(one.payload ?? "") ? turned(upward(one)) : upward(one)), both: false };
    };
    found.push(good.ties.map(content));
  }
  return found.map((ties) => ({ ...good, ties }));
}

/**
 * Some actors, few ties or many; often only across or only between levels, as somebody draws who has read the brief.
 * A repair begins from the design that it opens on.
 * @param {Exercise} exercise
 * @param {Random} random
 * @returns {Design}
 */
export function random(exercise, random) {
  const { setting } = exercise;
  if (setting.start && random.chance(0.6)) return repaired(exercise, random);
  const placed = random.shuffled(idsOf(setting.palette)).slice(0, random.between(2, setting.palette.length));
  const actors = [...new Set([...(setting.start && random.chance(0.7) ? setting.start.actors : []), ...placed])];
  const pairs = pairsOf(actors).filter(random.pick([anyPair, acrossIn(setting), betweenIn(setting)]));
  const count = random.chance(0.1) ? pairs.length : random.between(2, random.pick([4, actors.length, actors.length * 2]));
  const purposes = random.chance(0.3) ? random.shuffled(setting.purposes).slice(0, random.between(1, 4)) : setting.purposes;
  const both = random.pick([0, 0.3, 0.6, 1]);
  const drawn = random.shuffled(pairs);
  const chosen = random.chance(0.6) ? joinedFirst(drawn).slice(0, Math.max(count, actors.length - 1)) : drawn.slice(0, count);
  const again = chosen.filter(() => random.chance(0.15));
  const ties = [...chosen, ...again].map((pair) => anyTie(setting, random.chance() ? pair : swapped(pair), purposes, both, random));
  return choicesMade({ setting, actors, ties }, random);
}

/**
 * @param {Exercise} exercise
 * @param {Design} answer
 * @param {Random} random
 * @returns {Design}
 */
export function step({ setting }, answer, random) {
  const choices = [setting.convener && "convener", setting.objectives.length > 0 && "objective", setting.meet_weeks && "meet_weeks"];
  const asked = [...choices.filter(Boolean), ...(setting.functions ? ["functions", "functions"] : [])];
  if (asked.length > 0 && random.chance(0.25)) return withChoice(setting, answer, random.pick(asked), random);
  const { actors, ties } = answer;
  if (actors.length < 2 || random.chance(0.15)) return place(answer, random.pick(idsOf(setting.palette)));
  if (random.chance(0.12)) return takeOff(answer, random.pick(actors));
  if (ties.length === 0 || (ties.length < LONGEST && random.chance(0.35))) return withNewTie(setting, answer, random);
  const index = random.below(ties.length);
  return random.chance(0.3) ? removeTie(answer, index) : putTie(answer, changed(setting, ties[index], random), index);
}

/**
 * @param {Setting} setting
 * @param {Tie} one
 * @param {Random} random
 * @returns {Tie}
 */
function changed(setting, one, random) {
  const parts = ["purpose", "both", "turn", ...(setting.payloads.length > 0 ? ["payload"] : [])];
  const part = random.pick(parts);
  if (part === "turn") return turned(one);
  if (part === "both") return { ...one, both: !one.both };
  return { ...one, [part]: random.chance(0.05) ? null : random.pick(setting[`${part}s`]) };
}

/**
 * @param {Setting} setting
 * @param {Design} answer
 * @param {Random} random
 */
function withNewTie(setting, answer, random) {
  const [from, to] = random.chance(0.7) ? random.shuffled(answer.actors) : random.shuffled(idsOf(setting.palette));
  return putTie(place(place(answer, from), to), anyTie(setting, [from, to], setting.purposes, 0.5, random));
}

/**
 * @param {Setting} setting
 * @param {Design} answer
 * @param {string} field
 * @param {Random} random
 * @returns {Design}
 */
function withChoice(setting, answer, field, random) {
  const anybody = answer.actors.length > 0 && random.chance(0.8) ? answer.actors : idsOf(setting.palette);
  if (field === "functions") return withShare(answer, random.pick(idsOf(setting.functions)), anybody, random);
  const open = random.chance(0.05);
  if (field === "objective") return { ...answer, objective: open ? null : random.pick(idsOf(setting.objectives)) };
  if (field === "convener") return { ...answer, convener: open ? null : random.pick(anybody) };
  return { ...answer, meet_weeks: open ? null : anyWeeks(random) };
}

/**
 * @param {Design} answer
 * @param {string} name
 * @param {string[]} actors
 * @param {Random} random
 */
function withShare(answer, name, actors, random) {
  const { leads, support } = shareOf(answer, name);
  const id = random.pick(actors);
  const toggled = (/** @type {string[]} */ list) => (list.includes(id) ? list.filter((one) => one !== id) : [...list, id]);
  if (random.chance(0.4)) return giveShare(answer, name, { leads, support: toggled(support) });
  return giveShare(answer, name, { leads: random.chance(0.3) ? toggled(leads) : [id], support });
}

/** A broken design after a few changes or many. @param {Exercise} exercise @param {Random} random @returns {Design} */
function repaired(exercise, random) {
  let answer = exercise.setting.start;
  for (let left = random.pick([3, 8, 15, 30, 50]); left > 0; left--) answer = step(exercise, answer, random);
  return choicesMade({ setting: exercise.setting, actors: answer.actors, ties: answer.ties }, random);
}

/**
 * @param {{setting: Setting, actors: string[], ties: Tie[]}} drawn
 * @param {Random} random
 * @returns {Design} with the other choices made, mostly all of them and mostly among those who take part
 */
function choicesMade({ setting, actors, ties }, random) {
  const anybody = () => random.pick(actors.length > 0 && random.chance(0.9) ? actors : idsOf(setting.palette));
  const isOpen = () => random.chance(0.03);
  const share = () => {
    const lead = isOpen() ? null : random.chance(0.05) ? [...new Set([anybody(), anybody()])] : anybody();
    return { lead, support: random.chance() ? [] : [...new Set([anybody(), anybody()])] };
  };
  return {
    actors,
    ties: ties.slice(0, LONGEST),
    ...(setting.convener && { convener: isOpen() ? null : anybody() }),
    ...(setting.objectives.length > 0 && { objective: isOpen() ? null : random.pick(idsOf(setting.objectives)) }),
    ...(setting.functions && { functions: Object.fromEntries(idsOf(setting.functions).map((id) => [id, share()])) }),
    ...(setting.meet_weeks && { meet_weeks: isOpen() ? null : anyWeeks(random) }),
  };
}

/**
 * @param {Setting} setting
 * @param {Tie[]} ties
 * @param {{convener: string, objective: string | null}} chosen
 * @param {(turn: number) => string[]} [leadsOf] who leads a function; everybody who is placed, where it is left out
 * @returns {Design} with those placed whom a tie joins, and whoever was there at the start
 */
function finished(setting, ties, { convener, objective }, leadsOf) {
  const joined = new Set([...(setting.start?.actors ?? []), ...ties.flatMap(({ from, to }) => [from, to])]);
  const actors = idsOf(setting.palette).filter((id) => joined.has(id));
  const share = (/** @type {number} */ turn) => {
    const leads = leadsOf?.(turn) ?? actors;
    return { lead: leads.length > 1 ? leads : leads[0], support: actors.filter((id) => !leads.includes(id)) };
  };
  return {
    actors,
    ties,
    ...(setting.convener && { convener: actors.includes(convener) ? convener : actors[0] }),
    ...(setting.objectives.length > 0 && { objective }),
    ...(setting.functions && { functions: Object.fromEntries(idsOf(setting.functions).map((id, turn) => [id, share(turn)])) }),
    ...(setting.meet_weeks && { meet_weeks: 1 }),
  };
}

/** @param {Setting} setting @returns {(turn: number) => string[]} another actor for each function */
const eachAnother = ({ palette }) => (turn) => [palette[turn % palette.length].id];

/** @param {Tie} one @returns {Tie} */
const turned = (one) => ({ ...one, from: one.to, to: one.from });

/**
 * @param {Setting} setting
 * @param {Pair} pair
 * @param {string} purpose
 * @param {number} turn which of the payloads it carries, where ties carry something
 * @returns {Tie} both ways
 */
function tie({ payloads }, [from, to], purpose, turn) {
  return { from, to, both: true, purpose, ...(payloads.length > 0 && { payload: payloads[turn % payloads.length] }) };
}

/**
 * @param {Setting} setting
 * @param {Pair} pair
 * @param {string[]} purposes
 * @param {number} both how often it runs both ways
 * @param {Random} random
 * @returns {Tie}
 */
function anyTie({ payloads }, [from, to], purposes, both, random) {
  const purpose = random.chance(0.02) ? null : random.pick(purposes);
  return { from, to, both: random.chance(both), purpose, ...(payloads.length > 0 && { payload: random.pick(payloads) }) };
}

/** @param {Random} random @returns {number} weeks between meetings */
const anyWeeks = (random) => random.pick([1, 2, 3, 4, 6, 8, 12, 13, 26, 52]);
