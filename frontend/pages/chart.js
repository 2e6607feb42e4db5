import { languageOf, translator } from "../i18n/messages.js";

/**
 * Charts that a reader may explore: the still picture gives way to the live chart when asked, and comes back when asked.
 *
 * `<figure class="chart"><div class="chart-still"><svg/></div>
 *  <button class="chart-explore" data-spec="<id of the script with the Vega-Lite JSON>" data-vega="<url of vega.js>"></figure>`
 */

/** @typedef {{embed: (place: HTMLElement, spec: any, options: any) => Promise<{finalize(): void}>}} Vega */

/** @param {ParentNode} page */
export function mountCharts(page) {
  for (const button of page.querySelectorAll("figure.chart button.chart-explore")) {
    mountChart(/** @type {HTMLButtonElement} */ (button));
  }
}

/** @param {HTMLButtonElement} button */
function mountChart(button) {
  const figure = /** @type {HTMLElement} */ (button.closest("figure"));
  const still = /** @type {HTMLElement | null} */ (figure.querySelector(".chart-still, svg, img"));
  if (!still) return;
  const language = languageOf(figure);
  const t = translator(language);
  const live = document.createElement("div");
  live.className = "chart-live";
  live.hidden = true;
  still.after(live);
  const line = document.createElement("p");
  line.className = "chart-status";
  line.setAttribute("role", "status");
  button.after(line);
  /** @type {{finalize(): void} | null} */
  let chart = null;
  /** @type {string | undefined} */
  let drawnIn;
  /** Which drawing is the last one asked for: an earlier one that comes later is thrown away. */
  let drawing = 0;

  /** @param {boolean} isLive */
  function swap(isLive) {
    live.hidden = !isLive;
    if (still) still.style.display = isLive ? "none" : ""; // an SVG knows no hidden attribute
    button.textContent = t(isLive ? "chart.still" : "chart.explore");
  }

  function clear() {
    drawing += 1;
    chart?.finalize();
    chart = null;
    live.replaceChildren();
  }

  async function draw() {
    const vega = await loadVega(button.dataset.vega ?? "");
    const spec = inPageColours(document.getElementById(button.dataset.spec ?? "")?.textContent ?? "");
    drawnIn = mode();
    clear();
    swap(true); // before drawing, because a chart may take its width from its place
    const place = document.createElement("div");
    live.append(place);
    const mine = drawing;
    const drawn = await vega.embed(place, spec, { actions: false, renderer: "svg", config: LIVE });
    if (mine === drawing) chart = drawn;
    else drawn.finalize();
  }

  function giveUp() {
    clear();
    swap(false);
    line.textContent = t("chart.failed");
  }

  button.lang = line.lang = language;
  button.dir = line.dir = "auto";
  swap(false);
  button.hidden = false;
  button.addEventListener("click", async () => {
    if (button.getAttribute("aria-disabled") === "true") return;
    if (!live.hidden) {
      clear();
      return swap(false);
    }
    button.setAttribute("aria-disabled", "true");
    figure.setAttribute("aria-busy", "true");
    line.textContent = t("chart.loading");
    try {
      await draw();
      line.textContent = "";
    } catch {
      giveUp();
    }
    button.removeAttribute("aria-disabled");
    figure.removeAttribute("aria-busy");
  });
  new MutationObserver(() => {
    if (!live.hidden && mode() !== drawnIn) draw().catch(giveUp);
  }).observe(document.documentElement, { attributeFilter: ["data-mode"] });
}

/** @type {Promise<Vega> | undefined} */
let loading;

/**
 * Loads the chart library once, as a classic script: modules do not load from file://.
 * @param {string} url
 * @returns {Promise<Vega>}
 */
function loadVega(url) {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => resolve(/** @type {any} */ (globalThis).courseVega);
    script.onerror = () => {
      loading = undefined; // so that a second press tries again
      script.remove();
      reject(new Error(url));
    };
    document.head.append(script);
  });
  return loading;
}

/** What a live chart has beyond its picture: each mark says its values under the pointer. */
const LIVE = { background: "transparent", mark: { tooltip: { content: "encoding" } } };

/** Light or dark, as the page says. */
const mode = () => document.documentElement.dataset.mode;

const COLOURS = [
  "ink", "muted", "paper", "soft", "line", "accent", "accent-soft", "updown", "updown-soft", "good", "good-soft", "missing",
  "missing-soft", "wrong",
].map((name) => `--${name}`);

/**
 * A chart's specification in the colours that the page has now. Specifications are written in the colours of the
 * light mode; wherever one of these stands, the same token's present value takes its place.
 * @param {string} text JSON
 */
function inPageColours(text) {
  const root = document.documentElement;
  const style = getComputedStyle(root);
  const read = () => COLOURS.map((name) => style.getPropertyValue(name).trim().toLowerCase());
  const present = mode();
  const now = read();
  root.dataset.mode = "light"; // for the reading only: nothing is painted in between
  const light = read();
  if (present === undefined) delete root.dataset.mode;
  else root.dataset.mode = present;
  return JSON.parse(text, (_, value) => {
    const place = typeof value === "string" ? light.indexOf(value.toLowerCase()) : -1;
    return place === -1 ? value : now[place];
  });
}
