import { useId } from "preact/hooks";
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
        <label class="designer-field designer-convene">
          <span>{t("choices.convener")}</span>
          <select value={design.convener ?? ""} onChange={(event) => onConvener(event.currentTarget.value || null)}>
            <option value="">{t("choices.open")}</option>
            {[...candidates].map((actor) => <option key={actor} value={actor}>{actorOf(setting, actor).name}</option>)}
          </select>
          {design.actors.length === 0 && <small>{t("choices.nobody")}</small>}
        </label>
      )}
      {setting.objectives.length > 0 && (
        <fieldset class="designer-objectives">
          <legend>{t("choices.objective")}</legend>
          {setting.objectives.map((/** @type {{id: string, name: string}} */ objective) => (
            <label class="designer-option" key={objective.id}>
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
