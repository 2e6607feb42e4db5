import { useState } from "preact/hooks";
import { Choice, Select } from "../../components/controls.jsx";
import { relationOf } from "./changes.js";
import { pairsOf, RELATIONS } from "./facts.js";
import { nameOf, pairInWords, policyName } from "./words.js";

/**
 * Each policy against each other: as a triangle of cells, or as a list of selects.
 */

/** @typedef {import("./changes.js").Policy} Policy */
/** @typedef {import("./facts.js").Coherence} Coherence */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */

/** Never by colour alone. @type {Record<string, string>} */
const SIGNS = { neutral: "·", supports: "+", conflicts: "×" };

/**
 * @param {object} props
 * @param {Policy[]} props.policies
 * @param {Coherence} props.answer
 * @param {string | null} [props.open] the pair on the desk
 * @param {(key: string) => void} [props.onOpen] left out where nothing can be changed
 * @param {Translate} props.t
 */
export function Matrix({ policies, answer, open = null, onOpen, t }) {
  const ids = policies.map(({ id }) => id);
  const pairs = pairsOf(ids);
  const [reached, reach] = useState(pairs[0].key);
  return (
    <div class="coherence-matrix-field">
      <table class="coherence-matrix-grid" onKeyDown={onOpen && ((event) => moveByArrows(event, ids, reach))}>
        <caption><span class="exercise-unseen">{t("coherence-matrix.grid")}</span></caption>
        <thead>
          <tr><td></td>{ids.slice(0, -1).map((id) => <th key={id} scope="col"><abbr title={nameOf(policies, id)}>{id}</abbr></th>)}</tr>
        </thead>
        <tbody>
          {ids.slice(1).map((other, index) => (
            <tr key={other}>
              <th scope="row">{other} <span>{nameOf(policies, other)}</span></th>
              {ids.slice(0, index + 1).map((one) => {
                const key = `${one}|${other}`;
                const relation = relationOf(answer, key);
                const words = pairInWords(policies, { one, other }, relation, t);
                return (
                  <td key={one} class={`is-${relation}`}>
                    {onOpen ? (
                      <button
                        type="button" data-pair={key} aria-label={words} aria-pressed={open === key} tabIndex={reached === key ? 0 : -1}
                        onClick={() => onOpen(key)} onFocus={() => reach(key)}
                      >
                        {SIGNS[relation]}
                      </button>
                    ) : (
                      <span>
                        <span aria-hidden="true">{SIGNS[relation]}</span>{" "}
                        <span class="exercise-unseen">{t(`coherence-matrix.${relation}`)}</span>
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <ul class="coherence-matrix-legend" aria-label={t("coherence-matrix.legend")}>
        {["neutral", ...RELATIONS].map((relation) => (
          <li key={relation} class={`is-${relation}`}>
            <span aria-hidden="true">{SIGNS[relation]}</span> {t(`coherence-matrix.${relation}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/**
 * Arrow keys go from cell to cell within the triangle.
 * @param {KeyboardEvent} event
 * @param {string[]} ids
 * @param {(key: string) => void} reach
 */
function moveByArrows(event, ids, reach) {
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  const here = /** @type {HTMLElement} */ (event.target).getAttribute("data-pair");
  if (!step || !here) return;
  event.preventDefault();
  const table = /** @type {HTMLElement} */ (event.currentTarget);
  const onward = getComputedStyle(table).direction === "rtl" ? -1 : 1;
  const [column, row] = here.split("|").map((id) => ids.indexOf(id));
  const key = `${ids[column + step[0] * onward]}|${ids[row + step[1]]}`;
  const cell = /** @type {HTMLElement | null} */ (table.querySelector(`[data-pair="${key}"]`));
  if (!cell) return;
  reach(key);
  cell.focus();
}

/**
 * Two policies side by side, and what one does to the other.
 * @param {object} props
 * @param {Policy[]} props.policies
 * @param {Coherence} props.answer
 * @param {{one: string, other: string, key: string}} props.pair
 * @param {(relation: string) => void} props.onMark
 * @param {() => void} props.onNext
 * @param {() => void} props.onClose
 * @param {Translate} props.t
 */
export function Desk({ policies, answer, pair, onMark, onNext, onClose, t }) {
  return (
    <div
      class="coherence-matrix-desk"
      role="group"
      aria-label={t("coherence-matrix.desk")}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      {[pair.one, pair.other].map((id) => (
        <PolicyCard key={id} policy={/** @type {Policy} */ (policies.find((policy) => policy.id === id))} t={t} />
      ))}
      <Choice
        label={t("coherence-matrix.question")} value={relationOf(answer, pair.key)} narrow onChange={onMark}
        options={["neutral", ...RELATIONS].map((id) => ({ id, name: `${SIGNS[id]} ${t(`coherence-matrix.${id}`)}` }))}
      />
      <div class="exercise-row">
        <button type="button" class="exercise-button" onClick={onNext}>{t("coherence-matrix.next")}</button>
        <button type="button" class="exercise-button is-quiet" onClick={onClose}>{t("coherence-matrix.close")}</button>
      </div>
    </div>
  );
}

/** @param {{policy: Policy, t: Translate}} props */
export function PolicyCard({ policy: { id, name, text, status }, t }) {
  return (
    <div class="coherence-matrix-policy">
      <p><strong>{t("coherence-matrix.policy", { id, name })}</strong></p>
      <p><span>{t(`coherence-matrix.${status}`)}</span> {text}</p>
    </div>
  );
}

/**
 * The same work with selects.
 * @param {object} props
 * @param {Policy[]} props.policies
 * @param {Coherence} props.answer
 * @param {(key: string, relation: string) => void} props.onMark
 * @param {Translate} props.t
 */
export function PairList({ policies, answer, onMark, t }) {
  const pairs = pairsOf(policies.map(({ id }) => id));
  return (
    <div class="coherence-matrix-pairs">
      {policies.slice(0, -1).map(({ id }) => (
        <fieldset key={id}>
          <legend>{t("coherence-matrix.with", { policy: policyName(policies, id, t) })}</legend>
          <div class="exercise-selects">
            {pairs.filter(({ one }) => one === id).map(({ other, key }) => {
              const relation = relationOf(answer, key);
              return (
                <Select
                  key={key} label={policyName(policies, other, t)} value={relation === "neutral" ? "" : relation}
                  open={t("coherence-matrix.neutral")} onChange={(chosen) => onMark(key, chosen || "neutral")}
                  options={RELATIONS.map((name) => ({ id: name, name: t(`coherence-matrix.${name}`) }))}
                />
              );
            })}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
