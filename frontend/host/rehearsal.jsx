import { render } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Feedback } from "./feedback.jsx";
import { whenIdle } from "./idle.js";

/**
 * A browser reads code, and shapes letters, when they are first needed: on a slow phone the first feedback would come
 * late. So once the person has begun, feedback on the answer as it stands is drawn unseen while nothing else is to do.
 * @param {object} props
 * @param {import("../types").Payload} props.payload
 * @param {{After?: any, light?: boolean}} props.kind
 * @param {import("./session.js").Session} props.session
 * @param {number} props.level
 * @param {{current: HTMLElement | null}} props.place in which to draw
 * @param {import("./messages.js").Translate} props.t
 */
export function useRehearsal({ payload, kind: { After, light }, session, level, place, t }) {
  const hasBegun = !light && session.get().progress === "in-progress";
  const wasRehearsed = useRef(false);
  useEffect(() => {
    if (hasBegun) whenIdle(rehearse);
  }, [hasBegun]);

  function rehearse() {
    const state = session.get();
    if (wasRehearsed.current || state.saved.result) return;
    wasRehearsed.current = true;
    const result = session.rehearse();
    if (!result || !place.current) return;
    const stage = document.createElement("div");
    stage.className = "exercise-rehearsal";
    place.current.append(stage);
    const saved = { ...state.saved, result, before: [] };
    try {
      render(
        <>
          <Feedback payload={payload} state={{ ...state, saved }} level={level} t={t} />
          {After && <After payload={payload} answer={saved.answer} level={level} t={t} />}
        </>,
        stage,
      );
      stage.getBoundingClientRect(); // has it laid out now, which shapes its letters
    } finally {
      render(null, stage);
      stage.remove();
    }
  }
}
