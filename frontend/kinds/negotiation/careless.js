import { allPackages } from "./facts.js";

/**
 * Talks that take no thought: everything conceded to one side, every trade on record, one letter or one word everywhere,
 * trades told the wrong way round, and guesses.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("../../core/random.js").Random} Random */
/** @typedef {import("./facts.js").Setting} Setting */
/** @typedef {import("./facts.js").Party} Party */
/** @typedef {import("./facts.js").TradeRow} TradeRow */
/** @typedef {import("./facts.js").Talks} Talks */

/** A list of an answer has no more entries than this. */
const LONGEST = 500;

/** What people write who were asked at home, some of it with care and some to fill the box. */
const ASKED = ["parliament", "members", "the ministry", "small firms", "le comité", "العمال", "工会", "everybody", "x", "-", "..."];

/**
 * All that can be recorded is recorded, for the package that each side would write alone, and for the fairest there is.
 * @param {Exercise} exercise
 * @returns {Talks[]}
 */
export function everything(exercise) {
  const setting = /** @type {Setting} */ (exercise.setting);
  const { issues, delegations } = setting;
  const trade = delegations.flatMap(({ id: by }) => issues.flatMap(({ id: gave }) =>
    issues.filter(({ id }) => id !== gave).map(({ id: got }) => ({ by, gave, got }))));
  const packages = [...delegations.map((party) => wishOf(setting, party)), fairest(setting)];
  return packages.map((choice) => ({
    package: choice,
    concessions: firstMoves(setting, choice),
    trade: trade.slice(0, LONGEST),
    consulted: Object.fromEntries(delegations.map(({ id }) => [id, ASKED.slice(0, 8)])),
  }));
}

/**
 * One letter for every issue; and the fairest package with all moves on one issue, or one word for all who were asked.
 * @param {Exercise} exercise
 * @returns {Talks[]}
 */
export function oneValue(exercise) {
  const setting = /** @type {Setting} */ (exercise.setting);
  const { issues, delegations } = setting;
  const letters = [...new Set(issues.flatMap(({ options }) => options.map(({ id }) => id)))];
  const packages = letters.map((letter) => Object.fromEntries(issues.map(({ id, options }) =>
    [id, options.some((option) => option.id === letter) ? letter : options[0].id])));
  const best = fairest(setting);
  const told = (/** @type {Record<string, string>} */ choice) => ({
    package: choice, concessions: firstMoves(setting, choice), trade: fittingTrades(setting, choice), consulted: eachAsked(setting),
  });
  const same = (/** @type {string} */ issue) => Object.fromEntries(delegations.map(({ id }) => [id, issue]));
  const word = Object.fromEntries(delegations.map(({ id }) => [id, [ASKED[0]]]));
  return [
    ...packages.map(told),
    ...issues.map(({ id }) => ({ ...told(best), concessions: same(id) })),
    { ...told(best), consulted: word },
  ];
}

/**
 * The options in reverse; and what was given told as what was got.
 * @param {Exercise} exercise
 * @param {Talks} good
 * @returns {Talks[]}
 */
export function reversed({ setting }, good) {
  const { issues } = /** @type {Setting} */ (setting);
  const trade = good.trade.map(({ by, gave, got }) => ({ by, gave: got, got: gave }));
  const turned = Object.fromEntries(issues.map(({ id, options }) => {
    const place = options.findIndex((option) => option.id === good.package[id]);
    return [id, place < 0 ? null : options[options.length - 1 - place].id];
  }));
  return [{ ...good, package: turned }, { ...good, package: turned, trade }, { ...good, trade }];
}

/**
 * Mostly a whole package and a whole record, of any length.
 * @param {Exercise} exercise
 * @param {Random} random
 * @returns {Talks}
 */
export function random(exercise, random) {
  const setting = /** @type {Setting} */ (exercise.setting);
  const { issues, delegations, most_trades: most = issues.length } = setting;
  const word = random.chance(0.2) ? random.pick(ASKED) : null;
  const isWhole = random.chance(0.9);
  const open = () => !isWhole && random.chance(0.2);
  const trades = random.between(isWhole ? 1 : 0, random.chance(0.9) ? most : 2 * most);
  return {
    package: Object.fromEntries(issues.map(({ id, options }) => [id, open() ? null : random.pick(options).id])),
    concessions: Object.fromEntries(delegations.map(({ id }) => [id, open() ? null : random.pick(issues).id])),
    trade: Array.from({ length: trades }, () => anyTrade(setting, random)),
    consulted: Object.fromEntries(delegations.map(({ id }) =>
      [id, open() ? [] : Array.from({ length: random.between(1, 2) }, () => word ?? random.pick(ASKED))])),
  };
}

/**
 * @param {Exercise} exercise
 * @param {Talks} answer
 * @param {Random} random
 * @returns {Talks}
 */
export function step(exercise, answer, random) {
  const setting = /** @type {Setting} */ (exercise.setting);
  const { issues, delegations } = setting;
  const issue = random.pick(issues);
  const party = random.pick(delegations).id;
  const turn = random.share();
  if (turn < 0.4) return { ...answer, package: { ...answer.package, [issue.id]: random.pick(issue.options).id } };
  if (turn < 0.6) {
    const moved = random.chance(0.9) ? issue.id : null;
    return { ...answer, concessions: { ...answer.concessions, [party]: moved } };
  }
  if (turn < 0.75) {
    const asked = random.chance(0.85) ? [random.pick(ASKED)] : [];
    return { ...answer, consulted: { ...answer.consulted, [party]: asked } };
  }
  const index = random.below(answer.trade.length);
  if (answer.trade.length === 0 || (turn < 0.85 && answer.trade.length < LONGEST)) {
    return { ...answer, trade: [...answer.trade, anyTrade(setting, random)] };
  }
  if (turn < 0.93) return { ...answer, trade: answer.trade.filter((_, other) => other !== index) };
  return { ...answer, trade: answer.trade.map((row, other) => (other === index ? anyTrade(setting, random) : row)) };
}

/** @param {Setting} setting @param {Random} random @returns {TradeRow} mostly of one issue for another */
function anyTrade({ issues, delegations }, random) {
  const [gave, got] = random.chance(0.95) ? random.shuffled(issues) : [random.pick(issues), random.pick(issues)];
  return { by: random.pick(delegations).id, gave: gave.id, got: got.id };
}

/** What a side would write alone. @param {Setting} setting @param {Party} party @returns {Record<string, string>} */
function wishOf({ issues }, { points }) {
  return Object.fromEntries(issues.map(({ id, options }) =>
    [id, options.reduce((best, option) => (points[id][option.id] > points[id][best.id] ? option : best)).id]));
}

/** The package that breaks no floor and is best for the side that does worst. @param {Setting} setting @returns {Record<string, string>} */
function fairest(setting) {
  const margin = (/** @type {import("./facts.js").Scored} */ { scores }) =>
    Math.min(...scores.map((score, place) => score - setting.delegations[place].walk_away));
  const fair = allPackages(setting).filter(({ choice }) => !setting.floors.some(({ issue, option }) => choice[issue] === option));
  return (fair.length > 0 ? fair : allPackages(setting)).reduce((best, one) => (margin(one) > margin(best) ? one : best)).choice;
}

/** @param {Party} party @param {Record<string, string>} choice @param {string} issue @returns {boolean} not as this side likes best */
const gives = ({ points }, choice, issue) => points[issue][choice[issue]] < Math.max(...Object.values(points[issue]));

/** Each side's first issue on which it did not get its best. @param {Setting} setting @param {Record<string, string>} choice */
function firstMoves({ issues, delegations }, choice) {
  return Object.fromEntries(delegations.map((party) =>
    [party.id, (issues.find(({ id }) => gives(party, choice, id)) ?? issues[0]).id]));
}

/**
 * For each side what it gave, for what it got; where there is such a trade.
 * @param {Setting} setting
 * @param {Record<string, string>} choice
 */
function fittingTrades({ issues, delegations }, choice) {
  return delegations.flatMap((party) => {
    const gave = issues.find(({ id }) => gives(party, choice, id));
    const got = issues.find(({ id }) => !gives(party, choice, id));
    return gave && got ? [{ by: party.id, gave: gave.id, got: got.id }] : [];
  });
}

/** @param {Setting} setting @returns {Record<string, string[]>} */
const eachAsked = ({ delegations }) => Object.fromEntries(delegations.map(({ id }, index) => [id, [ASKED[index % ASKED.length]]]));
