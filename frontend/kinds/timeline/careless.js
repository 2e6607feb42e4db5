import { draw, problemWith, put, rub } from "./changes.js";

/**
 * Timelines that take no thought.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("../../core/random.js").Random} Random */
/** @typedef {import("./facts.js").Timeline} Timeline */
/** @typedef {import("./facts.js").Setting} Setting */
/** @typedef {import("./facts.js").DrawnArrow} DrawnArrow */

/** @param {Exercise} exercise */
const settingOf = ({ setting }) => /** @type {Setting} */ (setting);

/** @param {Exercise} exercise @returns {string[]} as they wait beside the line */
const idsOf = (exercise) => settingOf(exercise).milestones.map(({ id }) => id);

/** @param {Exercise} exercise @returns {string[]} the earliest first */
const rightOrder = (exercise) => [...settingOf(exercise).milestones].sort((one, other) => one.year - other.year).map(({ id }) => id);

/** @param {string[]} order @returns {DrawnArrow[]} an arrow from each milestone to each later one */
const allForward = (order) => order.flatMap((cause, at) => order.slice(at + 1).map((effect) => ({ cause, effect })));

/**
 * All arrows there are, all that run forward on a perfect line, and one from each milestone to the next.
 * @param {Exercise} exercise
 * @returns {Timeline[]}
 */
export function everything(exercise) {
  const waiting = idsOf(exercise);
  const order = rightOrder(exercise);
  const everyArrow = [...allForward(waiting), ...allForward([...waiting].reverse())];
  const chain = order.slice(1).map((effect, at) => ({ cause: order[at], effect }));
  return [
    { order: waiting, links: everyArrow },
    { order, links: everyArrow },
    { order, links: allForward(order) },
    { order, links: chain },
  ];
}

/**
 * One milestone in every place; and, on a perfect line, one milestone as the cause or the effect of all the others.
 * @param {Exercise} exercise
 * @returns {Timeline[]}
 */
export function oneValue(exercise) {
  const order = rightOrder(exercise);
  return order.flatMap((id) => {
    const arrows = allForward(order);
    return [
      { order: order.map(() => id), links: [] },
      { order, links: arrows.filter(({ cause }) => cause === id) },
      { order, links: arrows.filter(({ effect }) => effect === id) },
    ];
  });
}

/**
 * The line turned round, the arrows turned round, and both.
 * @param {Exercise} exercise
 * @param {Timeline} good
 * @returns {Timeline[]}
 */
export function reversed(exercise, good) {
  const order = [...good.order].reverse();
  const links = good.links.map(({ cause, effect }) => ({ cause: effect, effect: cause }));
  return [{ ...good, order }, { ...good, links }, { order, links }];
}

/**
 * Any order, or the one in which the milestones wait; a few arrows, mostly forward on that line.
 * @param {Exercise} exercise
 * @param {Random} random
 * @returns {Timeline}
 */
export function random(exercise, random) {
  const shuffled = random.chance(0.1) ? idsOf(exercise) : random.shuffled(idsOf(exercise));
  const order = random.chance(0.9) ? shuffled : random.subset(shuffled);
  let timeline = /** @type {Timeline} */ ({ order, links: [] });
  const isForward = random.chance(0.8);
  for (let left = random.pick([0, 1, 2, 2, 3, 3, 4, 6, 9]); left > 0; left--) {
    const arrow = randomArrow(order, random, isForward);
    if (arrow && problemWith(timeline, arrow) === "") timeline = draw(timeline, arrow);
  }
  return timeline;
}

/**
 * @param {Exercise} exercise
 * @param {Timeline} answer
 * @param {Random} random
 * @returns {Timeline}
 */
export function step(exercise, answer, random) {
  const { order, links } = answer;
  const waiting = idsOf(exercise).filter((id) => !order.includes(id));
  const what = random.pick(["put", "neighbours", "draw", "rub"]);
  if (waiting.length > 0 && what !== "rub") return put(answer, random.pick(waiting), order.length);
  if (what === "rub" && links.length > 0) return rub(answer, random.below(links.length));
  if (what === "put") return put(answer, random.pick(order), random.below(order.length));
  if (what === "neighbours") {
    const at = random.below(order.length);
    return put(answer, order[at], Math.min(order.length - 1, at + 1));
  }
  const arrow = randomArrow(order, random, random.chance(0.8));
  return arrow && problemWith(answer, arrow) === "" ? draw(answer, arrow) : answer;
}

/**
 * @param {string[]} order
 * @param {Random} random
 * @param {boolean} isForward
 * @returns {DrawnArrow | null} none while the line has no two milestones
 */
function randomArrow(order, random, isForward) {
  if (order.length < 2) return null;
  const [one, other] = random.shuffled(order);
  const [cause, effect] = order.indexOf(one) < order.indexOf(other) ? [one, other] : [other, one];
  return isForward || random.chance() ? { cause, effect } : { cause: effect, effect: cause };
}
