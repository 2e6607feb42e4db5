/**
 * An answer as a file: taking it away and bringing it back. Whatever a file holds, reading it ends in an
 * answer or in the id of a plain message.
 */

/** @typedef {{exercise: string, version: string, lang: string, answer: any, course: string, format: number}} Envelope */

/** Of the file with one answer. */
export const FORMAT = 1;
/** A real answer has one or two kilobytes. */
export const MAX_FILE_SIZE = 200_000;

/**
 * @param {import("../types").Payload} payload
 * @param {any} answer
 * @param {string} lang
 * @returns {Envelope}
 */
export function envelope({ exercise, course }, answer, lang) {
  return { course, exercise: exercise.id, version: exercise.version, lang, format: FORMAT, answer };
}

/**
 * Hands the reader a file, without a server.
 * @param {string} name
 * @param {object} content which stands in one line, so that `coursekit grade` reads the files of a room one after the other
 */
export function download(name, content) {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(content)}\n`], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * @param {File} file
 * @param {import("../types").Payload} payload
 * @returns {Promise<{answer: any, version: string} | {message: string}>} the answer, still to be checked by the grader
 */
export async function readFile(file, { exercise, course }) {
  if (file.size > MAX_FILE_SIZE) return { message: "import.too-large" };
  let content;
  try {
    content = JSON.parse(await file.text());
  } catch {
    return { message: "import.damaged" };
  }
  if (typeof content !== "object" || content === null || !Object.hasOwn(content, "answer")) return { message: "import.no-answer" };
  if (content.exercise !== exercise.id) return { message: "import.other-exercise" };
  if (content.course !== undefined && content.course !== course) return { message: "import.other-exercise" };
  if (content.format !== undefined && content.format !== FORMAT) return { message: "import.other-format" };
  return { answer: content.answer, version: String(content.version ?? exercise.version) };
}
