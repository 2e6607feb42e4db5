import { useState } from "preact/hooks";
import { useId } from "../../components/unique-id.js";
import { Select } from "../../components/controls.jsx";
import { Heading } from "../../components/heading.jsx";
import { Icon } from "../../components/icons.jsx";
import { problemWith } from "./changes.js";
import { evidenceOf, isSame } from "./facts.js";
import { arrowInWords, nameOf } from "./words.js";

/**
 * The arrows in words, numbered as beside the line; after a check each says how far the sources carry it.
 */

/** @typedef {import("./facts.js").Setting} Setting */
/** @typedef {import("./facts.js").Timeline} Timeline */
/** @typedef {import("./facts.js").DrawnArrow} DrawnArrow */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */

/** Dots out of three: a sign beside the words, never instead of them. */
const STRENGTH = { stated: 3, documented: 2, ground: 1, none: 0 };

/**
 * @param {object} props
 * @param {Setting} props.setting
 * @param {Timeline} props.timeline
 * @param {DrawnArrow[]} props.judged the arrows of the answer that was checked
 * @param {number} props.level of the headings
 * @param {((link: DrawnArrow) => void) | null} props.onDraw null when nothing can be changed
 * @param {((index: number) => void) | null} props.onRub
 * @param {Translate} props.t
 */
export function Arrows({ setting, timeline, judged, level, onDraw, onRub, t }) {
  return (
    <div class="timeline-arrows">
      {onDraw && <DrawForm setting={setting} timeline={timeline} level={level} onDraw={onDraw} t={t} />}
      <Heading level={level} tabIndex={-1} data-arrows-heading>{t("timeline.arrows", { count: timeline.links.length })}</Heading>
      {timeline.links.length === 0 && <p class="exercise-muted">{t("timeline.no-arrows")}</p>}
      <ol>
        {timeline.links.map((link, index) => (
          <li key={index} class="timeline-arrow">
            <b class="timeline-number" aria-hidden="true">{index + 1}</b>
            <span class="timeline-ends">
              <bdi>{nameOf(setting, link.cause, t)}</bdi>{" "}
              <Icon name="arrow" /><span class="exercise-unseen"> {t("timeline.to")} </span>{" "}
              <bdi>{nameOf(setting, link.effect, t)}</bdi>
            </span>
            {onRub && (
              <button
                type="button" class="exercise-button is-quiet" data-rub={index}
                aria-label={t("timeline.remove-label", { number: index + 1, arrow: arrowInWords(setting, link, t) })}
                onClick={() => onRub(index)}
              >
                {t("timeline.remove")}
              </button>
            )}
            {judged.some((other) => isSame(other, link)) && <Evidence setting={setting} link={link} t={t} />}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** @param {{setting: Setting, link: DrawnArrow, t: Translate}} props */
function Evidence({ setting, link, t }) {
  const found = evidenceOf(setting, link);
  const level = found?.level ?? "none";
  return (
    <p class={`timeline-evidence is-${level}`}>
      <span class="timeline-strength" aria-hidden="true">
        {[1, 2, 3].map((dot) => <i key={dot} class={dot <= STRENGTH[level] ? "is-filled" : ""}></i>)}
      </span>
      <span><strong>{t(`timeline.evidence.${level}`)}.</strong> <bdi>{found?.text ?? t("timeline.no-evidence")}</bdi></span>
    </p>
  );
}

const NEW = { cause: "", effect: "" };

/**
 * @param {object} props
 * @param {Setting} props.setting
 * @param {Timeline} props.timeline
 * @param {number} props.level of the heading
 * @param {(link: DrawnArrow) => void} props.onDraw
 * @param {Translate} props.t
 */
function DrawForm({ setting, timeline, level, onDraw, t }) {
  const id = useId();
  const [draft, setDraft] = useState(NEW);
  const [problem, setProblem] = useState("");
  const options = [...new Set(timeline.order)].map((milestone) => ({ id: milestone, name: nameOf(setting, milestone, t) }));
  const valueOf = (/** @type {"cause" | "effect"} */ end) => (timeline.order.includes(draft[end]) ? draft[end] : "");
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const link = { cause: valueOf("cause"), effect: valueOf("effect") };
    const found = problemWith(timeline, link);
    setProblem(found);
    if (found) return;
    onDraw(link);
    setDraft(NEW);
  };
  return (
    <form class="timeline-draw" onSubmit={submit} noValidate>
      <Heading level={level}>{t("timeline.draw-heading")}</Heading>
      <p class="exercise-muted">{t(options.length < 2 ? "timeline.too-few" : "timeline.draw-help")}</p>
      <div class="exercise-selects">
        {/** @type {const} */ (["cause", "effect"]).map((end) => (
          <Select
            key={end} label={t(`timeline.${end}`)} value={valueOf(end)} open={t("list.choose")} options={options}
            onChange={(milestone) => {
              setProblem("");
              setDraft({ ...draft, [end]: milestone });
            }}
          />
        ))}
      </div>
      <button type="submit" class="exercise-button" aria-describedby={`${id}-problem`}>{t("timeline.draw")}</button>
      <p class="exercise-problem" id={`${id}-problem`} role="alert">{problem && t(problem)}</p>
    </form>
  );
}
