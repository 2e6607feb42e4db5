import { Keys, Select } from "../../components/controls.jsx";
import { Heading } from "../../components/heading.jsx";
import { Icon } from "../../components/icons.jsx";
import { actorsOn } from "./facts.js";
import { nameOf, openFacts } from "./words.js";

/**
 * Who is invited, and what those in the room can act on together: a strip of the facts fills while seats are taken.
 */

/** @typedef {import("./facts.js").Setting} Setting */
/** @typedef {import("./facts.js").Invitee} Invitee */
/** @typedef {import("./facts.js").Meeting} Meeting */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/**
 * @typedef {object} ViewProps
 * @property {import("../../types").Exercise} exercise
 * @property {Meeting} answer
 * @property {(answer: Meeting, said: string) => void} onChange with what was done, in words
 * @property {boolean} readOnly
 * @property {number} headingLevel
 * @property {Translate} t
 */

/** A type of invitees gets a heading of its own from so many on. */
const GROUP = 3;

/** @param {ViewProps} props */
export function View(props) {
  return props.readOnly ? <Shown {...props} /> : <Workbench {...props} />;
}

/** @param {ViewProps} props */
function Workbench({ exercise, answer, onChange, headingLevel, t }) {
  const setting = /** @type {Setting} */ (exercise.setting);
  const { seats, chair } = answer;
  const toggle = (/** @type {Invitee} */ { id, name }) => {
    const next = setting.palette.map((invitee) => invitee.id).filter((other) => (other === id) !== seats.includes(other));
    const open = openFacts(setting, next);
    const said = `set-cover.said-${next.includes(id) ? "seated" : "left"}${open.length > 0 ? "" : "-all"}`;
    onChange({ ...answer, seats: next }, t(said, { name, count: open.length, open: open.join(t("list.separator")) }));
  };
  const choose = (/** @type {string} */ id) => {
    const said = id ? t("set-cover.said-chair", { name: nameOf(setting, id) }) : t("set-cover.said-no-chair");
    onChange({ ...answer, chair: id || null }, said);
  };
  const candidates = setting.palette.filter(({ id }) => seats.includes(id) || id === chair);
  const note = chair && !seats.includes(chair) ? "set-cover.chair-absent" : candidates.length === 0 ? "set-cover.chair-first" : null;
  return (
    <div class="set-cover">
      <div class="set-cover-bench">
        <div class="set-cover-facts">
          <Heading level={headingLevel}>{t("set-cover.facts")}</Heading>
          <Facts setting={setting} seats={seats} t={t} />
        </div>
        <div class="set-cover-invite">
          <Heading level={headingLevel}>{t("set-cover.invite")}</Heading>
          {groups(setting.palette).map(({ type, invitees }) => (
            <fieldset key={type}>
              <legend>{t(type ? `type.${type}.many` : "set-cover.others")}</legend>
              <div class="set-cover-invitees">
                {invitees.map((invitee) => (
                  <label class="exercise-option" key={invitee.id}>
                    <input type="checkbox" value={invitee.id} checked={seats.includes(invitee.id)} onChange={() => toggle(invitee)} />
                    <span>
                      <span class="set-cover-name">
                        <b>{invitee.name}</b>
                        <small>{invitee.note}</small>
                        {!type && (
                          <small>{t("set-cover.where", { type: t(`type.${invitee.type}`), level: t(`level.${invitee.level}`) })}</small>
                        )}
                      </span>
                    </span>
                  </label>
                ))}
              </div>
            </fieldset>
          ))}
        </div>
      </div>
      <Strip setting={setting} seats={seats} t={t} />
      <div class="set-cover-room">
        <Heading level={headingLevel}>{t("set-cover.room")}</Heading>
        <Room setting={setting} meeting={answer} t={t} />
        <Select
          label={t("set-cover.chair")}
          value={chair ?? ""}
          open={t("choices.open")}
          options={candidates}
          onChange={choose}
          note={note ? t(note) : ""}
        />
      </div>
      <Keys keys={["move", "invite", "chair"]} prefix="set-cover.keys" t={t} />
    </div>
  );
}

/**
 * Types with several invitees each by themselves, in the order of the palette; the rest together at the end.
 * @param {Invitee[]} palette
 * @returns {{type: string, invitees: Invitee[]}[]} the rest with empty text as type
 */
function groups(palette) {
  const types = [...new Set(palette.map(({ type }) => type))];
  const large = types.filter((type) => palette.filter((invitee) => invitee.type === type).length >= GROUP);
  return [...large, ""]
    .map((type) => ({ type, invitees: palette.filter((invitee) => (large.includes(invitee.type) ? invitee.type === type : type === "")) }))
    .filter(({ invitees }) => invitees.length > 0);
}

/** Each fact with those who can act on it. @param {{setting: Setting, seats: string[], t: Translate}} props */
function Facts({ setting, seats, t }) {
  return (
    <ul>
      {setting.facts.map(({ id, text }) => {
        const names = actorsOn(setting, seats, id).map(({ name }) => name);
        return (
          <li key={id} class={`set-cover-fact ${names.length > 0 ? "is-covered" : ""}`} data-fact={id}>
            <b class="set-cover-code">{id}</b>
            <span>{text}</span>
            <span class="set-cover-who">
              <Icon name={names.length > 0 ? "check" : "open"} /> {names.join(t("list.separator")) || t("set-cover.nobody")}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The facts in one line, in sight while one invites. @param {{setting: Setting, seats: string[], t: Translate}} props */
function Strip({ setting, seats, t }) {
  const open = openFacts(setting, seats);
  const count = setting.facts.length;
  return (
    <div class="set-cover-strip">
      <ol aria-hidden="true">
        {setting.facts.map(({ id }) => (
          <li key={id} class={open.includes(id) ? "" : "is-covered"}>{id}<Icon name={open.includes(id) ? "open" : "check"} /></li>
        ))}
      </ol>
      <p>
        {t("set-cover.covered", { covered: count - open.length, count })} · {t("set-cover.seats", { count: seats.length })}
        {setting.most_seats && ` · ${t("set-cover.most", { most: setting.most_seats })}`}
      </p>
    </div>
  );
}

/** Those seated, the chair marked. @param {{setting: Setting, meeting: Meeting, t: Translate}} props */
function Room({ setting, meeting: { seats, chair }, t }) {
  if (seats.length === 0) return <p class="exercise-muted">{t("set-cover.nobody-in-the-room")}</p>;
  return (
    <ul class="set-cover-seats">
      {setting.palette.filter(({ id }) => seats.includes(id)).map(({ id, name }) => (
        <li key={id} class={id === chair ? "is-chair" : ""}>{name}{id === chair && <b> {t("set-cover.chairs")}</b>}</li>
      ))}
    </ul>
  );
}

/** The whole answer at a glance, where nothing can be changed. @param {ViewProps} props */
function Shown({ exercise, answer, t }) {
  const setting = /** @type {Setting} */ (exercise.setting);
  return (
    <div class="set-cover is-shown">
      <Room setting={setting} meeting={answer} t={t} />
      <Facts setting={setting} seats={answer.seats} t={t} />
      {!(answer.chair && answer.seats.includes(answer.chair)) && (
        <p>{t("set-cover.words-chair", { name: answer.chair ? nameOf(setting, answer.chair) : t("words.open") })}</p>
      )}
    </div>
  );
}
