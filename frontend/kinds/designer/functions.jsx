import { CheckList, Select } from "../../components/controls.jsx";
import { Heading } from "../../components/heading.jsx";
import { giveShare, shareOf } from "./changes.js";
import { actorOf, namesOf } from "./words.js";

/**
 * Who leads each function and who supports it: asked in both modes, where the exercise asks it. Supporters stay
 * folded, so that many functions and many actors fit on a phone.
 */

/** @typedef {import("./changes.js").Design} Design */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/** @typedef {{id: string, name: string}} Named */

/**
 * @param {object} props
 * @param {Record<string, any>} props.setting
 * @param {Design} props.design
 * @param {number} props.level of the heading
 * @param {(design: Design, said: string) => void} props.onChange
 * @param {Translate} props.t
 */
export function Functions({ setting, design, level, onChange, t }) {
  return (
    <section class="designer-functions">
      <Heading level={level}>{t("functions.heading")}</Heading>
      {design.actors.length === 0 && <p class="exercise-muted">{t("functions.nobody")}</p>}
      <div class="designer-tasks">
        {setting.functions.map((/** @type {Named} */ task) => (
          <Task key={task.id} task={task} setting={setting} design={design} onChange={onChange} t={t} />
        ))}
      </div>
    </section>
  );
}

/**
 * @param {object} props
 * @param {Named} props.task
 * @param {Record<string, any>} props.setting
 * @param {Design} props.design
 * @param {(design: Design, said: string) => void} props.onChange
 * @param {Translate} props.t
 */
function Task({ task, setting, design, onChange, t }) {
  const { leads, support } = shareOf(design, task.id);
  const candidates = [...new Set([...design.actors, ...leads, ...support])].map((id) => actorOf(setting, id));
  const nameOf = (/** @type {string} */ id) => actorOf(setting, id).name;
  const several = leads.length > 1;
  const lead = (/** @type {string} */ id) => {
    const said = id ? t("said.leads", { name: nameOf(id), task: task.name }) : t("said.no-lead", { task: task.name });
    onChange(giveShare(design, task.id, { leads: id ? [id] : [], support }), said);
  };
  const supportWith = (/** @type {string[]} */ ids, /** @type {string} */ changed) => {
    const said = t(ids.includes(changed) ? "said.supports" : "said.no-support", { name: nameOf(changed), task: task.name });
    onChange(giveShare(design, task.id, { leads, support: ids }), said);
  };
  return (
    <div class="designer-task" data-task={task.id}>
      <Select
        label={t("functions.who-leads", { task: task.name })} value={several ? "" : leads[0] ?? ""} options={candidates} onChange={lead}
        open={several ? namesOf(setting, leads, t) : t("choices.open")} note={several ? t("functions.several") : ""}
      />
      <details class="designer-support">
        <summary>{t("functions.support", { names: namesOf(setting, support, t) || t("functions.none") })}</summary>
        <CheckList
          label={t("functions.who-supports", { task: task.name })} value={support} onChange={supportWith} narrow
          options={candidates.filter(({ id }) => !leads.includes(id))}
        />
      </details>
    </div>
  );
}

/**
 * The same where nothing can be changed.
 * @param {{setting: Record<string, any>, design: Design, t: Translate}} props
 */
export function SharedOut({ setting, design, t }) {
  return (
    <table class="designer-shares">
      <caption>{t("functions.heading")}</caption>
      <thead>
        <tr>{["functions.task", "functions.lead", "functions.supporters"].map((id) => <th key={id} scope="col">{t(id)}</th>)}</tr>
      </thead>
      <tbody>
        {setting.functions.map((/** @type {Named} */ { id, name }) => {
          const { leads, support } = shareOf(design, id);
          return (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{namesOf(setting, leads, t) || t("choices.open")}</td>
              <td>{namesOf(setting, support, t) || t("functions.none")}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
