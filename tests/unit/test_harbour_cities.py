"""The rubric of E4.1 against a second opinion: the nine predicates of the curriculum, written in Python."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit import find_exercise, grade

HARBOUR = find_exercise("E4.1")

# The palette as the curriculum gives it: type, level, country.
PALETTE = {
    "c_selle": ("local_gov", "local", "Hestria"),
    "c_tan": ("local_gov", "local", "Hestria"),
    "c_marrow": ("local_gov", "local", "Ilanda"),
    "u_selle": ("academia", "local", "Hestria"),
    "n_welcome": ("migrants", "local", "Hestria"),
    "n_bay": ("civil_society", "local", "Ilanda"),
    "b_harbour": ("private", "local", "Hestria"),
    "m_int": ("national_gov", "national", "Hestria"),
    "cec": ("regional_body", "regional", None),
    "gcf": ("global_body", "global", None),
}
PURPOSES = [
    "learn",
    "inform",
    "consult",
    "coordinate",
    "deliver",
    "align",
    "fund",
    "train",
    "monitor",
    "direct",
]
OBJECTIVES = ["o_welcome", "o_antirumour", "o_visa"]
POINTS = {"C1": 2, "C2": 2, "C3": 2, "C4": 2, "C5": 2, "C6": 1, "C7": 1, "C8": 1, "C9": 1}
GATES = {"C1", "C2"}


def kind(actor):
    return PALETTE[actor][0]


def level(actor):
    return PALETTE[actor][1]


def country(actor):
    return PALETTE[actor][2]


def met(answer):
    """The criteria that an answer meets, straight from the words of the curriculum."""
    placed = set(answer["actors"])
    ties = answer["ties"]
    ends = [{tie["from"], tie["to"]} for tie in ties]
    cities = {actor for actor in placed if kind(actor) == "local_gov"}
    return {
        criterion
        for criterion, holds in {
            # at least two actors of type local_gov from at least two countries
            "C1": len(cities) >= 2 and len({country(city) for city in cities}) >= 2,
            # at least one tie, and every tie joins two actors of the same level
            "C2": bool(ties) and all(level(tie["from"]) == level(tie["to"]) for tie in ties),
            # graph of placed actors is connected
            "C3": is_connected(placed, ends),
            # an actor of type migrants or civil_society is tied to a local_gov
            "C4": any(
                {kind(one), kind(other)} in ({"migrants", "local_gov"}, {"civil_society", "local_gov"})
                for one, other in ends
            ),
            # a two-way tie with purpose learn joins local_gov actors of different countries
            "C5": any(
                tie["purpose"] == "learn"
                and tie["both"]
                and kind(tie["from"]) == kind(tie["to"]) == "local_gov"
                and country(tie["from"]) != country(tie["to"])
                for tie in ties
            ),
            # at least one tie has purpose deliver or coordinate
            "C6": any(tie["purpose"] in ("deliver", "coordinate") for tie in ties),
            # placed actors have at least three different types
            "C7": len({kind(actor) for actor in placed}) >= 3,
            # convener is placed and tied to at least two actors
            "C8": answer["convener"] in placed
            and len(set().union(*(pair for pair in ends if answer["convener"] in pair)) - {answer["convener"]}) >= 2,
            # the objective is o_welcome or o_antirumour
            "C9": answer["objective"] in ("o_welcome", "o_antirumour"),
        }.items()
        if holds
    }


def is_connected(placed, ends):
    """Merge the islands that a tie joins; one island left is one network. Nobody placed is no network."""
    islands = [{actor} for actor in placed]
    for pair in ends:
        touched = [island for island in islands if island & pair]
        islands = [island for island in islands if not island & pair] + [set().union(*touched)]
    return len(islands) == 1


@st.composite
def designs(draw):
    """Valid designs, mostly of few and local actors, so that every criterion is often met and often not."""
    pool = draw(
        st.sampled_from([list(PALETTE), list(PALETTE)[:7], list(PALETTE)[:3], ["c_selle", "c_marrow", "n_bay"]])
    )
    actors = draw(st.lists(st.sampled_from(pool), max_size=8))
    placed = sorted(set(actors))
    ties = []
    if len(placed) > 1:
        pairs = [pair for pair in draw(st.lists(st.permutations(placed), max_size=6)) if len(pair) > 1]
        chain = list(pairwise(placed)) if draw(st.booleans()) else []
        for from_, to, *_ in [*pairs, *chain]:
            purpose = draw(st.sampled_from([None, "learn", "learn", *PURPOSES]))
            ties.append({"from": from_, "to": to, "both": draw(st.booleans()), "purpose": purpose})
    convener = draw(st.sampled_from([None, *PALETTE, *placed, *placed]))
    return {
        "actors": actors,
        "ties": ties,
        "convener": convener,
        "objective": draw(st.sampled_from([None, *OBJECTIVES])),
    }


@settings(deadline=None, max_examples=800)
@given(designs())
def test_the_grade_of_any_design_follows_the_words_of_the_curriculum(design):
    expected = met(design)
    result = grade(HARBOUR, design)
    points = sum(POINTS[criterion] for criterion in expected)
    assert {criterion["id"] for criterion in result["criteria"] if criterion["met"]} == expected
    assert (result["points"], result["max_points"]) == (points, 14)
    assert result["passed"] == (expected >= GATES and points >= 0.7 * 14)


def test_the_exercise_offers_what_the_curriculum_gives():
    setting = HARBOUR.setting
    assert {a["id"]: (a["type"], a["level"], a.get("country")) for a in setting["palette"]} == PALETTE
    assert setting["purposes"] == PURPOSES
    assert [objective["id"] for objective in setting["objectives"]] == OBJECTIVES
    assert {criterion.id: criterion.points for criterion in HARBOUR.criteria} == POINTS
    assert {criterion.id for criterion in HARBOUR.criteria if criterion.gate} == GATES
