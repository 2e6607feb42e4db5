import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { canRead } from "../core/index.js";
import { words } from "virtual:words";
import { useAsking } from "../components/asking.js";
import { Guard } from "../components/guard.jsx";
import { Icon } from "../components/icons.jsx";
import { chooseLanguage, directionOf, languageOf, translator } from "../i18n/messages.js";
import { Progress } from "../components/progress.jsx";
import { progressOf } from "../storage/progress.js";
import { canKeep, deleteEverything, deviceStore, notesOf, readText, TRIAL } from "../storage/storage.js";
import { download } from "../storage/transfer.js";
import { bringIn, MAX_FILE_SIZE, readWorkFile, unreadable, workFile } from "../storage/work-file.js";
import { loadWhole, wholeExercises } from "./whole-exercises.js";

/**
 * The page "My work": everything the person did in the course on this device, to look at, take away, bring back,
 * print and delete.
 */

/** @typedef {import("../types").Exercise} Exercise */
/** @typedef {import("../i18n/messages.js").Translate} Translate */
/** @typedef {import("./whole-exercises.js").Listed} Listed */
/**
 * @typedef {object} Work
 * @property {import("../storage/storage.js").Saved | null} saved
 * @property {import("../player/session.js").State["progress"]} progress
 * @property {Exercise | undefined} whole with setting and criteria, once it was loaded
 * @property {boolean} isReadable whether this edition of the exercise understands the answer, as far as is known
 * @property {boolean} earlier whether only an earlier edition was answered
 */
/** @typedef {Listed & Work} Row */
/** @typedef {{text: string, lines?: string[]}} Said */

/** @param {ParentNode} page */
export function mountMyWork(page) {
  const section = /** @type {HTMLElement | null} */ (page.querySelector("section[data-work]"));
  if (!section) return;
  const { course, exercises, notes } = JSON.parse(section.querySelector("script")?.textContent ?? "null");
  const language = chooseLanguage(languageOf(section));
  const place = document.createElement("div");
  section.append(place);
  render(<MyWork course={course} exercises={exercises} notes={notes} language={language} t={translator(language)} />, place);
}

/** @param {{course: string, exercises: Listed[], notes: Record<string, string>, language: string, t: Translate}} props */
function MyWork({ course, exercises, notes, language, t }) {
  const [, redraw] = useState({});
  const [said, say] = useState(/** @type {Said} */ ({ text: "" }));
  const [keeps] = useState(canKeep); // tried once: each try is an event in the other tabs
  useEffect(() => {
    const again = (/** @type {StorageEvent} */ { key }) => key !== TRIAL && redraw({});
    addEventListener("storage", again);
    return () => removeEventListener("storage", again);
  }, []);
  const rows = exercises.map((listed) => rowOf(course, listed));
  const begun = rows.filter(({ progress, earlier }) => progress !== "not-started" || earlier);
  const missing = begun.filter(({ whole }) => !whole);
  useEffect(() => {
    if (missing.length > 0) loadWhole(missing).then(() => redraw({}));
  }, [missing.map(({ exercise }) => exercise.id).join()]);
  const written = Object.entries(notes).flatMap(([name, question]) => {
    const text = (readText(notesOf(course) + name) ?? "").trim();
    return text ? [{ name, question, text }] : [];
  });
  const aside = unreadable(course).length;
  const passed = rows.filter(({ progress }) => progress === "passed").length;
  return (
    <div class="work exercise is-live" lang={language} dir={directionOf(language)}>
      <p>{t(keeps ? "work.private" : "work.forbidden")}</p>
      <p class="work-count">
        <strong>
          {begun.length + written.length === 0
            ? t("work.nothing")
            : t("work.started", { passed, open: begun.length - passed, count: rows.length })}
        </strong>
      </p>
      {aside > 0 && <p>{t("work.aside", { count: aside })}</p>}
      <Actions course={course} exercises={exercises} notes={notes} say={say} redraw={() => redraw({})} t={t} />
      <div role="status" class="work-said">
        {said.text && <p class="exercise-notice">{said.text}</p>}
        {said.lines && said.lines.length > 0 && <ul>{said.lines.map((line) => <li key={line}>{line}</li>)}</ul>}
      </div>
      {[...new Set(rows.map(({ exercise }) => exercise.chapter))].map((chapter) => (
        <section key={chapter} class="work-chapter">
          <h2>{t("work.chapter", { number: chapter })}</h2>
          <ul>
            {rows.filter(({ exercise }) => exercise.chapter === chapter).map((row) => (
              <Line key={row.exercise.id} row={row} language={language} t={t} />
            ))}
          </ul>
        </section>
      ))}
      <Guard message={t("frame.broken")}><Portfolio rows={begun} notes={written} t={t} /></Guard>
    </div>
  );
}

/**
 * @param {string} course
 * @param {Listed} listed
 * @returns {Row}
 */
function rowOf(course, listed) {
  const { exercise, untouched } = listed;
  const store = deviceStore(course, exercise.id, exercise.version);
  const saved = store.read();
  const progress = saved ? progressOf(saved, JSON.parse(untouched)) : "not-started";
  const whole = wholeExercises()[exercise.id];
  const isReadable = !saved || !whole || canRead(whole, saved.answer);
  return { ...listed, saved, progress, whole, isReadable, earlier: !saved && store.editions().length > 0 };
}

/** @param {{row: Row, language: string, t: Translate}} props */
function Line({ row, language, t }) {
  const { exercise, saved, progress } = row;
  const when = saved?.saved && progress !== "not-started" && new Date(saved.saved).toLocaleDateString(language, { dateStyle: "medium" });
  const facts = [
    saved?.result && t("work.points", { points: saved.result.points, count: saved.result.max_points }),
    saved && saved.checks > 0 && t("work.checks", { count: saved.checks }),
    when && t("work.when", { date: when }),
    row.earlier && t("work.earlier"),
    !row.isReadable && t("work.cannot-read"),
  ];
  return (
    <li>
      <a href={row.href}>{exercise.number} {exercise.title}</a>
      <Progress progress={progress} t={t} />
      <small>{facts.filter(Boolean).join(" · ")}</small>
    </li>
  );
}

/**
 * @param {object} props
 * @param {string} props.course
 * @param {Listed[]} props.exercises
 * @param {Record<string, string>} props.notes what each is about
 * @param {(said: Said) => void} props.say
 * @param {() => void} props.redraw
 * @param {Translate} props.t
 */
function Actions({ course, exercises, notes, say, redraw, t }) {
  const { asking, ask, attributes } = useAsking();
  const picker = useRef(/** @type {HTMLInputElement | null} */ (null));
  const remove = () => {
    deleteEverything(course);
    ask(false);
    say({ text: t("work.deleted") });
  };
  const bring = async (/** @type {HTMLInputElement} */ input) => {
    const file = input.files?.[0];
    input.value = "";
    if (!file) return;
    if (file.size > MAX_FILE_SIZE) return say({ text: t("work.too-large") });
    const content = readWorkFile(await file.text(), course);
    if ("message" in content) return say({ text: t(content.message) });
    await loadWhole(exercises.filter(({ exercise }) => content.work.some((entry) => entry?.exercise === exercise.id)));
    say(inWords(bringIn(content, Object.values(wholeExercises()), notes), t));
    redraw();
  };
  return (
    <div class="exercise-row work-actions">
      <button
        type="button" class="exercise-button is-main"
        onClick={() => {
          download(`my-work-${new Date().toISOString().slice(0, 10)}.json`, workFile(course));
          say({ text: t("work.exported") });
        }}
      >
        {t("work.export")}
      </button>
      <button type="button" class="exercise-button" onClick={() => picker.current?.click()}>{t("work.import")}</button>
      <input
        ref={picker} type="file" accept="application/json,.json" hidden aria-label={t("work.import")}
        onChange={(event) => bring(event.currentTarget)}
      />
      <button type="button" class="exercise-button" onClick={() => print()}>{t("work.print")}</button>
      <div {...attributes}>
        {asking ? (
          <div class="exercise-confirm" role="group" aria-label={t("work.delete-question")}>
            <span>{t("work.delete-question")}</span>
            <button type="button" class="exercise-button" onClick={() => ask(false)}>{t("work.delete-keep")}</button>
            <button type="button" class="exercise-button is-danger" onClick={remove}>{t("work.delete-confirm")}</button>
          </div>
        ) : (
          <button type="button" class="exercise-button is-danger" onClick={() => ask(true)}>{t("work.delete")}</button>
        )}
      </div>
    </div>
  );
}

/**
 * @param {import("../storage/work-file.js").Outcome} outcome
 * @param {Translate} t
 * @returns {Said}
 */
function inWords({ taken, kept, both, refused, longNotes, full }, t) {
  const counts = t("work.brought-in", { taken, kept, both });
  const text = [counts, full && t("work.full"), refused.length > 0 && t("work.refused", { count: refused.length })];
  const lines = refused.map(({ exercise, reason, values }) => `${exercise}: ${t(reason, values)}`);
  const notes = longNotes.map((question) => t("work.note-too-long", { question }));
  return { text: text.filter(Boolean).join(" "), lines: [...lines, ...notes] };
}

/**
 * All answers and notes in words: what the print holds.
 * @param {{rows: Row[], notes: {name: string, question: string, text: string}[], t: Translate}} props
 */
function Portfolio({ rows, notes, t }) {
  const answered = rows.filter(({ progress }) => progress !== "not-started");
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const unfold = () => setOpen(true); // folded, it would not be printed
    addEventListener("beforeprint", unfold);
    return () => removeEventListener("beforeprint", unfold);
  }, []);
  if (answered.length + notes.length === 0) return null;
  return (
    <details class="work-portfolio" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary><Icon name="open" /> {t("work.portfolio")}</summary>
      {answered.map(({ exercise, saved, progress, whole, isReadable }) => (
        <section key={exercise.id}>
          <h3>{exercise.number} {exercise.title}</h3>
          <Progress progress={progress} t={t} />
          {isReadable && whole && (
            <ul>{words[exercise.kind].describe(whole, saved?.answer, t).map((line) => <li key={line}>{line}</li>)}</ul>
          )}
          {!isReadable && <p>{t("work.cannot-read")}</p>}
        </section>
      ))}
      {notes.length > 0 && <h3>{t("work.notes")}</h3>}
      {notes.map(({ name, question, text }) => (
        <section key={name}>
          <p><strong>{question}</strong></p>
          <p class="work-note">{text}</p>
        </section>
      ))}
    </details>
  );
}

