import { Select } from "../../components/controls.jsx";
import { cellOf, placeOf } from "./changes.js";
import { STEPS } from "./facts.js";
import { engagementOptions } from "./words.js";

/**
 * The evidence cards: waiting beside the map, open in hand, or as a list of selects.
 */

/** @typedef {import("./changes.js").Stakeholder} Stakeholder */
/** @typedef {import("./facts.js").Place} Place */
/** @typedef {import("./facts.js").StakeholderMap} StakeholderMap */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */

/**
 * Those who are not on the map yet: tap a card to pick it up, or drag it to a cell.
 * @param {object} props
 * @param {Stakeholder[]} props.waiting
 * @param {string | null} props.held
 * @param {(id: string) => void} props.onPick
 * @param {(down: PointerEvent, id: string) => void} props.onCarry
 * @param {Translate} props.t
 */
export function Tray({ waiting, held, onPick, onCarry, t }) {
  return (
    <div class="stakeholder-map-tray" role="group" aria-label={t("stakeholder-map.tray")}>
      <p class="exercise-muted">{t(waiting.length > 0 ? "stakeholder-map.tray-title" : "stakeholder-map.tray-empty")}</p>
      {waiting.map(({ id, name, evidence }) => (
        <button
          key={id} type="button" class="stakeholder-map-card" data-waiting={id} aria-pressed={held === id}
          onClick={() => onPick(id)} onPointerDown={(event) => onCarry(event, id)}
        >
          <span class="stakeholder-map-grip" aria-hidden="true"></span>
          <span><strong>{name}</strong> <span>{evidence}</span></span>
        </button>
      ))}
    </div>
  );
}

/**
 * The card in hand: its evidence, how deeply to engage, and what to do next.
 * @param {object} props
 * @param {Stakeholder} props.stakeholder
 * @param {StakeholderMap} props.answer
 * @param {boolean} props.isHeld whether a cell is to be chosen
 * @param {Stakeholder | undefined} props.next who could be placed next
 * @param {(change: Partial<Place>) => void} props.onPut
 * @param {(id: string) => void} props.onPick
 * @param {() => void} props.onTakeOff
 * @param {() => void} props.onClose
 * @param {Translate} props.t
 */
export function Hand({ stakeholder, answer, isHeld, next, onPut, onPick, onTakeOff, onClose, t }) {
  const { id, name, evidence } = stakeholder;
  const isPlaced = cellOf(answer, id) !== null;
  return (
    <div class="stakeholder-map-hand" role="group" aria-label={name}>
      <p><strong>{name}</strong> <span>{evidence}</span></p>
      <p class="stakeholder-map-prompt">{isHeld && t("stakeholder-map.choose-cell")}</p>
      <div class="exercise-row">
        <Select
          label={t("stakeholder-map.engagement")} value={placeOf(answer, id).e ?? ""} open={t("list.choose")}
          options={engagementOptions(t)} onChange={(e) => onPut({ e: e || null })}
        />
        {!isHeld && next && (
          <button type="button" class="exercise-button is-main" onClick={() => onPick(next.id)}>
            {t("stakeholder-map.next", { name: next.name })}
          </button>
        )}
        {isPlaced && <button type="button" class="exercise-button" onClick={onTakeOff}>{t("stakeholder-map.take-off")}</button>}
        <button type="button" class="exercise-button is-quiet" onClick={onClose}>
          {t(isHeld ? "stakeholder-map.put-back" : "stakeholder-map.close")}
        </button>
      </div>
    </div>
  );
}

/**
 * The same work with selects.
 * @param {object} props
 * @param {Stakeholder[]} props.stakeholders
 * @param {StakeholderMap} props.answer
 * @param {(id: string, change: Partial<Place>) => void} props.onPut
 * @param {Translate} props.t
 */
export function List({ stakeholders, answer, onPut, t }) {
  const steps = STEPS.map((step) => ({ id: String(step), name: t(`stakeholder-map.step-${step}`) }));
  return (
    <div class="stakeholder-map-list">
      {stakeholders.map(({ id, name, evidence }) => {
        const { p, i, e } = placeOf(answer, id);
        return (
          <fieldset key={id}>
            <legend>{name}</legend>
            <p>{evidence}</p>
            <div class="exercise-selects">
              <Select
                label={t("stakeholder-map.power")} value={p === null ? "" : String(p)} open={t("list.choose")} options={steps}
                onChange={(step) => onPut(id, { p: step ? Number(step) : null })}
              />
              <Select
                label={t("stakeholder-map.interest")} value={i === null ? "" : String(i)} open={t("list.choose")} options={steps}
                onChange={(step) => onPut(id, { i: step ? Number(step) : null })}
              />
              <Select
                label={t("stakeholder-map.engagement")} value={e ?? ""} open={t("list.choose")} options={engagementOptions(t)}
                onChange={(engagement) => onPut(id, { e: engagement || null })}
              />
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}
