"""References to source lines: what they may look like, and how they read."""

import pytest

from coursekit.citations.references import SEED_TITLES, ReferenceFormatError, parse_reference


def test_one_line_and_a_run_of_lines_are_read():
    line, lines = parse_reference("004 l.23"), parse_reference("001 l.84-95")
    assert (line.seed, line.first, line.last, line.source_id) == ("004", 23, 23, "seed-004")
    assert (lines.seed, lines.first, lines.last, lines.source_id) == ("001", 84, 95, "seed-001")
    assert line.label == f"{SEED_TITLES['004']}, line 23"
    assert lines.label == f"{SEED_TITLES['001']}, lines 84-95"


def test_a_run_of_one_line_reads_as_a_line():
    assert parse_reference("004 l.23-23").label.endswith("line 23")


@pytest.mark.parametrize(
    "text",
    ["", "004", "004 23", "004 l.", "4 l.23", "005 l.1", "004 l.27-23", "004  l.23", "004 l.23 ", "004 L.23",
     "004 l.-3", "004 l.2-", "004 l.23; 003 l.9", "seed-004 l.23", "004 l.23\n", "004 l.٣"],
)  # fmt: skip
def test_what_is_no_reference_is_refused_with_an_example(text):
    with pytest.raises(ReferenceFormatError) as caught:
        parse_reference(text)
    assert str(caught.value) == (
        f'"{text}" is no reference to a source line. '
        "Write the text's number and the line, such as 004 l.23 or 004 l.23-27."
    )
