/**
 * One script for each kind of exercise, beside the script that all pages share: a page loads the code of the kinds that
 * it shows. What both need, Preact and the components among it, stands in the shared script and is taken from there.
 */
import { build } from "esbuild";
import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";

/** What each kind must give to the frame, and what it may, by file; whatever else a file exports stays the kind's own. */
const REQUIRED = {
  "facts.js": ["declarations", "empty", "read", "facts"],
  "view.jsx": ["View"],
  "words.js": ["describe"],
  "careless.js": ["everything", "oneValue", "reversed", "random", "step"],
};
const OPTIONAL = {
  "facts.js": ["criteria"],
  "view.jsx": ["After", "light", "checksItself", "showsChecks"],
  "words.js": [],
  "careless.js": [],
};

/** Libraries that the shared script gives to the scripts of the kinds. */
const SHARED_PACKAGES = ["preact/hooks", "preact/jsx-runtime"];

/** The import of one file of a kind, and the object of what it gives. */
function part(kind, file, name) {
  const required = REQUIRED[file].map((given) => `${given} as ${given}_${name}`).join(", ");
  const path = JSON.stringify(`./kinds/${kind}/${file}`);
  const given = [
    ...REQUIRED[file].map((each) => `${each}: ${each}_${name}`),
    ...OPTIONAL[file].map((each) => `${each}: ${name}.${each}`),
  ];
  return { imports: `import * as ${name} from ${path};\nimport { ${required} } from ${path};`, object: `{${given.join(", ")}}` };
}

/** A module with one object of what a file of every kind gives, by kind; a kind without the file is left out. */
export function collect(frontend, kinds, exportName, file) {
  const found = kinds.filter((kind) => existsSync(join(frontend, "kinds", kind, file)));
  const parts = found.map((kind, index) => ({ kind, ...part(kind, file, `kind${index}`) }));
  const entries = parts.map(({ kind, object }) => `${JSON.stringify(kind)}: ${object}`);
  return `${parts.map(({ imports }) => imports).join("\n")}\nexport const ${exportName} = {${entries.join(", ")}};`;
}

/** @typedef {{path: string, owner: string}} Shared a module below the frontend, or a package; owned by a kind or by "page" */

const PAGE = "page";
const kindOf = (path) => /^kinds\/([^/]+)\//.exec(path)?.[1];
const isPackage = ({ path }) => SHARED_PACKAGES.includes(path);

/** Imports of modules that a script gives to others, and the statement that gives them, by their place in the list. */
function giving(shared, owner) {
  const given = [...shared.entries()].filter(([, module]) => module.owner === owner);
  const address = (module) => JSON.stringify(isPackage(module) ? module.path : `./${module.path}`);
  return {
    imports: given.map(([index, module]) => `import * as m${index} from ${address(module)};`).join("\n"),
    object: `{${given.map(([index]) => `${index}: m${index}`).join(", ")}}`,
    isEmpty: given.length === 0,
  };
}

/** The script of one kind: it adds what the kind gives to what the page knows. */
function kindScript(kind, shared) {
  const parts = { facts: part(kind, "facts.js", "facts"), view: part(kind, "view.jsx", "view"), words: part(kind, "words.js", "words") };
  const given = giving(shared, kind);
  const imports = [...Object.values(parts), given].map((each) => each.imports).join("\n");
  const object = Object.entries(parts).map(([name, each]) => `${name}: ${each.object}`).join(", ");
  const share = given.isEmpty ? "" : `Object.assign(coursekit.shared, ${given.object});`;
  return `${imports}\n${share}coursekit.add(${JSON.stringify(kind)}, {${object}});`;
}

/** The module with which the script of the page gives its modules away. */
export function sharedScript(shared) {
  const { imports, object } = giving(shared, PAGE);
  return `${imports}\nexport const shared = ${object};`;
}

/**
 * Our own modules that a bundle holds, as paths below the frontend.
 * @returns {Promise<string[]>}
 */
async function modulesOf(frontend, options) {
  const { metafile } = await build({ ...options, bundle: true, write: false, metafile: true, outdir: "unwritten" });
  const files = Object.keys(metafile.inputs).filter((file) => !/(^|\/)node_modules\/|^[\w-]+:/.test(file));
  return files.map((file) => relative(frontend, resolve(file))).sort();
}

/**
 * What scripts give to others: the script of the page its modules that a kind imports, and the libraries; the script of
 * a kind those of its modules on which another kind builds.
 * @returns {Promise<{shared: Shared[], needs: Record<string, string[]>}>} `needs` says which kinds a kind builds on
 */
export async function sharedModules(frontend, kinds, common, plugins) {
  const inPage = await modulesOf(frontend, { ...common, plugins, entryPoints: [join(frontend, "page.js")] });
  const lists = kinds.map((kind) =>
    modulesOf(frontend, { ...common, plugins, stdin: { contents: kindScript(kind, []), resolveDir: frontend } }),
  );
  const inKind = Object.fromEntries((await Promise.all(lists)).map((list, index) => [kinds[index], list]));
  const needs = Object.fromEntries(
    kinds.map((kind) => [kind, [...new Set(inKind[kind].map(kindOf))].filter((other) => other && other !== kind)]),
  );
  const wanted = new Set(Object.values(inKind).flat());
  const ofKinds = kinds.flatMap((kind) => inKind[kind].filter((path) => kindOf(path) && kindOf(path) !== kind));
  const shared = [
    ...inPage.filter((path) => wanted.has(path)).map((path) => ({ path, owner: PAGE })),
    ...SHARED_PACKAGES.map((path) => ({ path, owner: PAGE })),
    ...[...new Set(ofKinds)].map((path) => ({ path, owner: kindOf(path) })),
  ];
  return { shared, needs };
}

/** In the script of a kind, a module that another script gives is taken from there. */
const takenFromOthers = (kind, frontend, shared) => ({
  name: "taken-from-others",
  setup({ onResolve, onLoad }) {
    const taken = (path) => {
      const index = shared.findIndex((module) => module.path === path && module.owner !== kind);
      return index < 0 ? undefined : { path: String(index), namespace: "shared" };
    };
    onResolve({ filter: /^preact/ }, ({ path }) => taken(path));
    onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) => taken(relative(frontend, resolve(resolveDir, path))));
    onLoad({ filter: /.*/, namespace: "shared" }, ({ path }) => ({ contents: `module.exports = coursekit.shared[${path}];` }));
  },
});

/** Writes the script of a kind. */
export function buildKind(kind, outfile, frontend, shared, common) {
  const stdin = { contents: kindScript(kind, shared), resolveDir: frontend };
  return build({ ...common, format: "iife", stdin, outfile, metafile: true, plugins: [takenFromOthers(kind, frontend, shared)] });
}
