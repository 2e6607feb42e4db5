import { readChoice, readFields, readId, readList, readRow } from "../../core/read.js";

/**
 * What a rubric may ask of a timeline: what stands before what, and which arrows from cause to effect are drawn.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {{cause: string | null, effect: string | null}} DrawnArrow */
/** @typedef {{order: string[], links: DrawnArrow[]}} Timeline */
/** @typedef {"stated" | "documented" | "ground" | "none"} Level how far the sources carry an arrow */
/** @typedef {{cause: string, effect: string, level: Level, text: string}} Evidence */
/** @typedef {{id: string, name: string, year: number, date: string}} Milestone */
/** @typedef {{milestones: Milestone[], evidence: Evidence[]}} Setting */

/** An arrow, each pair once. `evidence` is its level; `accepted`: there is some. */
class Arrow {
  /**
   * @param {DrawnArrow} drawn
   * @param {Level} evidence
   * @param {boolean} forward
   */
  constructor({ cause, effect }, evidence, forward) {
    this.cause = cause ?? "";
    this.effect = effect ?? "";
    this.evidence = evidence;
    this.accepted = evidence !== "none";
    this.forward = forward;
  }
}

export const declarations = {
  types: {
    Arrow: { ctor: Arrow, fields: { cause: "string", effect: "string", evidence: "string", accepted: "bool", forward: "bool" } },
  },
  variables: {
    order: "list<string>", // as given, earliest first
    complete: "bool", // every milestone stands on the line, and none twice
    before: "map<string, list<string>>", // to each milestone those that stand before it; none for one that is not on the line
    turned_pairs: "int", // pairs of milestones of which the later stands before the earlier; within one year neither does
    links: "list<Arrow>", // `forward`: the cause stands before the effect on the line
  },
};

/** @returns {Record<string, any>} */
export function empty() {
  return { order: [], links: [] };
}

/**
 * Repetition on the line is kept, because a rubric may ask for it; of equal arrows one is kept.
 * @param {unknown} answer
 * @param {Exercise} exercise
 * @returns {Timeline}
 */
export function read(answer, { setting }) {
  const fields = readFields(answer, Object.keys(empty()));
  const known = setting.milestones.map((/** @type {Milestone} */ { id }) => id);
  return {
    order: readList(fields.order, "order").map((id) => readId(id, "order", known)),
    links: readList(fields.links, "links")
      .map((link, index) => readArrow(link, `Arrow ${index + 1}`, known))
      .filter((link, index, links) => links.findIndex((other) => isSame(link, other)) === index),
  };
}

/**
 * @param {unknown} link
 * @param {string} place such as "Arrow 3"
 * @param {string[]} known
 * @returns {DrawnArrow}
 */
function readArrow(link, place, known) {
  const row = readRow(link, place, ["cause", "effect"]);
  return {
    cause: readChoice(row.cause, `${place}, cause`, known),
    effect: readChoice(row.effect, `${place}, effect`, known),
  };
}

/** @param {DrawnArrow} one @param {DrawnArrow} other */
export function isSame(one, other) {
  return one.cause === other.cause && one.effect === other.effect;
}

/**
 * @param {Setting} setting
 * @param {DrawnArrow} link
 * @returns {Evidence | undefined} what the course knows about an arrow
 */
export function evidenceOf({ evidence }, link) {
  return evidence.find((known) => isSame(known, link));
}

/**
 * @param {Timeline} timeline
 * @param {Exercise} exercise
 */
export function facts({ order, links }, exercise) {
  const setting = /** @type {Setting} */ (exercise.setting);
  const before = Object.fromEntries(
    setting.milestones.map(({ id }) => [id, order.slice(0, Math.max(0, order.indexOf(id)))]),
  );
  return {
    order,
    complete: order.length === setting.milestones.length && new Set(order).size === order.length,
    before,
    turned_pairs: BigInt(turnedPairs(setting, before)),
    links: links.map((link) => {
      const forward = link.cause !== null && link.effect !== null && before[link.effect].includes(link.cause);
      return new Arrow(link, evidenceOf(setting, link)?.level ?? "none", forward);
    }),
  };
}

/**
 * @param {Setting} setting
 * @param {Record<string, string[]>} before
 * @returns {number} of how many pairs on the line the milestone of the later year stands first
 */
function turnedPairs({ milestones }, before) {
  const pairs = milestones.flatMap((one) => milestones.map((other) => ({ one, other })));
  return pairs.filter(({ one, other }) => one.year > other.year && before[other.id].includes(one.id)).length;
}
