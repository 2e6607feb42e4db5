import { languageOf, translator } from "../i18n/messages.js";
import { MAX_NOTE_LENGTH, mergedNote } from "../storage/notes.js";
import { notesOf, readText, writeText } from "../storage/storage.js";

/**
 * Boxes for one's own notes (`<textarea data-note="<id>" data-course="<course>">`): kept on this device as they are
 * typed, sent nowhere. What another tab writes into the same note, or an import brings, comes into the box and is never
 * written over.
 */

/** @param {ParentNode} page */
export function mountNotes(page) {
  for (const box of page.querySelectorAll("textarea[data-note]")) mountNote(/** @type {HTMLTextAreaElement} */ (box));
}

/** @param {HTMLTextAreaElement} box */
function mountNote(box) {
  const t = translator(languageOf(box));
  const key = notesOf(box.dataset.course ?? "") + box.dataset.note;
  const line = document.createElement("p");
  line.className = "note-saved";
  line.setAttribute("role", "status");
  box.after(line);
  box.maxLength = MAX_NOTE_LENGTH;
  box.value = readText(key) ?? box.value;
  /** The text as it was last read or written here. */
  let known = box.value;

  /** Brings into the box what was kept elsewhere since. @param {boolean} hasTyped whether the box holds more than is kept */
  function takeIn(hasTyped) {
    const kept = readText(key) ?? "";
    if (kept === known) return;
    box.value = hasTyped ? mergedNote(kept, box.value) : kept;
    known = kept;
  }

  /** @type {number | undefined} */
  let waiting;
  box.addEventListener("input", () => {
    takeIn(true);
    const isKept = writeText(key, box.value);
    if (isKept) known = box.value;
    clearTimeout(waiting); // said after a pause, not with every letter
    waiting = window.setTimeout(() => (line.textContent = t(isKept ? "note.saved" : "note.unsaved")), 600);
  });
  const lookAgain = () => takeIn(box.value !== known);
  addEventListener("storage", lookAgain);
  box.addEventListener("focus", lookAgain);
}
