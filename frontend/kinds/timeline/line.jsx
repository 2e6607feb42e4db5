import { arcs } from "./changes.js";
import { nameOf } from "./words.js";

/**
 * The line with its milestones and, beside it, the arrows. All rows have one height, so that an arrow finds its ends
 * without measuring.
 */

/** @typedef {import("../../i18n/messages.js").Translate} Translate */

/**
 * @param {object} props
 * @param {import("./facts.js").Setting} props.setting
 * @param {import("./facts.js").Timeline} props.timeline
 * @param {boolean} props.dated whether the dates are shown
 * @param {string | null} props.carried the milestone being dragged
 * @param {number | null} props.target the place where it would land
 * @param {((id: string, way: "up" | "down") => void) | null} props.onStep null when nothing can be changed
 * @param {((event: PointerEvent, id: string) => void) | null} props.onDrag
 * @param {Translate} props.t
 */
export function Line({ setting, timeline, dated, carried, target, onStep, onDrag, t }) {
  const { order } = timeline;
  const drawn = arcs(timeline);
  const lanes = Math.max(0, ...drawn.map(({ lane }) => lane + 1));
  if (order.length === 0) return <p class="timeline-line timeline-empty">{t("timeline.line-empty")}</p>;
  return (
    <div class="timeline-line" style={{ "--lanes": lanes }}>
      <ol class="timeline-rows">
        {order.map((id, index) => {
          const name = nameOf(setting, id, t);
          const date = setting.milestones.find((milestone) => milestone.id === id)?.date;
          const aim = target === index ? "is-target" : target === order.length && index === order.length - 1 ? "is-last-target" : "";
          return (
            <li
              key={order.indexOf(id) === index ? id : index} data-milestone={id}
              class={`timeline-row ${carried === id ? "is-carried" : ""} ${aim}`}
              onPointerDown={(event) => {
                const at = /** @type {Element} */ (event.target);
                if (onDrag && !at.closest("button") && (event.pointerType === "mouse" || at.closest("[data-handle]"))) onDrag(event, id);
              }}
            >
              <b class="timeline-node" data-handle={onDrag ? "" : undefined} aria-hidden="true">{index + 1}</b>
              <span class="timeline-name">
                {name}
                {dated && <small class="timeline-date">{date}</small>}
              </span>
              {onStep && (
                <span class="timeline-steps">
                  {/** @type {const} */ (["up", "down"]).map((way) => (
                    <button
                      type="button" key={way} class="exercise-button" data-move={`${id}-${way}`} aria-label={t(`timeline.${way}`, { name })}
                      aria-disabled={index === (way === "up" ? 0 : order.length - 1) || undefined} onClick={() => onStep(id, way)}
                    >
                      <svg class="exercise-icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
                        <path d={way === "up" ? "M10 16V4.5M5 9.5l5-5 5 5" : "M10 4v11.5M5 10.5l5 5 5-5"} />
                      </svg>
                    </button>
                  ))}
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <div class="timeline-arcs" aria-hidden="true" style={{ gridTemplateRows: `repeat(${order.length}, minmax(0, 1fr))` }}>
        {drawn.map(({ index, from, to, down, lane }) => (
          <span
            key={index}
            class={`timeline-arc ${down ? "is-down" : "is-up"}`}
            style={{ gridRow: `${from + 1} / ${to + 2}`, "--rows": to - from + 1, "--lane": lane }}
          >
            <i></i><b>{index + 1}</b>
          </span>
        ))}
      </div>
    </div>
  );
}
