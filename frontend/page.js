import { facts } from "virtual:facts";
import { views } from "virtual:kinds";
import { shared } from "virtual:shared";
import { words } from "virtual:words";
import "./components/unique-id.js"; // it counts: two copies, in two scripts, would give the same ids
import { startWhenReady } from "./pages/start.js";
import { mountAll } from "./player/mount.jsx";
import { onReport } from "./player/report.js";

/**
 * The static book: the classic script that every page with an exercise loads, from a web server and from a folder alike.
 * The script of each kind that the page shows follows it: it takes what it needs from `shared` and adds itself.
 */

/** @type {any} */ (globalThis).coursekit = {
  onReport,
  shared,
  /**
   * @param {string} kind
   * @param {{facts: import("./types").KindFacts, view: any, words: any}} parts
   */
  add(kind, parts) {
    facts[kind] = parts.facts;
    views[kind] = parts.view;
    words[kind] = parts.words;
  },
};

startWhenReady(() => mountAll(document));
