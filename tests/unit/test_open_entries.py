"""What a group left open is graded and not refused: a null in a select, an entry of a map that is null or missing."""

import copy

import pytest

from coursekit import find_exercise, find_solution
from tests.unit.any_answers import unmet

# From the decisions on the curriculum: "Graded: null in a select, a missing entry of a map, an empty list".
OPEN = [
    ("E6.1", ("map", "clinic"), {"C1", "C13"}),
    ("E6.4", ("functions", "f_data", "support"), set()),
    ("E7.2", ("consulted", "V"), {"N10"}),
    ("E8.1", ("screen", "P1"), {"C6", "C8", "C9", "C10"}),
    ("E8.1", ("screen", "P2", "unknown"), set()),
    ("E8.2", ("steps", "review"), {"C1", "C11", "C16", "C17"}),
]


def changed(answer, path, change):
    """A copy of an answer with one place changed."""
    answer = copy.deepcopy(answer)
    holder = answer
    for key in path[:-1]:
        holder = holder[key]
    change(holder, path[-1])
    return answer


@pytest.mark.parametrize(("number", "path", "fails"), OPEN)
def test_an_entry_that_is_null_fails_what_asks_for_it_and_nothing_else(number, path, fails):
    exercise = find_exercise(number)
    model = find_solution(exercise).model.answer
    assert fails == unmet(exercise, changed(model, path, lambda holder, key: holder.update({key: None})))


@pytest.mark.parametrize(("number", "path"), [(number, path) for number, path, _ in OPEN])
def test_an_entry_that_is_missing_is_graded_as_one_that_is_null(number, path):
    exercise = find_exercise(number)
    model = find_solution(exercise).model.answer
    null = unmet(exercise, changed(model, path, lambda holder, key: holder.update({key: None})))
    assert unmet(exercise, changed(model, path, lambda holder, key: holder.pop(key))) == null


def test_a_tie_may_carry_something_where_the_exercise_does_not_ask():
    exercise = find_exercise("E5.1")
    model = find_solution(exercise).model.answer
    first, *others = model["ties"]
    assert unmet(exercise, {**model, "ties": [{**first, "payload": "funding"}, *others]}) == set()


def test_one_ministry_in_five_spellings_is_one():
    exercise = find_exercise("E8.2")
    model = find_solution(exercise).model.answer
    spellings = ["labour", "Labour", " LABOUR", "LABour", "labouR"]
    assert unmet(exercise, {**model, "focal_ministries": spellings}) == {"C9", "C12"}


def test_a_saving_worked_out_in_binary_is_at_the_limit():
    exercise = find_exercise("E9.2")
    model = find_solution(exercise).model.answer
    assert unmet(exercise, {**model, "saving_year": 6.485 * 12}) == set()
