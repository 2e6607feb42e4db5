import { ActorIcon } from "./actor-icons.jsx";

/**
 * An actor on the canvas: name, type by sign and word, country.
 * @param {object} props
 * @param {import("./changes.js").Actor} props.actor
 * @param {number} props.ties how many it has
 * @param {boolean} props.isPicked
 * @param {boolean} props.isTarget whether a tie being drawn would end here
 * @param {boolean} props.isConvener
 * @param {boolean} props.isLost whether a stress test takes the actor away
 * @param {(() => void) | null} props.onPick null when nothing can be changed
 * @param {import("../../i18n/messages.js").Translate} props.t
 */
export function Card({ actor, ties, isPicked, isTarget, isConvener, isLost, onPick, t }) {
  const content = (
    <>
      <span class="designer-name">{actor.name}</span>
      <span class="designer-kind"><ActorIcon type={actor.type} />{t(`type.${actor.type}`)}</span>
      {actor.country && <span class="designer-country">{actor.country}</span>}
      {isConvener && <span class="designer-convener">{t("card.convener")}</span>}
      <span class="exercise-unseen">{t("card.ties", { count: ties })}</span>
    </>
  );
  if (!onPick) return <div class={`designer-card ${isLost ? "is-lost" : ""}`} data-actor={actor.id}>{content}</div>;
  return (
    <button
      type="button"
      class={`designer-card is-live ${isTarget ? "is-target" : ""}`}
      data-actor={actor.id}
      aria-pressed={isPicked}
      onClick={onPick}
    >
      {content}
      <span class="designer-handle" data-handle aria-hidden="true"></span>
    </button>
  );
}
