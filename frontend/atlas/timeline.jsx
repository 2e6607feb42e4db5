import { useState } from "preact/hooks";
import { useAtlas } from "./store.js";

/**
 * When each initiative worked: one bar from its start to its end. What has no year has no bar and is listed apart.
 *
 * The whole list is one stop of the Tab key; arrow keys move from bar to bar.
 */

/** @typedef {import("./mount.jsx").PartProps} PartProps */
/** @typedef {import("./data.js").Initiative} Initiative */

/** The few that are older begin at the edge and say their year. */
const FIRST = 1985;
const LAST = 2030;

/** How far into the picture a year begins, in per cent. @param {number} year */
const place = (year) => ((Math.max(year, FIRST) - FIRST) / (LAST + 1 - FIRST)) * 100;

/**
 * How a bar ends.
 * @param {Initiative} initiative
 * @returns {"closed" | "open" | "unknown" | "point" | "proposed"}
 */
function endOf({ start, end, status, known }) {
  if (status === "proposed") return "proposed";
  if (end !== null && end !== start) return "closed";
  if (status === "one_off" || end !== null) return "point";
  return status === "active" && !known.includes("status") ? "open" : "unknown";
}

/** @param {PartProps} props */
export function Timeline({ store, t }) {
  const { shown } = useAtlas(store);
  const drawn = shown
    .filter(({ start }) => start !== null)
    .sort((a, b) => Number(a.start) - Number(b.start) || a.name.localeCompare(b.name));
  const apart = shown.filter(({ start }) => start === null);
  const [at, setAt] = useState(0);
  const current = Math.min(at, drawn.length - 1);
  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    /** @type {Record<string, number>} */
    const steps = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: drawn.length - 1 };
    const next = steps[event.key];
    if (next === undefined || next < 0 || next >= drawn.length) return;
    event.preventDefault();
    setAt(next);
    const bars = /** @type {HTMLElement} */ (event.currentTarget).querySelectorAll("button");
    bars[next].focus();
  };
  return (
    <>
      <Legend t={t} />
      <p id="atlas-keys" class="atlas-muted">{t("atlas.timeline.count", { count: drawn.length })} {t("atlas.timeline.keys")}</p>
      {drawn.length > 0 && (
        <div class="atlas-timeline">
          <div class="atlas-axis" aria-hidden="true">
            <span />
            <div>
              {ticks().map((year) => (
                <span key={year} class={year % 10 ? "is-minor" : ""} style={{ insetInlineStart: `${place(year)}%` }}>{year}</span>
              ))}
            </div>
          </div>
          <ol aria-label={t("atlas.timeline")} aria-describedby="atlas-keys" onKeyDown={onKeyDown}>
            {drawn.map((initiative, index) => (
              <li key={initiative.id}>
                <button
                  type="button"
                  tabIndex={index === current ? 0 : -1}
                  onFocus={() => setAt(index)}
                  onClick={() => store.open(initiative.id)}
                >
                  <span class="atlas-name">{initiative.name}<span class="only-heard">, {initiative.years}</span></span>
                  <Bar initiative={initiative} />
                </button>
              </li>
            ))}
          </ol>
        </div>
      )}
      {apart.length > 0 && (
        <details class="atlas-apart">
          <summary>{t("atlas.timeline.apart", { count: apart.length })}</summary>
          <ul>
            {apart.map((initiative) => (
              <li key={initiative.id}>
                <button type="button" class="atlas-link" onClick={() => store.open(initiative.id)}>{initiative.name}</button>{" "}
                <span class="atlas-muted">{initiative.years}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** @param {{initiative: Initiative}} props */
function Bar({ initiative }) {
  const { direction, end, years } = initiative;
  const start = Number(initiative.start);
  const kind = endOf(initiative);
  const until = kind === "closed" ? Number(end) + 1 : kind === "open" ? LAST + 1 : start + 1;
  const style = { insetInlineStart: `${place(start)}%`, inlineSize: `${place(until) - place(start)}%` };
  return (
    <span class="atlas-track" aria-hidden="true" title={years}>
      <span class={`atlas-bar is-${direction} is-${kind}`} style={style}>{start < FIRST && `‹ ${start}`}</span>
    </span>
  );
}

/** The last one would stand outside the picture. */
const ticks = () => Array.from({ length: (LAST - FIRST) / 5 }, (_, index) => FIRST + index * 5);

/** @param {{t: PartProps["t"]}} props */
function Legend({ t }) {
  return (
    <ul class="atlas-legend">
      {["horizontal", "vertical", "both"].map((direction) => (
        <li key={direction}>
          <span class="atlas-track"><span class={`atlas-bar is-${direction} is-closed`} /></span>{t(`atlas.direction.${direction}`)}
        </li>
      ))}
      {["open", "unknown", "point", "proposed"].map((kind) => (
        <li key={kind}>
          <span class="atlas-track"><span class={`atlas-bar is-horizontal is-${kind}`} /></span>{t(`atlas.timeline.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
