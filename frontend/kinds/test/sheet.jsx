import { useAsking } from "../../components/asking.js";
import { CheckList, Choice } from "../../components/controls.jsx";
import { chosenIn } from "./facts.js";
import { chosenText } from "./words.js";

/**
 * One sitting: the items of its form, and the way to hand them in. Nothing says what is right.
 */

/** @typedef {import("./facts.js").Item} Item */
/** @typedef {import("./facts.js").Sitting} Sitting */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */

/**
 * @param {object} props
 * @param {Item[]} props.items
 * @param {Sitting} props.sitting whose form is chosen
 * @param {(sitting: Sitting, said: string) => void} props.onChange
 * @param {Translate} props.t
 */
export function SittingSheet({ items, sitting, onChange, t }) {
  const open = items.filter(({ id }) => chosenIn(sitting, id).length === 0).length;
  return (
    <>
      <ol class="test-items">
        {items.map((item, index) => (
          <li key={item.id}>
            <ItemBox item={item} number={index + 1} sitting={sitting} onChange={onChange} t={t} />
          </li>
        ))}
      </ol>
      <HandIn open={open} count={items.length} onHandIn={() => onChange({ ...sitting, done: true }, t("test.handed-in-now"))} t={t} />
    </>
  );
}

/**
 * One item: one option to choose, or any number of them to tick.
 * @param {object} props
 * @param {Item} props.item
 * @param {number} props.number
 * @param {Sitting} props.sitting
 * @param {(sitting: Sitting, said: string) => void} props.onChange
 * @param {Translate} props.t
 */
function ItemBox({ item, number, sitting, onChange, t }) {
  const { question, options } = item.forms[sitting.form ?? "A"];
  const named = options.map(({ id, text }) => ({ id, name: text }));
  const chosen = chosenIn(sitting, item.id);
  const give = (/** @type {import("./facts.js").Given} */ given) => {
    const next = { ...sitting, answers: { ...sitting.answers, [item.id]: given } };
    onChange(next, t("test.chosen", { number, answer: chosenText(item, next, t) ?? t("words.open") }));
  };
  if (!item.several) {
    return <Choice label={t("test.item", { number, question })} value={chosen[0] ?? null} options={named} onChange={give} />;
  }
  const label = t("test.item-several", { number, question });
  return <CheckList label={label} value={chosen} options={named} onChange={(ids) => give(ids.length > 0 ? ids : null)} />;
}

/**
 * Handing in; with open items it asks once.
 * @param {{open: number, count: number, onHandIn: () => void, t: Translate}} props
 */
function HandIn({ open, count, onHandIn, t }) {
  const { asking, ask, attributes } = useAsking();
  return (
    <div class="test-hand-in" {...attributes}>
      <p>{t("test.given", { given: count - open, count })}</p>
      {asking && open > 0 ? (
        <div class="exercise-confirm" role="group" aria-label={t("test.still-open", { count: open })}>
          <span>{t("test.still-open", { count: open })}</span>
          <button type="button" class="exercise-button" onClick={() => ask(false)}>{t("test.go-on")}</button>
          <button type="button" class="exercise-button" onClick={onHandIn}>{t("test.hand-in-open")}</button>
        </div>
      ) : (
        <button
          type="button"
          class={`exercise-button ${open === 0 ? "is-main" : ""}`}
          onClick={() => (open === 0 ? onHandIn() : ask(true))}
        >
          {t("test.hand-in")}
        </button>
      )}
    </div>
  );
}
