"""The rubric of E6.3 against a second opinion: its predicates in Python, from the words of the curriculum."""

import copy

import pytest
from hypothesis import given, settings

from coursekit import find_exercise, find_solution
from tests.unit.designs import (
    answers_and_fails,
    criteria_of,
    designs,
    flows,
    is_connected,
    leads,
    pairs,
    palette_of,
    partners,
    support,
)
from tests.unit.harbour import unmet
from tests.unit.second_opinion import check_grade

NAME = "fair-corridor"
CORRIDOR = find_exercise(NAME)
MODEL = find_solution(CORRIDOR).model.answer
PALETTE = {
    "v_mol": ("national_gov", "national", "Velmora"),
    "h_mol": ("national_gov", "national", "Hestria"),
    "v_union": ("union", "national", "Velmora"),
    "h_union": ("union", "national", "Hestria"),
    "h_emp": ("private", "national", "Hestria"),
    "recr": ("private", "national", "Velmora"),
    "rsp": ("private", "national", "Hestria"),
    "dias": ("migrants", "national", "Hestria"),
    "ngo": ("civil_society", "local", "Hestria"),
    "c_tan": ("local_gov", "local", "Hestria"),
    "rcp_a": ("rcp", "regional"),
    "io": ("int_org", "global"),
    "uni": ("academia", "national", "Hestria"),
    "hri": ("hri", "national", "Velmora"),
}
FUNCTIONS = ["f_recruit", "f_predep", "f_complaint", "f_remit"]
POINTS = dict.fromkeys(["C1", "C2", "C3", "C5", "C7", "C8", "C9"], 2) | dict.fromkeys(
    ["C4", "C6", "C10", "C11", "C12"], 1
)
GATES = {"C1", "C3", "C9"}


def kind(actor):
    return PALETTE[actor][0]


def level(actor):
    return PALETTE[actor][1]


def met(answer):
    placed = set(answer["actors"])
    types = {kind(actor) for actor in placed}
    ties = answer["ties"]
    sole = [next(iter(leads(answer, f))) for f in FUNCTIONS if len(leads(answer, f)) == 1]
    convener = answer["convener"]
    return {
        criterion
        for criterion, holds in {
            # v_mol and h_mol are placed and tied with purpose coordinate or align
            "C1": ("v_mol", "h_mol") in pairs(answer, "coordinate", "align"),
            # types include national_gov, private, union, at least one of {migrants, civil_society}, and five in all
            "C2": {"national_gov", "private", "union"} <= types
            and bool(types & {"migrants", "civil_society"})
            and len(types) >= 5,
            # some private actor has a tie with purpose deliver, coordinate, align, fund or train
            "C3": any(
                kind(one) == "private" for one, _ in pairs(answer, "deliver", "coordinate", "align", "fund", "train")
            ),
            # at least one horizontal and one vertical tie
            "C4": {level(tie["from"]) == level(tie["to"]) for tie in ties} == {True, False},
            # a two-way tie joins a migrants actor and a government (national or local)
            "C5": any(
                tie["both"]
                and {kind(tie["from"]), kind(tie["to"])} in ({"migrants", "national_gov"}, {"migrants", "local_gov"})
                for tie in ties
            ),
            # v_union and h_union are tied
            "C6": ("v_union", "h_union") in pairs(answer),
            # a tie with purpose monitor runs from a union, hri, civil_society, int_org or academia to a private actor
            "C7": any(
                tie["purpose"] == "monitor"
                and kind(one) in ("union", "hri", "civil_society", "int_org", "academia")
                and kind(other) == "private"
                for one, other, tie in flows(answer)
            ),
            # all four functions have one placed lead, and the four leads include at least three different actors
            "C8": len(sole) == 4 and set(sole) <= placed and len(set(sole)) >= 3,
            # lead of f_complaint is not private (unmet without a lead)
            "C9": bool(leads(answer, "f_complaint"))
            and "private" not in {kind(actor) for actor in leads(answer, "f_complaint")},
            # f_remit has a private lead or a private support, placed or not
            "C10": "private" in {kind(a) for a in leads(answer, "f_remit") | support(answer, "f_remit")},
            # graph connected and number of ties <= 2 x number of actors
            "C11": is_connected(answer) and len(ties) <= 2 * len(placed),
            # convener placed, not private, tied to at least three actors
            "C12": convener in placed and kind(convener) != "private" and len(partners(answer, convener)) >= 3,
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
    assert CORRIDOR.number == "E6.3"
    assert palette_of(CORRIDOR) == PALETTE
    assert [function["id"] for function in CORRIDOR.setting["functions"]] == FUNCTIONS
    assert criteria_of(CORRIDOR) == (POINTS, GATES)


def with_complaints(lead):
    answer = copy.deepcopy(MODEL)
    answer["functions"]["f_complaint"]["lead"] = lead
    return unmet(CORRIDOR, answer)


def test_two_leads_or_none_for_complaints():
    assert with_complaints(["ngo"]) == []
    assert with_complaints(["ngo", "ngo"]) == []
    assert with_complaints(["ngo", "h_union"]) == ["C8"]
    assert with_complaints(["ngo", "h_emp"]) == ["C8", "C9"]
    assert with_complaints(None) == ["C8", "C9"]
    assert with_complaints([]) == ["C8", "C9"]


def test_a_lead_who_is_not_placed_is_none_of_the_partnership():
    assert with_complaints("hri") == ["C8"]


def test_private_support_counts_although_it_is_not_placed():
    answer = copy.deepcopy(MODEL)
    answer["actors"].remove("rsp")
    answer["ties"] = [tie for tie in answer["ties"] if "rsp" not in (tie["from"], tie["to"])]
    answer["functions"]["f_remit"] = {"lead": "dias", "support": ["rsp"]}
    assert unmet(CORRIDOR, answer) == []


def test_a_two_way_monitor_tie_counts_from_whichever_side_it_was_drawn():
    answer = copy.deepcopy(MODEL)
    watching = [tie for tie in answer["ties"] if tie["purpose"] == "monitor"]
    for tie in watching:
        tie.update({"from": tie["to"], "to": tie["from"]})
    assert "C7" in unmet(CORRIDOR, answer)
    watching[0]["both"] = True
    assert "C7" not in unmet(CORRIDOR, answer)


def test_twice_as_many_ties_as_actors_are_still_workable():
    answer = copy.deepcopy(MODEL)
    answer["ties"] += [answer["ties"][0]] * 10
    assert unmet(CORRIDOR, answer) == []
    answer["ties"].append(answer["ties"][0])
    assert unmet(CORRIDOR, answer) == ["C11"]
