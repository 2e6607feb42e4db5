import { CheckList, Choice, NumberField } from "../../components/controls.jsx";
import { Heading } from "../../components/heading.jsx";
import { Draft } from "./document.jsx";
import { paid } from "./facts.js";
import { SectorCards } from "./sector-cards.jsx";
import { articles, percent, sumInWords } from "./words.js";

/**
 * The agreement builder: what is settled in the form stands at once in the draft beside it.
 */

/** @typedef {import("./facts.js").Agreement} Agreement */
/** @typedef {import("./facts.js").Setting} Setting */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/** The article of the draft in which a field stands, by its place. */
const PARTIES = 0, MOMENT = 1, SECTOR = 2, FINANCING = 3, ORIGIN = 4, DESTINATION = 5, THERE = 6, BACK = 7, TRACKS = 8;

/**
 * @param {object} props
 * @param {import("../../types").Exercise} props.exercise
 * @param {Agreement} props.answer
 * @param {(answer: Agreement, said: string) => void} props.onChange
 * @param {boolean} props.readOnly
 * @param {number} props.headingLevel
 * @param {Translate} props.t
 */
export function View({ exercise, answer, onChange, readOnly, headingLevel, t }) {
  const setting = /** @type {Setting} */ (exercise.setting);
  if (readOnly) return <div class="agreement"><Draft setting={setting} answer={answer} level={headingLevel} t={t} /></div>;
  const { origin, destination } = setting;
  const titles = articles(setting, answer, t).map(({ title }) => title);

  /** Takes over a change and says the article that it has changed. @param {Partial<Agreement>} change @param {number} place */
  const settle = (change, place) => {
    const changed = { ...answer, ...change };
    const { title, clauses } = articles(setting, changed, t)[place];
    const said = place === FINANCING ? sumInWords(paid(setting, changed), t) : clauses.join(t("agreement.separator")) || t("words.open");
    onChange(changed, t("agreement.said", { title, clauses: said }));
  };
  const sides = { origin, destination, none: "" };
  const parties = setting.parties.map(({ id, name, type, side }) => (
    { id, name, note: [t(`type.${type}`), sides[side]].filter(Boolean).join(" · ") }
  ));
  return (
    <div class="agreement is-live">
      <div class="agreement-form">
        <Heading level={headingLevel} class="exercise-unseen">{t("agreement.form")}</Heading>
        <CheckList
          label={titles[PARTIES]} value={answer.parties} onChange={(chosen) => settle({ parties: chosen }, PARTIES)} narrow
          options={parties}
        />
        <Choice label={titles[MOMENT]} value={answer.agreed} options={setting.moments} onChange={(agreed) => settle({ agreed }, MOMENT)} />
        <SectorCards
          label={titles[SECTOR]}
          setting={setting}
          value={answer.sector}
          onChange={(sector) => settle({ sector }, SECTOR)}
          t={t}
        />
        <Financing
          label={titles[FINANCING]} setting={setting} answer={answer} t={t}
          onChange={(financing) => settle({ financing }, FINANCING)}
        />
        <CheckList
          label={titles[ORIGIN]} value={answer.benefits.origin ?? []} options={setting.benefits.origin}
          onChange={(ids) => settle({ benefits: { ...answer.benefits, origin: ids } }, ORIGIN)}
        />
        <CheckList
          label={titles[DESTINATION]} value={answer.benefits.destination ?? []} options={setting.benefits.destination}
          onChange={(ids) => settle({ benefits: { ...answer.benefits, destination: ids } }, DESTINATION)}
        />
        <CheckList
          label={titles[THERE]}
          value={answer.destination_jobs}
          options={setting.destination_jobs}
          onChange={(ids) => settle({ destination_jobs: ids }, THERE)}
        />
        <CheckList
          label={titles[BACK]}
          value={answer.return_jobs}
          options={setting.return_jobs}
          onChange={(ids) => settle({ return_jobs: ids }, BACK)}
        />
        <fieldset class="exercise-choice">
          <legend>{titles[TRACKS]}</legend>
          <div class="exercise-selects">
            {(/** @type {const} */ (["home", "away"])).map((track) => (
              <NumberField
                key={track} label={t(`agreement.${track}`, { country: track === "home" ? origin : destination })} whole
                value={answer.tracks[track] ?? null} problem={t("agreement.not-whole")}
                onChange={(places) => {
                  if (places !== (answer.tracks[track] ?? null)) settle({ tracks: { ...answer.tracks, [track]: places } }, TRACKS);
                }}
              />
            ))}
          </div>
        </fieldset>
      </div>
      <Draft setting={setting} answer={answer} level={headingLevel} scrolls t={t} />
    </div>
  );
}

/**
 * Shares with their sum, which follows each key that is pressed.
 * @param {object} props
 * @param {string} props.label
 * @param {Setting} props.setting
 * @param {Agreement} props.answer
 * @param {(financing: Agreement["financing"]) => void} props.onChange
 * @param {Translate} props.t
 */
function Financing({ label, setting, answer, onChange, t }) {
  const total = paid(setting, answer);
  return (
    <fieldset class="exercise-choice agreement-financing">
      <legend>{label}</legend>
      <div class="exercise-selects">
        {setting.payers.map(({ id, name }) => (
          <NumberField
            key={id} label={name} unit={t("agreement.per-cent")} value={answer.financing[id] ?? null} problem={t("agreement.not-a-share")}
            onChange={(share) => {
              const given = share !== null && share < 0 ? null : share;
              if (given !== (answer.financing[id] ?? null)) onChange({ ...answer.financing, [id]: given });
            }}
          />
        ))}
      </div>
      <div class="agreement-bar" aria-hidden="true">
        {setting.payers.filter(({ id }) => answer.financing[id]).map(({ id, side }) => (
          <span key={id} class={`is-${side}`} style={{ flexGrow: answer.financing[id] }}>{percent(answer.financing[id] ?? 0)}</span>
        ))}
        {total < 100 && <i style={{ flexGrow: 100 - total }} />}
      </div>
      <p class={`agreement-sum ${total === 100 ? "is-whole" : ""}`}>{sumInWords(total, t)}</p>
    </fieldset>
  );
}
