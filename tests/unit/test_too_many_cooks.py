"""The rubric of E6.4 against a second opinion: its predicates in Python, from the words of the curriculum."""

import copy
from itertools import combinations

import pytest
from hypothesis import given, settings

from coursekit import find_exercise, find_solution
from coursekit.grading.grader import shared_grader
from tests.course import COURSE
from tests.unit.designs import (
    answers_and_fails,
    criteria_of,
    designs,
    leads,
    pairs,
    palette_of,
    partners,
    support,
)
from tests.unit.harbour import unmet
from tests.unit.second_opinion import check_grade

NAME = "too-many-cooks"
COOKS = find_exercise(NAME)
MODEL = find_solution(COOKS).model.answer
PALETTE = {
    "c_bay": ("local_gov", "local"),
    "m_int": ("national_gov", "national"),
    "ngo_a": ("civil_society", "local"),
    "ngo_b": ("civil_society", "local"),
    "mig": ("migrants", "local"),
    "emp": ("private", "local"),
    "uni": ("academia", "local"),
    "io": ("int_org", "global"),
}
START = {
    "actors": ["c_bay", "m_int", "ngo_a", "ngo_b", "mig"],
    "ties": [
        {"from": "c_bay", "to": "ngo_a", "both": False, "purpose": "fund"},
        {"from": "m_int", "to": "ngo_b", "both": False, "purpose": "fund"},
        {"from": "ngo_a", "to": "mig", "both": False, "purpose": "deliver"},
        {"from": "ngo_b", "to": "mig", "both": False, "purpose": "deliver"},
    ],
    "objective": "o_settle",
    "functions": {
        "f_hotline": {"lead": ["ngo_a", "ngo_b"]},
        "f_jobs": {"lead": ["c_bay", "ngo_b"]},
        "f_data": {"lead": []},
        "f_return": {"lead": ["m_int"]},
        "f_legal": {"lead": []},
    },
    "convener": None,
    "meet_weeks": None,
}
FUNCTIONS = list(START["functions"])
POINTS = dict.fromkeys(["C1", "C2", "C4", "C5", "C6", "C7", "C8"], 2) | dict.fromkeys(["C3", "C9", "C10"], 1)
GATES = {"C1", "C2", "C4"}


def met(answer):
    placed = set(answer["actors"])
    tied = {end for pair in pairs(answer) for end in pair}
    busy = set().union(*(leads(answer, f) | support(answer, f) for f in FUNCTIONS))
    weeks = answer["meet_weeks"]
    return {
        criterion
        for criterion, holds in {
            # the objective is o_choice
            "C1": answer["objective"] == "o_choice",
            # each of the five functions has exactly one lead, and that lead is placed
            "C2": all(len(leads(answer, f)) == 1 and leads(answer, f) <= placed for f in FUNCTIONS),
            # no actor leads more than two functions
            "C3": all(sum(actor in leads(answer, f) for f in FUNCTIONS) <= 2 for actor in PALETTE),
            # all five original actors are still placed and tied
            "C4": set(START["actors"]) <= placed & tied,
            # convener is placed and has coordinate ties with at least two actors
            "C5": answer["convener"] in placed and len(partners(answer, answer["convener"], "coordinate")) >= 2,
            # ngo_a and ngo_b are tied with deliver, coordinate or learn, and each leads or supports a function
            "C6": ("ngo_a", "ngo_b") in pairs(answer, "deliver", "coordinate", "learn") and {"ngo_a", "ngo_b"} <= busy,
            # a consult tie joins mig to a government actor and 1 <= meet_weeks <= 12
            "C7": bool(partners(answer, "mig", "consult") & {"c_bay", "m_int"})
            and weeks is not None
            and 1 <= weeks <= 12,
            # an align tie with both==true joins c_bay and m_int
            "C8": any(
                tie["both"] and tie["purpose"] == "align" and {tie["from"], tie["to"]} == {"c_bay", "m_int"}
                for tie in answer["ties"]
            ),
            # lead of f_data has inform ties with at least two actors
            "C9": any(len(partners(answer, lead, "inform")) >= 2 for lead in leads(answer, "f_data")),
            # no two ties join the same pair with the same purpose
            "C10": not any(
                {one["from"], one["to"]} == {other["from"], other["to"]} and one["purpose"] == other["purpose"]
                for one, other in combinations(answer["ties"], 2)
            ),
        }.items()
        if holds
    }


@settings(deadline=None, max_examples=600)
@given(designs(NAME))
def test_the_grade_of_any_design_follows_the_words_of_the_curriculum(design):
    check_grade(find_exercise(NAME), design, met(design), GATES)


@pytest.mark.parametrize(("answer", "fails"), answers_and_fails(NAME))
def test_published_answers_fail_what_they_list(answer, fails):
    assert set(POINTS) - met(answer) == fails


def test_the_exercise_offers_what_the_curriculum_gives():
    assert COOKS.number == "E6.4"
    assert palette_of(COOKS) == PALETTE
    assert COOKS.setting["start"] == START
    assert criteria_of(COOKS) == (POINTS, GATES)


def test_who_has_not_started_has_the_broken_design_and_shows_no_misconception():
    assert shared_grader(COURSE).empty_answer(COOKS) == START
    assert unmet(COOKS, START) == ["C1", "C2", "C5", "C6", "C7", "C8", "C9"]


def with_share(function, share):
    answer = copy.deepcopy(MODEL)
    answer["functions"][function] = share
    return unmet(COOKS, answer)


def test_a_list_of_one_is_one_lead_and_a_missing_share_is_none():
    assert with_share("f_return", {"lead": ["m_int"]}) == []
    assert with_share("f_return", {"lead": ["m_int", "m_int"]}) == []
    assert with_share("f_return", {}) == ["C2"]
    assert with_share("f_return", None) == ["C2"]
    answer = copy.deepcopy(MODEL)
    del answer["functions"]["f_return"]
    assert unmet(COOKS, answer) == ["C2"]


@pytest.mark.parametrize(
    ("weeks", "regular"), [(0, False), (1, True), (12, True), (12.0, True), (13, False), (-4, False), (None, False)]
)
def test_from_one_week_to_twelve_is_regular(weeks, regular):
    assert unmet(COOKS, {**MODEL, "meet_weeks": weeks}) == ([] if regular else ["C7"])
