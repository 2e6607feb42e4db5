import { useId } from "../../components/unique-id.js";
import { NumberField, Select } from "../../components/controls.jsx";
import { actorOf, objectiveName } from "./words.js";

/** @typedef {import("./changes.js").Design} Design */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */

/** @param {Record<string, any>} setting */
const asksNothing = (setting) => !setting.convener && setting.objectives.length === 0 && !setting.meet_weeks;

/**
 * Who convenes, how often they meet, and for what: asked in both modes, where the exercise asks it.
 * @param {object} props
 * @param {Record<string, any>} props.setting
 * @param {Design} props.design
 * @param {(design: Design, said: string) => void} props.onChange
 * @param {Translate} props.t
 */
export function Choices({ setting, design, onChange, t }) {
  const id = useId();
  if (asksNothing(setting)) return null;
  const candidates = new Set([...design.actors, ...(design.convener ? [design.convener] : [])]);
  const convene = (/** @type {string} */ convener) => {
    const said = convener ? t("said.convener", { name: actorOf(setting, convener).name }) : t("said.no-convener");
    onChange({ ...design, convener: convener || null }, said);
  };
  const meet = (/** @type {number | null} */ weeks) => {
    const said = weeks === null ? t("said.no-weeks") : t("words.weeks", { count: weeks });
    if (weeks !== design.meet_weeks) onChange({ ...design, meet_weeks: weeks }, said);
  };
  return (
    <div class="designer-choices">
      {(setting.convener || setting.meet_weeks) && (
        <div class="designer-fields">
          {setting.convener && (
            <Select
              label={t("choices.convener")} value={design.convener ?? ""} open={t("choices.open")} onChange={convene}
              options={[...candidates].map((actor) => actorOf(setting, actor))} note={design.actors.length === 0 ? t("choices.nobody") : ""}
            />
          )}
          {setting.meet_weeks && (
            <NumberField
              label={t("choices.weeks")} value={design.meet_weeks ?? null} onChange={meet} whole
              unit={t("choices.weeks-unit")} problem={t("choices.weeks-problem")}
            />
          )}
        </div>
      )}
      {setting.objectives.length > 0 && (
        <fieldset class="designer-objectives">
          <legend>{t("choices.objective")}</legend>
          {setting.objectives.map((/** @type {{id: string, name: string}} */ objective) => (
            <label class="exercise-option" key={objective.id}>
              <input
                type="radio" name={`${id}-objective`} value={objective.id} checked={design.objective === objective.id}
                onChange={() => onChange({ ...design, objective: objective.id }, t("said.objective"))}
              />
              <span>{objective.name}</span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}

/**
 * The same where nothing can be changed.
 * @param {{setting: Record<string, any>, design: Design, t: Translate}} props
 */
export function Chosen({ setting, design, t }) {
  if (asksNothing(setting)) return null;
  const weeks = design.meet_weeks ?? null;
  return (
    <dl class="designer-chosen">
      {setting.convener && (
        <div><dt>{t("choices.convener")}</dt><dd>{design.convener ? actorOf(setting, design.convener).name : t("choices.open")}</dd></div>
      )}
      {setting.objectives.length > 0 && (
        <div><dt>{t("choices.objective")}</dt><dd>{objectiveName(setting, design.objective) ?? t("choices.open")}</dd></div>
      )}
      {setting.meet_weeks && (
        <div><dt>{t("choices.weeks")}</dt><dd>{weeks === null ? t("choices.open") : t("choices.weeks-count", { count: weeks })}</dd></div>
      )}
    </dl>
  );
}
