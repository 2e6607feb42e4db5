/**
 * What the person should know about saving: another tab, an earlier edition, a device that keeps nothing, a refused file.
 * @param {object} props
 * @param {import("./session.js").Session} props.session
 * @param {import("../i18n/messages.js").Translate} props.t
 */
export function Notices({ session, t }) {
  const { newer, edition, unsaved, problem } = session.get();
  return (
    <div class="exercise-notices">
      <div role="alert">{problem && <p class="exercise-notice is-problem">{problem.text ?? t(problem.id, problem.values)}</p>}</div>
      <div role="status">
        {unsaved && <p class="exercise-notice">{t(`storage.${unsaved}`)}</p>}
        {newer && (
          <Choice text={t("storage.newer")}>
            <button type="button" class="exercise-button" onClick={() => session.loadNewer()}>{t("storage.load-newer")}</button>
            <button type="button" class="exercise-button" onClick={() => session.keepMine()}>{t("storage.keep-mine")}</button>
          </Choice>
        )}
        {edition && !newer && (
          <Choice text={t(edition.version.includes("+") ? "edition.offer-other" : "edition.offer")}>
            <button type="button" class="exercise-button" onClick={() => session.takeEdition(t("edition.taken"))}>
              {t("edition.take")}
            </button>
            <button type="button" class="exercise-button" onClick={() => session.leaveEdition()}>{t("edition.leave")}</button>
          </Choice>
        )}
      </div>
    </div>
  );
}

/** @param {{text: string, children: any}} props */
function Choice({ text, children }) {
  return (
    <div class="exercise-notice">
      <p>{text}</p>
      <div class="exercise-row">{children}</div>
    </div>
  );
}
