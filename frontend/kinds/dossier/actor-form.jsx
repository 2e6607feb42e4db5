import { useState } from "preact/hooks";
import { useId } from "../../components/unique-id.js";
import { Select, TextField } from "../../components/controls.jsx";
import { LEVELS } from "../../core/levels.js";
import { fold } from "../../core/word-count.js";

/**
 * Names an actor of the person's own case: name, type in any words, level.
 * @param {object} props
 * @param {import("./answer.js").NewActor | null} props.actor the one being changed; null for a new one
 * @param {string[]} props.taken ids
 * @param {string[]} props.types those to suggest
 * @param {(actor: import("./answer.js").NewActor) => void} props.onSave
 * @param {() => void} props.onCancel
 * @param {import("../../i18n/messages.js").Translate} props.t
 */
export function ActorForm({ actor, taken, types, onSave, onCancel, t }) {
  const id = useId();
  const [draft, setDraft] = useState({ name: actor?.name ?? "", type: actor ? t(`type.${actor.type}`) : "", level: actor?.level ?? "" });
  const [problem, setProblem] = useState("");
  const save = (/** @type {Event} */ event) => {
    event.preventDefault();
    const name = draft.name.trim();
    const isWhole = name !== "" && draft.type.trim() !== "" && draft.level !== "";
    setProblem(isWhole ? "" : "dossier.actor-incomplete");
    if (!isWhole) return;
    const known = types.find((type) => fold(t(`type.${type}`)) === fold(draft.type));
    onSave({ id: actor?.id ?? freeId(taken), name, type: known ?? draft.type.trim(), level: draft.level });
  };
  return (
    <form class="dossier-actor-form" onSubmit={save} noValidate aria-label={t(actor ? "dossier.change-actor" : "dossier.new-actor")}>
      <div class="exercise-selects">
        <TextField label={t("dossier.actor-name")} value={draft.name} longest={120} onChange={(name) => setDraft({ ...draft, name })} />
        <div class="exercise-field">
          <label for={id}>{t("dossier.actor-type")}</label>
          <input
            type="text" id={id} list={`${id}-types`} value={draft.type} maxLength={60} autocomplete="off"
            onInput={(event) => setDraft({ ...draft, type: event.currentTarget.value })}
          />
          <datalist id={`${id}-types`}>{types.map((type) => <option key={type} value={t(`type.${type}`)} />)}</datalist>
        </div>
        <Select
          label={t("dossier.actor-level")} value={draft.level} open={t("list.choose")} onChange={(level) => setDraft({ ...draft, level })}
          options={LEVELS.map((level) => ({ id: level, name: t(`level.${level}`) }))}
        />
      </div>
      <div class="exercise-row">
        <button type="submit" class="exercise-button">{t(actor ? "dossier.save-actor" : "dossier.add-actor")}</button>
        {actor && <button type="button" class="exercise-button" onClick={onCancel}>{t("dossier.leave-actor")}</button>}
      </div>
      <p class="exercise-problem" role="alert">{problem && t(problem)}</p>
    </form>
  );
}

/** @param {string[]} taken */
function freeId(taken) {
  let number = taken.length + 1;
  while (taken.includes(`actor_${number}`)) number += 1;
  return `actor_${number}`;
}
