"""The rule that every outcome of the course is measured: by an exercise, an item of a test or an observer's sheet."""

import re
from collections.abc import Iterable, Iterator

from coursekit.checks.problem import Problem, Rule
from coursekit.course import SETTINGS, Course
from coursekit.exercises.models import Exercise

UNMEASURED = Rule(
    "unmeasured-outcome",
    "outcomes {outcome}",
    "nothing measures it: no exercise with criteria names it, no test has an item for it, and no observer's sheet in "
    "the pages for facilitators names it.",
    "Add one of the three.",
)
SHEET = re.compile(r"^#+ .*observer's sheet.*\n(?P<text>(?:(?!#).*\n)*)", re.MULTILINE | re.IGNORECASE)
"""A section of a page for facilitators that is a sheet to observe with, up to the next heading."""
LINE = re.compile(r"^\|[-:| ]+\|\n\|.*\w", re.MULTILINE)
"""The rule under the head of a table, with a line below it."""


def check_outcomes(course: Course, exercises: Iterable[Exercise]) -> Iterator[Problem]:
    """Check that each outcome in the settings of the course is measured somewhere.

    Quizzes do not count: they ask what somebody remembers of one chapter.
    """
    measured = {outcome for exercise in exercises for outcome in measured_by(exercise)} | observed_in(course)
    for outcome in course.outcomes:
        if outcome.id not in measured:
            yield UNMEASURED.format(file=SETTINGS, outcome=outcome.id)


def measured_by(exercise: Exercise) -> set[str]:
    """Return the outcomes that an exercise measures by criteria of its own, or a test by its items."""
    if exercise.kind == "test":
        return {item["outcome"] for item in exercise.setting["items"]}
    return set(exercise.outcomes) if exercise.criteria else set()


def observed_in(course: Course) -> set[str]:
    """Return the outcomes that the observer's sheets of a course name; a sheet without a line measures nothing."""
    book = course.folder / "book"
    pages = [*book.glob("facilitators.md"), *sorted((book / "facilitators").glob("*.md"))]
    sheets = [sheet["text"] for page in pages for sheet in SHEET.finditer(page.read_text(encoding="utf-8"))]
    words = {word for sheet in sheets if LINE.search(sheet) for word in re.findall(r"\w+", sheet)}
    return words & {outcome.id for outcome in course.outcomes}
