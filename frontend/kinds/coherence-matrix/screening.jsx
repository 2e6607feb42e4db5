import { CheckList, Choice, Select } from "../../components/controls.jsx";
import { screenOf } from "./changes.js";
import { TIMINGS } from "./facts.js";
import { policyName, screenInWords } from "./words.js";

/**
 * The screening sheet: a row for each policy that folds, with its answers in the row's own line.
 * @param {object} props
 * @param {Record<string, any>} props.setting
 * @param {import("./facts.js").Coherence} props.answer
 * @param {(policy: string, change: Partial<import("./facts.js").Screen>) => void} props.onScreen
 * @param {import("../../i18n/messages.js").Translate} props.t
 */
export function Screening({ setting, answer, onScreen, t }) {
  return (
    <div class="coherence-matrix-sheet">
      {setting.policies.map((/** @type {import("./changes.js").Policy} */ { id, text, status }) => {
        const { timing, focal, groups, unknown } = screenOf(answer, id);
        return (
          <details key={id} data-screen={id}>
            <summary>
              <span><strong>{policyName(setting.policies, id, t)}</strong> <span>{screenInWords(setting, answer, id, t)}</span></span>
            </summary>
            <div class="coherence-matrix-screen">
              <p><span>{t(`coherence-matrix.${status}`)}</span> {text}</p>
              <Choice
                label={t("coherence-matrix.timing")} value={timing} onChange={(chosen) => onScreen(id, { timing: chosen })}
                options={TIMINGS.map((name) => ({ id: name, name: t(`coherence-matrix.${name}-long`) }))}
              />
              <CheckList
                label={setting.most ? t("coherence-matrix.groups-most", { count: setting.most.groups }) : t("coherence-matrix.groups")}
                value={groups} options={setting.groups} narrow
                onChange={(chosen) => onScreen(id, { groups: chosen })}
              />
              <div class="exercise-selects">
                <Select
                  label={t("coherence-matrix.focal")} value={focal ?? ""} open={t("list.choose")}
                  options={withOwn(setting.ministries, focal)} onChange={(chosen) => onScreen(id, { focal: chosen || null })}
                />
                <Select
                  label={t("coherence-matrix.unknown")} value={unknown ?? ""} open={t("coherence-matrix.no-gap-yet")}
                  options={withOwn(setting.sources, unknown)} onChange={(chosen) => onScreen(id, { unknown: chosen || null })}
                />
              </div>
            </div>
          </details>
        );
      })}
    </div>
  );
}

/**
 * What an imported answer wrote in its own words stays on offer.
 * @param {{id: string, name: string}[]} options
 * @param {string | null} value
 */
function withOwn(options, value) {
  return value === null || value === "" || options.some(({ id }) => id === value) ? options : [...options, { id: value, name: value }];
}
