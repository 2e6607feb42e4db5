import { useState } from "preact/hooks";
import { canRead } from "../../core/index.js";
import { Cards } from "../../boards/cards.jsx";
import { CheckList, Keys } from "../../components/controls.jsx";
import { Heading } from "../../components/heading.jsx";
import { read } from "./answer.js";
import { bringIn, cards as earlierCards, clashes, designs } from "./carry-in.js";
import { CarryIn } from "./carry-in.jsx";
import { Evidence } from "./evidence.jsx";
import { Graph } from "./graph-section.jsx";
import { PeerGuide } from "./peer-guide.jsx";
import { Risks } from "./risks.jsx";
import { RoundTable } from "./round-table.jsx";
import { areasOf, lastQuarter, Sheet } from "./sheet.jsx";
import { vocabularyOf } from "./words.js";
import { Words } from "./words-field.jsx";

/**
 * A dossier: the parts of a partnership in the person's own words, earlier work brought in, and two sheets to print.
 */

/** @typedef {import("./answer.js").Dossier} Dossier */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/** @typedef {{id: string, name: string}} Named */
/** @typedef {(part: Partial<Dossier>, said: string) => void} Change */

/** @type {import("../../storage/storage.js").Earlier} */
const NOTHING = { answer: () => null, answers: () => [], memory: () => ({}), note: () => "" };

/**
 * @param {object} props
 * @param {import("../../types").Exercise} props.exercise
 * @param {any} props.answer
 * @param {(answer: any, said: string) => void} props.onChange
 * @param {boolean} props.readOnly
 * @param {import("../../storage/storage.js").Earlier} [props.earlier]
 * @param {number} props.headingLevel
 * @param {Translate} props.t
 */
export function View({ exercise, answer, onChange, readOnly, earlier = NOTHING, headingLevel, t }) {
  const dossier = read(answer, exercise);
  if (readOnly) return <Sheet exercise={exercise} dossier={dossier} headingLevel={headingLevel} withGuide={false} t={t} />;
  return (
    <div class="dossier">
      <Form
        exercise={exercise} dossier={dossier} earlier={earlier} headingLevel={headingLevel}
        onWhole={onChange} onChange={(part, said) => onChange({ ...dossier, ...part }, said)} t={t}
      />
      <div class="dossier-printed" aria-hidden="true">
        <Sheet exercise={exercise} dossier={dossier} headingLevel={headingLevel} withGuide t={t} />
      </div>
    </div>
  );
}

/**
 * @param {object} props
 * @param {import("../../types").Exercise} props.exercise
 * @param {Dossier} props.dossier
 * @param {import("../../storage/storage.js").Earlier} props.earlier
 * @param {number} props.headingLevel
 * @param {(dossier: Dossier, said: string) => void} props.onWhole
 * @param {Change} props.onChange
 * @param {Translate} props.t
 */
function Form({ exercise, dossier, earlier, headingLevel, onWhole, onChange, t }) {
  const { setting, materials } = exercise;
  const [offers] = useState(() => ({
    designs: designs(setting.earlier.designs, materials, earlier),
    cards: earlierCards(setting.earlier.cards, materials, earlier),
    clashes: clashes(setting.earlier.clash, materials, earlier),
  }));
  const none = (/** @type {string} */ text, /** @type {string[]} */ ids) => {
    const titles = ids.flatMap((id) => materials?.earlier?.[id]?.title ?? []).join(t("list.separator"));
    return titles && t(text, { titles });
  };
  const bring = (/** @type {import("./carry-in.js").Offer} */ offer, /** @type {"add" | "replace"} */ way) => {
    const whole = bringIn(dossier, offer.part, way);
    const fits = canRead(exercise, whole); // earlier work of whatever shape must not make a dossier that never opens again
    if (fits) onWhole(whole, t("dossier.said-brought", { name: offer.name }));
    return fits;
  };
  const section = (/** @type {string} */ id, /** @type {any} */ children) => (
    <section class="dossier-section">
      <Heading level={headingLevel}>{t(`dossier.${id}-heading`)}</Heading>
      <p class="exercise-muted">{t(`dossier.${id}-help`)}</p>
      {children}
    </section>
  );
  const text = { lengths: setting.lengths, t };
  return (
    <div class="dossier-form">
      <p class="dossier-care">{t("dossier.care")}</p>
      {section("case", (
        <>
          <Words
            {...text}
            field="problem"
            label={t("dossier.problem")}
            rows={5}
            value={dossier.problem}
            onChange={(problem, said) => onChange({ problem }, said)}
          />
          <Words
            {...text}
            field="objective"
            label={t("dossier.objective")}
            rows={2}
            value={dossier.objective}
            onChange={(objective, said) => onChange({ objective }, said)}
          />
        </>
      ))}
      {section("four-cs", setting.four_cs.map((/** @type {Named & {question: string}} */ { id, name, question }) => (
        <Words
          {...text} key={id} field="four_cs" label={`${name}. ${question}`} rows={2} value={dossier.four_cs[id] ?? ""}
          onChange={(sentence, said) => onChange({ four_cs: { ...dossier.four_cs, [id]: sentence } }, said)}
        />
      )))}
      {section("graph", (
        <>
          <CarryIn
            offers={offers.designs} none={none("dossier.none-drawn", setting.earlier.designs)}
            isEmpty={dossier.new_actors.length === 0} canAdd onBring={bring} t={t}
          />
          <Graph setting={setting} dossier={dossier} onChange={onChange} headingLevel={headingLevel + 1} t={t} />
        </>
      ))}
      {section("clash", (
        <>
          <CarryIn
            offers={offers.clashes} none={none("dossier.none-earlier", [setting.earlier.clash])}
            isEmpty={!Object.values(dossier.clash).some((part) => part.trim())} canAdd={false} onBring={bring} t={t}
          />
          {/** @type {("a" | "b" | "fix")[]} */ (["a", "b", "fix"]).map((part) => (
            <Words
              {...text} key={part} field={part === "fix" ? "fix" : ""} label={t(`dossier.clash-${part}`)}
              rows={part === "fix" ? 2 : 1} value={dossier.clash[part]}
              onChange={(words, said) => onChange({ clash: { ...dossier.clash, [part]: words } }, said)}
            />
          ))}
        </>
      ))}
      {section("cards", (
        <>
          <CarryIn
            offers={offers.cards} none={none("dossier.none-earlier", [setting.earlier.cards])}
            isEmpty={dossier.cards.length === 0} canAdd onBring={bring} t={t}
          />
          <Cards
            cards={dossier.cards} vocabulary={vocabularyOf(setting, dossier)} rows={areasOf(setting, dossier)} inOwnWords
            quarters={lastQuarter(setting, dossier)} label={t("dossier.board")} headingLevel={headingLevel + 1}
            onChange={(cards, said) => onChange({ cards }, said)} t={t}
          />
        </>
      ))}
      {section("round-table", (
        <RoundTable setting={setting} answers={dossier.rt} earlier={earlier} onChange={(rt, said) => onChange({ rt }, said)} t={t} />
      ))}
      {section("evidence", (
        <Evidence exercise={exercise} evidence={dossier.evidence} onChange={(evidence, said) => onChange({ evidence }, said)} t={t} />
      ))}
      {section("seeds", (
        <CheckList
          label={t("dossier.seeds-ask")} value={dossier.seeds} options={setting.seeds}
          onChange={(seeds) => onChange({ seeds }, t("dossier.said-seeds", { count: seeds.length }))}
        />
      ))}
      {section("risks", (
        <Risks lengths={setting.lengths} risks={dossier.risks} onChange={(risks, said) => onChange({ risks }, said)} t={t} />
      ))}
      {section("peers", <PeerGuide guide={setting.peer_guide} t={t} />)}
      <Keys keys={["move", "stretch", "pick", "remove"]} prefix="quarters.keys" t={t} />
    </div>
  );
}
