import { useRef, useState } from "preact/hooks";
import { Select, TextField } from "../../components/controls.jsx";
import { useFocusSoon } from "../../components/focus.js";
import { Heading } from "../../components/heading.jsx";
import { issueName, tradeInWords } from "./words.js";

/**
 * How the package came about: who moved on what, who was asked at home, what was traded for what.
 */

/** @typedef {import("./facts.js").Setting} Setting */
/** @typedef {import("./facts.js").Talks} Talks */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */

/**
 * @param {object} props
 * @param {Setting} props.setting
 * @param {Talks} props.answer
 * @param {(change: Partial<Talks>, said: string) => void} props.onChange
 * @param {number} props.level of the headings
 * @param {Translate} props.t
 */
export function Record({ setting, answer, onChange, level, t }) {
  const { concessions, consulted } = answer;
  return (
    <div class="negotiation-record">
      <Heading level={level}>{t("negotiation.concessions")}</Heading>
      <div class="exercise-selects">
        {setting.delegations.map(({ id, name }) => (
          <Select
            key={id} label={t("negotiation.moved", { name })} value={concessions[id] ?? ""} open={t("list.choose")} options={setting.issues}
            onChange={(issue) => onChange(
              { concessions: { ...concessions, [id]: issue || null } },
              t("negotiation.issue-in-words", { issue: t("negotiation.moved", { name }), option: issueName(setting, issue, t) }),
            )}
          />
        ))}
      </div>
      <Trades setting={setting} trade={answer.trade} onChange={(trade, said) => onChange({ trade }, said)} level={level} t={t} />
      <Heading level={level}>{t("negotiation.consulted")}</Heading>
      <div class="exercise-selects">
        {setting.delegations.map(({ id, name }) => (
          <Constituencies
            key={id} label={t("negotiation.asked", { name })} value={consulted[id] ?? []} note={t("negotiation.asked-note")}
            onChange={(asked) => onChange({ consulted: { ...consulted, [id]: asked } }, "")}
          />
        ))}
      </div>
    </div>
  );
}

/** The constituencies that a line of text names: between commas or semicolons of any script. @param {string} text */
const named = (text) => text.split(/[,;،؛、，]/).map((part) => part.trim()).filter(Boolean);

/**
 * A list typed as one line. What is typed stays as it is while it means the list that is kept.
 * @param {{label: string, value: string[], note: string, onChange: (value: string[]) => void}} props
 */
function Constituencies({ label, value, note, onChange }) {
  const [text, setText] = useState(value.join(", "));
  const isSame = JSON.stringify(named(text)) === JSON.stringify(value);
  return (
    <TextField
      label={label} value={isSame ? text : value.join(", ")} note={note} longest={400}
      onChange={(typed) => {
        setText(typed);
        if (JSON.stringify(named(typed)) !== JSON.stringify(value)) onChange(named(typed));
      }}
    />
  );
}

/**
 * @param {object} props
 * @param {Setting} props.setting
 * @param {Talks["trade"]} props.trade
 * @param {(trade: Talks["trade"], said: string) => void} props.onChange
 * @param {number} props.level
 * @param {Translate} props.t
 */
function Trades({ setting, trade, onChange, level, t }) {
  const place = useRef(/** @type {HTMLDivElement | null} */ (null));
  const focusSoon = useFocusSoon(place);
  const add = () => {
    focusSoon(`[data-trade="${trade.length}"] select`);
    onChange([...trade, { by: null, gave: null, got: null }], t("negotiation.said-added", { number: trade.length + 1 }));
  };
  const remove = (/** @type {number} */ index) => {
    focusSoon(`[data-trade="${Math.min(index, trade.length - 2)}"] button`, "[data-add-trade]");
    onChange(trade.filter((_, other) => other !== index), t("negotiation.said-removed", { number: index + 1 }));
  };
  return (
    <div class="negotiation-trades" ref={place}>
      <Heading level={level}>{t("negotiation.trades")}</Heading>
      {trade.length === 0 && <p class="exercise-muted">{t("negotiation.no-trade")}</p>}
      {trade.length > 0 && setting.most_trades && (
        <p class="exercise-muted">{t("negotiation.trades-listed", { number: trade.length, most: setting.most_trades })}</p>
      )}
      {trade.map((row, index) => (
        <fieldset key={index} data-trade={index}>
          <legend>{t("negotiation.trade", { number: index + 1 })}</legend>
          <div class="exercise-selects">
            {(/** @type {const} */ (["by", "gave", "got"])).map((end) => (
              <Select
                key={end} label={t(`negotiation.trade-${end}`)} value={row[end] ?? ""} open={t("list.choose")}
                options={end === "by" ? setting.delegations : setting.issues}
                onChange={(id) => {
                  const changed = { ...row, [end]: id || null };
                  onChange(trade.map((other, at) => (at === index ? changed : other)), tradeInWords(setting, changed, t));
                }}
              />
            ))}
          </div>
          <button type="button" class="exercise-button is-quiet" onClick={() => remove(index)}>
            {t("negotiation.remove-trade", { number: index + 1 })}
          </button>
        </fieldset>
      ))}
      <div><button type="button" class="exercise-button" data-add-trade onClick={add}>{t("negotiation.add-trade")}</button></div>
    </div>
  );
}
