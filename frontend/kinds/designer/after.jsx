import { useState } from "preact/hooks";
import { Select } from "../../components/controls.jsx";
import { Heading } from "../../components/heading.jsx";
import { Canvas } from "./canvas.jsx";
import { nearest, shared, structureOf } from "./nearest.js";
import { shocks, stress } from "./stress.js";
import { actorOf, endsInWords, namesOf } from "./words.js";

/**
 * What can be done with a design once it was checked, folded away until somebody wants it: put it under stress, and
 * see the real initiatives that are built most like it. Neither changes the answer.
 */

/** @typedef {import("./changes.js").Design} Design */
/** @typedef {import("./stress.js").Shock} Shock */
/** @typedef {import("./nearest.js").Case} Case */
/** @typedef {import("./nearest.js").Structure} Structure */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/** @typedef {{setting: Record<string, any>, design: Design, t: Translate}} PartProps */

/** @param {{payload: import("../../types").Payload, answer: Design, level: number, t: Translate}} props */
export function After({ payload: { exercise: { setting }, initiatives = [], atlas }, answer, level, t }) {
  if (answer.actors.length === 0) return null;
  return (
    <div class="designer designer-later">
      <Folded summary={t("stress.summary")}>
        <Stress setting={setting} design={answer} t={t} />
      </Folded>
      {initiatives.length > 0 && (
        <Folded summary={t("nearest.summary")}>
          <Nearest setting={setting} design={answer} initiatives={initiatives} atlas={atlas} level={level} t={t} />
        </Folded>
      )}
    </div>
  );
}

/**
 * Drawn when it is first opened: nothing is counted for who never looks.
 * @param {{summary: string, children: any}} props
 */
function Folded({ summary, children }) {
  const [wasOpened, noteOpened] = useState(false);
  return (
    <details class="designer-after" onToggle={() => noteOpened(true)}>
      <summary>{summary}</summary>
      {wasOpened && children}
    </details>
  );
}

/** @param {PartProps} props */
function Stress({ setting, design, t }) {
  const [chosen, choose] = useState("");
  const options = shocks(design).map((shock) => ({ id: JSON.stringify(shock), name: shockInWords(shock, setting, design, t), shock }));
  const happens = options.find(({ id }) => id === chosen);
  const damage = happens && stress(setting, design, happens.shock);
  return (
    <div class="designer-later">
      <Select label={t("stress.choose")} value={happens ? chosen : ""} open={t("list.choose")} options={options} onChange={choose} />
      <div role="status">
        {damage && <ul class="designer-damage">{damageInWords(damage, setting, design, t).map((line) => <li key={line}>{line}</li>)}</ul>}
      </div>
      {damage && <Canvas setting={setting} design={design} lost={damage} lit={null} onPoint={() => {}} readOnly t={t} />}
    </div>
  );
}

/**
 * @param {Shock} shock
 * @param {Record<string, any>} setting
 * @param {Design} design
 * @param {Translate} t
 */
function shockInWords(shock, setting, design, t) {
  if ("actor" in shock) return t("stress.leaves", { name: actorOf(setting, shock.actor).name });
  if ("tie" in shock) return t("stress.cut", { number: shock.tie + 1, ends: endsInWords(setting, design.ties[shock.tie], t) });
  return t("stress.money");
}

/**
 * @param {import("./stress.js").Damage} damage
 * @param {Record<string, any>} setting
 * @param {Design} design
 * @param {Translate} t
 * @returns {string[]}
 */
function damageInWords({ leaderless, silent, islands, apart, unconvened }, setting, design, t) {
  const names = (/** @type {string[]} */ ids) => namesOf(setting, ids, t);
  const tasks = setting.functions?.filter((/** @type {{id: string}} */ { id }) => leaderless.includes(id)) ?? [];
  const lines = [
    tasks.length > 0 &&
      t("stress.leaderless", { tasks: tasks.map((/** @type {{name: string}} */ { name }) => name).join(t("list.separator")) }),
    silent.length > 0 && t("stress.silent", { names: names(silent) }),
    apart && t("stress.apart", { count: islands.length, parts: islands.map(names).join(t("head.outcome.separator")) }),
    unconvened.length > 0 && t("stress.unconvened", { names: names(unconvened) }),
  ].filter((line) => line !== false);
  return lines.length > 0 ? lines : [t("stress.holds")];
}

/** @param {PartProps & {initiatives: Case[], atlas?: string, level: number}} props */
function Nearest({ setting, design, initiatives, atlas, level, t }) {
  const own = structureOf(setting, design);
  return (
    <div class="designer-later">
      <p>{t("nearest.honest")}</p>
      <div class="designer-cases">
        {nearest(own, initiatives).map((real) => (
          <article class="designer-case" key={real.id}>
            <Heading level={level}>{real.name}</Heading>
            <p class="exercise-muted">{t("nearest.years", { years: real.years })}</p>
            <p>{real.summary}</p>
            <p><strong>{t("nearest.why")}</strong> <bdi>{likeness(own, real, t)}</bdi></p>
            <p><strong>{t("nearest.became")}</strong> <bdi>{real.became.join(" ")}</bdi></p>
            {real.note && <p class="exercise-muted">{real.note}</p>}
            {real.alike > 0 && <p>{t("nearest.alike", { count: real.alike })}</p>}
            {atlas && <p><a href={`${atlas}#initiative-${real.id}`}>{t("nearest.atlas")}</a></p>}
          </article>
        ))}
      </div>
      <p class="exercise-muted">{t("nearest.how")}</p>
    </div>
  );
}

/**
 * @param {Structure} own
 * @param {Case} real
 * @param {Translate} t
 * @returns {string} what the two share
 */
function likeness(own, real, t) {
  const listed = (/** @type {string[]} */ ids, /** @type {string} */ prefix) =>
    ids.map((id) => t(`${prefix}.${id}`)).join(t("list.separator"));
  const levels = shared(own.levels, real.levels);
  const types = shared(own.types, real.types);
  const way = wayOf(own.vertical);
  return [
    levels.length > 0 && t("nearest.levels", { levels: listed(levels, "level") }),
    types.length > 0 && t("nearest.types", { types: listed(types, "type") }),
    way && way === wayOf(real.vertical) && t(`nearest.${way}`),
    own.two_way && real.two_way && t("nearest.two-way"),
  ].filter(Boolean).join(" ");
}

/** @param {number | null} vertical share of the ties */
const wayOf = (vertical) => (vertical === null ? "" : vertical === 0 ? "across" : vertical === 1 ? "updown" : "mixed");
