/**
 * The part of a dossier that can be drawn. A file may hold more: an actor without a level, a tie to nobody.
 */

/** @typedef {import("./answer.js").Dossier} Dossier */
/** @typedef {import("../designer/changes.js").Actor} Actor */
/** @typedef {import("../designer/changes.js").Design} Design */

/**
 * @param {Pick<Dossier, "new_actors" | "actors" | "ties">} dossier
 * @returns {{palette: Actor[], design: Design, isWhole: boolean}} `isWhole` when nothing was left out of the design
 */
export function drawable({ new_actors, actors, ties }) {
  /** @type {Map<string, Dossier["new_actors"][number] | null>} null where two descriptions contradict each other */
  const described = new Map();
  for (const actor of new_actors) {
    const before = described.get(actor.id);
    described.set(actor.id, before === undefined || isSame(before, actor) ? actor : null);
  }
  const palette = /** @type {Actor[]} */ ([...described.values()].filter((actor) => actor !== null && actor.level !== null));
  const known = new Set(palette.map(({ id }) => id));
  const placed = actors.filter((id) => known.has(id));
  const onMap = new Set(placed);
  const drawn = ties.filter(({ from, to }) => from !== to && onMap.has(from) && onMap.has(to));
  return {
    palette,
    design: { actors: placed, ties: drawn },
    isWhole: placed.length === actors.length && drawn.length === ties.length,
  };
}

/**
 * @param {Dossier["new_actors"][number] | null} one
 * @param {Dossier["new_actors"][number]} other
 */
function isSame(one, other) {
  return one !== null && one.name === other.name && one.type === other.type && one.level === other.level;
}

/**
 * How many pairs have a tie, whatever its direction and however many there are.
 * @param {{from: string, to: string}[]} ties
 */
export function tiedPairs(ties) {
  return new Set(ties.map(({ from, to }) => JSON.stringify([from, to].sort()))).size;
}
