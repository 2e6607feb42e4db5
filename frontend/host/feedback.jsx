import { pointsToPass } from "../core/index.js";
import { Heading } from "./heading.jsx";
import { Icon } from "./icons.jsx";

/**
 * What the last check found: first what was met, then at most three criteria that were not, and why.
 */

/** @typedef {import("../types").GradedCriterion} GradedCriterion */

/** More than three at once would be a list to work off instead of a next step. */
const MOST_UNMET = 3;

/**
 * @param {object} props
 * @param {import("../types").Payload} props.payload
 * @param {import("./session.js").State} props.state
 * @param {boolean} props.isUnseen whether it is only made ready, see rehearsal.js
 * @param {number} props.level of the heading
 * @param {{current: any}} [props.headingRef] gets the focus after a check
 * @param {import("./messages.js").Translate} props.t
 */
export function Feedback({ payload, state, isUnseen, level, headingRef, t }) {
  const { exercise, misconceptions = [] } = payload;
  const { result, before } = state.saved;
  if (!result) return null;
  const met = result.criteria.filter((criterion) => criterion.met);
  const unmet = byPoints(exercise, result.criteria.filter((criterion) => !criterion.met));
  const isNew = (/** @type {GradedCriterion} */ { id }) => before !== null && !before.includes(id);
  const isLost = (/** @type {GradedCriterion} */ { id }) => before !== null && before.includes(id);
  const lostLater = unmet.slice(MOST_UNMET).filter(isLost);
  const remarks = misconceptions.filter(({ id }) => state.saved.shows.includes(id));
  const verdict = result.passed ? "passed" : "not-yet";
  return (
    <section
      class={`exercise-feedback is-${verdict} ${isUnseen ? "is-unseen" : ""}`} aria-labelledby={`${exercise.id}-feedback`}
      aria-hidden={isUnseen || undefined}
    >
      {state.stale && <p class="exercise-note">{t("feedback.stale")}</p>}
      <Heading level={level} id={`${exercise.id}-feedback`} ref={headingRef} tabIndex={-1} class="exercise-verdict">
        <Icon name={result.passed ? "check" : "half"} />
        {t(headingOf(result))}
      </Heading>
      <p class="exercise-score">
        <strong>{t("feedback.points", { points: result.points, count: result.max_points })}</strong>{" "}
        {t(`feedback.kind.${verdict}`, { needed: pointsToPass(result.max_points) })}
      </p>
      {before && <p class="exercise-since">{sinceLast(met.filter(isNew).length, unmet.filter(isLost).length, t)}</p>}
      {remarks.map(({ id, remark }) => (
        <div class="exercise-remark" key={id}>
          <p><strong>{t("feedback.remark")}</strong> <bdi>{remark}</bdi></p>
        </div>
      ))}
      {met.length > 0 && <Heading level={level + 1}>{t("feedback.met", { count: met.length })}</Heading>}
      <ul class="exercise-met">
        {met.map((criterion) => (
          <li key={criterion.id}>
            <Icon name="check" />
            <span>
              {criterion.message} {isNew(criterion) && <em class="exercise-mark">{t("feedback.newly-met")}</em>}
            </span>
          </li>
        ))}
      </ul>
      {unmet.length > 0 && <Heading level={level + 1}>{t("feedback.unmet", { count: unmet.length })}</Heading>}
      <ol class="exercise-unmet">
        {unmet.slice(0, MOST_UNMET).map((criterion) => (
          <Unmet
            key={criterion.id} criterion={criterion} asked={askedFor(exercise, criterion)}
            lost={isLost(criterion)} isUnseen={isUnseen} t={t}
          />
        ))}
      </ol>
      {unmet.length > MOST_UNMET && <p class="exercise-muted">{t("feedback.more", { count: unmet.length - MOST_UNMET })}</p>}
      {lostLater.map((criterion) => (
        <p class="exercise-muted" key={criterion.id}>
          <em class="exercise-mark">{t("feedback.lost")}</em> {criterion.message}
        </p>
      ))}
    </section>
  );
}

/** @param {import("../types").Grade} result @returns {string} the id of a text */
const headingOf = ({ passed, points }) => `feedback.heading.${passed ? "passed" : points > 0 ? "not-yet" : "nothing-yet"}`;

/**
 * In Jupyter a source has no address, and Python grades with its mere reference.
 * @param {object} props
 * @param {GradedCriterion} props.criterion
 * @param {{points: number, gate: boolean, source?: import("../types").Source}} props.asked
 * @param {boolean} props.lost
 * @param {boolean} props.isUnseen
 * @param {import("./messages.js").Translate} props.t
 */
function Unmet({ criterion, asked, lost, isUnseen, t }) {
  const { href, label } = asked.source ?? criterion.source;
  return (
    <li>
      <p>
        {criterion.message} {asked.gate && <em class="exercise-mark is-gate">{t("feedback.gate")}</em>}{" "}
        {lost && <em class="exercise-mark">{t("feedback.lost")}</em>}
      </p>
      <p class="exercise-source">
        {t("feedback.worth", { count: asked.points })} · {href ? <a href={href} tabIndex={isUnseen ? -1 : undefined}>{label}</a> : label}
      </p>
    </li>
  );
}

/**
 * @param {number} gained
 * @param {number} lost
 * @param {import("./messages.js").Translate} t
 */
function sinceLast(gained, lost, t) {
  if (gained + lost === 0) return t("feedback.same");
  const changes = [gained && t("feedback.gained-count", { count: gained }), lost && t("feedback.lost-count", { count: lost })];
  return t("feedback.since", { changes: changes.filter(Boolean).join(t("list.separator")) });
}

/**
 * @param {import("../types").Exercise} exercise
 * @param {GradedCriterion} criterion
 */
function askedFor(exercise, { id }) {
  return exercise.criteria.find((criterion) => criterion.id === id) ?? { points: 0, gate: false };
}

/**
 * Highest points first; the rubric's order among equals.
 * @param {import("../types").Exercise} exercise
 * @param {GradedCriterion[]} criteria
 */
function byPoints(exercise, criteria) {
  return [...criteria].sort((one, other) => askedFor(exercise, other).points - askedFor(exercise, one).points);
}

/**
 * The same in one sentence, for the live region.
 * @param {import("../types").Grade} result
 * @param {import("./messages.js").Translate} t
 */
export function announcement(result, t) {
  const met = result.criteria.filter((criterion) => criterion.met).length;
  return [
    t(headingOf(result)),
    t("feedback.points", { points: result.points, count: result.max_points }),
    t("feedback.count", { met, count: result.criteria.length }),
  ].join(" ");
}
