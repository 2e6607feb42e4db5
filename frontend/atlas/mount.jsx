import { render } from "preact";
import { chooseLanguage, directionOf, languageOf, translator } from "../i18n/messages.js";
import { Card } from "./card.jsx";
import { readAtlas } from "./data.js";
import { Filters } from "./filters.jsx";
import { WorldMap } from "./map.jsx";
import { createStore } from "./store.js";
import { InitiativeTable } from "./table.jsx";
import { Timeline } from "./timeline.jsx";

/**
 * Brings the parts of the atlas page to life; they stand where the author put them and share one store.
 */

/** What every part is given. @typedef {{store: import("./store.js").Store, t: import("../i18n/messages.js").Translate}} PartProps */

/** @type {Record<string, (props: any) => any>} */
const PARTS = { filters: Filters, timeline: Timeline, map: WorldMap, table: InitiativeTable };

export function mountAtlas() {
  if (!document.getElementById("atlas-data")) return;
  const store = createStore(readAtlas());
  const language = chooseLanguage(languageOf(document.body));
  const t = translator(language);
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".atlas[data-atlas]"))) {
    const Part = PARTS[place.dataset.atlas ?? ""];
    place.classList.add("is-live");
    render(<Part store={store} t={t} still={place.querySelector("svg")} />, liveIn(place, language));
  }
  render(<Card store={store} t={t} />, liveIn(document.body, language));
}

/**
 * A place of its own beside what the page brought, which stays for print and for links into the table.
 * @param {HTMLElement} place
 * @param {string} language
 */
function liveIn(place, language) {
  const live = document.createElement("div");
  live.lang = language;
  live.dir = directionOf(language);
  place.append(live);
  return live;
}
