"""The exercise E4.1 and its answers, as the tests of the grader use them."""

import msgspec

from coursekit import find_exercise, find_solution, grade

HARBOUR = find_exercise("harbour-cities")
SOLUTION = find_solution(HARBOUR)
MODEL = SOLUTION.model.answer
EMPTY = {"actors": [], "ties": [], "convener": None, "objective": None}
IDS = [actor["id"] for actor in HARBOUR.setting["palette"]]
PURPOSES = HARBOUR.setting["purposes"]
PAYLOADS = ["practice_note", "test_result", "priority_issue", "recommendation", "data", "funding"]
OBJECTIVES = [objective["id"] for objective in HARBOUR.setting["objectives"]]


def unmet(exercise, answer):
    return [criterion["id"] for criterion in grade(exercise, answer)["criteria"] if not criterion["met"]]


def tie(from_, to, purpose="learn", *, both=True):
    return {"from": from_, "to": to, "both": both, "purpose": purpose}


def with_criterion(expression):
    """Return the exercise with another expression in its first criterion."""
    first, *others = HARBOUR.criteria
    return msgspec.structs.replace(HARBOUR, criteria=(msgspec.structs.replace(first, when=expression), *others))
