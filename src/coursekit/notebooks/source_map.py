"""From source to course: where a course treats each thing that its source texts name, and what still waits.

A dataset, named in course.yml as `source_map`, lists the things, each with its line and with the chapter that is to
treat it. Places are found, not registered: marks `(charter-l23)=` and citations `{source}` of a line in chapters and
pages of the book, the source lines of exercises and questions, and rows of the datasets.

A place counts for the thing whose line it treats. Some lines of the texts are long and name many things; there a
place counts only when it belongs to the chapter that is to treat the thing. A thing waits for its chapter until that
chapter is written; from then on a thing without a place is an error, so that none is lost again.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from coursekit.citations.references import (
    MARK,
    LineReference,
    ReferenceFormatError,
    marks,
    parse_line_or_record,
    parse_reference,
)
from coursekit.course import Course
from coursekit.datasets.descriptor import Field, Package, Table, read_package
from coursekit.datasets.tables import rows_of
from coursekit.exercises.reader import all_exercises, source_references
from coursekit.notebooks.text import markdown_of

CITATION = re.compile(r"\{source\}`([a-z][\w-]*) (l\.[0-9-]+)`")
TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
NO_CHAPTER = 0
"""The chapter of a page that belongs to none."""


@dataclass(frozen=True)
class Place:
    """A place in the book: its name as a reader sees it, the page without ending, and the anchor if it has one."""

    label: str
    docname: str
    anchor: str = ""


@dataclass(frozen=True)
class Treatment:
    """A run of lines of a text, by its key among the sources, and the place that treats it.

    `chapter` is the number of the chapter, or NO_CHAPTER.
    """

    place: Place
    source: str
    lines: LineReference
    chapter: int


@dataclass(frozen=True)
class Thing:
    """One thing that a source text names; `row` is its line in the file of the dataset."""

    name: str
    kind: str
    source: str
    line: int
    chapter: int
    row: int
    places: tuple[Place, ...]
    data: tuple[Place, ...]

    @property
    def waits(self) -> bool:
        """Whether no chapter, exercise, question or page treats it yet."""
        return not self.places


def read_things(course: Course) -> list[Thing]:
    """List everything that the source texts name, in their order, with its places in a course. Raises CourseError."""
    if not course.tables.source_map:
        return []
    package = read_package(course.datasets)
    table = package.tables[course.tables.source_map]
    ids = next(field for field in table.fields if field.name == "ids")
    rows = rows_of(course.datasets, table)
    return place_things(rows, treatments(course), _tables_by_id(course.datasets, package, ids), ids)


def place_things(
    rows: Iterable[tuple[int, dict[str, str]]], found: list[Treatment], tables_by_id: dict[str, Table], ids: Field
) -> list[Thing]:
    """Join the rows of the dataset, each with its line in the file, to the places that treat them.

    `ids` is the column that names rows of other tables, and `tables_by_id` says in which these are.
    """
    rows = list(rows)
    things_on_line = Counter((cells["source_id"], cells["line"]) for _, cells in rows)
    things = []
    for row, cells in rows:
        source, line, chapter = cells["source_id"], int(cells["line"]), int(cells["chapter"])
        is_alone = things_on_line[source, cells["line"]] == 1
        places: dict[str, Place] = {}
        for treatment in found:
            lines = treatment.lines
            counts = is_alone or treatment.chapter == chapter
            if counts and treatment.source == source and lines.first <= line <= lines.last:
                places.setdefault(treatment.place.label, treatment.place)
        tables = {table.name: table for table in map(tables_by_id.get, ids.items(cells[ids.name])) if table}
        data = tuple(Place(table.title, f"book/datasets/{name}") for name, table in tables.items())
        things.append(Thing(cells["item"], cells["kind"], source, line, chapter, row, tuple(places.values()), data))
    return things


def treatments(course: Course) -> list[Treatment]:
    """Find every place of a course that treats lines of the source texts: marks first, as they have an anchor."""
    chapters = numbered_chapters(course)
    pages = [(number, f"Chapter {number}", f"chapters/{path.stem}", markdown_of(path)) for number, path in chapters]
    for path in sorted((course.folder / "book").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        title = TITLE.search(text)
        pages.append((NO_CHAPTER, title[1] if title else path.stem, f"book/{path.stem}", text))
    found = [*_marks(course, pages), *_citations(course, pages)]
    return [*found, *_exercises(course)]


Pages = list[tuple[int, str, str, str]]  # chapter, label, docname, text


def _marks(course: Course, pages: Pages) -> Iterator[Treatment]:
    for chapter, label, docname, text in pages:
        for source, line in marks(course, text):
            lines = LineReference(f"l.{line}", source, line, line)
            yield Treatment(Place(label, docname, f"{source}-l{line}"), source, lines, chapter)


def _citations(course: Course, pages: Pages) -> Iterator[Treatment]:
    """Find cited lines; the anchor is the last mark of the same text above the citation, if there is one."""
    for chapter, label, docname, text in pages:
        above: dict[str, str] = {}
        for found in re.finditer(f"{MARK.pattern}|{CITATION.pattern}", text):
            marked, line, source, cited = found.groups()
            if marked:
                above[marked] = f"{marked}-l{line}"
                continue
            text_cited = course.source_text_of(source)
            try:
                lines = parse_reference(f"{text_cited.id} {cited}") if text_cited else None
            except ReferenceFormatError:  # the page warns where it stands
                continue
            if lines:
                yield Treatment(Place(label, docname, above.get(source, "")), source, lines, chapter)


def _exercises(course: Course) -> Iterator[Treatment]:
    """Find the source lines of exercises and questions; a quiz stands in its chapter and in no page of its own."""
    chapters = {number: f"chapters/{path.stem}" for number, path in numbered_chapters(course)}
    for exercise in all_exercises(course):
        has_page = (course.folder / "exercises" / f"{exercise.id}.ipynb").is_file()
        docname = f"exercises/{exercise.id}" if has_page else chapters.get(exercise.chapter)
        if docname is None:
            continue
        for key, reference in source_references(exercise):
            question = re.match(r"question (\S+),", key)
            lines = parse_line_or_record(reference)
            text = course.source_text(lines.text_id) if isinstance(lines, LineReference) else None
            if text and isinstance(lines, LineReference) and (question or has_page):
                label = f"Question {question[1]}" if question else f"Exercise {exercise.number}"
                yield Treatment(Place(label, docname), text.source, lines, exercise.chapter)


def numbered_chapters(course: Course) -> list[tuple[int, Path]]:
    """List the chapters that are written, by number."""
    return [(int(path.stem.split("-")[0]), path) for path in course.chapters]


def _tables_by_id(folder: Path, package: Package, ids: Field) -> dict[str, Table]:
    """Say for each id to which the things may refer in which table it is."""
    found: dict[str, Table] = {}
    for target in ids.list_rule.targets if ids.list_rule else ():
        name, column = target.split(".")
        table = package.tables[name]
        found |= {row[column]: table for _, row in rows_of(folder, table)}
    return found
