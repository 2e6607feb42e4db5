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
  const described = new_actors.filter((actor, index) => {
    const same = new_actors.findIndex(({ id }) => id === actor.id);
    return same === index && actor.level !== null;
  });
  const contradicted = new_actors
    .filter((actor) => new_actors.some((other) => other.id === actor.id && JSON.stringify(other) !== JSON.stringify(actor)))
    .map(({ id }) => id);
  const palette = /** @type {Actor[]} */ (described.filter(({ id }) => !contradicted.includes(id)));
  const placed = actors.filter((id) => palette.some((actor) => actor.id === id));
  const drawn = ties.filter(({ from, to }) => from !== to && placed.includes(from) && placed.includes(to));
  return {
    palette,
    design: { actors: placed, ties: drawn },
    isWhole: placed.length === actors.length && drawn.length === ties.length,
  };
}
