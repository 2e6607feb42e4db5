import { useEffect, useState } from "preact/hooks";
import { whenIdle } from "../components/idle.js";

/** In milliseconds: who rests so long may check next. */
const PAUSE = 200;

/**
 * On a slow phone most of the wait for a first feedback is its letters being laid out. So whenever the person rests
 * before the first check, the frame draws unseen what a check would say now, and Check has but to show it.
 * @param {import("./session.js").Session} session
 * @param {boolean} [isLight] whether the exercise has no Check
 * @returns {import("./session.js").Verdict | null} of the answer as it stood at the last rest; null once there is a real one
 */
export function useRehearsal(session, isLight = false) {
  const { saved, progress } = session.get();
  const isDue = !isLight && progress === "in-progress";
  const [verdict, setVerdict] = useState(/** @type {import("./session.js").Verdict | null} */ (null));
  useEffect(() => {
    if (!isDue) return;
    let isOver = false;
    const rehearse = () => isOver || setVerdict(session.rehearse());
    const rest = setTimeout(() => whenIdle(rehearse), PAUSE);
    return () => {
      isOver = true;
      clearTimeout(rest);
    };
  }, [isDue, saved.answer]);
  return isDue ? verdict : null;
}
