"""Whatever comes in: a grade for a well-formed answer, a sentence for any other."""

import copy
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit.grading import AnswerRefusedError, grade
from tests.unit.harbour import EMPTY, HARBOUR, IDS, MODEL, OBJECTIVES, PURPOSES, SOLUTION


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
        and tie.get("payload") is None
    )


UNPRINTABLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def grade_or_sentence(answer):
    try:
        return grade(HARBOUR, answer), ""
    except AnswerRefusedError as error:
        return None, str(error)


def check_grade_or_sentence(answer):
    result, sentence = grade_or_sentence(answer)
    assert (result is not None) == is_well_formed(answer)
    if result:
        assert 0 <= result["points"] <= result["max_points"] == 14
    else:
        assert "fault of the course" not in sentence
        assert 10 < len(sentence) < 400
        assert not {unicodedata.category(letter) for letter in sentence} & UNPRINTABLE


WORDS = st.sampled_from(
    [*IDS, *PURPOSES[:3], *OBJECTIVES, *EMPTY, "from", "to", "both", "purpose", "payload", "__proto__",
     "constructor", "length", "toString", ""]
)  # fmt: skip
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | WORDS | st.text(max_size=8)
ANY_JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(WORDS | st.text(max_size=5), inner, max_size=6),
    max_leaves=15,
)


@settings(deadline=None, max_examples=200)
@given(ANY_JSON)
def test_any_json_gets_a_grade_or_a_sentence(answer):
    check_grade_or_sentence(answer)


def places(value, path=()):
    """Every place in an answer, as the path of keys to it."""
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield from places(part, (*path, key))


@st.composite
def spoilt_answers(draw):
    answer = copy.deepcopy(draw(st.sampled_from([MODEL, SOLUTION.alternative.answer])))
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from([path for path in places(answer) if path] or [()]))
        if not path:
            break
        holder = answer
        for key in path[:-1]:
            holder = holder[key]
        action = draw(st.sampled_from(["replace", "delete", "add", "repeat"]))
        if action == "replace":
            holder[path[-1]] = draw(ANY_JSON)
        elif action == "delete":
            del holder[path[-1]]
        elif isinstance(holder, list):
            holder.append(copy.deepcopy(holder[path[-1]]) if action == "repeat" else draw(ANY_JSON))
        else:
            holder[draw(WORDS)] = draw(ANY_JSON)
    return answer


@settings(deadline=None, max_examples=300)
@given(spoilt_answers())
def test_a_good_answer_that_was_spoilt_gets_a_grade_or_a_sentence(answer):
    check_grade_or_sentence(answer)
