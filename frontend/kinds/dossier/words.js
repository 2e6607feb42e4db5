import { cardInWords } from "../../boards/card-words.js";
import { tieInWords } from "../designer/words.js";
import { read } from "./answer.js";
import { named } from "./citations.js";
import { drawable } from "./graph.js";

/**
 * A dossier in words.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/** @typedef {import("./answer.js").Dossier} Dossier */

/**
 * A type in the person's own words stands for itself; the designer's pieces ask the catalogue for it.
 * @param {Translate} t
 * @returns {Translate}
 */
export function withOwnTypes(t) {
  return (id, values) => {
    const text = t(id, values);
    return text === id && id.startsWith("type.") ? id.slice("type.".length) : text;
  };
}

/**
 * @param {Record<string, any>} setting
 * @param {Dossier} dossier
 * @returns {import("../../boards/card-words.js").Vocabulary}
 */
export function vocabularyOf(setting, dossier) {
  const { palette, design } = drawable(dossier);
  return { areas: setting.areas, actors: palette.filter(({ id }) => design.actors.includes(id)), indicators: [] };
}

/**
 * @param {Dossier} dossier
 * @param {string[]} ids
 * @param {Translate} t
 */
export function actorsInWords(dossier, ids, t) {
  const names = ids.map((id) => dossier.new_actors.find((actor) => actor.id === id)?.name || id);
  return names.join(t("list.separator")) || t("words.open");
}

/**
 * @param {import("./answer.js").Citation} citation
 * @param {Exercise} exercise
 * @param {Translate} t
 */
export function citationInWords(citation, { materials }, t) {
  const { title, label } = named(citation, materials?.citable ?? {});
  return t(label ? "dossier.citation" : "dossier.citation-short", { title, row: citation.row, label });
}

/**
 * @param {import("./answer.js").Risk} risk
 * @param {Translate} t
 */
export function riskInWords({ risk, response }, t) {
  return t("dossier.risk-in-words", { risk: risk || t("words.open"), response: response || t("words.open") });
}

/**
 * @param {Exercise} exercise
 * @param {any} answer
 * @param {Translate} t
 * @returns {string[]}
 */
export function describe(exercise, answer, t) {
  const { setting } = exercise;
  const dossier = read(answer, exercise);
  const { palette, design } = drawable(dossier);
  const own = withOwnTypes(t);
  const line = (/** @type {string} */ name, /** @type {string} */ text) => t("dossier.line", { name, text: text || t("words.open") });
  const { clash } = dossier;
  return [
    line(t("dossier.problem"), dossier.problem),
    line(t("dossier.objective"), dossier.objective),
    ...setting.four_cs.map((/** @type {{id: string, name: string}} */ { id, name }) => line(name, dossier.four_cs[id])),
    line(t("dossier.who"), actorsInWords(dossier, dossier.actors, t)),
    ...design.ties.map((tie, index) => t("words.tie", { number: index + 1, tie: tieInWords({ ...setting, palette }, tie, own) })),
    line(t("dossier.voices"), actorsInWords(dossier, dossier.voices, t)),
    t("dossier.clash-in-words", { a: clash.a || t("words.open"), b: clash.b || t("words.open"), fix: clash.fix || t("words.open") }),
    ...dossier.cards.map((card) => cardInWords(card, vocabularyOf(setting, dossier), t)),
    ...setting.round_table.map((/** @type {{id: string, question: string}} */ { id, question }) => line(question, dossier.rt[id])),
    ...dossier.evidence.map((citation) => line(t("dossier.evidence"), citationInWords(citation, exercise, t))),
    ...setting.seeds
      .filter((/** @type {{id: string}} */ { id }) => dossier.seeds.includes(id))
      .map((/** @type {{name: string}} */ { name }) => line(t("dossier.seeds"), name)),
    ...dossier.risks.map((risk) => riskInWords(risk, t)),
  ];
}
