"""How long and how hard the chapters are."""

import pytest

from coursekit.notebooks.readability import reading_of
from coursekit.notebooks.text import running_text
from tests.unit.prose import CHAPTERS


def page(folder, text):
    path = folder / "page.md"
    path.write_text(text, encoding="utf-8")
    return path


def test_running_text_is_what_one_reads(tmp_path):
    start = "# Title\n\n(mark)=\nCities *learn* {source}`seed-004 l.23`.\n\n"
    text = running_text(page(tmp_path, start + "```{note-box} a\nWhom?\n```\n[Here](x.md)\n"))
    assert text.split() == ["Title", "Cities", "learn", ".", "Here"]


def test_counts_of_a_known_text(tmp_path):
    reading = reading_of(page(tmp_path, "The cat sat on the mat. It was a fine day.\n" * 90))
    assert (reading.words, reading.minutes, reading.words_a_sentence) == (990, 6, 5.5)
    assert reading.grade < 2


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_a_chapter_reads_plainly(path):
    reading = reading_of(path)
    assert reading.grade <= 11, "harder than a good newspaper: shorten sentences"
    assert reading.words_a_sentence <= 19
