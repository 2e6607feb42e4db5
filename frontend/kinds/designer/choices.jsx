import { useId } from "preact/hooks";
import { Select } from "../../host/controls.jsx";
import { actorOf, objectiveName } from "./words.js";

/**
 * Who convenes, and for what: asked in both modes, where the exercise asks it.
 * @param {object} props
 * @param {Record<string, any>} props.setting
 * @param {import("./changes.js").Design} props.design
 * @param {(convener: string | null) => void} props.onConvener
 * @param {(objective: string) => void} props.onObjective
 * @param {import("../../host/messages.js").Translate} props.t
 */
export function Choices({ setting, design, onConvener, onObjective, t }) {
  const id = useId();
  const candidates = new Set([...design.actors, ...(design.convener ? [design.convener] : [])]);
  return (
    <div class="designer-choices">
      {setting.convener && (
        <Select
          label={t("choices.convener")} value={design.convener ?? ""} open={t("choices.open")} onChange={(id) => onConvener(id || null)}
          options={[...candidates].map((actor) => actorOf(setting, actor))} note={design.actors.length === 0 ? t("choices.nobody") : ""}
        />
      )}
      {setting.objectives.length > 0 && (
        <fieldset class="designer-objectives">
          <legend>{t("choices.objective")}</legend>
          {setting.objectives.map((/** @type {{id: string, name: string}} */ objective) => (
            <label class="exercise-option" key={objective.id}>
              <input
                type="radio" name={`${id}-objective`} value={objective.id}
                checked={design.objective === objective.id} onChange={() => onObjective(objective.id)}
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
 * @param {{setting: Record<string, any>, design: import("./changes.js").Design, t: import("../../host/messages.js").Translate}} props
 */
export function Chosen({ setting, design, t }) {
  return (
    <dl class="designer-chosen">
      {setting.convener && (
        <div><dt>{t("choices.convener")}</dt><dd>{design.convener ? actorOf(setting, design.convener).name : t("choices.open")}</dd></div>
      )}
      {setting.objectives.length > 0 && (
        <div><dt>{t("choices.objective")}</dt><dd>{objectiveName(setting, design.objective) ?? t("choices.open")}</dd></div>
      )}
    </dl>
  );
}
