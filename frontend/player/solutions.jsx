import { useState } from "preact/hooks";
import { Heading, Paragraphs } from "../components/heading.jsx";
import { CHECKS_BEFORE_SOLUTIONS } from "./session.js";

/**
 * Two good answers side by side, once the person has checked twice. They are shown, never compared with the answer given.
 * @param {object} props
 * @param {import("../types").Payload} props.payload
 * @param {any} props.View
 * @param {import("./session.js").Session} props.session
 * @param {number} props.level of the heading
 * @param {import("../i18n/messages.js").Translate} props.t
 */
export function Solutions({ payload, View, session, level, t }) {
  const { exercise, solution } = payload;
  const { saved } = session.get();
  const [shown, show] = useState(saved.revealed);
  if (!solution) return null;
  const left = CHECKS_BEFORE_SOLUTIONS - saved.checks;
  if (left > 0 && !saved.revealed) {
    return <p class="exercise-muted">{t("solutions.later", { count: left })}</p>;
  }
  const toggle = () => {
    if (!saved.revealed) session.reveal();
    show(!shown);
  };
  const open = shown && saved.revealed;
  return (
    <section class="exercise-solutions">
      <button type="button" class="exercise-button" aria-expanded={open} onClick={toggle}>
        {t(open ? "solutions.hide" : "solutions.show")}
      </button>
      {open && (
        <>
          <p class="exercise-question">{t("solutions.question")}</p>
          <div class="exercise-pair">
            {[solution.model, solution.alternative].map(({ answer, why }, index) => (
              <article key={index}>
                <Heading level={level}>{t(index === 0 ? "solutions.one" : "solutions.other")}</Heading>
                <Paragraphs text={why} />
                <View exercise={exercise} answer={answer} readOnly result={null} onChange={() => {}} headingLevel={level + 1} t={t} />
              </article>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
