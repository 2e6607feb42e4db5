import { countWords, fold } from "../../core/word-count.js";
import * as designer from "../designer/facts.js";
import { existing } from "./citations.js";
import { drawable } from "./graph.js";

/**
 * What a rubric may ask of a dossier. The graph is asked as in the partnership designer, over what can be drawn of it;
 * `graph_valid` says whether that is all of it.
 */

export { empty, read } from "./answer.js";

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("./answer.js").Dossier} Dossier */

/** A text among others that ask for different things. */
class Text {
  /** @param {string} text @param {string[]} all */
  constructor(text, all) {
    this.words = BigInt(countWords(text));
    this.repeated = all.filter((other) => fold(other) === fold(text)).length > 1;
  }
}

/** Somebody with little power: on the map or not, and what their ties are for, as drawn. */
class Voice {
  /** @param {string} id @param {Dossier} dossier */
  constructor(id, { actors, ties }) {
    this.placed = actors.includes(id);
    this.purposes = ties.filter(({ from, to }) => from === id || to === id).map(({ purpose }) => purpose ?? "");
  }
}

/** Two policies that clash, in folded letters, and how many words their fix has. */
class Clash {
  /** @param {Dossier["clash"]} clash */
  constructor({ a, b, fix }) {
    this.a = fold(a);
    this.b = fold(b);
    this.fix_words = BigInt(countWords(fix));
  }
}

/** An action; a quarter is 0 while open. */
class ActionCard {
  /** @param {Dossier["cards"][number]} card @param {string[]} placed */
  constructor({ lead, partners, start, end }, placed) {
    this.all_placed = lead !== null && lead !== "" && [lead, ...partners].every((actor) => placed.includes(actor));
    this.start = BigInt(start ?? 0);
    this.end = BigInt(end ?? 0);
  }
}

const { actors, types, ties, flows, links, connected } = designer.declarations.variables;

export const declarations = {
  types: {
    ...designer.declarations.types,
    Text: { ctor: Text, fields: { words: "int", repeated: "bool" } },
    Voice: { ctor: Voice, fields: { placed: "bool", purposes: "list<string>" } },
    Clash: { ctor: Clash, fields: { a: "string", b: "string", fix_words: "int" } },
    ActionCard: { ctor: ActionCard, fields: { all_placed: "bool", start: "int", end: "int" } },
  },
  variables: {
    actors, types, ties, flows, links, connected, // as in the designer; `types` in folded letters, without blank ones
    graph_valid: "bool", // every placed actor is described once, with a level, and every tie joins two of them
    two_way_ties: "int", // as drawn
    problem_words: "int",
    objective_words: "int",
    four_cs: "map<string, Text>", // those that are there
    voices: "list<Voice>", // each once
    clash: "Clash",
    cards: "list<ActionCard>",
    round_table: "map<string, Text>", // those that are there
    evidence: "list<string>", // rows that exist in the course's datasets, each once
    evidence_datasets: "list<string>", // where they stand, each once
    seeds: "list<string>", // the texts of the course that are cited, each once
    answered_risks: "int", // those that are named and have a response
  },
};

/**
 * @param {Dossier} dossier
 * @param {Exercise} exercise
 * @returns {Record<string, any>} the variables of `declarations`
 */
export function facts(dossier, { setting, materials }) {
  const { design, palette, isWhole } = drawable(dossier);
  const asDesign = { ...design, convener: null, objective: null };
  const graph = designer.facts(/** @type {any} */ (asDesign), /** @type {any} */ ({
    setting: { ...setting, palette: palette.map((actor) => ({ ...actor, type: fold(actor.type) })), objectives: [], convener: false },
  }));
  const cited = existing(dossier.evidence, materials?.citable ?? {});
  return {
    actors: graph.actors,
    types: graph.types.filter(Boolean),
    ties: graph.ties,
    flows: graph.flows,
    links: graph.links,
    connected: graph.connected,
    graph_valid: isWhole,
    two_way_ties: BigInt(dossier.ties.filter(({ both }) => both).length),
    problem_words: BigInt(countWords(dossier.problem)),
    objective_words: BigInt(countWords(dossier.objective)),
    four_cs: asTexts(dossier.four_cs),
    voices: dossier.voices.map((id) => new Voice(id, dossier)),
    clash: new Clash(dossier.clash),
    cards: dossier.cards.map((card) => new ActionCard(card, dossier.actors)),
    round_table: asTexts(dossier.rt),
    evidence: [...new Set(cited.map(({ dataset, row }) => `${dataset}/${row}`))],
    evidence_datasets: [...new Set(cited.map(({ dataset }) => dataset))],
    seeds: dossier.seeds,
    answered_risks: BigInt(dossier.risks.filter(({ risk, response }) => risk.trim() && response.trim()).length),
  };
}

/** @param {Record<string, string>} texts */
function asTexts(texts) {
  const all = Object.values(texts);
  return Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, new Text(text, all)]));
}
