import { countWords, fold } from "../../core/word-count.js";
import * as designer from "../designer/facts.js";
import { existing } from "./citations.js";
import { drawable, tiedPairs } from "./graph.js";
import { asTexts, countsActivity, leadsToPerson, Text, wordsKey } from "./texts.js";

/**
 * What a rubric may ask of a dossier. The graph is asked as in the partnership designer, over what can be drawn of it;
 * `graph_valid` says whether that is all of it. Of texts, only the form is known.
 */

export { empty, read } from "./answer.js";

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("./answer.js").Dossier} Dossier */

/** Somebody with little power: on the map or not, and what their ties are for, as drawn. */
class Voice {
  /** @param {string} id @param {Dossier} dossier */
  constructor(id, { actors, new_actors, ties }) {
    const own = ties.filter(({ from, to }) => from === id || to === id);
    this.id = id;
    this.placed = actors.includes(id);
    this.type = fold(new_actors.find((actor) => actor.id === id)?.type ?? "");
    this.purposes = own.map(({ purpose }) => purpose ?? "");
    this.starts = own.filter(({ from, both }) => both || from === id).map(({ purpose }) => purpose ?? "");
  }
}

/** Two policies that clash, and what would align them. */
class Clash {
  /** @param {Dossier["clash"]} clash */
  constructor(clash) {
    const { a, b, fix } = asTexts(clash);
    this.a = a;
    this.b = b;
    this.fix = fix;
  }
}

/** An action; a quarter is 0 while open. */
class ActionCard {
  /**
   * @param {Dossier["cards"][number]} card
   * @param {string[]} placed
   * @param {(id: string) => string} typeOf
   */
  constructor({ area, lead, partners, start, end }, placed, typeOf) {
    const others = partners.filter((partner) => partner !== lead);
    const taking = [...new Set([...(lead ? [lead] : []), ...others])];
    this.area = fold(area ?? "");
    this.lead = lead ?? "";
    this.partners = others;
    this.types = [...new Set(taking.map(typeOf))];
    this.all_placed = this.lead !== "" && taking.every((actor) => placed.includes(actor));
    this.crowded = 3 * taking.length > 2 * placed.length;
    this.start = BigInt(start ?? 0);
    this.end = BigInt(end ?? 0);
  }
}

/** What could go wrong, and what then. */
class Risk {
  /** @param {Dossier["risks"][number]} risk @param {(text: string) => boolean} isRepeated */
  constructor({ risk, response }, isRepeated) {
    this.risk = new Text(risk, isRepeated(risk));
    this.response = new Text(response, isRepeated(response));
  }
}

const { actors, types, ties, flows, links, connected } = designer.declarations.variables;

export const declarations = {
  types: {
    ...designer.declarations.types,
    Text: {
      ctor: Text,
      fields: {
        words: "int",
        varied: "bool", // enough of its words are different ones; false for no text
        repeated: "bool", // another text in the same part of the dossier has nearly the same words, or the questions have
      },
    },
    Voice: {
      ctor: Voice,
      fields: {
        id: "string",
        placed: "bool",
        type: "string", // in folded letters
        purposes: "list<string>", // of all ties
        starts: "list<string>", // of those ties that start there or run both ways
      },
    },
    Clash: { ctor: Clash, fields: { a: "Text", b: "Text", fix: "Text" } },
    ActionCard: {
      ctor: ActionCard,
      fields: {
        area: "string", // in folded letters
        lead: "string", // id, or empty text
        partners: "list<string>", // without the lead
        types: "list<string>", // of lead and partners, in folded letters, each once
        all_placed: "bool", // there is a lead, and whoever is on the card is on the map
        crowded: "bool", // more than two thirds of the actors on the map are on the card
        start: "int", end: "int",
      },
    },
    Risk: { ctor: Risk, fields: { risk: "Text", response: "Text" } },
  },
  variables: {
    actors, types, ties, flows, links, connected, // as in the designer; `types` in folded letters, without blank ones
    graph_valid: "bool", // every placed actor is described once, with a level, and every tie joins two of them
    names: "list<string>", // of the placed actors, in folded letters, without blank ones, each once
    pairs: "int", // how many pairs the placed actors make
    tied_pairs: "int", // how many of these have a tie
    purposes: "list<string>", // of the ties, each once, without open ones
    problem: "Text", // compared with the answers of the round table, and like these with the questions and the guide
    objective: "Text",
    four_cs: "map<string, Text>", // those that are there
    voices: "list<Voice>", // each once
    clash: "Clash",
    cards: "list<ActionCard>",
    leads: "list<string>", // of the cards, each once
    signs_of_change: "list<string>", // on cards, in two words or more, that do not count an activity; each once
    round_table: "map<string, Text>", // those that are there
    evidence: "list<string>", // rows that exist in the course's datasets, each once
    evidence_datasets: "list<string>", // where they stand, each once
    seeds: "list<string>", // the texts of the course that are cited, each once
    risks: "list<Risk>",
    leads_to_people: "bool", // somewhere stands what looks like a telephone number, an e-mail address or a number of papers
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
  const { problem, ...rt } = asTexts({ problem: dossier.problem, ...dossier.rt }, pageOf(setting));
  const typeOf = (/** @type {string} */ id) => fold(dossier.new_actors.find((actor) => actor.id === id)?.type ?? "");
  const count = BigInt(graph.actors.length);
  return {
    actors: graph.actors,
    types: graph.types.filter(Boolean),
    ties: graph.ties,
    flows: graph.flows,
    links: graph.links,
    connected: graph.connected,
    graph_valid: isWhole,
    names: once(palette.filter(({ id }) => design.actors.includes(id)).map(({ name }) => fold(name))),
    pairs: (count * (count - 1n)) / 2n,
    tied_pairs: BigInt(tiedPairs(design.ties)),
    purposes: once(design.ties.map(({ purpose }) => purpose ?? "")),
    problem,
    objective: new Text(dossier.objective),
    four_cs: asTexts(dossier.four_cs),
    voices: dossier.voices.map((id) => new Voice(id, dossier)),
    clash: new Clash(dossier.clash),
    cards: dossier.cards.map((card) => new ActionCard(card, dossier.actors, typeOf)),
    leads: once(dossier.cards.map(({ lead }) => lead ?? "")),
    signs_of_change: signsOfChange(dossier, setting),
    round_table: rt,
    evidence: [...new Set(cited.map(({ dataset, row }) => `${dataset}/${row}`))],
    evidence_datasets: [...new Set(cited.map(({ dataset }) => dataset))],
    seeds: dossier.seeds,
    risks: asRisks(dossier),
    leads_to_people: textsOf(dossier).some(leadsToPerson),
  };
}

/** @param {string[]} texts @returns {string[]} each once, without empty ones */
const once = (texts) => [...new Set(texts)].filter(Boolean);

/**
 * @param {Dossier} dossier
 * @param {Record<string, any>} setting
 * @returns {string[]}
 */
function signsOfChange({ cards }, { activities = [] }) {
  const signs = cards.map(({ indicator }) => indicator ?? "").filter((sign) => countWords(sign) >= 2);
  return once(signs.filter((sign) => !countsActivity(sign, activities)).map(wordsKey));
}

/** @param {Dossier} dossier @returns {Risk[]} */
function asRisks({ risks }) {
  const keys = risks.flatMap(({ risk, response }) => [wordsKey(risk), wordsKey(response)]);
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return risks.map((risk) => new Risk(risk, (text) => (counts.get(wordsKey(text)) ?? 0) > 1));
}

/** @param {Record<string, any>} setting @returns {string} what the page asks, and what it tells the peers */
function pageOf({ round_table, peer_guide }) {
  const questions = round_table.map((/** @type {{question: string}} */ { question }) => question);
  const guide = peer_guide.rows.flatMap((/** @type {{name: string, levels: string[]}} */ { name, levels }) => [name, ...levels]);
  return [...questions, ...guide].join(" ");
}

/** @param {Dossier} dossier @returns {string[]} whatever the person wrote */
function textsOf(dossier) {
  const { problem, objective, four_cs, new_actors, clash, cards, rt, risks } = dossier;
  return [
    problem, objective, ...Object.values(four_cs), ...new_actors.flatMap(({ name, type }) => [name, type]), ...Object.values(clash),
    ...cards.flatMap(({ area, indicator }) => [area ?? "", indicator ?? ""]), ...Object.values(rt),
    ...risks.flatMap(({ risk, response }) => [risk, response]),
  ];
}
