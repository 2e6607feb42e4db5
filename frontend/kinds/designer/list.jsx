import { useState } from "preact/hooks";
import { useId } from "../../components/unique-id.js";
import { Heading } from "../../components/heading.jsx";
import { byLevel, isRepeated } from "./changes.js";
import { Select } from "../../components/controls.jsx";
import { PayloadSelect } from "./tie-form.jsx";
import { actorOf } from "./words.js";

/**
 * The same work as on the canvas, with check boxes and selects. It makes the same answer.
 */

/** @typedef {import("../../i18n/messages.js").Translate} Translate */

/**
 * @param {object} props
 * @param {Record<string, any>} props.setting
 * @param {import("./changes.js").Design} props.design
 * @param {number} props.level of the headings
 * @param {(id: string) => void} props.onPlace
 * @param {(id: string) => void} props.onTakeOff
 * @param {(tie: import("./changes.js").Tie) => void} props.onAdd
 * @param {Translate} props.t
 */
export function List({ setting, design, level, onPlace, onTakeOff, onAdd, t }) {
  return (
    <div class="designer-list">
      <Heading level={level}>{t("list.who")}</Heading>
      <div class="designer-members">
        {byLevel(setting.palette).map((group) => (
          <fieldset key={group.level}>
            <legend>{t(`level.${group.level}`)}</legend>
            {group.actors.map((actor) => {
              const placed = design.actors.includes(actor.id);
              return (
                <label class="exercise-tick" key={actor.id}>
                  <input type="checkbox" checked={placed} onChange={() => (placed ? onTakeOff : onPlace)(actor.id)} />
                  <span>
                    {actor.name}
                    <small>{[t(`type.${actor.type}`), actor.country].filter(Boolean).join(" · ")}</small>
                  </span>
                </label>
              );
            })}
          </fieldset>
        ))}
      </div>
      <Heading level={level}>{t("list.add-heading")}</Heading>
      <AddTie setting={setting} design={design} onAdd={onAdd} t={t} />
    </div>
  );
}

const NEW = { from: "", to: "", purpose: "", both: false, payload: /** @type {string | null} */ (null) };

/**
 * @param {object} props
 * @param {Record<string, any>} props.setting
 * @param {import("./changes.js").Design} props.design
 * @param {(tie: import("./changes.js").Tie) => void} props.onAdd
 * @param {Translate} props.t
 */
function AddTie({ setting, design, onAdd, t }) {
  const id = useId();
  const [draft, setDraft] = useState(NEW);
  const [problem, setProblem] = useState("");
  const placed = design.actors.map((actor) => actorOf(setting, actor));
  const isPlaced = (/** @type {string} */ actor) => design.actors.includes(actor);

  const add = (/** @type {Event} */ event) => {
    event.preventDefault();
    const { payload, ...rest } = draft;
    const tie = { ...rest, ...(setting.payloads.length > 0 && { payload }) };
    const missing =
      !isPlaced(tie.from) || !isPlaced(tie.to) || !tie.purpose ? "list.incomplete"
      : tie.from === tie.to ? "list.same-ends"
      : isRepeated(design, tie) ? "form.repeated"
      : "";
    setProblem(missing);
    if (missing) return;
    onAdd(tie);
    setDraft(NEW);
  };

  return (
    <form class="designer-add" onSubmit={add} noValidate>
      {placed.length < 2 && <p class="exercise-muted">{t("list.too-few")}</p>}
      <div class="exercise-selects">
        {/** @type {("from" | "to")[]} */ (["from", "to"]).map((end) => (
          <Select
            key={end} label={t(`list.${end}`)} value={isPlaced(draft[end]) ? draft[end] : ""} open={t("list.choose")}
            options={placed} onChange={(id) => setDraft({ ...draft, [end]: id })}
          />
        ))}
        <Select
          label={t("form.purpose")} value={draft.purpose} open={t("list.choose")} onChange={(purpose) => setDraft({ ...draft, purpose })}
          options={setting.purposes.map((/** @type {string} */ purpose) => ({ id: purpose, name: t(`purpose.${purpose}`) }))}
        />
        {setting.payloads.length > 0 && (
          <PayloadSelect payloads={setting.payloads} value={draft.payload} onChange={(payload) => setDraft({ ...draft, payload })} t={t} />
        )}
      </div>
      <div class="exercise-row">
        <label class="exercise-tick">
          <input type="checkbox" checked={draft.both} onChange={() => setDraft({ ...draft, both: !draft.both })} />
          <span>{t("form.both-ways")}</span>
        </label>
        <button type="submit" class="exercise-button is-main" aria-describedby={`${id}-problem`}>{t("list.add")}</button>
      </div>
      <p class="exercise-problem" id={`${id}-problem`} role="alert">{problem && t(problem)}</p>
    </form>
  );
}
