import { useRef } from "preact/hooks";
import { Draft } from "../../components/draft.jsx";
import { useFocusSoon } from "../../components/focus.js";
import { withItem, withoutItem } from "../../core/lists.js";
import { riskInWords } from "./words.js";
import { countNote } from "./words-field.jsx";

/**
 * What could go wrong, and what then.
 * @param {object} props
 * @param {import("./words-field.jsx").Lengths} props.lengths
 * @param {import("./answer.js").Risk[]} props.risks
 * @param {(risks: import("./answer.js").Risk[], said: string) => void} props.onChange
 * @param {import("../../i18n/messages.js").Translate} props.t
 */
export function Risks({ lengths, risks, onChange, t }) {
  const view = useRef(/** @type {HTMLDivElement | null} */ (null));
  const focusSoon = useFocusSoon(view);
  const change = (/** @type {number} */ index, /** @type {Partial<import("./answer.js").Risk>} */ part) => {
    const risk = { ...risks[index], ...part };
    onChange(withItem(risks, index, risk), riskInWords(risk, t));
  };
  const add = () => {
    onChange([...risks, { risk: "", response: "" }], t("dossier.said-risk"));
    focusSoon(`[data-risk="${risks.length}"] input`);
  };
  const remove = (/** @type {number} */ index) => {
    onChange(withoutItem(risks, index), t("dossier.said-risk-gone", { risk: risks[index].risk || t("words.open") }));
    focusSoon(`[data-risk="${Math.min(index, risks.length - 2)}"] input`, "[data-add-risk]");
  };
  return (
    <div class="dossier-risks" ref={view}>
      {risks.map((risk, index) => (
        <div class="dossier-risk" key={index} data-risk={index} role="group" aria-label={t("dossier.risk-number", { number: index + 1 })}>
          <Draft label={t("dossier.risk")} value={risk.risk} longest={300} onChange={(text) => change(index, { risk: text })} />
          <Draft
            label={t("dossier.response")} value={risk.response} longest={300} note={countNote(lengths, "response", t)}
            onChange={(text) => change(index, { response: text })}
          />
          <button type="button" class="exercise-button is-quiet" onClick={() => remove(index)}>
            {t("dossier.remove")}<span class="exercise-unseen"> {t("dossier.risk-number", { number: index + 1 })}</span>
          </button>
        </div>
      ))}
      <button type="button" class="exercise-button" data-add-risk onClick={add}>{t("dossier.add-risk")}</button>
    </div>
  );
}
