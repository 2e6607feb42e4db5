import { Heading } from "../../components/heading.jsx";
import { areaInWords, nameOf, partnersInWords } from "../../boards/card-words.js";
import { spanInWords } from "../../boards/quarter-spans.js";
import { Canvas } from "../designer/canvas.jsx";
import { TieList } from "../designer/tie-list.jsx";
import { drawable } from "./graph.js";
import { PeerGuide } from "./peer-guide.jsx";
import { actorsInWords, citationInWords, riskInWords, vocabularyOf, withOwnTypes } from "./words.js";

/**
 * The dossier as others read it: what is printed on two sheets, and what a solution shows.
 */

/** @typedef {import("./answer.js").Dossier} Dossier */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/** @typedef {{id: string, name: string}} Named */

const MOST_QUARTERS = 40;

/**
 * The areas that have a card: those of the course in their order, then the person's own.
 * @param {Record<string, any>} setting
 * @param {Dossier} dossier
 * @returns {Named[]}
 */
export function areasOf(setting, { cards }) {
  const used = [...new Set(cards.flatMap(({ area }) => area || []))];
  const offered = setting.areas.filter((/** @type {Named} */ { id }) => used.includes(id));
  const own = used.filter((area) => !offered.some((/** @type {Named} */ { id }) => id === area));
  return [...offered, ...own.map((area) => ({ id: area, name: area }))];
}

/**
 * How many quarters the board of a dossier needs.
 * @param {Record<string, any>} setting
 * @param {Dossier} dossier
 */
export function lastQuarter(setting, { cards }) {
  return Math.min(MOST_QUARTERS, Math.max(setting.quarters, ...cards.map(({ end }) => end ?? 0)));
}

/**
 * @param {object} props
 * @param {import("../../types").Exercise} props.exercise
 * @param {Dossier} props.dossier
 * @param {number} props.headingLevel
 * @param {boolean} props.withGuide
 * @param {Translate} props.t
 */
export function Sheet({ exercise, dossier, headingLevel, withGuide, t }) {
  const { setting } = exercise;
  const { palette, design } = drawable(dossier);
  const drawn = { ...setting, palette };
  const own = withOwnTypes(t);
  const open = t("words.open");
  const { a, b, fix } = dossier.clash;
  const seeds = setting.seeds.filter((/** @type {Named} */ { id }) => dossier.seeds.includes(id));
  const part = (/** @type {string} */ id, /** @type {any} */ children) => (
    <section class={`dossier-part is-${id}`}>
      <Heading level={headingLevel}>{t(`dossier.${id}-heading`)}</Heading>
      {children}
    </section>
  );
  return (
    <div class="dossier-sheet">
      {part("case", <><p>{dossier.problem || open}</p><p><b>{t("dossier.objective")}.</b> <bdi>{dossier.objective || open}</bdi></p></>)}
      {part("four-cs", (
        <dl class="dossier-pairs">
          {setting.four_cs.map((/** @type {Named} */ { id, name }) => (
            <div key={id}><dt>{name}</dt><dd>{dossier.four_cs[id] || open}</dd></div>
          ))}
        </dl>
      ))}
      {part("graph", (
        <>
          {palette.length > 0 && (
            <div class="designer dossier-map">
              <Canvas setting={drawn} design={design} lit={null} onPoint={() => {}} readOnly t={own} />
              <TieList
                setting={drawn}
                design={design}
                level={headingLevel + 1}
                lit={null}
                onPoint={() => {}}
                onEdit={null}
                onRemove={null}
                t={own}
              />
            </div>
          )}
          <p><b>{t("dossier.voices")}.</b> <bdi>{actorsInWords(dossier, dossier.voices, t)}</bdi></p>
        </>
      ))}
      {part("clash", <p>{t("dossier.clash-in-words", { a: a || open, b: b || open, fix: fix || open })}</p>)}
      {part("cards", <CardTable setting={setting} dossier={dossier} t={t} />)}
      {part("round-table", (
        <dl class="dossier-answers">
          {setting.round_table.map((/** @type {{id: string, question: string}} */ { id, question }, /** @type {number} */ index) => (
            <div key={id}><dt>{index + 1}. {question}</dt><dd>{dossier.rt[id] || open}</dd></div>
          ))}
        </dl>
      ))}
      {part("evidence", (
        <ul>
          {dossier.evidence.map((citation, index) => <li key={index}>{citationInWords(citation, exercise, t)}</li>)}
          {dossier.evidence.length === 0 && <li>{open}</li>}
        </ul>
      ))}
      {part("seeds", (
        <p>{seeds.map((/** @type {Named} */ { name }) => name).join(t("head.outcome.separator")) || open}</p>
      ))}
      {part("risks", (
        <ul>
          {dossier.risks.map((risk, index) => <li key={index}>{riskInWords(risk, t)}</li>)}
          {dossier.risks.length === 0 && <li>{open}</li>}
        </ul>
      ))}
      {withGuide && part("peers", <PeerGuide guide={setting.peer_guide} t={t} />)}
    </div>
  );
}

/** @param {{setting: Record<string, any>, dossier: Dossier, t: Translate}} props */
function CardTable({ setting, dossier, t }) {
  const vocabulary = vocabularyOf(setting, dossier);
  if (dossier.cards.length === 0) return <p>{t("cards.none")}</p>;
  return (
    <ol class="dossier-cards">
      {dossier.cards.map((card, index) => (
        <li key={index}>
          <b>{areaInWords(card, vocabulary, t)}</b>{" "}
          {nameOf(vocabulary.actors, card.lead) || t("cards.open-lead")} · {partnersInWords(card, vocabulary, t)} · {spanInWords(card, t)}
          {card.indicator && ` · ${card.indicator}`}
        </li>
      ))}
    </ol>
  );
}
