"""An exercise as plain data: what the grader, the page and a notebook output take."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from coursekit.course import Course
from coursekit.datasets.cases import comparable_cases
from coursekit.exercises.attachments import attachments
from coursekit.exercises.authors_notes import question_without_notes
from coursekit.exercises.models import Exercise, Family, Question, Solution
from coursekit.exercises.reader import kind_schema


class Misconception(msgspec.Struct, frozen=True):
    """How a misconception shows in an answer (a CEL expression over its facts), and what the page then says."""

    id: str
    family: Family
    sign: str
    remark: str


def exercise_data(exercise: Exercise) -> dict[str, Any]:
    """Return an exercise as plain data, with its version."""
    return {**exercise.data, "version": exercise.version}


def working_data(course: Course, exercise: Exercise) -> dict[str, Any]:
    """Return an exercise with what the course adds to it: what one needs to work on it and to grade it.

    A notebook does not store this, because it changes with the datasets.
    """
    return {**exercise_data(exercise), **attachments(course, exercise)}


def page_payload(
    course: Course, exercise: Exercise, solution: Solution | None, reviews: Iterable[Question] = ()
) -> dict[str, Any]:
    """Return what the page needs to run an exercise; the good answers open there after two checks.

    `reviews` are the questions of the bank to which a test sends those who missed an item.
    A kind whose answers are compared with real initiatives says so in the schema of its setting, as `comparesWith`;
    only its pages carry how these are built.
    """
    good = None
    if solution:
        good = {
            name: {"answer": answer.answer, "why": answer.why}
            for name, answer in (("model", solution.model), ("alternative", solution.alternative))
        }
    return {
        **({"initiatives": comparable_cases(course)} if _is_compared(exercise) else {}),
        "exercise": working_data(course, exercise),
        "solution": good,
        "misconceptions": [msgspec.to_builtins(sign) for sign in misconceptions(solution)] if solution else [],
        "reviews": [question_without_notes(question) for question in reviews],
        "course": course.id,
    }


def _is_compared(exercise: Exercise) -> bool:
    schema = kind_schema(exercise.kind, Path("exercises", f"{exercise.id}.yaml"))
    return schema.get("comparesWith") == "initiatives"


def misconceptions(solution: Solution) -> list[Misconception]:
    """List how the wrong answers of a solution show in other answers."""
    return [Misconception(wrong.id, wrong.family, wrong.sign, wrong.remark) for wrong in solution.wrong]
