import { useState } from "preact/hooks";
import { CheckList, Select } from "../components/controls.jsx";
import { Draft } from "../components/draft.jsx";
import { QuarterSelects } from "./quarter-selects.jsx";

/**
 * The fields of one action card; every change counts at once and can be undone.
 */

const OTHER = "other"; // no area has this id

/**
 * @param {object} props
 * @param {import("./card-words.js").Card} props.card
 * @param {number} props.number
 * @param {import("./card-words.js").Vocabulary} props.vocabulary
 * @param {number} props.quarters
 * @param {number} [props.mostPartners] how many partners it can have, where that is counted
 * @param {boolean} props.inOwnWords whether areas and indicators are the person's own
 * @param {(part: Partial<import("./card-words.js").Card>) => void} props.onChange
 * @param {import("../i18n/messages.js").Translate} props.t
 */
export function CardForm({ card, number, vocabulary: { areas, actors, indicators }, quarters, mostPartners, inOwnWords, onChange, t }) {
  const isOffered = areas.some(({ id }) => id === card.area);
  const [isOther, setOther] = useState(Boolean(card.area) && !isOffered);
  const choices = inOwnWords ? [...areas, { id: OTHER, name: t("cards.other-area") }] : areas;
  const partners = actors.filter(({ id }) => id !== card.lead || card.partners.includes(id));
  const gone = (/** @type {string[]} */ ids) => ids.filter((id) => !actors.some((actor) => actor.id === id));
  return (
    <div class="cards-form" role="group" aria-label={t("cards.number", { number })}>
      <div class="exercise-selects">
        <Select
          label={t("cards.area")} value={isOther ? OTHER : card.area ?? ""} open={t("list.choose")} options={choices}
          onChange={(id) => {
            setOther(id === OTHER);
            onChange({ area: id === OTHER ? null : id || null });
          }}
        />
        {isOther && (
          <Draft
            label={t("cards.which-area")}
            value={card.area ?? ""}
            longest={200}
            onChange={(area) => onChange({ area: area || null })}
          />
        )}
        <Select
          label={t("cards.lead")} value={card.lead ?? ""} open={t("list.choose")} onChange={(lead) => onChange({ lead: lead || null })}
          options={actors} note={actors.length === 0 ? t("cards.nobody") : ""}
        />
        <QuarterSelects span={card} quarters={quarters} onChange={onChange} t={t} />
        {inOwnWords ? (
          <Draft
            label={t("cards.indicator")} value={card.indicator ?? ""} longest={300}
            onChange={(indicator) => onChange({ indicator: indicator || null })}
          />
        ) : (
          <Select
            label={t("cards.indicator")} value={card.indicator ?? ""} open={t("list.choose")} options={indicators}
            onChange={(indicator) => onChange({ indicator: indicator || null })}
          />
        )}
      </div>
      {partners.length > 0 && (
        <CheckList
          label={mostPartners ? t("cards.partners-of", { number: card.partners.length, most: mostPartners }) : t("cards.partners")}
          value={card.partners} options={partners} narrow
          onChange={(ids) => onChange({ partners: [...ids, ...gone(card.partners)] })}
        />
      )}
    </div>
  );
}
