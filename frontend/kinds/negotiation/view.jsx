import { Choice } from "../../components/controls.jsx";
import { Heading } from "../../components/heading.jsx";
import { Modes } from "../../components/modes.jsx";
import { scoreOf } from "./facts.js";
import { Landscape } from "./landscape.jsx";
import { Record } from "./record.jsx";
import { HandOver, scoreInWords } from "./sheet.jsx";
import { Proposals, Seat } from "./solo.jsx";
import { describe, issueInWords, optionName } from "./words.js";

/**
 * Talks on a package of issues, in a group around one device or alone against delegations that the page plays.
 */

/** The landscape of all packages opens with the first check. */
export const showsChecks = true;

/** @typedef {import("./facts.js").Setting} Setting */
/** @typedef {import("./facts.js").Talks} Talks */
/** @typedef {import("./facts.js").Package} Package */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/** @typedef {{mode?: string, seat?: string, rounds?: Package[]}} Memory who plays, and what was proposed; never whose sheet was seen */

/**
 * @param {object} props
 * @param {import("../../types").Exercise} props.exercise
 * @param {Talks} props.answer
 * @param {(answer: Talks, said: string) => void} props.onChange
 * @param {boolean} props.readOnly
 * @param {import("../../types").Grade | null} props.result
 * @param {Memory} [props.memory]
 * @param {(memory: Memory) => void} [props.onMemory]
 * @param {(text: string) => void} [props.say]
 * @param {number} props.headingLevel
 * @param {Translate} props.t
 */
export function View({ exercise, answer, onChange, readOnly, result, memory = {}, onMemory = () => {}, say = () => {}, headingLevel, t }) {
  const setting = /** @type {Setting} */ (exercise.setting);
  if (readOnly) return <Shown exercise={exercise} setting={setting} answer={answer} t={t} />;
  const mode = memory.mode === "workshop" ? "workshop" : "solo";
  const { seat, rounds = [] } = memory;
  const choice = answer.package;
  const isNew = Object.keys(choice).length === 0;
  const settle = (/** @type {string} */ issue, /** @type {string} */ option) => {
    if (isNew && rounds.length > 0) onMemory({ rounds: [] }); // after a reset the talks begin anew
    const changed = { ...choice, [issue]: option };
    const own = mode === "solo" && setting.delegations.find(({ id }) => id === seat);
    const said = [issueInWords(setting, issue, option, t), own && scoreInWords(setting, own, changed, t)];
    onChange({ ...answer, package: changed }, said.filter(Boolean).join(". "));
  };
  return (
    <div class="negotiation">
      <Modes modes={["solo", "workshop"]} mode={mode} onMode={(chosen) => onMemory({ mode: chosen })} t={t} />
      <p class="negotiation-means">{t(`negotiation.${mode}-means`)}</p>
      {mode === "solo" ? (
        <Seat
          setting={setting} choice={choice} seat={seat} t={t}
          onSeat={(id) => {
            onMemory({ seat: id, rounds: [] });
            say(t("negotiation.said-seat", { name: setting.delegations.find((party) => party.id === id)?.name ?? "" }));
          }}
        />
      ) : (
        <HandOver setting={setting} choice={choice} t={t} />
      )}
      <Heading level={headingLevel}>{t("negotiation.package")}</Heading>
      <div class="negotiation-package">
        {setting.issues.map(({ id, name, options }) => (
          <Choice
            key={id} label={name} value={choice[id] ?? null} onChange={(option) => settle(id, option)}
            options={options.map((option) => ({ id: option.id, name: optionName(option, t) }))}
          />
        ))}
      </div>
      {mode === "solo" && (
        <Proposals
          setting={setting} choice={choice} seat={seat} rounds={isNew ? [] : rounds} onRounds={(made) => onMemory({ rounds: made })}
          say={say} level={headingLevel + 1} t={t}
        />
      )}
      <Heading level={headingLevel}>{t("negotiation.record")}</Heading>
      <Record
        setting={setting}
        answer={answer}
        onChange={(change, said) => onChange({ ...answer, ...change }, said)}
        level={headingLevel + 1}
        t={t}
      />
      {result && <Landscape setting={setting} choice={choice} level={headingLevel} t={t} />}
    </div>
  );
}

/**
 * A finished negotiation, where nothing can be changed and nothing is private any more: what was agreed and recorded,
 * and what it is worth to each.
 * @param {{exercise: import("../../types").Exercise, setting: Setting, answer: Talks, t: Translate}} props
 */
function Shown({ exercise, setting, answer, t }) {
  const worth = (/** @type {import("./facts.js").Party} */ party) =>
    t("negotiation.score", { name: party.name, score: scoreOf(party, answer.package), line: party.walk_away });
  return (
    <ul class="negotiation-shown">
      {describe(exercise, answer, t).map((line) => <li key={line}>{line}</li>)}
      {setting.delegations.map((party) => <li key={party.id}><strong>{worth(party)}</strong></li>)}
    </ul>
  );
}
