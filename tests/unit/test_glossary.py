"""Words are defined once; the glossary lists them and their first uses lead to it."""

import re

import pytest
import yaml

from coursekit.glossary import course_terms
from tests.unit.prose import COURSE

TERMS = course_terms(COURSE)


def test_no_word_is_defined_twice():
    names = [term.name.casefold() for term in TERMS]
    assert sorted(names) == sorted(set(names))
    assert len(names) >= 7


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.anchor)
def test_a_definition_is_plain_and_ends(term):
    assert term.definition.endswith(".")
    assert not re.search(r"[`*{}\[\]]", term.definition)


def test_a_word_brings_its_abbreviation():
    short = {term.name: term.short for term in TERMS}
    assert short["City network"] == ""
    assert short.get("Regional consultative process", "RCP") == "RCP"


def test_an_exercise_that_pins_a_word_gives_the_definition_of_its_chapter():
    defined = {term.name: term.definition for term in TERMS}
    exercises = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in (COURSE / "exercises").glob("*.yaml")]
    pinned = {
        entry["term"]: entry["text"]
        for exercise in exercises
        for entry in exercise.get("setting", {}).get("pinned", {}).get("entries", [])
    }
    assert set(pinned) >= {"Cooperation", "Coordination", "Consultation", "Coherence"}
    assert pinned == {word: defined[word] for word in pinned}
