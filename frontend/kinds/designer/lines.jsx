import { direction } from "./changes.js";
import { actorOf, chipInWords } from "./words.js";

/**
 * The ties as lines over the bands: solid within a level, dashed between levels, arrow heads where content
 * arrives, a numbered chip on each. A picture only: the list of ties says the same and has the buttons.
 */

/** @typedef {import("./routes.js").Point & {side: "top" | "bottom"}} End */

/**
 * @param {object} props
 * @param {import("./use-drawing.js").Drawing} props.drawing
 * @param {import("./changes.js").Design} props.design
 * @param {Record<string, any>} props.setting
 * @param {boolean} props.wordy whether chips have room for the purpose
 * @param {number | null} props.lit the tie to bring out
 * @param {string | null} props.litActor the actor whose ties to bring out
 * @param {number[]} props.lost the ties that a stress test takes away
 * @param {((index: number | null) => void) | null} props.onPoint
 * @param {((index: number) => void) | null} props.onEdit
 * @param {import("../../i18n/messages.js").Translate} props.t
 */
export function Lines({ drawing, design, setting, wordy, lit, litActor, lost, onPoint, onEdit, t }) {
  const lines = drawing.lines.filter(({ index }) => design.ties[index]);
  const isLit = (/** @type {number} */ index) => index === lit || [design.ties[index].from, design.ties[index].to].includes(litActor ?? "");
  const someLit = lines.some(({ index }) => isLit(index));
  const classes = (/** @type {number} */ index) => {
    const { from, to } = design.ties[index];
    const light = lost.includes(index) ? "is-lost" : isLit(index) ? "is-lit" : someLit ? "is-dim" : "";
    return `is-${direction(actorOf(setting, from), actorOf(setting, to))} ${light}`;
  };
  const events = (/** @type {number} */ index) => ({
    onPointerEnter: onPoint ? () => onPoint(index) : undefined,
    onPointerLeave: onPoint ? () => onPoint(null) : undefined,
    onClick: onEdit ? () => onEdit(index) : undefined,
  });
  return (
    <div class={`designer-lines ${onEdit ? "is-live" : ""}`} aria-hidden="true">
      <svg width={drawing.width} height={drawing.height} viewBox={`0 0 ${drawing.width || 1} ${drawing.height || 1}`} focusable="false">
        {lines.map(({ index, path, from, to }) => (
          <g key={index} class={`designer-line ${classes(index)}`} {...events(index)}>
            <path class="designer-reach" d={path} />
            <path class="designer-casing" d={path} />
            <path class="designer-stroke" d={path} />
            <path class="designer-arrow" d={arrow(to)} />
            {design.ties[index].both ? (
              <path class="designer-arrow" d={arrow(from)} />
            ) : (
              <circle class="designer-start" cx={from.x} cy={from.y} r="3.5" />
            )}
          </g>
        ))}
      </svg>
      {lines.map(({ index, chip }) => (
        <span key={index} class={`designer-chip ${classes(index)}`} style={{ left: `${chip.x}px`, top: `${chip.y}px` }} {...events(index)}>
          <b>{index + 1}</b>
          {wordy && <span>{chipInWords(design.ties[index], t)}</span>}
        </span>
      ))}
    </div>
  );
}

/**
 * An arrow head that touches the edge of a card.
 * @param {End} end
 */
function arrow({ x, y, side }) {
  const back = side === "top" ? -10 : 10;
  return `M${x} ${y}l-5.5 ${back}h11z`;
}
