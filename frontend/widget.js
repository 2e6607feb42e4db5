import { addTexts } from "./i18n/messages.js";
import { show } from "./player/mount.jsx";

/**
 * Jupyter: the same exercise as an anywidget module. Traits: `payload` (what is asked), `answer` and `result`
 * (both ways: the person's work reaches Python, and what Python sets is shown).
 */

/**
 * @typedef {object} Model
 * @property {(name: string) => any} get
 * @property {(name: string, value: any) => void} set
 * @property {() => void} save_changes
 * @property {(event: string, listener: () => void) => void} on
 * @property {(event: string, listener: () => void) => void} off
 */

/** @param {{model: Model, el: HTMLElement}} context */
function render({ model, el }) {
  const section = document.createElement("section");
  section.className = "exercise is-live";
  // JupyterLab would take letters and arrows for its notebook: "b" adds a cell, an arrow leaves the exercise.
  section.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
  });
  const place = document.createElement("div");
  place.className = "exercise-live";
  section.append(place);
  el.append(section);
  const language = document.documentElement.lang || "en";
  addTexts(model.get("payload").texts);
  const { session, close } = show(place, model.get("payload"), language);

  const same = (/** @type {any} */ one, /** @type {any} */ other) => JSON.stringify(one) === JSON.stringify(other);
  const isSet = (/** @type {any} */ value) => value && Object.keys(value).length > 0;

  /** Whether one side hears the other out: a trait that is set tells of itself before the next one is. */
  let isBusy = false;

  function fromPython() {
    const answer = model.get("answer");
    if (isSet(answer) && !same(answer, session.get().saved.answer)) session.accept(answer, "");
    const result = isSet(model.get("result")) ? model.get("result") : null;
    if (!same(result, session.get().saved.result)) session.showResult(result);
  }

  /** Python may have set both at once: what the new answer sends back waits until the new result was read too. */
  function receive() {
    if (isBusy) return;
    isBusy = true;
    fromPython();
    isBusy = false;
    toPython();
  }

  function toPython() {
    if (isBusy) return;
    const { answer, result } = session.get().saved;
    if (same(answer, model.get("answer")) && same(result ?? {}, model.get("result"))) return;
    isBusy = true;
    model.set("answer", answer);
    model.set("result", result ?? {});
    model.save_changes();
    isBusy = false;
  }

  fromPython();
  const unsubscribe = session.subscribe(toPython);
  model.on("change:answer", receive);
  model.on("change:result", receive);
  return () => {
    unsubscribe();
    model.off("change:answer", receive);
    model.off("change:result", receive);
    close();
    section.remove();
  };
}

export default { render };
