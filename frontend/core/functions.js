/**
 * The functions that a rubric may call, in place of the whole table of the CEL library: how many, and parts of texts.
 *
 * What is not here cannot be called at all: no regular expressions, which can hang a page; no times, because a grade must
 * not depend on the clock or on the device's time zone; no conversions, because the facts have the types they need.
 * The bundler puts this file where the library imports its own; see frontend/build/build.mjs.
 */

/**
 * @typedef {object} Registry
 * @property {(signature: string, handler: Function, options: object) => void} registerFunctionOverload
 * @property {(name: string, type: Function) => void} registerType
 */

/** @param {Registry} registry */
export function registerFunctions(registry) {
  registry.registerType("google.protobuf.Duration", Duration); // the library has operators for these two
  registry.registerType("google.protobuf.Timestamp", Timestamp);
  /** @type {Record<string, (...values: any[]) => unknown>} */
  const functions = {
    "dyn(dyn): dyn": (value) => value,
    "string.size(): int": (text) => BigInt([...text].length),
    "list.size(): int": (list) => BigInt(list.length),
    "map.size(): int": (map) => BigInt(Object.keys(map).length),
    "size(string): int": (text) => BigInt([...text].length),
    "size(list): int": (list) => BigInt(list.length),
    "size(map): int": (map) => BigInt(Object.keys(map).length),
    "double(int): double": (whole) => Number(whole),
    "string.startsWith(string): bool": (text, start) => text.startsWith(start),
    "string.endsWith(string): bool": (text, end) => text.endsWith(end),
    "string.contains(string): bool": (text, part) => text.includes(part),
  };
  for (const [signature, handler] of Object.entries(functions)) registry.registerFunctionOverload(signature, handler, { async: false });
}

/** The library names these types; no rubric can make a value of them. */
export class UnsignedInt {}
export class Duration {}
class Timestamp {}
export class Optional {}
export const OPTIONAL_NONE = Object.freeze(new Optional());
export const toggleOptionalTypes = () => {};
