import { Choice } from "../../components/controls.jsx";
import { Heading } from "../../components/heading.jsx";
import { Icon } from "../../components/icons.jsx";
import { scoreOf } from "./facts.js";
import { Sheet } from "./sheet.jsx";
import { replies } from "./talks.js";

/**
 * Talks on one's own: one sheet, proposals, and the replies of the three delegations that the page plays.
 */

/** @typedef {import("./facts.js").Setting} Setting */
/** @typedef {import("./facts.js").Package} Package */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */

/** Far more proposals than anyone makes before stopping to think. */
const MOST_ROUNDS = 60;

/**
 * @param {object} props
 * @param {Setting} props.setting
 * @param {Package} props.choice
 * @param {string | undefined} props.seat
 * @param {(seat: string) => void} props.onSeat
 * @param {Translate} props.t
 */
export function Seat({ setting, choice, seat, onSeat, t }) {
  const party = setting.delegations.find(({ id }) => id === seat);
  return (
    <>
      <Choice label={t("negotiation.seat")} value={seat ?? null} options={setting.delegations} onChange={onSeat} narrow />
      {party && <Sheet setting={setting} party={party} choice={choice} t={t} />}
    </>
  );
}

/**
 * @param {object} props
 * @param {Setting} props.setting
 * @param {Package} props.choice
 * @param {string | undefined} props.seat
 * @param {Package[]} props.rounds proposals so far, the oldest first
 * @param {(rounds: Package[]) => void} props.onRounds
 * @param {(text: string) => void} props.say
 * @param {number} props.level of the heading
 * @param {Translate} props.t
 */
export function Proposals({ setting, choice, seat, rounds, onRounds, say, level, t }) {
  const isReady = seat !== undefined && setting.issues.every(({ id }) => choice[id]);
  const propose = () => {
    if (!isReady) return say(t("negotiation.propose-first"));
    onRounds([...rounds, { ...choice }].slice(-MOST_ROUNDS));
    say(repliesInWords(setting, choice, seat, t).map(({ text }) => text).join(" "));
  };
  return (
    <div class="negotiation-proposals">
      <div class="exercise-row">
        <button type="button" class="exercise-button is-main" aria-disabled={!isReady || undefined} onClick={propose}>
          {t("negotiation.propose")}
        </button>
        {!isReady && <p class="exercise-muted">{t("negotiation.propose-first")}</p>}
      </div>
      {seat !== undefined && rounds.length > 0 && (
        <>
          <Heading level={level}>{t("negotiation.rounds")}</Heading>
          <ol class="negotiation-rounds">
            {rounds.map((proposed, index) => (
              <li key={index}>
                <p><strong>{t("negotiation.round", { number: index + 1, code: codeOf(setting, proposed) })}</strong></p>
                {repliesInWords(setting, proposed, seat, t).map(({ text, good }) => (
                  <p key={text} class={good ? "is-good" : ""}><Icon name={good ? "check" : "open"} /> {text}</p>
                ))}
              </li>
            )).reverse()}
          </ol>
        </>
      )}
    </div>
  );
}

/** The letters of a package, in the order of the issues. @param {Setting} setting @param {Package} choice */
export const codeOf = ({ issues }, choice) => issues.map(({ id }) => choice[id]).join(" ");

/**
 * @param {Setting} setting
 * @param {Package} choice
 * @param {string} seat
 * @param {Translate} t
 * @returns {{text: string, good: boolean}[]}
 */
function repliesInWords(setting, choice, seat, t) {
  const answers = replies(setting, choice, seat);
  const lines = answers.map(({ party, wish }) => ({
    good: wish === null,
    text: wish ? t("negotiation.refuses", { name: party.name, issue: wish.name }) : t("negotiation.accepts", { name: party.name }),
  }));
  const own = setting.delegations.find(({ id }) => id === seat);
  if (own && scoreOf(own, choice) < own.walk_away) lines.push({ good: false, text: t("negotiation.own-below") });
  else if (lines.every(({ good }) => good)) lines.push({ good: true, text: t("negotiation.all-accept") });
  return lines;
}
