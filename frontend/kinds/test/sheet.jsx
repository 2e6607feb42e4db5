import { useAsking } from "../../components/asking.js";
import { Choice } from "../../components/controls.jsx";

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
  const open = items.filter(({ id }) => (sitting.answers[id] ?? null) === null).length;
  return (
    <>
      <ol class="test-items">
        {items.map(({ id, forms }, index) => {
          const { question, options } = forms[sitting.form ?? "A"];
          const named = options.map((option) => ({ id: option.id, name: option.text }));
          const choose = (/** @type {string} */ option) =>
            onChange(
              { ...sitting, answers: { ...sitting.answers, [id]: option } },
              t("test.chosen", { number: index + 1, answer: named.find((each) => each.id === option)?.name ?? "" }),
            );
          return (
            <li key={id}>
              <Choice
                label={t("test.item", { number: index + 1, question })} value={sitting.answers[id] ?? null} options={named}
                onChange={choose}
              />
            </li>
          );
        })}
      </ol>
      <HandIn open={open} count={items.length} onHandIn={() => onChange({ ...sitting, done: true }, t("test.handed-in-now"))} t={t} />
    </>
  );
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
