/**
 * What a person did in earlier exercises, turned into parts of a dossier. Answers on the device may be of any shape,
 * so nothing is taken for granted.
 */

/** @typedef {import("../../types").Materials} Materials */
/** @typedef {import("../../types").EarlierExercise} EarlierExercise */
/** @typedef {import("./answer.js").Dossier} Dossier */
/** @typedef {import("../../storage/storage.js").Earlier} Earlier */
/** @typedef {{id: string, name: string, part: Partial<Dossier>}} Offer a part of a dossier that can be brought in */

/** @param {unknown} value @returns {any[]} */
const listOf = (value) => (Array.isArray(value) ? value : []);

/**
 * @param {EarlierExercise} exercise
 * @param {string[]} ids
 * @returns {import("./answer.js").NewActor[]}
 */
function actorsOf({ named }, ids) {
  const known = [...new Set(ids)].filter((id) => Object.hasOwn(named, id));
  return known.map((id) => ({ id, name: named[id].name, type: named[id].type ?? "", level: named[id].level ?? null }));
}

/**
 * The graphs that were drawn earlier, one for each exercise in which somebody stands.
 * @param {string[]} exercises
 * @param {Materials | undefined} materials
 * @param {Earlier} earlier
 * @returns {Offer[]}
 */
export function designs(exercises, materials, earlier) {
  return exercises.flatMap((id) => {
    const exercise = materials?.earlier?.[id];
    const answer = earlier.answer(id);
    if (!exercise || !answer) return [];
    const new_actors = actorsOf(exercise, listOf(answer.actors));
    const placed = new_actors.map((actor) => actor.id);
    const ties = listOf(answer.ties)
      .filter((tie) => tie && placed.includes(tie.from) && placed.includes(tie.to))
      .map(({ from, to, both, purpose, payload }) => (
        { from, to, both: both === true, purpose: purpose ?? null, ...(payload && { payload }) }
      ));
    return placed.length > 0 ? [{ id, name: exercise.title, part: { new_actors, actors: placed, ties } }] : [];
  });
}

/**
 * The cards of an earlier action board, with those who stand on them: they come onto the map too.
 * @param {string} id
 * @param {Materials | undefined} materials
 * @param {Earlier} earlier
 * @returns {Offer[]}
 */
export function cards(id, materials, earlier) {
  const exercise = materials?.earlier?.[id];
  const brought = listOf(earlier.answer(id)?.cards).filter((card) => card && Array.isArray(card.partners));
  if (!exercise || brought.length === 0) return [];
  const new_actors = actorsOf(exercise, brought.flatMap(({ lead, partners }) => [lead, ...partners]).filter(Boolean));
  const ownWords = (/** @type {string | null} */ indicator) =>
    indicator && Object.hasOwn(exercise.named, indicator) ? exercise.named[indicator].name : indicator ?? null;
  return [{
    id,
    name: exercise.title,
    part: {
      new_actors,
      actors: new_actors.map((actor) => actor.id),
      cards: brought.map(({ area, lead, partners, start, end, indicator }) => ({
        area, lead: lead ?? null, partners, start: start ?? null, end: end ?? null, indicator: ownWords(indicator),
      })),
    },
  }];
}

/**
 * The pairs of policies that were marked as a conflict, each with its fix.
 * @param {string} id
 * @param {Materials | undefined} materials
 * @param {Earlier} earlier
 * @returns {Offer[]}
 */
export function clashes(id, materials, earlier) {
  const exercise = materials?.earlier?.[id];
  const { pairs, fixes } = earlier.answer(id) ?? {};
  if (!exercise || typeof pairs !== "object" || pairs === null) return [];
  const nameOf = (/** @type {unknown} */ thing) =>
    typeof thing === "string" && Object.hasOwn(exercise.named, thing) ? exercise.named[thing].name : "";
  return Object.entries(pairs).flatMap(([pair, mark]) => {
    const ends = pair.split("|");
    const [a, b] = ends.map(nameOf);
    if (mark !== "conflicts" || !a || !b) return [];
    const fix = fixes?.[pair] ?? fixes?.[[...ends].reverse().join("|")]; // a pair means the same in either order
    return [{ id: pair, name: `${a} / ${b}`, part: { clash: { a, b, fix: nameOf(fix) } } }];
  });
}

/**
 * Puts a part in the place of what is there, or adds it. Whoever is on the map already stays as they are described.
 * @param {Dossier} dossier
 * @param {Partial<Dossier>} part
 * @param {"add" | "replace"} way
 * @returns {Dossier}
 */
export function bringIn(dossier, part, way) {
  const isGraph = part.ties !== undefined;
  const keep = way === "add" || !isGraph;
  const here = keep ? dossier : { ...dossier, new_actors: [], actors: [], ties: [] };
  const added = part.new_actors?.filter(({ id }) => !here.new_actors.some((actor) => actor.id === id)) ?? [];
  const new_actors = [...here.new_actors, ...added];
  const actors = [...new Set([...here.actors, ...(part.actors ?? [])])];
  return {
    ...dossier,
    ...(part.new_actors && { new_actors, actors, voices: dossier.voices.filter((id) => actors.includes(id)) }),
    ...(part.ties && { ties: [...here.ties, ...part.ties] }),
    ...(part.cards && { cards: way === "add" ? [...dossier.cards, ...part.cards] : part.cards }),
    ...(part.clash && { clash: part.clash }),
  };
}
