/** The levels of government, from top to bottom: the bands of a canvas, the order of a list. */
export const LEVELS = ["global", "regional", "national", "local"];
