import { Sources } from "./sources.jsx";

/**
 * Who takes part in an initiative and as what, with the remarks and the sources of the list.
 */

/** @typedef {import("./data.js").Member} Member */

const ROLES = ["member", "observer", "host", "partner", "named"];
/** @type {Member["type"][]} */
const TYPES = ["country", "organization", "city"];

/** @param {import("./mount.jsx").PartProps & {members: Member[]}} props */
export function MembersByRole({ members, store, t }) {
  if (members.length === 0) return <p>{t("atlas.not-established")}</p>;
  /** @param {Member} member */
  const nameOf = (member) => (member.type === "country" ? store.atlas.countries[member.name] : member.name);
  /** @param {Member} member */
  const words = (member) => {
    const since = member.since && t("atlas.since", { year: String(member.since) });
    const remarks = [since, member.known && t("atlas.not-looked-up")].filter(Boolean);
    return remarks.length > 0 ? `${nameOf(member)} (${remarks.join(t("list.separator"))})` : nameOf(member);
  };
  const sources = [...new Set(members.flatMap((member) => member.sources ?? []))];
  const notes = groupNotes(members, nameOf);
  return (
    <>
      <p class="atlas-muted">{t("atlas.members.named")}</p>
      <dl class="atlas-members">
        {ROLES.flatMap((role) => TYPES.map((type) => {
          const group = members.filter((member) => member.role === role && member.type === type);
          if (group.length === 0) return null;
          return (
            <div key={role + type}>
              <dt>{t("atlas.choice", { filter: t(`atlas.role.${role}`), terms: t(`atlas.type.${type}`, { count: group.length }) })}</dt>
              <dd>{group.map(words).sort((a, b) => a.localeCompare(b)).join(t("atlas.and"))}</dd>
            </div>
          );
        }))}
      </dl>
      {notes.length > 0 && (
        <details>
          <summary>{t("atlas.members.notes", { count: notes.length })}</summary>
          <ul>
            {notes.map(([note, names]) => (
              <li key={note}>{t("atlas.choice", { filter: names.join(t("list.separator")), terms: note })}</li>
            ))}
          </ul>
        </details>
      )}
      {sources.length > 0 && (
        <details>
          <summary>{t("atlas.members.sources", { count: sources.length })}</summary>
          <Sources ids={sources} store={store} t={t} />
        </details>
      )}
    </>
  );
}

/**
 * Each remark once, with those it is about.
 * @param {Member[]} members
 * @param {(member: Member) => string} nameOf
 * @returns {[string, string[]][]}
 */
function groupNotes(members, nameOf) {
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const member of members) {
    if (member.notes) groups.set(member.notes, [...(groups.get(member.notes) ?? []), nameOf(member)]);
  }
  return [...groups];
}
