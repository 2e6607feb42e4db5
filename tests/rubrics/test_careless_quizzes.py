"""Quizzes and the course test: whoever goes by place or length, or ticks every box, does not pass."""

from copy import deepcopy

import msgspec
import pytest

from coursekit import all_exercises, find_exercise, grade
from coursekit.checks.rubrics import check_careless
from coursekit.exercises.question_bank import make_guess, make_older_questions
from coursekit.grading.grader import shared_grader
from tests.course import COURSE
from tests.rubrics.contract import trials

UNWRITTEN = [exercise for exercise in all_exercises() if not exercise.criteria]
"""Exercises whose criteria come from their questions."""
BOTH_QUIZ_AND_TEST = ("Q4", "course-test")


@pytest.mark.parametrize("exercise", UNWRITTEN, ids=lambda exercise: exercise.id)
def test_nobody_passes_without_reading(exercise):
    assert list(check_careless(exercise.id, exercise, shared_grader(COURSE), trials())) == []


@pytest.mark.parametrize("exercise", UNWRITTEN, ids=lambda exercise: exercise.id)
def test_every_careless_answer_and_every_guess_can_be_read(exercise):
    careless = trials().careless_answers(exercise)
    assert careless["everything"]
    assert careless["one-value"]
    for answer in _effortless(exercise):
        grade(exercise, answer)
    assert trials().guess(exercise, count=200).refused == 0


@pytest.mark.parametrize("exercise", UNWRITTEN, ids=lambda exercise: exercise.id)
def test_one_change_after_another_can_reach_every_right_answer(exercise):
    assert trials().climb(exercise, trials().careless_answers(exercise)["nothing"][0]).passed


@pytest.mark.parametrize("name", BOTH_QUIZ_AND_TEST)
def test_right_options_that_all_stand_first_are_found(name):
    exercise = find_exercise(name)
    setting = deepcopy(exercise.setting)
    for question in setting.get("questions", []):
        question["several"] = False
        for place, option in enumerate(question["options"]):
            option["correct"] = place == 0
    for item in setting.get("items", []):
        item["several"] = False
        for form in item["forms"].values():
            for place, option in enumerate(form["options"]):
                option["correct"] = place == 0
    always_first = msgspec.structs.replace(exercise, setting=setting, id=f"{exercise.id}-first")
    found = list(check_careless("x.yaml", always_first, shared_grader(COURSE), trials()))
    assert any(
        str(problem).startswith("x.yaml: questions: one-value, answer 1: it passes with ")
        and str(problem).endswith("Spread the right options over places and lengths.")
        for problem in found
    )


def test_guesses_and_questions_that_come_back_take_careless_answers_too():
    returning = make_older_questions(5, all_exercises())
    guess = make_guess(["Q4.1", "Q4.6"], all_exercises())
    for exercise, asked in ((returning, sum(bank["asks"] for bank in returning.setting["banks"])), (guess, 2)):
        for answer in _effortless(exercise):
            assert len(answer["answers"]) <= asked
            grade(exercise, answer)


def _effortless(exercise):
    for answers in trials().careless_answers(exercise).values():
        yield from answers
    yield from trials().random_answers(exercise, seed=3, count=50)
