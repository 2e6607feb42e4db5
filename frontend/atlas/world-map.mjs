/**
 * Draws the atlas's map of the world when the frontend is built, so that no page loads a map library.
 *
 * Boundaries come from Natural Earth (public domain) by way of the npm package world-atlas. They show who holds
 * which ground; where the United Nations show it otherwise, the shapes are joined or parted here (see HELD_OTHERWISE).
 */
import { geoArea, geoCentroid, geoContains, geoEqualEarth, geoPath } from "d3-geo";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature, merge } from "topojson-client";

const WIDTH = 1200;
const SMALLEST = 45; // square units of the drawing: below it a State also gets a dot that one can see and press
const require = createRequire(import.meta.url);
const countries = JSON.parse(readFileSync(new URL("countries.json", import.meta.url), "utf8"));
const codeOf = Object.fromEntries(Object.entries(countries).filter(([, { m49 }]) => m49).map(([code, { m49 }]) => [m49, code]));

/** Shapes without a code of their own, by the name they carry: whose ground they are. */
const PART_OF = { "N. Cyprus": "CYP", Somaliland: "SOM", Taiwan: "CHN", Kosovo: "XKX" };

/** Pieces that Natural Earth draws with one country and the United Nations with another, or apart: [from, a point inside, to]. */
const HELD_OTHERWISE = [
  ["RUS", [34.1, 45.3], "UKR"], // Crimea: General Assembly resolution 68/262
  ["FRA", [-53, 4], "GUF"], // French Guiana has a code of its own
];

function read(detail) {
  return JSON.parse(readFileSync(require.resolve(`world-atlas/countries-${detail}.json`), "utf8"));
}

/** The code of a shape; undefined for the few that no list names. */
function codeOfShape({ id, properties }) {
  return PART_OF[properties.name] ?? codeOf[id];
}

/** One multipolygon for each code, its parts joined without an inner line. */
function shapesByCode(topology) {
  const parts = new Map();
  for (const shape of topology.objects.countries.geometries) {
    const code = codeOfShape(shape);
    parts.set(code, [...(parts.get(code) ?? []), shape]);
  }
  const shapes = new Map([...parts].map(([code, pieces]) => [code, merge(topology, pieces)]));
  for (const [from, point, to] of HELD_OTHERWISE) {
    const holder = shapes.get(from);
    const piece = holder.coordinates.find((rings) => geoContains({ type: "Polygon", coordinates: rings }, point));
    if (!piece) throw new Error(`The boundaries have changed: no piece of ${from} holds ${point}.`);
    holder.coordinates = holder.coordinates.filter((rings) => rings !== piece);
    const receiver = shapes.get(to) ?? { type: "MultiPolygon", coordinates: [] };
    shapes.set(to, { ...receiver, coordinates: [...receiver.coordinates, piece] });
  }
  shapes.delete("ATA"); // a third of the picture, and nobody's member
  return shapes;
}

/** The middle of a country's largest piece: a dot in the sea between two islands would belong to nobody. */
function middle(geometry) {
  const pieces = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const sized = pieces.map((coordinates) => ({ type: "Polygon", coordinates })).sort((a, b) => geoArea(b) - geoArea(a));
  return geoCentroid(sized[0]);
}

/** Writes a path in whole steps from point to point: a third of the weight, and neighbours still meet. */
class Steps {
  path = "";

  #here = [0, 0];

  #step(letter, x, y) {
    const [left, top] = this.#here;
    const [right, bottom] = [Math.round(x), Math.round(y)];
    if (letter === "l" && left === right && top === bottom) return;
    this.path += letter === "M" ? `M${right},${bottom}` : `l${right - left},${bottom - top}`;
    this.#here = [right, bottom];
  }

  moveTo(x, y) {
    this.#step("M", x, y);
  }

  lineTo(x, y) {
    this.#step("l", x, y);
  }

  closePath() {
    this.path += "z";
  }
}

/** @returns {{width: number, height: number, shapes: Record<string, string>, dots: Record<string, number[]>, names: Record<string, string>}} */
export function worldMap() {
  const coarse = shapesByCode(read("110m"));
  const land = { type: "GeometryCollection", geometries: [...coarse.values()] };
  const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(WIDTH, land); // parts the picture in the Bering Strait
  const path = geoPath(projection);
  const [, [, bottom]] = path.bounds(land);
  const shapes = {};
  const dots = {};
  for (const [code, shape] of coarse) {
    const steps = new Steps();
    geoPath(projection, steps)(shape);
    shapes[code ?? ""] = steps.path.replace(/l(-?\d+),-/g, "l$1-");
  }
  const fine = read("10m"); // the only edition with every small State
  for (const shape of feature(fine, fine.objects.countries).features) {
    const code = codeOfShape(shape);
    const drawn = coarse.get(code);
    if (!code || code === "ATA" || PART_OF[shape.properties.name] === "CHN" || (drawn && path.area(drawn) >= SMALLEST)) continue;
    if (shape.id === undefined && code !== "XKX") continue;
    dots[code] = projection(middle(shape.geometry)).map(Math.round);
  }
  const names = Object.fromEntries(Object.entries(countries).map(([code, { name }]) => [code, name]));
  return { width: WIDTH, height: Math.ceil(bottom), shapes, dots, names };
}
