import { facts as kindFacts } from "virtual:facts";
import { AnswerError, CriterionError } from "./errors.js";

/**
 * The grader: one exercise and one answer give one grade. No DOM, no clock, no locale, so that the page,
 * Jupyter and Python get the same grade from the same code.
 */

/** @typedef {import("../types").Exercise} Exercise */
/** @typedef {import("../types").ExerciseCriterion} ExerciseCriterion */
/** @typedef {import("../types").Grade} Grade */
/** @typedef {import("../types").Refusal} Refusal */
/** @typedef {{grade: (answer: unknown) => Grade | Refusal}} Grader */

/**
 * The language of criteria, started when the first rubric needs it and not while the page is drawn: it takes a third
 * of the time that the script needs to start. The bundler runs a required module at the first call.
 * @type {() => typeof import("./criteria.js")}
 */
const criteriaLanguage = () => require("./criteria.js");

/** Share of the points that passes, in tenths: whole numbers, so that no rounding decides. */
const PASSING_TENTHS = 7;

/**
 * How many points pass, gates apart.
 * @param {number} maxPoints
 */
export const pointsToPass = (maxPoints) => Math.ceil((maxPoints * PASSING_TENTHS) / 10);

/**
 * Makes an exercise ready to grade.
 * @param {Exercise} exercise
 * @returns {Grader}
 * @throws {CriterionError} when a criterion of the exercise is faulty; `checkCriteria` lists all faults
 */
export function prepare(exercise) {
  const kind = kindOf(exercise);
  const { compile, language } = criteriaLanguage();
  const environment = language(kind.declarations);
  const criteria = criteriaOf(exercise).map((criterion) => ({
    criterion,
    holds: compile(environment, criterion.when),
  }));
  return {
    grade(answer) {
      try {
        return gradeFacts(exercise, criteria, kind.facts(kind.read(answer, exercise), exercise));
      } catch (error) {
        if (error instanceof AnswerError) return { error: { id: error.id, message: error.message, details: error.details } };
        throw error;
      }
    },
  };
}

/**
 * The answer of someone who has not started.
 * @param {Exercise} exercise
 * @returns {Record<string, any>}
 */
export function emptyAnswer(exercise) {
  return kindOf(exercise).empty(exercise);
}

/**
 * @param {Exercise} exercise
 * @param {unknown} answer
 * @returns {boolean} whether the answer has the shape that the exercise asks for
 */
export function canRead(exercise, answer) {
  return factsOf(exercise, answer).length > 0;
}

/**
 * The criteria of an exercise: those of its file, or those that its kind derives from the setting.
 * @param {Exercise} exercise
 * @returns {ExerciseCriterion[]}
 */
export function criteriaOf(exercise) {
  return kindOf(exercise).criteria?.(exercise) ?? exercise.criteria;
}

/**
 * Makes ready to look for misconceptions.
 * @param {Exercise} exercise
 * @param {import("../types").Misconception[]} misconceptions
 * @returns {(answer: unknown) => string[]} which show in an answer: their ids, in the order given; throws an AnswerError
 *   when it cannot be read
 * @throws {CriterionError} when a sign is faulty
 */
export function recogniser(exercise, misconceptions) {
  const kind = kindOf(exercise);
  const { compile, language } = criteriaLanguage();
  const environment = language(kind.declarations);
  const signs = misconceptions.map(({ id, sign }) => ({ id, shows: compile(environment, sign) }));
  return (answer) => {
    const facts = kind.facts(kind.read(answer, exercise), exercise);
    return signs.filter(({ shows }) => shows(facts)).map(({ id }) => id);
  };
}

/**
 * Lists the criteria of an exercise that do not work: those that do not compile, and those that break on the empty
 * answer or on one of these. An answer that cannot be read is left to `grade`, which says why.
 * @param {Exercise} exercise
 * @param {unknown[]} answers
 * @returns {{criterion: string, expression: string, reason: string, place: string}[]}
 */
export function checkCriteria(exercise, answers) {
  const { compile, language } = criteriaLanguage();
  const environment = language(kindOf(exercise).declarations);
  const examples = [emptyAnswer(exercise), ...answers].flatMap((answer) => factsOf(exercise, answer));
  return criteriaOf(exercise).flatMap(({ id, when }) => {
    try {
      const holds = compile(environment, when);
      examples.forEach((facts) => holds(facts));
      return [];
    } catch (error) {
      if (!(error instanceof CriterionError)) throw error;
      return [{ criterion: id, expression: when, reason: error.message, place: error.place }];
    }
  });
}

/**
 * @param {Exercise} exercise
 * @param {unknown} answer
 * @returns {Record<string, unknown>[]} the facts of the answer, or nothing when it cannot be read
 */
function factsOf(exercise, answer) {
  const kind = kindOf(exercise);
  try {
    return [kind.facts(kind.read(answer, exercise), exercise)];
  } catch (error) {
    if (error instanceof AnswerError) return [];
    throw error;
  }
}

/**
 * @param {Exercise} exercise
 * @returns {import("../types").KindFacts}
 */
function kindOf(exercise) {
  if (!Object.hasOwn(kindFacts, exercise.kind)) {
    throw new Error(`${exercise.id}: there is no kind "${exercise.kind}".`);
  }
  return kindFacts[exercise.kind];
}

/**
 * @param {Exercise} exercise
 * @param {{criterion: ExerciseCriterion, holds: import("./criteria.js").Criterion}[]} criteria
 * @param {Record<string, unknown>} facts
 * @returns {Grade}
 * @throws {AnswerError} when a criterion breaks on these facts: never graded as "not met"
 */
function gradeFacts(exercise, criteria, facts) {
  const graded = criteria.map(({ criterion, holds }) => {
    let met;
    try {
      met = holds(facts);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new AnswerError("criterion-failed", { criterion: criterion.id, reason });
    }
    return {
      id: criterion.id,
      met,
      points: met ? criterion.points : 0,
      message: met ? criterion.met : criterion.unmet,
      source: criterion.source,
    };
  });
  const points = graded.reduce((sum, { points }) => sum + points, 0);
  const maxPoints = criteria.reduce((sum, { criterion }) => sum + criterion.points, 0);
  const gatesMet = criteria.every(({ criterion }, index) => !criterion.gate || graded[index].met);
  return {
    exercise: exercise.id,
    version: exercise.version,
    criteria: graded,
    points,
    max_points: maxPoints,
    passed: gatesMet && points >= pointsToPass(maxPoints),
  };
}

export { AnswerError };
