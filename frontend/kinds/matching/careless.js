/**
 * Matchings that need no reading: every category in turn, every pair, one category everywhere, the answers turned round.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("../../core/random.js").Random} Random */
/** @typedef {import("./facts.js").Column} Column */
/** @typedef {import("./facts.js").Setting} Setting */
/** @typedef {(item: number) => string | null} Filling what a column holds at an item, by its place in the list */

/** How many of ten guesses leave nothing open. */
const FINISHED = 0.9;
/** How many of a hundred changes open a cell again. */
const OPENED = 0.05;

/** @param {Exercise} exercise */
const settingOf = ({ setting }) => /** @type {Setting} */ (setting);

/** @param {Column} column @returns {string[]} */
const singles = ({ categories }) => categories.map(({ id }) => id);

/** @param {Column} column @returns {string[]} */
function pairsOf(column) {
  const ids = singles(column);
  return column.pairs ? ids.flatMap((one, index) => ids.slice(index + 1).map((other) => `${one}-${other}`)) : [];
}

/** @param {Column} column @returns {string[]} all that a cell may hold */
const valuesOf = (column) => [...singles(column), ...pairsOf(column)];

/** @type {(value: string) => Filling} */
const everywhere = (value) => () => value;

/** The categories one after another, from each of them on. @param {Column} column @returns {Filling[]} */
function inTurn(column) {
  const ids = singles(column);
  return ids.map((_, start) => (item) => ids[(start + item) % ids.length]);
}

/**
 * Each combination of one entry from each list.
 * @template T
 * @param {T[][]} lists
 * @returns {T[][]}
 */
function combinations(lists) {
  return lists.reduce((/** @type {T[][]} */ found, list) => found.flatMap((before) => list.map((entry) => [...before, entry])), [[]]);
}

/**
 * The answers in which columns are filled so, with every combination of the choices.
 * @param {Setting} setting
 * @param {Filling[][]} fillings of each column
 */
function answersWith(setting, fillings) {
  const chosen = combinations(setting.choices.map(({ options }) => options.map(({ id }) => id)));
  return combinations(fillings).flatMap((columns) =>
    chosen.map((options) => answerOf(setting, columns, (choice) => options[choice])));
}

/**
 * @param {Setting} setting
 * @param {Filling[]} fillings one for each column
 * @param {(choice: number) => string | null} choose
 */
function answerOf({ field, items, columns, choices }, fillings, choose) {
  const cells = (/** @type {number} */ item) =>
    columns.length === 1
      ? fillings[0](item)
      : Object.fromEntries(columns.map(({ id }, column) => [id, fillings[column](item)]));
  return {
    [field]: Object.fromEntries(items.map(({ id }, item) => [id, cells(item)])),
    ...Object.fromEntries(choices.map(({ id }, choice) => [id, choose(choice)])),
  };
}

/**
 * Two boxes ticked everywhere where two may be; where one category may be given, each is used in turn.
 * @param {Exercise} exercise
 */
export function everything(exercise) {
  const setting = settingOf(exercise);
  const anyPairs = setting.columns.some(({ pairs }) => pairs);
  return answersWith(setting, setting.columns.map((column) => {
    if (column.pairs) return pairsOf(column).map(everywhere);
    return [...inTurn(column), ...(anyPairs ? singles(column).map(everywhere) : [])];
  }));
}

/** @param {Exercise} exercise */
export function oneValue(exercise) {
  const setting = settingOf(exercise);
  return answersWith(setting, setting.columns.map((column) => valuesOf(column).map(everywhere)));
}

/**
 * What each item was given goes to the item at the other end of the list; the two categories of a column change places;
 * so do two choices from the same options.
 * @param {Exercise} exercise
 * @param {any} good
 */
export function reversed(exercise, good) {
  const setting = settingOf(exercise);
  const { items, columns, choices } = setting;
  const filled = columns.map((column) => (/** @type {number} */ item) => cellOf(setting, good, item, column));
  const choose = (/** @type {number} */ choice) => good[choices[choice].id];
  const upsideDown = filled.map((filling) => (/** @type {number} */ item) => filling(items.length - 1 - item));
  const flipped = columns.map((column, index) => {
    const [one, other] = singles(column);
    return column.categories.length === 2 && !column.pairs
      ? (/** @type {number} */ item) => (filled[index](item) === one ? other : one)
      : filled[index];
  });
  const swapped = choices.map(({ options }, choice) => {
    const same = choices.findIndex((other, place) => place !== choice && JSON.stringify(other.options) === JSON.stringify(options));
    return same < 0 ? choice : same;
  });
  return [
    answerOf(setting, upsideDown, choose),
    ...(flipped.some((filling, index) => filling !== filled[index]) ? [answerOf(setting, flipped, choose)] : []),
    ...(swapped.some((other, choice) => other !== choice) ? [answerOf(setting, filled, (choice) => choose(swapped[choice]))] : []),
  ];
}

/**
 * @param {Setting} setting
 * @param {any} answer
 * @param {number} item
 * @param {Column} column
 * @returns {string | null}
 */
function cellOf({ field, items, columns }, answer, item, { id }) {
  const entry = answer[field][items[item].id] ?? null;
  return columns.length === 1 ? entry : (entry?.[id] ?? null);
}

/**
 * A guess for each cell; in some answers one category is a favourite, and in some a part stays open.
 * @param {Exercise} exercise
 * @param {Random} random
 */
export function random(exercise, random) {
  const setting = settingOf(exercise);
  const filled = random.chance(FINISHED) ? 1 : random.share();
  const fillings = setting.columns.map((column) => {
    const favourite = guessed(column, random);
    const liking = random.chance(0.3) ? random.share() : 0;
    return () => (!random.chance(filled) ? null : random.chance(liking) ? favourite : guessed(column, random));
  });
  return answerOf(setting, fillings, (choice) => (random.chance(filled) ? random.pick(setting.choices[choice].options).id : null));
}

/** @param {Column} column @param {Random} random */
const guessed = (column, random) => random.pick(column.pairs && random.chance() ? pairsOf(column) : singles(column));

/**
 * One cell or one choice changed.
 * @param {Exercise} exercise
 * @param {any} answer
 * @param {Random} random
 */
export function step(exercise, answer, random) {
  const setting = settingOf(exercise);
  const { field, items, columns, choices } = setting;
  const place = random.below(items.length * columns.length + choices.length);
  if (place >= items.length * columns.length) {
    const { id, options } = choices[place - items.length * columns.length];
    return { ...answer, [id]: random.pick(options).id };
  }
  const item = Math.floor(place / columns.length);
  const column = columns[place % columns.length];
  const cell = random.chance(OPENED) ? null : guessed(column, random);
  const row = Object.fromEntries(columns.map((other) => [other.id, other === column ? cell : cellOf(setting, answer, item, other)]));
  return { ...answer, [field]: { ...answer[field], [items[item].id]: columns.length === 1 ? cell : row } };
}
