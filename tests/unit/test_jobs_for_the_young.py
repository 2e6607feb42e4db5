"""The rubric of E5.1 against a second opinion: its predicates in Python, from the words of the curriculum."""

import pytest
from hypothesis import given, settings

from coursekit import find_exercise
from tests.unit.designs import answers_and_fails, criteria_of, designs, flows, pairs, palette_of, partners
from tests.unit.second_opinion import check_grade

NAME = "jobs-for-the-young"
PALETTE = {
    "mop": ("national_gov", "national"),
    "mol": ("national_gov", "national"),
    "stat": ("national_gov", "national"),
    "d_north": ("local_gov", "local"),
    "d_coast": ("local_gov", "local"),
    "ngo_youth": ("civil_society", "local"),
    "emp_coast": ("private", "local"),
    "cec": ("regional_body", "regional"),
    "un_joint": ("global_body", "global"),
    "fund": ("global_body", "global"),
}
POINTS = {"C1": 2, "C2": 2, "C3": 2, "C4": 1, "C5": 1, "C6": 2, "C7": 1, "C8": 2, "C9": 1}
GATES = {"C1", "C2", "C3"}


def kind(actor):
    return PALETTE[actor][0]


def level(actor):
    return PALETTE[actor][1]


def met(answer):
    ties = answer["ties"]
    tied = {end for pair in pairs(answer) for end in pair}
    travels = {(one, other) for one, other, _ in flows(answer)}
    national_local = [tie for tie in ties if {level(tie["from"]), level(tie["to"])} == {"national", "local"}]
    outside = {actor for actor in tied if level(actor) in ("regional", "global")}
    levels_met = {actor: {level(partner) for partner in partners(answer, actor)} for actor in tied}
    return {
        criterion
        for criterion, holds in {
            # at least three ties, and every tie joins two different levels
            "C1": len(ties) >= 3 and not any(level(tie["from"]) == level(tie["to"]) for tie in ties),
            # some flow national->local with purpose in {fund, train, align, coordinate, deliver}
            "C2": any(
                (level(one), level(other)) == ("national", "local")
                and tie["purpose"] in ("fund", "train", "align", "coordinate", "deliver")
                for one, other, tie in flows(answer)
            ),
            # some flow local->national with purpose in {inform, consult, learn}, or a two-way national-local tie
            "C3": any(tie["both"] for tie in national_local)
            or any(
                level(tie["from"]) == "local" and tie["purpose"] in ("inform", "consult", "learn")
                for tie in national_local
            ),
            # both d_north and d_coast are placed and tied
            "C4": {"d_north", "d_coast"} <= tied,
            # one national_gov actor is tied to at least two local actors
            "C5": any(
                kind(actor) == "national_gov"
                and sum(level(partner) == "local" for partner in partners(answer, actor)) >= 2
                for actor in tied
            ),
            # for some national actor n and local actor l, content flows n->l and l->n
            "C6": any(
                level(one) == "national" and level(other) == "local" and (other, one) in travels
                for one, other in travels
            ),
            # at least one tie involves a regional or global actor
            "C7": bool(outside),
            # every regional or global actor tied to a local actor is also tied to a national actor
            "C8": all("national" in levels_met[actor] for actor in outside if "local" in levels_met[actor]),
            # a civil_society or private local actor is placed and tied
            "C9": any(kind(actor) in ("civil_society", "private") and level(actor) == "local" for actor in tied),
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
    exercise = find_exercise("E5.1")
    assert exercise.id == NAME
    assert palette_of(exercise) == PALETTE
    assert criteria_of(exercise) == (POINTS, GATES)
