import { useState } from "preact/hooks";
import { sorted, termsOf } from "./choices.js";
import { useAtlas } from "./store.js";

/**
 * The initiatives that are left, as a table that each heading sorts; a name opens its card.
 */

/** @typedef {import("./mount.jsx").PartProps} PartProps */
/** @typedef {import("./choices.js").Column} Column */

/** @type {Column[]} */
const COLUMNS = ["name", "start", "theme", "level", "direction"];

/** @param {PartProps} props */
export function InitiativeTable({ store, t }) {
  const { shown } = useAtlas(store);
  const [order, setOrder] = useState(/** @type {import("./choices.js").Order} */ ({ column: "name", descending: false }));
  /** @param {import("./data.js").Initiative} initiative @param {Column} column */
  const words = (initiative, column) => {
    if (column === "name") return initiative.name;
    if (column === "start") return initiative.years;
    const catalogue = column === "direction" ? "atlas.table.direction" : `atlas.${column}`;
    return termsOf(initiative, column).map((term) => t(`${catalogue}.${term}`)).join(t("list.separator"));
  };
  /** @param {Column} column */
  const sort = (column) => setOrder({ column, descending: order.column === column && !order.descending });
  return (
    <>
      <table class="atlas-table">
        <caption>
          {t("atlas.table", {
            count: shown.length,
            column: t(`atlas.column.${order.column}`),
            order: t(order.descending ? "atlas.descending" : "atlas.ascending"),
          })}
        </caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th
                key={column}
                scope="col"
                class={`is-${column}`}
                aria-sort={order.column !== column ? "none" : order.descending ? "descending" : "ascending"}
              >
                <button type="button" onClick={() => sort(column)}>{t(`atlas.column.${column}`)}</button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted(shown, order, words).map((initiative) => (
            <tr key={initiative.id}>
              <th scope="row">
                <button type="button" class="atlas-link" onClick={() => store.open(initiative.id)}>{initiative.name}</button>
                {initiative.acronym && <span class="atlas-muted"> {initiative.acronym}</span>}
                {initiative.confidence === "known" && <span class="atlas-flag">{t("atlas.not-looked-up")}</span>}
              </th>
              {COLUMNS.slice(1).map((column) => <td key={column} class={`is-${column}`}>{words(initiative, column)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length === 0 && (
        <p>{t("atlas.none")} <button type="button" class="atlas-link" onClick={() => store.clear()}>{t("atlas.clear")}</button></p>
      )}
    </>
  );
}
