"""One contract for all rubrics: what a fair teacher may expect of each, whoever writes the next exercise."""

import pytest
from hypothesis import given, settings

from coursekit import grade
from coursekit.checks.rubrics import check_rubric
from coursekit.grading.grader import shared_grader
from coursekit.grading.guessing import MAX_GUESSED
from tests.course import COURSE
from tests.rubrics.contract import FOLDER, GRADED, opinion, published, solution_of, trials
from tests.unit.any_answers import refusal, unmet
from tests.unit.second_opinion import check_grade, check_survives, strange_answers

pytestmark = pytest.mark.parametrize("exercise", GRADED, ids=lambda exercise: exercise.id)


def test_it_keeps_what_a_rubric_promises(exercise):
    file = f"exercises/{exercise.id}.yaml"
    assert list(check_rubric(file, exercise, solution_of(exercise.id), shared_grader(COURSE), trials())) == []


def test_guessing_does_not_pass(exercise):
    guesses = trials().guess(exercise)
    assert guesses.refused == 0
    assert guesses.passed <= MAX_GUESSED * guesses.tried, guesses.example


def test_a_second_opinion_agrees_on_every_published_answer(exercise):
    for answer in published(exercise).values():
        _compare(exercise, answer)


def test_a_second_opinion_agrees_near_the_published_answers(exercise):
    for answer in trials().near_answers(exercise, list(published(exercise).values()), seed=1, count=500):
        _compare(exercise, answer)


def test_a_second_opinion_agrees_on_random_answers(exercise):
    for answer in trials().random_answers(exercise, seed=2, count=300):
        _compare(exercise, answer)


def test_the_limits_lie_where_the_words_say(exercise):
    for name, (answer, fails) in getattr(opinion(exercise), "EDGES", {}).items():
        assert unmet(exercise, answer) == set(fails), name


def test_a_malformed_answer_is_refused_with_a_plain_sentence(exercise):
    for name, (answer, sentence) in getattr(opinion(exercise), "REFUSED", {}).items():
        assert refusal(exercise, answer).startswith(sentence), name


def test_any_json_gets_a_grade_or_a_sentence(exercise):
    @settings(deadline=None, max_examples=100, database=None)
    @given(strange_answers(published(exercise)))
    def survives(answer):
        check_survives(exercise, answer)

    survives()


def _compare(exercise, answer):
    gates = {criterion.id for criterion in exercise.criteria if criterion.gate}
    check_grade(exercise, answer, set(opinion(exercise).met(answer, exercise.setting)), gates)


def test_every_answer_that_endangers_people_says_so(exercise):
    safety = {criterion.id for criterion in exercise.criteria if criterion.safety}
    for answer in published(exercise).values():
        if unmet(exercise, answer) & safety:
            assert not grade(exercise, answer)["passed"]


def test_it_has_a_second_opinion(exercise):
    assert (FOLDER / f"{exercise.id.replace('-', '_')}.py").is_file()
