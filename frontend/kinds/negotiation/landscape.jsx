import { Heading } from "../../components/heading.jsx";
import { counts, spotOf, spots } from "./landscape.js";

/**
 * The landscape after play: every package as a dot, the corner that all would sign, one's own package in it, and what
 * there is to talk about.
 */

/** @typedef {import("./facts.js").Setting} Setting */
/** @typedef {import("./landscape.js").Spot} Spot */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/** @typedef {{left: number, right: number, low: number, high: number}} Range what part of the landscape a picture shows */

/** Both pictures are drawn on sheets of this size, which a phone shows at their own size. */
const WIDTH = 340;
const HEIGHT = 210;
const EDGE = 16;
/** How far the enlarged corner reaches beyond the packages that all would sign. */
const MARGIN = { joint: 4, worst: 2 };
const DIAMOND = "M0 -6L6 0L0 6L-6 0Z";
const CROSS = "M-9 0H-3M3 0H9M0 -9V-3M0 3V9";

/**
 * @param {object} props
 * @param {Setting} props.setting
 * @param {import("./facts.js").Package} props.choice
 * @param {number} props.level of the heading
 * @param {Translate} props.t
 */
export function Landscape({ setting, choice, level, t }) {
  const all = spots(setting);
  const own = spotOf(setting, choice, all);
  if (!own) return null;
  const number = counts(all);
  const signed = all.filter((spot) => spot.signed);
  const corner = rangeOf(signed, MARGIN.joint, MARGIN.worst);
  return (
    <section class="negotiation-landscape">
      <Heading level={level}>{t("negotiation.landscape")}</Heading>
      <p>{t("negotiation.landscape-counts", number)}</p>
      <p><strong>{ownInWords(own, t)}</strong></p>
      <div class="negotiation-pictures">
        <figure>
          <figcaption>{t("negotiation.all-title")}</figcaption>
          <Picture all={all} own={own} range={rangeOf(all, 2, 2)} corner={corner} words={t("negotiation.all-alt", number)} t={t} />
        </figure>
        <figure>
          <figcaption>{t("negotiation.corner-title")}</figcaption>
          <Picture all={all} own={own} range={corner} words={t("negotiation.corner-alt", number)} t={t} />
        </figure>
      </div>
      <Key t={t} />
      <Table setting={setting} signed={signed} own={own} t={t} />
      {setting.debrief.length > 0 && (
        <>
          <Heading level={level + 1}>{t("negotiation.debrief")}</Heading>
          <ul class="negotiation-debrief">{setting.debrief.map((question) => <li key={question}>{question}</li>)}</ul>
        </>
      )}
    </section>
  );
}

/** @param {Spot} own @param {Translate} t */
function ownInWords({ joint, worst, signed, breaches, tight }, t) {
  return [
    signed ? t("negotiation.yours-signed", { joint, worst }) : t("negotiation.yours-refused", { short: -worst }),
    breaches && t("negotiation.yours-breaches"),
    t(tight ? "negotiation.yours-tight" : "negotiation.yours-wastes"),
  ].filter(Boolean).join(" ");
}

/** @param {Spot[]} some @param {number} across @param {number} up @returns {Range} */
function rangeOf(some, across, up) {
  const [joint, worst] = [some.map((spot) => spot.joint), some.map((spot) => spot.worst)];
  return {
    left: Math.min(...joint) - across,
    right: Math.max(...joint) + across,
    low: Math.min(...worst) - up,
    high: Math.max(...worst) + up,
  };
}

/**
 * @param {object} props
 * @param {Spot[]} props.all
 * @param {Spot} props.own
 * @param {Range} props.range
 * @param {Range} [props.corner] framed, where it is enlarged elsewhere
 * @param {string} props.words
 * @param {Translate} props.t
 */
function Picture({ all, own, range, corner, words, t }) {
  const { left, right, low, high } = range;
  const x = (/** @type {number} */ joint) => EDGE + ((joint - left) / (right - left)) * (WIDTH - 2 * EDGE);
  const y = (/** @type {number} */ worst) => HEIGHT - EDGE - ((worst - low) / (high - low)) * (HEIGHT - 2 * EDGE);
  const inside = all.filter(({ joint, worst }) => joint >= left && joint <= right && worst >= low && worst <= high);
  const side = x(own.joint) < WIDTH / 2 ? 1 : -1;
  const refused = inside.filter(({ signed }) => !signed).map(({ joint, worst }) => `M${round(x(joint))} ${round(y(worst))}h0`).join("");
  return (
    <svg class="negotiation-picture" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words}>
      <line class="negotiation-line" x1={EDGE} x2={WIDTH - EDGE} y1={y(0)} y2={y(0)} />
      {corner && <text x={EDGE} y={y(0) - 5}>{t("negotiation.axis-line")}</text>}
      <text x={WIDTH - EDGE} y={HEIGHT - 3} text-anchor="end">{t("negotiation.axis-joint")}</text>
      <text x={EDGE} y={11}>{t("negotiation.axis-worst")}</text>
      <path class="negotiation-refused" d={refused} />
      {corner && (
        <rect
          class="negotiation-frame"
          x={x(corner.left)}
          y={y(corner.high)}
          width={x(corner.right) - x(corner.left)}
          height={y(corner.low) - y(corner.high)}
          rx="3"
        />
      )}
      {inside.filter(({ signed }) => signed).map((spot, index) => (
        <g key={index} transform={`translate(${round(x(spot.joint))} ${round(y(spot.worst))})${corner ? " scale(0.5)" : ""}`}>
          <Mark spot={spot} />
        </g>
      ))}
      {inside.includes(own) && (
        <g class="negotiation-own" transform={`translate(${round(x(own.joint))} ${round(y(own.worst))})`}>
          <path d={CROSS} />
          <text class="negotiation-backed" x={side * 13} y="4" text-anchor={side > 0 ? "start" : "end"}>{t("negotiation.key-yours")}</text>
        </g>
      )}
    </svg>
  );
}

/**
 * A package that all would sign: a diamond where nothing is wasted, else a dot; a ring around it where a floor is broken.
 * @param {{spot: Pick<Spot, "tight" | "breaches">}} props
 */
function Mark({ spot: { tight, breaches } }) {
  return (
    <>
      {tight ? <path class="negotiation-tight" d={DIAMOND} /> : <circle class="negotiation-signed" r="4" />}
      {breaches && <circle class="negotiation-ring" r="9" />}
    </>
  );
}

/** @param {number} number */
const round = (number) => Math.round(number * 10) / 10;

/** @param {{t: Translate}} props */
function Key({ t }) {
  const samples = {
    refused: <path class="negotiation-refused" d="M0 0h0" />,
    signed: <Mark spot={{ tight: false, breaches: false }} />,
    tight: <Mark spot={{ tight: true, breaches: false }} />,
    breaches: <circle class="negotiation-ring" r="9" />,
    yours: <g class="negotiation-own"><path d={CROSS} /></g>,
  };
  return (
    <ul class="negotiation-key">
      {Object.entries(samples).map(([id, sample]) => (
        <li key={id}><svg viewBox="-11 -11 22 22" aria-hidden="true">{sample}</svg> {t(`negotiation.key-${id}`)}</li>
      ))}
    </ul>
  );
}

/**
 * @param {{setting: Setting, signed: Spot[], own: Spot, t: Translate}} props
 */
function Table({ setting, signed, own, t }) {
  const best = [...signed].sort((one, other) => Number(one.breaches) - Number(other.breaches) || other.joint - one.joint);
  const about = (/** @type {Spot} */ spot) => [
    spot === own && t("negotiation.key-yours"), spot.breaches && t("negotiation.key-breaches"), spot.tight && t("negotiation.key-tight"),
  ].filter(Boolean).join(t("list.separator"));
  return (
    <details class="negotiation-table">
      <summary>{t("negotiation.table", { count: signed.length })}</summary>
      <div class="negotiation-scroll" role="region" aria-label={t("negotiation.table", { count: signed.length })} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {setting.issues.map(({ id, name }) => <th key={id} scope="col">{name}</th>)}
              {["joint", "worst", "about"].map((id) => <th key={id} scope="col">{t(`negotiation.table-${id}`)}</th>)}
            </tr>
          </thead>
          <tbody>
            {best.map((spot, index) => (
              <tr key={index} class={spot === own ? "is-own" : ""}>
                {setting.issues.map(({ id }) => <td key={id}>{spot.choice[id]}</td>)}
                <td>{spot.joint}</td><td>{spot.worst}</td><td>{about(spot)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
