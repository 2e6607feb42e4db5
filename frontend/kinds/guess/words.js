/**
 * Guesses in words.
 */

export { describe } from "../quiz/words.js";
