/**
 * Two texts of one note made one, so that neither is lost: a note may be written in two tabs or on two devices.
 */

/** The longest note, in characters: some seven pages. */
export const MAX_NOTE_LENGTH = 20_000;

/**
 * @param {string} here
 * @param {string} there
 * @returns {string} one text where it goes on from the other, else both, each paragraph once
 */
export function mergedNote(here, there) {
  if (there.startsWith(here)) return there;
  const known = here.split("\n\n");
  const added = there.split("\n\n").filter((paragraph) => paragraph.trim() !== "" && !known.includes(paragraph));
  return [here, ...added].join("\n\n");
}
