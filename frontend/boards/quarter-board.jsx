import { useRef, useState } from "preact/hooks";
import { followPointer } from "../components/drag.js";
import { useFocusSoon } from "../components/focus.js";
import { isWithin, moved, spanInWords, stretched } from "./quarter-spans.js";

/**
 * A board with quarters as columns: bars that are moved and stretched by pointer and by keyboard, or only looked at.
 */

/** @typedef {import("./quarter-spans.js").Span} Span */
/** @typedef {import("./quarter-spans.js").WholeSpan} WholeSpan */
/** @typedef {import("../i18n/messages.js").Translate} Translate */
/** @typedef {Span & {id: string, name: string, text?: string}} Bar `name` says which it is, `text` stands on it */
/** @typedef {{id: string, name: string, note?: string, bars: Bar[]}} Row */
/** @typedef {{from: number, to: number, name: string}} Mark a part of the calendar that matters */
/**
 * @typedef {object} Changes what a person can do to bars; left out where nothing can be changed
 * @property {(bar: Bar, span: WholeSpan) => void} onMove
 * @property {(bar: Bar) => void} onPick Enter, or a click without a drag
 * @property {(bar: Bar) => void} onRemove Delete
 * @property {(row: Row, quarter: number) => void} onPlace puts a new bar in an empty row
 */

/**
 * @param {object} props
 * @param {string} props.label
 * @param {number} props.quarters
 * @param {Row[]} props.rows
 * @param {Mark[]} [props.marks]
 * @param {{name: string, values: number[], most: number}} [props.totals] a last row of counts; beyond `most` is marked
 * @param {Changes} [props.changes]
 * @param {Translate} props.t
 */
export function QuarterBoard({ label, quarters, rows, marks = [], totals, changes, t }) {
  const board = useRef(/** @type {HTMLDivElement | null} */ (null));
  const focusSoon = useFocusSoon(board);
  const place = (/** @type {Row} */ row, /** @type {number} */ quarter) => {
    changes?.onPlace(row, quarter);
    focusSoon(`[data-row="${CSS.escape(row.id)}"] [data-bar]`);
  };
  const markInWords = (/** @type {Mark} */ { name, from, to }) =>
    t("quarters.bar", { name, span: spanInWords({ start: from, end: to }, t) });
  return (
    <div class={`quarters ${changes ? "is-live" : ""}`} ref={board} style={{ "--quarters": quarters }} role="group" aria-label={label}>
      <div class="quarters-row quarters-head" aria-hidden="true">
        <span class="quarters-name">{t("quarters.head")}</span>
        <div>
          {marks.length > 0 && (
            <div class="quarters-track quarters-marks">
              {marks.map((mark) => <span key={mark.name} style={columns(mark.from, mark.to)}>{mark.name}</span>)}
            </div>
          )}
          <div class="quarters-track quarters-numbers">
            {Array.from({ length: quarters }, (_, index) => <span key={index}>{index + 1}</span>)}
          </div>
        </div>
      </div>
      {marks.length > 0 && (
        <p class="exercise-unseen">{marks.map((mark) => `${markInWords(mark)}.`).join(" ")}</p>
      )}
      <ul class="quarters-rows">
        {rows.map((row) => (
          <li class="quarters-row" key={row.id} data-row={row.id}>
            <span class="quarters-name">{row.name}{row.note && <small>{row.note}</small>}</span>
            <div class="quarters-track">
              {marks.map((mark) => (
                <span
                  class="quarters-mark" key={mark.name} aria-hidden="true"
                  style={{ insetInlineStart: share(mark.from - 1, quarters), width: share(mark.to - mark.from + 1, quarters) }}
                />
              ))}
              {row.bars.map((bar) => <BarOf key={bar.id} bar={bar} quarters={quarters} changes={changes} t={t} />)}
              {row.bars.length === 0 && (changes ? (
                <button type="button" class="quarters-place" onClick={(event) => place(row, quarterUnder(event, quarters))}>
                  {t("quarters.place")}<span class="exercise-unseen"> {row.name}</span>
                </button>
              ) : <span class="quarters-note">{t("quarters.nothing")}</span>)}
            </div>
          </li>
        ))}
      </ul>
      {totals && <Totals {...totals} t={t} />}
    </div>
  );
}

/** @param {{name: string, values: number[], most: number, t: Translate}} props */
function Totals({ name, values, most, t }) {
  return (
    <div class="quarters-row quarters-totals">
      <span class="quarters-name">{name}</span>
      <div class="quarters-track" aria-hidden="true">
        {values.map((value, index) => <span key={index} class={value > most ? "is-many" : ""}>{value > most ? `${value}!` : value}</span>)}
      </div>
      <p class="exercise-unseen">
        {values.map((value, index) => t("quarters.total", { quarter: index + 1, value })).join(t("list.separator"))}
      </p>
    </div>
  );
}

/**
 * @param {{bar: Bar, quarters: number, changes: Changes | undefined, t: Translate}} props
 */
function BarOf({ bar, quarters, changes, t }) {
  const [drawn, draw] = useState(/** @type {WholeSpan | null} */ (null));
  if (!isWithin(bar, quarters)) return <span class="quarters-note">{t("quarters.outside", { span: spanInWords(bar, t) })}</span>;
  const span = drawn ?? bar;
  const name = t("quarters.bar", { name: bar.name, span: spanInWords(span, t) });
  if (!changes) return <span class="quarters-bar" style={columns(span.start, span.end)} title={name}>{bar.text}</span>;

  const follow = (/** @type {PointerEvent} */ down) => {
    const button = /** @type {HTMLElement} */ (down.currentTarget);
    const edge = /** @type {HTMLElement} */ (down.target).dataset.edge;
    const column = /** @type {HTMLElement} */ (button.parentElement).getBoundingClientRect().width / quarters;
    const forward = isRightToLeft(button) ? -1 : 1;
    let latest = span;
    followPointer(down, {
      start: () => draw(span),
      move(x) {
        const by = Math.round((x - down.clientX) / column) * forward;
        latest = edge ? stretched(span, /** @type {"start" | "end"} */ (edge), by, quarters) : moved(span, by, quarters);
        draw(latest);
      },
      drop: () => isOther(latest, span) && changes.onMove(bar, latest),
      end: () => draw(null),
    });
  };
  const press = (/** @type {KeyboardEvent} */ event) => {
    if (["Delete", "Backspace"].includes(event.key)) {
      event.preventDefault();
      return changes.onRemove(bar);
    }
    if (!["ArrowLeft", "ArrowRight"].includes(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const by = (event.key === "ArrowRight") === isRightToLeft(/** @type {HTMLElement} */ (event.currentTarget)) ? -1 : 1;
    const next = event.shiftKey ? stretched(span, "end", by, quarters) : moved(span, by, quarters);
    if (isOther(next, span)) changes.onMove(bar, next);
  };
  return (
    <button
      type="button" class={`quarters-bar ${drawn ? "is-drawn" : ""}`} data-bar={bar.id} style={columns(span.start, span.end)}
      aria-label={name} onPointerDown={follow} onKeyDown={press} onClick={() => changes.onPick(bar)}
    >
      <span class="quarters-edge" data-edge="start" aria-hidden="true" />
      <span class="quarters-text" aria-hidden="true">{drawn ? `${span.start}\u2013${span.end}` : bar.text}</span>
      <span class="quarters-edge" data-edge="end" aria-hidden="true" />
    </button>
  );
}

/** @param {number} start @param {number} end */
const columns = (start, end) => ({ gridColumn: `${start} / ${end + 1}` });

/** @param {number} part @param {number} whole */
const share = (part, whole) => `${(part / whole) * 100}%`;

/** @param {WholeSpan} one @param {WholeSpan} other */
const isOther = (one, other) => one.start !== other.start || one.end !== other.end;

/** @param {HTMLElement} element */
const isRightToLeft = (element) => getComputedStyle(element).direction === "rtl";

/**
 * The quarter that was clicked; the first for a click from the keyboard, which has no place.
 * @param {MouseEvent} event
 * @param {number} quarters
 */
function quarterUnder(event, quarters) {
  if (event.detail === 0) return 1;
  const track = /** @type {HTMLElement} */ (event.currentTarget);
  const { left, right, width } = track.getBoundingClientRect();
  const along = isRightToLeft(track) ? right - event.clientX : event.clientX - left;
  return Math.max(1, Math.min(quarters, Math.ceil((along / width) * quarters)));
}
