import { emptyAnswer, prepare, recogniser } from "../core/index.js";
import { views } from "virtual:kinds";
import { words } from "virtual:words";
import { Frame } from "./frame.jsx";
import { Guard } from "../components/guard.jsx";
import { whenIdle } from "../components/idle.js";
import { chooseLanguage, translator } from "../i18n/messages.js";
import { report } from "./report.js";
import { createSession } from "./session.js";
import { earlierWork } from "../storage/storage.js";

/** How the first view of an exercise is drawn when the book is built: in English, under the title of its page. */
export const FIRST_VIEW = { language: "en", level: 2, isTitled: true };

/**
 * One person's session with an exercise, and what shows it.
 * @param {import("../types").Payload} payload
 * @param {object} [options]
 * @param {import("../storage/storage.js").Store} [options.store]
 * @param {string} options.language
 * @param {number} options.level of the exercise's heading
 * @param {boolean} options.isTitled whether the page shows the title already, right above
 * @returns {{session: import("./session.js").Session, view: import("preact").VNode}}
 */
export function exerciseFor(payload, { store, language, level, isTitled } = FIRST_VIEW) {
  const { exercise } = payload;
  const kind = views[exercise.kind];
  const t = translator(language);
  const empty = emptyAnswer(exercise);
  /** @type {((answer: unknown) => string[]) | undefined} */
  let readyRecogniser;
  const recognise = (/** @type {unknown} */ answer) =>
    (readyRecogniser ??= recogniser(exercise, payload.misconceptions ?? []))(answer);
  const session = createSession({
    exercise,
    store,
    report,
    empty,
    grade: gradeReadyWhenIdle(exercise, empty, recognise),
    recognise,
    checksItself: kind.checksItself && ((answer) => kind.checksItself(exercise, answer)),
  });
  const view = (
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
    </Guard>
  );
  return { session, view };
}

/**
 * The rubric is compiled, and tried with the signs of misconceptions, once the page has come to rest: so many exercises
 * open at once, and the first Check is nearly as quick as the second.
 * @param {import("../types").Exercise} exercise
 * @param {Record<string, any>} anyAnswer to try the rubric on
 * @param {(answer: any) => string[]} recognise
 * @returns {(answer: unknown) => import("../types").Grade | import("../types").Refusal}
 */
function gradeReadyWhenIdle(exercise, anyAnswer, recognise) {
  /** @type {import("../core/index.js").Grader | undefined} */
  let grader;
  const grade = (/** @type {unknown} */ answer) => (grader ??= prepare(exercise)).grade(answer);
  whenIdle(() => {
    grade(anyAnswer);
    recognise(anyAnswer);
  });
  return grade;
}
