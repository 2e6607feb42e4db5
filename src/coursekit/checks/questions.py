"""Rules that the questions of quizzes keep: each is fair, names its mistakes, and most of them ask for use."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from coursekit.checks.problem import Problem, Rule
from coursekit.exercises.models import Exercise, Question

NOT_ONE_RIGHT = Rule(
    "not-one-right",
    "question {question}",
    "{count} options are right, but one can be chosen.",
    "Leave one right.",
)
NOT_SEVERAL_RIGHT = Rule(
    "not-several-right",
    "question {question}",
    "{count} options are right, though the question asks for several.",
    "Make at least two right, or ask for one.",
)
NONE_WRONG = Rule(
    "none-wrong",
    "question {question}",
    "every option is right, so nothing is asked.",
    "Make at least one wrong.",
)
NO_MISTAKE = Rule(
    "no-mistake",
    "question {question}, option {option}",
    "it is wrong and names no mistake.",
    "Say under mistake what people get wrong who choose it, or write an option that somebody would choose.",
)
IDLE_MISTAKE = Rule(
    "idle-mistake",
    "question {question}, option {option}",
    "it is right and names a mistake.",
    "Take the mistake out.",
)
TOO_MUCH_RECALL = Rule(
    "too-much-recall",
    "questions",
    "{recall} of {count} ask what a source says ({numbers}), but at most {most} may.",
    "Ask some of them for use: a case, a choice, a consequence.",
)
ALL_ALIKE = Rule(
    "all-alike",
    "questions",
    "{alike} of the {count} with several right options have {right} right of {options}: one can guess by the number.",
    "Vary it: at most half may be alike.",
)

BANK = "exercises/quizzes"
"""Where the questions of all quizzes stand."""
MOST_RECALL = 1 / 4
"""The share of a course's questions that may ask what a source says; the others ask for use."""
MOST_ALIKE = 1 / 2
"""The share of the questions with several right options in which as many of as many options may be right."""


def check_question(file: str, question: Question) -> Iterator[Problem]:
    """Check that as many options are right as are asked for, and that each wrong one names a mistake."""
    right = [option["correct"] for option in question["options"]].count(True)
    place = {"file": file, "question": question["id"], "count": right or "no"}
    if not question["several"] and right != 1:
        yield NOT_ONE_RIGHT.format(**place)
    if question["several"] and right < 2:  # noqa: PLR2004 (what "several" means)
        yield NOT_SEVERAL_RIGHT.format(**place)
    if question["several"] and right == len(question["options"]):
        yield NONE_WRONG.format(**place)
    for option in question["options"]:
        yield from _mistake(file, question, option)


def _mistake(file: str, question: Question, option: Mapping[str, Any]) -> Iterator[Problem]:
    place = {"file": file, "question": question["id"], "option": option["id"]}
    if not option["correct"] and "mistake" not in option:
        yield NO_MISTAKE.format(**place)
    if option["correct"] and "mistake" in option:
        yield IDLE_MISTAKE.format(**place)


def check_bank(exercises: Iterable[Exercise]) -> Iterator[Problem]:
    """Check all questions of a course together: most ask for use, and several right options are not always as many."""
    questions = [
        question for exercise in exercises if exercise.kind == "quiz" for question in exercise.setting["questions"]
    ]
    recall = [question["id"] for question in questions if question["asks"] == "recall"]
    most = int(len(questions) * MOST_RECALL)
    if len(recall) > most:
        place = {"recall": len(recall), "count": len(questions), "numbers": ", ".join(recall), "most": most}
        yield TOO_MUCH_RECALL.format(BANK, **place)
    yield from _alike(questions)


def _alike(questions: Iterable[Question]) -> Iterator[Problem]:
    shapes = Counter(
        (sum(option["correct"] for option in question["options"]), len(question["options"]))
        for question in questions
        if question["several"]
    )
    if shapes.total() < 2:  # noqa: PLR2004 (one alone is like no other)
        return
    (right, options), alike = shapes.most_common(1)[0]
    if alike > shapes.total() * MOST_ALIKE:
        yield ALL_ALIKE.format(BANK, alike=alike, count=shapes.total(), right=right, options=options)
