import { render } from "preact";
import { emptyAnswer, misconceptionsIn, prepare } from "../core/index.js";
import { views } from "virtual:kinds";
import { words } from "virtual:words";
import { Frame } from "./frame.jsx";
import { Guard } from "./guard.jsx";
import { chooseLanguage, directionOf, languageOf, translator } from "./messages.js";
import { report } from "./report.js";
import { createSession } from "./session.js";
import { deviceStore, earlierWork } from "./storage.js";

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

/** @param {HTMLElement} section with the exercise as JSON inside */
function mount(section) {
  /** @type {import("../types").Payload} */
  const payload = dataIn(section);
  const { exercise, course } = payload;
  const place = document.createElement("div");
  place.className = "exercise-live";
  section.append(place);
  section.classList.add("is-live");
  const above = headingAbove(section);
  const { session } = show(place, payload, {
    store: deviceStore(course, exercise.id, exercise.version),
    language: languageOf(section),
    level: above ? Number(above.tagName[1]) + 1 : 2,
    isTitled: above?.firstChild?.textContent?.trim() === exercise.title,
  });
  // Printed while nothing is drawn, the page gives the form for working on paper; afterwards, the person's work.
  const nothingYet = JSON.stringify(emptyAnswer(exercise));
  const markUntouched = () =>
    section.classList.toggle("is-untouched", JSON.stringify(session.get().saved.answer) === nothingYet);
  markUntouched();
  session.subscribe(markUntouched);
}

/**
 * Shows one exercise.
 * @param {HTMLElement} place
 * @param {import("../types").Payload} payload
 * @param {object} options
 * @param {import("./storage.js").Store} [options.store]
 * @param {string} options.language
 * @param {number} [options.level] of the exercise's heading
 * @param {boolean} [options.isTitled] whether the page shows the title already, right above
 * @returns {{session: import("./session.js").Session, close: () => void}}
 */
export function show(place, payload, { store, language, level = 2, isTitled = false }) {
  const { exercise } = payload;
  const kind = views[exercise.kind];
  const t = translator(language);
  const empty = emptyAnswer(exercise);
  const session = createSession({
    exercise, store, report, empty, grade: gradeReadyWhenIdle(exercise, empty),
    recognise: (answer) => misconceptionsIn(exercise, payload.misconceptions ?? [], answer),
    checksItself: kind.checksItself && ((answer) => kind.checksItself(exercise, answer)),
  });
  render(
    <Guard message={t("frame.broken")}>
      <Frame
        payload={payload}
        kind={kind}
        describe={words[exercise.kind].describe}
        session={session}
        level={level}
        isTitled={isTitled}
        earlier={earlierWork(payload.course)}
        language={chooseLanguage(language)}
        t={t}
      />
    </Guard>,
    place,
  );
  return {
    session,
    close() {
      session.close();
      render(null, place);
    },
  };
}

/**
 * The rubric is compiled once the page has come to rest, so that many exercises open at once and the first Check
 * is as quick as the second.
 * @param {import("../types").Exercise} exercise
 * @param {Record<string, any>} anyAnswer to try the rubric on
 * @returns {(answer: unknown) => import("../types").Grade | import("../types").Refusal}
 */
function gradeReadyWhenIdle(exercise, anyAnswer) {
  /** @type {import("../core/index.js").Grader | undefined} */
  let grader;
  const grade = (/** @type {unknown} */ answer) => (grader ??= prepare(exercise)).grade(answer);
  const whenIdle = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ task) => setTimeout(task, 500));
  whenIdle(() => grade(anyAnswer));
  return grade;
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
