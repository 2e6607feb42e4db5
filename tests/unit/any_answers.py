"""Strange answers, as files and hands bring them: any JSON, and good answers that were spoilt."""

import copy
import unicodedata

from hypothesis import strategies as st

from coursekit import grade
from coursekit.grading.grader import AnswerRefusedError

UNPRINTABLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def unmet(exercise, answer):
    """The criteria that an answer does not meet."""
    return {criterion["id"] for criterion in grade(exercise, answer)["criteria"] if not criterion["met"]}


def refusal(exercise, answer):
    """The sentence with which an answer is refused, or empty text where it is graded."""
    try:
        grade(exercise, answer)
    except AnswerRefusedError as error:
        return str(error)
    return ""


def check_grade_or_sentence(exercise, answer, *, is_well_formed):
    """Check that a well-formed answer is graded within bounds and any other is refused in a plain sentence."""
    sentence = refusal(exercise, answer)
    assert (sentence == "") == is_well_formed
    if is_well_formed:
        result = grade(exercise, answer)
        assert 0 <= result["points"] <= result["max_points"]
    else:
        assert "fault of the course" not in sentence
        assert 10 < len(sentence) < 600
        assert not {unicodedata.category(letter) for letter in sentence} & UNPRINTABLE


def any_json(words):
    """Any JSON value; `words` (ids and keys of the exercise) stand in it more often than chance would put them."""
    known = st.sampled_from([*words, "__proto__", "constructor", "length", "toString", ""])
    leaves = st.none() | st.booleans() | st.integers() | st.floats() | known | st.text(max_size=8)
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=5) | st.dictionaries(known | st.text(max_size=5), inner, max_size=6),
        max_leaves=20,
    )


def places(value, path=()):
    """Every place in an answer, as the path of keys to it."""
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield from places(part, (*path, key))


@st.composite
def spoilt(draw, answers, words):
    """A good answer after one to three changes that no form would make."""
    answer = copy.deepcopy(draw(st.sampled_from(answers)))
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from([path for path in places(answer) if path] or [()]))
        if not path:
            break
        holder = answer
        for key in path[:-1]:
            holder = holder[key]
        action = draw(st.sampled_from(["replace", "delete", "add", "repeat"]))
        if action == "replace":
            holder[path[-1]] = draw(any_json(words))
        elif action == "delete":
            del holder[path[-1]]
        elif isinstance(holder, list):
            holder.append(copy.deepcopy(holder[path[-1]]) if action == "repeat" else draw(any_json(words)))
        else:
            holder[draw(st.sampled_from(words))] = draw(any_json(words))
    return answer
