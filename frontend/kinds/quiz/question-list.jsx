import { isRight } from "./facts.js";
import { QuestionBox, spoken } from "./question-box.jsx";
import { chosenOf } from "./words.js";

/**
 * Questions one after the other, each answered by itself and explained at once. One may try again.
 *
 * A choice counts only when the person presses Check answer, so that arrow keys can wander through the
 * options. The view remembers `drafts` (choices not yet checked) and `first` (right on the first try).
 */

/** @typedef {import("../../types").Question} Question */
/** @typedef {{answers: Record<string, string | string[] | null>}} Answer */
/** @typedef {{drafts?: Record<string, string[]>, first?: Record<string, boolean>}} Memory */

/**
 * @param {object} props
 * @param {string} props.name
 * @param {Question[]} props.questions
 * @param {(question: Question) => any} props.about what stands under a question
 * @param {Answer} props.answer
 * @param {(answer: Answer, said: string) => void} props.onChange
 * @param {Memory} props.memory
 * @param {(memory: Memory) => void} props.onMemory
 * @param {(text: string) => void} props.say
 * @param {boolean} props.readOnly
 * @param {import("../../i18n/messages.js").Translate} props.t
 */
export function QuestionList({ name, questions, about, answer, onChange, memory, onMemory, say, readOnly, t }) {
  const { drafts = {}, first = {} } = memory;
  const check = (/** @type {Question} */ question, /** @type {string[]} */ chosen) => {
    if (chosen.length === 0) return say(t("quiz.choose-first"));
    const { [question.id]: _, ...otherDrafts } = drafts;
    onMemory({ drafts: otherDrafts, first: { [question.id]: isRight(question, chosen), ...first } });
    const answers = { ...answer.answers, [question.id]: question.several ? chosen : chosen[0] };
    onChange({ answers }, spoken(question, chosen, t));
  };
  return (
    <ol class="quiz-questions">
      {questions.map((question, index) => (
        <QuestionBox
          key={question.id}
          name={`${name}-${question.id}`}
          number={index + 1}
          question={question}
          about={about(question)}
          answered={chosenOf(answer, question)}
          draft={Object.hasOwn(drafts, question.id) ? drafts[question.id] : null}
          onDraft={(draft) => onMemory({ drafts: { ...drafts, [question.id]: draft } })}
          onCheck={(chosen) => check(question, chosen)}
          readOnly={readOnly}
          t={t}
        />
      ))}
    </ol>
  );
}
