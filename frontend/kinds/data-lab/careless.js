/**
 * Answers to a data lab that need no table: every box ticked, one number everywhere, guesses; and what turns a good one round.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("../../core/random.js").Random} Random */
/** @typedef {import("./facts.js").Field} Field */
/** @typedef {import("./facts.js").Answer} Answer */
/** @typedef {Answer[string]} Value */

/** How many of ten guesses leave nothing open. */
const FINISHED = 0.9;
/** Where a guess at a small number ends. */
const SMALL = 20;
/** What the numbers of a table are multiplied with at a guess: pairs, a dozen, months. */
const FACTORS = [1, 1, 1, 2, 3, 7, 10, 12];
/** Numbers that come to mind first. */
const FIRST_NUMBERS = [0, 1, 2, 7, 10, 50, 100];

/** @param {Exercise} exercise @returns {Field[]} */
const fieldsOf = ({ setting }) => setting.fields;

/** @param {Field} field */
const isNumber = ({ ask }) => ask === "whole" || ask === "number";

/** @param {Exercise} exercise @returns {number} */
const rowsOf = ({ setting }) => setting.data.rows.length;

/** The numbers that stand in the table, each once. @param {Exercise} exercise @returns {number[]} */
function numbersOf({ setting }) {
  const cells = setting.data.rows.flat().map((/** @type {unknown} */ cell) => (typeof cell === "number" ? cell : yearOf(cell)));
  return [...new Set(cells.filter((/** @type {number | null} */ cell) => cell !== null))];
}

/** The year at the head of a date or a quarter. @param {unknown} cell @returns {number | null} */
function yearOf(cell) {
  const year = typeof cell === "string" ? Number(cell.slice(0, 4)) : NaN;
  return Number.isInteger(year) && year > 1000 ? year : null;
}

/** @param {Field[]} fields @param {(field: Field) => Value} choose @returns {Answer} */
const answerOf = (fields, choose) => Object.fromEntries(fields.map((field) => [field.id, choose(field)]));

/** @param {Field[]} fields @returns {number[]} the places that options can have */
function placesOf(fields) {
  const most = Math.max(1, ...fields.map(({ options = [] }) => options.length));
  return Array.from({ length: most }, (_, place) => place);
}

/** @param {Field} field @param {number} place @returns {string} */
const optionAt = ({ options = [] }, place) => options[Math.min(place, options.length - 1)].id;

/**
 * Every box ticked, and all rows counted for every number; where one option may be chosen, the same place in each question.
 * @param {Exercise} exercise
 */
export function everything(exercise) {
  const fields = fieldsOf(exercise);
  return placesOf(fields).map((place) =>
    answerOf(fields, (field) => {
      if (isNumber(field)) return rowsOf(exercise);
      return field.ask === "several" ? (field.options ?? []).map(({ id }) => id) : optionAt(field, place);
    }));
}

/**
 * The same number and the same place in each question.
 * @param {Exercise} exercise
 */
export function oneValue(exercise) {
  const fields = fieldsOf(exercise);
  const numbers = [...new Set([...FIRST_NUMBERS, rowsOf(exercise), ...numbersOf(exercise)])];
  return numbers.flatMap((number) =>
    placesOf(fields).map((place) =>
      answerOf(fields, (field) => {
        if (isNumber(field)) return field.ask === "whole" ? Math.round(number) : number;
        return field.ask === "several" ? [optionAt(field, place)] : optionAt(field, place);
      })));
}

/**
 * A good answer with its numbers given to the questions from the other end; and one in which all boxes are ticked that
 * were not and the option at the other end is chosen.
 * @param {Exercise} exercise
 * @param {Answer} good
 */
export function reversed(exercise, good) {
  const fields = fieldsOf(exercise);
  const counted = fields.filter(isNumber);
  const turned = (/** @type {Field} */ field) => {
    const number = /** @type {number} */ (good[counted[counted.length - 1 - counted.indexOf(field)].id]);
    return field.ask === "whole" ? Math.round(number) : number;
  };
  const mirrored = (/** @type {Field} */ { id, ask, options = [] }) => {
    const chosen = [good[id] ?? []].flat();
    if (ask === "several") return options.map((option) => option.id).filter((option) => !chosen.includes(option));
    const place = options.findIndex((option) => chosen.includes(option.id));
    return place < 0 ? null : options[options.length - 1 - place].id;
  };
  return [
    ...(counted.length > 1 ? [answerOf(fields, (field) => (isNumber(field) ? turned(field) : good[field.id]))] : []),
    answerOf(fields, (field) => (isNumber(field) ? good[field.id] : mirrored(field))),
  ];
}

/**
 * A number such as a person tries who looks at the table and thinks no further: one of its cells or years, the step from one
 * to another, either a few times over, a share of the rows, or a small number.
 * @param {Exercise} exercise
 * @param {Random} random
 * @returns {number} with at most two decimals
 */
function guessedNumber(exercise, random) {
  const cells = numbersOf(exercise);
  const rows = rowsOf(exercise);
  const cell = () => random.pick(cells.length > 0 ? cells : [rows]);
  const ways = [
    () => random.below(SMALL + 1),
    () => random.between(1, rows),
    () => (100 * random.between(1, rows)) / rows,
    () => random.below(10 * SMALL) / 10,
    () => cell() * random.pick(FACTORS),
    () => Math.abs(cell() - cell()) * random.pick(FACTORS),
  ];
  return Math.round(100 * random.pick(ways)()) / 100;
}

/**
 * @param {Exercise} exercise
 * @param {Field} field
 * @param {Random} random
 * @returns {Value}
 */
function guessed(exercise, field, random) {
  const { ask, options = [] } = field;
  if (ask === "one") return random.pick(options).id;
  if (ask === "several") return random.subset(options).map(({ id }) => id);
  return ask === "whole" ? Math.round(guessedNumber(exercise, random)) : guessedNumber(exercise, random);
}

/**
 * @param {Exercise} exercise
 * @param {Random} random
 */
export function random(exercise, random) {
  const filled = random.chance(FINISHED) ? 1 : random.share();
  return answerOf(fieldsOf(exercise), (field) => {
    if (!random.chance(filled)) return field.ask === "several" ? [] : null;
    return guessed(exercise, field, random);
  });
}

/**
 * Another option, one box ticked or unticked, another number or one a little higher or lower.
 * @param {Exercise} exercise
 * @param {Answer} answer
 * @param {Random} random
 */
export function step(exercise, answer, random) {
  const field = random.pick(fieldsOf(exercise));
  return { ...answer, [field.id]: changed(exercise, field, answer[field.id], random) };
}

/**
 * @param {Exercise} exercise
 * @param {Field} field
 * @param {Value} value
 * @param {Random} random
 * @returns {Value}
 */
function changed(exercise, field, value, random) {
  if (field.ask === "several") {
    const option = random.pick(field.options ?? []).id;
    const ticked = /** @type {string[]} */ (value);
    return ticked.includes(option) ? ticked.filter((id) => id !== option) : [...ticked, option];
  }
  if (typeof value !== "number" || random.chance()) return guessed(exercise, field, random);
  const sizes = field.ask === "whole" ? [1] : [1, 0.1];
  return Math.round(100 * (value + random.pick([1, -1]) * random.pick(sizes))) / 100;
}
