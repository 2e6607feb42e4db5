/**
 * Bundles the frontend into src/coursekit/assets, where the Python package finds it.
 *
 *   page.js    the static book: one classic script, because modules do not load from file://
 *   widget.js  Jupyter: the anywidget module
 *   grader.js  Python: the grader alone, for a bare engine
 *   first-view.js  Python: draws what a page shows before its script runs
 *   vega.js    charts that a reader asked to explore; loaded on demand
 *   reading.js  charts, notes and the list of exercises, for pages of text
 *   my-work.js  the page of everything one did; on its page alone
 *   atlas.js   the atlas of initiatives, with atlas.css and the map that Python draws; on its page alone
 *
 * Kinds and languages are found by their folders and files.
 */
import { build } from "esbuild";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { minify } from "terser";
import { worldMap } from "./atlas/world-map.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const assets = join(here, "..", "src", "coursekit", "assets");
const kinds = readdirSync(join(here, "kinds")).sort();
const languages = readdirSync(join(here, "locales")).sort().map((file) => file.replace(".json", ""));

/** One import for each folder that has the file, and one object of them all. */
function collect(exportName, file) {
  const found = kinds.filter((kind) => existsSync(join(here, "kinds", kind, file)));
  const imports = found.map((kind, index) => `import * as kind${index} from "./kinds/${kind}/${file}";`);
  const entries = found.map((kind, index) => `${JSON.stringify(kind)}: kind${index}`);
  return `${imports.join("\n")}\nexport const ${exportName} = {${entries.join(", ")}};`;
}

/** Why an answer is refused: the grader says it in Python; a page has it among its texts. */
const refusals = JSON.parse(readFileSync(join(here, "core", "refusals.json"), "utf8"));
const refusedTexts = Object.fromEntries(Object.entries(refusals).map(([id, text]) => [`refused.${id}`, text]));

/** One catalogue of a language: the shared texts, those of each kind, and those of the atlas. */
function catalogue(language) {
  const parts = [here, ...kinds.map((kind) => join(here, "kinds", kind)), join(here, "atlas")];
  const files = parts.map((part) => join(part, "locales", `${language}.json`)).filter((file) => existsSync(file));
  const texts = Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(file, "utf8"))));
  return language === "en" ? { ...texts, ...refusedTexts } : texts;
}

/** The texts that a bundle carries itself: Jupyter and Python load no second script, and the atlas has texts of its own. */
function carriedTexts(isCarried) {
  const carried = isCarried === all ? languages : ["en"];
  const entries = carried.map((language) => [language, textsOf(language, isCarried)]);
  return `export const locales = ${JSON.stringify(Object.fromEntries(entries.filter(([, texts]) => Object.keys(texts).length > 0)))};`;
}

function textsOf(language, isWanted) {
  return Object.fromEntries(Object.entries(catalogue(language)).filter(([id]) => isWanted(id)));
}

const all = () => true;
const none = () => false;
const ofAtlas = (id) => id.startsWith("atlas.");

/**
 * Each language as a script of its own: pages load the reader's, and English for what that lacks. The English of the
 * atlas stays with the atlas, since it would weigh on every other page for nothing.
 */
function writeLanguages() {
  for (const language of languages) {
    const texts = textsOf(language, language === "en" ? (id) => !ofAtlas(id) : all);
    const script = `(globalThis.courseTexts ??= {})[${JSON.stringify(language)}] = ${JSON.stringify(texts)};\n`;
    writeFileSync(join(assets, `interface-${language}.js`), script);
  }
}

const virtualModules = {
  "virtual:facts": () => collect("facts", "facts.js"),
  "virtual:kinds": () => collect("views", "view.jsx"),
  "virtual:words": () => collect("words", "words.js"),
  "virtual:locales": carriedTexts,
  "virtual:refusals": (isCarried) => `export const refusals = ${isCarried === all ? JSON.stringify(refusals) : "{}"};`,
};

const foundByFolder = (isCarried) => ({
  name: "found-by-folder",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: "found-by-folder" }));
    onLoad({ filter: /.*/, namespace: "found-by-folder" }, ({ path }) => ({
      contents: virtualModules[path](isCarried),
      resolveDir: here,
    }));
  },
});

/** Rubrics get the few functions of core/functions.js; the library's own table, with dates and regular expressions, stays out. */
const fewFunctions = {
  name: "few-functions",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/(functions|optional)\.js$/ }, ({ importer }) =>
      importer.includes("@marcbachmann/cel-js") ? { path: join(here, "core", "functions.js") } : undefined,
    );
  },
};

const common = {
  bundle: true,
  minify: true,
  target: ["es2022"],
  charset: "utf8",
  legalComments: "none",
  jsx: "automatic",
  jsxImportSource: "preact",
  define: { Buffer: "undefined" }, // what libraries do only in Node falls away
  logLevel: "warning",
};

/** `isCarried` says which texts the bundle carries itself. */
function bundle(entry, outfile, options, isCarried = none) {
  const plugins = [foundByFolder(isCarried), fewFunctions];
  return build({ ...common, plugins, entryPoints: [join(here, entry)], outfile: join(assets, outfile), ...options });
}

/**
 * What every reader loads goes through a second minifier, which finds what the bundler leaves: about four per cent.
 * By `unsafe` it means such as Error without `new`, and text made by adding; no code here tells the difference.
 */
async function tighten(file) {
  const path = join(assets, file);
  const compress = { passes: 3, pure_getters: true, keep_fargs: false, unsafe: true };
  const mangle = { properties: { regex: /^_[a-z]/, keep_quoted: true } }; // the names that the language of criteria keeps to itself
  const { code } = await minify(readFileSync(path, "utf8"), { ecma: 2022, compress, mangle });
  writeFileSync(path, code);
}

function read(...parts) {
  return readFileSync(join(here, ...parts), "utf8");
}

/** The styles of frame and kinds in one file; Jupyter also needs the tokens, which the book's theme brings itself. */
function writeStyles() {
  const parts = [
    ...readdirSync(join(here, "host")).filter((file) => file.endsWith(".css")).sort().map((file) => ["host", file]),
    ...kinds.filter((kind) => existsSync(join(here, "kinds", kind, "styles.css"))).map((kind) => ["kinds", kind, "styles.css"]),
  ];
  const styles = parts.map((part) => read(...part)).join("\n");
  const write = (contents, file) =>
    build({ stdin: { contents, loader: "css" }, minify: true, outfile: join(assets, file), logLevel: "warning" });
  return Promise.all([write(styles, "page.css"), write(`${read("tokens.css")}\n${styles}`, "widget.css")]);
}

/** What Python needs of each kind: the schema of its setting and its paper form. */
function copyKinds() {
  for (const kind of kinds) {
    mkdirSync(join(assets, "kinds", kind), { recursive: true });
    for (const file of ["setting.schema.json", "paper.html"]) {
      cpSync(join(here, "kinds", kind, file), join(assets, "kinds", kind, file));
    }
  }
}

/** The interface's words, for what Python writes into a page. */
function writeLocales() {
  mkdirSync(join(assets, "locales"), { recursive: true });
  for (const language of languages) {
    writeFileSync(join(assets, "locales", `${language}.json`), JSON.stringify(catalogue(language)));
  }
}

function copyFonts() {
  const fonts = join(here, "..", "node_modules");
  cpSync(join(fonts, "@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2"), join(assets, "source-serif-600.woff2"));
  cpSync(join(fonts, "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2"), join(assets, "source-sans.woff2"));
}

rmSync(assets, { recursive: true, force: true });
mkdirSync(assets, { recursive: true });
copyKinds();
writeLocales();
writeLanguages();
copyFonts();
cpSync(join(here, "tokens.css"), join(assets, "tokens.css"));
await Promise.all([
  bundle("python.js", "grader.js", { format: "iife" }, all),
  bundle("first-view.js", "first-view.js", { format: "iife" }, all),
  bundle("page.js", "page.js", { format: "iife" }),
  bundle("widget.js", "widget.js", { format: "esm" }, all),
  bundle("reading.js", "reading.js", { format: "iife" }),
  bundle("my-work.js", "my-work.js", { format: "iife" }),
  bundle("vega.js", "vega.js", { format: "iife" }),
  bundle("atlas.js", "atlas.js", { format: "iife" }, (id) => ofAtlas(id) || id === "list.separator"),
  bundle("atlas/styles.css", "atlas.css"),
  writeStyles(),
]);
await Promise.all(["page.js", "reading.js", "my-work.js", "atlas.js"].map(tighten));
writeFileSync(join(assets, "atlas-map.json"), JSON.stringify(worldMap()));
writeFileSync(join(assets, "README"), "Built by frontend/build.mjs (make setup); not committed.\n");
