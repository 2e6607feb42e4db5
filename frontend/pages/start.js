import { languageReady } from "../i18n/messages.js";

/**
 * Starts once the page is read and the texts of the reader's language are there; in English at once.
 * @param {() => void} start
 */
export function startWhenReady(start) {
  const begin = () => {
    const waiting = languageReady();
    if (waiting) waiting.then(start);
    else start();
  };
  if (document.readyState === "complete") begin();
  else document.addEventListener("DOMContentLoaded", begin); // after all scripts of the page, which are deferred
}
