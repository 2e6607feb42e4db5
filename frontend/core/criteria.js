import { Environment } from "@marcbachmann/cel-js";
import { CriterionError } from "./errors.js";

/**
 * Criteria are expressions in CEL, the Common Expression Language, over the facts that a kind declares.
 * Every variable and field has a type, so that a wrong name fails when the course is checked and not when
 * a trainee presses Check.
 */

/** @typedef {{types: Record<string, {ctor: Function, fields: Record<string, string>}>, variables: Record<string, string>}} Declarations */
/** @typedef {(facts: Record<string, any>) => boolean} Criterion */

/**
 * Builds the language of one kind of exercise.
 * @param {Declarations} declarations
 * @returns {Environment}
 */
export function language(declarations) {
  const environment = new Environment();
  for (const [name, { ctor, fields }] of Object.entries(declarations.types)) {
    environment.registerType(name, /** @type {any} */ ({ ctor, fields }));
  }
  for (const [name, type] of Object.entries(declarations.variables)) {
    environment.registerVariable(name, type);
  }
  return environment;
}

/**
 * Turns an expression into a function from facts to met or not met.
 * @param {Environment} environment
 * @param {string} expression
 * @returns {Criterion}
 * @throws {CriterionError} when it does not parse, names something undeclared or does not give true or false
 */
export function compile(environment, expression) {
  let parsed;
  try {
    parsed = environment.parse(expression);
  } catch (error) {
    throw asCriterionError(error, expression);
  }
  const checked = parsed.check();
  if (!checked.valid) throw asCriterionError(checked.error, expression);
  if (checked.type !== "bool") {
    throw new CriterionError(`the expression gives ${checked.type}, not true or false`, expression);
  }
  return (facts) => {
    let value;
    try {
      value = parsed(facts);
    } catch (error) {
      throw asCriterionError(error, expression);
    }
    if (typeof value !== "boolean") throw new CriterionError(`the expression gives ${typeof value}, not true or false`, expression);
    return value;
  };
}

/**
 * Splits the library's message, "reason, empty line, place with caret", into its two parts.
 * @param {unknown} error
 * @param {string} expression
 */
function asCriterionError(error, expression) {
  const message = error instanceof Error ? error.message : String(error);
  const [reason, ...place] = message.split("\n\n");
  return new CriterionError(reason, place.join("\n\n") || expression);
}
