import { useLayoutEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import { criteriaOf } from "../core/index.js";
import { Feedback, announcement } from "./feedback.jsx";
import { Guard } from "../components/guard.jsx";
import { Heading, Paragraphs } from "../components/heading.jsx";
import { Hints } from "./hints.jsx";
import { Icon } from "../components/icons.jsx";
import { Notices } from "./notices.jsx";
import { directionOf } from "../i18n/messages.js";
import { Progress } from "../components/progress.jsx";
import { onReport } from "./report.js";
import { useRehearsal } from "./rehearsal.js";
import { Solutions } from "./solutions.jsx";
import { Reset, Toolbar } from "./toolbar.jsx";

/**
 * What every exercise has around its view, whatever its kind: brief, tools, feedback, hints, two good answers.
 *
 * A kind's view.jsx gives `View`; `light = true`, if it needs no tools but Reset; `checksItself`, which says when an answer
 * is graded, if it has no Check; `showsChecks = true`, if its view looks at `result`, `checks` or `checked`; `After`, if
 * there is more to do with an answer once it was checked. Its words.js gives `describe`.
 */

/**
 * @param {object} props
 * @param {import("../types").Payload} props.payload
 * @param {{View: any, After?: any, light?: boolean, showsChecks?: boolean}} props.kind
 * @param {import("../types").Describe} props.describe
 * @param {import("./session.js").Session} props.session
 * @param {number} props.level of the exercise's heading
 * @param {boolean} props.isTitled whether the page shows the title already
 * @param {import("../storage/storage.js").Earlier} props.earlier what the person did elsewhere in the course
 * @param {string} props.language
 * @param {import("../i18n/messages.js").Translate} props.t
 */
export function Frame({ payload, kind, describe, session, level, isTitled, earlier, language, t }) {
  const { exercise } = payload;
  const [, redraw] = useState({});
  useLayoutEffect(() => session.subscribe(() => redraw({})), [session]); // before anything can happen to it unseen
  /** How often something was done that the view may show: here, or in another exercise of the page, as a guess in the quiz. */
  const [changes, countChange] = useReducer((count) => count + 1, 0);
  useLayoutEffect(() => onReport((event) => event.exercise !== exercise.id && countChange(null)), [exercise]);
  /** With each fresh start the view is made anew, so that nothing stays in a field that is no answer. */
  const [starts, countStart] = useReducer((count) => count + 1, 0);
  const [said, setSaid] = useState({ text: "" });
  const say = (/** @type {string} */ text) => setSaid({ text });
  const verdict = useRef(/** @type {HTMLElement | null} */ (null));
  const hint = useRef(/** @type {HTMLElement | null} */ (null));
  /** What gets the focus once it is drawn. */
  const next = useRef(/** @type {{current: HTMLElement | null} | null} */ (null));
  /** Whether the view could not be drawn: starting afresh then forgets how it was left, which may be the reason. */
  const isBroken = useRef(false);
  const work = useRef(/** @type {HTMLDivElement | null} */ (null));
  const keepFocus = useKeptFocus(work);
  const rehearsed = useRehearsal(session, kind.light);
  useLayoutEffect(() => {
    next.current?.current?.focus();
    next.current = null;
  });

  const actions = {
    check() {
      const result = session.check();
      if (!result) return;
      next.current = verdict;
      say(announcement(payload.exercise, result, t));
    },
    hint() {
      next.current = hint;
      session.openHint();
    },
    undo: () => saidAfter("said.undone", session.undo()),
    redo: () => saidAfter("said.redone", session.redo()),
    reset() {
      session.reset(t("said.reset"), isBroken.current || undefined);
      isBroken.current = false;
      countStart(null);
      say(t("said.reset"));
    },
  };
  /** The field in which the person types now, or null. */
  const fieldTypedIn = () => {
    const field = /** @type {any} */ (work.current?.getRootNode()).activeElement;
    return field?.matches("input[type=text], textarea") ? field : null;
  };
  const saidAfter = (/** @type {string} */ id, /** @type {string | null} */ done) =>
    say(done === null ? t("said.nothing") : t(id, { done }));
  const state = session.get();
  const { View, After } = kind;
  const { answer, memory, result, checks, checked } = state.saved;
  const ofChecks = kind.showsChecks ? { result, checks, checked } : {};
  // Most of a page: what a check leaves as it is, is not drawn again, so that feedback comes sooner.
  const view = useMemo(
    () => (
      <View
        key={starts}
        exercise={exercise}
        answer={answer}
        memory={memory}
        {...ofChecks}
        headingLevel={level + 1}
        onChange={(/** @type {any} */ changed, /** @type {string} */ done) => {
          session.change(changed, done, fieldTypedIn());
          countChange(null);
          if (done) say(done);
        }}
        onMemory={session.remember}
        say={say}
        earlier={earlier}
        reviews={payload.reviews ?? []}
        readOnly={false}
        t={t}
      />
    ),
    [answer, memory, changes, starts, ofChecks.result],
  );
  return (
    <div
      class="exercise-frame"
      lang={language}
      dir={directionOf(language)}
      onKeyDown={(event) => shortcut(event, actions)}
      onFocusIn={keepFocus}
    >
      <Head exercise={exercise} isCase={!kind.light} isTitled={isTitled} progress={state.progress} level={level} t={t} />
      <Notices session={session} t={t} />
      <div class="exercise-work" ref={work} tabIndex={-1} role="group" aria-label={exercise.title}>
        <Guard message={t("frame.broken")} given={state.saved} onFault={() => (isBroken.current = true)}>
          {view}
        </Guard>
      </div>
      {kind.light ? (
        <div class="exercise-toolbar"><Reset onReset={actions.reset} t={t} /></div>
      ) : (
        <>
          <Toolbar payload={payload} session={session} actions={actions} language={language} t={t} />
          <Hints exercise={exercise} open={state.saved.hints} level={level + 1} lastRef={hint} t={t} />
          <Feedback
            payload={payload}
            state={rehearsed ? { ...state, saved: { ...state.saved, ...rehearsed } } : state}
            isUnseen={rehearsed !== null}
            level={level + 1}
            headingRef={verdict}
            t={t}
          />
          {After && result && <After payload={payload} answer={answer} level={level + 1} t={t} />}
          <Solutions payload={payload} View={View} session={session} level={level + 1} t={t} />
        </>
      )}
      <ul class="exercise-words" aria-hidden="true">
        {describe(exercise, answer, t).map((/** @type {string} */ line) => <li key={line}>{line}</li>)}
      </ul>
      <div class="exercise-unseen" role="status" aria-live="polite"><p key={said}>{said.text}</p></div>
    </div>
  );
}

/**
 * @param {object} props
 * @param {import("../types").Exercise} props.exercise
 * @param {boolean} props.isCase
 * @param {boolean} props.isTitled
 * @param {import("./session.js").State["progress"]} props.progress
 * @param {number} props.level
 * @param {import("../i18n/messages.js").Translate} props.t
 */
function Head({ exercise, isCase, isTitled, progress, level, t }) {
  const outcomes = exercise.outcomes.map((id) => t(`outcome.${id}`)).join(t("head.outcome.separator"));
  return (
    <header class="exercise-head">
      <p class="exercise-kicker">
        <span>{`${t(`kind.${exercise.kind}`)} ${exercise.number}`}</span>
        {criteriaOf(exercise).length > 0 && <Progress progress={progress} t={t} />}
      </p>
      <Heading level={level} class={isTitled ? "exercise-unseen" : "exercise-title"}>{exercise.title}</Heading>
      <ul class="exercise-facts">
        {isCase && <li class="exercise-case">{t(exercise.fictional ? "case.fictional" : "case.real")}</li>}
        {exercise.minutes > 0 && <li><Icon name="clock" />{` ${t("head.minutes", { count: exercise.minutes })}`}</li>}
        {exercise.outcomes.length > 0 && <li>{t("head.outcomes", { outcomes, count: exercise.outcomes.length })}</li>}
      </ul>
      {exercise.brief && <div class="exercise-brief"><Paragraphs text={exercise.brief} /></div>}
    </header>
  );
}

/**
 * Undo and redo from the keyboard, except in a field where the same keys edit text.
 * @param {KeyboardEvent} event
 * @param {{undo(): void, redo(): void}} actions
 */
function shortcut(event, actions) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const target = /** @type {HTMLElement} */ (event.target);
  if (target.matches("textarea, input:not([type=checkbox], [type=radio])")) return;
  const key = event.key.toLowerCase();
  const action = key === "y" || (key === "z" && event.shiftKey) ? actions.redo : key === "z" ? actions.undo : null;
  if (!action) return;
  event.preventDefault();
  action();
}

/**
 * Focus is never lost: when what had it is gone, the work as a whole gets it.
 * @param {{current: HTMLElement | null}} work
 * @returns {(event: FocusEvent) => void} to be called with each focus inside
 */
function useKeptFocus(work) {
  const last = useRef(/** @type {Element | null} */ (null));
  useLayoutEffect(() => {
    if (!last.current || last.current.isConnected) return;
    last.current = null;
    const root = /** @type {Document | ShadowRoot | undefined} */ (work.current?.getRootNode());
    if (!root?.activeElement || root.activeElement === document.body) work.current?.focus({ preventScroll: true });
  });
  return (event) => {
    last.current = /** @type {Element} */ (event.target);
  };
}
