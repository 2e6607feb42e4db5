"""Whatever comes in: a grade for a well-formed answer, a sentence for any other."""

from hypothesis import given, settings

from tests.unit.any_answers import any_json, check_grade_or_sentence, spoilt
from tests.unit.harbour import EMPTY, HARBOUR, IDS, MODEL, OBJECTIVES, PAYLOADS, PURPOSES, SOLUTION


def is_well_formed(answer):
    """Say so by the rules of the exercise alone: an opinion that shares no code with the grader."""
    if not isinstance(answer, dict) or set(answer) != set(EMPTY):
        return False
    actors, ties = answer["actors"], answer["ties"]
    if not isinstance(actors, list) or len(actors) > 500 or not all(a in IDS for a in actors if isinstance(a, str)):
        return False
    if not all(isinstance(actor, str) for actor in actors):
        return False
    if not isinstance(ties, list) or len(ties) > 500 or not all(is_tie(tie, actors) for tie in ties):
        return False
    return is_choice(answer["convener"], IDS) and is_choice(answer["objective"], OBJECTIVES)


def is_choice(value, known):
    return value is None or (isinstance(value, str) and value in known)


def is_tie(tie, actors):
    return (
        isinstance(tie, dict)
        and {"from", "to", "both", "purpose"} <= set(tie) <= {"from", "to", "both", "purpose", "payload"}
        and isinstance(tie["from"], str)
        and isinstance(tie["to"], str)
        and tie["from"] != tie["to"]
        and {tie["from"], tie["to"]} <= set(actors)
        and isinstance(tie["both"], bool)
        and is_choice(tie["purpose"], PURPOSES)
        and is_choice(tie.get("payload"), PAYLOADS)
    )


def check(answer):
    check_grade_or_sentence(HARBOUR, answer, is_well_formed=is_well_formed(answer))


WORDS = [*IDS, *PURPOSES[:3], *OBJECTIVES, *EMPTY, "from", "to", "both", "purpose", "payload"]


@settings(deadline=None, max_examples=200)
@given(any_json(WORDS))
def test_any_json_gets_a_grade_or_a_sentence(answer):
    check(answer)


@settings(deadline=None, max_examples=300)
@given(spoilt([MODEL, SOLUTION.alternative.answer], WORDS))
def test_a_good_answer_that_was_spoilt_gets_a_grade_or_a_sentence(answer):
    check(answer)
