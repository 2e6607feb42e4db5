import { Heading } from "../../components/heading.jsx";
import { Icon } from "../../components/icons.jsx";
import { ExplainedOptions, ExplainedQuestion } from "../quiz/question-box.jsx";
import { byGuessing, rightItems } from "./facts.js";
import { chosenText } from "./words.js";

/**
 * Both sittings side by side, by outcome, and what they can show; then each item missed in the second, with every option
 * explained, and the question of the bank that treats the same idea.
 */

/** @typedef {import("./facts.js").Item} Item */
/** @typedef {import("./facts.js").Answer} Answer */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */

/**
 * @param {object} props
 * @param {import("../../types").Exercise} props.exercise
 * @param {Answer} props.answer
 * @param {import("../../types").Question[]} props.reviews
 * @param {number} props.level
 * @param {Translate} props.t
 */
export function Result({ exercise, answer, reviews, level, t }) {
  /** @type {Item[]} */
  const items = exercise.setting.items;
  const first = rightItems(answer.before, items);
  const second = rightItems(answer.after, items);
  const missed = items.filter(({ id }) => !second.includes(id));
  return (
    <>
      <p class="test-total"><strong>{t("test.total", { first: first.length, second: second.length, count: items.length })}</strong></p>
      <table class="test-table">
        <caption>{t("test.caption")}</caption>
        <thead>
          <tr><th scope="col">{t("test.outcome")}</th><th scope="col">{t("test.before")}</th><th scope="col">{t("test.after")}</th></tr>
        </thead>
        <tbody>
          {exercise.setting.outcomes.map((/** @type {string} */ id) => {
            const own = items.filter(({ outcome }) => outcome === id).map((item) => item.id);
            return (
              <tr key={id}>
                <th scope="row">{t(`outcome.${id}`)} <small>{id}</small></th>
                <Reached right={own.filter((item) => first.includes(item)).length} count={own.length} t={t} />
                <Reached right={own.filter((item) => second.includes(item)).length} count={own.length} t={t} />
              </tr>
            );
          })}
        </tbody>
      </table>
      <p>{t("test.limits", { count: Math.round(byGuessing(items)) })}</p>
      {missed.length === 0 ? <p>{t("test.none-missed")}</p> : (
        <>
          <Heading level={level}>{t("test.look-again")}</Heading>
          <p>{t("test.look-again-how", { count: missed.length })}</p>
          <ul class="test-missed">
            {missed.map((item) => (
              <li key={item.id}>
                <Missed item={item} answer={answer} review={reviews.find(({ id }) => id === item.review)} t={t} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** @param {{right: number, count: number, t: Translate}} props */
function Reached({ right, count, t }) {
  const all = right === count;
  return (
    <td class={all ? "is-right" : ""}>
      <Icon name={all ? "check" : right > 0 ? "half" : "open"} /> {t("test.of", { right, count })}
    </td>
  );
}

/** @param {{item: Item, answer: Answer, review?: import("../../types").Question, t: Translate}} props */
function Missed({ item, answer: { after }, review, t }) {
  const { question, options } = item.forms[after.form ?? "A"];
  return (
    <details>
      <summary>{question}</summary>
      <div class="test-review">
        <p>{t("test.your-answer", { answer: chosenText(item, after, t) ?? t("words.open") })}</p>
        <ExplainedOptions options={options} t={t} />
        <p class="quiz-always">{item.idea}</p>
        {review && (
          <>
            <p class="exercise-muted">{t("test.review", { question: review.id })}</p>
            <ExplainedQuestion question={review} t={t} />
          </>
        )}
      </div>
    </details>
  );
}
