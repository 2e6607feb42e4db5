"""The rubric of E8.2 against a second opinion: the ten predicates of the curriculum, written in Python."""

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit import find_exercise
from tests.unit.any_answers import refusal, unmet
from tests.unit.second_opinion import check_grade, check_survives, published, strange_answers

PLAN = find_exercise("E8.2")
ANSWERS = published(PLAN)
MODEL = ANSWERS["model"]
STEPS = [
    "sponsor", "working_group", "focal_points", "profile", "consult", "priorities", "action_plan", "adopt",
    "indicators", "implement", "review",
]  # fmt: skip
LEADS = ["cabinet", "planning", "statistics", "labour", "health", "finance", "foreign", "ngo_forum", "un_team"]
MINISTRIES = ["labour", "health", "education", "finance", "social", "foreign", "justice"]
PARTNERS = [*LEADS, "dev_bank"]
POINTS = {"C1": 1, "C2": 2, "C3": 1, "C4": 2, "C5": 1, "C6": 2, "C7": 1, "C8": 1, "C9": 1, "C10": 1}
GATES = {"C1", "C4", "C6"}


def known(*values):
    return all(value is not None for value in values)


def met(answer):
    """The criteria that an answer meets, straight from the words of the curriculum; what is open meets nothing."""
    steps = answer["steps"]

    def of(step, key):
        return (steps.get(step) or {}).get(key)

    starts = {step: of(step, "start") for step in STEPS}
    ends = {step: of(step, "end") for step in STEPS}
    leads = {of(step, "lead") for step in STEPS} - {None}
    placed_starts = [start for start in starts.values() if start is not None]

    def before(one, other):
        return known(one, other) and one < other

    return {
        criterion
        for criterion, holds in {
            # all eleven steps placed with 1 <= start <= end <= 14
            "C1": all(known(starts[s], ends[s]) and 1 <= starts[s] <= ends[s] <= 14 for s in STEPS),
            # sponsor lead in {cabinet, planning} and sponsor starts no later than any other step
            "C2": of("sponsor", "lead") in ("cabinet", "planning")
            and known(starts["sponsor"])
            and all(starts["sponsor"] <= start for start in placed_starts),
            # working_group starts before priorities and focal_points start before priorities
            "C3": before(starts["working_group"], starts["priorities"])
            and before(starts["focal_points"], starts["priorities"]),
            # profile ends before priorities starts
            "C4": before(ends["profile"], starts["priorities"]),
            # consult starts before priorities ends
            "C5": before(starts["consult"], ends["priorities"]),
            # priorities end <= 6 and adopt covers quarter 7
            "C6": known(ends["priorities"], starts["adopt"], ends["adopt"])
            and ends["priorities"] <= 6
            and starts["adopt"] <= 7 <= ends["adopt"],
            # action_plan ends before implement starts and budget_line == true
            "C7": before(ends["action_plan"], starts["implement"]) and answer["budget_line"] is True,
            # indicators start before implement starts and review starts within 4 quarters of implement start
            "C8": before(starts["indicators"], starts["implement"])
            and known(starts["review"])
            and abs(starts["review"] - starts["implement"]) <= 4,
            # at least five focal_ministries and at least three different step leads
            "C9": len(set(answer["focal_ministries"])) >= 5 and len(leads) >= 3,
            # partners contain finance, un_team or dev_bank
            "C10": bool(set(answer["partners"]) & {"finance", "un_team", "dev_bank"}),
        }.items()
        if holds
    }


QUARTERS = st.integers(-1, 16)
STEP = st.fixed_dictionaries(
    {"start": st.none() | QUARTERS, "end": st.none() | QUARTERS, "lead": st.none() | st.sampled_from(LEADS)}
)


@st.composite
def roadmaps(draw):
    """Roadmaps near the published ones, so that every criterion is often met and often not."""
    answer = copy.deepcopy(draw(st.sampled_from([*ANSWERS.values(), {**MODEL, "steps": {}}])))
    for name in draw(st.lists(st.sampled_from(STEPS), max_size=4)):
        answer["steps"][name] = draw(STEP | st.none())
    for name in draw(st.lists(st.sampled_from(STEPS), max_size=3)):
        if step := answer["steps"].get(name):
            step[draw(st.sampled_from(["start", "end"]))] = draw(QUARTERS)
    for name in draw(st.lists(st.sampled_from(STEPS), max_size=1)):
        answer["steps"].pop(name, None)
    if draw(st.booleans()):
        answer["focal_ministries"] = draw(st.lists(st.sampled_from(MINISTRIES), max_size=7))
        answer["partners"] = draw(st.lists(st.sampled_from(PARTNERS), max_size=3))
        answer["budget_line"] = draw(st.sampled_from([True, False, None]))
    return answer


@settings(deadline=None, max_examples=500)
@given(roadmaps())
def test_the_grade_of_any_roadmap_follows_the_words_of_the_curriculum(answer):
    check_grade(PLAN, answer, met(answer), GATES)


@pytest.mark.parametrize("name", ANSWERS)
def test_the_second_opinion_agrees_on_the_published_answers(name):
    check_grade(PLAN, ANSWERS[name], met(ANSWERS[name]), GATES)


def test_the_exercise_offers_what_the_curriculum_gives():
    setting = PLAN.setting
    assert [step["id"] for step in setting["steps"]] == STEPS
    assert [lead["id"] for lead in setting["leads"]] == LEADS
    assert (setting["quarters"], setting["window"], setting["adoption"]) == (14, {"start": 4, "end": 6}, 7)
    assert {criterion.id: criterion.points for criterion in PLAN.criteria} == POINTS
    assert {criterion.id for criterion in PLAN.criteria if criterion.gate} == GATES


def with_step(name, **part):
    answer = copy.deepcopy(MODEL)
    answer["steps"][name] |= part
    return answer


def test_a_year_either_way_is_near_enough_for_the_review():
    assert "C8" not in unmet(PLAN, with_step("review", start=12, end=12))
    assert "C8" in unmet(PLAN, with_step("review", start=13, end=13))
    assert "C8" not in unmet(PLAN, with_step("review", start=4, end=12))
    assert "C8" in unmet(PLAN, with_step("review", start=3, end=12))


def test_the_same_quarter_is_not_before():
    assert unmet(PLAN, with_step("profile", end=4)) == {"C4"}
    assert unmet(PLAN, with_step("action_plan", end=8)) == {"C7"}
    assert unmet(PLAN, with_step("indicators", start=8)) == {"C8"}
    assert unmet(PLAN, with_step("consult", start=6, end=6)) == {"C5"}


def test_a_whole_number_may_be_written_with_a_point_and_order_means_nothing():
    turned = {**MODEL, "steps": dict(reversed(MODEL["steps"].items())), "partners": MODEL["partners"][::-1]}
    turned["steps"]["review"] = {"start": 11.0, "end": 12.0, "lead": "finance"}
    assert unmet(PLAN, turned) == set()


def test_a_ministry_counts_once_and_by_any_name():
    five = ["labour", "justice", "tourism", "health", "finance"]
    assert unmet(PLAN, {**MODEL, "focal_ministries": five}) == set()
    assert unmet(PLAN, {**MODEL, "focal_ministries": [*five[:4], "labour", " ", ""]}) == {"C9"}


REFUSED = {
    "unknown-step": ({**MODEL, "steps": {"party": None}}, '"steps" holds "party", which this exercise does not know.'),
    "unknown-lead": (with_step("review", lead="me"), '"steps, review, lead" holds "me", which'),
    "text-for-a-quarter": (with_step("review", end="12"), '"steps, review, end" must be a number, but is "12".'),
    "half-a-quarter": (with_step("review", end=11.5), '"steps, review, end" must be a whole number, but is 11.5.'),
    "truth-for-a-quarter": (with_step("review", end=True), '"steps, review, end" must be a number, but is true.'),
    "steps-as-a-list": ({**MODEL, "steps": []}, '"steps" must be an object with one entry for each question.'),
    "budget-in-words": ({**MODEL, "budget_line": "yes"}, 'budget_line must be true or false, but is "yes".'),
    "unknown-partner": ({**MODEL, "partners": ["me"]}, '"partners" holds "me", which this exercise does not know.'),
    "ministry-as-a-number": ({**MODEL, "focal_ministries": [7]}, '"focal_ministries" must be text, but is 7.'),
    "something-more": ({**MODEL, "review": None}, 'The answer has a field "review" that this exercise does not ask'),
    "something-missing": (
        {key: value for key, value in MODEL.items() if key != "partners"},
        'The field "partners" is missing from the answer.',
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_malformed_roadmap_is_refused_with_a_plain_sentence(name):
    answer, sentence = REFUSED[name]
    assert refusal(PLAN, answer).startswith(sentence)


@settings(deadline=None, max_examples=200)
@given(strange_answers(ANSWERS))
def test_any_json_gets_a_grade_or_a_sentence(answer):
    check_survives(PLAN, answer)
