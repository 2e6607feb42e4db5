import { Heading } from "../../components/heading.jsx";
import { articles } from "./words.js";

/**
 * The draft agreement, as it would lie on a table.
 * @param {object} props
 * @param {import("./facts.js").Setting} props.setting
 * @param {import("./facts.js").Agreement} props.answer
 * @param {number} props.level of the headings
 * @param {boolean} [props.scrolls] whether it scrolls by itself beside a form, so that keys must reach it
 * @param {import("../../i18n/messages.js").Translate} props.t
 */
export function Draft({ setting, answer, level, scrolls = false, t }) {
  return (
    <section class="agreement-draft" {...(scrolls && { tabIndex: 0, "aria-label": t("agreement.draft") })}>
      <p class="agreement-stamp">{t("agreement.draft")}</p>
      <Heading level={level} class="agreement-title">{setting.title}</Heading>
      {articles(setting, answer, t).map(({ title, clauses }, index) => (
        <section class={`agreement-article ${clauses.length > 0 ? "" : "is-open"}`} key={title}>
          <Heading level={level + 1}>{t("agreement.article", { number: index + 1, title })}</Heading>
          {clauses.length > 1 && <ol>{clauses.map((clause) => <li key={clause}>{clause}</li>)}</ol>}
          {clauses.length < 2 && <p>{clauses[0] ?? t("agreement.still-open")}</p>}
        </section>
      ))}
    </section>
  );
}
