import { useRef, useState } from "preact/hooks";
import { Keys, Select } from "../../components/controls.jsx";
import { useFocusSoon } from "../../components/focus.js";
import { Heading } from "../../components/heading.jsx";
import { Modes } from "../../components/modes.jsx";
import { mark, mend, pairsThat, screenWith, valueOf } from "./changes.js";
import { pairsOf } from "./facts.js";
import { Desk, Matrix, PairList, PolicyCard } from "./matrix.jsx";
import { Screening } from "./screening.jsx";
import { describe, fixInWords, markedInWords, pairInWords, policyName, screenInWords } from "./words.js";

/**
 * The coherence matrix: pairs of policies that support or hinder each other, what would let both work, and a screening
 * of each. Pairs can be marked in two equal ways, matrix and list.
 */

/** @typedef {import("./facts.js").Coherence} Coherence */
/** @typedef {import("../../i18n/messages.js").Translate} Translate */
/**
 * @typedef {object} ViewProps
 * @property {import("../../types").Exercise} exercise
 * @property {Coherence} answer
 * @property {(answer: Coherence, said: string) => void} onChange with what was done, in words
 * @property {boolean} readOnly
 * @property {Record<string, any>} [memory] `mode`: "matrix" or "list"
 * @property {(memory: Record<string, any>) => void} [onMemory]
 * @property {number} headingLevel
 * @property {Translate} t
 */

/** @param {ViewProps} props */
export function View(props) {
  const { exercise, answer, readOnly, t } = props;
  if (!readOnly) return <Workbench {...props} />;
  return (
    <div class="coherence-matrix">
      <Matrix policies={exercise.setting.policies} answer={answer} t={t} />
      <ul class="coherence-matrix-said">{describe(exercise, answer, t).map((line) => <li key={line}>{line}</li>)}</ul>
    </div>
  );
}

/** @param {ViewProps} props */
function Workbench({ exercise: { setting }, answer, onChange, memory = {}, onMemory, headingLevel, t }) {
  const { policies } = setting;
  const mode = memory.mode === "list" ? "list" : "matrix";
  const view = useRef(/** @type {HTMLDivElement | null} */ (null));
  const [open, setOpen] = useState(/** @type {string | null} */ (null));
  const focusSoon = useFocusSoon(view);
  const pairs = pairsOf(policies.map((/** @type {{id: string}} */ { id }) => id));
  const desk = pairs.find(({ key }) => key === open);

  const openPair = (/** @type {string} */ key) => {
    setOpen(key);
    focusSoon(".coherence-matrix-desk input:checked");
  };
  const close = () => {
    setOpen(null);
    focusSoon(`[data-pair="${open}"]`);
  };
  const markPair = (/** @type {string} */ key, /** @type {string} */ relation) => {
    const pair = /** @type {typeof pairs[0]} */ (pairs.find((each) => each.key === key));
    onChange(mark(answer, key, relation), pairInWords(policies, pair, relation, t));
  };
  const screen = (/** @type {string} */ policy, /** @type {Partial<import("./facts.js").Screen>} */ change) => {
    const next = screenWith(answer, policy, change);
    const words = { policy: policyName(policies, policy, t), screen: screenInWords(setting, next, policy, t) };
    onChange(next, t("coherence-matrix.policy-screened", words));
  };

  return (
    <div class="coherence-matrix is-live" ref={view}>
      <div class="coherence-matrix-policies">
        {policies.map((/** @type {import("./changes.js").Policy} */ policy) => <PolicyCard key={policy.id} policy={policy} t={t} />)}
      </div>
      <Heading level={headingLevel}>{t("coherence-matrix.pairs")}</Heading>
      <Modes modes={["matrix", "list"]} mode={mode} onMode={(wanted) => onMemory?.({ mode: wanted })} t={t} />
      {setting.most && <p class="exercise-muted">{markedInWords(setting, answer, t)}</p>}
      {mode === "list" ? <PairList policies={policies} answer={answer} onMark={markPair} t={t} /> : (
        <div class="coherence-matrix-bench">
          <Matrix policies={policies} answer={answer} open={open} onOpen={openPair} t={t} />
          {desk ? (
            <Desk
              policies={policies} answer={answer} pair={desk} onMark={(relation) => markPair(desk.key, relation)} onClose={close}
              onNext={() => openPair(pairs[(pairs.indexOf(desk) + 1) % pairs.length].key)} t={t}
            />
          ) : <p class="exercise-muted">{t("coherence-matrix.prompt")}</p>}
        </div>
      )}
      <Heading level={headingLevel}>{t("coherence-matrix.fixes")}</Heading>
      <Fixes setting={setting} answer={answer} onChange={onChange} t={t} />
      <Heading level={headingLevel}>{t("coherence-matrix.screening")}</Heading>
      <Screening setting={setting} answer={answer} onScreen={screen} t={t} />
      <Keys keys={["move", "open", "mark", "close", "fold", "list"]} prefix="coherence-matrix.keys" t={t} />
    </div>
  );
}

/**
 * A choice of fixes for each pair in conflict.
 * @param {{setting: Record<string, any>, answer: Coherence, onChange: (answer: Coherence, said: string) => void, t: Translate}} props
 */
function Fixes({ setting, answer, onChange, t }) {
  const conflicts = pairsThat(setting.policies, answer, "conflicts");
  if (conflicts.length === 0) return <p class="exercise-muted">{t("coherence-matrix.no-conflicts")}</p>;
  return (
    <div class="coherence-matrix-fixes">
      {conflicts.map(({ one, other, key }) => {
        const [first, second] = [one, other].map((id) => policyName(setting.policies, id, t));
        return (
          <Select
            key={key} label={t("coherence-matrix.both", { one: first, other: second })} value={valueOf(answer.fixes, key) ?? ""}
            open={t("list.choose")} options={setting.fixes}
            onChange={(fix) => {
              const next = mend(answer, key, fix || null);
              const both = t("coherence-matrix.both", { one: first, other: second });
              onChange(next, t("coherence-matrix.said-fix", { pair: both, fix: fixInWords(setting, next, key, t) }));
            }}
          />
        );
      })}
    </div>
  );
}
