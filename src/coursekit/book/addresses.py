"""Addresses inside the book, as seen from the page that is being written."""

import json
import posixpath
import re
from functools import cache
from pathlib import Path

from sphinx.environment import BuildEnvironment

from coursekit.book.dataset_pages import PAGES as DATASET_PAGES
from coursekit.citations.references import LineReference, Reference, marks
from coursekit.citations.titles import short_titles, source_of
from coursekit.course import Course
from coursekit.datasets.descriptor import DESCRIPTOR
from coursekit.datasets.tables import unknown_source
from coursekit.mime import EXERCISE_MIME
from coursekit.notebooks.text import markdown_of

REFERENCES_PAGE = "book/references"
MY_WORK_PAGE = "book/my-work"
ATLAS_PAGE = "book/atlas"


class Place:
    """A page of the book by its name, such as "chapters/04-across", and where other pages stand as seen from it."""

    def __init__(self, course: Course, name: str) -> None:
        self.course = course
        self.name = name

    def to(self, docname: str) -> str:
        """Return the address of another page of the book."""
        return self._relative(f"{docname}.html")

    def asset(self, name: str) -> str:
        """Return the address of a file that the frontend build wrote."""
        return self._relative(f"_static/{name}")

    def source(self, source_id: str) -> tuple[str, str]:
        """Return the short title of a source and the address of its record. Raises UnknownSourceError."""
        titles = short_titles(self.course)
        if source_id not in titles:
            raise unknown_source(self.course, source_id)
        return titles[source_id], f"{self.to(REFERENCES_PAGE)}#source-{source_id}"

    def reference(self, reference: Reference) -> str:
        """Return the address of the passage that treats a source line, else of the record of its text."""
        source_id = source_of(self.course, reference)
        if isinstance(reference, LineReference):
            place = f"{source_id}-l{reference.first}"
            passage = passages(self.course).get(place)
            if passage is not None:
                return f"{self.to(passage)}#{place}"
        return self.source(source_id)[1]

    def dataset(self, name: str) -> str:
        """Return the address of the page of a dataset."""
        return self.to(f"{DATASET_PAGES}/{name}")

    def _relative(self, path: str) -> str:
        return posixpath.relpath(path, posixpath.dirname(self.name) or ".")


class Page(Place):
    """The page that is being written: where it stands, what it leads to, and on which files it depends."""

    def __init__(self, environment: BuildEnvironment) -> None:
        super().__init__(environment.config.coursekit_course, str(environment.docname))
        self._environment = environment

    @property
    def pictures(self) -> Path:
        """The folder that keeps drawn charts from one build to the next."""
        return Path(self._environment.doctreedir) / "pictures"

    def source(self, source_id: str) -> tuple[str, str]:
        """Return title and address of a source, and have this page written anew when the sources change."""
        self._environment.note_dependency(str(self.course.datasets / f"{self.course.tables.sources}.csv"))
        return super().source(source_id)

    def depends_on(self, folder: Path, pattern: str) -> None:
        """Have this page written anew when a file of the folder changes."""
        for path in folder.rglob(pattern):
            self._environment.note_dependency(str(path))

    def depends_on_data(self) -> None:
        """Have this page written anew when a dataset changes: exercises show rows, and designs meet real cases."""
        for pattern in (DESCRIPTOR, "*.csv"):
            self.depends_on(self.course.datasets, pattern)


@cache
def passages(course: Course) -> dict[str, str]:
    """Map each mark `(charter-l23)=` in a chapter to the chapter's page: where the course treats that line."""
    found: dict[str, str] = {}
    for path in course.chapters:
        for source_id, line in marks(course, markdown_of(path)):
            found.setdefault(f"{source_id}-l{line}", f"chapters/{path.stem}")
    return found


def exercise_page(course: Course, exercise_id: str) -> str | None:
    """Return the page that shows an exercise: one of its own, else the chapter that holds it; None while neither."""
    if (course.folder / "exercises" / f"{exercise_id}.ipynb").is_file():
        return f"exercises/{exercise_id}"
    return _shown_in_chapters(course).get(exercise_id)


@cache
def _shown_in_chapters(course: Course) -> dict[str, str]:
    """Map each exercise that a chapter shows, as its stored outputs say, to the chapter's page."""
    found: dict[str, str] = {}
    for path in course.chapters:
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            for output in cell.get("outputs", []):
                shown = output.get("data", {}).get(EXERCISE_MIME)
                if shown:
                    found.setdefault(shown["id"], f"chapters/{path.stem}")
    return found


def note_questions(course: Course) -> dict[str, str]:
    """Map the name of each note box of the chapters to what it asks."""
    found: dict[str, str] = {}
    for path in course.chapters:
        for name, question in re.findall(r"```\{note-box\} (\S+)\n(.*?)```", markdown_of(path), re.DOTALL):
            found[name] = " ".join(question.split())
    return found
