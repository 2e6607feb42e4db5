/**
 * The sources of a statement: each leads to its record, and says so where it carries less weight than an official page.
 */

/** Kinds of source of which that is true. */
const WEAKER = ["encyclopedia", "news", "repository_file", "background_knowledge"];

/** @param {import("./mount.jsx").PartProps & {ids: string[]}} props */
export function Sources({ ids, store, t }) {
  return (
    <ul class="atlas-sources">
      {ids.map((id) => {
        const [title, kind] = store.atlas.sources[id];
        return (
          <li key={id}>
            <a href={`${store.atlas.references}#source-${id}`}>{title}</a>
            {WEAKER.includes(kind) && <span class="atlas-flag">{t(`atlas.source.${kind}`)}</span>}
          </li>
        );
      })}
    </ul>
  );
}
