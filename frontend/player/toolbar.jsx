import { useRef, useState } from "preact/hooks";
import { useAsking } from "../components/asking.js";
import { Icon } from "../components/icons.jsx";
import { download, envelope, readFile } from "../storage/transfer.js";

/**
 * What one can do with an answer: check it, get a hint, go back and forth, start again, take it away.
 *
 * A button that cannot act now stays focusable (aria-disabled), so that focus is never lost.
 */

/** @typedef {import("../i18n/messages.js").Translate} Translate */

/**
 * @param {object} props
 * @param {import("../types").Payload} props.payload
 * @param {import("./session.js").Session} props.session
 * @param {{check(): void, hint(): void, undo(): void, redo(): void, reset(): void}} props.actions
 * @param {string} props.language
 * @param {Translate} props.t
 */
export function Toolbar({ payload, session, actions, language, t }) {
  const { saved, canUndo, canRedo } = session.get();
  const hintsLeft = payload.exercise.hints.length - saved.hints;
  return (
    <div class="exercise-toolbar" role="group" aria-label={t("toolbar.label")}>
      <Button icon="check" class="is-main" onClick={actions.check}>{t("toolbar.check")}</Button>
      {payload.exercise.hints.length > 0 && (
        <Button icon="hint" off={hintsLeft === 0} onClick={actions.hint}>
          {`${t("toolbar.hint")} `}
          <span class="exercise-count">{t("toolbar.hint-count", { open: saved.hints, count: payload.exercise.hints.length })}</span>
        </Button>
      )}
      <Button icon="undo" off={!canUndo} onClick={actions.undo}>{t("toolbar.undo")}</Button>
      <Button icon="redo" off={!canRedo} onClick={actions.redo}>{t("toolbar.redo")}</Button>
      <Reset onReset={actions.reset} t={t} />
      <More payload={payload} session={session} language={language} t={t} />
    </div>
  );
}

/** @param {{icon: any, off?: boolean, onClick: () => void, children: any, [attribute: string]: any}} props */
function Button({ icon, off = false, onClick, children, class: kind = "", ...attributes }) {
  return (
    <button
      type="button" class={`exercise-button ${kind}`} aria-disabled={off || undefined} onClick={() => !off && onClick()} {...attributes}
    >
      <Icon name={icon} />
      <span>{children}</span>
    </button>
  );
}

/**
 * Starting again takes two steps, in place, without a dialog.
 * @param {{onReset: () => void, t: Translate}} props
 */
export function Reset({ onReset, t }) {
  const { asking, ask, attributes } = useAsking();
  const confirm = () => {
    ask(false);
    onReset();
  };
  return (
    <div class="exercise-reset" {...attributes}>
      {asking ? (
        <div class="exercise-confirm" role="group" aria-label={t("reset.question")}>
          <span>{t("reset.question")}</span>
          <button type="button" class="exercise-button" onClick={() => ask(false)}>{t("reset.keep")}</button>
          <button type="button" class="exercise-button is-danger" onClick={confirm}>{t("reset.confirm")}</button>
        </div>
      ) : (
        <Button icon="reset" onClick={() => ask(true)}>{t("toolbar.reset")}</Button>
      )}
    </div>
  );
}

/**
 * @param {{payload: import("../types").Payload, session: import("./session.js").Session, language: string, t: Translate}} props
 */
function More({ payload, session, language, t }) {
  const [open, setOpen] = useState(false);
  const place = useRef(/** @type {HTMLDivElement | null} */ (null));
  const { exercise } = payload;
  const close = () => {
    setOpen(false);
    place.current?.querySelector("button")?.focus();
  };
  const importFile = async (/** @type {HTMLInputElement} */ input) => {
    const file = input.files?.[0];
    input.value = "";
    if (!file) return;
    const read = await readFile(file, payload);
    if ("message" in read) session.say({ id: read.message });
    else if (session.accept(read.answer, t("import.done"))) {
      close();
      if (read.version !== exercise.version) session.say({ id: "import.other-edition" });
    }
  };
  return (
    <div class="exercise-more" ref={place} onKeyDown={(event) => open && event.key === "Escape" && close()}>
      <Button icon="more" aria-expanded={open} onClick={() => setOpen(!open)}>{t("toolbar.more")}</Button>
      {open && (
        <div class="exercise-menu">
          <button
            type="button"
            onClick={() => {
              download(`${exercise.id}.json`, envelope(payload, session.get().saved.answer, language));
              close();
            }}
          >
            {t("more.export")}
          </button>
          <button type="button" onClick={(event) => /** @type {HTMLElement} */ (event.currentTarget.nextElementSibling).click()}>
            {t("more.import")}
          </button>
          <input
            type="file" accept="application/json,.json" hidden aria-label={t("more.import")}
            onChange={(event) => importFile(event.currentTarget)}
          />
          <button
            type="button"
            onClick={() => {
              close();
              print();
            }}
          >
            {t("more.print")}
          </button>
        </div>
      )}
    </div>
  );
}
