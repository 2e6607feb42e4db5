import { idsOf } from "../../core/ids.js";

/**
 * Text that says nothing, made of the words of an exercise, so that it stands in the language of the course.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("./answer.js").Dossier} Dossier */

/**
 * The words of the brief, the hints and the messages, in their order.
 * @param {Exercise} exercise
 * @returns {string[]} at least one
 */
export function poolOf({ brief, hints, criteria }) {
  return [brief, ...hints, ...criteria.flatMap(({ met, unmet }) => [met, unmet])].join(" ").split(/\s+/).filter(Boolean);
}

/**
 * So many words in a row, from a place on.
 * @param {Exercise} exercise
 * @param {number} from
 * @param {number} count
 */
export function filled(exercise, from, count) {
  const pool = poolOf(exercise);
  return Array.from({ length: count }, (_, index) => pool[(from + index) % pool.length]).join(" ");
}

/**
 * Mostly words in a row, sometimes one word again and again, or a few in turn.
 * @param {Exercise} exercise
 * @param {number} count of words
 * @param {import("../../core/random.js").Random} random
 */
export function anyText(exercise, count, random) {
  const pool = poolOf(exercise);
  if (random.chance(0.8)) return filled(exercise, random.below(pool.length), count);
  const few = random.shuffled(pool).slice(0, random.pick([1, 1, 3, 8]));
  return Array.from({ length: count }, (_, index) => few[index % few.length]).join(" ");
}

/**
 * The dossier with each text replaced, in every part.
 * @param {Record<string, any>} setting
 * @param {Dossier} dossier
 * @param {(before: string, length: number) => string} write given the text so far and about how many words fit
 * @returns {Dossier}
 */
export function withTexts({ four_cs, round_table }, dossier, write) {
  const each = (/** @type {{id: string}[]} */ named, /** @type {Record<string, string>} */ texts, /** @type {number} */ length) =>
    Object.fromEntries(idsOf(named).map((id) => [id, write(texts[id] ?? "", length)]));
  const { clash } = dossier;
  return {
    ...dossier,
    problem: write(dossier.problem, 40),
    objective: write(dossier.objective, 10),
    four_cs: each(four_cs, dossier.four_cs, 8),
    clash: { a: write(clash.a, 3), b: write(clash.b, 3), fix: write(clash.fix, 6) },
    cards: dossier.cards.map((card) => ({ ...card, indicator: write(card.indicator ?? "", 5) })),
    rt: each(round_table, dossier.rt, 40),
    risks: dossier.risks.map(({ risk, response }) => ({ risk: write(risk, 3), response: write(response, 6) })),
  };
}
