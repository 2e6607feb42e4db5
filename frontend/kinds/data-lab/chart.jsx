import { cellOf, cellText, yearsOf } from "./rows.js";
import { chartInWords } from "./words.js";

/**
 * A small picture of the rows: dots on a line of years, or lines over time. Every mark carries its own label.
 */

/** @typedef {import("./rows.js").Data} Data */
/** @typedef {{x: number, text: string, row: number}} Label */

/** The picture is drawn on a sheet this wide, which a phone shows at its own size. */
const WIDTH = 360;
const EDGE = 18;
/** How wide a letter of a label is at most, and how far apart two labels stand. */
const LETTER = 6.2;
const ROW = 14;

/**
 * @param {object} props
 * @param {Record<string, any>} props.setting
 * @param {import("../../i18n/messages.js").Translate} props.t
 */
export function Chart({ setting, t }) {
  const Form = setting.chart.form === "lines" ? Lines : Timeline;
  return <Form setting={setting} words={chartInWords(setting, t)} />;
}

/**
 * One dot a row; rows of the same time stand on top of each other, labels below in as many rows as they need.
 * @param {{setting: Record<string, any>, words: string}} props
 */
function Timeline({ setting: { data, chart }, words }) {
  const times = data.rows.map((/** @type {any} */ row) => yearsOf(cellOf(data, row, chart.time)));
  const across = scale(Math.min(...times), Math.max(...times), EDGE, WIDTH - EDGE);
  /** @type {Map<string, number>} */
  const stacks = new Map();
  const dots = data.rows.map((/** @type {any} */ row, /** @type {number} */ index) => {
    const text = [chart.label && cellText(data, row, chart.label), Math.floor(times[index])].filter(Boolean).join(" ");
    const floor = stacks.get(text) ?? 0;
    stacks.set(text, floor + 1);
    return { x: across(times[index]), floor, text };
  });
  const top = Math.max(...stacks.values()) * 13 + 4;
  const labels = inRows(dots.filter((/** @type {{floor: number}} */ { floor }) => floor === 0));
  const height = top + 18 + ROW * (1 + Math.max(...labels.map(({ row }) => row)));
  return (
    <svg class="data-lab-chart" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={words}>
      {labels.map(({ x, row }) => <line class="data-lab-leader" x1={x} x2={x} y1={top} y2={top + 8 + row * ROW} />)}
      <line class="data-lab-axis" x1="0" x2={WIDTH} y1={top} y2={top} />
      {dots.map((/** @type {{x: number, floor: number}} */ { x, floor }) => (
        <circle class="data-lab-dot" cx={x} cy={top - 13 * floor} r="5" />
      ))}
      {labels.map(({ x, row, text }) => (
        <text class="data-lab-backed" x={within(x, text)} y={top + 18 + row * ROW} text-anchor="middle">{text}</text>
      ))}
    </svg>
  );
}

/**
 * One line for each term of the series, labelled at its end; the goal runs straight across.
 * @param {{setting: Record<string, any>, words: string}} props
 */
function Lines({ setting: { data, chart }, words }) {
  const height = 220;
  const bottom = height - 26;
  const isGoal = (/** @type {any} */ row) => chart.goal !== undefined && cellOf(data, row, chart.series) === chart.goal;
  const valueOf = (/** @type {any} */ row) => Number(cellOf(data, row, chart.value));
  const observed = data.rows.filter((/** @type {any} */ row) => !isGoal(row));
  const timeOf = (/** @type {any} */ row) => yearsOf(cellOf(data, row, chart.time));
  const times = [...new Map(observed.map((/** @type {any} */ row) => [cellText(data, row, chart.time), timeOf(row)]))];
  const years = times.map(([, year]) => year);
  const highest = Math.max(...data.rows.map(valueOf));
  const across = scale(Math.min(...years), Math.max(...years), 34, 222);
  const up = scale(0, highest, bottom, 14);
  const series = [...new Set(observed.map((/** @type {any} */ row) => cellOf(data, row, chart.series)))];
  return (
    <svg class="data-lab-chart" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={words}>
      {steps(highest).map((level) => (
        <g>
          <line class="data-lab-grid" x1="24" x2="226" y1={up(level)} y2={up(level)} />
          <text x="18" y={up(level) + 4} text-anchor="end">{level}</text>
        </g>
      ))}
      {times.map(([text, year]) => <text x={across(year)} y={height - 8} text-anchor="middle">{text}</text>)}
      {data.rows.filter(isGoal).map((/** @type {any} */ row) => (
        <g class="data-lab-goal">
          <line x1="24" x2="226" y1={up(valueOf(row))} y2={up(valueOf(row))} />
          <Tag x={232} y={up(valueOf(row))} name={cellText(data, row, chart.series)} value={cellText(data, row, chart.value)} />
        </g>
      ))}
      {series.map((term) => {
        const rows = observed.filter((/** @type {any} */ row) => cellOf(data, row, chart.series) === term);
        const points = rows.map((/** @type {any} */ row) => ({ x: across(timeOf(row)), y: up(valueOf(row)), row }));
        const last = points.at(-1);
        return (
          <g class="data-lab-line">
            <polyline points={points.map((/** @type {any} */ { x, y }) => `${x},${y}`).join(" ")} />
            {points.map((/** @type {any} */ { x, y, row }) => (
              <g>
                <circle class="data-lab-dot" cx={x} cy={y} r="4" />
                {row !== last.row && (
                  <text class="data-lab-backed" x={x} y={y - 8} text-anchor="middle">{cellText(data, row, chart.value)}</text>
                )}
              </g>
            ))}
            <Tag x={last.x + 10} y={last.y} name={cellText(data, last.row, chart.series)} value={cellText(data, last.row, chart.value)} />
          </g>
        );
      })}
    </svg>
  );
}

/** A value and whose it is. @param {{x: number, y: number, name: string, value: string}} props */
function Tag({ x, y, name, value }) {
  return <text x={x} y={y + 4}><tspan class="data-lab-value">{value}</tspan> {name}</text>;
}

/**
 * @param {number} from
 * @param {number} to
 * @param {number} start
 * @param {number} end
 * @returns {(value: number) => number}
 */
function scale(from, to, start, end) {
  return (value) => start + ((value - from) / (to - from || 1)) * (end - start);
}

/** Levels up to a value, in steps of 5, 50 or 0.5. @param {number} highest @returns {number[]} */
function steps(highest) {
  const step = 5 * 10 ** Math.floor(Math.log10(highest / 5));
  return Array.from({ length: Math.floor(highest / step) + 1 }, (_, index) => index * step);
}

/** @param {number} x @param {string} text @returns {number} where the middle of the text stands so that it stays in the picture */
function within(x, text) {
  const half = (text.length * LETTER) / 2;
  return Math.min(Math.max(x, half), WIDTH - half);
}

/**
 * Gives each label the first row in which it touches no other.
 * @param {{x: number, text: string}[]} labels from left to right
 * @returns {Label[]}
 */
function inRows(labels) {
  /** @type {number[]} the right end of the last label of each row */
  const ends = [];
  return labels.map(({ x, text }) => {
    const half = (text.length * LETTER) / 2 + 3;
    const middle = within(x, text);
    const free = ends.findIndex((end) => end <= middle - half);
    const row = free === -1 ? ends.length : free;
    ends[row] = middle + half;
    return { x, text, row };
  });
}
