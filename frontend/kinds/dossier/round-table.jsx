import { useState } from "preact/hooks";
import { Words } from "./words-field.jsx";

/**
 * The four questions of the Round Table, each with the person's first note from the chapter beside its box.
 * @param {object} props
 * @param {Record<string, any>} props.setting
 * @param {Record<string, string>} props.answers question id to text
 * @param {import("../../storage/storage.js").Earlier} props.earlier
 * @param {(answers: Record<string, string>, said: string) => void} props.onChange
 * @param {import("../../i18n/messages.js").Translate} props.t
 */
export function RoundTable({ setting, answers, earlier, onChange, t }) {
  const [notes] = useState(() =>
    Object.fromEntries(
      setting.round_table.map((/** @type {{id: string, note: string}} */ { id, note }) => [id, earlier.note(note).trim()]),
    ));
  return setting.round_table.map((/** @type {{id: string, question: string}} */ { id, question }, /** @type {number} */ index) => {
    const answer = answers[id] ?? "";
    const copy = () => {
      const joined = answer.trim() ? `${answer.trimEnd()}\n\n${notes[id]}` : notes[id]; // beside what is there, never over it
      onChange({ ...answers, [id]: joined }, t("dossier.said-note", { number: index + 1 }));
    };
    return (
      <div class={`dossier-question ${notes[id] ? "has-note" : ""}`} key={id}>
        <Words
          lengths={setting.lengths} field="rt" label={`${index + 1}. ${question}`} rows={8} value={answer}
          onChange={(text, said) => onChange({ ...answers, [id]: text }, said)} t={t}
        />
        {notes[id] && (
          <div class="dossier-note">
            <p><b>{t("dossier.first-note")}</b></p>
            <p class="dossier-note-text">{notes[id]}</p>
            <button
              type="button"
              class="exercise-button"
              aria-disabled={answer.includes(notes[id]) || undefined}
              onClick={() => !answer.includes(notes[id]) && copy()}
            >
              {t("dossier.copy-note")}<span class="exercise-unseen"> {t("dossier.question", { number: index + 1 })}</span>
            </button>
          </div>
        )}
      </div>
    );
  });
}
