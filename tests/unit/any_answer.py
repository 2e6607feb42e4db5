"""Answers of every sort to any exercise, for the promise that each gets a grade or a plain sentence."""

import copy
import unicodedata

from hypothesis import strategies as st

from coursekit.exercises import find_solution
from coursekit.grading import AnswerRefusedError, grade
from coursekit.solutions import solution_answers

UNPRINTABLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}
TRAPS = ["__proto__", "constructor", "length", "toString", "", "q1", "P1|P2"]


def published(exercise):
    """Every answer of the exercise's solution: name to answer."""
    return {name: answer for name, answer, _ in solution_answers(find_solution(exercise))}


def unmet(exercise, answer):
    return {criterion["id"] for criterion in grade(exercise, answer)["criteria"] if not criterion["met"]}


def met(exercise, answer):
    return {criterion["id"] for criterion in grade(exercise, answer)["criteria"] if criterion["met"]}


def check_grade(exercise, answer, expected, gates):
    """Compare a grade with the criteria that a second opinion holds met."""
    result = grade(exercise, answer)
    points = sum(criterion.points for criterion in exercise.criteria if criterion.id in expected)
    most = sum(criterion.points for criterion in exercise.criteria)
    assert {criterion["id"] for criterion in result["criteria"] if criterion["met"]} == expected
    assert (result["points"], result["max_points"]) == (points, most)
    assert result["passed"] == (expected >= gates and points * 10 >= most * 7)


def check_grade_or_sentence(exercise, answer):
    try:
        result = grade(exercise, answer)
    except AnswerRefusedError as error:
        sentence = str(error)
        assert "fault of the course" not in sentence
        assert 10 < len(sentence) < 600
        assert not {unicodedata.category(letter) for letter in sentence} & UNPRINTABLE
    else:
        assert 0 <= result["points"] <= result["max_points"]


def words_of(value):
    """Every key and every text of an answer."""
    if isinstance(value, dict):
        return {word for key, inner in value.items() for word in {key, *words_of(inner)}}
    if isinstance(value, list):
        return {word for inner in value for word in words_of(inner)}
    return {value} if isinstance(value, str) else set()


def any_json(answers):
    """Any JSON, made of the words that these answers (name to answer) use."""
    words = st.sampled_from(sorted(words_of(list(answers.values()))) + TRAPS)
    leaves = st.none() | st.booleans() | st.integers() | st.floats() | words | st.text(max_size=8)
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=5) | st.dictionaries(words | st.text(max_size=5), inner, max_size=6),
        max_leaves=25,
    )


def places_in(value, path=()):
    """Every place inside an answer, as the keys that lead to it."""
    yield path
    if isinstance(value, dict):
        inner = value.items()
    elif isinstance(value, list):
        inner = enumerate(value)
    else:
        return
    for key, entry in inner:
        yield from places_in(entry, (*path, key))


def with_change(answer, path, value):
    if not path:
        return value
    changed = copy.deepcopy(answer)
    place = changed
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return changed


@st.composite
def damaged_answers(draw, answers):
    """One of these answers (name to answer), in which one place holds anything at all."""
    answer = draw(st.sampled_from(list(answers.values())))
    path = draw(st.sampled_from(list(places_in(answer))))
    return with_change(answer, path, draw(any_json(answers)))
