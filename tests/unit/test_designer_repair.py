"""How far a repair has moved from where it began, in the page's own code."""

import copy

import pytest

from coursekit import find_solution
from coursekit.grading.grader import shared_grader
from tests.course import COURSE
from tests.unit.designs import exercise_named
from tests.unit.javascript import call_each

COOKS = exercise_named("too-many-cooks")
START = COOKS.setting["start"]


def count(*designs):
    return call_each("kinds/designer/repair.js", "countChanges", [[START, design] for design in designs])


def changed(**fields):
    return {**copy.deepcopy(START), **fields}


def with_functions(**shares):
    return changed(functions={**START["functions"], **shares})


TIES = START["ties"]
CHANGES = {
    "nothing": (START, 0),
    "the same ties in another order": (changed(ties=TIES[::-1]), 0),
    "the same leads, written otherwise": (
        with_functions(f_hotline={"lead": ["ngo_b", "ngo_a"], "support": []}, f_return={"lead": "m_int"}, f_data=None),
        0,
    ),
    "another aim": (changed(objective="o_choice"), 1),
    "a convener and a rhythm": (changed(convener="c_bay", meet_weeks=6), 2),
    "one more actor": (changed(actors=[*START["actors"], "uni"]), 1),
    "one actor less, with its ties": (
        changed(actors=["c_bay", "m_int", "ngo_a", "ngo_b"], ties=TIES[:2]),
        3,
    ),
    "one tie more": (changed(ties=[*TIES, {"from": "c_bay", "to": "m_int", "both": True, "purpose": "align"}]), 1),
    "a tie with another purpose": (changed(ties=[{**TIES[0], "purpose": "coordinate"}, *TIES[1:]]), 1),
    "a tie drawn twice": (changed(ties=[*TIES, TIES[0]]), 1),
    "a tie turned into a two-way one": (changed(ties=[{**TIES[0], "both": True}, *TIES[1:]]), 1),
    "a tie between two others": (changed(ties=[{**TIES[0], "to": "ngo_b"}, *TIES[1:]]), 2),
    "one lead instead of two, one supporter": (with_functions(f_hotline={"lead": "ngo_a", "support": ["ngo_b"]}), 2),
}


@pytest.mark.parametrize("case", CHANGES)
def test_changes_are_counted(case):
    design, expected = CHANGES[case]
    assert count(design) == [expected]


def test_the_words_of_a_repair_end_with_the_count():
    model = find_solution(COOKS).model.answer
    (changes,) = count(model)
    words = shared_grader(COURSE).describe(COOKS, model)
    assert words[-1] == f"{changes} changes against the design at the start."
    assert shared_grader(COURSE).describe(COOKS, START)[-1] == "0 changes against the design at the start."
    assert "Hotline. Lead: Harbour Aid, Bridge Home. Support: nobody." in shared_grader(COURSE).describe(COOKS, START)
