"""The longest answers that the grader reads are graded in time, in every exercise."""

import json
import time
from itertools import cycle, islice

import pytest

from coursekit import all_exercises, find_solution
from coursekit.grading.grader import shared_grader
from coursekit.grading.submissions import MAX_LINE_LENGTH
from tests.course import COURSE
from tests.unit.any_answers import refusal

MOST = 500
"""How many entries a list may have: see frontend/core/read.js."""

SECONDS = 2
"""Several times what they take, for a machine that is busy."""

EXERCISES = all_exercises()


def lengthened(value, *, inner):
    """Repeat what is in each list until it is full, with ids of their own; in lists inside of entries too if wanted."""
    if isinstance(value, dict):
        return {key: lengthened(part, inner=inner) for key, part in value.items()}
    if not isinstance(value, list) or not value:
        return value
    entries = islice(cycle(lengthened(part, inner=inner) if inner else part for part in value), MOST)
    return [
        {**part, "id": f"{part['id']}-{n}"} if isinstance(part, dict) and "id" in part else part
        for n, part in enumerate(entries)
    ]


def answers_to(exercise):
    """Good answers, whole and each of their lists by itself, lengthened as far as one line can carry them."""
    solution = find_solution(exercise)
    known = [solution.model.answer, solution.alternative.answer] if solution else []
    for answer in [shared_grader(COURSE).empty_answer(exercise), *known]:
        for inner in (False, True):
            yield lengthened(answer, inner=inner)
            yield from ({**answer, key: lengthened(part, inner=inner)} for key, part in answer.items())


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_the_longest_answers_are_graded_in_time(exercise):
    refusal(exercise, {})  # the exercise is loaded from here on
    for answer in answers_to(exercise):
        if len(json.dumps(answer)) < MAX_LINE_LENGTH:
            start = time.perf_counter()
            sentence = refusal(exercise, answer)
            assert "too long" not in sentence
            assert time.perf_counter() - start < SECONDS
