"""The rubric of E8.1 against a second opinion: the ten predicates, written in Python from their words."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit import find_exercise, find_solution, grade
from coursekit.grading.solutions import solution_answers
from tests.unit.any_answers import any_json, check_grade_or_sentence, refusal, spoilt, unmet
from tests.unit.second_opinion import check_grade

POLICIES_EXERCISE = find_exercise("E8.1")
SOLUTION = find_solution(POLICIES_EXERCISE)
MODEL = SOLUTION.model.answer
POLICIES = ["P1", "P2", "P3", "P4", "P5", "P6", "P7"]
GROUPS = ["children", "senders", "displaced", "returnees", "patients", "students", "tenants"]
FIXES = ["fx_home_track", "fx_exempt", "fx_landplan", "fx_pr", "fx_cancel_clinics", "fx_more_land"]
ACCEPTED = {
    frozenset({"P1", "P2"}): {"fx_home_track"},
    frozenset({"P3", "P4"}): {"fx_exempt"},
    frozenset({"P6", "P7"}): {"fx_landplan", "fx_more_land"},
}
HELPING = [frozenset({"P2", "P5"}), frozenset({"P4", "P7"}), frozenset({"P1", "P5"})]
NEW, EXISTING = ["P1", "P3", "P5", "P6"], ["P2", "P4", "P7"]
POINTS = {"C1": 2, "C2": 2, "C3": 2, "C4": 1, "C5": 1, "C6": 2, "C7": 2, "C8": 1, "C9": 2, "C10": 1}
GATES = {"C1", "C6"}
KEYS = ["timing", "focal", "groups", "unknown"]
WORDS = [
    "P1|P2",
    "P2|P1",
    "P4|P3",
    "P1|P1",
    *POLICIES,
    "supports",
    "conflicts",
    "neutral",
    *FIXES[:2],
    *GROUPS[:2],
    *KEYS,
]


def met(answer):
    """The criteria that an answer meets, straight from the words of the design."""
    relations = {frozenset(key.split("|")): relation for key, relation in answer["pairs"].items()}
    fixes = {frozenset(key.split("|")): fix for key, fix in answer["fixes"].items()}
    conflicts = {pair for pair, relation in relations.items() if relation == "conflicts"}
    true = conflicts & set(ACCEPTED)
    screen = answer["screen"]
    focal = [(screen.get(policy, {}).get("focal") or "").strip() for policy in POLICIES]

    def timed(policies, timing):
        return all(screen.get(policy, {}).get("timing") == timing for policy in policies)

    def lists(policy, *groups):
        return bool(set(groups) & set(screen.get(policy, {}).get("groups", [])))

    return {
        criterion
        for criterion, holds in {
            # pairs has P1|P2 == conflicts, and so on
            "C1": frozenset({"P1", "P2"}) in conflicts,
            "C2": frozenset({"P3", "P4"}) in conflicts,
            "C3": frozenset({"P6", "P7"}) in conflicts,
            # at most two pairs are marked conflicts beyond the three true ones
            "C4": len(conflicts - set(ACCEPTED)) <= 2,
            # at least two of three pairs are marked supports
            "C5": sum(relations.get(pair) == "supports" for pair in HELPING) >= 2,
            # all seven screened, new ones ex_ante and existing ones ex_post
            "C6": timed(NEW, "ex_ante") and timed(EXISTING, "ex_post"),
            # every true conflict marked has a fix from its accepted set, and at least two are marked
            "C7": len(true) >= 2 and all(fixes.get(pair) in ACCEPTED[pair] for pair in true),
            # every policy has a focal ministry and at least five different ministries appear
            "C8": all(focal) and len(set(focal)) >= 5,
            # P1 lists children or patients, P3 senders, P6 displaced
            "C9": lists("P1", "children", "patients") and lists("P3", "senders") and lists("P6", "displaced"),
            # at least one policy has unknown set to a data source
            "C10": any((screening["unknown"] or "").strip() for screening in screen.values()),
        }.items()
        if holds
    }


def is_well_formed(answer):
    """Say so by the rules of the exercise alone."""
    if not isinstance(answer, dict) or set(answer) != {"pairs", "screen", "fixes"}:
        return False
    if not all(isinstance(part, dict) for part in answer.values()):
        return False
    return (
        are_pairs(answer["pairs"], ["supports", "conflicts"])
        and are_pairs(answer["fixes"], FIXES)
        and set(answer["screen"]) <= set(POLICIES)
        and all(map(is_screening, answer["screen"].values()))
    )


def are_pairs(part, known):
    pairs = [frozenset(key.split("|")) for key in part if key.count("|") == 1]
    named = len(pairs) == len(part) and all(pair <= set(POLICIES) and len(pair) == 2 for pair in pairs)
    values = all(value is None or (isinstance(value, str) and value in known) for value in part.values())
    return named and len(set(pairs)) == len(pairs) and values


def is_screening(value):
    return value is None or (
        isinstance(value, dict)
        and {*KEYS} - {"unknown"} <= set(value) <= {*KEYS}
        and (value["timing"] is None or value["timing"] in ("ex_ante", "ex_post"))
        and all(
            value.get(key) is None or (isinstance(value[key], str) and len(value[key]) <= 200) for key in KEYS[1::2]
        )
        and isinstance(value["groups"], list)
        and all(isinstance(group, str) and group in GROUPS for group in value["groups"])
    )


ALL_PAIRS = [sorted(pair) for pair in combinations(POLICIES, 2)]
LIKELY = [["P1", "P2"], ["P3", "P4"], ["P6", "P7"], ["P2", "P5"], ["P4", "P7"], ["P1", "P5"]]


@st.composite
def pair_maps(draw, values):
    chosen = draw(st.lists(st.sampled_from([*LIKELY, *LIKELY, *ALL_PAIRS]), max_size=9, unique_by=tuple))
    return {"|".join(draw(st.permutations(pair))): draw(values) for pair in chosen}


@st.composite
def sheets(draw):
    """Answers near the good ones and far from them."""
    answer = {key: dict(part) for key, part in draw(st.sampled_from([MODEL, SOLUTION.alternative.answer])).items()}
    if draw(st.booleans()):
        answer["pairs"] = draw(pair_maps(st.sampled_from(["supports", "conflicts", "conflicts", None])))
    if draw(st.booleans()):
        answer["fixes"] = draw(pair_maps(st.sampled_from([*FIXES, None])))
    screening = st.fixed_dictionaries(
        {
            "timing": st.sampled_from(["ex_ante", "ex_post", None]),
            "focal": st.sampled_from(["labour", "health", "Planning office", " ", "", None]),
            "groups": st.lists(st.sampled_from(GROUPS), max_size=3),
            "unknown": st.sampled_from([None, None, "", "  ", "census", "a study of our own"]),
        }
    )
    for policy in draw(st.sets(st.sampled_from(POLICIES))):
        answer["screen"][policy] = draw(screening)
    for policy in draw(st.sets(st.sampled_from(POLICIES), max_size=2)):
        answer["screen"].pop(policy)
    return answer


@settings(deadline=None, max_examples=600)
@given(sheets())
def test_the_grade_of_any_sheet_follows_the_words_of_the_design(answer):
    check_grade(POLICIES_EXERCISE, answer, met(answer), GATES)


@pytest.mark.parametrize(("answer", "fails"), [(answer, set(fails)) for _, answer, fails in solution_answers(SOLUTION)])
def test_each_answer_of_the_solution_fails_what_the_words_say(answer, fails):
    assert set(POINTS) - met(answer) == fails == unmet(POLICIES_EXERCISE, answer)


def with_pairs(**change):
    """The model with other pairs; `P1_P3="conflicts"` marks one, None unmarks it."""
    pairs = {**MODEL["pairs"], **{key.replace("_", "|"): relation for key, relation in change.items()}}
    return {**MODEL, "pairs": {key: relation for key, relation in pairs.items() if relation}}


def with_screen(policy, **change):
    return {**MODEL, "screen": {**MODEL["screen"], policy: {**MODEL["screen"][policy], **change}}}


@pytest.mark.parametrize(
    ("answer", "fails"),
    [
        (with_pairs(P1_P3="conflicts", P1_P4="conflicts"), set()),
        (with_pairs(P1_P3="conflicts", P1_P4="conflicts", P2_P3="conflicts"), {"C4"}),
        (with_pairs(P3_P4=None), {"C2"}),  # the fix that stays for it is ignored
        (with_pairs(P3_P4=None, P6_P7=None), {"C2", "C3", "C7"}),
        (with_pairs(P3_P4="supports"), {"C2"}),
        ({**MODEL, "fixes": {"P2|P1": "fx_home_track", "P4|P3": "fx_exempt", "P7|P6": "fx_more_land"}}, set()),
        ({**MODEL, "fixes": {**MODEL["fixes"], "P1|P7": "fx_cancel_clinics"}}, set()),
        ({**MODEL, "fixes": {**MODEL["fixes"], "P1|P2": None}}, {"C7"}),
        (with_screen("P4", timing=None), {"C6"}),
        (with_screen("P4", focal="Office of the President"), set()),
        (with_screen("P4", focal=" "), {"C8"}),
        (with_screen("P1", unknown=" "), {"C10"}),
        (with_screen("P1", groups=["patients", "patients"]), set()),
    ],
)
def test_limits_and_readings(answer, fails):
    assert unmet(POLICIES_EXERCISE, answer) == fails


def test_five_ministries_are_enough_and_four_are_not():
    five = with_screen("P7", focal="economy")
    five = {**five, "screen": {**five["screen"], "P6": {**five["screen"]["P6"], "focal": "finance"}}}
    assert unmet(POLICIES_EXERCISE, five) == set()
    four = {**five, "screen": {**five["screen"], "P5": {**five["screen"]["P5"], "focal": "health"}}}
    assert unmet(POLICIES_EXERCISE, four) == {"C8"}


def test_the_order_within_a_pair_and_of_all_keys_means_nothing():
    turned = {
        "fixes": {"|".join(reversed(key.split("|"))): fix for key, fix in reversed(MODEL["fixes"].items())},
        "screen": dict(reversed(MODEL["screen"].items())),
        "pairs": {"|".join(reversed(key.split("|"))): relation for key, relation in reversed(MODEL["pairs"].items())},
    }
    assert grade(POLICIES_EXERCISE, turned) == grade(POLICIES_EXERCISE, MODEL)


def test_nothing_yet_raises_no_false_alarm_and_meets_nothing_else():
    assert unmet(POLICIES_EXERCISE, {"pairs": {}, "screen": {}, "fixes": {}}) == set(POINTS) - {"C4"}


@pytest.mark.parametrize(
    ("answer", "part"),
    [
        (with_pairs(P2_P1="conflicts"), '"P2|P1" a second time'),
        (with_pairs(P1_P3="neutral"), '"neutral"'),
        (with_pairs(P1_P1="conflicts"), "not a pair"),
        (with_pairs(P1_P9="conflicts"), "not a pair"),
        (with_pairs(P1="conflicts"), 'Write a pair as "P1|P2"'),
        ({**MODEL, "fixes": {"P1|P2": "fx_exempt", "P2|P1": "fx_home_track"}}, "a second time"),
        ({**MODEL, "fixes": {"P1|P2": "fx_magic"}}, '"fx_magic"'),
        (with_screen("P1", groups=["ministers"]), '"ministers"'),
        (with_screen("P1", groups=None), "must be a list"),
        (with_screen("P1", timing="later"), '"later"'),
        (with_screen("P1", focal=7), "must be text"),
        (with_screen("P1", unknown="?" * 201), "more than 200 characters"),
        ({"pairs": {}, "screen": {}}, '"fixes" is missing'),
    ],
)
def test_an_answer_that_cannot_be_read_is_refused_in_a_sentence(answer, part):
    assert part in refusal(POLICIES_EXERCISE, answer)


@settings(deadline=None, max_examples=200)
@given(any_json(WORDS) | spoilt([MODEL, SOLUTION.alternative.answer], WORDS))
def test_whatever_comes_in_gets_a_grade_or_a_sentence(answer):
    check_grade_or_sentence(POLICIES_EXERCISE, answer, is_well_formed=is_well_formed(answer))


def test_the_exercise_offers_what_the_design_gives():
    setting = POLICIES_EXERCISE.setting
    assert [policy["id"] for policy in setting["policies"]] == POLICIES
    assert [policy["id"] for policy in setting["policies"] if policy["status"] == "new"] == NEW
    assert {fix["id"] for fix in setting["fixes"]} == set(FIXES)
    assert {group["id"] for group in setting["groups"]} == set(GROUPS)
    assert {criterion.id: criterion.points for criterion in POLICIES_EXERCISE.criteria} == POINTS
    assert {criterion.id for criterion in POLICIES_EXERCISE.criteria if criterion.gate} == GATES
