import { useRef, useState } from "preact/hooks";
import { CheckList } from "../../components/controls.jsx";
import { useFocusSoon } from "../../components/focus.js";
import { Canvas } from "../designer/canvas.jsx";
import { place, putTie, removeTie, takeOff } from "../designer/changes.js";
import { List } from "../designer/list.jsx";
import { TieForm } from "../designer/tie-form.jsx";
import { TieList } from "../designer/tie-list.jsx";
import { actorOf, endsInWords, tieInWords } from "../designer/words.js";
import { ActorForm } from "./actor-form.jsx";
import { drawable, tiedPairs } from "./graph.js";
import { actorsInWords, withOwnTypes } from "./words.js";

/**
 * The partnership of a dossier: the person's own actors, then ties as in the designer's list, drawn beside it.
 */

/** @typedef {import("./answer.js").Dossier} Dossier */
/** @typedef {import("./answer.js").NewActor} NewActor */

/**
 * @param {object} props
 * @param {Record<string, any>} props.setting
 * @param {Dossier} props.dossier
 * @param {(part: Partial<Dossier>, said: string) => void} props.onChange
 * @param {number} props.headingLevel
 * @param {import("../../i18n/messages.js").Translate} props.t
 */
export function Graph({ setting: own, dossier, onChange, headingLevel, t: plain }) {
  const view = useRef(/** @type {HTMLDivElement | null} */ (null));
  const focusSoon = useFocusSoon(view);
  const [lit, setLit] = useState(/** @type {number | null} */ (null));
  const [form, setForm] = useState(/** @type {number | null} */ (null));
  const [editing, edit] = useState(/** @type {string | null} */ (null));
  const t = withOwnTypes(plain);
  const { palette, design, isWhole } = drawable(dossier);
  const setting = { ...own, palette };
  const nameOf = (/** @type {string} */ id) => actorOf(setting, id)?.name ?? id;
  /** @param {import("../designer/changes.js").Design} next @param {string} said @param {Partial<Dossier>} [rest] */
  const draw = (next, said, rest = {}) =>
    onChange({ actors: next.actors, ties: /** @type {Dossier["ties"]} */ (next.ties), ...rest }, said);

  const editButton = (/** @type {string} */ id) => `[data-edit="${CSS.escape(id)}"]`;
  const putActor = (/** @type {NewActor} */ actor) => {
    const isNew = !dossier.new_actors.some(({ id }) => id === actor.id);
    const new_actors = isNew
      ? [...dossier.new_actors, actor]
      : dossier.new_actors.map((other) => (other.id === actor.id ? actor : other));
    edit(null);
    const said = t(isNew ? "dossier.said-actor" : "dossier.said-actor-changed", { name: actor.name });
    draw(isNew ? place(design, actor.id) : design, said, { new_actors });
    focusSoon(isNew ? ".dossier-actor-form input" : editButton(actor.id));
  };
  const leaveForm = () => {
    if (editing !== null) focusSoon(editButton(editing));
    edit(null);
  };
  const forget = (/** @type {string} */ id) => {
    const cards = dossier.cards.map((card) => ({
      ...card, lead: card.lead === id ? null : card.lead, partners: card.partners.filter((partner) => partner !== id),
    }));
    draw(takeOff(design, id), t("dossier.said-actor-gone", { name: nameOf(id) }), {
      new_actors: dossier.new_actors.filter((actor) => actor.id !== id), voices: dossier.voices.filter((voice) => voice !== id), cards,
    });
    focusSoon(".dossier-actor-form input");
  };
  const cut = (/** @type {number} */ index) => {
    setLit(null);
    draw(removeTie(design, index), t("said.cut", { ends: endsInWords(setting, design.ties[index], t) }));
    focusSoon(`[data-remove="${Math.min(index, design.ties.length - 2)}"]`, "[data-ties-heading]");
  };
  const level = (/** @type {string} */ id) => t(`level.${actorOf(setting, id).level}`);
  return (
    <div class="dossier-graph" ref={view}>
      {!isWhole && <p class="exercise-notice">{t("dossier.not-whole")}</p>}
      {dossier.new_actors.length > 0 && (
        <ul class="dossier-actors">
          {dossier.new_actors.map((actor) => (
            <li key={actor.id}>
              <span>
                <bdi><b>{actor.name || actor.id}</b></bdi>{" "}
                <small>{[t(`type.${actor.type}`), actor.level && t(`level.${actor.level}`)].filter(Boolean).join(" · ")}</small>
              </span>
              <span class="exercise-row">
                <button type="button" class="exercise-button is-quiet" data-edit={actor.id} onClick={() => edit(actor.id)}>
                  {t("dossier.change")}<span class="exercise-unseen"> {actor.name}</span>
                </button>
                <button type="button" class="exercise-button is-quiet" onClick={() => forget(actor.id)}>
                  {t("dossier.remove")}<span class="exercise-unseen"> {actor.name}</span>
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
      <ActorForm
        key={editing ?? `new-${dossier.new_actors.length}`} actor={dossier.new_actors.find(({ id }) => id === editing) ?? null}
        taken={dossier.new_actors.map(({ id }) => id)} types={own.types} onSave={putActor} onCancel={leaveForm} t={t}
      />
      {palette.length > 0 && (
        <>
          <div class="designer">
            <Canvas setting={setting} design={design} lit={lit} onPoint={setLit} readOnly t={t} />
          </div>
          <List
            setting={setting} design={design} level={headingLevel} t={t}
            onPlace={(id) => draw(place(design, id), t("said.placed", { name: nameOf(id), level: level(id) }))}
            onTakeOff={(id) => {
              const lost = design.ties.filter(({ from, to }) => from === id || to === id).length;
              const voices = dossier.voices.filter((voice) => voice !== id);
              draw(takeOff(design, id), t("said.taken-off", { name: nameOf(id), count: lost }), { voices });
            }}
            onAdd={(tie) => draw(putTie(design, tie), t("said.tied", { tie: tieInWords(setting, tie, t) }))}
          />
          <TieList
            setting={setting}
            design={design}
            level={headingLevel}
            lit={lit}
            onPoint={setLit}
            onEdit={setForm}
            onRemove={cut}
            t={t}
          />
          {own.limits && design.ties.length > 0 && <p class="exercise-muted">{tiesInNumbers(own.limits, design, plain)}</p>}
        </>
      )}
      {design.actors.length > 0 && (
        <CheckList
          label={t("dossier.voices-ask")} value={dossier.voices} options={design.actors.map((id) => actorOf(setting, id))} narrow
          onChange={(voices) => {
            const text = actorsInWords(dossier, voices, t);
            onChange({ voices }, t("dossier.line", { name: t("dossier.voices"), text }));
          }}
        />
      )}
      {form !== null && design.ties[form] && (
        <TieForm
          setting={setting} design={design} tie={design.ties[form]} index={form}
          onSave={(tie) => draw(putTie(design, tie, form), t("said.changed", { tie: tieInWords(setting, tie, t) }))}
          onRemove={() => cut(form)} onClose={() => setForm(null)} t={t}
        />
      )}
    </div>
  );
}

/**
 * @param {{ties: number, pairs: number}} limits
 * @param {import("../designer/changes.js").Design} design
 * @param {import("../../i18n/messages.js").Translate} t
 */
function tiesInNumbers(limits, { actors, ties }, t) {
  const pairs = (actors.length * (actors.length - 1)) / 2;
  return t("dossier.ties-count", {
    tied: tiedPairs(ties), pairs, most: Math.floor(pairs * limits.pairs), ties: ties.length, limit: actors.length * limits.ties,
  });
}
