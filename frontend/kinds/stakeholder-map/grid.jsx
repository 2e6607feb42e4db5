import { Icon } from "../../components/icons.jsx";
import { cellOf, placeOf } from "./changes.js";
import { depthOf, ENGAGEMENT, STEPS } from "./facts.js";
import { engagementInWords, limitsInWords } from "./words.js";

/**
 * Power from bottom to top, interest along the line: five by five cells that grow with those who stand in them.
 */

/** @typedef {import("./changes.js").Cell} Cell */
/** @typedef {import("./changes.js").Stakeholder} Stakeholder */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */

/**
 * What can be done on a grid that is live.
 * @typedef {object} Live
 * @property {string | null} held who is in hand, for whom a cell is to be chosen
 * @property {string | null} chosen whose card is open
 * @property {Cell | null} aimed the cell under a card that is dragged
 * @property {Cell} cursor the cell that the arrow keys have reached
 * @property {(cell: Cell) => void} onCursor
 * @property {(cell: Cell) => void} onDrop
 * @property {(id: string) => void} onPick
 * @property {(down: PointerEvent, id: string) => void} onCarry
 */

/**
 * @param {object} props
 * @param {Stakeholder[]} props.stakeholders
 * @param {import("./facts.js").StakeholderMap} props.answer
 * @param {Live} [props.live] left out where nothing can be changed
 * @param {Translate} props.t
 */
export function Grid({ stakeholders, answer, live, t }) {
  const inCell = (/** @type {Cell} */ { p, i }) => stakeholders.filter(({ id }) => {
    const cell = cellOf(answer, id);
    return cell?.p === p && cell.i === i;
  });
  return (
    <div class={`stakeholder-map-field ${live?.held ? "is-choosing" : ""}`}>
      <p class="stakeholder-map-axis is-power"><Icon name="arrow" /> {t("stakeholder-map.power-axis")}</p>
      <table class="stakeholder-map-grid" onKeyDown={live && ((event) => moveByArrows(event, live))}>
        <caption><span class="exercise-unseen">{t("stakeholder-map.grid")}</span></caption>
        <colgroup><col class="stakeholder-map-scale" />{STEPS.map((i) => <col key={i} />)}</colgroup>
        <tbody>
          {[...STEPS].reverse().map((p) => (
            <tr key={p}>
              <th scope="row"><span class="exercise-unseen">{t("stakeholder-map.power")}</span> {p}</th>
              {STEPS.map((i) => <GridCell key={i} cell={{ p, i }} here={inCell({ p, i })} answer={answer} live={live} t={t} />)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td></td>
            {STEPS.map((i) => <th key={i} scope="col"><span class="exercise-unseen">{t("stakeholder-map.interest")}</span> {i}</th>)}
          </tr>
        </tfoot>
      </table>
      <p class="stakeholder-map-axis is-interest">{t("stakeholder-map.interest-axis")} <Icon name="arrow" /></p>
    </div>
  );
}

/** What the bars mean. @param {{t: Translate}} props */
export function Ladder({ t }) {
  return (
    <ul class="stakeholder-map-ladder" aria-label={t("stakeholder-map.ladder")}>
      {ENGAGEMENT.map((engagement) => (
        <li key={engagement}><Depth engagement={engagement} /> {engagementInWords(engagement, t)}</li>
      ))}
    </ul>
  );
}

/**
 * How many may be engaged deeply, and how many are.
 * @param {{setting: Record<string, any>, answer: import("./facts.js").StakeholderMap, t: Translate}} props
 */
export function Limits({ setting, answer, t }) {
  return <>{limitsInWords(setting, answer, t).map((words) => <p key={words} class="exercise-muted" data-limit>{words}</p>)}</>;
}

/**
 * @param {object} props
 * @param {Cell} props.cell
 * @param {Stakeholder[]} props.here
 * @param {import("./facts.js").StakeholderMap} props.answer
 * @param {Live} [props.live]
 * @param {Translate} props.t
 */
function GridCell({ cell: { p, i }, here, answer, live, t }) {
  const isAimed = live?.aimed?.p === p && live.aimed.i === i;
  const names = here.map(({ name }) => name).join(t("list.separator"));
  return (
    <td class={isAimed ? "is-aimed" : ""} data-place={`${p}-${i}`}>
      {live?.held && (
        <button
          type="button" class="stakeholder-map-drop" data-cell={`${p}-${i}`}
          tabIndex={live.cursor.p === p && live.cursor.i === i ? 0 : -1}
          aria-label={t(names ? "stakeholder-map.cell-taken" : "stakeholder-map.cell", { power: p, interest: i, names })}
          onFocus={() => live.onCursor({ p, i })} onClick={() => live.onDrop({ p, i })}
        />
      )}
      {here.length > 0 && (
        <ul>
          {here.map((stakeholder) => (
            <li key={stakeholder.id}><Chip stakeholder={stakeholder} answer={answer} live={live} t={t} /></li>
          ))}
        </ul>
      )}
    </td>
  );
}

/**
 * A stakeholder on the grid: its name, short where room is short, and how deeply it is engaged.
 * @param {object} props
 * @param {Stakeholder} props.stakeholder
 * @param {import("./facts.js").StakeholderMap} props.answer
 * @param {Live} [props.live]
 * @param {Translate} props.t
 */
function Chip({ stakeholder: { id, name, short }, answer, live, t }) {
  const { p, i, e } = placeOf(answer, id);
  const face = (
    <>
      <span class="stakeholder-map-name">{name}</span>
      <span class="stakeholder-map-short">{short}</span>
      <span class="exercise-unseen">{t("stakeholder-map.at", { power: p ?? "", interest: i ?? "" })}</span>
      <span class="stakeholder-map-depth-word"><Depth engagement={e} /> <span>{engagementInWords(e, t)}</span></span>
    </>
  );
  if (!live) return <span class="stakeholder-map-chip">{face}</span>;
  return (
    <button
      type="button" class="stakeholder-map-chip is-live" data-chip={id} aria-pressed={live.held === id || live.chosen === id}
      onClick={() => live.onPick(id)} onPointerDown={(event) => live.onCarry(event, id)}
    >
      {face}
    </button>
  );
}

/** As many bars as the engagement is deep. @param {{engagement: string | null}} props */
function Depth({ engagement }) {
  const depth = depthOf(engagement);
  return (
    <span class="stakeholder-map-depth" aria-hidden="true">
      {ENGAGEMENT.map((step, index) => <i key={step} class={index < depth ? "is-on" : ""} />)}
    </span>
  );
}

/**
 * Arrow keys go from cell to cell while someone is in hand.
 * @param {KeyboardEvent} event
 * @param {Live} live
 */
function moveByArrows(event, { held, cursor, onCursor }) {
  const table = /** @type {HTMLElement} */ (event.currentTarget);
  const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [1, 0], ArrowDown: [-1, 0] }[event.key];
  if (!step || !held || !(/** @type {HTMLElement} */ (event.target).matches("[data-cell]"))) return;
  event.preventDefault();
  const onward = getComputedStyle(table).direction === "rtl" ? -1 : 1;
  const within = (/** @type {number} */ value) => Math.min(STEPS.length, Math.max(1, value));
  const cell = { p: within(cursor.p + step[0]), i: within(cursor.i + step[1] * onward) };
  onCursor(cell);
  /** @type {HTMLElement | null} */ (table.querySelector(`[data-cell="${cell.p}-${cell.i}"]`))?.focus();
}
