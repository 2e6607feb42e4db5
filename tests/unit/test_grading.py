"""Grades: every stored answer, unfinished answers, what an answer means, and how points make a pass."""

import copy
import json
import time
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit import find_exercise, find_solution, grade
from coursekit.exercises.reader import read_solution
from coursekit.grading.solutions import solution_answers
from tests.unit.harbour import (
    EMPTY,
    HARBOUR,
    IDS,
    MODEL,
    OBJECTIVES,
    PURPOSES,
    SOLUTION,
    tie,
    unmet,
    with_criterion,
)

ROOT = Path(__file__).parents[2]
STORED = [
    pytest.param(solution.exercise, name, answer, fails, id=f"{solution.exercise}-{name}")
    for solution in map(read_solution, sorted((ROOT / "solutions").glob("*.yaml")))
    for name, answer, fails in solution_answers(solution)
]


@pytest.mark.parametrize(("exercise_id", "name", "answer", "fails"), STORED)
def test_a_stored_answer_fails_exactly_what_it_lists(exercise_id, name, answer, fails):
    exercise = find_exercise(exercise_id)
    result = grade(exercise, answer)
    assert {criterion["id"] for criterion in result["criteria"] if not criterion["met"]} == set(fails)
    if name in ("model", "alternative"):
        assert result["passed"]
        assert result["points"] == result["max_points"]
    if name in {wrong.id for wrong in find_solution(exercise).wrong}:
        assert not result["passed"]


LIMITS = ("C10", "C12", "C13")
"""Met as soon as there is a tie, and nothing too much."""


def test_a_grade_says_what_was_met_why_and_where_it_stands():
    result = grade(HARBOUR, SOLUTION.wrong[0].answer)
    assert (result["exercise"], result["version"]) == ("harbour-cities", HARBOUR.version)
    assert (result["points"], result["max_points"], result["passed"]) == (8, 15, False)
    for graded, criterion in zip(result["criteria"], HARBOUR.criteria, strict=True):
        assert graded == {
            "id": criterion.id,
            "met": graded["met"],
            "points": criterion.points if graded["met"] else 0,
            "message": criterion.met if graded["met"] else criterion.unmet,
            "source": criterion.source,
        }


def test_all_points_but_a_gate_do_not_pass():
    above_threshold = {**copy.deepcopy(MODEL), "actors": [*MODEL["actors"], "m_int"]}
    above_threshold["ties"].append(tie("c_selle", "m_int", "inform"))
    result = grade(HARBOUR, above_threshold)
    assert (result["points"], result["passed"]) == (14, False)


@pytest.mark.parametrize(("points", "passes"), [(7, True), (6, False)])
def test_seven_tenths_pass_and_less_does_not(points, passes):
    """Ten criteria of one point; without a gate only the share decides."""
    base = HARBOUR.criteria[0]
    criteria = tuple(
        msgspec.structs.replace(base, id=f"C{index}", points=1, gate=False, when=str(index < points).lower())
        for index in range(10)
    )
    assert grade(msgspec.structs.replace(HARBOUR, criteria=criteria), EMPTY)["passed"] is passes


@pytest.mark.parametrize(
    ("change", "fails"),
    [
        ({"convener": None}, ["C2", "C8"]),
        ({"convener": "b_harbour"}, ["C2", "C8"]),  # on the palette, but not placed
        ({"objective": None}, ["C9"]),
        ({"ties": []}, ["C2", "C3", "C4", "C5", "C6", "C8", *LIMITS]),
        ({"actors": [], "ties": []}, ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", *LIMITS]),
    ],
)
def test_an_unfinished_answer_is_graded(change, fails):
    assert unmet(HARBOUR, {**MODEL, **change}) == fails


def test_a_tie_without_a_purpose_yet_is_graded():
    answer = copy.deepcopy(MODEL)
    answer["ties"][2]["purpose"] = None
    assert unmet(HARBOUR, answer) == ["C4", "C6"]


def test_a_repeated_actor_counts_once():
    assert unmet(HARBOUR, {**EMPTY, "actors": ["c_tan", "c_tan"]}) == [
        "C1", "C2", "C4", "C5", "C6", "C7", "C8", "C9", *LIMITS]  # fmt: skip
    assert grade(HARBOUR, {**MODEL, "actors": MODEL["actors"] * 3}) == grade(HARBOUR, MODEL)


def test_the_same_tie_drawn_twice_counts_twice():
    two = with_criterion("ties.size() == 2")
    drawn_twice = {**EMPTY, "actors": ["c_tan", "c_selle"], "ties": [tie("c_tan", "c_selle")] * 2}
    assert "C1" not in unmet(two, drawn_twice)


def test_a_partner_met_twice_is_one_partner():
    ties = [tie("c_tan", "c_selle"), tie("c_tan", "c_selle", "deliver"), tie("c_selle", "c_tan")]
    answer = {**EMPTY, "actors": ["c_tan", "c_selle"], "ties": ties, "convener": "c_tan"}
    assert "C8" in unmet(HARBOUR, answer)


def test_two_arrows_there_and_back_say_what_one_tie_both_ways_says():
    answer = {**copy.deepcopy(MODEL), "actors": ["c_selle", "c_marrow"], "convener": None}
    answer["ties"] = [tie("c_selle", "c_marrow", both=False), tie("c_marrow", "c_selle", both=False)]
    assert "C5" not in unmet(HARBOUR, answer)
    answer["ties"].pop()
    assert "C5" in unmet(HARBOUR, answer)


def test_the_largest_answer_is_graded_within_a_second():
    ties = [tie(IDS[n % 10], IDS[(n + 1 + n // 10 % 9) % 10], PURPOSES[n % 10]) for n in range(500)]
    answer = {"actors": IDS * 50, "ties": ties, "convener": IDS[0], "objective": OBJECTIVES[0]}
    start = time.perf_counter()
    grade(HARBOUR, answer)
    assert time.perf_counter() - start < 1


@st.composite
def rearranged(draw, answer):
    """The same answer with its lists, its keys and the ends of its two-way ties in another order."""

    def shuffled_keys(value):
        return {key: value[key] for key in draw(st.permutations(list(value)))}

    ties = [
        {**tie, "from": tie["to"], "to": tie["from"]} if tie["both"] and draw(st.booleans()) else tie
        for tie in answer["ties"]
    ]
    actors = draw(st.permutations(answer["actors"]))
    ties = [shuffled_keys(tie) for tie in draw(st.permutations(ties))]
    return shuffled_keys({**answer, "actors": actors, "ties": ties})


ANSWERS = [answer for _, answer, _ in solution_answers(SOLUTION)]


@settings(deadline=None, max_examples=200)
@given(st.data(), st.sampled_from(ANSWERS))
def test_order_never_changes_a_grade(data, answer):
    other = data.draw(rearranged(answer))
    assert json.dumps(grade(HARBOUR, other)) == json.dumps(grade(HARBOUR, answer))
