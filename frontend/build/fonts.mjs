/**
 * The letters of the book, in two files for each typeface: what English and most small letters of its neighbours need,
 * which every page loads; and the other Latin letters, which a browser fetches for a page that has one.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import subsetFont from "subset-font";

const require = createRequire(import.meta.url);

const TYPEFACES = [
  {
    file: "source-sans",
    family: "Source Sans 3",
    weight: "200 900",
    whole: "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
  },
  {
    file: "source-serif-600",
    family: "Source Serif 4",
    weight: "600",
    whole: "@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2",
  },
];

/** The packages that the letters come from. */
export const FONT_PACKAGES = TYPEFACES.map(({ whole }) => whole.split("/").slice(0, 2).join("/"));

/** Which characters, as CSS writes it: `unicode-range`. */
const PARTS = {
  "": "U+20-7E, U+A0, U+B7, U+D7, U+E0-F6, U+F8-FF, U+2013-2014, U+2018-2019, U+201C-201D, U+2026, U+20AC, U+2191, U+2193, U+2212",
  "-more": "U+A1-B6, U+B8-D6, U+D8-DF, U+F7, U+131, U+152-153, U+201A, U+201E, U+2022, U+2032-2033, U+2039-203A, U+2044, U+2122",
};

/** What a browser lays text out with: kerning, ligatures, and figures of one width in tables. */
const FEATURES = ["kern", "liga", "tnum"];

/** @param {string} ranges @returns {string} each character of them */
function charactersOf(ranges) {
  return ranges.split(", ").map((range) => {
    const [first, last = first] = range.slice(2).split("-").map((code) => Number.parseInt(code, 16));
    return Array.from({ length: last - first + 1 }, (_, step) => String.fromCodePoint(first + step)).join("");
  }).join("");
}

/** Writes the files into a folder, and `fonts.css`, which says for which characters a browser needs which. */
export async function writeFonts(folder) {
  const faces = [];
  for (const { file, family, weight, whole } of TYPEFACES) {
    const font = readFileSync(require.resolve(whole));
    for (const [part, ranges] of Object.entries(PARTS)) {
      const options = { targetFormat: "woff2", keepFeatures: FEATURES, noHinting: true };
      const letters = await subsetFont(font, charactersOf(ranges), options);
      writeFileSync(join(folder, `${file}${part}.woff2`), letters);
      const version = createHash("sha256").update(letters).digest("hex").slice(0, 8); // as coursekit.publish makes it
      faces.push(`@font-face {
  font-family: "${family}";
  src: url("${file}${part}.woff2?v=${version}") format("woff2");
  font-weight: ${weight};
  font-display: swap;
  unicode-range: ${ranges};
}`);
    }
  }
  writeFileSync(join(folder, "fonts.css"), `${faces.join("\n")}\n`);
}
