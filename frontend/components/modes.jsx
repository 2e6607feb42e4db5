/**
 * Two equal ways of working on one answer, side by side as a switch.
 * @param {object} props
 * @param {string[]} props.modes
 * @param {string} props.mode the one in use
 * @param {(mode: string) => void} props.onMode
 * @param {import("../i18n/messages.js").Translate} props.t texts `mode.<mode>`
 */
export function Modes({ modes, mode, onMode, t }) {
  return (
    <div class="exercise-modes" role="group" aria-label={t("mode.label")}>
      {modes.map((name) => (
        <button key={name} type="button" aria-pressed={mode === name} onClick={() => onMode(name)}>{t(`mode.${name}`)}</button>
      ))}
    </div>
  );
}
