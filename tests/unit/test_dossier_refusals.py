"""What is refused of a dossier, with a sentence that says what to change."""

import pytest

from coursekit import find_exercise
from tests.unit.any_answers import refusal
from tests.unit.second_opinion import published

DOSSIER = find_exercise("E10.1")
MODEL = published(DOSSIER)["model"]


def with_part(**part):
    return {**MODEL, **part}


REFUSED = {
    "name-more": (with_part(author="Ada"), 'The answer has a field "author" that this exercise does not ask for.'),
    "text-as-a-number": (with_part(problem=7), '"problem" must be text, but is 7.'),
    "text-too-long": (with_part(problem="x" * 5001), '"problem" has more than 5000 characters. Shorten it.'),
    "fifth-c": (with_part(four_cs={"charity": "x"}), '"four_cs" holds "charity", which this exercise does not know.'),
    "fifth-question": (with_part(rt={"q5": "x"}), '"rt" holds "q5", which this exercise does not know.'),
    "seed-as-a-number": (with_part(seeds=[2]), '"seeds" must hold an id as text, but holds 2.'),
    "unknown-seed": (with_part(seeds=["005"]), '"seeds" holds "005", which this exercise does not know.'),
    "unknown-level": (
        with_part(new_actors=[{**MODEL["new_actors"][0], "level": "village"}]),
        '"Actor 1, level" holds "village", which this exercise does not know.',
    ),
    "actor-with-more": (
        with_part(new_actors=[{**MODEL["new_actors"][0], "phone": "1"}]),
        'The answer has a field "Actor 1, phone" that this exercise does not ask for.',
    ),
    "unknown-purpose": (
        with_part(ties=[{**MODEL["ties"][0], "purpose": "love"}]),
        '"Tie 1, purpose" holds "love", which this exercise does not know.',
    ),
    "tie-as-text": (with_part(ties=["city-clin"]), "Tie 1 must be an object with from, to, both and purpose."),
    "voices-as-text": (with_part(voices="mc"), '"voices" must be a list.'),
    "quarter-as-text": (
        with_part(cards=[{**MODEL["cards"][0], "start": "1"}]),
        '"Card 1, start" must be a number, but is "1".',
    ),
    "risk-as-text": (with_part(risks=["rain"]), "Risk 1 must be an object with risk, response."),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_malformed_dossier_is_refused_with_a_plain_sentence(name):
    answer, sentence = REFUSED[name]
    assert refusal(DOSSIER, answer).startswith(sentence)
