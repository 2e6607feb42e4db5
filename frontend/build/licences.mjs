/**
 * The licences of the software and fonts that the built files contain: each asks that its text goes along with it.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const packages = fileURLToPath(new URL("../../node_modules", import.meta.url));

/** The names of the packages that files come from; those outside node_modules are our own. @param {string[]} files */
export const packagesOf = (files) => files.flatMap((file) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);

/**
 * One text with the licence of each package; those with the same words stand together.
 * @param {string[]} names of packages
 */
export function licenceTexts(names) {
  /** @type {Map<string, string[]>} */
  const givenUnder = new Map();
  for (const name of [...new Set(names)].sort()) {
    const { version } = JSON.parse(readFileSync(join(packages, name, "package.json"), "utf8"));
    const licence = licenceOf(name);
    givenUnder.set(licence, [...(givenUnder.get(licence) ?? []), `${name} ${version}`]);
  }
  const parts = [...givenUnder].map(([licence, given]) => `${given.join("\n")}\n\n${licence}\n`);
  return ["The pages of this course contain the software, data and fonts of others:\n", ...parts].join(`\n${"-".repeat(80)}\n\n`);
}

/** @param {string} name */
function licenceOf(name) {
  const file = readdirSync(join(packages, name)).find((each) => /^(licen[cs]e|copying)/i.test(each));
  if (!file) throw new Error(`${name}: its package holds no licence. Find out under which it is given, or do without it.`);
  return readFileSync(join(packages, name, file), "utf8").trim();
}
