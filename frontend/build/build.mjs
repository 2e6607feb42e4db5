/**
 * Bundles the frontend into src/coursekit/assets, where the Python package finds it.
 *
 *   page.js    the static book: a classic script, because modules do not load from file://; what every exercise needs
 *   kind-*.js  the static book: what one kind of exercise needs beside it
 *   head.js, theme.js  the static book: its frame, on every page; head.js runs before the first paint
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
import { worldMap } from "./world-map.mjs";
import { FONT_PACKAGES, writeFonts } from "./fonts.mjs";
import { buildKind, collect, sharedModules, sharedScript } from "./kinds.mjs";
import { licenceTexts, packagesOf } from "./licences.mjs";
import { carriedRefusals, carriedTexts, catalogue, kinds, languages, textScripts } from "./texts.mjs";

const frontend = fileURLToPath(new URL("..", import.meta.url));
const assets = join(frontend, "..", "src", "coursekit", "assets");

/** Modules that the build writes. A page knows only the kinds whose scripts it loads; every other bundle knows them all. */
const KNOWN_BY_LOADING = ["page.js"];
const ofKinds = (exportName, file) => (bundle) =>
  KNOWN_BY_LOADING.includes(bundle) ? `export const ${exportName} = {};` : collect(frontend, kinds, exportName, file);

const virtualModules = {
  "virtual:facts": ofKinds("facts", "facts.js"),
  "virtual:kinds": ofKinds("views", "view.jsx"),
  "virtual:careless": ofKinds("careless", "careless.js"),
  "virtual:words": ofKinds("words", "words.js"),
  "virtual:shared": () => sharedScript(shared),
  "virtual:locales": (bundle) => `export const locales = ${JSON.stringify(carriedTexts(bundle))};`,
  "virtual:refusals": (bundle) => `export const refusals = ${JSON.stringify(carriedRefusals(bundle))};`,
};

const foundByFolder = (bundle) => ({
  name: "found-by-folder",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: "found-by-folder" }));
    onLoad({ filter: /.*/, namespace: "found-by-folder" }, ({ path }) => ({
      contents: virtualModules[path](bundle),
      resolveDir: frontend,
    }));
  },
});

/** Rubrics get the few functions of core/functions.js; the library's own table, with dates and regular expressions, stays out. */
const fewFunctions = {
  name: "few-functions",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/(functions|optional)\.js$/ }, ({ importer }) =>
      importer.includes("@marcbachmann/cel-js") ? { path: join(frontend, "core", "functions.js") } : undefined,
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
  logOverride: { "import-is-undefined": "silent" }, // a kind need not give all that it may
};

/** What scripts of the page give to each other; empty while it is being found out. */
let shared = [];

/** The packages of which something stands in what is built, by name. */
const contained = ["world-atlas", ...FONT_PACKAGES];

async function bundle(entry, outfile, options) {
  const plugins = [foundByFolder(outfile), fewFunctions];
  const files = { entryPoints: [join(frontend, entry)], outfile: join(assets, outfile), metafile: true };
  const { metafile } = await build({ ...common, plugins, ...files, ...options });
  contained.push(...Object.values(metafile.outputs).flatMap(({ inputs }) => packagesOf(Object.keys(inputs))));
}

const scriptOf = (kind) => `kind-${kind}.js`;

async function bundleKind(kind) {
  const { metafile } = await buildKind(kind, join(assets, scriptOf(kind)), frontend, shared, common);
  contained.push(...Object.values(metafile.outputs).flatMap(({ inputs }) => packagesOf(Object.keys(inputs))));
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
  return readFileSync(join(frontend, ...parts), "utf8");
}

/** Rooms whose style sheets every exercise has, in the order in which they build on each other. */
const STYLED_ROOMS = ["components", "boards", "player", "pages"];

const stylesIn = (room) => readdirSync(join(frontend, room)).filter((file) => file.endsWith(".css")).sort();

/** The styles of frame and kinds in one file; Jupyter also needs the tokens, which the book's theme brings itself. */
function writeStyles() {
  const parts = [
    ...STYLED_ROOMS.flatMap((room) => stylesIn(room).map((file) => [room, file])),
    ...kinds.filter((kind) => existsSync(join(frontend, "kinds", kind, "styles.css"))).map((kind) => ["kinds", kind, "styles.css"]),
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
      cpSync(join(frontend, "kinds", kind, file), join(assets, "kinds", kind, file));
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

/** The interface's texts as scripts, for the pages. */
async function writeTexts() {
  for (const [file, script] of Object.entries(await textScripts())) writeFileSync(join(assets, file), script);
}

rmSync(assets, { recursive: true, force: true });
mkdirSync(assets, { recursive: true });
copyKinds();
writeLocales();
cpSync(join(frontend, "tokens.css"), join(assets, "tokens.css"));
const found = await sharedModules(frontend, kinds, common, [foundByFolder("page.js"), fewFunctions]);
shared = found.shared;
writeFileSync(join(assets, "kinds", "needs.json"), JSON.stringify(found.needs));
await Promise.all([
  ...kinds.map(bundleKind),
  bundle("python.js", "grader.js", { format: "iife" }),
  bundle("first-view.js", "first-view.js", { format: "iife" }),
  bundle("page.js", "page.js", { format: "iife" }),
  bundle("widget.js", "widget.js", { format: "esm" }),
  bundle("theme/head.js", "head.js", { format: "iife" }),
  bundle("theme/theme.js", "theme.js", { format: "iife" }),
  bundle("reading.js", "reading.js", { format: "iife" }),
  bundle("my-work.js", "my-work.js", { format: "iife" }),
  bundle("vega.js", "vega.js", { format: "iife" }),
  bundle("atlas.js", "atlas.js", { format: "iife" }),
  bundle("atlas/styles.css", "atlas.css"),
  writeStyles(),
  writeTexts(),
  writeFonts(assets),
]);
await Promise.all(["page.js", "reading.js", "my-work.js", "atlas.js", ...kinds.map(scriptOf)].map(tighten));
writeFileSync(join(assets, "atlas-map.json"), JSON.stringify(worldMap()));
writeFileSync(join(assets, "licences.txt"), licenceTexts(contained));
writeFileSync(join(assets, "README"), "Built by frontend/build/build.mjs (make setup); not committed.\n");
