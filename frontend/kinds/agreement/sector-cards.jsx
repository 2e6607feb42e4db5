import { useId } from "../../components/unique-id.js";

/** The highest score of a shortage. */
const MOST = 5;

/**
 * One sector out of some, each with how short of it the two countries are.
 * @param {object} props
 * @param {string} props.label
 * @param {import("./facts.js").Setting} props.setting
 * @param {string | null} props.value
 * @param {(id: string) => void} props.onChange
 * @param {import("../../i18n/messages.js").Translate} props.t
 */
export function SectorCards({ label, setting, value, onChange, t }) {
  const name = useId();
  return (
    <fieldset class="exercise-choice">
      <legend>{label}</legend>
      <div class="agreement-sectors">
        {setting.sectors.map((sector) => (
          <label class="exercise-option" key={sector.id}>
            <input type="radio" name={name} value={sector.id} checked={value === sector.id} onChange={() => onChange(sector.id)} />
            <span>
              <span>
                {sector.name}
                {(/** @type {const} */ (["origin", "destination"])).map((side) => (
                  <small key={side}>
                    {t("agreement.shortage", { country: setting[side], score: sector[side], most: MOST })}
                    <span class="agreement-score" aria-hidden="true" style={{ "--score": sector[side] / MOST }} />
                  </small>
                ))}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
