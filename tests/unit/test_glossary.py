"""Words are defined once; the glossary lists them and their first uses lead to it."""

import io
import json
import re
from pathlib import Path

import pytest
import yaml
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from coursekit.book.glossary import Term, course_terms, first_use
from coursekit.course import read_course
from coursekit.notebooks.text import running_text
from tests.course import COURSE

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


def term(name, short=""):
    return Term(name, short, "Something.", "chapters/02-four-cs")


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        (term("Level"), "on a high-level dialogue, and each level after it", 35),
        (term("Level"), "a high-level dialogue", None),
        (term("Coherence"), "a coherence-minded minister", None),
        (term("Commission"), "with the European Commission", None),
        (term("Commission"), "with the European Commission. A commission", 32),
        (term("Forum"), "the next Forum met", None),
        (term("Coordination"), "They met. Coordination needs a convener", 10),
        (term("Coordination"), "\u201cCoordination\u201d is a word", 1),
        (term("High-level dialogue"), "the first High-level Dialogue", 10),
        (term("Stakeholder"), "all stakeholders", 4),
        (term("Global Forum", "GFMD"), "before the GFMD", 11),
        (term("Regional process", "RCP"), "several RCPs", 8),
    ],
)
def test_a_first_use_is_the_word_itself_and_nobodys_name(word, text, found):
    match = first_use(word, text)
    assert (match.start() if match else None) == found


def test_a_sentence_can_begin_before_the_text_in_which_a_word_stands():
    assert first_use(term("Consultation"), " Consultation comes first.", before="a source.")
    assert not first_use(term("Consultation"), " Consultation Day.", before="on the")


WORDS = ":::{admonition} Words\n:class: definition\n\n**Level**\n: How far it reaches.\n:::\n"


def setup(app):
    """Give Sphinx what the extension of the book gives it: this module stands in for it."""
    app.add_config_value("coursekit_course", read_course(Path(app.srcdir)), "env")


def links_in(text, folder):
    """Build a course in which one chapter defines "level" and another holds the text: the words that lead away."""
    for name in ("chapters", "book"):
        (folder / name).mkdir()
    notebook = {"cells": [{"cell_type": "markdown", "source": [WORDS]}]}
    (folder / "chapters/01-words.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    (folder / "chapters/02-text.md").write_text(f"# Text\n\n{text}\n", encoding="utf-8")
    (folder / "index.md").write_text("# Course\n\n```{toctree}\nchapters/02-text\n```\n", encoding="utf-8")
    (folder / "course.yml").write_text("{id: small, title: Small}", encoding="utf-8")
    settings = {"extensions": ["myst_parser", "coursekit.book.glossary", __name__], "master_doc": "index"}
    warnings = io.StringIO()
    with patch_docutils(), docutils_namespace():
        out = str(folder / "out")
        app = Sphinx(str(folder), None, out, out, "dummy", settings, status=None, warning=warnings)
        app.build()
    assert not warnings.getvalue()
    page = app.env.get_doctree("chapters/02-text")
    return [link.astext() for link in page.findall(nodes.reference) if "term" in link["classes"]]


def test_a_word_meant_as_everybody_means_it_leads_nowhere(tmp_path):
    assert links_in("Keep the deepest {everyday}`level` for a few.\n\nEach *level* has its levels.", tmp_path) == [
        "level"
    ]


def test_a_name_in_mid_sentence_leads_nowhere_even_after_a_link(tmp_path):
    assert links_in("Ask [them](https://example.org) Level Three.\n\n*Level* three.", tmp_path) == ["Level"]


def test_a_word_marked_as_everyday_is_read_all_the_same(tmp_path):
    (tmp_path / "page.md").write_text("The deepest {everyday}`level`.", encoding="utf-8")
    assert running_text(tmp_path / "page.md") == "The deepest level."


def test_an_exercise_that_pins_a_word_gives_the_definition_of_its_chapter():
    defined = {term.name: term.definition for term in TERMS}
    exercises = [
        yaml.safe_load(path.read_text(encoding="utf-8")) for path in (COURSE.folder / "exercises").glob("*.yaml")
    ]
    pinned = {
        entry["term"]: entry["text"]
        for exercise in exercises
        for entry in exercise.get("setting", {}).get("pinned", {}).get("entries", [])
    }
    assert set(pinned) >= {"Cooperation", "Coordination", "Consultation", "Coherence"}
    assert pinned == {word: defined[word] for word in pinned}
