"""Answers that nobody meant: any JSON, and good answers that were spoilt. For the tests of every kind of exercise."""

import copy
import unicodedata

from hypothesis import strategies as st

from coursekit.grading import AnswerRefusedError, grade

UNPRINTABLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def grade_or_sentence(exercise, answer):
    """Grade an answer; for one that is refused give None, and see that the refusal is a plain sentence."""
    try:
        result = grade(exercise, answer)
    except AnswerRefusedError as error:
        sentence = str(error)
        assert "fault of the course" not in sentence
        assert 10 < len(sentence) < 600
        assert not {unicodedata.category(letter) for letter in sentence} & UNPRINTABLE
        return None
    assert 0 <= result["points"] <= result["max_points"]
    return result


def any_json(words):
    """Any JSON value, in which the words of an exercise are frequent."""
    names = st.sampled_from([*words, "__proto__", "constructor", "length", "toString", ""])
    leaves = st.none() | st.booleans() | st.integers() | st.floats() | names | st.text(max_size=8)
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=5) | st.dictionaries(names | st.text(max_size=5), inner, max_size=6),
        max_leaves=15,
    )


def words_of(value):
    """Every key and every text in an answer."""
    if isinstance(value, dict):
        return {*value, *(word for part in value.values() for word in words_of(part))}
    if isinstance(value, list):
        return {word for part in value for word in words_of(part)}
    return {value} if isinstance(value, str) else set()


def _places(value, path=()):
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield from _places(part, (*path, key))


@st.composite
def spoilt(draw, answers):
    """One of some good answers in which up to three places were replaced, deleted, added to or repeated."""
    answer = copy.deepcopy(draw(st.sampled_from(answers)))
    strange = any_json(sorted(words_of(answers)))
    for _ in range(draw(st.integers(1, 3))):
        paths = [path for path in _places(answer) if path]
        if not paths:
            break
        path = draw(st.sampled_from(paths))
        holder = answer
        for key in path[:-1]:
            holder = holder[key]
        action = draw(st.sampled_from(["replace", "delete", "add", "repeat"]))
        if action == "replace":
            holder[path[-1]] = draw(strange)
        elif action == "delete":
            del holder[path[-1]]
        elif isinstance(holder, list):
            holder.append(copy.deepcopy(holder[path[-1]]) if action == "repeat" else draw(strange))
        else:
            holder[draw(st.sampled_from(sorted(words_of(answers))))] = draw(strange)
    return answer
