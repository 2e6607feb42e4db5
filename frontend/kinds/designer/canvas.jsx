import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Card } from "./card.jsx";
import { byLevel } from "./changes.js";
import { followPointer } from "../../components/drag.js";
import { Lines } from "./lines.jsx";
import { channelName } from "./routes.js";
import { actorOf, chipInWords } from "./words.js";
import { QUIET, useDrawing } from "./use-drawing.js";

/**
 * The levels as bands, the actors as cards in them, the ties as lines.
 */

const WIDE = 560; // pixels: room for the purposes on the chips
const NARROWEST_CARD = 148;
const MOST_COLUMNS = 5;
const PRINTED_WIDTH = 640; // an A4 or Letter page between its margins

/**
 * @param {object} props
 * @param {Record<string, any>} props.setting
 * @param {import("./changes.js").Design} props.design
 * @param {string | null} [props.picked]
 * @param {string | null} [props.receiving] the level that would take the actor being dragged
 * @param {number | null} props.lit
 * @param {(index: number | null) => void} props.onPoint
 * @param {((id: string) => void)} [props.onPick]
 * @param {((from: string, to: string) => void)} [props.onTie]
 * @param {((index: number) => void)} [props.onEdit]
 * @param {boolean} props.readOnly
 * @param {{actors: string[], ties: number[]}} [props.lost] who and what a stress test takes away
 * @param {import("../../i18n/messages.js").Translate} props.t
 */
export function Canvas({ setting, design, picked = null, receiving = null, lit, onPoint, onPick, onTie, onEdit, readOnly, lost, t }) {
  const canvas = useRef(/** @type {HTMLDivElement | null} */ (null));
  const rubber = useRef(/** @type {SVGPathElement | null} */ (null));
  const [target, setTarget] = useState(/** @type {string | null} */ (null));
  const [litActor, setLitActor] = useState(/** @type {string | null} */ (null));
  const { width, printed } = useWidth(canvas);
  const wordy = width >= WIDE;
  const columns = columnsFor(width, setting.palette);
  const bands = byLevel(setting.palette).map(({ level }) => {
    const ids = design.actors.filter((id) => actorOf(setting, id).level === level);
    return { level, rows: inRows(ids, columns) };
  });
  const chipWidth = (/** @type {number} */ index) => (wordy ? 34 + chipInWords(design.ties[index], t).length * 7.2 : 34);
  const drawing = useDrawing(canvas, bands, design.ties, columns, chipWidth);

  const drawTie = (/** @type {PointerEvent} */ down) => {
    const card = /** @type {Element} */ (down.target).closest("[data-actor]");
    const from = card?.getAttribute("data-actor");
    if (!card || !from || !onTie || !canvas.current) return;
    const start = card.getBoundingClientRect();
    const frame = canvas.current.getBoundingClientRect();
    const at = (/** @type {Element | null} */ under) => {
      const id = under?.closest("[data-actor]")?.getAttribute("data-actor") ?? null;
      return id !== from && canvas.current?.contains(under) ? id : null;
    };
    followPointer(down, {
      start: () => canvas.current?.classList.add("is-drawing"),
      move(x, y, under) {
        const now = /** @type {HTMLDivElement} */ (canvas.current).getBoundingClientRect();
        rubber.current?.setAttribute(
          "d",
          `M${start.x + start.width / 2 - frame.left} ${start.y + start.height / 2 - frame.top}L${x - now.left} ${y - now.top}`,
        );
        setTarget(at(under));
      },
      drop(under) {
        const to = at(under);
        if (to) onTie(from, to);
      },
      end() {
        canvas.current?.classList.remove("is-drawing");
        rubber.current?.setAttribute("d", "");
        setTarget(null);
      },
    });
  };

  return (
    <div
      ref={canvas}
      class={`designer-canvas ${wordy ? "is-wide" : "is-narrow"} ${picked ? "is-picking" : ""}`}
      style={printed ? { width: `${PRINTED_WIDTH}px` } : undefined}
      onPointerDown={readOnly ? undefined : drawTie}
      onKeyDown={readOnly ? undefined : moveByArrows}
    >
      {bands.map(({ level, rows }, band) => (
        <div
          key={level}
          class={`designer-band ${rows.length === 0 ? "is-empty" : ""} ${receiving === level ? "is-receiving" : ""}`}
          role="group"
          aria-label={t(`level.${level}`)}
        >
          <div class="designer-level"><span>{t(`level.${level}`)}</span></div>
          <div class="designer-rows">
            {rows.length === 0 && <p class="designer-nobody">{t(readOnly ? "canvas.empty" : "canvas.nobody")}</p>}
            {rows.map((ids, row) => (
              <div key={row} class="designer-lane">
                <Channel name={channelName(band, row)} heights={drawing.heights} />
                <div class="designer-cards" role="list" style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
                  {ids.map((id) => (
                    <div
                      key={id}
                      role="listitem"
                      onPointerEnter={() => setLitActor(id)}
                      onPointerLeave={() => setLitActor(null)}
                      onFocusIn={(event) => /** @type {HTMLElement} */ (event.target).matches(":focus-visible") && setLitActor(id)}
                      onFocusOut={() => setLitActor(null)}
                    >
                      <Card
                        actor={actorOf(setting, id)}
                        ties={design.ties.filter(({ from, to }) => from === id || to === id).length}
                        isPicked={picked === id}
                        isTarget={target === id}
                        isConvener={design.convener === id}
                        isLost={lost?.actors.includes(id) ?? false}
                        onPick={readOnly || !onPick ? null : () => onPick(id)}
                        t={t}
                      />
                    </div>
                  ))}
                </div>
              </div>
            ))}
            <Channel name={channelName(band, rows.length)} heights={drawing.heights} />
          </div>
        </div>
      ))}
      <Lines
        drawing={drawing} design={design} setting={setting} wordy={wordy} lit={lit} litActor={litActor} lost={lost?.ties ?? []}
        onPoint={readOnly ? null : onPoint} onEdit={readOnly ? null : onEdit ?? null} t={t}
      />
      <svg class="designer-rubber" aria-hidden="true" focusable="false"><path ref={rubber} d="" /></svg>
    </div>
  );
}

/** Room for lines above or below a row of cards. @param {{name: string, heights: Record<string, number>}} props */
function Channel({ name, heights }) {
  return <div class="designer-channel" data-channel={name} style={{ height: `${heights[name] ?? QUIET}px` }} />;
}

/**
 * As many columns as fit, never more than the fullest level could fill.
 * @param {number} width of the canvas in pixels
 * @param {import("./changes.js").Actor[]} palette
 */
function columnsFor(width, palette) {
  const fullest = Math.max(...byLevel(palette).map(({ actors }) => actors.length));
  return Math.max(2, Math.min(MOST_COLUMNS, fullest, Math.floor((width - 110) / (NARROWEST_CARD + 20))));
}

/**
 * @param {string[]} ids
 * @param {number} columns
 * @returns {string[][]}
 */
function inRows(ids, columns) {
  return Array.from({ length: Math.ceil(ids.length / columns) }, (_, row) => ids.slice(row * columns, (row + 1) * columns));
}

/**
 * The width of the canvas; on paper a fixed one, so that the lines printed are those of the cards printed.
 * @param {{current: HTMLElement | null}} canvas
 */
function useWidth(canvas) {
  const [width, setWidth] = useState(0);
  const [printed, setPrinted] = useState(false);
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element) return;
    // It reports once at the start, before the first paint: asking for the width here would lay out the page twice.
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [canvas, printed]);
  useEffect(() => {
    const [before, after] = [() => setPrinted(true), () => setPrinted(false)];
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
    };
  }, []);
  return { width, printed };
}

/**
 * Arrow keys go to the nearest card in their direction.
 * @param {KeyboardEvent} event
 */
function moveByArrows(event) {
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  const here = /** @type {HTMLElement} */ (event.target).closest("[data-actor]");
  if (!step || !here) return;
  event.preventDefault();
  const from = here.getBoundingClientRect();
  const cards = /** @type {HTMLElement} */ (event.currentTarget).querySelectorAll("[data-actor]");
  let nearest = /** @type {HTMLElement | null} */ (null);
  let least = Infinity;
  for (const card of /** @type {NodeListOf<HTMLElement>} */ (cards)) {
    const box = card.getBoundingClientRect();
    const [right, down] = [box.x + box.width / 2 - from.x - from.width / 2, box.y - from.y];
    const ahead = right * step[0] + down * step[1];
    const aside = Math.abs(right * step[1]) + Math.abs(down * step[0]);
    if (ahead > 4 && ahead + aside * 2 < least) [nearest, least] = [card, ahead + aside * 2];
  }
  nearest?.focus();
}
