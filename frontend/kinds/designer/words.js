import { direction, shareOf } from "./changes.js";
import { countChanges } from "./repair.js";

/**
 * A design in words: for announcements, print, screen readers and lists.
 */

/** @typedef {import("./changes.js").Actor} Actor */
/** @typedef {import("./changes.js").Tie} Tie */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */

/**
 * @param {Record<string, any>} setting
 * @param {string | null | undefined} id
 * @returns {Actor}
 */
export function actorOf(setting, id) {
  return setting.palette.find((/** @type {Actor} */ actor) => actor.id === id);
}

/**
 * @param {Record<string, any>} setting
 * @param {string[]} ids
 * @param {Translate} t
 * @returns {string} empty when there are none
 */
export function namesOf(setting, ids, t) {
  return ids.map((id) => actorOf(setting, id).name).join(t("list.separator"));
}

/**
 * @param {Record<string, any>} setting
 * @param {Tie} tie
 * @param {Translate} t
 * @returns {string} such as "City of Port Selle and City of Marrow Bay, both ways"
 */
export function endsInWords(setting, tie, t) {
  return t(tie.both ? "tie.both-ways" : "tie.one-way", { from: actorOf(setting, tie.from).name, to: actorOf(setting, tie.to).name });
}

/**
 * @param {Tie} tie
 * @param {Translate} t
 * @returns {string} the purpose and, if the tie carries something, what
 */
export function purposeInWords(tie, t) {
  const purpose = tie.purpose ? t(`purpose.${tie.purpose}`) : t("purpose.none");
  return tie.payload ? t("tie.carries", { purpose, payload: t(`payload.${tie.payload}`) }) : purpose;
}

/**
 * @param {Tie} tie
 * @param {Translate} t
 * @returns {string} the same in few words, for a chip on the canvas
 */
export function chipInWords({ purpose, payload }, t) {
  return [purpose ? t(`purpose.${purpose}`) : t("purpose.none"), payload && t(`payload.${payload}`)].filter(Boolean).join(" · ");
}

/**
 * @param {Record<string, any>} setting
 * @param {Tie} tie
 * @param {Translate} t
 */
export function tieInWords(setting, tie, t) {
  const way = direction(actorOf(setting, tie.from), actorOf(setting, tie.to));
  return t("tie.in-words", { ends: endsInWords(setting, tie, t), purpose: purposeInWords(tie, t), direction: t(`direction.${way}`) });
}

/**
 * @param {import("../../types").Exercise} exercise
 * @param {any} answer
 * @param {Translate} t
 * @returns {string[]}
 */
export function describe({ setting }, answer, t) {
  const names = namesOf(setting, answer.actors, t);
  const lines = [names ? t("words.placed", { names }) : t("words.nobody")];
  answer.ties.forEach((/** @type {Tie} */ tie, /** @type {number} */ index) => {
    lines.push(t("words.tie", { number: index + 1, tie: tieInWords(setting, tie, t) }));
  });
  for (const { id, name } of setting.functions ?? []) {
    const { leads, support } = shareOf(answer, id);
    lines.push(t("words.function", {
      name, lead: namesOf(setting, leads, t) || t("words.open"), support: namesOf(setting, support, t) || t("functions.none"),
    }));
  }
  if (setting.convener) {
    const { name } = answer.convener ? actorOf(setting, answer.convener) : { name: t("words.open") };
    lines.push(t("words.convener", { name }));
  }
  if (setting.meet_weeks) lines.push(answer.meet_weeks === null ? t("words.no-weeks") : t("words.weeks", { count: answer.meet_weeks }));
  if (setting.objectives.length > 0) {
    lines.push(t("words.objective", { name: objectiveName(setting, answer.objective) ?? t("words.open") }));
  }
  if (setting.start) lines.push(t("words.changes", { count: countChanges(setting.start, answer) }));
  return lines;
}

/**
 * @param {Record<string, any>} setting
 * @param {string | null | undefined} id
 * @returns {string | undefined}
 */
export function objectiveName(setting, id) {
  return setting.objectives.find((/** @type {{id: string}} */ objective) => objective.id === id)?.name;
}
