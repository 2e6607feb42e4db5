import { Heading } from "../components/heading.jsx";

/**
 * The hints that are open, in their order; each new one gets the focus.
 * @param {object} props
 * @param {import("../types").Exercise} props.exercise
 * @param {number} props.open how many
 * @param {number} props.level of the heading
 * @param {{current: any}} props.lastRef
 * @param {import("../i18n/messages.js").Translate} props.t
 */
export function Hints({ exercise, open, level, lastRef, t }) {
  if (open === 0) return null;
  return (
    <section class="exercise-hints" aria-labelledby={`${exercise.id}-hints`}>
      <Heading level={level} id={`${exercise.id}-hints`}>{t("hints.heading", { open, count: exercise.hints.length })}</Heading>
      <ol>
        {exercise.hints.slice(0, open).map((hint, index) => (
          <li key={index} tabIndex={-1} ref={index === open - 1 ? lastRef : undefined}>{hint}</li>
        ))}
      </ol>
    </section>
  );
}
