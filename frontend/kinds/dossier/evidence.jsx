import { useRef, useState } from "preact/hooks";
import { Select, TextField } from "../../components/controls.jsx";
import { useFocusSoon } from "../../components/focus.js";
import { withoutItem } from "../../core/lists.js";
import { found } from "./citations.js";
import { citationInWords } from "./words.js";

/**
 * Rows of the course's datasets as evidence: choose a dataset, search, add.
 */

const SHOWN = 8;

/** @typedef {import("./answer.js").Citation} Citation */

/**
 * @param {object} props
 * @param {import("../../types").Exercise} props.exercise
 * @param {Citation[]} props.evidence
 * @param {(evidence: Citation[], said: string) => void} props.onChange
 * @param {import("../../i18n/messages.js").Translate} props.t
 */
export function Evidence({ exercise, evidence, onChange, t }) {
  const view = useRef(/** @type {HTMLDivElement | null} */ (null));
  const focusSoon = useFocusSoon(view);
  const citable = exercise.materials?.citable ?? {};
  const names = Object.keys(citable);
  const [dataset, setDataset] = useState("");
  const [search, setSearch] = useState("");
  const isCited = (/** @type {string} */ row) => evidence.some((citation) => citation.dataset === dataset && citation.row === row);
  const matches = dataset ? found(citable[dataset], search) : [];
  const remove = (/** @type {number} */ index) => {
    onChange(withoutItem(evidence, index), t("dossier.said-uncited", { row: citationInWords(evidence[index], exercise, t) }));
    focusSoon(`[data-cited="${Math.min(index, evidence.length - 2)}"] button`, "select");
  };
  const most = exercise.setting.limits?.rows;
  return (
    <div class="dossier-evidence" ref={view}>
      {evidence.length > 0 && (
        <ul class="dossier-cited">
          {evidence.map((citation, index) => (
            <li key={index} data-cited={index}>
              <span>{citationInWords(citation, exercise, t)}</span>
              <button type="button" class="exercise-button is-quiet" onClick={() => remove(index)}>
                {t("dossier.remove")}<span class="exercise-unseen"> {citation.row}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {most && evidence.length > 0 && <p class="exercise-muted">{t("dossier.rows-count", { cited: evidence.length, most })}</p>}
      <div class="exercise-selects">
        <Select
          label={t("dossier.dataset")} value={dataset} open={t("list.choose")} onChange={setDataset}
          options={names.map((id) => ({ id, name: citable[id].title }))}
        />
        <TextField label={t("dossier.search")} value={search} longest={80} onChange={setSearch} />
      </div>
      {dataset && (
        <p class="exercise-muted" role="status">
          {t(matches.length > SHOWN ? "dossier.found-more" : "dossier.found", { shown: SHOWN, count: matches.length })}
        </p>
      )}
      <ul class="dossier-rows">
        {matches.slice(0, SHOWN).map(({ row, label }) => {
          const citation = { dataset, row };
          const cite = () =>
            onChange([...evidence, citation], t("dossier.said-cited", { row: citationInWords(citation, exercise, t) }));
          return (
            <li key={row}>
              <span>{label || row}{label && <small>{row}</small>}</span>
              <button
                type="button"
                class="exercise-button"
                aria-disabled={isCited(row) || undefined}
                onClick={() => !isCited(row) && cite()}
              >
                {t(isCited(row) ? "dossier.cited" : "dossier.cite")}<span class="exercise-unseen"> {row}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
