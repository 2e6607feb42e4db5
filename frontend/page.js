import { mountCharts } from "./host/chart.js";
import { mountExerciseLists } from "./host/exercise-list.js";
import { mountAll } from "./host/mount.jsx";
import { mountNotes } from "./host/note-box.js";
import { onReport } from "./host/report.js";
import { startWhenReady } from "./host/start.js";

/** The static book: one classic script that works from a web server and from a folder alike. */

/** @type {any} */ (globalThis).workingTogether = { onReport };

startWhenReady(() => {
  mountAll(document);
  mountNotes(document);
  mountCharts(document);
  mountExerciseLists(document);
});
