import { pairsThat, screenOf, valueOf } from "./changes.js";
import { RELATIONS } from "./facts.js";

/**
 * A matrix of policies in words: for announcements, print, screen readers and lists.
 */

/** @typedef {import("./changes.js").Policy} Policy */
/** @typedef {import("./facts.js").Coherence} Coherence */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */

/**
 * @param {{id: string, name: string}[]} cards
 * @param {string | null | undefined} id
 * @returns {string | undefined} the name, or what somebody wrote instead of choosing
 */
export function nameOf(cards, id) {
  return cards.find((card) => card.id === id)?.name ?? id ?? undefined;
}

/**
 * @param {Policy[]} policies
 * @param {string} id
 * @param {Translate} t
 * @returns {string} such as "P1 Care export plan"
 */
export function policyName(policies, id, t) {
  return t("coherence-matrix.policy", { id, name: nameOf(policies, id) ?? "" });
}

/**
 * @param {Policy[]} policies
 * @param {{one: string, other: string}} pair
 * @param {string} relation
 * @param {Translate} t
 * @returns {string} such as "P1 Care export plan and P2 Rural clinics: conflict"
 */
export function pairInWords(policies, { one, other }, relation, t) {
  const [first, second] = [one, other].map((id) => policyName(policies, id, t));
  return t("coherence-matrix.pair-in-words", { one: first, other: second, relation: t(`coherence-matrix.${relation}`) });
}

/**
 * @param {Record<string, any>} setting
 * @param {Coherence} answer
 * @param {string} key of a pair
 * @param {Translate} t
 */
export function fixInWords(setting, { fixes }, key, t) {
  return t("coherence-matrix.fix-in-words", { fix: nameOf(setting.fixes, valueOf(fixes, key)) ?? t("words.open") });
}

/**
 * @param {Record<string, any>} setting with `most`
 * @param {Coherence} answer
 * @param {Translate} t
 * @returns {string} how many pairs are marked in each way, and how many may be
 */
export function markedInWords({ policies, most }, answer, t) {
  const [supports, conflicts] = RELATIONS.map((relation) => pairsThat(policies, answer, relation).length);
  return t("coherence-matrix.marked", { conflicts, supports, mostConflicts: most.conflicts, mostSupports: most.supports });
}

/**
 * @param {Record<string, any>} setting
 * @param {Coherence} answer
 * @param {string} policy
 * @param {Translate} t
 * @returns {string} how a policy was screened, in one line
 */
export function screenInWords(setting, answer, policy, t) {
  if (!Object.hasOwn(answer.screen, policy)) return t("coherence-matrix.not-screened");
  const { timing, focal, groups, unknown } = screenOf(answer, policy);
  const open = t("words.open");
  const names = groups.map((group) => nameOf(setting.groups, group) ?? group);
  return t("coherence-matrix.screen-in-words", {
    timing: timing === null ? open : t(`coherence-matrix.${timing}`),
    focal: nameOf(setting.ministries, focal) ?? open,
    groups: names.join(t("list.separator")) || t("coherence-matrix.no-groups"),
    unknown: nameOf(setting.sources, unknown) ?? t("coherence-matrix.no-gap"),
  });
}

/**
 * @param {import("../../types").Exercise} exercise
 * @param {Coherence} answer
 * @param {Translate} t
 * @returns {string[]}
 */
export function describe({ setting }, answer, t) {
  const { policies } = setting;
  const marked = RELATIONS.flatMap((relation) => pairsThat(policies, answer, relation).map((pair) => {
    const words = pairInWords(policies, pair, relation, t);
    return relation === "conflicts" ? `${words} ${fixInWords(setting, answer, pair.key, t)}` : words;
  }));
  const screened = policies.map((/** @type {Policy} */ { id }) => {
    const screen = screenInWords(setting, answer, id, t);
    return t("coherence-matrix.policy-screened", { policy: policyName(policies, id, t), screen });
  });
  return [...(marked.length > 0 ? marked : [t("coherence-matrix.none-marked")]), ...screened];
}
