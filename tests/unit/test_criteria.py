"""Criteria that do not work: found with their place, never graded as "not met"."""

import pytest

from coursekit import all_exercises, grade
from coursekit.grading.grader import AnswerRefusedError, shared_grader
from tests.course import COURSE
from tests.unit.harbour import EMPTY, HARBOUR, MODEL, unmet, with_criterion

FAULTS = {
    "unknown-variable": ("connectd", "Unknown variable: connectd", "connectd\n         ^"),
    "unknown-field": ("ties.exists(t, t.horizontl)", "No such key: horizontl", f"t.horizontl)\n{' ' * 26}^"),
    "unknown-field-of-a-field": ("ties.exists(t, t.from.country2 == '')", "No such key: country2", "^"),
    "text-and-number": ("convener == 3", "no such overload: string == int", "^"),
    "not-true-or-false": ("ties.size()", "the expression gives int, not true or false", "ties.size()"),
    "half-an-expression": ("connected &&", "Unexpected token: EOF", "^"),
    "empty-list-by-index": ("actors[0].id == ''", "No such key: index out of bounds", "^"),
    "regular-expression": (
        "convener.matches('(a+)+b')",
        "found no matching overload for 'string.matches(string)'",
        "convener.matches('(a+)+b')\n         ^",
    ),
    "regular-expression-deep-inside": (
        "ties.all(t, [1].exists(i, t.purpose.matches('a')))",
        "found no matching overload for 'string.matches(string)'",
        "^",
    ),
    "duration": ("duration('1h') == duration('2h')", "found no matching overload for 'duration(string)'", "^"),
    "clock": (
        "timestamp('2026-01-01T00:00:00Z') == timestamp('')",
        "found no matching overload for 'timestamp(string)'",
        "^",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_criterion_that_does_not_work_is_found_with_its_place(name):
    expression, reason, place = FAULTS[name]
    (fault,) = shared_grader(COURSE).faults(with_criterion(expression))
    assert (fault.criterion, fault.expression) == ("C1", expression)
    assert fault.reason.startswith(reason)
    assert place in fault.place


@pytest.mark.parametrize("name", FAULTS)
def test_a_criterion_that_does_not_work_never_gives_a_grade(name):
    with pytest.raises(AnswerRefusedError, match=r"fault of the course|has a fault"):
        grade(with_criterion(FAULTS[name][0]), EMPTY)


def test_a_criterion_that_does_not_compile_is_told_in_plain_words():
    with pytest.raises(AnswerRefusedError) as caught:
        grade(with_criterion("connected &&"), EMPTY)
    assert str(caught.value) == "This exercise has a fault and cannot be graded; run coursekit check."


def test_a_criterion_that_breaks_on_one_answer_refuses_that_answer_and_grades_the_next():
    breaks_on_two = with_criterion("10 / (ties.size() - 4) != 100")
    assert grade(breaks_on_two, EMPTY)["points"] == 2
    with pytest.raises(AnswerRefusedError) as caught:
        grade(breaks_on_two, MODEL)
    assert str(caught.value) == (
        "Criterion C1 of this exercise could not be worked out. That is a fault of the course, "
        "not of the answer: division by zero"
    )
    assert grade(breaks_on_two, EMPTY)["points"] == 2
    assert [fault.reason for fault in shared_grader(COURSE).faults(breaks_on_two, [MODEL])] == ["division by zero"]


def test_every_criterion_of_the_course_works():
    for exercise in all_exercises():
        assert shared_grader(COURSE).faults(exercise) == []


def test_a_changed_exercise_is_not_graded_with_the_old_criteria():
    assert "C1" in unmet(HARBOUR, EMPTY)
    assert "C1" not in unmet(with_criterion("ties.size() == 0"), EMPTY)
    assert "C1" in unmet(HARBOUR, EMPTY)
