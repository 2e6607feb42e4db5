import { progressOf } from "../storage/progress.js";
import * as history from "./history.js";
import { fresh, passingStore } from "../storage/storage.js";

/**
 * One person at work on one exercise: the answer and its history, checks, hints, and what is kept.
 * Knows no DOM, so that the page and Jupyter drive the same session.
 */

/** @typedef {import("../types").Grade} Grade */
/** @typedef {import("../types").Refusal} Refusal */
/** @typedef {import("../storage/storage.js").Saved} Saved */
/** @typedef {Pick<Saved, "result" | "shows">} Verdict a grade and the misconceptions to speak of */
/** @typedef {{id: string, values?: Record<string, string | number>, text?: string}} Message */
/**
 * @typedef {object} State
 * @property {Saved} saved
 * @property {boolean} canUndo
 * @property {boolean} canRedo
 * @property {import("../storage/progress.js").Progress} progress
 * @property {boolean} stale whether the answer has changed since the last check
 * @property {"full" | "forbidden" | null} unsaved why nothing can be kept, if so
 * @property {boolean} newer whether another tab has saved a newer answer
 * @property {import("../storage/storage.js").Edition | null} edition an answer to an earlier edition, on offer
 * @property {Message | null} problem what could not be done
 */
/**
 * @typedef {object} Options
 * @property {import("../types").Exercise} exercise
 * @property {any} empty
 * @property {(answer: unknown) => Grade | Refusal} grade
 * @property {import("../storage/storage.js").Store} [store]
 * @property {(event: import("./report.js").ReportEvent) => void} [report]
 * @property {(answer: any) => string[]} [recognise] the ids of the misconceptions that show in an answer
 * @property {(answer: any) => boolean} [checksItself] whether an answer is graded at once, as a quiz when all is answered
 */
/** @typedef {ReturnType<typeof createSession>} Session */

/** After this many checks the two good answers open. */
export const CHECKS_BEFORE_SOLUTIONS = 2;

/** @param {Options} options */
export function createSession({ exercise, empty, grade, store = passingStore(), report = () => {}, recognise = () => [], checksItself }) {
  let { saved, problem } = readStored();
  let editions = store.editions();
  let answers = history.begin(saved.answer);
  /** @type {unknown} the field in which the last change was typed */
  let typedIn = null;
  /** @type {Pick<State, "unsaved" | "newer" | "problem">} */
  let notices = { unsaved: null, newer: false, problem };
  /** @type {Set<() => void>} */
  const listeners = new Set();
  let state = describe();
  const stopWatching = store.watch(() => notify({ newer: true }));

  /** @returns {State} */
  function describe() {
    const edition = editions.find(({ version }) => !saved.declined.includes(version)) ?? null;
    return {
      saved,
      canUndo: answers.past.length > 0,
      canRedo: answers.future.length > 0,
      progress: progressOf(saved, empty),
      stale: saved.result !== null && JSON.stringify(saved.answer) !== JSON.stringify(saved.checked),
      edition,
      ...notices,
    };
  }

  /**
   * What is stored, where it can be read; what cannot is set aside.
   * @returns {{saved: Saved, problem: Message | null}}
   */
  function readStored() {
    const stored = store.read();
    const isRefused = stored !== null && "error" in grade(stored.answer);
    if (isRefused) store.setAside();
    return { saved: isRefused ? fresh(empty) : stored ?? fresh(empty), problem: isRefused ? { id: "storage.unreadable" } : null };
  }

  /** @param {Partial<typeof notices>} changed */
  function notify(changed = {}) {
    notices = { ...notices, ...changed };
    state = describe();
    for (const listener of listeners) listener();
  }

  /**
   * Takes over a change and keeps it, unless another tab's newer answer waits for a decision.
   * @param {Partial<Saved>} change
   */
  function keep(change, overwrite = false) {
    saved = { ...saved, ...change, saved: new Date().toISOString() };
    if (notices.newer && !overwrite) return notify({ problem: null });
    const outcome = store.write(saved, overwrite);
    notify({
      problem: null,
      newer: outcome === "newer",
      unsaved: outcome === "full" || outcome === "forbidden" ? outcome : null,
    });
  }

  /** @param {string} type @param {Record<string, any>} details */
  function tell(type, details = {}) {
    report({ .../** @type {any} */ ({ type }), exercise: exercise.id, version: exercise.version, ...details });
  }

  /** @param {Grade} result @param {any} answer @returns {Verdict} */
  const verdictOn = (result, answer) => ({ result, shows: result.passed ? [] : recognise(answer) });

  /** @param {Grade} result @param {any} answer */
  function keepResult(result, answer) {
    const before = saved.result?.criteria.filter(({ met }) => met).map(({ id }) => id) ?? null;
    keep({ ...verdictOn(result, answer), checked: answer, before, checks: saved.checks + 1 });
    tell("checked", { result, answer });
  }

  /** @param {any} answer @returns {Grade | null} null when it could not be read, which the state then says */
  function graded(answer) {
    const result = grade(answer);
    if (!("error" in result)) return result;
    notify({ problem: { id: `refused.${result.error.id}`, values: result.error.details } });
    return null;
  }

  /** @param {{history: typeof answers, said: string} | null} step back or forth @returns {string | null} what it did */
  function goTo(step) {
    if (!step) return null;
    answers = step.history;
    typedIn = null;
    keep({ answer: answers.present });
    tell("changed", { answer: answers.present });
    return step.said;
  }

  return {
    get: () => state,

    /** @param {() => void} listener */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    close: () => stopWatching(),

    /**
     * @param {any} answer
     * @param {string} said what was done, in words
     * @param {unknown} [field] in which it was typed: letters that follow each other in one field are one step to undo
     */
    change(answer, said = "", field = null) {
      answers = history.step(answers, answer, said, field !== null && field === typedIn);
      typedIn = field;
      keep({ answer });
      tell("changed", { answer });
      if (!checksItself?.(answer)) return;
      const result = grade(answer);
      if (!("error" in result)) keepResult(result, answer);
    },

    /** @returns {string | null} what was undone, in words; null when there was nothing */
    undo: () => goTo(history.undo(answers)),

    /** @returns {string | null} what was done again, in words; null when there was nothing */
    redo: () => goTo(history.redo(answers)),

    /** @returns {Grade | null} null when the answer could not be read, which the state then says */
    check() {
      const result = graded(saved.answer);
      if (result) keepResult(result, saved.answer);
      return result;
    },

    /** What a check would say now; keeps nothing. @returns {Verdict | null} null when the answer cannot be read */
    rehearse() {
      const result = grade(saved.answer);
      return "error" in result ? null : verdictOn(result, saved.answer);
    },

    /**
     * Takes an answer from elsewhere (a file, an earlier edition, Python) if it can be read; the one before stays in the history.
     * @param {any} answer
     * @param {string} said
     * @returns {boolean}
     */
    accept(answer, said) {
      const isRead = graded(answer) !== null;
      if (isRead) this.change(answer, said);
      return isRead;
    },

    /** @param {Grade | null} result from elsewhere, as when Python has graded, or null to take a result back */
    showResult(result) {
      const verdict = result ? verdictOn(result, saved.answer) : { result, shows: [] };
      saved = { ...saved, ...verdict, checked: result && saved.answer, before: null };
      notify();
    },

    /** @param {Message | null} problem */
    say: (problem) => notify({ problem }),

    /** @param {Record<string, any>} memory */
    remember: (memory) => keep({ memory: { ...saved.memory, ...memory } }),

    openHint() {
      if (saved.hints >= exercise.hints.length) return;
      keep({ hints: saved.hints + 1 });
      tell("hint", { hints: saved.hints });
    },

    reveal() {
      if (saved.checks < CHECKS_BEFORE_SOLUTIONS) return;
      keep({ revealed: true });
      tell("revealed");
    },

    /**
     * Starts afresh. The answer can still be brought back by undoing.
     * @param {string} said
     * @param {boolean} [forgets] also how the view was left, as when it cannot be drawn so
     */
    reset(said, forgets = Boolean(checksItself)) {
      answers = history.step(answers, empty, said);
      typedIn = null;
      keep({ ...fresh(empty), declined: saved.declined, memory: forgets ? {} : saved.memory });
      tell("reset");
    },

    /** Takes over what another tab did, be it that all was deleted; what cannot be read is set aside, and this answer stays. */
    loadNewer() {
      const newer = readStored();
      if (!newer.problem) {
        answers = history.step(answers, newer.saved.answer, "");
        typedIn = null;
        saved = newer.saved;
        editions = store.editions();
      }
      notify({ newer: false, problem: newer.problem });
    },

    keepMine: () => keep({}, true),

    /** @param {string} said */
    takeEdition(said) {
      if (state.edition && this.accept(state.edition.saved.answer, said)) this.leaveEdition();
    },

    leaveEdition() {
      if (state.edition) keep({ declined: [...saved.declined, state.edition.version] });
    },
  };
}

