"""The rubric of E3.1 against a second opinion: its nine predicates, written in Python."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit import find_exercise, find_solution, grade
from coursekit.grading.solutions import solution_answers
from tests.unit.any_answers import any_json, check_grade_or_sentence, refusal, spoilt, unmet

LINE = find_exercise("E3.1")
SOLUTION = find_solution(LINE)
MODEL = SOLUTION.model.answer

TEN = ["icpd", "berne", "gcim", "hld1", "gfmd1", "add", "hld2", "sdg", "nyd", "gcm"]
ACCEPTED = {("hld1", "gfmd1"), ("nyd", "gcm"), ("gcim", "hld1"), ("hld2", "sdg")}
POINTS = {"C0": 1, "C1": 1, "C2": 1, "C3": 2, "C4": 1, "C5": 1, "C6": 1, "C7": 2, "C8": 2}
GATES = {"C0", "C7"}


def met(answer):
    """The criteria that an answer meets, straight from the words of the curriculum."""
    order = answer["order"]
    arrows = {(link["cause"], link["effect"]) for link in answer["links"]}

    def stand(*ids):
        places = [order.index(id_) for id_ in ids if id_ in order]
        return len(places) == len(ids) and all(one < other for one, other in pairwise(places))

    holds = {
        "C0": sorted(order) == sorted(TEN),
        "C1": order[:1] == ["icpd"],
        "C2": stand("icpd", "berne", "hld1") and stand("icpd", "gcim", "hld1"),
        "C3": stand("hld1", "gfmd1"),
        "C4": stand("gfmd1", "add"),
        "C5": stand("hld2", "sdg"),
        "C6": stand("sdg", "nyd", "gcm"),
        "C7": ("hld1", "gfmd1") in arrows,
        "C8": len(arrows) >= 2 and arrows <= ACCEPTED,
    }
    return {criterion for criterion, holds_ in holds.items() if holds_}


def check_against_oracle(answer):
    expected = met(answer)
    result = grade(LINE, answer)
    assert {criterion["id"] for criterion in result["criteria"] if criterion["met"]} == expected
    assert result["points"] == sum(POINTS[criterion] for criterion in expected)
    assert result["max_points"] == 12
    assert result["passed"] == (expected >= GATES and result["points"] >= 0.7 * 12)


def test_the_exercise_offers_what_the_curriculum_gives():
    assert {milestone["id"] for milestone in LINE.setting["milestones"]} == set(TEN)
    supported = {(known["cause"], known["effect"]) for known in LINE.setting["evidence"] if known["level"] != "none"}
    assert supported == ACCEPTED
    assert {criterion.id: criterion.points for criterion in LINE.criteria} == POINTS
    assert {criterion.id for criterion in LINE.criteria if criterion.gate} == GATES


def test_every_answer_of_the_solution_gets_the_grade_of_the_oracle():
    for _, answer, _ in solution_answers(SOLUTION):
        check_against_oracle(answer)


def test_the_order_of_the_waiting_milestones_follows_their_names_and_no_name_carries_its_date():
    names = [milestone["name"] for milestone in LINE.setting["milestones"]]
    assert names == sorted(names, key=str.lower)
    for milestone in LINE.setting["milestones"]:
        assert not any(year in milestone["name"] for year in milestone["date"].split() if year.isdigit())


@st.composite
def lines(draw):
    """Orders near the right one, shuffled ones, and some with milestones missing or repeated."""
    order = list(draw(st.sampled_from([TEN, TEN, TEN[::-1]])))
    for _ in range(draw(st.integers(0, 4))):
        one, other = draw(st.integers(0, len(order) - 1)), draw(st.integers(0, len(order) - 1))
        change = draw(st.sampled_from(["swap", "swap", "swap", "drop", "repeat"]))
        if change == "swap":
            order[one], order[other] = order[other], order[one]
        elif change == "repeat":
            order.insert(other, order[one])
        elif len(order) > 1:
            order.pop(one)
    return draw(st.sampled_from([order, order, order, []]))


ENDS = st.sampled_from([None, *TEN])
ARROW = st.sampled_from(sorted(ACCEPTED)) | st.sampled_from(sorted(ACCEPTED)) | st.tuples(ENDS, ENDS)
ARROWS = st.lists(ARROW.map(lambda ends: {"cause": ends[0], "effect": ends[1]}), max_size=5)


@settings(deadline=None, max_examples=600)
@given(lines(), ARROWS)
def test_any_answer_is_graded_as_the_oracle_says(order, links):
    check_against_oracle({"order": order, "links": links})


def arrow(cause, effect):
    return {"cause": cause, "effect": effect}


STATED = arrow("hld1", "gfmd1")


def test_one_arrow_drawn_twice_is_one_arrow():
    assert unmet(LINE, {**MODEL, "links": [STATED, STATED]}) == {"C8"}
    assert unmet(LINE, {**MODEL, "links": [*MODEL["links"], STATED]}) == set()


def test_the_order_of_arrows_and_of_their_ends_in_the_file_means_nothing():
    turned = [{"effect": link["effect"], "cause": link["cause"]} for link in reversed(MODEL["links"])]
    assert grade(LINE, {**MODEL, "links": turned}) == grade(LINE, MODEL)


def test_an_arrow_the_other_way_is_another_arrow():
    assert unmet(LINE, {**MODEL, "links": [arrow("gfmd1", "hld1"), arrow("gcm", "nyd")]}) == {"C7", "C8"}


@pytest.mark.parametrize("odd", [arrow("gfmd1", "add"), arrow("hld1", None), arrow(None, None), arrow("gcm", "gcm")])
def test_an_arrow_without_support_is_graded_and_not_accepted(odd):
    assert unmet(LINE, {**MODEL, "links": [*MODEL["links"], odd]}) == {"C8"}


def test_a_comparison_with_a_missing_milestone_is_unmet():
    expected = {"icpd": {"C0", "C1", "C2"}, "hld1": {"C0", "C2", "C3"}, "sdg": {"C0", "C5", "C6"}}
    for missing, fails in expected.items():
        assert unmet(LINE, {**MODEL, "order": [id_ for id_ in TEN if id_ != missing]}) == fails


@pytest.mark.parametrize(
    ("answer", "names"),
    [
        ({"order": TEN}, "links"),
        ({"order": {}, "links": []}, "order"),
        ({"order": ["icpd", "cold_war"], "links": []}, "cold_war"),
        ({"order": [None], "links": []}, "order"),
        ({"order": [], "links": [["hld1", "gfmd1"]]}, "Arrow 1"),
        ({"order": [], "links": [{"cause": "hld1"}]}, "Arrow 1, effect"),
        ({"order": [], "links": [{**STATED, "level": "stated"}]}, "level"),
        ({"order": [], "links": [arrow("hld1", "cold_war")]}, "cold_war"),
        ({"order": [], "links": [], "dates": []}, "dates"),
    ],
)
def test_a_malformed_answer_is_refused_by_a_sentence_that_names_the_place(answer, names):
    assert names in refusal(LINE, answer)


def is_milestone(value):
    return isinstance(value, str) and value in TEN


def is_arrow(link):
    return (
        isinstance(link, dict)
        and set(link) == {"cause", "effect"}
        and all(end is None or is_milestone(end) for end in link.values())
    )


def is_well_formed(answer):
    """Say so by the rules of the exercise alone: an opinion that shares no code with the grader."""
    return (
        isinstance(answer, dict)
        and set(answer) == {"order", "links"}
        and isinstance(answer["order"], list)
        and isinstance(answer["links"], list)
        and all(is_milestone(id_) for id_ in answer["order"])
        and all(is_arrow(link) for link in answer["links"])
    )


WORDS = ["order", "links", "cause", "effect", *TEN]


@settings(deadline=None, max_examples=250)
@given(any_json(WORDS) | spoilt([MODEL, SOLUTION.alternative.answer], WORDS))
def test_anything_gets_a_grade_or_a_sentence(answer):
    check_grade_or_sentence(LINE, answer, is_well_formed=is_well_formed(answer))
