import { useRef, useState } from "preact/hooks";
import { Keys } from "../../components/controls.jsx";
import { followPointer } from "../../components/drag.js";
import { useFocusSoon } from "../../components/focus.js";
import { Heading } from "../../components/heading.jsx";
import { Arrows } from "./arrows.jsx";
import { draw, put, rub } from "./changes.js";
import { Line } from "./line.jsx";
import { arrowInWords, nameOf } from "./words.js";

/**
 * Milestones on a line, ordered by buttons or by dragging, with arrows from cause to effect. Dates appear after a check.
 */

/** Dates and judged links come with a check. */
export const showsChecks = true;

/** @typedef {import("./facts.js").Setting} Setting */
/** @typedef {import("./facts.js").Timeline} Timeline */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/**
 * @typedef {object} ViewProps
 * @property {import("../../types").Exercise} exercise
 * @property {Timeline} answer
 * @property {(answer: Timeline, said: string) => void} onChange with what was done, in words
 * @property {boolean} readOnly
 * @property {Timeline | null} [checked] the answer as it was when last checked
 * @property {number} headingLevel
 * @property {Translate} t
 */

/** @param {ViewProps} props */
export function View(props) {
  return props.readOnly ? <Shown {...props} /> : <Workbench {...props} />;
}

/** @param {ViewProps} props */
function Workbench({ exercise, answer, onChange, checked = null, headingLevel, t }) {
  const setting = /** @type {Setting} */ (exercise.setting);
  const view = useRef(/** @type {HTMLDivElement | null} */ (null));
  const focusSoon = useFocusSoon(view);
  const [carried, carry] = useState(/** @type {string | null} */ (null));
  const [target, aim] = useState(/** @type {number | null} */ (null));
  const waiting = setting.milestones.filter(({ id }) => !answer.order.includes(id));

  const move = (/** @type {string} */ id, /** @type {number} */ place) => {
    const next = put(answer, id, place);
    onChange(next, t("timeline.said-put", { name: nameOf(setting, id, t), place: next.order.indexOf(id) + 1, count: next.order.length }));
  };
  const append = (/** @type {string} */ id) => {
    const at = waiting.findIndex((milestone) => milestone.id === id);
    const next = waiting[at + 1] ?? waiting[at - 1];
    move(id, answer.order.length);
    focusSoon(next ? `[data-waiting="${next.id}"]` : `[data-move="${id}-up"]`);
  };
  const step = (/** @type {string} */ id, /** @type {"up" | "down"} */ way) => {
    const place = answer.order.indexOf(id) + (way === "up" ? -1 : 1);
    if (place < 0 || place >= answer.order.length) return;
    move(id, place);
    focusSoon(`[data-move="${id}-${way}"]`);
  };
  const drag = (/** @type {PointerEvent} */ event, /** @type {string} */ id) => {
    const placeOf = (/** @type {Element | null} */ under, /** @type {number} */ y) => {
      const row = under?.closest("[data-milestone]");
      if (!row || !view.current?.contains(row)) {
        return under?.closest(".timeline-line") && view.current?.contains(under) ? answer.order.length : null;
      }
      const { top, height } = row.getBoundingClientRect();
      return answer.order.indexOf(row.getAttribute("data-milestone") ?? "") + (y > top + height / 2 ? 1 : 0);
    };
    let place = /** @type {number | null} */ (null);
    followPointer(event, {
      start: () => carry(id),
      move: (_, y, under) => {
        place = placeOf(under, y);
        aim(place);
      },
      drop: () => {
        if (place === null) return;
        const from = answer.order.indexOf(id);
        const to = from >= 0 && from < place ? place - 1 : place;
        if (to !== from) move(id, to);
      },
      end: () => {
        carry(null);
        aim(null);
      },
    });
  };

  return (
    <div class={`timeline ${carried ? "is-carrying" : ""}`} ref={view}>
      {waiting.length > 0 && (
        <div class="timeline-tray">
          <Heading level={headingLevel}>{t("timeline.tray")}</Heading>
          <p class="exercise-muted">{t("timeline.tray-first")}</p>
          <div class="timeline-waiting">
            {waiting.map(({ id, name }) => (
              <button
                type="button" key={id} data-waiting={id} class={carried === id ? "is-carried" : ""}
                onClick={() => append(id)} onPointerDown={(event) => event.pointerType === "mouse" && drag(event, id)}
              >
                {name}
              </button>
            ))}
          </div>
        </div>
      )}
      <div class="timeline-work">
        <Heading level={headingLevel}>{t("timeline.line")}</Heading>
        <Line
          setting={setting}
          timeline={answer}
          dated={checked !== null}
          carried={carried}
          target={target}
          onStep={step}
          onDrag={drag}
          t={t}
        />
      </div>
      <Arrows
        setting={setting} timeline={answer} judged={checked?.links ?? []} level={headingLevel}
        onDraw={(link) => onChange(draw(answer, link), t("timeline.said-drawn", { arrow: arrowInWords(setting, link, t) }))}
        onRub={(index) => {
          onChange(rub(answer, index), t("timeline.said-rubbed", { arrow: arrowInWords(setting, answer.links[index], t) }));
          focusSoon(`[data-rub="${Math.min(index, answer.links.length - 2)}"]`, "[data-arrows-heading]");
        }}
        t={t}
      />
      <Keys keys={["move", "place", "order", "draw"]} prefix="timeline.keys" t={t} />
    </div>
  );
}

/** The whole answer with its dates, where nothing can be changed. @param {ViewProps} props */
function Shown({ exercise, answer, headingLevel, t }) {
  const setting = /** @type {Setting} */ (exercise.setting);
  return (
    <div class="timeline is-shown">
      <Line setting={setting} timeline={answer} dated carried={null} target={null} onStep={null} onDrag={null} t={t} />
      <Arrows setting={setting} timeline={answer} judged={answer.links} level={headingLevel} onDraw={null} onRub={null} t={t} />
    </div>
  );
}
