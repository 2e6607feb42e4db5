import { progressOf } from "../storage/progress.js";
import { deviceStore } from "../storage/storage.js";
import { directionOf, languageOf, translator } from "../i18n/messages.js";

/**
 * The list of all exercises: what the reader did in each, and filters. Without a script the list stands whole.
 */

/** @param {ParentNode} page */
export function mountExerciseLists(page) {
  for (const card of page.querySelectorAll("[data-state-of]")) {
    showMinutes(/** @type {HTMLElement} */ (card));
    showState(/** @type {HTMLElement} */ (card));
  }
  for (const form of page.querySelectorAll("form[data-filters]")) mountFilters(/** @type {HTMLFormElement} */ (form));
}

/**
 * Says how long an exercise takes in the reader's language; what else a card says has no number in it.
 * @param {HTMLElement} card
 */
function showMinutes(card) {
  const place = /** @type {HTMLElement} */ (card.querySelector("[data-minutes]"));
  place.lang = languageOf(card);
  place.dir = directionOf(place.lang);
  place.textContent = translator(place.lang)("head.minutes", { count: Number(place.dataset.minutes) });
}

/**
 * Marks a card with how far the reader has come.
 * @param {HTMLElement} card
 */
function showState(card) {
  const { stateOf = "", version = "", course = "", untouched = "null" } = card.dataset;
  const saved = deviceStore(course, stateOf, version).read();
  const progress = saved ? progressOf(saved, JSON.parse(untouched)) : "not-started";
  card.dataset.progress = progress;
  if (progress === "not-started") return;
  const mark = document.createElement("span");
  mark.className = `exercise-progress is-${progress}`;
  mark.textContent = translator(languageOf(card))(`progress.${progress}`);
  card.querySelector(".exercise-card-facts")?.append(" · ", mark);
}

/** @param {HTMLFormElement} form with one select for each thing to filter by */
function mountFilters(form) {
  const language = languageOf(form);
  const t = translator(language);
  form.lang = language;
  form.dir = directionOf(language);
  const list = /** @type {HTMLElement} */ (form.nextElementSibling);
  const status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
  const cards = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[data-state-of]")]);
  const filter = () => {
    const wanted = [...new FormData(form)].filter(([, value]) => value !== "");
    for (const card of cards) {
      const fits = wanted.every(([name, value]) => (card.dataset[name] ?? "").split(" ").includes(String(value)));
      card.hidden = !fits;
    }
    for (const group of list.querySelectorAll("section")) group.hidden = !group.querySelector("[data-state-of]:not([hidden])");
    status.textContent = t("filters.count", { shown: cards.filter(({ hidden }) => !hidden).length, count: cards.length });
  };
  form.hidden = false;
  form.addEventListener("change", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
}
