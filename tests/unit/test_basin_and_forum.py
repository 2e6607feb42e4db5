"""The rubric of E5.2 against a second opinion: its predicates in Python, from the words of the curriculum."""

import pytest
from hypothesis import given, settings

from coursekit import find_exercise
from tests.unit.designs import answers_and_fails, criteria_of, designs, flows, pairs, palette_of, partners
from tests.unit.harbour import unmet
from tests.unit.second_opinion import check_grade

NAME = "basin-and-forum"
PALETTE = {
    "rcp_a": ("rcp", "regional"),
    "rcp_b": ("rcp", "regional"),
    "cec": ("regional_body", "regional"),
    "cs_reg": ("civil_society", "regional"),
    "gforum": ("global_body", "global"),
    "rcpnet": ("global_body", "global"),
    "unnet": ("global_body", "global"),
    "v_fp": ("national_gov", "national"),
    "h_fp": ("national_gov", "national"),
    "biz": ("private", "global"),
}
PAYLOADS = ["practice_note", "test_result", "priority_issue", "recommendation", "data", "funding"]
POINTS = {"C1": 1, "C2": 2, "C3": 2, "C4": 2, "C5": 2, "C6": 2, "C7": 1, "C8": 1, "C9": 2}
GATES = {"C1", "C2", "C3"}


def level(actor):
    return PALETTE[actor][1]


def met(answer):
    up = [(a, b, tie) for a, b, tie in flows(answer) if (level(a), level(b)) == ("regional", "global")]
    down = [(a, b, tie) for a, b, tie in flows(answer) if (level(a), level(b)) == ("global", "regional")]
    carried_up = {tie.get("payload") for _, _, tie in up}
    carried_down = {tie.get("payload") for _, _, tie in down}
    return {
        criterion
        for criterion, holds in {
            # at least one tie joins a regional and a global actor
            "C1": bool(up or down),
            # a flow regional->global has payload in {practice_note, test_result, priority_issue, data}
            "C2": bool(carried_up & {"practice_note", "test_result", "priority_issue", "data"}),
            # a flow global->regional has payload in {recommendation, priority_issue, practice_note}
            "C3": bool(carried_down & {"recommendation", "priority_issue", "practice_note"}),
            # one regional actor both sends to and receives from the same global actor
            "C4": bool({(a, b) for a, b, _ in up} & {(b, a) for a, b, _ in down}),
            # some upward payload is practice_note or test_result
            "C5": bool(carried_up & {"practice_note", "test_result"}),
            # a tie with purpose monitor joins a regional and a global actor
            "C6": any(tie["purpose"] == "monitor" for _, _, tie in [*up, *down]),
            # rcp_a and rcp_b are tied directly, or both are tied to rcpnet
            "C7": "rcp_b" in partners(answer, "rcp_a") or {"rcp_a", "rcp_b"} <= partners(answer, "rcpnet"),
            # a national focal point is tied to a regional actor
            "C8": any(a in ("v_fp", "h_fp") and level(b) == "regional" for a, b in pairs(answer)),
            # no tie with purpose direct runs from a global actor to an rcp
            "C9": not any(tie["purpose"] == "direct" and b in ("rcp_a", "rcp_b") for _, b, tie in down),
        }.items()
        if holds
    }


@settings(deadline=None, max_examples=500)
@given(designs(NAME))
def test_the_grade_of_any_design_follows_the_words_of_the_curriculum(design):
    check_grade(find_exercise(NAME), design, met(design), GATES)


@pytest.mark.parametrize(("answer", "fails"), answers_and_fails(NAME))
def test_published_answers_fail_what_they_list(answer, fails):
    assert set(POINTS) - met(answer) == fails


def test_the_exercise_offers_what_the_curriculum_gives():
    exercise = find_exercise("E5.2")
    assert exercise.id == NAME
    assert palette_of(exercise) == PALETTE
    assert exercise.setting["payloads"] == PAYLOADS
    assert {"direct", "monitor"} <= set(exercise.setting["purposes"])
    assert criteria_of(exercise) == (POINTS, GATES)


def ties(*drawn):
    return {
        "actors": ["rcp_a", "gforum"],
        "ties": [{"from": a, "to": b, "both": both, "purpose": p, "payload": q} for a, b, both, p, q in drawn],
    }


def test_a_two_way_order_is_an_order_from_both_sides():
    assert "C9" in unmet(find_exercise(NAME), ties(("rcp_a", "gforum", True, "direct", "data")))
    assert "C9" not in unmet(find_exercise(NAME), ties(("rcp_a", "gforum", False, "direct", "data")))


def test_any_purpose_carries_what_it_carries_and_two_arrows_close_the_loop():
    loop = ties(("rcp_a", "gforum", False, "direct", "data"), ("gforum", "rcp_a", False, "monitor", "funding"))
    assert not {"C2", "C4"} & set(unmet(find_exercise(NAME), loop))
