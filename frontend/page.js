import { mountCharts } from "./host/chart.js";
import { mountAll } from "./host/mount.jsx";
import { mountMyWork } from "./host/my-work.jsx";
import { mountNotes } from "./host/note-box.js";
import { onReport } from "./host/report.js";

/** The static book: one classic script that works from a web server and from a folder alike. */

/** @type {any} */ (globalThis).workingTogether = { onReport };

function start() {
  mountAll(document);
  mountNotes(document);
  mountCharts(document);
  mountMyWork(document);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
