import { Heading } from "../../components/heading.jsx";
import { Icon } from "../../components/icons.jsx";
import { direction } from "./changes.js";
import { actorOf, endsInWords, purposeInWords } from "./words.js";

/**
 * The ties in words, numbered as on the canvas, each with Edit and Remove.
 * @param {object} props
 * @param {Record<string, any>} props.setting
 * @param {import("./changes.js").Design} props.design
 * @param {number} props.level of the heading
 * @param {number | null} props.lit
 * @param {(index: number | null) => void} props.onPoint
 * @param {((index: number) => void) | null} props.onEdit
 * @param {((index: number) => void) | null} props.onRemove
 * @param {import("../../i18n/messages.js").Translate} props.t
 */
export function TieList({ setting, design, level, lit, onPoint, onEdit, onRemove, t }) {
  return (
    <div class="designer-ties">
      <Heading level={level} tabIndex={-1} data-ties-heading>{t("ties.heading", { count: design.ties.length })}</Heading>
      {design.ties.length === 0 && <p class="exercise-muted">{t("ties.none")}</p>}
      <ol>
        {design.ties.map((tie, index) => {
          const [from, to] = [actorOf(setting, tie.from), actorOf(setting, tie.to)];
          const way = direction(from, to);
          const label = { number: index + 1, ends: endsInWords(setting, tie, t) };
          return (
            <li
              key={index}
              class={`designer-tie is-${way} ${lit === index ? "is-lit" : ""}`}
              data-tie={index}
              onPointerEnter={() => onPoint(index)}
              onPointerLeave={() => onPoint(null)}
              onKeyDown={(event) => {
                if (!onRemove || !["Delete", "Backspace"].includes(event.key)) return;
                event.preventDefault();
                onRemove(index);
              }}
            >
              <b class="designer-number" aria-hidden="true">{index + 1}</b>
              <span class="designer-tie-text">
                <span class="designer-ends">
                  <bdi>{from.name}</bdi> <Icon name={tie.both ? "arrow-both" : "arrow"} />
                  <span class="exercise-unseen">{t(tie.both ? "ties.and" : "ties.to")}</span> <bdi>{to.name}</bdi>
                </span>
                <span class="designer-about">
                  {purposeInWords(tie, t)} · <span class="designer-way">{t(`direction.${way}`)}</span>
                </span>
              </span>
              {onEdit && onRemove && (
                <span class="exercise-row">
                  <button
                    type="button"
                    class="exercise-button is-quiet"
                    aria-label={t("ties.edit-label", label)}
                    onClick={() => onEdit(index)}
                  >
                    {t("ties.edit")}
                  </button>
                  <button
                    type="button" class="exercise-button is-quiet" data-remove={index}
                    aria-label={t("ties.remove-label", label)} onClick={() => onRemove(index)}
                  >
                    {t("ties.remove")}
                  </button>
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
