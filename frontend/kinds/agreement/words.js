import { paid } from "./facts.js";

/**
 * The agreement as a document: eight articles, each filled or still open.
 */

/** @typedef {import("./facts.js").Agreement} Agreement */
/** @typedef {import("./facts.js").Setting} Setting */
/** @typedef {import("./facts.js").Named} Named */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/** One article; without clauses it is still open. @typedef {{title: string, clauses: string[]}} Article */

/**
 * @param {Setting} setting
 * @param {Agreement} answer
 * @param {Translate} t
 * @returns {Article[]}
 */
export function articles(setting, answer, t) {
  const { origin, destination } = setting;
  const named = (/** @type {Named[]} */ known, /** @type {(string | null)[]} */ ids) =>
    known.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return [
    { title: t("agreement.parties"), clauses: named(setting.parties, answer.parties) },
    { title: t("agreement.moment"), clauses: named(setting.moments, [answer.agreed]) },
    { title: t("agreement.sector"), clauses: named(setting.sectors, [answer.sector]) },
    { title: t("agreement.financing"), clauses: financing(setting, answer, t) },
    { title: t("agreement.benefits", { country: origin }), clauses: named(setting.benefits.origin, answer.benefits.origin ?? []) },
    {
      title: t("agreement.benefits", { country: destination }),
      clauses: named(setting.benefits.destination, answer.benefits.destination ?? []),
    },
    { title: t("agreement.work-there", { country: destination }), clauses: named(setting.destination_jobs, answer.destination_jobs) },
    { title: t("agreement.work-back", { country: origin }), clauses: named(setting.return_jobs, answer.return_jobs) },
    { title: t("agreement.tracks"), clauses: tracks(setting, answer, t) },
  ];
}

/**
 * @param {Setting} setting
 * @param {Agreement} answer
 * @param {Translate} t
 */
function financing(setting, answer, t) {
  const paying = setting.payers.filter(({ id }) => (answer.financing[id] ?? 0) > 0);
  const shares = paying.map(({ id, name }) => t("agreement.share", { name, share: percent(answer.financing[id] ?? 0) }));
  const total = paid(setting, answer);
  return shares.length === 0 || total === 100 ? shares : [...shares, sumInWords(total, t)];
}

/**
 * @param {number} total
 * @param {Translate} t
 * @returns {string} how far the shares are from the whole
 */
export function sumInWords(total, t) {
  const away = percent(Math.abs(100 - total));
  const id = total === 100 ? "agreement.sum-whole" : total < 100 ? "agreement.sum-short" : "agreement.sum-over";
  return t(id, { total: percent(total), away });
}

/** A share with the digits that it needs and no more. @param {number} share */
export const percent = (share) => Math.round(share * 100) / 100;

/**
 * @param {Setting} setting
 * @param {Agreement} answer
 * @param {Translate} t
 */
function tracks({ origin, destination }, { tracks: { home, away } }, t) {
  return [
    ...(home === null || home === undefined ? [] : [t("agreement.home-places", { count: home, country: origin })]),
    ...(away === null || away === undefined ? [] : [t("agreement.away-places", { count: away, country: destination })]),
  ];
}

/**
 * @param {import("../../types").Exercise} exercise
 * @param {Agreement} answer
 * @param {Translate} t
 * @returns {string[]}
 */
export function describe(exercise, answer, t) {
  return articles(/** @type {Setting} */ (exercise.setting), answer, t).map(({ title, clauses }) =>
    t("agreement.in-words", { title, clauses: clauses.join(t("agreement.separator")) || t("words.open") }));
}
