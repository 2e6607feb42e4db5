import { idsOf } from "../../core/ids.js";
import { empty } from "./facts.js";

/**
 * Roadmaps that take no thought.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("../../core/random.js").Random} Random */
/** @typedef {import("./facts.js").Roadmap} Roadmap */
/** @typedef {import("./facts.js").Step} Step */

/**
 * Each step over the whole board, led by each lead in turn or by one after another; every ministry, every partner, and
 * money.
 * @param {Exercise} exercise
 */
export function everything({ setting }) {
  const leads = idsOf(setting.leads);
  const carried = { focal_ministries: idsOf(setting.ministries), budget_line: true, partners: idsOf(setting.partners) };
  const over = (/** @type {(at: number) => string} */ leadOf) => ({
    steps: stepsOf(setting, (at) => ({ start: 1, end: setting.quarters, lead: leadOf(at) })), ...carried,
  });
  return [over((at) => leads[at % leads.length]), ...leads.map((lead) => over(() => lead))];
}

/**
 * All steps in one quarter, each quarter in turn: by one lead with one ministry and one partner, and by many with all.
 * @param {Exercise} exercise
 */
export function oneValue({ setting }) {
  const idAt = (/** @type {string} */ list, /** @type {number} */ at) => setting[list][at % setting[list].length].id;
  return Array.from({ length: setting.quarters }, (_, at) => at).flatMap((at) => [
    {
      steps: stepsOf(setting, () => ({ start: at + 1, end: at + 1, lead: idAt("leads", at) })),
      focal_ministries: [idAt("ministries", at)], budget_line: at % 2 === 0, partners: [idAt("partners", at)],
    },
    {
      steps: stepsOf(setting, (step) => ({ start: at + 1, end: at + 1, lead: idAt("leads", step) })),
      focal_ministries: idsOf(setting.ministries), budget_line: true, partners: idsOf(setting.partners),
    },
  ]);
}

/**
 * The board turned round, so that the last step comes first; and each step in the place of the one as far from the
 * other end of the list.
 * @param {Exercise} exercise
 * @param {Roadmap} good
 */
export function reversed({ setting }, good) {
  const { quarters } = setting;
  const ids = idsOf(setting.steps);
  const of = (/** @type {string} */ id) => good.steps[id] ?? { start: null, end: null, lead: null };
  const turn = (/** @type {number | null} */ quarter) => (quarter === null ? null : quarters + 1 - quarter);
  const spans = (/** @type {(id: string, at: number) => {start: number | null, end: number | null}} */ spanOf) => ({
    ...good, steps: Object.fromEntries(ids.map((id, at) => [id, { ...spanOf(id, at), lead: of(id).lead }])),
  });
  return [
    spans((id) => ({ start: turn(of(id).end), end: turn(of(id).start) })),
    spans((_, at) => {
      const { start, end } = of(ids[ids.length - 1 - at]);
      return { start, end };
    }),
  ];
}

/**
 * Bars anywhere, bars that climb like stairs in the order of the list, and bars around the dates that the board shows;
 * one, few or many leads.
 * @param {Exercise} exercise
 * @param {Random} random
 * @returns {Roadmap}
 */
export function random({ setting }, random) {
  const { quarters, adoption } = setting;
  const leads = random.shuffled(idsOf(setting.leads)).slice(0, random.between(1, setting.leads.length));
  const longest = random.pick([1, 2, 4, quarters]);
  const count = setting.steps.length;
  const anywhere = Array.from({ length: count }, () => random.between(1, quarters));
  const climbing = [...anywhere].sort((one, other) => one - other);
  const even = Array.from({ length: count }, (_, at) => 1 + Math.floor((at * quarters) / count));
  const near = anywhere.map(() => Math.min(quarters, Math.max(1, adoption + random.between(-3, 3))));
  const starts = random.pick([anywhere, climbing, climbing, even, near]);
  const isComplete = random.chance(0.9);
  const steps = stepsOf(setting, (at) => {
    const end = Math.min(quarters, starts[at] + random.between(0, longest - 1));
    return { start: starts[at], end, lead: random.pick(leads) };
  });
  const kept = isComplete ? Object.keys(steps) : random.subset(Object.keys(steps));
  return {
    steps: Object.fromEntries(kept.map((id) => [id, steps[id]])),
    focal_ministries: random.subset(idsOf(setting.ministries)),
    budget_line: random.pick([true, true, false]),
    partners: random.subset(idsOf(setting.partners)),
  };
}

/**
 * @param {Exercise} exercise
 * @param {Roadmap} answer
 * @param {Random} random
 * @returns {Roadmap}
 */
export function step({ setting }, answer, random) {
  const { quarters } = setting;
  const given = { ...empty(), ...answer };
  const what = random.pick(["start", "end", "move", "span", "lead", "lead", "ministry", "partner", "budget"]);
  if (what === "budget") return { ...answer, budget_line: random.chance() };
  if (what === "ministry") return { ...answer, focal_ministries: toggled(given.focal_ministries, random.pick(idsOf(setting.ministries))) };
  if (what === "partner") return { ...answer, partners: toggled(given.partners, random.pick(idsOf(setting.partners))) };
  const id = random.pick(idsOf(setting.steps));
  const old = answer.steps[id] ?? { start: null, end: null, lead: null };
  const set = (/** @type {Partial<Step>} */ part) => ({ ...answer, steps: { ...answer.steps, [id]: { ...old, ...part } } });
  if (what === "lead") return set({ lead: random.pick(idsOf(setting.leads)) });
  const [one, other] = [random.between(1, quarters), random.between(1, quarters)];
  if (what === "span" || old.start === null || old.end === null) return set({ start: Math.min(one, other), end: Math.max(one, other) });
  if (what === "start") return set({ start: random.between(1, Math.min(quarters, Math.max(1, old.end))) });
  if (what === "end") return set({ end: random.between(Math.max(1, Math.min(quarters, old.start)), quarters) });
  const by = random.pick([-1, 1]);
  return old.start + by < 1 || old.end + by > quarters ? answer : set({ start: old.start + by, end: old.end + by });
}

/**
 * @param {Record<string, any>} setting
 * @param {(at: number) => Step} make
 * @returns {Record<string, Step>}
 */
function stepsOf({ steps }, make) {
  return Object.fromEntries(steps.map((/** @type {{id: string}} */ { id }, /** @type {number} */ at) => [id, make(at)]));
}

/** @param {string[]} ids @param {string} id */
function toggled(ids, id) {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}
