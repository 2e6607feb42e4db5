"""The rubric of E6.1 against a second opinion: the eight predicates, written in Python from their words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit import find_exercise, find_solution, grade
from coursekit.grading.solutions import solution_answers
from tests.unit.any_answers import any_json, check_grade_or_sentence, refusal, spoilt, unmet

HARVEST = find_exercise("E6.1")
SOLUTION = find_solution(HARVEST)
MODEL = SOLUTION.model.answer
IDS = ["mayor", "m_lab", "growers", "agency", "workers", "undoc", "clinic", "resid", "diasp"]
LADDER = ["inform", "consult", "involve", "collaborate", "empower"]
POINTS = {"C1": 1, "C2": 2, "C3": 1, "C4": 2, "C5": 1, "C6": 2, "C7": 1, "C8": 1}
GATES = {"C1", "C4"}
WORDS = [*IDS, *LADDER, "map", "p", "i", "e"]


def met(answer):
    """The criteria that an answer meets, straight from the words of the design."""
    places = answer["map"]

    def part(stakeholder, key):
        return places.get(stakeholder, {}).get(key)

    def at_least(stakeholder, depth):
        return part(stakeholder, "e") is not None and LADDER.index(part(stakeholder, "e")) >= LADDER.index(depth)

    high = [part("growers", "p"), part("mayor", "p")]
    low = [part("workers", "p"), part("undoc", "p")]
    interest = {id_: part(id_, "i") for id_ in places}
    deepest = [id_ for id_ in places if part(id_, "e") in ("collaborate", "empower")]
    return {
        criterion
        for criterion, holds in {
            # all nine ids placed with p and i in 1..5 and a valid e
            "C1": all(
                part(id_, "p") in range(1, 6) and part(id_, "i") in range(1, 6) and part(id_, "e") in LADDER
                for id_ in IDS
            ),
            # min(p of growers, mayor) - max(p of workers, undoc) >= 2
            "C2": None not in [*high, *low] and min(high) - max(low) >= 2,
            # i of workers >= 4 and i of undoc >= 4
            "C3": all(interest.get(id_) is not None and interest[id_] >= 4 for id_ in ("workers", "undoc")),
            # e of undoc and e of workers are at least involve
            "C4": at_least("undoc", "involve") and at_least("workers", "involve"),
            # i of m_lab <= 3 and e of m_lab is at least consult
            "C5": interest.get("m_lab") is not None and interest["m_lab"] <= 3 and at_least("m_lab", "consult"),
            # e of growers in {involve, collaborate}
            "C6": part("growers", "e") in ("involve", "collaborate"),
            # between 1 and 4 stakeholders have e in {collaborate, empower}
            "C7": 1 <= len(deepest) <= 4,
            # no stakeholder with i >= 4 has e == inform
            "C8": not any(i is not None and i >= 4 and part(id_, "e") == "inform" for id_, i in interest.items()),
        }.items()
        if holds
    }


def is_well_formed(answer):
    """Say so by the rules of the exercise alone."""
    if not isinstance(answer, dict) or set(answer) != {"map"} or not isinstance(answer["map"], dict):
        return False
    return set(answer["map"]) <= set(IDS) and all(is_place(place) for place in answer["map"].values())


def is_place(place):
    return place is None or (
        isinstance(place, dict)
        and set(place) == {"p", "i", "e"}
        and all(is_whole_or_open(place[key]) for key in "pi")
        and (place["e"] is None or (isinstance(place["e"], str) and place["e"] in LADDER))
    )


def is_whole_or_open(value):
    if value is None:
        return True
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and abs(value) < 2**53 and value == int(value)


STEPS = st.sampled_from([1, 1, 2, 3, 4, 5, 5, 0, 6, 3.0, None])


@st.composite
def maps(draw):
    """Maps near the good answers and far from them."""
    placed = draw(st.sampled_from([IDS, IDS, IDS[:-1], ["workers", "undoc", "growers", "m_lab"], []]))
    depths = st.sampled_from(draw(st.sampled_from([LADDER, LADDER[1:4], [*LADDER, None]])))
    base = draw(st.sampled_from([MODEL["map"], SOLUTION.alternative.answer["map"], {}]))
    place = st.fixed_dictionaries({"p": STEPS, "i": STEPS, "e": depths})
    return {"map": {id_: base[id_] if id_ in base and draw(st.booleans()) else draw(place) for id_ in placed}}


@settings(deadline=None, max_examples=600)
@given(maps())
def test_the_grade_of_any_map_follows_the_words_of_the_design(answer):
    expected = met(answer)
    result = grade(HARVEST, answer)
    points = sum(POINTS[criterion] for criterion in expected)
    assert {criterion["id"] for criterion in result["criteria"] if criterion["met"]} == expected
    assert (result["points"], result["max_points"]) == (points, 11)
    assert result["passed"] == (expected >= GATES and points >= 0.7 * 11)


@pytest.mark.parametrize(("answer", "fails"), [(answer, set(fails)) for _, answer, fails in solution_answers(SOLUTION)])
def test_each_answer_of_the_solution_fails_what_the_words_say(answer, fails):
    assert set(POINTS) - met(answer) == fails == unmet(HARVEST, answer)


def with_place(stakeholder, **change):
    return {"map": {**MODEL["map"], stakeholder: {**MODEL["map"][stakeholder], **change}}}


@pytest.mark.parametrize(
    ("answer", "fails"),
    [
        (with_place("workers", p=3), set()),  # 5 - 3 is a gap of two
        (with_place("workers", p=4), {"C2"}),
        (with_place("undoc", i=4), set()),
        (with_place("undoc", i=3), {"C3"}),
        (with_place("m_lab", i=3), set()),
        (with_place("m_lab", i=4), {"C5"}),
        (with_place("clinic", e="empower"), set()),  # the fourth at the deepest steps
        (with_place("resid", i=3, e="inform"), set()),
        (with_place("clinic", p=6), {"C1"}),
        (with_place("clinic", i=0), {"C1"}),
        (with_place("clinic", p=2.0), set()),
        (with_place("clinic", e=None), {"C1"}),
        (with_place("workers", p=None), {"C1", "C2"}),
        (with_place("workers", i=None), {"C1", "C3"}),
        (with_place("workers", e=None), {"C1", "C4"}),
    ],
)
def test_limits_and_what_is_left_open(answer, fails):
    assert unmet(HARVEST, answer) == fails


def test_five_at_the_deepest_steps_are_too_many():
    answer = {"map": {**MODEL["map"], **{id_: {**MODEL["map"][id_], "e": "empower"} for id_ in ("clinic", "resid")}}}
    assert unmet(HARVEST, answer) == {"C7"}


def test_the_order_of_the_map_means_nothing():
    turned = {"map": dict(reversed(MODEL["map"].items()))}
    assert grade(HARVEST, turned) == grade(HARVEST, MODEL)


def test_nothing_yet_meets_what_speaks_of_nobody():
    assert unmet(HARVEST, {"map": {}}) == set(POINTS) - {"C8"}


@pytest.mark.parametrize(
    ("answer", "part"),
    [
        ({"map": {"nobody": {"p": 1, "i": 1, "e": "inform"}}}, '"nobody"'),
        (with_place("clinic", e="ignore"), '"ignore"'),
        (with_place("clinic", p="2"), "must be a number"),
        (with_place("clinic", p=2.5), "whole number"),
        ({"map": {"clinic": {"p": 2, "i": 4}}}, "map, clinic, e"),
        ({"map": []}, "must be an object"),
        ({}, '"map" is missing'),
    ],
)
def test_an_answer_that_cannot_be_read_is_refused_in_a_sentence(answer, part):
    assert part in refusal(HARVEST, answer)


@settings(deadline=None, max_examples=200)
@given(any_json(WORDS) | spoilt([MODEL, SOLUTION.alternative.answer], WORDS))
def test_whatever_comes_in_gets_a_grade_or_a_sentence(answer):
    check_grade_or_sentence(HARVEST, answer, is_well_formed=is_well_formed(answer))


def test_the_exercise_offers_what_the_design_gives():
    assert [stakeholder["id"] for stakeholder in HARVEST.setting["stakeholders"]] == IDS
    assert {criterion.id: criterion.points for criterion in HARVEST.criteria} == POINTS
    assert {criterion.id for criterion in HARVEST.criteria if criterion.gate} == GATES
