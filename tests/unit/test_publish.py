"""What the pages load: letters for what they say, and addresses that change with what stands behind them."""

import re
import unicodedata
from hashlib import sha256

import pytest

from coursekit.book import extension as publish
from coursekit.book.addresses import exercise_page
from coursekit.frontend.assets import ASSETS
from coursekit.frontend.catalogue import catalogue
from coursekit.notebooks.text import markdown_of
from tests.course import COURSE

FONTS = (ASSETS / "fonts.css").read_text(encoding="utf-8")


@pytest.fixture
def versions():
    """`file_version`, as if nothing had been read yet."""
    for function in (publish.file_version, publish._style_sheet):
        function.cache_clear()
    yield publish.file_version
    for function in (publish.file_version, publish._style_sheet):
        function.cache_clear()


def test_style_sheet_has_a_new_address_when_any_of_its_parts_changes(versions, monkeypatch):
    before = versions("course.css")
    versions.cache_clear()
    publish._style_sheet.cache_clear()
    monkeypatch.setattr(publish, "read_asset", lambda name: f"/* another {name} */")
    assert versions("course.css") != before


def test_letters_have_an_address_that_changes_with_them():
    addresses = re.findall(r'url\("([\w-]+\.woff2)\?v=(\w+)"\)', FONTS)
    assert len(addresses) == FONTS.count("@font-face") == 4
    for name, version in addresses:
        assert version == sha256((ASSETS / name).read_bytes()).hexdigest()[:8] == publish.file_version(name)


def characters(ranges):
    for part in ranges.split(", "):
        first, _, last = part.removeprefix("U+").partition("-")
        yield from map(chr, range(int(first, 16), int(last or first, 16) + 1))


def test_every_latin_character_of_the_course_has_its_letter():
    covered = {char for ranges in re.findall(r"unicode-range: (.*);", FONTS) for char in characters(ranges)}
    said = [markdown_of(path) for path in [*COURSE.chapters, *sorted((COURSE.folder / "book").rglob("*.md"))]]
    said += [path.read_text(encoding="utf-8") for path in (COURSE.folder / "exercises").rglob("*.yaml")]
    said += [str(catalogue(language)) for language in ("en", "fr", "es")]
    latin = {char for text in said for char in text if "LATIN" in unicodedata.name(char, "")}
    assert {"é", "ñ", "A"} <= latin
    assert latin - covered == set()


def test_page_of_an_exercise_is_its_own_or_that_of_the_chapter_that_shows_it():
    assert exercise_page(COURSE, "harbour-cities") == "exercises/harbour-cities"
    assert exercise_page(COURSE, "quiz-across") == "chapters/04-across"
    assert exercise_page(COURSE, "nowhere") is None
