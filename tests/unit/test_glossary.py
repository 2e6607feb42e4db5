"""Words are defined once; the glossary lists them and their first uses lead to it."""

import re

import pytest

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
