import { issueOf } from "./facts.js";

/**
 * Talks in words: the package, who moved, who was asked, what was traded. No score: sheets are private.
 */

/** @typedef {import("./facts.js").Setting} Setting */
/** @typedef {import("./facts.js").Talks} Talks */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */

/**
 * An option with its letter, which people use across the table.
 * @param {{id: string, name: string}} option
 * @param {Translate} t
 */
export const optionName = ({ id, name }, t) => t("negotiation.option", { letter: id, name });

/**
 * @param {Setting} setting
 * @param {string} id of an issue
 * @param {string | null | undefined} chosen
 * @param {Translate} t
 * @returns {string} such as "Places a year: c, 1000"
 */
export function issueInWords(setting, id, chosen, t) {
  const { name, options } = issueOf(setting, id);
  const option = options.find((candidate) => candidate.id === chosen);
  return t("negotiation.issue-in-words", { issue: name, option: option ? optionName(option, t) : t("words.open") });
}

/** @param {Setting} setting @param {string | null | undefined} id of a delegation @param {Translate} t */
export const partyName = ({ delegations }, id, t) => delegations.find((party) => party.id === id)?.name ?? t("words.open");

/** @param {Setting} setting @param {string | null | undefined} id of an issue @param {Translate} t */
export const issueName = ({ issues }, id, t) => issues.find((issue) => issue.id === id)?.name ?? t("words.open");

/**
 * @param {Setting} setting
 * @param {import("./facts.js").TradeRow} row
 * @param {Translate} t
 */
export function tradeInWords(setting, { by, gave, got }, t) {
  return t("negotiation.trade-in-words", {
    by: partyName(setting, by, t),
    gave: issueName(setting, gave, t),
    got: issueName(setting, got, t),
  });
}

/**
 * @param {import("../../types").Exercise} exercise
 * @param {Talks} answer
 * @param {Translate} t
 * @returns {string[]}
 */
export function describe(exercise, answer, t) {
  const setting = /** @type {Setting} */ (exercise.setting);
  return [
    ...setting.issues.map(({ id }) => issueInWords(setting, id, answer.package[id], t)),
    ...setting.delegations.map(({ id, name }) =>
      t("negotiation.party-in-words", {
        name, issue: issueName(setting, answer.concessions[id], t),
        asked: (answer.consulted[id] ?? []).join(t("list.separator")) || t("negotiation.nobody"),
      })),
    ...answer.trade.map((row) => tradeInWords(setting, row, t)),
  ];
}
