import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useId } from "../../components/unique-id.js";
import { Icon } from "../../components/icons.jsx";
import { direction, isRepeated } from "./changes.js";
import { Select } from "../../components/controls.jsx";
import { actorOf } from "./words.js";

/**
 * The small form in which a tie gets its direction and purpose. Escape closes it and changes nothing.
 * @param {object} props
 * @param {Record<string, any>} props.setting
 * @param {import("./changes.js").Design} props.design
 * @param {import("./changes.js").Tie} props.tie
 * @param {number | null} props.index null for a new tie
 * @param {(tie: import("./changes.js").Tie) => void} props.onSave
 * @param {() => void} props.onRemove
 * @param {() => void} props.onClose called last, when the form is gone
 * @param {import("../../i18n/messages.js").Translate} props.t
 */
export function TieForm({ setting, design, tie, index, onSave, onRemove, onClose, t }) {
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const id = useId();
  const [draft, setDraft] = useState(tie);
  const [problem, setProblem] = useState("");
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);

  const [one, other] = [actorOf(setting, tie.from), actorOf(setting, tie.to)];
  const forward = { from: one.id, to: other.id, both: false };
  const back = { from: other.id, to: one.id, both: false };
  const ways = [
    { name: "forward", icon: "arrow", text: t("form.one-way", { from: one.name, to: other.name }), set: forward },
    { name: "back", icon: "arrow-back", text: t("form.one-way", { from: other.name, to: one.name }), set: back },
    { name: "both", icon: "arrow-both", text: t("form.both-ways"), set: { ...forward, both: true } },
  ];
  const chosen = draft.both ? "both" : draft.from === one.id ? "forward" : "back";

  const save = (/** @type {Event} */ event) => {
    event.preventDefault();
    const missing = !draft.purpose ? "form.choose-purpose" : isRepeated(design, draft, index) ? "form.repeated" : "";
    setProblem(missing);
    if (missing) {
      /** @type {HTMLElement | null | undefined} */ (dialog.current?.querySelector("[name=purpose]"))?.focus();
      return;
    }
    onSave(draft);
    dialog.current?.close();
  };

  return (
    <dialog ref={dialog} class="designer-form" aria-labelledby={`${id}-title`} onClose={onClose}>
      <form onSubmit={save} noValidate>
        <p class="designer-form-title" id={`${id}-title`}>{t("form.title", { one: one.name, other: other.name })}</p>
        <p class={`designer-form-way is-${direction(one, other)}`}>{t(`form.${direction(one, other)}`)}</p>
        <fieldset>
          <legend>{t("form.purpose")}</legend>
          <div class="exercise-options">
            {setting.purposes.map((/** @type {string} */ purpose) => (
              <label class="exercise-option" key={purpose}>
                <input
                  type="radio" name="purpose" value={purpose} checked={draft.purpose === purpose}
                  aria-describedby={problem ? `${id}-problem` : undefined}
                  onChange={() => setDraft({ ...draft, purpose })}
                />
                <span>{t(`purpose.${purpose}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset>
          <legend>{t("form.direction")}</legend>
          <div class="designer-ways">
            {ways.map(({ name, icon, text, set }) => (
              <label class="exercise-option" key={name}>
                <input
                  type="radio"
                  name="direction"
                  value={name}
                  checked={chosen === name}
                  onChange={() => setDraft({ ...draft, ...set })}
                />
                <span><Icon name={/** @type {any} */ (icon)} /> {text}</span>
              </label>
            ))}
          </div>
          <p class="exercise-help">{t("form.help")}</p>
        </fieldset>
        {setting.payloads.length > 0 && (
          <PayloadSelect payloads={setting.payloads} value={draft.payload} onChange={(payload) => setDraft({ ...draft, payload })} t={t} />
        )}
        <p class="exercise-problem" id={`${id}-problem`} role="alert">{problem && t(problem)}</p>
        <div class="exercise-row">
          <button type="submit" class="exercise-button is-main">{t(index === null ? "form.add" : "form.save")}</button>
          <button type="button" class="exercise-button" onClick={() => dialog.current?.close()}>{t("form.cancel")}</button>
          {index !== null && (
            <button
              type="button"
              class="exercise-button is-danger"
              onClick={() => {
                dialog.current?.close();
                onRemove();
              }}
            >
              {t("form.remove")}
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
}

/**
 * @param {object} props
 * @param {string[]} props.payloads
 * @param {string | null | undefined} props.value
 * @param {(payload: string | null) => void} props.onChange
 * @param {import("../../i18n/messages.js").Translate} props.t
 */
export function PayloadSelect({ payloads, value, onChange, t }) {
  return (
    <Select
      label={t("form.payload")} value={value ?? ""} open={t("form.no-payload")} onChange={(payload) => onChange(payload || null)}
      options={payloads.map((payload) => ({ id: payload, name: t(`payload.${payload}`) }))}
    />
  );
}
