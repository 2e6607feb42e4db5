/**
 * What a page decides before its first paint: light or dark, the language, and which letters to fetch. It stands in the
 * head and blocks, so it is small; what it is told stands in the data attributes of its own script element.
 */

const page = document.documentElement;
const told = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;

/**
 * Read from a folder, a page can be here before Chromium has noted that it is. Whoever asks for localStorage then gets a
 * store that is empty and forgotten: on a busy machine in 27 of 360 series of seven visits, and in none of 600 where the
 * page asked for cookies first, for which the browser has to catch up. The course has no cookies.
 */
function settleOrigin() {
  try {
    if (location.protocol === "file:") void document.cookie;
  } catch {
    // Cookies are forbidden.
  }
}

/** @param {string} name @returns {string | null} what was kept on this device, or null where storage is forbidden */
function kept(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Paper forms are not drawn where their live exercises will stand; what is pressed before those live is noted. */
function awaitExercises() {
  page.classList.add("has-script");
  /** @type {EventTarget[]} */
  const pressed = [];
  /** @type {any} */ (globalThis).pressedEarly = pressed;
  addEventListener("click", ({ target }) => {
    const noted = /** @type {any} */ (globalThis).pressedEarly;
    if (noted && target) noted.push(target);
  });
}

/** So that the page does not flash: the mode that was chosen here, else the device's. */
function chooseMode() {
  const chosen = kept("mode");
  page.dataset.mode = chosen || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}

/** The language that was chosen here for exercises and buttons: its texts load beside the page. */
function chooseLanguage() {
  const scripts = JSON.parse(told.languages ?? "{}");
  const chosen = kept("language");
  if (!chosen || !Object.hasOwn(scripts, chosen)) return;
  page.dataset.language = chosen;
  /** @type {any} */ (globalThis).courseLanguage = new Promise((done) => {
    const script = document.createElement("script");
    script.onload = script.onerror = done;
    script.src = scripts[chosen];
    document.head.append(script);
  });
}

/** Letters that arrive after the first paint would have the whole page laid out anew. From a folder they come at once. */
function fetchLetters() {
  if (location.protocol === "file:") return;
  for (const href of JSON.parse(told.fonts ?? "[]")) {
    const link = Object.assign(document.createElement("link"), { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href });
    document.head.append(link);
  }
}

settleOrigin();
if (told.exercises !== undefined) awaitExercises();
chooseMode();
chooseLanguage();
fetchLetters();

export {};
