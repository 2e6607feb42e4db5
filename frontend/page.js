import { mountAll } from "./player/mount.jsx";
import { onReport } from "./player/report.js";
import { startWhenReady } from "./pages/start.js";

/** The static book: one classic script that works from a web server and from a folder alike. */

/** @type {any} */ (globalThis).coursekit = { onReport };

startWhenReady(() => mountAll(document));
