"""What the pages for facilitators say in figures: the minutes of a session, and the numbers behind a debrief."""

import math
import re

import pytest

from coursekit import dataset
from coursekit.notebooks.text import markdown_of
from tests.unit.prose import CHAPTERS, ROOT

PAGES = sorted((ROOT / "book" / "facilitators").glob("*.md"))
WORDS = {4: "four"}
LENGTHS = {"Forty-five minutes": 45, "Fifty minutes": 50, "Fifty-five minutes": 55, "Sixty minutes": 60}
LENGTHS |= {"Seventy-five minutes": 75, "Eighty-five minutes": 85, "The first hour: the draft": 60, "Two hours": 120}
SESSION = re.compile(r"^## (?P<heading>.+)\n\n\| Minutes \|.*\n\|-.*\n(?P<rows>(?:\|.*\n)+)", re.MULTILINE)


SESSIONS = [
    pytest.param(session["heading"], session["rows"], id=f"{path.stem}: {session['heading']}")
    for path in PAGES
    for session in SESSION.finditer(path.read_text(encoding="utf-8"))
    if session["heading"] in LENGTHS
]


@pytest.mark.parametrize(("heading", "rows"), SESSIONS)
def test_the_minutes_of_a_session_add_up(heading, rows):
    assert sum(int(minutes) for minutes in re.findall(r"^\| (\d+) \|", rows, re.MULTILINE)) == LENGTHS[heading]


def test_the_sessions_whose_heading_says_a_length_are_found():
    assert len(SESSIONS) >= 5


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_the_first_page_gives_the_minutes_that_the_chapter_gives(path):
    text = markdown_of(path)
    (minutes,) = re.findall(r"It takes about (\d+) minutes", text)
    core = re.findall(r"\*\*core\*\* takes (\d+)", text)
    row = re.search(rf"chapters/{path.stem}\.ipynb\) \| (\d+) \| (\d*)", markdown_of(ROOT / "book" / "index.md"))
    assert row
    assert (row[1], row[2]) == (minutes, core[0] if core else "")


def test_the_texts_written_for_each_one_changed_are_those_of_the_dataset():
    counts = dataset("mainstreaming", confirmed=True).set_index("row_id")["value_min"]
    ratio = WORDS[math.floor(counts["ms-plans"] / counts["ms-laws"])]
    page = markdown_of(ROOT / "book" / "facilitators" / "08-coherence.md")
    assert f"for every existing text that was changed, more than {ratio} new ones were written" in page
