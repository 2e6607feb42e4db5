"""Every outcome of the course is measured, and what an agenda teaches is what its test asks."""

import re

import pytest

from coursekit import all_exercises, find_exercise
from coursekit.checks.outcomes import check_outcomes, measured_by, observed_in
from coursekit.course import read_course
from coursekit.exercises import reader
from coursekit.notebooks.text import markdown_of
from tests.course import COURSE
from tests.unit.conftest import check_folder

SETTINGS_FILE = "course.yml"
SHEET_FILE = "book/facilitators/04-small.md"
NOT_MEASURED = (
    "course.yml: outcomes CO2: nothing measures it: no exercise with criteria names it, no test has an item for it, "
    "and no observer's sheet in the pages for facilitators names it. Add one of the three."
)


def unmeasured(small_course):
    course = read_course(small_course.write())
    return [str(problem) for problem in check_outcomes(course, reader.all_exercises(course))]


def test_the_small_course_measures_its_outcomes(small_course):
    assert unmeasured(small_course) == []


def test_an_exercise_measures_each_and_the_observers_sheet_how_people_negotiate():
    outcomes = {outcome.id for outcome in COURSE.outcomes}
    assert {outcome for exercise in all_exercises() for outcome in measured_by(exercise)} == outcomes
    assert {item["outcome"] for item in find_exercise("course-test").setting["items"]} == outcomes
    assert observed_in(COURSE) == {"CO10"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("CO2", "nothing"),
        ("## The observer's sheet", "## Another sheet"),
        ("| asked before it answered | | |\n", ""),
        ("Each line is a sign of", "Its lines.\n\n## Outcomes\n\n"),
    ],
    ids=["not-named", "not-a-sheet", "no-line", "named-elsewhere"],
)
def test_an_outcome_that_nothing_measures_is_found(small_course, old, new):
    small_course.replace(SHEET_FILE, old, new)
    assert unmeasured(small_course) == [NOT_MEASURED]  # although the quiz names it


def test_the_check_of_a_course_names_it(small_course):
    small_course.replace(SHEET_FILE, "CO2", "nothing")
    assert NOT_MEASURED in check_folder(small_course.write())


def test_an_exercise_that_names_it_measures_an_outcome(small_course):
    small_course.replace(SHEET_FILE, "CO2", "nothing")
    small_course.replace("exercises/two-cities.yaml", "outcomes: [CO3]", "outcomes: [CO2, CO3]")
    assert unmeasured(small_course) == []


def test_a_sheet_may_stand_on_the_first_page_for_facilitators(small_course):
    small_course.files["book/facilitators.md"] = small_course.files.pop(SHEET_FILE)
    assert unmeasured(small_course) == []


AGENDAS = {"Half a day": "half-day-test", "One day": "one-day-test", "Two days": "course-test"}


@pytest.mark.parametrize("agenda", AGENDAS)
def test_the_test_of_an_agenda_asks_only_what_the_agenda_teaches(agenda):
    page = markdown_of(COURSE.folder / "book" / "facilitators.md")
    section = re.split(r"^##+ ", page, flags=re.MULTILINE)
    (plan,) = [part for part in section if part.startswith(f"{agenda}:")]
    shown = [find_exercise(name) for name in re.findall(r"exercises/([a-z-]+)\.ipynb", plan)]
    tests = {exercise.id for exercise in shown if exercise.kind == "test"}
    assert tests == {AGENDAS[agenda]}
    taught = {outcome for exercise in shown for outcome in exercise.outcomes}
    assert measured_by(find_exercise(AGENDAS[agenda])) <= taught


def test_the_milestones_are_asked_only_where_the_history_is_taught():
    for name in ("half-day-test", "one-day-test"):
        assert "CO1.3" not in [item["id"] for item in find_exercise(name).setting["items"]]


@pytest.mark.parametrize("name", AGENDAS.values())
def test_a_test_takes_a_minute_for_each_item_and_its_page_says_so(name):
    test = find_exercise(name)
    count = len(test.setting["items"])
    assert test.minutes == count
    row = re.search(
        rf"\| \[[a-z]+\]\(\.\./exercises/{name}\.ipynb\) \| (\d+) \| (\d+) \|",
        markdown_of(COURSE.folder / "book/facilitators.md"),
    )
    assert row
    assert (int(row[1]), int(row[2])) == (count, test.minutes)
    in_words = {6: "six", 14: "fourteen", 22: "twenty-two"}[count]
    page = markdown_of(COURSE.folder / "exercises" / f"{name}.ipynb")
    assert f"{in_words} questions" in page
    assert f"about {in_words} minutes" in page
    assert test.brief.lower().startswith(f"{in_words} questions")
