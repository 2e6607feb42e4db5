/**
 * Rooms that take no thought: everybody invited, one kind alone, the wrong half, the wrong chair, and guesses.
 */

/** @typedef {import("../../types").Exercise} Exercise */
/** @typedef {import("../../core/random.js").Random} Random */
/** @typedef {import("./facts.js").Invitee} Invitee */
/** @typedef {import("./facts.js").Meeting} Meeting */

/**
 * All of them, whoever chairs.
 * @param {Exercise} exercise
 * @returns {Meeting[]}
 */
export function everything(exercise) {
  const seats = paletteOf(exercise).map(({ id }) => id);
  return seats.map((chair) => ({ seats, chair }));
}

/**
 * A seat is taken or not: all of one type, or of one level, with each of them in the chair; and each one alone.
 * @param {Exercise} exercise
 * @returns {Meeting[]}
 */
export function oneValue(exercise) {
  const palette = paletteOf(exercise);
  const rooms = [
    ...values(palette, "type").map((type) => palette.filter((invitee) => invitee.type === type)),
    ...values(palette, "level").map((level) => palette.filter((invitee) => invitee.level === level)),
    ...palette.map((invitee) => [invitee]),
  ];
  return rooms.map((room) => room.map(({ id }) => id)).flatMap((seats) => seats.map((chair) => ({ seats, chair })));
}

/**
 * Those in who were out, with each of them in the chair; and the right people led by somebody who cannot call on all.
 * @param {Exercise} exercise
 * @param {Meeting} good
 * @returns {Meeting[]}
 */
export function reversed(exercise, { seats }) {
  const palette = paletteOf(exercise);
  const others = palette.filter(({ id }) => !seats.includes(id)).map(({ id }) => id);
  const leadsAll = palette.filter(({ cross }) => cross).map(({ id }) => id);
  const cannot = leadsAll.length > 0 ? seats.filter((id) => !leadsAll.includes(id)) : [];
  return [...others.map((chair) => ({ seats: others, chair })), ...cannot.map((chair) => ({ seats, chair }))];
}

/**
 * A few seats or many, mostly no more than the exercise allows, mostly with somebody of the room in the chair.
 * @param {Exercise} exercise
 * @param {Random} random
 * @returns {Meeting}
 */
export function random(exercise, random) {
  const all = paletteOf(exercise).map(({ id }) => id);
  const { most_seats: most = all.length } = exercise.setting;
  const wanted = random.subset(all);
  const seats = random.chance(0.8) ? random.shuffled(wanted).slice(0, most) : wanted;
  return { seats, chair: chairOf(seats, all, random) };
}

/**
 * @param {Exercise} exercise
 * @param {Meeting} answer
 * @param {Random} random
 * @returns {Meeting}
 */
export function step(exercise, { seats, chair }, random) {
  const all = paletteOf(exercise).map(({ id }) => id);
  if (random.chance(0.15)) return { seats, chair: chairOf(seats, all, random) };
  const id = random.pick(all);
  if (!seats.includes(id)) return { seats: [...seats, id], chair };
  return { seats: seats.filter((other) => other !== id), chair };
}

/**
 * @param {string[]} seats
 * @param {string[]} all
 * @param {Random} random
 * @returns {string | null} mostly one of those seated
 */
function chairOf(seats, all, random) {
  if (random.chance(0.03)) return null;
  return random.pick(seats.length > 0 && random.chance(0.95) ? seats : all);
}

/** @param {Exercise} exercise @returns {Invitee[]} */
const paletteOf = ({ setting }) => setting.palette;

/** @param {Invitee[]} palette @param {"type" | "level"} field @returns {string[]} each value once */
const values = (palette, field) => [...new Set(palette.map((invitee) => invitee[field]))];
