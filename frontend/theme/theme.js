/**
 * Light and dark, the language of buttons, and what is too wide for a phone: everything else of the book's frame works
 * without a script.
 */

const page = document.documentElement;
const known = /** @type {any} */ (globalThis);

/** @type {Record<string, string>} English stands in the page; the head began to load another language, if one was chosen. */
let texts = {};

/** @param {string} id @param {string} english @returns {string} */
const text = (id, english) => (Object.hasOwn(texts, id) ? texts[id] : english);

/** @param {string} name @param {string} value */
function keep(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Storage is forbidden or full: it holds for this page.
  }
}

const modeSwitch = /** @type {HTMLElement} */ (document.querySelector(".mode-switch"));

function sayMode() {
  const isDark = page.dataset.mode === "dark";
  modeSwitch.textContent = isDark ? text("theme.light", "Light") : text("theme.dark", "Dark");
  const label = isDark ? text("theme.to-light", "Switch to light mode") : text("theme.to-dark", "Switch to dark mode");
  modeSwitch.setAttribute("aria-label", label);
}

modeSwitch.addEventListener("click", () => {
  page.dataset.mode = page.dataset.mode === "dark" ? "light" : "dark";
  sayMode();
  keep("mode", page.dataset.mode);
});

/**
 * The first view of an exercise looks ready before its script runs: what was pressed meanwhile is done once the exercises
 * are alive, unless a view of the person's own work, or in another language, has taken its place.
 */
function doWhatWasPressed() {
  /** @type {Element[]} */
  const early = known.pressedEarly ?? [];
  known.pressedEarly = null;
  for (const element of early) {
    const button = /** @type {HTMLElement | null} */ (element.closest(".exercise-live button"));
    if (button?.isConnected) button.click();
  }
}
addEventListener("DOMContentLoaded", doWhatWasPressed);

const select = /** @type {HTMLSelectElement | null} */ (document.querySelector(".language-switch select"));
if (select) {
  select.value = page.dataset.language || page.lang;
  if (history.state?.languageChosen) {
    history.replaceState(null, "");
    select.focus({ preventScroll: true });
  }
  select.addEventListener("change", () => {
    keep("language", select.value);
    history.replaceState({ languageChosen: true }, "");
    location.reload();
  });
}

function translate() {
  const chosen = page.dataset.language ?? "";
  texts = known.courseTexts?.[chosen] ?? {};
  const direction = text("language.direction", page.dir);
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-text]"))) {
    place.textContent = text(place.dataset.text ?? "", place.textContent ?? "");
    place.lang = chosen;
    (place.closest("bdi") ?? place).dir = direction; // a number beside it stands in the order of its language
  }
  for (const name of ["placeholder", "aria-label"]) {
    for (const place of document.querySelectorAll(`[data-text-${name}]`)) {
      place.setAttribute(name, text(place.getAttribute(`data-text-${name}`) ?? "", place.getAttribute(name) ?? ""));
    }
  }
  const review = /** @type {HTMLElement} */ (document.querySelector(".language-review"));
  review.textContent = text("language.review", "");
  review.lang = chosen;
  review.dir = "auto";
  review.hidden = review.textContent === "";
  sayMode();
}

if (known.courseLanguage) known.courseLanguage.then(translate);
else sayMode();

document.querySelector(".site-contents .current > a.current, .site-contents a.current")?.setAttribute("aria-current", "page");

/** What is wider than a phone scrolls sideways, by keyboard too. @param {Element} wide */
function letScroll(wide) {
  const room = wide.parentElement?.closest("section, div, dd, li")?.clientWidth ?? 0;
  if (wide.closest("[tabindex]:not(main)") || wide.scrollWidth <= room) return;
  const box = document.createElement("div");
  wide.replaceWith(box);
  box.append(wide);
  box.className = "table-scroll";
  box.tabIndex = 0;
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", text("theme.sideways", "Scrolls sideways"));
}

// Measuring makes the browser lay out the page, so it waits until the page has loaded.
addEventListener("load", () => document.querySelectorAll("article table, article pre").forEach(letScroll));

// Where the script of the exercises cannot be loaded, the forms for paper are shown again.
if (page.classList.contains("has-script") && !known.coursekit) page.classList.remove("has-script");

export {};
