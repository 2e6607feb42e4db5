"""The rubric of E6.2 against a second opinion: the ten predicates, written in Python from their words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit import find_exercise, find_solution, grade
from coursekit.grading.solutions import solution_answers
from tests.unit.any_answers import any_json, check_grade_or_sentence, refusal, spoilt, unmet
from tests.unit.second_opinion import check_grade

CONSULTATION = find_exercise("E6.2")
SOLUTION = find_solution(CONSULTATION)
MODEL = SOLUTION.model.answer
VITAL = ["workers", "undoc", "growers", "union_loc", "diasp", "resid"]
GROUPS = [*VITAL, "clinic", "m_lab"]
STAGES = ["frame", "options", "draft", "review"]
COSTS = {
    "survey_app": 10,
    "evening_meeting": 8,
    "farm_visit": 12,
    "phone_line": 6,
    "plenary": 5,
    "focus_group": 9,
    "advisory_board": 15,
    "written_call": 2,
    "closed_union_meeting": 6,
}
POINTS = {"C1": 2, "C2": 1, "C3": 2, "C4": 2, "C5": 2, "C6": 2, "C7": 2, "C8": 1, "C9": 1, "C10": 1}
GATES = {"C1", "C3", "C6"}
KEYS = ["who", "stage", "method", "week", "feedback_week"]
WORDS = [*GROUPS, *STAGES, *COSTS, *KEYS, "rows"]


def row(who, stage, method, week, feedback):
    return dict(zip(KEYS, [who, stage, method, week, feedback], strict=True))


def is_timely(planned):
    week, stage = planned["week"], planned["stage"]
    if stage == "review":
        return week is not None and week > 20
    return stage is None or (week is not None and week < 20)


def is_answered(planned):
    week, feedback = planned["week"], planned["feedback_week"]
    return None not in (week, feedback) and week <= feedback <= week + 6


def met(answer):
    """The criteria that an answer meets, straight from the words of the design."""
    rows = answer["rows"]
    asked = [planned["who"] for planned in rows if planned["who"] is not None]
    stages = {planned["stage"] for planned in rows} - {None}
    pairs = {(planned["method"], planned["week"]) for planned in rows if planned["method"] is not None}

    def uses(who, methods, stages=(*STAGES, None)):
        return [r["method"] in methods and r["stage"] in stages for r in rows if r["who"] == who]

    def groups_of(pair):
        return {r["who"] for r in rows if (r["method"], r["week"]) == pair} - {None}

    safe = uses("undoc", ["phone_line", "closed_union_meeting", "focus_group"])
    return {
        criterion
        for criterion, holds in {
            # each of six groups has at least one row
            "C1": set(VITAL) <= set(asked),
            # rows use at least three stages and at least one row has stage review
            "C2": len(stages) >= 3 and "review" in stages,
            # every frame, options or draft row has week < 20 and every review row has week > 20
            "C3": bool(rows) and all(map(is_timely, rows)),
            # every row has week <= feedback_week <= week + 6
            "C4": bool(rows) and all(map(is_answered, rows)),
            # some workers row uses one of four methods
            "C5": any(uses("workers", ["farm_visit", "evening_meeting", "phone_line", "survey_app"])),
            # every undoc row uses one of three methods
            "C6": bool(safe) and all(safe),
            # some growers row uses one of three methods at stage frame or options
            "C7": any(uses("growers", ["advisory_board", "focus_group", "farm_visit"], ["frame", "options"])),
            # sum of costs over distinct (method, week) pairs <= 90
            "C8": sum(COSTS[method] for method, _ in pairs) <= 90,
            # at least one (method, week) is shared by two or more groups
            "C9": any(len(groups_of(pair)) >= 2 for pair in pairs if pair[1] is not None),
            # at least one group has two or more rows
            "C10": any(asked.count(group) >= 2 for group in asked),
        }.items()
        if holds
    }


def is_well_formed(answer):
    """Say so by the rules of the exercise alone."""
    if not isinstance(answer, dict) or set(answer) != {"rows"} or not isinstance(answer["rows"], list):
        return False
    return len(answer["rows"]) <= 500 and all(map(is_row, answer["rows"]))


def is_row(value):
    if not isinstance(value, dict) or set(value) != set(KEYS):
        return False
    known = {"who": GROUPS, "stage": STAGES, "method": list(COSTS)}
    chosen = all(
        value[key] is None or (isinstance(value[key], str) and value[key] in ids) for key, ids in known.items()
    )
    return chosen and all(is_whole_or_open(value[key]) for key in ("week", "feedback_week"))


def is_whole_or_open(value):
    if value is None:
        return True
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and abs(value) < 2**53 and value == int(value)


@st.composite
def plans(draw):
    """Plans near the good answers and far from them: few weeks and methods, so that meetings are often shared."""
    base = draw(st.sampled_from([MODEL["rows"], SOLUTION.alternative.answer["rows"], []]))
    kept = [planned for planned in base if draw(st.integers(0, 9)) > 0]
    weeks = st.sampled_from([4, 8, 19, 20, 21, 32, 0, -3, 8.0, None])
    methods = st.sampled_from(draw(st.sampled_from([list(COSTS), ["advisory_board", "farm_visit", None]])))
    for _ in range(draw(st.integers(0, 6))):
        week = draw(weeks)
        feedback = (
            draw(weeks) if week is None or draw(st.booleans()) else week + draw(st.sampled_from([-1, 0, 5, 6, 7]))
        )
        who, stage = draw(st.sampled_from([*GROUPS, None])), draw(st.sampled_from([*STAGES, None]))
        kept.insert(draw(st.integers(0, len(kept))), row(who, stage, draw(methods), week, feedback))
    return {"rows": kept}


@settings(deadline=None, max_examples=600)
@given(plans())
def test_the_grade_of_any_plan_follows_the_words_of_the_design(answer):
    check_grade(CONSULTATION, answer, met(answer), GATES)


@pytest.mark.parametrize(("answer", "fails"), [(answer, set(fails)) for _, answer, fails in solution_answers(SOLUTION)])
def test_each_answer_of_the_solution_fails_what_the_words_say(answer, fails):
    assert set(POINTS) - met(answer) == fails == unmet(CONSULTATION, answer)


def with_row(index, **change):
    rows = [dict(planned) for planned in MODEL["rows"]]
    rows[index].update(change)
    return {"rows": rows}


@pytest.mark.parametrize(
    ("answer", "fails"),
    [
        (with_row(6, method="phone_line", week=19, feedback_week=20), set()),
        (with_row(6, week=20, feedback_week=20), {"C3"}),
        (with_row(8, week=21, feedback_week=21), set()),
        (with_row(8, week=20, feedback_week=21), {"C3"}),
        (with_row(0, feedback_week=10), set()),
        (with_row(0, feedback_week=11), {"C4"}),
        (with_row(0, feedback_week=3), {"C4"}),
        (with_row(0, feedback_week=None), {"C4"}),
        (with_row(0, week=None), {"C3", "C4"}),
        (with_row(0, week=4.0), set()),
        (with_row(4, method=None), {"C6"}),
        (with_row(4, who=None), {"C1", "C6"}),
        (with_row(0, stage=None), set()),  # options, draft and review are three
    ],
)
def test_limits_and_what_is_left_open(answer, fails):
    assert unmet(CONSULTATION, answer) == fails


def test_ninety_points_are_within_the_budget_and_a_point_more_is_not():
    extra = [
        row("clinic", "options", method, week, week) for method, week in [("advisory_board", 9), ("focus_group", 9)]
    ]
    exact = {"rows": [*MODEL["rows"], *extra]}
    assert unmet(CONSULTATION, exact) == set()
    over = {"rows": [*exact["rows"], row("m_lab", "options", "written_call", 9, 9)]}
    assert unmet(CONSULTATION, over) == {"C8"}
    shared = {"rows": [*exact["rows"], row("m_lab", "options", "focus_group", 9, 9)]}
    assert unmet(CONSULTATION, shared) == set()


def test_two_rows_alike_are_two_rows_and_one_meeting():
    answer = {"rows": [row("resid", "draft", "plenary", 5, 6)] * 2}
    assert not unmet(CONSULTATION, answer) & {"C8", "C10"}
    assert "C9" in unmet(CONSULTATION, answer)


def test_a_meeting_without_a_week_is_shared_by_nobody():
    answer = {"rows": [row(who, "draft", "plenary", None, None) for who in ("resid", "growers")]}
    assert "C9" in unmet(CONSULTATION, answer)


def test_the_order_of_the_rows_means_nothing():
    assert grade(CONSULTATION, {"rows": MODEL["rows"][::-1]}) == grade(CONSULTATION, MODEL)


def test_an_empty_plan_meets_the_budget_alone():
    assert unmet(CONSULTATION, {"rows": []}) == set(POINTS) - {"C8"}


@pytest.mark.parametrize(
    ("answer", "part"),
    [
        ({"rows": [{**MODEL["rows"][0], "who": "press"}]}, '"press"'),
        ({"rows": [{**MODEL["rows"][0], "stage": "vote"}]}, '"vote"'),
        ({"rows": [{**MODEL["rows"][0], "week": "4"}]}, "Row 1, week"),
        ({"rows": [{**MODEL["rows"][0], "note": ""}]}, "Row 1, note"),
        ({"rows": [{key: MODEL["rows"][0][key] for key in KEYS[:-1]}]}, "Row 1, feedback_week"),
        ({"rows": {}}, '"rows" must be a list'),
        ({"rows": [], "budget": 100}, "budget"),
        ({"rows": MODEL["rows"] * 60}, "more than 500 entries"),
    ],
)
def test_an_answer_that_cannot_be_read_is_refused_in_a_sentence(answer, part):
    assert part in refusal(CONSULTATION, answer)


@settings(deadline=None, max_examples=200)
@given(any_json(WORDS) | spoilt([MODEL, SOLUTION.alternative.answer], WORDS))
def test_whatever_comes_in_gets_a_grade_or_a_sentence(answer):
    check_grade_or_sentence(CONSULTATION, answer, is_well_formed=is_well_formed(answer))


def test_the_exercise_offers_what_the_design_gives():
    setting = CONSULTATION.setting
    assert [group["id"] for group in setting["groups"]] == GROUPS
    assert {method["id"]: method["cost"] for method in setting["methods"]} == COSTS
    assert (setting["decision_week"], setting["budget"]) == (20, 90)
    assert {criterion.id: criterion.points for criterion in CONSULTATION.criteria} == POINTS
    assert {criterion.id for criterion in CONSULTATION.criteria if criterion.gate} == GATES
