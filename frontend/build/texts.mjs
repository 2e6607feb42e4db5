/**
 * The texts of the interface, put where each page finds the few it needs: one catalogue for each language here, in
 * the core, in each kind and in the atlas. Found by folder and file.
 */
import { build } from "esbuild";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const frontend = fileURLToPath(new URL("..", import.meta.url));
const FALLBACK = "en";

export const kinds = readdirSync(join(frontend, "kinds")).sort();
export const languages = readdirSync(join(frontend, "locales")).sort().map((file) => file.replace(".json", ""));

function textsIn(folder, language) {
  const file = join(frontend, folder, "locales", `${language}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

/** Why an answer is refused: the grader says it in Python; a page has it among its texts. */
const refusedTexts = (language) =>
  Object.fromEntries(Object.entries(textsIn("core", language)).map(([id, text]) => [`refused.${id}`, text]));

const textsOfFrame = (language) => ({ ...textsIn(".", language), ...refusedTexts(language) });
const textsOfKinds = (language, some = kinds) => Object.assign({}, ...some.map((kind) => textsIn(join("kinds", kind), language)));

/** The whole catalogue of a language. */
export const catalogue = (language) => ({ ...textsOfFrame(language), ...textsOfKinds(language), ...textsIn("atlas", language) });

/** What a bundle carries itself, by the name of the bundle; the others find their texts in scripts of their own. */
const WHOLE = ["grader.js", "first-view.js", "widget.js"]; // Jupyter and Python load no second script
const CARRIED = {
  "my-work.js": () => textsOfKinds(FALLBACK), // tells of answers of every kind
  "atlas.js": () => textsIn("atlas", FALLBACK),
};

/** The texts that a bundle carries, by language. */
export function carriedTexts(bundle) {
  if (WHOLE.includes(bundle)) return Object.fromEntries(languages.map((language) => [language, catalogue(language)]));
  return bundle in CARRIED ? { [FALLBACK]: CARRIED[bundle]() } : {};
}

export const carriedRefusals = (bundle) => (WHOLE.includes(bundle) ? textsIn("core", FALLBACK) : {});

/**
 * The scripts that pages load, by file name. English comes in parts: what every page with a script has, and the texts
 * of each kind; a reader of another language loads all of that language, beside what the page has.
 */
export async function textScripts() {
  const others = languages.filter((language) => language !== FALLBACK);
  const ofKinds = await Promise.all(
    kinds.map(async (kind) => [`interface-${FALLBACK}-${kind}.js`, textScript(FALLBACK, textsOfKinds(FALLBACK, await kindsWithin(kind)))]),
  );
  return Object.fromEntries([
    [`interface-${FALLBACK}.js`, textScript(FALLBACK, textsOfFrame(FALLBACK))],
    ...ofKinds,
    ...others.map((language) => [`interface-${language}.js`, textScript(language, catalogue(language))]),
  ]);
}

/** A script that adds texts of a language to those that the page has. @param {string} language @param {Record<string, any>} texts */
export const textScript = (language, texts) =>
  `Object.assign((globalThis.courseTexts ??= {})[${JSON.stringify(language)}] ??= {}, ${JSON.stringify(texts)});\n`;

/** A kind, and those whose views it shows within its own. */
async function kindsWithin(kind) {
  const entryPoints = ["view.jsx", "words.js"].map((file) => join(frontend, "kinds", kind, file)).filter((file) => existsSync(file));
  const options = { jsx: "automatic", jsxImportSource: "preact", bundle: true, write: false, outdir: "unwritten", logLevel: "silent" };
  const { metafile } = await build({ ...options, entryPoints, metafile: true, external: ["virtual:*"] });
  const files = Object.keys(metafile.inputs);
  return kinds.filter((each) => files.some((file) => file.includes(`kinds/${each}/`)));
}
