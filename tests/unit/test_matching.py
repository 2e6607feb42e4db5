"""The rubrics of E1.1, E2.1 and E2.2 against a second opinion: their predicates, written in Python."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit import find_exercise, find_solution, grade
from coursekit.grading.solutions import solution_answers
from tests.unit.any_answers import any_json, check_grade_or_sentence, refusal, spoilt, unmet

WRONG = find_exercise("E1.1")
CS = find_exercise("E2.1")
TIES = find_exercise("E2.2")
MODELS = {exercise.number: find_solution(exercise).model.answer for exercise in (WRONG, CS, TIES)}

CONSEQUENCES = ["confusion", "competition", "unclear_objectives", "duplication", "undermining"]
LACKS = ["money", "agreed_aim_and_regular_consultation", "one_strong_agency", "more_meetings"]
FOUR_CS = ["cooperation", "coordination", "consultation", "coherence"]
LEVELS = ["local", "national", "regional", "global"]
SPELLINGS = [*LEVELS, *(f"{one}-{other}" for one in LEVELS for other in LEVELS if one != other)]
SCENES, LABELLED = [f"v{number}" for number in range(1, 7)], list("abcdefgh")
TWELVE = [f"t{number}" for number in range(1, 13)]

POINTS = {
    "E1.1": {**{f"C{number}": 1 for number in range(1, 9)}, "C7": 2},
    "E2.1": {**{f"C_{letter}": 1 for letter in "abcdefgh"}, "C_i": 3},
    "E2.2": {**{f"C{number}": 1 for number in range(4, 10)}, "C1": 3, "C2": 2, "C3": 2},
}
GATES = {"E1.1": {"C7"}, "E2.1": {"C_i"}, "E2.2": {"C1"}}


def met_what_went_wrong(answer):
    match = answer["match"]
    keys = ["confusion", "competition", "unclear_objectives", "duplication", "undermining"]
    met = {f"C{number}" for number, key in enumerate(keys, 1) if match.get(f"v{number}") == key}
    if match.get("v6") in ("competition", "duplication"):
        met.add("C6")
    if answer["lack"] == "agreed_aim_and_regular_consultation":
        met.add("C7")
    if set(match.values()) >= set(CONSEQUENCES):
        met.add("C8")
    return met


def met_name_that_c(answer):
    key = dict(zip(LABELLED, [{"cooperation"}, {"coordination"}, {"consultation"}, {"coherence"},
                              {"cooperation", "coordination"}, {"coordination"}, {"coherence"}, {"consultation"}],
                   strict=True))  # fmt: skip
    met = {f"C_{scene}" for scene, accepted in key.items() if answer["labels"].get(scene) in accepted}
    if (answer["has"], answer["lacks"]) == ("coordination", "coherence"):
        met.add("C_i")
    return met


DIRECTIONS = dict(zip(TWELVE, "HHVHHVHVHVHH", strict=True))
LEVEL_KEY = {
    **{tie: [{"local"}] for tie in ["t1", "t11"]},
    **{tie: [{"national"}] for tie in ["t4", "t5", "t12"]},
    "t2": [{"regional"}],
    "t3": [{"local", "regional"}],
    "t6": [{"national", "regional"}],
    "t7": [{"regional"}, {"global"}],
    "t8": [{"global", "regional"}],
    "t9": [{"global"}],
    "t10": [{"local", "national"}],
}


def met_twelve_ties(answer):
    ties = {tie: answer["ties"].get(tie) or {"dir": None, "levels": None} for tie in TWELVE}
    runs = {tie: given["dir"] for tie, given in ties.items()}
    placed = {tie for tie, given in ties.items() if set((given["levels"] or "").split("-")) in LEVEL_KEY[tie]}
    holds = {
        "C1": sum(runs[tie] == DIRECTIONS[tie] for tie in TWELVE) >= 10,
        "C2": len(placed) >= 9,
        "C3": runs["t4"] == runs["t5"] == "H",
        **{
            criterion: runs[tie] == DIRECTIONS[tie] and tie in placed
            for criterion, tie in {"C4": "t6", "C5": "t7", "C6": "t8", "C7": "t12", "C8": "t10", "C9": "t3"}.items()
        },
    }
    return {criterion for criterion, holds_ in holds.items() if holds_}


ORACLES = {"E1.1": met_what_went_wrong, "E2.1": met_name_that_c, "E2.2": met_twelve_ties}


def check_against_oracle(exercise, answer):
    expected = ORACLES[exercise.number](answer)
    result = grade(exercise, answer)
    points, most = POINTS[exercise.number], sum(POINTS[exercise.number].values())
    assert {criterion["id"] for criterion in result["criteria"] if criterion["met"]} == expected
    assert result["points"] == sum(points[criterion] for criterion in expected)
    assert result["max_points"] == most
    assert result["passed"] == (expected >= GATES[exercise.number] and result["points"] >= 0.7 * most)


@pytest.mark.parametrize("exercise", [WRONG, CS, TIES], ids=lambda exercise: exercise.id)
def test_points_and_gates_are_those_of_the_curriculum(exercise):
    assert {criterion.id: criterion.points for criterion in exercise.criteria} == POINTS[exercise.number]
    assert {criterion.id for criterion in exercise.criteria if criterion.gate} == GATES[exercise.number]


@pytest.mark.parametrize("exercise", [WRONG, CS, TIES], ids=lambda exercise: exercise.id)
def test_every_answer_of_the_solution_gets_the_grade_of_the_oracle(exercise):
    for _, answer, _ in solution_answers(find_solution(exercise)):
        check_against_oracle(exercise, answer)


def some(items, values, near):
    """Answers to some of the items, half of them as the model has them, so that each criterion is often met."""
    cells = {item: st.sampled_from([near[item]]) | values for item in items}
    return st.fixed_dictionaries({}, optional=cells)


@settings(deadline=None, max_examples=300)
@given(
    some(SCENES, st.sampled_from([None, *CONSEQUENCES]), MODELS["E1.1"]["match"]), st.sampled_from([None, *LACKS * 2])
)
def test_any_answer_to_what_went_wrong_is_graded_as_the_oracle_says(match, lack):
    check_against_oracle(WRONG, {"match": match, "lack": lack})


@settings(deadline=None, max_examples=300)
@given(
    some(LABELLED, st.sampled_from([None, *FOUR_CS]), MODELS["E2.1"]["labels"]),
    st.sampled_from([None, "coordination", *FOUR_CS]),
    st.sampled_from([None, "coherence", *FOUR_CS]),
)
def test_any_answer_to_name_that_c_is_graded_as_the_oracle_says(labels, has, lacks):
    check_against_oracle(CS, {"labels": labels, "has": has, "lacks": lacks})


TIE = st.none() | st.fixed_dictionaries(
    {"dir": st.sampled_from([None, "H", "V"]), "levels": st.sampled_from([None, *SPELLINGS])}
)


@settings(deadline=None, max_examples=400)
@given(some(TWELVE, TIE, MODELS["E2.2"]["ties"]), st.booleans())
def test_any_answer_to_twelve_ties_is_graded_as_the_oracle_says(ties, full):
    check_against_oracle(TIES, {"ties": {**MODELS["E2.2"]["ties"], **ties} if full else ties})


def with_ties(**changes):
    return {"ties": {**MODELS["E2.2"]["ties"], **changes}}


def test_ten_right_directions_are_enough_and_nine_are_not():
    off = [("t1", "local"), ("t2", "regional"), ("t9", "global")]
    wrong = {tie: {"dir": "V", "levels": levels} for tie, levels in off}
    assert unmet(TIES, with_ties(t1=wrong["t1"], t2=wrong["t2"])) == set()
    assert unmet(TIES, with_ties(**wrong)) == {"C1"}


def test_nine_right_levels_are_enough_and_eight_are_not():
    open_ = {tie: {"dir": "H", "levels": None} for tie in ["t1", "t2", "t9"]}
    assert unmet(TIES, with_ties(**open_)) == set()
    assert unmet(TIES, with_ties(**open_, t11={"dir": "H", "levels": None})) == {"C2"}


def test_a_pair_of_levels_means_the_same_in_either_order():
    for tie, pair in {"t3": "regional-local", "t6": "regional-national", "t8": "regional-global"}.items():
        assert unmet(TIES, with_ties(**{tie: {"dir": "V", "levels": pair}})) == set()


@pytest.mark.parametrize(
    "levels", ["Local", "local-local", "local national", "local-national-", "local-national-regional", "", "H", 3]
)
def test_other_spellings_of_levels_are_refused(levels):
    assert "ties, t1, levels" in refusal(TIES, with_ties(t1={"dir": "H", "levels": levels}))


@pytest.mark.parametrize(
    ("exercise", "answer", "names"),
    [
        (WRONG, {"match": {}}, "lack"),
        (WRONG, {"match": {"v7": "confusion"}, "lack": None}, "v7"),
        (WRONG, {"match": {"v1": ["confusion"]}, "lack": None}, "match, v1"),
        (WRONG, {"match": [], "lack": None}, "match"),
        (CS, {"labels": {}, "has": None, "lacks": None, "i": "coherence"}, "i"),
        (CS, {"labels": {"i": "coherence"}, "has": None, "lacks": None}, "labels"),
        (TIES, {"ties": {"t1": "H"}}, "ties, t1"),
        (TIES, {"ties": {"t1": {"dir": "H", "levels": "local", "both": True}}}, "both"),
        (TIES, {"ties": {"t1": {"dir": "horizontal", "levels": "local"}}}, "ties, t1, dir"),
    ],
)
def test_a_malformed_answer_is_refused_by_a_sentence_that_names_the_place(exercise, answer, names):
    assert names in refusal(exercise, answer)


def is_choice(value, known):
    return value is None or (isinstance(value, str) and value in known)


def is_map(value, items, is_entry):
    return isinstance(value, dict) and set(value) <= set(items) and all(is_entry(entry) for entry in value.values())


def is_tie(entry):
    return entry is None or (
        isinstance(entry, dict)
        and set(entry) == {"dir", "levels"}
        and is_choice(entry["dir"], ["H", "V"])
        and is_choice(entry["levels"], SPELLINGS)
    )


def is_well_formed(exercise, answer):
    """Say so by the rules of the exercise alone: an opinion that shares no code with the grader."""
    if not isinstance(answer, dict) or set(answer) != set(MODELS[exercise.number]):
        return False
    if exercise is WRONG:
        match = is_map(answer["match"], SCENES, lambda entry: is_choice(entry, CONSEQUENCES))
        return match and is_choice(answer["lack"], LACKS)
    if exercise is CS:
        labels = is_map(answer["labels"], LABELLED, lambda entry: is_choice(entry, FOUR_CS))
        return labels and is_choice(answer["has"], FOUR_CS) and is_choice(answer["lacks"], FOUR_CS)
    return is_map(answer["ties"], TWELVE, is_tie)


WORDS = {
    "E1.1": ["match", "lack", *SCENES, *CONSEQUENCES, *LACKS],
    "E2.1": ["labels", "has", "lacks", *LABELLED, *FOUR_CS],
    "E2.2": ["ties", "dir", "levels", "H", "V", *TWELVE, *SPELLINGS],
}


@pytest.mark.parametrize("exercise", [WRONG, CS, TIES], ids=lambda exercise: exercise.id)
@settings(deadline=None, max_examples=200)
@given(data=st.data())
def test_anything_gets_a_grade_or_a_sentence(exercise, data):
    words = WORDS[exercise.number]
    answer = data.draw(any_json(words) | spoilt([MODELS[exercise.number]], words))
    check_grade_or_sentence(exercise, answer, is_well_formed=is_well_formed(exercise, answer))
