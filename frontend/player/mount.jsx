import { hydrate, render } from "preact";
import { emptyAnswer } from "../core/index.js";
import { views } from "virtual:kinds";
import { FIRST_VIEW, exerciseFor } from "./exercise.jsx";
import { Guard } from "../components/guard.jsx";
import { chooseLanguage, directionOf, languageOf, translator } from "../i18n/messages.js";
import { deviceStore, fresh } from "../storage/storage.js";

/**
 * Brings the exercises of a page to life: finds their places, reads what is asked, shows the frame.
 */

/** @param {ParentNode} page */
export function mountAll(page) {
  for (const section of page.querySelectorAll("section.exercise:not(.is-live)")) {
    const place = /** @type {HTMLElement} */ (section);
    try {
      (place.dataset.shown ? mountShown : mount)(place);
    } catch (error) {
      place.classList.add("is-readable"); // damaged: what can be read on paper stays, and the other exercises live
      reportError(error);
    }
  }
}

/**
 * An answer that is shown and cannot be changed, as in a solution.
 * @param {HTMLElement} section
 */
function mountShown(section) {
  const { exercise, answer } = dataIn(section);
  const place = document.createElement("div");
  place.className = "exercise-live";
  section.append(place);
  section.classList.add("is-live");
  const language = chooseLanguage(languageOf(section));
  place.lang = language;
  place.dir = directionOf(language);
  const t = translator(language);
  const { View } = views[exercise.kind];
  const level = Number(headingAbove(section)?.tagName[1] ?? 1) + 1;
  render(
    <Guard message={t("frame.broken")}>
      <View exercise={exercise} answer={answer} readOnly result={null} onChange={() => {}} headingLevel={level} t={t} />
    </Guard>,
    place,
  );
}

/** @param {HTMLElement} section */
const dataIn = (section) => JSON.parse(section.querySelector("script.exercise-data")?.textContent ?? "null");

/** @param {HTMLElement} section with the exercise as JSON inside, and perhaps with its first view */
function mount(section) {
  /** @type {import("../types").Payload} */
  const payload = dataIn(section);
  const { exercise, course } = payload;
  const above = headingAbove(section);
  const options = {
    language: languageOf(section),
    level: above ? Number(above.tagName[1]) + 1 : 2,
    isTitled: above?.firstChild?.textContent?.trim() === exercise.title,
  };
  const { session, view } = exerciseFor(payload, { ...options, store: deviceStore(course, exercise.id, exercise.version) });
  const drawn = /** @type {HTMLElement | null} */ (section.querySelector(":scope > .exercise-live"));
  if (drawn && isSame(options, FIRST_VIEW) && isUntouched(session, exercise)) hydrate(view, drawn);
  else {
    drawn?.remove();
    const place = document.createElement("div");
    place.className = "exercise-live";
    section.append(place);
    render(view, place);
  }
  section.classList.add("is-live");
  // Printed while nothing is drawn, the page gives the form for working on paper; afterwards, the person's work.
  const nothingYet = emptyAnswer(exercise);
  const markUntouched = () => section.classList.toggle("is-untouched", isSame(session.get().saved.answer, nothingYet));
  markUntouched();
  session.subscribe(markUntouched);
}

/** @param {unknown} one @param {unknown} other */
const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Whether nothing is kept of an exercise and nothing is to be said, so that its first view is the right one.
 * @param {import("./session.js").Session} session
 * @param {import("../types").Exercise} exercise
 */
function isUntouched(session, exercise) {
  const { saved, edition, problem } = session.get();
  return !edition && !problem && isSame(saved, fresh(emptyAnswer(exercise)));
}

/**
 * Shows one exercise where no page has prepared a place, as in Jupyter.
 * @param {HTMLElement} place
 * @param {import("../types").Payload} payload
 * @param {string} language
 * @returns {{session: import("./session.js").Session, close: () => void}}
 */
export function show(place, payload, language) {
  const { session, view } = exerciseFor(payload, { language, level: 2, isTitled: false });
  render(view, place);
  return {
    session,
    close() {
      session.close();
      render(null, place);
    },
  };
}

/**
 * The heading of the section of the page that holds the exercise.
 * @param {HTMLElement} place
 * @returns {Element | null}
 */
function headingAbove(place) {
  for (let outer = place.parentElement; outer; outer = outer.parentElement) {
    const heading = outer.querySelector(":scope > :is(h1, h2, h3, h4)");
    if (heading) return heading;
  }
  return null;
}
