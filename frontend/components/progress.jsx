import { Icon } from "./icons.jsx";

/** @type {Record<string, "open" | "half" | "check">} */
const ICONS = { "not-started": "open", "in-progress": "half", "not-yet": "half", passed: "check" };

/**
 * How far the person has come, by sign and word.
 * @param {{progress: import("../player/session.js").State["progress"], t: import("../i18n/messages.js").Translate}} props
 */
export function Progress({ progress, t }) {
  return (
    <span class={`exercise-progress is-${progress}`}>
      <Icon name={ICONS[progress]} />
      {t(`progress.${progress}`)}
    </span>
  );
}
