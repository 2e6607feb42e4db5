"""References to source lines: what they may look like, and how they read."""

import pytest

from coursekit.citations.references import LineReference, ReferenceFormatError, marks, parse_reference
from coursekit.citations.titles import UnknownSourceTextError, label, short_label, source_of
from tests.course import COURSE

PAPER = "Round Table 3 background paper of 2013"


def test_one_line_and_a_run_of_lines_are_read():
    line, lines = parse_reference("004 l.23"), parse_reference("001 l.84-95")
    assert line == LineReference("004 l.23", "004", 23, 23)
    assert lines == LineReference("001 l.84-95", "001", 84, 95)
    assert (source_of(COURSE, line), source_of(COURSE, lines)) == ("seed-004", "seed-001")
    assert label(COURSE, line) == f"{PAPER}, line 23"
    assert label(COURSE, lines).endswith(", lines 84-95")
    assert short_label(COURSE, line) == "Round Table paper 2013, l. 23"


def test_a_run_of_one_line_reads_as_a_line():
    assert label(COURSE, parse_reference("004 l.23-23")) == f"{PAPER}, line 23"


def test_a_text_that_the_course_does_not_follow_is_named():
    with pytest.raises(UnknownSourceTextError) as caught:
        source_of(COURSE, parse_reference("005 l.1"))
    assert str(caught.value) == ('"005 l.1": the course follows no text "005". Mend it, or add the text to course.yml.')


def test_marks_are_those_of_texts_that_the_course_follows():
    text = "(seed-004-l23)=\nOne.\n\n(seed-009-l1)=\n\n(section-l7)=\n\n(seed-001-l134)="
    assert list(marks(COURSE, text)) == [("seed-004", 23), ("seed-001", 134)]


@pytest.mark.parametrize(
    "text",
    ["", "004", "004 23", "004 l.", "004 l.27-23", "004  l.23", "004 l.23 ", "004 L.23",
     "004 l.-3", "004 l.2-", "004 l.23; 003 l.9", "seed-004 l.23", "004 l.23\n", "004 l.\u0663"],
)  # fmt: skip
def test_what_is_no_reference_is_refused_with_an_example(text):
    with pytest.raises(ReferenceFormatError) as caught:
        parse_reference(text)
    assert str(caught.value) == (
        f'"{text}" is no reference to a source line. '
        "Write the text's id and the line, such as 004 l.23 or 004 l.23-27."
    )
