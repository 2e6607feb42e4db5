"""The bank of questions, and the exercises that are made from it instead of from a file of their own.

Before a chapter one guesses (`guess("Q5.2", "Q5.5")`), later its questions come back (`older_questions(6)`). The id of
such an exercise says what it is made of, so that a page or a check can make it again from the id alone.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from coursekit.course import CourseError
from coursekit.exercises.models import Exercise, Question
from coursekit.exercises.reader import named_exercise
from coursekit.frontend.catalogue import catalogue

RETURNS_AFTER = (1, 3)
"""A question of a chapter comes back one and three chapters later: spaced recall beats massed recall."""

ASKED_AT_ONCE = 2
"""How many older questions one chapter asks, and how many minutes they take."""

_GUESS = re.compile(r"guess(?:-q[0-9]+-[0-9]+)+")
_OLDER = re.compile(r"older-questions-([0-9]+)")


class UnknownQuestionError(CourseError, LookupError):
    """No quiz of the course has this question."""

    template = (
        'There is no question "{number}" in exercises/quizzes. Mend the number, such as Q4.2, or add the question.'
    )

    def __init__(self, number: str) -> None:
        super().__init__(self.template.format(number=number))


class NoOlderQuestionsError(CourseError, LookupError):
    """A chapter before which no chapter has questions."""

    template = (
        "Chapter {chapter} has no older questions: no quiz stands {distances} chapters before it. Leave them out."
    )

    def __init__(self, chapter: int) -> None:
        distances = " or ".join(str(distance) for distance in RETURNS_AFTER)
        super().__init__(self.template.format(chapter=chapter, distances=distances))


class GuessError(CourseError, ValueError):
    """Questions that cannot be guessed together."""

    template = "guess({numbers}): name one question or more, each once, and all of one chapter."

    def __init__(self, numbers: Sequence[str]) -> None:
        super().__init__(self.template.format(numbers=", ".join(f'"{number}"' for number in numbers)))


def question_bank(exercises: Iterable[Exercise]) -> dict[str, tuple[Exercise, Question]]:
    """Return every question by its number, with the quiz that asks it."""
    quizzes = [exercise for exercise in exercises if exercise.kind == "quiz"]
    return {question["id"]: (quiz, question) for quiz in quizzes for question in quiz.setting["questions"]}


def make_guess(numbers: Sequence[str], exercises: Iterable[Exercise]) -> Exercise:
    """Make the guesses before a chapter: questions without their keys. Raises GuessError, UnknownQuestionError."""
    bank = question_bank(exercises)
    for number in numbers:
        if number not in bank:
            raise UnknownQuestionError(number)
    chapters = {bank[number][0].chapter for number in numbers}
    if len(chapters) != 1 or len(set(numbers)) != len(numbers):
        raise GuessError(numbers)
    chapter = chapters.pop()
    return Exercise(
        id="-".join(["guess", *(number.lower().replace(".", "-") for number in numbers)]),
        number=f"G{chapter}",
        kind="guess",
        title=catalogue()["guess.title"],
        chapter=chapter,
        minutes=len(numbers),
        outcomes=(),
        sources=(),
        fictional=False,
        brief=catalogue()["guess.brief"],
        setting={"questions": [_without_key(bank[number][1]) for number in numbers]},
    )


def _without_key(question: Question) -> Question:
    options = [{"id": option["id"], "text": option["text"]} for option in question["options"]]
    return {key: question[key] for key in ("id", "question", "several")} | {"options": options}


def make_older_questions(chapter: int, exercises: Iterable[Exercise]) -> Exercise:
    """Make the older questions of a chapter: all candidates; the page asks two. Raises NoOlderQuestionsError."""
    quizzes = {exercise.chapter: exercise for exercise in exercises if exercise.kind == "quiz"}
    older = [quizzes[chapter - distance] for distance in RETURNS_AFTER if chapter - distance in quizzes]
    if not older:
        raise NoOlderQuestionsError(chapter)
    banks = [_bank(quiz, quizzes, chapter) for quiz in older]
    return Exercise(
        id=f"older-questions-{chapter}",
        number=f"R{chapter}",
        kind="returns",
        title=catalogue()["returns.title"],
        chapter=chapter,
        minutes=ASKED_AT_ONCE,
        outcomes=(),
        sources=(),
        fictional=False,
        brief=catalogue()["returns.brief"],
        setting={"banks": banks, "questions": [question for quiz in older for question in quiz.setting["questions"]]},
    )


def _bank(quiz: Exercise, quizzes: Mapping[int, Exercise], chapter: int) -> dict[str, Any]:
    """Say which questions of a quiz can come back in a chapter, and how many of them."""
    start = sum(_asks(later, quizzes) for later in _returns_of(quiz.chapter) if later < chapter)
    return {
        "chapter": quiz.chapter,
        "quiz": quiz.id,
        "questions": [question["id"] for question in quiz.setting["questions"]],
        "asks": _asks(chapter, quizzes),
        "start": start % len(quiz.setting["questions"]),
        "met": catalogue()["returns.met"].format(chapter=quiz.chapter),
        "unmet": catalogue()["returns.unmet"].format(chapter=quiz.chapter),
    }


def _returns_of(chapter: int) -> list[int]:
    return [chapter + distance for distance in RETURNS_AFTER]


def _asks(chapter: int, quizzes: Mapping[int, Exercise]) -> int:
    return ASKED_AT_ONCE // sum(chapter - distance in quizzes for distance in RETURNS_AFTER)


def resolve_exercise(name: str, exercises: Iterable[Exercise]) -> Exercise:
    """Find an exercise by id or number, or make from the bank the one that its id describes.

    Raises UnknownExerciseError, and what `make_guess` and `make_older_questions` raise.
    """
    exercises = list(exercises)
    if _GUESS.fullmatch(name):
        return make_guess(
            [f"Q{number.replace('-', '.')}" for number in re.findall("q([0-9]+-[0-9]+)", name)], exercises
        )
    if older := _OLDER.fullmatch(name):
        return make_older_questions(int(older[1]), exercises)
    return named_exercise(name, exercises)


def reviewed_questions(exercise: Exercise, exercises: Iterable[Exercise]) -> list[Question]:
    """List the questions to which a test sends those who missed an item. Raises UnknownQuestionError."""
    numbers = [item["review"] for item in exercise.setting.get("items", []) if "review" in item]
    bank = question_bank(exercises) if numbers else {}
    for number in numbers:
        if number not in bank:
            raise UnknownQuestionError(number)
    return [bank[number][1] for number in dict.fromkeys(numbers)]
