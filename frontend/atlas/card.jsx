import { useEffect, useRef } from "preact/hooks";
import { termsOf } from "./choices.js";
import { MembersByRole } from "./members.jsx";
import { Sources } from "./sources.jsx";
import { useAtlas } from "./store.js";

/**
 * Everything that is known about one initiative, and how well it is known.
 */

/** @typedef {import("./mount.jsx").PartProps} PartProps */
/** @typedef {import("./data.js").Initiative} Initiative */

/** @param {PartProps} props */
export function Card({ store, t }) {
  const { open } = useAtlas(store);
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const initiative = store.atlas.initiatives.find(({ id }) => id === open);
  useEffect(() => {
    if (initiative && !dialog.current?.open) dialog.current?.showModal();
    if (!initiative && dialog.current?.open) dialog.current.close();
    dialog.current?.scrollTo(0, 0);
  }, [initiative]);
  /** A press beside the card closes it. @param {MouseEvent} event */
  const onClick = (event) => event.target === dialog.current && dialog.current?.close();
  return (
    <dialog ref={dialog} class="atlas-card" aria-labelledby="atlas-card-name" onClose={() => store.close()} onClick={onClick}>
      {initiative && <Facts initiative={initiative} store={store} t={t} close={() => dialog.current?.close()} />}
    </dialog>
  );
}

/** @param {PartProps & {initiative: Initiative, close(): void}} props */
function Facts({ initiative, store, t, close }) {
  const { vocabularies } = store.atlas;
  const missing = t("atlas.not-established");
  /** @param {import("./data.js").Facet} facet */
  const coded = (facet) => termsOf(initiative, facet).map((term) => t(`atlas.${facet}.${term}`)).join(t("list.separator")) || missing;
  /** @param {string} field @param {string} words */
  const marked = (field, words) => {
    const isVouched = initiative.known.includes(field) || initiative.known.includes("all") || initiative.confidence === "known";
    const isKnown = words !== missing && isVouched;
    return isKnown ? <>{words} <span class="atlas-flag">{t("atlas.not-looked-up")}</span></> : words;
  };
  const definition = vocabularies.confidence.find(([term]) => term === initiative.confidence)?.[1];
  return (
    <div class="atlas-card-sheet">
      <header>
        <h2 id="atlas-card-name">{initiative.name}{initiative.acronym && <span class="atlas-muted"> {initiative.acronym}</span>}</h2>
        <button type="button" class="atlas-close" onClick={close}>{t("atlas.close")}</button>
      </header>
      <p class="atlas-summary">{marked("summary", initiative.summary)}</p>
      <dl>
        <Fact name={t("atlas.column.start")}>{initiative.years}</Fact>
        <Fact name={t("atlas.status")}>{marked("status", t(`atlas.status.${initiative.status}`))}</Fact>
        <Fact name={t("atlas.leads")}>{marked("lead_organizations", initiative.leads.join(t("atlas.and")) || missing)}</Fact>
        <Fact name={t("atlas.facet.theme")}>{coded("theme")}</Fact>
        <Fact name={t("atlas.facet.level")}>{coded("level")}</Fact>
        <Fact name={t("atlas.facet.direction")}>{coded("direction")}</Fact>
        <Fact name={t("atlas.facet.four_c")}>{coded("four_c")}</Fact>
        <Fact name={t("atlas.facet.actor_type")}>{coded("actor_type")}</Fact>
      </dl>
      <p class="atlas-muted">{t("atlas.coding")}</p>
      <h3>{t("atlas.members")}</h3>
      <MembersByRole members={initiative.members} store={store} t={t} />
      <h3>{t("atlas.sources")}</h3>
      <Sources ids={initiative.sources} store={store} t={t} />
      <h3>{t("atlas.confidence")}</h3>
      <p>{t(`atlas.confidence.${initiative.confidence}`)}. <span>{definition}</span></p>
      {initiative.notes && <><h3>{t("atlas.notes")}</h3><p>{initiative.notes}</p></>}
    </div>
  );
}

/** @param {{name: string, children: any}} props */
const Fact = ({ name, children }) => <div><dt>{name}</dt><dd>{children}</dd></div>;
