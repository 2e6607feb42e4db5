import { useRef, useState } from "preact/hooks";
import { Keys } from "../../components/controls.jsx";
import { useFocusSoon } from "../../components/focus.js";
import { Modes } from "../../components/modes.jsx";
import { Canvas } from "./canvas.jsx";
import { place, putTie, removeTie, takeOff } from "./changes.js";
import { Choices, Chosen } from "./choices.jsx";
import { Functions, SharedOut } from "./functions.jsx";
import { List } from "./list.jsx";
import { countChanges } from "./repair.js";
import { TieForm } from "./tie-form.jsx";
import { TieList } from "./tie-list.jsx";
import { Tray } from "./tray.jsx";
import { actorOf, endsInWords, tieInWords } from "./words.js";

/**
 * The partnership designer: actors on levels, ties between them. Two equal ways to work, canvas and list.
 */

export { After } from "./after.jsx";

/** @typedef {import("./changes.js").Design} Design */
/** @typedef {import("./changes.js").Tie} Tie */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/**
 * @typedef {object} ViewProps
 * @property {import("../../types").Exercise} exercise
 * @property {Design} answer
 * @property {(answer: Design, said: string) => void} onChange with what was done, in words
 * @property {boolean} readOnly
 * @property {Record<string, any>} [memory] `mode`: "canvas" or "list"
 * @property {(memory: Record<string, any>) => void} [onMemory]
 * @property {(text: string) => void} [say]
 * @property {number} headingLevel
 * @property {Translate} t
 */

/** @param {ViewProps} props */
export function View(props) {
  const [lit, setLit] = useState(/** @type {number | null} */ (null));
  return props.readOnly ? <Shown {...props} lit={lit} onPoint={setLit} /> : <Workbench {...props} lit={lit} onPoint={setLit} />;
}

/** @typedef {ViewProps & {lit: number | null, onPoint: (index: number | null) => void}} InnerProps */

/** @param {InnerProps} props */
function Shown({ exercise: { setting }, answer, headingLevel, lit, onPoint, t }) {
  return (
    <div class="designer">
      <Canvas setting={setting} design={answer} lit={lit} onPoint={onPoint} readOnly t={t} />
      <TieList setting={setting} design={answer} level={headingLevel} lit={lit} onPoint={onPoint} onEdit={null} onRemove={null} t={t} />
      {setting.functions && <SharedOut setting={setting} design={answer} t={t} />}
      <Chosen setting={setting} design={answer} t={t} />
    </div>
  );
}

/** @param {InnerProps} props */
function Workbench({ exercise: { setting }, answer, onChange, memory = {}, onMemory, say = () => {}, headingLevel, lit, onPoint, t }) {
  const mode = memory.mode === "list" ? "list" : "canvas";
  const view = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [picked, pick] = useState(/** @type {string | null} */ (null));
  const [form, setForm] = useState(/** @type {{tie: Tie, index: number | null} | null} */ (null));
  const [receiving, setReceiving] = useState(/** @type {string | null} */ (null));
  const focusSoon = useFocusSoon(view);
  const nameOf = (/** @type {string} */ id) => actorOf(setting, id).name;
  const pickedNow = picked && answer.actors.includes(picked) ? picked : null;

  const putOn = (/** @type {string} */ id) => {
    const shelf = [...(view.current?.querySelectorAll("[data-waiting]") ?? [])].map((button) => button.getAttribute("data-waiting"));
    const next = shelf[shelf.indexOf(id) + 1] ?? shelf[shelf.indexOf(id) - 1];
    onChange(place(answer, id), t("said.placed", { name: nameOf(id), level: t(`level.${actorOf(setting, id).level}`) }));
    if (mode === "canvas") focusSoon(`[data-waiting="${next}"]`, `[data-actor="${id}"]`);
  };
  const putOff = (/** @type {string} */ id) => {
    const cards = [...(view.current?.querySelectorAll("[data-actor]") ?? [])].map((card) => card.getAttribute("data-actor"));
    const next = cards[cards.indexOf(id) + 1] ?? cards[cards.indexOf(id) - 1];
    const lost = answer.ties.filter(({ from, to }) => from === id || to === id).length;
    pick(null);
    onChange(takeOff(answer, id), t("said.taken-off", { name: nameOf(id), count: lost }));
    if (mode === "canvas") focusSoon(`[data-actor="${next}"]`, `[data-waiting="${id}"]`);
  };
  const startTie = (/** @type {string} */ from, /** @type {string} */ to) => {
    pick(null);
    setForm({ tie: { from, to, both: false, purpose: null, ...(setting.payloads.length > 0 && { payload: null }) }, index: null });
  };
  const choose = (/** @type {string} */ id) => {
    if (pickedNow === null) {
      pick(id);
      say(t("said.picked", { name: nameOf(id) }));
    } else if (pickedNow === id) {
      pick(null);
      say(t("said.let-go", { name: nameOf(id) }));
    } else startTie(pickedNow, id);
  };
  const saveTie = (/** @type {Tie} */ tie, /** @type {number | null} */ index) => {
    onChange(putTie(answer, tie, index), t(index === null ? "said.tied" : "said.changed", { tie: tieInWords(setting, tie, t) }));
    if (index === null && mode === "canvas") focusSoon(`[data-actor="${form?.tie.to}"]`);
  };
  const cutTie = (/** @type {number} */ index) => {
    onPoint(null);
    onChange(removeTie(answer, index), t("said.cut", { ends: endsInWords(setting, answer.ties[index], t) }));
    focusSoon(`[data-remove="${Math.min(index, answer.ties.length - 2)}"]`, "[data-ties-heading]");
  };
  const letGo = () => {
    const held = pickedNow;
    pick(null);
    focusSoon(`[data-actor="${held}"]`);
  };
  const keys = (/** @type {KeyboardEvent} */ event) => {
    const card = /** @type {HTMLElement} */ (event.target).closest?.(".designer-canvas [data-actor]");
    if (event.key === "Escape" && pickedNow && !form) letGo();
    else if (card && ["Delete", "Backspace"].includes(event.key)) {
      event.preventDefault();
      putOff(card.getAttribute("data-actor") ?? "");
    }
  };

  return (
    <div class="designer is-live" ref={view} onKeyDown={keys}>
      <div class="designer-head">
        <Modes modes={["canvas", "list"]} mode={mode} onMode={(chosen) => onMemory?.({ mode: chosen })} t={t} />
        {setting.start && <p class="designer-count">{t("repair.changes", { count: countChanges(setting.start, answer) })}</p>}
      </div>
      {mode === "canvas" ? (
        <div class="designer-bench">
          <Tray setting={setting} design={answer} onPlace={putOn} onCarry={setReceiving} t={t} />
          <div class="designer-table">
            <div class="designer-guide">
              <p>{t(answer.actors.length < 2 ? "prompt.place" : "prompt.tie")}</p>
              <Legend t={t} />
            </div>
            <Canvas
              setting={setting} design={answer} picked={pickedNow} receiving={receiving} lit={lit} onPoint={onPoint}
              onPick={choose} onTie={startTie} onEdit={(index) => setForm({ tie: answer.ties[index], index })} readOnly={false} t={t}
            />
            {pickedNow && <InHand name={nameOf(pickedNow)} onTakeOff={() => putOff(pickedNow)} onLetGo={letGo} t={t} />}
          </div>
        </div>
      ) : (
        <List
          setting={setting} design={answer} level={headingLevel}
          onPlace={putOn} onTakeOff={putOff} onAdd={(tie) => saveTie(tie, null)} t={t}
        />
      )}
      <TieList
        setting={setting} design={answer} level={headingLevel} lit={lit} onPoint={onPoint}
        onEdit={(index) => setForm({ tie: answer.ties[index], index })} onRemove={cutTie} t={t}
      />
      {setting.functions && <Functions setting={setting} design={answer} level={headingLevel} onChange={onChange} t={t} />}
      <Choices setting={setting} design={answer} onChange={onChange} t={t} />
      <Keys keys={["move", "place", "tie", "cancel", "remove", "list"]} prefix="keys" t={t} />
      {form && (
        <TieForm
          setting={setting} design={answer} tie={form.tie} index={form.index}
          onSave={(tie) => saveTie(tie, form.index)}
          onRemove={() => form.index !== null && cutTie(form.index)}
          onClose={() => setForm(null)}
          t={t}
        />
      )}
    </div>
  );
}

/** @param {{t: Translate}} props */
function Legend({ t }) {
  return (
    <ul class="designer-legend">
      {["across", "updown"].map((way) => (
        <li key={way} class={`is-${way}`}>
          <svg viewBox="0 0 34 10" width="34" height="10" aria-hidden="true" focusable="false"><path d="M1 5h32" /></svg>
          {t(`legend.${way}`)}
        </li>
      ))}
    </ul>
  );
}

/**
 * What can be done with the card in hand; stays in sight while the canvas scrolls.
 * @param {{name: string, onTakeOff: () => void, onLetGo: () => void, t: Translate}} props
 */
function InHand({ name, onTakeOff, onLetGo, t }) {
  return (
    <div class="designer-hand">
      <p>{t("prompt.picked", { name })}</p>
      <div class="exercise-row">
        <button type="button" class="exercise-button" onClick={onTakeOff}>{t("prompt.take-off")}</button>
        <button type="button" class="exercise-button" onClick={onLetGo}>{t("prompt.cancel")}</button>
      </div>
    </div>
  );
}
