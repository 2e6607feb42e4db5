"""The rubric of E1.2 against a second opinion: its eight predicates, written in Python."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit import find_exercise, find_solution, grade
from coursekit.grading.solutions import solution_answers
from tests.unit.any_answers import any_json, check_grade_or_sentence, refusal, spoilt, unmet

ROOM = find_exercise("E1.2")
SOLUTION = find_solution(ROOM)
MODEL = SOLUTION.model.answer

# The palette as the curriculum gives it: kind, level, facts covered, mandate across government.
PALETTE = {
    "pmo": ("ministry", "national", set(), True),
    "plan": ("ministry", "national", set(), True),
    "mol": ("ministry", "national", {"F1", "F6"}, False),
    "moe": ("ministry", "national", {"F2"}, False),
    "moh": ("ministry", "national", {"F3"}, False),
    "mof": ("ministry", "national", {"F4"}, False),
    "msoc": ("ministry", "national", {"F5", "F6"}, False),
    "mofa": ("ministry", "national", {"F8"}, False),
    "moi": ("ministry", "national", {"F8"}, False),
    "menv": ("ministry", "national", set(), False),
    "mtour": ("ministry", "national", set(), False),
    "hri": ("independent", "national", {"F8"}, False),
    "city": ("local_gov", "local", {"F7"}, False),
    "migassoc": ("migrants", "national", set(), False),
    "bank": ("private", "national", {"F4"}, False),
    "union": ("union", "national", {"F1"}, False),
    "emp": ("private", "local", {"F1"}, False),
}
FACTS = {f"F{number}" for number in range(1, 9)}
POINTS = {"C1": 3, "C2": 2, "C3": 1, "C4": 1, "C5": 2, "C6": 1, "C7": 1, "C8": 1}
GATES = {"C1", "C2"}


def met(answer):
    """The criteria that an answer meets, straight from the words of the curriculum."""
    seats = {seat: PALETTE[seat] for seat in answer["seats"]}
    idle = [seat for seat, (kind, _, covers, cross) in seats.items() if not covers and not cross and kind != "migrants"]
    holds = {
        "C1": set().union(*(covers for _, _, covers, _ in seats.values())) == FACTS,
        "C2": "migassoc" in seats,
        "C3": any(level == "local" for _, level, _, _ in seats.values()),
        "C4": any(kind in ("private", "union") for kind, _, _, _ in seats.values()),
        "C5": answer["chair"] in seats and seats[answer["chair"]][3],
        "C6": len(seats) <= 11,
        "C7": len(idle) <= 1,
        "C8": sum(kind == "ministry" for kind, _, _, _ in seats.values()) >= 4,
    }
    return {criterion for criterion, holds_ in holds.items() if holds_}


def check_against_oracle(answer):
    expected = met(answer)
    result = grade(ROOM, answer)
    assert {criterion["id"] for criterion in result["criteria"] if criterion["met"]} == expected
    assert result["points"] == sum(POINTS[criterion] for criterion in expected)
    assert result["max_points"] == 12
    assert result["passed"] == (expected >= GATES and result["points"] >= 0.7 * 12)


def test_the_exercise_offers_what_the_curriculum_gives():
    palette = ROOM.setting["palette"]
    assert {
        seat["id"]: (seat["type"], seat["level"], set(seat["covers"]), seat.get("cross", False)) for seat in palette
    } == PALETTE
    assert {fact["id"] for fact in ROOM.setting["facts"]} == FACTS
    assert {criterion.id: criterion.points for criterion in ROOM.criteria} == POINTS
    assert {criterion.id for criterion in ROOM.criteria if criterion.gate} == GATES


def test_every_answer_of_the_solution_gets_the_grade_of_the_oracle():
    for _, answer, _ in solution_answers(SOLUTION):
        check_against_oracle(answer)


SEATS = st.lists(st.sampled_from(list(PALETTE)), max_size=20)
NEARLY = st.lists(st.sampled_from(MODEL["seats"]), min_size=12, max_size=30)


@settings(deadline=None, max_examples=600)
@given(SEATS | NEARLY | st.builds(lambda one, other: [*one, *other], NEARLY, SEATS), st.sampled_from([None, *PALETTE]))
def test_any_answer_is_graded_as_the_oracle_says(seats, chair):
    check_against_oracle({"seats": seats, "chair": chair})


def with_seats(*more, without=(), chair="pmo"):
    return {"seats": [*(seat for seat in MODEL["seats"] if seat not in without), *more], "chair": chair}


def test_eleven_seats_are_a_room_and_twelve_are_too_many():
    assert unmet(ROOM, with_seats("emp")) == set()
    assert unmet(ROOM, with_seats("emp", "bank")) == {"C6"}


def test_one_idle_seat_is_tolerated_and_two_are_not():
    assert unmet(ROOM, with_seats("menv")) == set()
    assert unmet(ROOM, with_seats("menv", "mtour", without=["mof"])) == {"C1", "C7"}


def test_a_seat_named_twice_is_one_seat_and_order_means_nothing():
    assert grade(ROOM, with_seats("emp", "emp", "pmo")) == grade(ROOM, with_seats("emp"))
    assert grade(ROOM, {**MODEL, "seats": MODEL["seats"][::-1]}) == grade(ROOM, MODEL)


@pytest.mark.parametrize("chair", [None, "plan", "mol"])
def test_without_a_seated_chair_who_can_call_on_all_the_chair_is_unmet(chair):
    assert unmet(ROOM, {**MODEL, "chair": chair}) == {"C5"}


@pytest.mark.parametrize(
    ("answer", "names"),
    [
        ({"seats": []}, "chair"),
        ({"seats": None, "chair": None}, "seats"),
        ({"seats": ["pmo", "king"], "chair": None}, "king"),
        ({"seats": [], "chair": "king"}, "king"),
        ({"seats": [], "chair": ["pmo"]}, "chair"),
        ({"seats": [], "chair": None, "convener": "pmo"}, "convener"),
    ],
)
def test_a_malformed_answer_is_refused_by_a_sentence_that_names_the_place(answer, names):
    assert names in refusal(ROOM, answer)


def is_well_formed(answer):
    """Say so by the rules of the exercise alone: an opinion that shares no code with the grader."""
    if not isinstance(answer, dict) or set(answer) != {"seats", "chair"} or not isinstance(answer["seats"], list):
        return False
    named = [*answer["seats"], *([] if answer["chair"] is None else [answer["chair"]])]
    return all(isinstance(seat, str) and seat in PALETTE for seat in named)


WORDS = ["seats", "chair", *PALETTE, *sorted(FACTS)]


@settings(deadline=None, max_examples=250)
@given(any_json(WORDS) | spoilt([MODEL, SOLUTION.alternative.answer], WORDS))
def test_anything_gets_a_grade_or_a_sentence(answer):
    check_grade_or_sentence(ROOM, answer, is_well_formed=is_well_formed(answer))
