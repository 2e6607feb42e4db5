import { mountAll } from "./host/mount.jsx";
import { onReport } from "./host/report.js";
import { startWhenReady } from "./host/start.js";

/** The static book: one classic script that works from a web server and from a folder alike. */

/** @type {any} */ (globalThis).workingTogether = { onReport };

startWhenReady(() => mountAll(document));
