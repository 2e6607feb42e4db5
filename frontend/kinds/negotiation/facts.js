import { idsOf } from "../../core/ids.js";
import { isObject, readChoice, readFields, readList, readMap, readRow, readText } from "../../core/read.js";
import { fold } from "../../core/word-count.js";

/**
 * What a rubric may ask of talks between delegations: what the package is worth to each, who moved, what was traded,
 * who was asked at home, and whether another package would have helped someone and hurt nobody.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {{id: string, name: string}} Named */
/** @typedef {Named & {options: Named[]}} Issue */
/**
 * A delegation with its private score sheet.
 * @typedef {Named & {walk_away: number, points: Record<string, Record<string, number>>}} Party
 */
/** @typedef {{issue: string, option: string, name: string}} Floor */
/** @typedef {{issues: Issue[], delegations: Party[], floors: Floor[], most_trades?: number, debrief: string[]}} Setting */
/** @typedef {Record<string, string | null>} Package issue to option */
/** @typedef {{by: string | null, gave: string | null, got: string | null}} TradeRow */
/**
 * @typedef {object} Talks
 * @property {Package} package
 * @property {Record<string, string | null>} concessions
 * @property {TradeRow[]} trade
 * @property {Record<string, string[]>} consulted
 */
/** @typedef {{choice: Record<string, string>, scores: number[]}} Scored a whole package and its worth to each delegation */

/** A name that says somebody has a letter in it, of whatever script; a dash or a question mark names nobody. */
const LETTER = /\p{L}/u;

/**
 * One delegation with the worth of the package. Issues that are still open are worth nothing yet. `moved`: its concession
 * is on record, and on that issue the package gives it less than its best; `got_all`: its best on every issue.
 */
class Delegation {
  /** @param {Party} party @param {Talks} talks */
  constructor(party, talks) {
    this.id = party.id;
    this.score = scoreOf(party, talks.package);
    this.walk_away = party.walk_away;
    this.concession = talks.concessions[party.id] ?? "";
    this.moved = isBelowBest(party, this.concession, talks.package);
    this.got_all = Object.keys(party.points).every((issue) => talks.package[issue] && !isBelowBest(party, issue, talks.package));
    this.consulted = (talks.consulted[party.id] ?? []).filter((text) => LETTER.test(text));
  }
}

/**
 * A trade in which both issues are named. It `fits` when they are two, and the package gives the side less than its best
 * where it gave way, and more than its least where it got something; where no side is named, when it fits one of them.
 */
class Trade {
  /** @param {TradeRow} row @param {Talks} talks @param {Party[]} delegations */
  constructor({ by, gave, got }, talks, delegations) {
    this.by = by ?? "";
    this.gave = gave ?? "";
    this.got = got ?? "";
    this.fits = gave !== got && delegations.some((party) => (by === null || by === party.id)
      && isBelowBest(party, this.gave, talks.package) && isAboveLeast(party, this.got, talks.package));
  }
}

export const declarations = {
  types: {
    Delegation: {
      ctor: Delegation,
      fields: {
        id: "string", score: "double", walk_away: "double", concession: "string", moved: "bool", got_all: "bool",
        consulted: "list<string>",
      },
    },
    Trade: { ctor: Trade, fields: { by: "string", gave: "string", got: "string", fits: "bool" } },
  },
  variables: {
    delegations: "list<Delegation>",
    trades: "list<Trade>", // those in which both gave and got are named
    trades_listed: "int", // with those that are not finished
    most_trades: "int", // how many can be on record; as many as there are issues where the exercise says nothing
    issues_moved_on: "list<string>", // on which somebody moved, each once
    people_asked: "list<string>", // by all delegations together, each name once, whatever its capitals
    settled: "map<string, string>", // issue to option, empty text while open
    wasteful: "bool", // some whole package is at least as good for all and better for one
  },
};

/** @returns {Talks} */
export function empty() {
  return { package: {}, concessions: {}, trade: [], consulted: {} };
}

/**
 * @param {unknown} answer
 * @param {Exercise} exercise
 * @returns {Talks}
 */
export function read(answer, exercise) {
  const setting = /** @type {Setting} */ (exercise.setting);
  const fields = readFields(answer, Object.keys(empty()));
  const issues = idsOf(setting.issues);
  const parties = idsOf(setting.delegations);
  return {
    package: readMap(fields.package, "package", issues, (value, field, id) =>
      readChoice(value, field, idsOf(issueOf(setting, id).options))),
    concessions: readMap(fields.concessions, "concessions", parties, (value, field) => readChoice(value, field, issues)),
    trade: readList(fields.trade, "trade").map((row, index) => {
      const place = `Trade ${index + 1}`;
      const { by, gave, got } = readRow(isObject(row) ? { by: null, ...row } : row, place, ["by", "gave", "got"]);
      return {
        by: readChoice(by, `${place}, by`, parties),
        gave: readChoice(gave, `${place}, gave`, issues),
        got: readChoice(got, `${place}, got`, issues),
      };
    }),
    consulted: readMap(fields.consulted, "consulted", parties, (value, field) =>
      readList(value ?? [], field).map((text) => readText(text, field).trim()).filter(Boolean)),
  };
}

/**
 * @param {Talks} talks
 * @param {Exercise} exercise
 * @returns {Record<string, any>} the variables of `declarations`
 */
export function facts(talks, exercise) {
  const setting = /** @type {Setting} */ (exercise.setting);
  const scores = setting.delegations.map((party) => scoreOf(party, talks.package));
  const delegations = setting.delegations.map((party) => new Delegation(party, talks));
  const moved = delegations.filter((one) => one.moved);
  return {
    delegations,
    trades: talks.trade.filter(({ gave, got }) => gave && got).map((row) => new Trade(row, talks, setting.delegations)),
    trades_listed: BigInt(talks.trade.length),
    most_trades: BigInt(setting.most_trades ?? setting.issues.length),
    issues_moved_on: [...new Set(moved.map(({ concession }) => concession))],
    people_asked: [...new Set(delegations.flatMap(({ consulted }) => consulted.map(fold)))],
    settled: new Map(setting.issues.map(({ id }) => [id, talks.package[id] ?? ""])),
    wasteful: frontier(setting).some((other) => isBetter(other.scores, scores)),
  };
}

/** @param {Setting} setting @param {string} id @returns {Issue} */
export function issueOf({ issues }, id) {
  return /** @type {Issue} */ (issues.find((issue) => issue.id === id));
}

/**
 * What a package is worth on a private score sheet.
 * @param {Party} party
 * @param {Package} choice
 * @returns {number}
 */
export function scoreOf({ points }, choice) {
  return Object.entries(choice).reduce((sum, [issue, option]) => sum + (option === null ? 0 : points[issue][option]), 0);
}

/** @param {Party} party @param {string} issue @param {Package} choice @returns {boolean} settled, and not as this side likes best */
function isBelowBest({ points }, issue, choice) {
  const option = choice[issue];
  return Boolean(option) && points[issue][option ?? ""] < Math.max(...Object.values(points[issue]));
}

/** @param {Party} party @param {string} issue @param {Package} choice @returns {boolean} settled, and not as this side likes least */
function isAboveLeast({ points }, issue, choice) {
  const option = choice[issue];
  return Boolean(option) && points[issue][option ?? ""] > Math.min(...Object.values(points[issue]));
}

/**
 * At least as good for all, and better for one.
 * @param {number[]} one
 * @param {number[]} other
 */
function isBetter(one, other) {
  return one.every((score, place) => score >= other[place]) && one.some((score, place) => score > other[place]);
}

/** @type {WeakMap<object, {all: Scored[], frontier: Scored[]}>} worked out once for an exercise, however many answers are graded */
const known = new WeakMap();

/** @param {Setting} setting */
function landscape(setting) {
  let found = known.get(setting);
  if (!found) {
    const all = wholePackages(setting);
    found = { all, frontier: all.filter(({ scores }) => !all.some((other) => isBetter(other.scores, scores))) };
    known.set(setting, found);
  }
  return found;
}

/** Every package there is. @param {Setting} setting */
export const allPackages = (setting) => landscape(setting).all;

/** The packages that waste nothing: none is better for one and as good for all. @param {Setting} setting */
export const frontier = (setting) => landscape(setting).frontier;

/** @param {Setting} setting @returns {Scored[]} */
function wholePackages({ issues, delegations }) {
  const choices = issues.reduce(
    (packages, { id, options }) => packages.flatMap((choice) => options.map((option) => ({ ...choice, [id]: option.id }))),
    /** @type {Record<string, string>[]} */ ([{}]),
  );
  return choices.map((choice) => ({ choice, scores: delegations.map((party) => scoreOf(party, choice)) }));
}
