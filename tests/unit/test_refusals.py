"""Malformed answers: refused with a plain sentence that says what to mend, never graded, never a crash."""

import math

import pytest

from coursekit import grade
from coursekit.grading.grader import AnswerRefusedError
from tests.unit.harbour import EMPTY, HARBOUR, IDS, tie

KNOWN_IDS = f"which this exercise does not know. It knows: {', '.join(IDS)}."
FIELDS = "The answer must be an object with the fields actors, ties, convener, objective."
SMILE = "\U0001f600"  # two units in JavaScript
REFUSED = {
    "null": (None, FIELDS),
    "list": ([], FIELDS),
    "text": ("harbour-cities", FIELDS),
    "number": (7, FIELDS),
    "true": (True, FIELDS),
    "empty-object": (
        {},
        'The field "actors" is missing from the answer. Add it, empty if nothing was chosen.',
    ),
    "no-convener": (
        {key: value for key, value in EMPTY.items() if key != "convener"},
        'The field "convener" is missing from the answer. Add it, empty if nothing was chosen.',
    ),
    "extra-field": (
        {**EMPTY, "name": "Ada"},
        'The answer has a field "name" that this exercise does not ask for. Take it out.',
    ),
    "prototype": (
        {**EMPTY, "__proto__": {"passed": True}},
        'The answer has a field "__proto__" that this exercise does not ask for. Take it out.',
    ),
    "fields-by-prototype": (
        {"__proto__": EMPTY},
        'The field "actors" is missing from the answer. Add it, empty if nothing was chosen.',
    ),
    "actors-null": ({**EMPTY, "actors": None}, '"actors" must be a list.'),
    "actors-an-object-like-a-list": (
        {**EMPTY, "actors": {"0": "c_tan", "length": 1}},
        '"actors" must be a list.',
    ),
    "actors-a-text": ({**EMPTY, "actors": "c_tan"}, '"actors" must be a list.'),
    "actor-unknown": ({**EMPTY, "actors": ["c_rome"]}, f'"actors" holds "c_rome", {KNOWN_IDS}'),
    "actor-a-method": ({**EMPTY, "actors": ["toString"]}, f'"actors" holds "toString", {KNOWN_IDS}'),
    "actor-with-space": ({**EMPTY, "actors": ["c_tan "]}, f'"actors" holds "c_tan ", {KNOWN_IDS}'),
    "actor-in-capitals": ({**EMPTY, "actors": ["C_TAN"]}, f'"actors" holds "C_TAN", {KNOWN_IDS}'),
    "actor-in-a-list": (
        {**EMPTY, "actors": [["c_tan"]]},
        '"actors" must hold an id as text, but holds a list.',
    ),
    "actor-null": ({**EMPTY, "actors": [None]}, '"actors" must hold an id as text, but holds nothing.'),
    "too-many-actors": (
        {**EMPTY, "actors": ["c_tan"] * 501},
        '"actors" has more than 500 entries, more than anyone can mean. Take some out.',
    ),
    "too-many-ties": (
        {**EMPTY, "actors": ["c_tan", "c_selle"], "ties": [tie("c_tan", "c_selle")] * 501},
        '"ties" has more than 500 entries, more than anyone can mean. Take some out.',
    ),
    "convener-unknown": ({**EMPTY, "convener": "me"}, f'"convener" holds "me", {KNOWN_IDS}'),
    "convener-a-list": (
        {**EMPTY, "convener": ["c_tan"]},
        '"convener" must hold an id as text, but holds a list.',
    ),
    "convener-false": (
        {**EMPTY, "convener": False},
        '"convener" must hold an id as text, but holds false.',
    ),
    "objective-of-another-exercise": (
        {**EMPTY, "objective": "o_peace"},
        ('"objective" holds "o_peace", which this exercise does not know. It knows: o_welcome, o_antirumour, o_visa.'),
    ),
    "control-characters-are-not-repeated": (
        {**EMPTY, "convener": "a\u0000\u202e\ud800b"},
        f'"convener" holds "a???b", {KNOWN_IDS}',
    ),
    "long-text-is-not-repeated": (
        {**EMPTY, "convener": "x" * 1_000_000},
        f'"convener" holds "{"x" * 40}...", {KNOWN_IDS}',
    ),
    "line-ends-are-not-repeated": (
        {**EMPTY, "convener": "a\n\u2028b"},
        f'"convener" holds "a??b", {KNOWN_IDS}',
    ),
    "half-a-letter-is-not-repeated": (
        {**EMPTY, "convener": "x" + SMILE * 30},
        f'"convener" holds "x{SMILE * 19}?...", {KNOWN_IDS}',
    ),
    "not-a-number": ({**EMPTY, "convener": math.nan}, "The answer holds something that JSON cannot"),
    "infinite": ({**EMPTY, "convener": math.inf}, "The answer holds something that JSON cannot"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_malformed_answer_is_refused_with_a_plain_sentence(name):
    answer, message = REFUSED[name]
    with pytest.raises(AnswerRefusedError) as caught:
        grade(HARBOUR, answer)
    assert str(caught.value).startswith(message)


REFUSED_TIES = {
    "text": ("c_tan-c_selle", "Tie 2 must be an object with from, to, both and purpose."),
    "null": (None, "Tie 2 must be an object with from, to, both and purpose."),
    "list": (["c_tan", "c_selle"], "Tie 2 must be an object with from, to, both and purpose."),
    "empty": ({}, '"Tie 2, from" must hold an id as text, but holds nothing.'),
    "end-not-placed": (
        tie("c_tan", "b_harbour"),
        'Tie 2 names "b_harbour", who is not placed. Place the actor first or take the tie out.',
    ),
    "to-itself": (tie("c_tan", "c_tan"), 'Tie 2 runs from "c_tan" to itself. A tie needs two actors.'),
    "unknown-end": (tie("c_tan", "c_rome"), f'"Tie 2, to" holds "c_rome", {KNOWN_IDS}'),
    "both-as-text": (
        tie("c_tan", "c_selle", both="true"),
        'Tie 2, both must be true or false, but is "true".',
    ),
    "both-as-number": (tie("c_tan", "c_selle", both=1), "Tie 2, both must be true or false, but is 1."),
    "both-null": (tie("c_tan", "c_selle", both=None), "Tie 2, both must be true or false, but is nothing."),
    "unknown-purpose": (
        tie("c_tan", "c_selle", "love"),
        '"Tie 2, purpose" holds "love", which this exercise',
    ),
    "purpose-a-number": (
        tie("c_tan", "c_selle", 3),
        '"Tie 2, purpose" must hold an id as text, but holds 3.',
    ),
    "extra-field": (
        {**tie("c_tan", "c_selle"), "colour": "red"},
        'The answer has a field "Tie 2, colour" that this exercise does not ask for. Take it out.',
    ),
    "horizontal-claimed": (
        {**tie("c_tan", "c_selle"), "horizontal": True},
        'The answer has a field "Tie 2, horizontal" that this exercise does not ask for. Take it out.',
    ),
    "payload-unknown": (
        {**tie("c_tan", "c_selle"), "payload": "gold"},
        '"Tie 2, payload" holds "gold", which this exercise does not know. It knows: practice_note, test_result,',
    ),
}


@pytest.mark.parametrize("name", REFUSED_TIES)
def test_a_malformed_tie_is_refused_with_its_place(name):
    broken, message = REFUSED_TIES[name]
    ties = [tie("c_tan", "c_selle"), broken]
    with pytest.raises(AnswerRefusedError) as caught:
        grade(HARBOUR, {**EMPTY, "actors": ["c_tan", "c_selle"], "ties": ties})
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("depth", [400, 100_000])
def test_endless_nesting_is_refused(depth):
    nested = []
    for _ in range(depth):
        nested = [nested]
    with pytest.raises(AnswerRefusedError):
        grade(HARBOUR, {**EMPTY, "actors": nested})


def test_what_json_cannot_hold_is_refused():
    with pytest.raises(AnswerRefusedError, match="The answer holds something that JSON cannot"):
        grade(HARBOUR, {**EMPTY, "actors": {"c_tan"}})
