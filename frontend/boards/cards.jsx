import { useRef, useState } from "preact/hooks";
import { areaInWords, cardInWords, loadsInWords, nameOf, partnersInWords } from "./card-words.js";
import { CardForm } from "./card-form.jsx";
import { useFocusSoon } from "../components/focus.js";
import { Heading } from "../components/heading.jsx";
import { withItem, withoutItem } from "../core/lists.js";
import { QuarterBoard } from "./quarter-board.jsx";
import { running, spanInWords } from "./quarter-spans.js";

/**
 * Action cards: a board with areas as rows and cards as bars, and the same cards in words, each with its form.
 */

/** @typedef {import("./card-words.js").Card} Card */
/** @typedef {import("./card-words.js").Named} Named */
/** @typedef {import("./card-words.js").Vocabulary} Vocabulary */
/** @typedef {import("../i18n/messages.js").Translate} Translate */

/** @type {Card} */
const NEW = { area: null, lead: null, partners: [], start: null, end: null, indicator: null };

/**
 * @param {object} props
 * @param {Card[]} props.cards
 * @param {Vocabulary} props.vocabulary
 * @param {Named[]} props.rows the areas that the board shows
 * @param {number} props.quarters
 * @param {number} [props.most] how many cards can run at once, where that is counted
 * @param {number} [props.mostPartners] how many partners a card can have, where that is counted
 * @param {boolean} [props.inOwnWords] whether areas and indicators are the person's own
 * @param {((cards: Card[], said: string) => void)} [props.onChange] left out where nothing can be changed
 * @param {string} props.label of the board
 * @param {number} props.headingLevel
 * @param {Translate} props.t
 */
export function Cards(props) {
  const { cards, vocabulary, rows, quarters, most, mostPartners, inOwnWords = false, onChange, label, headingLevel, t } = props;
  const view = useRef(/** @type {HTMLDivElement | null} */ (null));
  const focusSoon = useFocusSoon(view);
  const [open, setOpen] = useState(/** @type {number | null} */ (null));
  const change = (/** @type {number} */ index, /** @type {Partial<Card>} */ part) => {
    const card = { ...cards[index], ...part };
    onChange?.(withItem(cards, index, card), cardInWords(card, vocabulary, t));
  };
  const add = (/** @type {Partial<Card>} */ part) => {
    const card = { ...NEW, ...part };
    setOpen(cards.length);
    onChange?.([...cards, card], t("cards.said-added", { area: areaInWords(card, vocabulary, t) }));
    focusSoon(`[data-card="${cards.length}"] select`);
  };
  const remove = (/** @type {number} */ index) => {
    setOpen(null);
    onChange?.(withoutItem(cards, index), t("cards.said-removed", { area: areaInWords(cards[index], vocabulary, t) }));
    focusSoon(`[data-card="${Math.min(index, cards.length - 2)}"] button`, "[data-add-card]");
  };
  const toggle = (/** @type {number} */ index) => {
    setOpen(open === index ? null : index);
    focusSoon(open === index ? `[data-card="${index}"] button` : `[data-card="${index}"] select`);
  };
  const indexOf = (/** @type {{id: string}} */ bar) => Number(bar.id);
  const changes = onChange && {
    onMove: (/** @type {{id: string}} */ bar, /** @type {{start: number, end: number}} */ span) => change(indexOf(bar), span),
    onPick: (/** @type {{id: string}} */ bar) => open !== indexOf(bar) && toggle(indexOf(bar)),
    onRemove: (/** @type {{id: string}} */ bar) => remove(indexOf(bar)),
    onPlace: (/** @type {{id: string}} */ row, /** @type {number} */ quarter) => add({ area: row.id, start: quarter, end: quarter }),
  };
  const loads = loadsInWords(cards, vocabulary, t);
  return (
    <div class="cards" ref={view}>
      {rows.length > 0 && (
        <QuarterBoard
          label={label} quarters={quarters} rows={rows.map((area) => rowOf(area, cards, vocabulary, t))} changes={changes}
          totals={most === undefined ? undefined : { name: t("cards.running"), values: running(cards, quarters), most }} t={t}
        />
      )}
      {most !== undefined && loads && <p class="cards-loads">{loads}</p>}
      <Heading level={headingLevel}>{t("cards.heading", { count: cards.length })}</Heading>
      {cards.length === 0 && <p class="exercise-muted">{t("cards.none")}</p>}
      <ol class="cards-list">
        {cards.map((card, index) => (
          <li key={index} data-card={index} class={open === index ? "is-open" : ""}>
            <Summary card={card} vocabulary={vocabulary} t={t} />
            {onChange && (
              <span class="exercise-row">
                <button type="button" class="exercise-button is-quiet" aria-expanded={open === index} onClick={() => toggle(index)}>
                  {t(open === index ? "cards.done" : "cards.edit")}
                  <span class="exercise-unseen"> {t("cards.number", { number: index + 1 })}</span>
                </button>
                <button type="button" class="exercise-button is-quiet" onClick={() => remove(index)}>
                  {t("cards.remove")}<span class="exercise-unseen"> {t("cards.number", { number: index + 1 })}</span>
                </button>
              </span>
            )}
            {onChange && open === index && (
              <CardForm
                card={card} number={index + 1} vocabulary={vocabulary} quarters={quarters} mostPartners={mostPartners}
                inOwnWords={inOwnWords} onChange={(part) => change(index, part)} t={t}
              />
            )}
          </li>
        ))}
      </ol>
      {onChange && (
        <button type="button" class="exercise-button cards-add" data-add-card onClick={() => add({})}>{t("cards.add")}</button>
      )}
    </div>
  );
}

/** @param {{card: Card, vocabulary: Vocabulary, t: Translate}} props */
function Summary({ card, vocabulary, t }) {
  const indicator = nameOf(vocabulary.indicators, card.indicator);
  return (
    <span class="cards-summary">
      <b>{areaInWords(card, vocabulary, t)}</b>
      <span>
        <bdi>{nameOf(vocabulary.actors, card.lead) || t("cards.open-lead")}</bdi> · <bdi>{partnersInWords(card, vocabulary, t)}</bdi>
        {" · "}<bdi>{spanInWords(card, t)}</bdi>
      </span>
      {indicator && <small>{indicator}</small>}
    </span>
  );
}

/**
 * @param {Named} area
 * @param {Card[]} cards
 * @param {Vocabulary} vocabulary
 * @param {Translate} t
 * @returns {import("./quarter-board.jsx").Row}
 */
function rowOf(area, cards, vocabulary, t) {
  const bars = cards.flatMap((card, index) => {
    if (card.area !== area.id) return [];
    const lead = nameOf(vocabulary.actors, card.lead);
    const name = `${t("cards.number", { number: index + 1 })}, ${area.name}, ${lead || t("cards.open-lead")}`;
    return [{ id: String(index), name, start: card.start, end: card.end, text: lead }];
  });
  return { id: area.id, name: area.name, bars };
}
