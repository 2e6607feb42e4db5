import { idsOf } from "../../core/ids.js";
import { LEVELS } from "../../core/levels.js";
import { withItem, withoutItem } from "../../core/lists.js";
import { anyText, filled, poolOf, withTexts } from "./filler.js";

/**
 * Dossiers that take no thought: all of everything, one value in each place, everything flowing to those who have
 * little, and fair guesses. Their texts are made of the words of the setting.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("../../core/random.js").Random} Random */
/** @typedef {import("./answer.js").Dossier} Dossier */
/** @typedef {Record<string, any>} Setting */

const MOST_ACTORS = 12;

/**
 * Everybody is on the map, tied to everybody, on all cards and weak; all rows and texts are cited. Then each of these
 * alone, in a dossier that is otherwise in order.
 * @param {Exercise} exercise
 * @returns {Dossier[]}
 */
export function everything(exercise) {
  const { setting } = exercise;
  const plain = inOrder(exercise);
  const { actors } = plain;
  const ties = pairsOf(actors).map(([from, to], turn) =>
    ({ from, to, both: true, purpose: setting.purposes[turn % setting.purposes.length] }));
  const cards = plain.cards.map((card) => ({ ...card, partners: actors.filter((id) => id !== card.lead) }));
  const evidence = rowsOf(exercise).flatMap(({ dataset, rows }) => rows.slice(0, 10).map((row) => ({ dataset, row })));
  const all = { ties, cards, voices: actors, evidence, seeds: idsOf(setting.seeds) };
  return [{ ...plain, ...all }, { ...plain, ties }, { ...plain, cards }, { ...plain, voices: actors }];
}

/**
 * One word in each text, for several lengths; one purpose on each tie; one sign on each card; one lead for all.
 * @param {Exercise} exercise
 * @returns {Dossier[]}
 */
export function oneValue(exercise) {
  const { setting } = exercise;
  const plain = inOrder(exercise);
  const word = poolOf(exercise)[0];
  return [
    ...[1, 6, 30, 100].map((count) => withTexts(setting, plain, () => Array(count).fill(word).join(" "))),
    withTexts(setting, plain, () => filled(exercise, 0, 35)),
    { ...plain, rt: Object.fromEntries(setting.round_table.map((/** @type {any} */ { id, question }) => [id, `${question} ${question}`])) },
    ...setting.purposes.map((/** @type {string} */ purpose) => ({ ...plain, ties: plain.ties.map((tie) => ({ ...tie, purpose })) })),
    ...plain.actors.map((lead) => ({ ...plain, cards: plain.cards.map((card) => ({ ...card, lead, partners: [] })) })),
    { ...plain, cards: plain.cards.map((card) => ({ ...card, indicator: plain.cards[0].indicator })) },
    ...(setting.activities ?? []).slice(0, 3).map((/** @type {string} */ indicator) =>
      ({ ...plain, cards: plain.cards.map((card, turn) => ({ ...card, indicator: `${indicator} ${turn}` })) })),
  ];
}

/**
 * Whatever starts from those with little power only goes to them, nothing comes back on any tie, and actions end before
 * they begin; then the first two alone.
 * @param {Exercise} exercise
 * @param {Dossier} good
 * @returns {Dossier[]}
 */
export function reversed({ setting }, good) {
  const order = setting.purposes.at(-1);
  const turned = good.ties.map((tie) => {
    const [from, to] = good.voices.includes(tie.from) ? [tie.to, tie.from] : [tie.from, tie.to];
    const atVoice = good.voices.includes(to);
    return { ...tie, from, to, both: false, purpose: atVoice ? order : tie.purpose };
  });
  const cards = good.cards.map((card) => ({ ...card, start: card.end, end: card.start }));
  return [{ ...good, ties: turned, cards }, { ...good, ties: turned }];
}

/**
 * A dossier of any size: some parts well filled, some thin, some with the same text or word again.
 * @param {Exercise} exercise
 * @param {Random} random
 * @returns {Dossier}
 */
export function random(exercise, random) {
  const { setting } = exercise;
  const new_actors = Array.from({ length: random.between(2, 9) }, (_, index) => anyActor(exercise, `a${index + 1}`, random));
  const actors = idsOf(new_actors);
  const text = (/** @type {number} */ most, least = 1) => anyText(exercise, random.between(least, most), random);
  /** @type {Dossier} */
  const drawn = {
    problem: text(140, 10),
    objective: text(45, 3),
    four_cs: Object.fromEntries(idsOf(setting.four_cs).map((id) => [id, text(20, 4)])),
    new_actors, actors,
    ties: anyTies(setting, actors, random),
    voices: random.shuffled(actors).slice(0, random.between(0, random.pick([1, 2, 3]))),
    clash: { a: text(5), b: text(5), fix: text(12) },
    cards: Array.from({ length: random.between(1, 6) }, () => anyCard(exercise, actors, random)),
    rt: Object.fromEntries(idsOf(setting.round_table).map((id) => [id, text(230, 20)])),
    evidence: Array.from({ length: random.between(0, random.pick([3, 6, 12])) }, () => anyRow(exercise, random)),
    seeds: random.subset(idsOf(setting.seeds)),
    risks: Array.from({ length: random.between(0, 4) }, () => ({ risk: text(6), response: text(12) })),
  };
  if (random.chance(0.7)) return drawn;
  const copied = random.pick(Object.values(drawn.rt));
  return withTexts(setting, drawn, (before) => (random.chance(0.3) ? copied : before));
}

/**
 * @param {Exercise} exercise
 * @param {Dossier} answer
 * @param {Random} random
 * @returns {Dossier}
 */
export function step(exercise, answer, random) {
  return random.pick([stepOfText, stepOfMap, stepOfTies, stepOfCards, stepOfLists])(exercise, answer, random);
}

/** @typedef {(exercise: Exercise, answer: Dossier, random: Random) => Dossier} Step */

/** @type {Step} */
function stepOfText(exercise, answer, random) {
  const { setting } = exercise;
  const length = random.pick([2, 4, 8, 25, 35, 60, 130, 210]);
  const texts = [answer.problem, answer.objective, ...Object.values(answer.rt), ...Object.values(answer.four_cs)].filter(Boolean);
  const text = random.chance(0.1) && texts.length > 0 ? random.pick(texts) : anyText(exercise, length, random);
  const part = random.pick(["problem", "objective", "four_cs", "rt", "clash"]);
  if (part === "four_cs") return { ...answer, four_cs: { ...answer.four_cs, [random.pick(idsOf(setting.four_cs))]: text } };
  if (part === "rt") return { ...answer, rt: { ...answer.rt, [random.pick(idsOf(setting.round_table))]: text } };
  if (part === "clash") return { ...answer, clash: { ...answer.clash, [random.pick(["a", "b", "fix"])]: text } };
  return { ...answer, [part]: text };
}

/** @type {Step} */
function stepOfMap(exercise, answer, random) {
  const { new_actors, actors, ties, voices } = answer;
  const known = idsOf(new_actors);
  if (known.length < 2 || random.chance(0.3)) {
    const id = Array.from({ length: known.length + 1 }, (_, index) => `a${index + 1}`).find((free) => !known.includes(free));
    if (!id || known.length >= MOST_ACTORS) return answer;
    return { ...answer, new_actors: [...new_actors, anyActor(exercise, id, random)], actors: [...actors, id] };
  }
  const id = random.pick(known);
  if (random.chance(0.3)) {
    const placed = actors.includes(id) ? actors.filter((other) => other !== id) : [...actors, id];
    return { ...answer, actors: placed, ties: ties.filter(({ from, to }) => placed.includes(from) && placed.includes(to)) };
  }
  if (random.chance()) return { ...answer, voices: toggled(voices, id) };
  const { name } = new_actors[known.indexOf(id)];
  return { ...answer, new_actors: withItem(new_actors, known.indexOf(id), { ...anyActor(exercise, id, random), name }) };
}

/** @type {Step} */
function stepOfTies({ setting }, answer, random) {
  const { actors, ties } = answer;
  if (actors.length < 2) return answer;
  const [from, to] = random.shuffled(actors);
  if (ties.length === 0 || (ties.length < 60 && random.chance(0.35))) {
    return { ...answer, ties: [...ties, { from, to, both: random.chance(), purpose: random.pick(setting.purposes) }] };
  }
  const index = random.below(ties.length);
  const tie = ties[index];
  if (random.chance(0.3)) return { ...answer, ties: withoutItem(ties, index) };
  const purpose = random.chance(0.05) ? null : random.pick(setting.purposes);
  const changed = random.pick([{ ...tie, purpose }, { ...tie, both: !tie.both }, { ...tie, from: tie.to, to: tie.from }]);
  return { ...answer, ties: withItem(ties, index, changed) };
}

/** @type {Step} */
function stepOfCards(exercise, answer, random) {
  const { cards, actors } = answer;
  const isNew = cards.length === 0 || (cards.length < 8 && random.chance(0.25));
  if (isNew) return { ...answer, cards: [...cards, anyCard(exercise, actors, random)] };
  const index = random.below(cards.length);
  if (random.chance(0.15)) return { ...answer, cards: withoutItem(cards, index) };
  const fresh = anyCard(exercise, actors, random);
  const part = /** @type {keyof typeof fresh} */ (random.pick(Object.keys(fresh)));
  return { ...answer, cards: withItem(cards, index, { ...cards[index], [part]: fresh[part] }) };
}

/** @type {Step} */
function stepOfLists(exercise, answer, random) {
  const { setting } = exercise;
  const { evidence, risks, seeds } = answer;
  const part = random.pick(["evidence", "risks", "seeds"]);
  if (part === "seeds") return { ...answer, seeds: toggled(seeds, random.pick(idsOf(setting.seeds))) };
  if (part === "evidence") {
    const fewer = evidence.length > 0 && random.chance(0.4);
    return { ...answer, evidence: fewer ? withoutItem(evidence, random.below(evidence.length)) : [...evidence, anyRow(exercise, random)] };
  }
  if (risks.length > 0 && random.chance(0.3)) return { ...answer, risks: withoutItem(risks, random.below(risks.length)) };
  const risk = { risk: anyText(exercise, random.between(1, 5), random), response: anyText(exercise, random.between(1, 8), random) };
  if (risks.length > 0 && random.chance()) return { ...answer, risks: withItem(risks, random.below(risks.length), risk) };
  return { ...answer, risks: [...risks, risk] };
}

/**
 * A dossier in order, made without a thought: what the careless ones spoil.
 * @param {Exercise} exercise
 * @returns {Dossier}
 */
function inOrder(exercise) {
  const { setting } = exercise;
  const types = setting.types.slice(0, MOST_ACTORS);
  const new_actors = types.map((/** @type {string} */ type, /** @type {number} */ turn) =>
    ({ id: `a${turn + 1}`, name: filled(exercise, turn * 3, 2), type, level: LEVELS[turn % LEVELS.length] }));
  const actors = idsOf(new_actors);
  let place = 0;
  const card = (/** @type {number} */ turn) => ({
    area: setting.areas[turn % setting.areas.length]?.id ?? "", lead: actors[turn], partners: [actors[(turn + 1) % actors.length]],
    start: 1, end: 2 + turn, indicator: "",
  });
  /** @type {Dossier} */
  const plain = {
    problem: "", objective: "", four_cs: {}, new_actors, actors,
    ties: actors.slice(1).map((to, turn) =>
      ({ from: actors[turn], to, both: true, purpose: setting.purposes[turn % setting.purposes.length] })),
    voices: actors.slice(1, 2), clash: { a: "", b: "", fix: "" }, cards: [0, 1, 2].map(card), rt: {},
    evidence: rowsOf(exercise).slice(0, 2).map(({ dataset, rows }) => ({ dataset, row: rows[0] })),
    seeds: idsOf(setting.seeds).slice(0, 2),
    risks: [{ risk: "", response: "" }, { risk: "", response: "" }],
  };
  return withTexts(setting, plain, (_, length) => filled(exercise, place++ * 37, length));
}

/** @param {Exercise} exercise @param {string} id @param {Random} random @returns {import("./answer.js").NewActor} */
function anyActor(exercise, id, random) {
  const { setting } = exercise;
  return { id, name: anyText(exercise, random.between(1, 3), random), type: random.pick(setting.types), level: random.pick(LEVELS) };
}

/** @param {Setting} setting @param {string[]} actors @param {Random} random @returns {Dossier["ties"]} */
function anyTies({ purposes }, actors, random) {
  const pairs = random.shuffled(pairsOf(actors));
  const reached = new Set([actors[0]]);
  const joining = pairs.filter(([from, to]) => {
    const joins = reached.has(from) !== reached.has(to);
    if (joins) reached.add(from).add(to);
    return joins;
  });
  const more = pairs.filter((pair) => !joining.includes(pair)).slice(0, random.below(random.pick([2, 5, 40])));
  const drawn = random.chance(0.8) ? [...joining, ...more] : pairs.slice(0, random.between(0, actors.length));
  const some = random.chance(0.3) ? random.shuffled(purposes).slice(0, random.between(1, 3)) : purposes;
  return drawn.map((pair) => {
    const [from, to] = random.chance() ? pair : [...pair].reverse();
    return { from, to, both: random.chance(0.4), purpose: random.chance(0.02) ? null : /** @type {string} */ (random.pick(some)) };
  });
}

/** @param {Exercise} exercise @param {string[]} actors @param {Random} random @returns {Dossier["cards"][number]} */
function anyCard(exercise, actors, random) {
  const { setting } = exercise;
  const start = random.between(1, setting.quarters);
  const lead = actors.length > 0 && random.chance(0.95) ? random.pick(actors) : null;
  const others = random.shuffled(actors.filter((id) => id !== lead));
  const activities = setting.activities ?? [];
  const isActivity = activities.length > 0 && random.chance(0.25);
  return {
    area: setting.areas.length > 0 && random.chance(0.7) ? random.pick(setting.areas).id : anyText(exercise, 2, random),
    lead,
    partners: others.slice(0, random.between(0, random.pick([1, 2, others.length]))),
    start,
    end: random.chance(0.1) ? random.between(1, setting.quarters) : random.between(start, setting.quarters),
    indicator: isActivity ? random.pick(activities) : anyText(exercise, random.between(1, 8), random),
  };
}

/** @param {Exercise} exercise @param {Random} random @returns {import("./answer.js").Citation} */
function anyRow(exercise, random) {
  const tables = rowsOf(exercise);
  if (tables.length === 0 || random.chance(0.1)) return { dataset: "none", row: "none" };
  const { dataset, rows } = random.pick(tables);
  return { dataset, row: random.pick(rows) };
}

/** @param {Exercise} exercise @returns {{dataset: string, rows: string[]}[]} */
const rowsOf = ({ materials }) =>
  Object.entries(materials?.citable ?? {}).map(([dataset, { rows }]) => ({ dataset, rows: Object.keys(rows) }));

/** @param {string[]} ids @returns {[string, string][]} */
const pairsOf = (ids) => ids.flatMap((from, index) => ids.slice(index + 1).map((to) => /** @type {[string, string]} */ ([from, to])));

/** @param {string[]} list @param {string} id */
const toggled = (list, id) => (list.includes(id) ? list.filter((other) => other !== id) : [...list, id]);
