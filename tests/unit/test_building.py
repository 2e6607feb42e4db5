"""The book: the same bytes from the same sources, and a warning is an error."""

import filecmp
import shutil
import subprocess
import sys
import urllib.request
from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml

from coursekit.datasets.cases import comparable_cases
from coursekit.datasets.tables import source_records
from tests.course import COURSE

pytestmark = pytest.mark.xdist_group("book")  # one worker makes what all tests here look at

COMMAND = [sys.executable, "-m", "coursekit.cli"]

ROOT = Path(__file__).parents[2]
SOURCES = ("course.yml", "_config.yml", "_toc.yml", "book", "chapters", "datasets", "exercises", "solutions")


@pytest.fixture(scope="module")
def course_copy(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("course")
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copyfile(source, folder / name)
    return folder


def build(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, "build", *options], cwd=folder, capture_output=True, text=True, check=False, timeout=180
    )


def files_of(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_second_build_gives_the_same_bytes(course_copy):
    first = build(course_copy)
    assert first.returncode == 0, first.stderr
    html = course_copy / "_build" / "html"
    kept = course_copy / "first"
    html.rename(kept)
    shutil.rmtree(course_copy / "_build")
    assert build(course_copy).returncode == 0
    assert files_of(kept) == files_of(html)
    _, different, unread = filecmp.cmpfiles(kept, html, files_of(kept), shallow=False)
    assert (different, unread) == ([], [])
    shutil.rmtree(kept)


def test_unknown_source_fails_the_build_and_says_where(course_copy):
    page = course_copy / "book" / "how-to-use.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text + "\n{source}`no-such-source`\n", encoding="utf-8")
    result = build(course_copy)
    page.write_text(text, encoding="utf-8")
    assert result.returncode == 1
    assert "how-to-use.md" in result.stderr
    assert "no source 'no-such-source'" in result.stderr


def test_exercise_changed_after_its_notebook_ran_fails_the_build(course_copy):
    file = course_copy / "exercises" / "harbour-cities.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("minutes: 25", "minutes: 26"), encoding="utf-8")
    result = build(course_copy)
    file.write_text(text, encoding="utf-8")
    assert result.returncode == 1
    assert "Run `make execute`" in result.stderr


def test_solutions_have_pages_in_the_facilitators_edition_alone(course_copy):
    assert build(course_copy).returncode == 0
    assert build(course_copy, "--edition", "facilitator").returncode == 0
    trainee, facilitator = course_copy / "_build" / "html", course_copy / "_build" / "facilitator"
    solutions = {path.stem for path in (course_copy / "solutions").glob("*.ipynb")}
    assert {path.stem for path in (facilitator / "solutions").glob("*.html")} == solutions
    assert files_of(facilitator) - files_of(trainee) == {f"solutions/{name}.html" for name in solutions}
    page = "book/facilitators/04-across.html"
    assert "solutions/harbour-cities.html" in (facilitator / page).read_text(encoding="utf-8")
    assert "Three harbour cities (in the facilitator" in (trainee / page).read_text(encoding="utf-8")


def test_a_page_whose_source_is_gone_is_removed(course_copy):
    assert build(course_copy).returncode == 0
    old = course_copy / "_build" / "html" / "book" / "old.html"
    old.write_text("old", encoding="utf-8")
    page = course_copy / "book" / "how-to-use.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    assert build(course_copy).returncode == 0
    assert not old.exists()


def test_an_unknown_edition_is_named(course_copy):
    result = build(course_copy, "--edition", "teacher")
    assert result.returncode == 1
    assert result.stderr.strip() == 'There is no edition "teacher". Choose one of: trainee, facilitator.'


def test_the_edition_that_is_asked_for_is_served(small_course):
    small_course.files |= {f"_build/{name}/index.html": f"This is {name}." for name in ("html", "facilitator")}
    folder = small_course.write()
    for options, words in (([], "This is html."), (["--edition", "facilitator"], "This is facilitator.")):
        command = [*COMMAND, "serve", "--port", "0", *options]
        with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as serving:
            address = serving.stdout.readline().decode().split()[4]
            with urllib.request.urlopen(address, timeout=30) as page:
                assert page.read().decode() == words
            serving.terminate()


@pytest.mark.parametrize(
    ("edition", "place", "target"),
    [("trainee", "html", "make book"), ("facilitator", "facilitator", "make book EDITION=facilitator")],
)
def test_an_edition_that_is_not_built_is_not_served(small_course, edition, place, target):
    folder = small_course.write()
    command = [*COMMAND, "serve", "--edition", edition]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    assert result.returncode == 1
    assert result.stderr.strip() == f"{folder / '_build' / place} holds no book. Run `{target}`."


def test_a_page_follows_the_data_and_the_passages_that_it_leads_to(course_copy):
    """One change in each of the files that an exercise page reads beside its own, and one build after them."""
    assert build(course_copy).returncode == 0
    changed = {
        "datasets/initiatives.csv": (comparable_cases(COURSE)[0]["summary"], "Freshly told."),
        "datasets/sources.csv": (source_records(COURSE)["icc-pilot"]["publisher"], "Freshly Published"),
        "chapters/04-across.ipynb": ("(seed-004-l23)=", "(seed-004-l22)="),
    }
    kept = {name: (course_copy / name).read_text(encoding="utf-8") for name in changed}
    for name, (old, new) in changed.items():
        assert old in kept[name]
        (course_copy / name).write_text(kept[name].replace(old, new), encoding="utf-8")
    result = build(course_copy)
    for name, text in kept.items():
        (course_copy / name).write_text(text, encoding="utf-8")
    assert result.returncode == 0, result.stderr
    pages = course_copy / "_build" / "html"
    exercise = (pages / "exercises" / "harbour-cities.html").read_text(encoding="utf-8")
    assert "Freshly told." in exercise
    assert "book/references.html#source-seed-004" in exercise
    assert "#seed-004-l23" not in exercise
    assert "Freshly Published" in (pages / "chapters" / "04-across.html").read_text(encoding="utf-8")


def test_an_exercise_has_a_page_whatever_its_name():
    parts = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))["parts"]
    sections = [section for part in parts for entry in part["chapters"] for section in entry.get("sections", [])]
    globs = [section["glob"] for section in sections if "glob" in section]
    assert any(fnmatch("exercises/harbour", glob) for glob in globs)
    assert list((ROOT / "exercises").rglob("*.md")) == []  # it would stand among the exercises
