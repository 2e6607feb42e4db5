/**
 * Draws the atlas's map of the world when the frontend is built, so that no page loads a map library.
 *
 * Boundaries come from Natural Earth (public domain) by way of the npm package world-atlas. They show who holds
 * which ground. Two pieces of ground move to where the United Nations show them: Crimea, to Ukraine (HELD_OTHERWISE),
 * and Western Sahara west of the sand wall, from Morocco to the territory (partWesternSahara). Shapes without a code of
 * their own join a country (PART_OF).
 */
import { geoArea, geoCentroid, geoContains, geoEqualEarth, geoPath } from "d3-geo";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature, merge } from "topojson-client";

const WIDTH = 1200;
const SMALLEST = 45; // square units of the drawing: below it a country also gets a dot that one can see and press
const require = createRequire(import.meta.url);
const countries = JSON.parse(readFileSync(new URL("../atlas/countries.json", import.meta.url), "utf8"));
const codeOf = Object.fromEntries(Object.entries(countries).filter(([, { m49 }]) => m49).map(([code, { m49 }]) => [m49, code]));

/** Shapes without a code of their own, by the name they carry: whose ground they are. */
const PART_OF = { "N. Cyprus": "CYP", Somaliland: "SOM", Taiwan: "CHN", Kosovo: "XKX" };

/** Pieces that Natural Earth draws with one country and the United Nations with another, or apart: [from, a point inside, to]. */
const HELD_OTHERWISE = [
  ["RUS", [34.1, 45.3], "UKR"], // Crimea: General Assembly resolution 68/262
  ["FRA", [-53, 4], "GUF"], // French Guiana has a code of its own
];

/** Where the border of Western Sahara and Morocco meets the sea: 27 degrees 40 minutes north. */
const SAHARA_NORTH = 27 + 40 / 60;

/** Points that must lie in one country and in no other, whatever the next edition of the boundaries draws. */
const LIES_IN = [
  ["UKR", [34.1, 45.3]],
  ["ESH", [-13, 25]],
  ["ESH", [-15, 24]],
  ["ESH", [-10, 26]],
  ["MAR", [-10.5, 28.5]],
];

function read(detail) {
  return JSON.parse(readFileSync(require.resolve(`world-atlas/countries-${detail}.json`), "utf8"));
}

/** The code of a shape; undefined for the few that no list names. */
function codeOfShape({ id, properties }) {
  return PART_OF[properties.name] ?? codeOf[id];
}

/**
 * Parts Morocco's coast at the border and gives Western Sahara what lies south of it (General Assembly list of
 * non-self-governing territories). The two then share the line of the sand wall, and `merge` dissolves it.
 */
function partWesternSahara({ arcs, objects, transform }) {
  const changed = (what) => new Error(`The boundaries have changed: ${what}. Look at Western Sahara on the map.`);
  const { geometries } = objects.countries;
  const [morocco, sahara] = ["504", "732"].map((id) => geometries.find((shape) => shape.id === id));
  if (morocco?.type !== "Polygon" || sahara?.type !== "Polygon") throw changed("Morocco and Western Sahara are not one piece each");
  const [ring] = morocco.arcs;
  const wall = ring.find((arc) => sahara.arcs[0].includes(~arc));
  const coast = ring[(ring.indexOf(wall) + 1) % ring.length];
  if (wall === undefined || wall >= 0 || coast < 0) {
    throw changed("the coast does not follow the line that Morocco shares with Western Sahara");
  }
  const line = pointsOf(arcs[coast]);
  const level = Math.round((SAHARA_NORTH - transform.translate[1]) / transform.scale[1]);
  const crossings = line.flatMap(([, y], i) => (i > 0 && line[i - 1][1] < level !== y < level ? [i] : []));
  if (crossings.length !== 1 || line[0][1] >= level) throw changed("Morocco's coast does not cross 27 degrees 40 minutes once, northwards");
  const [after] = crossings;
  const [[x, y], [nextX, nextY]] = line.slice(after - 1, after + 1);
  const shore = [Math.round(x + ((nextX - x) * (level - y)) / (nextY - y)), level];
  const inland = pointsOf(arcs[~wall]).at(-1); // where the wall, Morocco and Algeria meet
  if (Math.abs(inland[1] - level) * transform.scale[1] > 0.05) throw changed("the sand wall does not end at 27 degrees 40 minutes");
  const south = arcs.push(stepsOf([...line.slice(0, after), shore])) - 1;
  const north = arcs.push(stepsOf([shore, ...line.slice(after)])) - 1;
  const border = arcs.push(stepsOf([shore, inland])) - 1;
  morocco.arcs[0] = ring.map((arc) => (arc === wall ? ~border : arc === coast ? north : arc));
  geometries.push({ ...sahara, arcs: [[wall, south, border]] });
}

/** The points of an arc, which TopoJSON writes as steps; and back. */
function pointsOf(arc) {
  let [x, y] = [0, 0];
  return arc.map(([right, up]) => [(x += right), (y += up)]);
}

function stepsOf(points) {
  return points.map(([x, y], i) => (i > 0 ? [x - points[i - 1][0], y - points[i - 1][1]] : [x, y]));
}

/** One multipolygon for each code, its parts joined without an inner line. */
function shapesByCode(topology) {
  partWesternSahara(topology);
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
  for (const [code, point] of LIES_IN) {
    const holders = [...shapes].filter(([, shape]) => geoContains(shape, point)).map(([holder]) => holder);
    if (holders.join() !== code) {
      throw new Error(`The boundaries have changed: ${point} lies in ${holders.join(" and ") || "the sea"}, not in ${code}.`);
    }
  }
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

/**
 * @returns {{width: number, height: number, shapes: Record<string, string>, dots: Record<string, number[]>,
 *   names: Record<string, string>}}
 */
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
  const fine = read("10m"); // the only edition with every small country
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
