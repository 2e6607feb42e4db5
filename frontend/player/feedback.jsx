import { pointsToPass } from "../core/index.js";
import { Heading } from "../components/heading.jsx";
import { Icon } from "../components/icons.jsx";

/**
 * What the last check found: first who is in danger, then that everything was taken at once, then what was met, and at
 * most three criteria that were not, and why.
 */

/** @typedef {import("../types").GradedCriterion} GradedCriterion */

/** Misconceptions that make the rest of the feedback idle: it begins with them. */
const FIRST = ["harm", "everything", "nothing-but", "one-value"];

/** More than two remarks at once would drown the criteria. */
const MAX_REMARKS = 2;

/** More than three at once would be a list to work off instead of a next step. */
const MAX_UNMET = 3;

/**
 * @param {object} props
 * @param {import("../types").Payload} props.payload
 * @param {import("./session.js").State} props.state
 * @param {boolean} props.isUnseen whether it is only made ready, see rehearsal.js
 * @param {number} props.level of the heading
 * @param {{current: any}} [props.headingRef] gets the focus after a check
 * @param {import("../i18n/messages.js").Translate} props.t
 */
export function Feedback({ payload, state, isUnseen, level, headingRef, t }) {
  const { exercise, misconceptions = [] } = payload;
  const { result, before } = state.saved;
  if (!result) return null;
  const met = result.criteria.filter((criterion) => criterion.met);
  const unmet = byNeed(exercise, result.criteria.filter((criterion) => !criterion.met));
  const isNew = (/** @type {GradedCriterion} */ { id }) => before !== null && !before.includes(id);
  const isLost = (/** @type {GradedCriterion} */ { id }) => before !== null && before.includes(id);
  const unsafe = unmet.filter(({ id }) => askedFor(exercise, { id }).safety);
  const rest = unmet.filter((criterion) => !unsafe.includes(criterion));
  const shown = byFamily(misconceptions.filter(({ id }) => state.saved.shows.includes(id))).slice(0, MAX_REMARKS);
  const first = shown.filter(({ family }) => FIRST.includes(family));
  const lostLater = rest.slice(MAX_UNMET).filter(isLost);
  const verdict = result.passed ? "passed" : "not-yet";
  return (
    <section
      class={`exercise-feedback is-${verdict} ${isUnseen ? "is-unseen" : ""}`} aria-labelledby={`${exercise.id}-feedback`}
      aria-hidden={isUnseen || undefined}
    >
      {state.stale && <p class="exercise-note">{t("feedback.stale")}</p>}
      <Heading level={level} id={`${exercise.id}-feedback`} ref={headingRef} tabIndex={-1} class="exercise-verdict">
        <Icon name={result.passed ? "check" : "half"} />
        {t(headingOf(exercise, result))}
      </Heading>
      {unsafe.length > 0 && (
        <ul class="exercise-unsafe">
          {unsafe.map((criterion) => (
            <Unmet
              key={criterion.id} criterion={criterion} asked={askedFor(exercise, criterion)}
              lost={isLost(criterion)} isUnseen={isUnseen} t={t}
            />
          ))}
        </ul>
      )}
      {first.map((remark) => <Remark key={remark.id} remark={remark.remark} t={t} />)}
      <p class="exercise-score">
        <strong>{t("feedback.points", { points: result.points, count: result.max_points })}</strong>{" "}
        {t(`feedback.kind.${verdict}`, { needed: pointsToPass(result.max_points) })}
      </p>
      {before && <p class="exercise-since">{sinceLast(met.filter(isNew).length, unmet.filter(isLost).length, t)}</p>}
      {shown.filter((remark) => !first.includes(remark)).map(({ id, remark }) => <Remark key={id} remark={remark} t={t} />)}
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
      {rest.length > 0 && <Heading level={level + 1}>{t("feedback.unmet", { count: rest.length })}</Heading>}
      <ol class="exercise-unmet">
        {rest.slice(0, MAX_UNMET).map((criterion) => (
          <Unmet
            key={criterion.id} criterion={criterion} asked={askedFor(exercise, criterion)}
            lost={isLost(criterion)} isUnseen={isUnseen} t={t}
          />
        ))}
      </ol>
      {rest.length > MAX_UNMET && <p class="exercise-muted">{t("feedback.more", { count: rest.length - MAX_UNMET })}</p>}
      {lostLater.map((criterion) => (
        <p class="exercise-muted" key={criterion.id}>
          <em class="exercise-mark">{t("feedback.lost")}</em> {criterion.message}
        </p>
      ))}
    </section>
  );
}

/** @param {{remark: string, t: import("../i18n/messages.js").Translate}} props */
function Remark({ remark, t }) {
  return (
    <div class="exercise-remark">
      <p><strong>{t("feedback.remark")}</strong> <bdi>{remark}</bdi></p>
    </div>
  );
}

/**
 * @param {import("../types").Exercise} exercise
 * @param {import("../types").Grade} result
 * @returns {string} the id of a text
 */
function headingOf(exercise, { passed, points, criteria }) {
  if (criteria.some((criterion) => !criterion.met && askedFor(exercise, criterion).safety)) return "feedback.heading.unsafe";
  return `feedback.heading.${passed ? "passed" : points > 0 ? "not-yet" : "nothing-yet"}`;
}

/**
 * In Jupyter a source has no address, and Python grades with its mere reference.
 * @param {object} props
 * @param {GradedCriterion} props.criterion
 * @param {{points: number, gate: boolean, safety?: boolean, source?: import("../types").Source}} props.asked
 * @param {boolean} props.lost
 * @param {boolean} props.isUnseen
 * @param {import("../i18n/messages.js").Translate} props.t
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
 * @param {import("../i18n/messages.js").Translate} t
 */
function sinceLast(gained, lost, t) {
  if (gained + lost === 0) return t("feedback.same");
  const changes = [gained && t("feedback.gained-count", { count: gained }), lost && t("feedback.lost-count", { count: lost })];
  return t("feedback.since", { changes: changes.filter(Boolean).join(t("list.separator")) });
}

/**
 * @param {import("../types").Exercise} exercise
 * @param {Pick<GradedCriterion, "id">} criterion
 */
function askedFor(exercise, { id }) {
  return exercise.criteria.find((criterion) => criterion.id === id) ?? { points: 0, gate: false, safety: false };
}

/**
 * What is needed first, then the highest points; the rubric's order among equals.
 * @param {import("../types").Exercise} exercise
 * @param {GradedCriterion[]} criteria
 */
function byNeed(exercise, criteria) {
  const weight = (/** @type {GradedCriterion} */ criterion) => {
    const { gate, points } = askedFor(exercise, criterion);
    return (gate ? 100 : 0) + points;
  };
  return [...criteria].sort((one, other) => weight(other) - weight(one));
}

/**
 * Those with which the feedback begins come first, in the order of FIRST.
 * @param {import("../types").Misconception[]} misconceptions
 */
function byFamily(misconceptions) {
  const rank = (/** @type {import("../types").Misconception} */ { family }) =>
    FIRST.includes(family) ? FIRST.indexOf(family) : FIRST.length;
  return [...misconceptions].sort((one, other) => rank(one) - rank(other));
}

/**
 * The same in one sentence, for the live region.
 * @param {import("../types").Exercise} exercise
 * @param {import("../types").Grade} result
 * @param {import("../i18n/messages.js").Translate} t
 */
export function announcement(exercise, result, t) {
  const met = result.criteria.filter((criterion) => criterion.met).length;
  return [
    t(headingOf(exercise, result)),
    t("feedback.points", { points: result.points, count: result.max_points }),
    t("feedback.count", { met, count: result.criteria.length }),
  ].join(" ");
}
