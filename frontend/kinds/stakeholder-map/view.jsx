import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Keys } from "../../components/controls.jsx";
import { followPointer } from "../../components/drag.js";
import { useFocusSoon } from "../../components/focus.js";
import { Modes } from "../../components/modes.jsx";
import { Hand, List, Tray } from "./cards.jsx";
import { cellOf, put, takeOff } from "./changes.js";
import { Grid, Ladder, Limits } from "./grid.jsx";
import { limitsInWords, placeInWords } from "./words.js";

/**
 * The stakeholder map: evidence cards on a grid of power by interest, each with a depth of engagement. Two equal ways
 * to work, map and list.
 */

/** @typedef {import("./changes.js").Cell} Cell */
/** @typedef {import("./changes.js").Stakeholder} Stakeholder */
/** @typedef {import("./facts.js").Place} Place */
/** @typedef {import("./facts.js").StakeholderMap} StakeholderMap */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/**
 * @typedef {object} ViewProps
 * @property {import("../../types").Exercise} exercise
 * @property {StakeholderMap} answer
 * @property {(answer: StakeholderMap, said: string) => void} onChange with what was done, in words
 * @property {boolean} readOnly
 * @property {Record<string, any>} [memory] `mode`: "map" or "list"
 * @property {(memory: Record<string, any>) => void} [onMemory]
 * @property {(text: string) => void} [say]
 * @property {Translate} t
 */

/** Where the arrow keys start for a card that has no place yet. */
const MIDDLE = { p: 3, i: 3 };

/** @param {ViewProps} props */
export function View(props) {
  const { exercise, answer, readOnly, t } = props;
  if (!readOnly) return <Workbench {...props} />;
  /** @type {Stakeholder[]} */
  const stakeholders = exercise.setting.stakeholders;
  const off = stakeholders.filter(({ id }) => !cellOf(answer, id));
  return (
    <div class="stakeholder-map">
      <Grid stakeholders={stakeholders} answer={answer} t={t} />
      <Ladder t={t} />
      <Limits setting={exercise.setting} answer={answer} t={t} />
      {off.map((stakeholder) => <p key={stakeholder.id}>{placeInWords(stakeholder, answer, t)}</p>)}
    </div>
  );
}

/** @param {ViewProps} props */
function Workbench({ exercise, answer, onChange, memory = {}, onMemory, say = () => {}, t }) {
  /** @type {Stakeholder[]} */
  const stakeholders = exercise.setting.stakeholders;
  const mode = memory.mode === "list" ? "list" : "map";
  const view = useRef(/** @type {HTMLDivElement | null} */ (null));
  const table = useRef(/** @type {HTMLDivElement | null} */ (null));
  const ghost = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [held, hold] = useState(/** @type {string | null} */ (null));
  const [chosen, choose] = useState(/** @type {string | null} */ (null));
  const [aimed, aim] = useState(/** @type {Cell | null} */ (null));
  const [cursor, setCursor] = useState(MIDDLE);
  const focusSoon = useFocusSoon(view);
  useLayoutEffect(() => {
    // On a phone the cards fill the screen before the grid; once a cell is chosen, the depth of engagement comes next.
    if (chosen) (held ? table.current : table.current?.lastElementChild)?.scrollIntoView({ block: "nearest" });
  }, [held, chosen]);
  const byId = (/** @type {string | null} */ id) => stakeholders.find((stakeholder) => stakeholder.id === id);
  const nameOf = (/** @type {string} */ id) => byId(id)?.name ?? id;
  const waiting = stakeholders.filter(({ id }) => !cellOf(answer, id));
  const open = byId(chosen);

  const change = (/** @type {string} */ id, /** @type {Partial<Place>} */ part) => {
    const next = put(answer, id, part);
    const said = [placeInWords(/** @type {Stakeholder} */ (byId(id)), next, t)];
    if ("e" in part) said.push(...limitsInWords(exercise.setting, next, t));
    onChange(next, said.join(" "));
  };
  const pickUp = (/** @type {string} */ id) => {
    hold(id);
    choose(id);
    const cell = cellOf(answer, id) ?? MIDDLE;
    setCursor(cell);
    say(t("stakeholder-map.said-held", { name: nameOf(id) }));
    focusSoon(`[data-cell="${cell.p}-${cell.i}"]`);
  };
  const drop = (/** @type {string} */ id, /** @type {Cell} */ cell) => {
    hold(null);
    choose(id);
    change(id, cell);
    focusSoon(`[data-chip="${id}"]`);
  };
  const letGo = () => {
    focusSoon(`[data-chip="${chosen}"]`, `[data-waiting="${chosen}"]`);
    if (held) say(t("stakeholder-map.said-put-back", { name: nameOf(held) }));
    hold(null);
    choose(null);
  };
  const putOff = (/** @type {string} */ id) => {
    hold(null);
    choose(null);
    onChange(takeOff(answer, id), t("stakeholder-map.off-map", { name: nameOf(id) }));
    focusSoon(`[data-waiting="${id}"]`);
  };
  const carry = (/** @type {PointerEvent} */ down, /** @type {string} */ id) => {
    followPointer(down, {
      start() {
        hold(null);
        choose(null);
        if (ghost.current) ghost.current.textContent = nameOf(id);
      },
      move(x, y, under) {
        const frame = /** @type {HTMLElement} */ (view.current).getBoundingClientRect();
        if (ghost.current) ghost.current.style.translate = `${x - frame.left + 10}px ${y - frame.top - 52}px`;
        aim(cellUnder(view.current, under));
      },
      drop(under) {
        const cell = cellUnder(view.current, under);
        if (cell) drop(id, cell);
      },
      end() {
        if (ghost.current) ghost.current.textContent = "";
        aim(null);
      },
    });
  };
  const keys = (/** @type {KeyboardEvent} */ event) => {
    const chip = /** @type {HTMLElement} */ (event.target).getAttribute?.("data-chip");
    if (event.key === "Escape" && chosen) letGo();
    else if (chip && ["Delete", "Backspace"].includes(event.key)) {
      event.preventDefault();
      putOff(chip);
    }
  };

  return (
    <div class="stakeholder-map is-live" ref={view} onKeyDown={keys}>
      <Modes modes={["map", "list"]} mode={mode} onMode={(wanted) => onMemory?.({ mode: wanted })} t={t} />
      {mode === "list" ? <List stakeholders={stakeholders} answer={answer} onPut={change} t={t} /> : (
        <div class="stakeholder-map-bench">
          <Tray waiting={waiting} held={held} onPick={pickUp} onCarry={carry} t={t} />
          <div class="stakeholder-map-table">
            <div class="stakeholder-map-table" ref={table}>
              <Grid
                stakeholders={stakeholders} answer={answer} t={t}
                live={{
                  held, chosen, aimed, cursor, onCursor: setCursor, onCarry: carry, onPick: pickUp,
                  onDrop: (cell) => held && drop(held, cell),
                }}
              />
              {open && (
                <Hand
                  stakeholder={open} answer={answer} isHeld={held !== null} next={waiting.find(({ id }) => id !== chosen)}
                  onPut={(part) => change(open.id, part)} onPick={pickUp} onTakeOff={() => putOff(open.id)} onClose={letGo} t={t}
                />
              )}
            </div>
            <Ladder t={t} />
          </div>
        </div>
      )}
      <Limits setting={exercise.setting} answer={answer} t={t} />
      <Keys keys={["pick", "move", "drop", "cancel", "remove", "list"]} prefix="stakeholder-map.keys" t={t} />
      <div class="stakeholder-map-ghost" ref={ghost} aria-hidden="true"></div>
    </div>
  );
}

/**
 * @param {HTMLElement | null} view
 * @param {Element | null} under what lies under the pointer
 * @returns {Cell | null}
 */
function cellUnder(view, under) {
  const place = under?.closest("[data-place]");
  if (!place || !view?.contains(place)) return null;
  const [p, i] = (place.getAttribute("data-place") ?? "").split("-").map(Number);
  return { p, i };
}
