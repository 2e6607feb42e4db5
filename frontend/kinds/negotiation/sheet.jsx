import { useRef, useState } from "preact/hooks";
import { useFocusSoon } from "../../components/focus.js";
import { scoreOf } from "./facts.js";

/**
 * Private score sheets: one's own when alone, each delegation's behind a step of its own in a group.
 */

/** @typedef {import("./facts.js").Setting} Setting */
/** @typedef {import("./facts.js").Package} Package */
/** @typedef {import("./facts.js").Party} Party */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */

/**
 * @param {Setting} setting
 * @param {Party} party
 * @param {Package} choice
 * @param {Translate} t
 * @returns {string} the score of one's own sheet, and what it means
 */
export function scoreInWords({ issues }, party, choice, t) {
  const open = issues.filter(({ id }) => !choice[id]).length;
  const score = scoreOf(party, choice);
  const id = open > 0 ? "negotiation.score-open" : score >= party.walk_away ? "negotiation.score-met" : "negotiation.score-short";
  return t(id, { score, line: party.walk_away, count: open });
}

/**
 * @param {{setting: Setting, party: Party, choice: Package, t: Translate}} props
 */
export function Sheet({ setting, party, choice, t }) {
  const letters = [...new Set(setting.issues.flatMap(({ options }) => options.map(({ id }) => id)))];
  return (
    <div class="negotiation-sheet">
      <table>
        <caption>{t("negotiation.sheet", { name: party.name })}</caption>
        <thead>
          <tr><th scope="col">{t("negotiation.sheet-issue")}</th>{letters.map((letter) => <th scope="col" key={letter}>{letter}</th>)}</tr>
        </thead>
        <tbody>
          {setting.issues.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {letters.map((letter) => (
                <td key={letter} class={choice[id] === letter ? "is-chosen" : ""}>
                  {party.points[id][letter]}
                  {choice[id] === letter && <span class="exercise-unseen"> {t("negotiation.sheet-here")}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="negotiation-score">{scoreInWords(setting, party, choice, t)}</p>
    </div>
  );
}

/**
 * In a group a sheet is shown only when asked for, after the device has changed hands; it is never remembered.
 * @param {{setting: Setting, choice: Package, t: Translate}} props
 */
export function HandOver({ setting, choice, t }) {
  const place = useRef(/** @type {HTMLDivElement | null} */ (null));
  const focusSoon = useFocusSoon(place);
  const [asked, ask] = useState(/** @type {{party: Party, shown: boolean} | null} */ (null));
  const close = () => {
    focusSoon(`[data-sheet-of="${asked?.party.id}"]`);
    ask(null);
  };
  const name = asked?.party.name ?? "";
  return (
    <div class="negotiation-hand-over" ref={place}>
      {!asked && (
        <>
          <p>{t("negotiation.hand-over-note")}</p>
          <div class="exercise-row">
            {setting.delegations.map((party) => (
              <button
                key={party.id} type="button" class="exercise-button" data-sheet-of={party.id}
                onClick={() => {
                  focusSoon("[data-hand-over]");
                  ask({ party, shown: false });
                }}
              >
                {t("negotiation.ask", { name: party.name })}
              </button>
            ))}
          </div>
        </>
      )}
      {asked && !asked.shown && (
        <>
          <p tabIndex={-1} data-hand-over><strong>{t("negotiation.hand-over", { name })}</strong></p>
          <div class="exercise-row">
            <button
              type="button" class="exercise-button is-main"
              onClick={() => {
                focusSoon("[data-hide-sheet]");
                ask({ ...asked, shown: true });
              }}
            >
              {t("negotiation.reveal", { name })}
            </button>
            <button type="button" class="exercise-button" onClick={close}>{t("negotiation.cancel")}</button>
          </div>
        </>
      )}
      {asked?.shown && (
        <>
          <Sheet setting={setting} party={asked.party} choice={choice} t={t} />
          <div><button type="button" class="exercise-button is-main" data-hide-sheet onClick={close}>{t("negotiation.hide")}</button></div>
        </>
      )}
    </div>
  );
}
