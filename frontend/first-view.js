import "./core/bare-engine.js";
import { renderToString } from "preact-render-to-string";
import { exerciseFor } from "./player/exercise.jsx";
import { addTexts } from "./i18n/messages.js";
import { restartIds } from "./components/unique-id.js";

/** Python draws with this what the page shows before its script runs: the exercise that nobody has begun. */

/** @param {string} payloadJson */
/** @type {any} */ (globalThis).courseFirstView = (/** @type {string} */ payloadJson) => {
  restartIds();
  const payload = JSON.parse(payloadJson);
  addTexts(payload.texts);
  return renderToString(exerciseFor(payload).view);
};
