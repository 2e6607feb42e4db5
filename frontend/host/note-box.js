import { languageOf, translator } from "./messages.js";
import { readText, writeText } from "./storage.js";

/**
 * Boxes for one's own notes (`<textarea data-note="<id>">`): kept on this device as they are typed, sent nowhere.
 */

/** @param {ParentNode} page */
export function mountNotes(page) {
  for (const box of page.querySelectorAll("textarea[data-note]")) mountNote(/** @type {HTMLTextAreaElement} */ (box));
}

/** @param {HTMLTextAreaElement} box */
function mountNote(box) {
  const t = translator(languageOf(box));
  const key = `note/${box.dataset.note}`;
  const line = document.createElement("p");
  line.className = "note-saved";
  line.setAttribute("role", "status");
  box.after(line);
  box.value = readText(key) ?? box.value;
  /** @type {number | undefined} */
  let waiting;
  box.addEventListener("input", () => {
    const kept = writeText(key, box.value);
    clearTimeout(waiting); // said after a pause, not with every letter
    waiting = window.setTimeout(() => (line.textContent = t(kept ? "note.saved" : "note.unsaved")), 600);
  });
}
