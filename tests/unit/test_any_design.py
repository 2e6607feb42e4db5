"""Whatever comes in as a design: a grade when it is well formed, a plain sentence otherwise; order means nothing."""

import copy
import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit import find_solution, grade
from coursekit.checks.exercises import check_criteria
from coursekit.exercises.payload import misconceptions
from coursekit.grading.grader import shared_grader
from tests.course import COURSE
from tests.unit.any_answers import any_json, check_grade_or_sentence, refusal, spoilt
from tests.unit.designs import DESIGNS, answers_and_fails, choices, designs, exercise_named, ids
from tests.unit.harbour import PAYLOADS

WORDS = ["from", "to", "both", "purpose", "payload", "lead", "support", "actors", "ties", "functions", "convener"]
STRICTEST = "too-many-cooks"


def is_well_formed(setting, answer):
    """Say so by the rules of the exercise alone: an opinion that shares no code with the grader."""
    asked = {"actors", "ties", *choices(setting), *(["functions"] if "functions" in setting else [])}
    if not isinstance(answer, dict) or set(answer) != asked:
        return False
    palette = ids(setting["palette"])
    if not is_list_of(answer["actors"], palette) or not isinstance(answer["ties"], list) or len(answer["ties"]) > 500:
        return False
    if not all(is_tie(setting, tie, answer["actors"]) for tie in answer["ties"]):
        return False
    if "functions" in asked and not are_shares(answer["functions"], ids(setting["functions"]), palette):
        return False
    if "meet_weeks" in asked and not is_whole(answer["meet_weeks"]):
        return False
    named = {field: known for field, known in choices(setting).items() if field != "meet_weeks"}
    return all(is_choice(answer[field], known) for field, known in named.items())


def is_id(value, known):
    return isinstance(value, str) and value in known


def is_choice(value, known):
    return value is None or is_id(value, known)


def is_list_of(value, known):
    return isinstance(value, list) and len(value) <= 500 and all(is_id(entry, known) for entry in value)


def is_whole(value):
    """JavaScript knows no difference between 12 and 12.0, and counts exactly up to 2 ** 53."""
    if value is None:
        return True
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and value == value // 1 and abs(value) < 2**53


def are_shares(functions, known, palette):
    if not isinstance(functions, dict) or not set(functions) <= set(known):
        return False
    for share in functions.values():
        if share is None:
            continue
        if not isinstance(share, dict) or not set(share) <= {"lead", "support"}:
            return False
        lead, support = share.get("lead"), share.get("support", [])
        if not (is_choice(lead, palette) or is_list_of(lead, palette)) or not is_list_of(
            [] if support is None else support, palette
        ):
            return False
    return True


def is_tie(setting, tie, actors):
    return (
        isinstance(tie, dict)
        and {"from", "to", "both", "purpose"} <= set(tie) <= {"from", "to", "both", "purpose", "payload"}
        and is_id(tie["from"], actors)
        and is_id(tie["to"], actors)
        and tie["from"] != tie["to"]
        and isinstance(tie["both"], bool)
        and is_choice(tie["purpose"], setting["purposes"])
        and is_choice(tie.get("payload"), setting["payloads"] or PAYLOADS)
    )


def words_of(setting):
    return [*WORDS, *ids(setting["palette"]), *ids(setting.get("functions", [])), *setting["purposes"][:3]]


@pytest.mark.parametrize("name", DESIGNS)
def test_any_json_gets_a_grade_or_a_sentence(name):
    exercise = exercise_named(name)

    @settings(deadline=None, max_examples=80)
    @given(any_json(words_of(exercise.setting)))
    def check(answer):
        check_grade_or_sentence(exercise, answer, is_well_formed=is_well_formed(exercise.setting, answer))

    check()


@pytest.mark.parametrize("name", DESIGNS)
def test_a_design_that_was_spoilt_gets_a_grade_or_a_sentence(name):
    exercise = exercise_named(name)

    @settings(deadline=None, max_examples=80)
    @given(spoilt([answer for answer, _ in answers_and_fails(name)], words_of(exercise.setting)))
    def check(answer):
        check_grade_or_sentence(exercise, answer, is_well_formed=is_well_formed(exercise.setting, answer))

    check()


@pytest.mark.parametrize("name", DESIGNS)
def test_no_order_and_no_repeated_id_changes_a_grade(name):
    exercise = exercise_named(name)

    @settings(deadline=None, max_examples=100)
    @given(designs(name), st.integers(0, 2**32))
    def check(design, seed):
        assert grade(exercise, shuffled(design, random.Random(seed))) == grade(exercise, design)

    check()


def shuffled(design, chance):
    """The same design, written otherwise."""
    other = dict(chance.sample(list(copy.deepcopy(design).items()), len(design)))
    chance.shuffle(other["ties"])
    chance.shuffle(other["actors"])
    other["actors"] += other["actors"][:2]
    for tie in other["ties"]:
        if tie["both"] and chance.random() < 1 / 2:
            tie["from"], tie["to"] = tie["to"], tie["from"]
    for share in filter(None, other.get("functions", {}).values()):
        for listed in (value for value in share.values() if isinstance(value, list)):
            chance.shuffle(listed)
            listed.extend(listed[:1])
    return other


@pytest.mark.parametrize("name", DESIGNS)
def test_who_has_not_started_shows_no_misconception(name):
    exercise, grader = exercise_named(name), shared_grader(COURSE)
    signs = misconceptions(find_solution(exercise))
    assert len(signs) >= 2
    assert grader.signs(exercise, signs, grader.empty_answer(exercise)) == []


REFUSED = {
    "a lead who is no actor": ("functions", {"f_jobs": {"lead": "mayor"}}),
    "a function nobody asked for": ("functions", {"f_parks": {"lead": "uni"}}),
    "functions that are none": ("functions", None),
    "support that is no list": ("functions", {"f_jobs": {"lead": "uni", "support": "emp"}}),
    "a share with more to it": ("functions", {"f_jobs": {"lead": "uni", "budget": 3}}),
    "weeks as text": ("meet_weeks", "7"),
    "half a week": ("meet_weeks", 0.5),
    "weeks as yes": ("meet_weeks", True),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_no_form_would_give_is_refused(case):
    exercise = exercise_named(STRICTEST)
    field, value = REFUSED[case]
    assert field in refusal(exercise, {**answers_and_fails(STRICTEST)[0][0], field: value})


def test_a_repair_that_opens_on_a_broken_answer_is_found():
    exercise = exercise_named(STRICTEST)
    start = {**exercise.setting["start"], "actors": ["c_bay"]}
    broken = msgspec.structs.replace(exercise, setting={**exercise.setting, "start": start})
    (problem,) = check_criteria("cooks.yaml", broken, [], shared_grader(COURSE))
    assert str(problem).startswith(
        "cooks.yaml: setting: the grader refuses the answer of someone who has not started: "
    )
    assert 'Tie 1 names "ngo_a"' in str(problem)


def test_a_design_with_as_many_ties_as_can_be_is_graded():
    name = "fair-corridor"
    exercise = exercise_named(name)
    actors = ids(exercise.setting["palette"])
    purposes = exercise.setting["purposes"]
    ties = [
        {"from": actors[n % 14], "to": actors[(n // 14 + n + 1) % 14], "both": n % 2 == 0, "purpose": purposes[n % 10]}
        for n in range(600)
    ]
    answer = {
        **answers_and_fails(name)[0][0],
        "actors": actors,
        "ties": [t for t in ties if t["from"] != t["to"]][:500],
    }
    assert len(answer["ties"]) == 500
    assert not grade(exercise, answer)["passed"]
