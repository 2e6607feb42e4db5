import { Fragment } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { countTerms, hasChoices, noChoices } from "./choices.js";
import { FACETS } from "./data.js";
import { useAtlas } from "./store.js";

/**
 * Search, country and five filters; what was chosen, in words; how many initiatives are left.
 */

/** @typedef {import("./mount.jsx").PartProps} PartProps */
/** @typedef {import("./data.js").Facet} Facet */

/** Filters whose terms need their definition beside them. @type {Facet[]} */
const DEFINED = ["level", "direction", "four_c"];

/** @param {PartProps} props */
export function Filters({ store, t }) {
  const { choices } = useAtlas(store);
  const [opened, setOpened] = useState(/** @type {Facet | ""} */ (""));
  const countries = Object.entries(store.atlas.countries).sort(([, a], [, b]) => a.localeCompare(b));
  return (
    <form class="atlas-filters" role="search" aria-label={t("atlas.filters")} onSubmit={(event) => event.preventDefault()}>
      <div class="atlas-starts" role="group" aria-label={t("atlas.starts")}>
        <span aria-hidden="true">{t("atlas.starts")}</span>
        {Object.entries(store.atlas.starts).map(([id, start]) => (
          <button key={id} type="button" onClick={() => store.choose({ ...noChoices(), ...start })}>{t(`atlas.start.${id}`)}</button>
        ))}
      </div>
      <div class="atlas-asks">
        <label>
          {t("atlas.search")}
          <input
            type="search"
            value={choices.search}
            autocomplete="off"
            onInput={(event) => store.choose({ search: event.currentTarget.value })}
          />
        </label>
        <label>
          {t("atlas.country")}
          <select value={choices.country} onChange={(event) => store.choose({ country: event.currentTarget.value })}>
            <option value="">{t("atlas.country.any")}</option>
            {countries.map(([code, name]) => <option key={code} value={code}>{name}</option>)}
          </select>
        </label>
      </div>
      <div class="atlas-facets">
        {FACETS.map((facet) => (
          <Fragment key={facet}>
            <button
              type="button"
              aria-expanded={opened === facet}
              aria-controls={opened === facet ? "atlas-terms" : undefined}
              onClick={() => setOpened(opened === facet ? "" : facet)}
            >
              {t(`atlas.facet.${facet}`)}
              {choices[facet].length > 0 && (
                <span class="atlas-number">{choices[facet].length}<span class="only-heard"> {t("atlas.chosen")}</span></span>
              )}
            </button>
            {opened === facet && <Terms facet={facet} store={store} t={t} close={() => setOpened("")} />}
          </Fragment>
        ))}
      </div>
      <Chosen store={store} t={t} />
      <Result store={store} t={t} />
    </form>
  );
}

/** The terms of one filter, each with what it would give. @param {PartProps & {facet: Facet, close(): void}} props */
function Terms({ facet, store, t, close }) {
  const { choices } = useAtlas(store);
  const counts = countTerms(store.atlas.initiatives, choices, facet);
  const terms = store.atlas.vocabularies[facet];
  /** @param {string} term @param {boolean} wanted */
  const choose = (term, wanted) => {
    const chosen = terms.map(([each]) => each).filter((each) => (each === term ? wanted : choices[facet].includes(each)));
    store.choose({ [facet]: chosen });
  };
  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    if (event.key !== "Escape") return;
    /** @type {HTMLElement | null} */ (document.querySelector('.atlas-facets [aria-expanded="true"]'))?.focus();
    close();
  };
  return (
    <fieldset id="atlas-terms" class={DEFINED.includes(facet) ? "is-defined" : ""} onKeyDown={onKeyDown}>
      <legend>{t(`atlas.facet.${facet}.question`)} <span class="atlas-muted">{t("atlas.counts")}</span></legend>
      {terms.map(([term, definition]) => (
        <label key={term} class="atlas-term">
          <input type="checkbox" checked={choices[facet].includes(term)} onChange={(event) => choose(term, event.currentTarget.checked)} />
          <span>
            {t(`atlas.${facet}.${term}`)} <span class="atlas-number">{counts.get(term) ?? 0}</span>
            {DEFINED.includes(facet) && <span class="atlas-muted">{definition}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** What was chosen, each choice with a way to take it back. @param {PartProps} props */
function Chosen({ store, t }) {
  const { choices } = useAtlas(store);
  const clear = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const isClear = !hasChoices(choices);
  /** @param {Partial<import("./choices.js").Choices>} changed */
  const take = (changed) => {
    store.choose(changed);
    clear.current?.focus(); // the pressed button goes, and focus must not go with it
  };
  /** @type {{key: string, words: string, change: Partial<import("./choices.js").Choices>}[]} */
  const chips = FACETS.flatMap((facet) => choices[facet].map((term) => ({
    key: `${facet} ${term}`,
    words: t("atlas.choice", { filter: t(`atlas.facet.${facet}`), terms: t(`atlas.${facet}.${term}`) }),
    change: { [facet]: choices[facet].filter((each) => each !== term) },
  })));
  if (choices.country) chips.push({ key: "country", words: countryWords(store, t), change: { country: "" } });
  return (
    <div class="atlas-chosen">
      {chips.map(({ key, words, change }) => (
        <button key={key} type="button" class="atlas-chip" aria-label={t("atlas.remove", { choice: words })} onClick={() => take(change)}>
          {words} <span aria-hidden="true">×</span>
        </button>
      ))}
      <button type="button" ref={clear} class="atlas-clear" aria-disabled={isClear} onClick={() => !isClear && store.clear()}>
        {t("atlas.clear")}
      </button>
    </div>
  );
}

/** How many are left, said to those who do not see the page change, once typing rests. @param {PartProps} props */
function Result({ store, t }) {
  const { choices } = useAtlas(store);
  const words = resultWords(store, t);
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (!said && !hasChoices(choices)) return; // a page that just opened has nothing to announce
    const rest = setTimeout(() => setSaid(words), 400);
    return () => clearTimeout(rest);
  }, [words]);
  return (
    <>
      <p class="atlas-result">{words}</p>
      <p class="only-heard" role="status">{said}</p>
    </>
  );
}

/** @param {import("./store.js").Store} store @param {PartProps["t"]} t */
function countryWords(store, t) {
  const { country } = store.get().choices;
  return t("atlas.choice", { filter: t("atlas.country"), terms: store.atlas.countries[country] });
}

/**
 * "12 of 127 initiatives. Theme: skills; level: regional or global."
 * @param {import("./store.js").Store} store
 * @param {PartProps["t"]} t
 */
function resultWords(store, t) {
  const { choices, shown } = store.get();
  const parts = FACETS.filter((facet) => choices[facet].length > 0).map((facet) => {
    const terms = choices[facet].map((term) => t(`atlas.${facet}.${term}`)).join(t("atlas.or"));
    return t("atlas.choice", { filter: t(`atlas.facet.${facet}`), terms });
  });
  if (choices.country) parts.push(countryWords(store, t));
  if (choices.search.trim()) parts.push(t("atlas.choice", { filter: t("atlas.search.short"), terms: choices.search.trim() }));
  const unread = shown.filter(({ confidence }) => confidence === "known").length;
  return [
    t("atlas.result", { count: shown.length, total: store.atlas.initiatives.length }),
    parts.length > 0 && t("atlas.choices", { choices: parts.join(t("atlas.and")) }),
    unread > 0 && t("atlas.unread", { count: unread }),
    shown.length === 0 && t("atlas.none"),
  ].filter(Boolean).join(" ");
}
