"""What the tests of every rubric share: the second opinions, found by folder, and answers of every sort."""

import importlib
from functools import cache
from pathlib import Path

from coursekit import all_exercises, find_solution
from coursekit.grading.guessing import Trials
from coursekit.grading.solutions import solution_answers
from tests.course import COURSE

FOLDER = Path(__file__).parent / "opinions"
GRADED = [exercise for exercise in all_exercises() if exercise.criteria]


@cache
def trials():
    return Trials(COURSE)


def opinion(exercise):
    """The module that judges an exercise a second time, from the words of its brief and criteria.

    It has `met(answer, setting)`: the ids of the criteria that an answer meets, written without the CEL of the rubric;
    `EDGES`: name to (answer, ids of the criteria that it does not meet), at limits that need a word;
    `REFUSED`: name to (malformed answer, how the sentence begins that refuses it).
    """
    return importlib.import_module(f"tests.rubrics.opinions.{exercise.id.replace('-', '_')}")


@cache
def solution_of(exercise_id):
    return find_solution(next(exercise for exercise in GRADED if exercise.id == exercise_id))


def published(exercise):
    """Every answer of the solution file: name to answer."""
    solution = solution_of(exercise.id)
    answers = {name: answer for name, answer, _ in solution_answers(solution)}
    answers |= {sound.id: sound.answer for sound in solution.sound}
    return answers | {f"{wrong.id}-{count}": also for wrong in solution.wrong for count, also in enumerate(wrong.also)}
