import { useRef } from "preact/hooks";
import { ActorIcon } from "./actor-icons.jsx";
import { byLevel } from "./changes.js";
import { followPointer } from "../../components/drag.js";

/**
 * The actors that are not placed yet, by level: tap one to place it, or drag it onto the canvas.
 * @param {object} props
 * @param {Record<string, any>} props.setting
 * @param {import("./changes.js").Design} props.design
 * @param {(id: string) => void} props.onPlace
 * @param {(level: string | null) => void} props.onCarry which level would take the actor in hand
 * @param {import("../../i18n/messages.js").Translate} props.t
 */
export function Tray({ setting, design, onPlace, onCarry, t }) {
  const tray = useRef(/** @type {HTMLDivElement | null} */ (null));
  const ghost = useRef(/** @type {HTMLDivElement | null} */ (null));
  const waiting = setting.palette.filter((/** @type {{id: string}} */ { id }) => !design.actors.includes(id));

  const carry = (/** @type {PointerEvent} */ down, /** @type {import("./changes.js").Actor} */ actor) => {
    const view = /** @type {HTMLElement} */ (tray.current?.parentElement);
    const overCanvas = (/** @type {Element | null} */ under) => {
      const canvas = under?.closest(".designer-canvas");
      return canvas && view.contains(canvas);
    };
    followPointer(down, {
      start() {
        if (ghost.current) ghost.current.textContent = actor.name;
        onCarry(actor.level);
      },
      move(x, y) {
        const frame = /** @type {HTMLElement} */ (tray.current).getBoundingClientRect();
        if (ghost.current) ghost.current.style.translate = `${x - frame.left + 10}px ${y - frame.top - 52}px`;
      },
      drop: (under) => overCanvas(under) && onPlace(actor.id),
      end() {
        if (ghost.current) ghost.current.textContent = "";
        onCarry(null);
      },
    });
  };

  return (
    <div class="designer-tray" ref={tray} role="group" aria-label={t("tray.label")}>
      <p class="designer-tray-title">{t(waiting.length > 0 ? "tray.title" : "tray.empty")}</p>
      <div class="designer-shelves">
        {byLevel(waiting).map(({ level, actors }) => (
          <div class={`designer-shelf ${actors.length > 1 ? "is-full" : ""}`} key={level}>
            <span class="designer-shelf-level" aria-hidden="true">{t(`level.${level}`)}</span>
            <div class="designer-shelf-actors" role="group" aria-label={t(`level.${level}`)}>
              {actors.map((actor) => (
                <button
                  key={actor.id}
                  type="button"
                  class="designer-waiting"
                  data-waiting={actor.id}
                  onClick={() => onPlace(actor.id)}
                  onPointerDown={(event) => carry(event, actor)}
                >
                  <span class="designer-grip" aria-hidden="true"></span>
                  <ActorIcon type={actor.type} />
                  <span class="designer-waiting-name">
                    {actor.name}
                    <small>{[t(`type.${actor.type}`), actor.country].filter(Boolean).join(" · ")}</small>
                  </span>
                </button>
              ))}
            </div>
          </div>
        ))}
      </div>
      <div class="designer-ghost" ref={ghost} aria-hidden="true"></div>
    </div>
  );
}
