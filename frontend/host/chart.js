import { translator } from "./messages.js";

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
  const t = translator(figure.closest("[lang]")?.getAttribute("lang") ?? "en");
  const words = button.textContent;
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

  /** @param {boolean} isLive */
  function swap(isLive) {
    live.hidden = !isLive;
    still?.toggleAttribute("hidden", isLive);
    if (still) still.style.display = isLive ? "none" : ""; // an SVG knows no hidden attribute
    button.textContent = isLive ? t("chart.still") : words;
  }

  button.hidden = false;
  button.addEventListener("click", async () => {
    if (button.getAttribute("aria-disabled") === "true") return;
    if (chart) {
      chart.finalize();
      chart = null;
      live.replaceChildren();
      return swap(false);
    }
    button.setAttribute("aria-disabled", "true");
    figure.setAttribute("aria-busy", "true");
    line.textContent = t("chart.loading");
    try {
      const spec = JSON.parse(document.getElementById(button.dataset.spec ?? "")?.textContent ?? "");
      const vega = await loadVega(button.dataset.vega ?? "");
      swap(true);
      chart = await vega.embed(live, spec, { actions: false, config: look(figure), renderer: "svg" });
      line.textContent = "";
    } catch {
      swap(false);
      line.textContent = t("chart.failed");
    }
    button.removeAttribute("aria-disabled");
    figure.removeAttribute("aria-busy");
  });
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

/**
 * The page's colours and type for Vega, so that a live chart follows light and dark.
 * @param {HTMLElement} place
 */
function look(place) {
  const style = getComputedStyle(place);
  const token = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  const text = { labelColor: token("--muted"), titleColor: token("--ink"), labelFont: token("--sans"), titleFont: token("--sans") };
  return {
    background: "transparent",
    font: token("--sans"),
    title: { color: token("--ink"), subtitleColor: token("--muted") },
    axis: { ...text, domainColor: token("--line"), tickColor: token("--line"), gridColor: token("--line") },
    legend: text,
    header: text,
    text: { color: token("--ink") },
    view: { stroke: "transparent" },
  };
}
