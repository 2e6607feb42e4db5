import { useEffect, useState } from "preact/hooks";
import { countPlaces } from "./choices.js";
import { useAtlas } from "./store.js";

/**
 * Where members come from. The picture is the one that the page brought; this part only shades it anew.
 *
 * Pressing a country chooses it. The list above the map and the table below it do the same without a mouse.
 */

/** @param {import("./mount.jsx").PartProps & {still: SVGSVGElement | null}} props */
export function WorldMap({ store, t, still }) {
  const { choices, shown } = useAtlas(store);
  const { countries, steps } = store.atlas;
  const counts = countPlaces(shown);

  useEffect(() => {
    for (const shape of /** @type {NodeListOf<SVGElement>} */ (still?.querySelectorAll("[data-code]") ?? [])) {
      const code = shape.dataset.code ?? "";
      const count = counts.get(code) ?? 0;
      shape.dataset.shade = String(steps.filter((step) => count >= step).length);
      shape.classList.toggle("is-chosen", code === choices.country);
      titleOf(shape).textContent = t("atlas.map.country", { country: countries[code], count });
    }
    still?.setAttribute("aria-label", t("atlas.map.words", { countries: counts.size, count: shown.length }));
  });

  useEffect(() => {
    /** @param {Event} event */
    const choose = (event) => {
      const code = /** @type {SVGElement} */ (event.target).dataset.code;
      if (code) store.choose({ country: code === store.get().choices.country ? "" : code });
    };
    still?.addEventListener("click", choose);
    return () => still?.removeEventListener("click", choose);
  }, [store, still]);

  return (
    <>
      <p class="atlas-result">
        {choices.country
          ? t("atlas.map.chosen", { country: countries[choices.country], count: shown.length })
          : t("atlas.map.all", {
              countries: counts.size,
              count: shown.filter(({ places }) => places.size > 0).length,
              total: shown.length,
            })}
      </p>
      <CountryTable counts={counts} store={store} t={t} />
    </>
  );
}

/** @param {SVGElement} shape */
function titleOf(shape) {
  return shape.querySelector("title") ?? shape.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "title"));
}

/** @param {import("./mount.jsx").PartProps & {counts: Map<string, number>}} props */
function CountryTable({ counts, store, t }) {
  const { countries } = store.atlas;
  const [byCount, setByCount] = useState(false);
  const rows = [...counts].sort(([a, many], [b, more]) => (byCount ? more - many : 0) || countries[a].localeCompare(countries[b]));
  return (
    <details class="atlas-countries">
      <summary>{t("atlas.map.table", { count: rows.length })}</summary>
      <div class="atlas-scroll" tabIndex={0} role="region" aria-label={t("atlas.map.table.label")}>
        <table>
          <thead>
            <tr>
              <th scope="col" aria-sort={byCount ? "none" : "ascending"}>
                <button type="button" onClick={() => setByCount(false)}>{t("atlas.map.name")}</button>
              </th>
              <th scope="col" aria-sort={byCount ? "descending" : "none"}>
                <button type="button" onClick={() => setByCount(true)}>{t("atlas.map.count")}</button>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([code, count]) => (
              <tr key={code}>
                <th scope="row">
                  <button type="button" class="atlas-link" onClick={() => store.choose({ country: code })}>{countries[code]}</button>
                </th>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
