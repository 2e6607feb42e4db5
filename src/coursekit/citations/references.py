"""References to sources: lines of a text that a course follows, such as "004 l.23", and whole records."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coursekit.course import Course, CourseError

MARK = re.compile(r"\(([a-z][\w-]*?)-l([0-9]+)\)=")
"""Stands before the passage that treats a line of a text, by the key of its source: `(charter-l23)=`."""

_RECORD = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LINES = re.compile(r"(?P<text>[A-Za-z0-9]+) l\.(?P<first>[0-9]+)(?:-(?P<last>[0-9]+))?")


class ReferenceFormatError(CourseError, ValueError):
    """A reference that names no line of a text."""

    template = (
        '"{reference}" is no reference to a source line. '
        "Write the text's id and the line, such as 004 l.23 or 004 l.23-27."
    )

    def __init__(self, reference: str) -> None:
        super().__init__(self.template.format(reference=reference))


@dataclass(frozen=True)
class LineReference:
    """One line, or a run of lines, of a text that a course follows; `text_id` is the id that the course gives it."""

    text: str
    text_id: str
    first: int
    last: int

    @property
    def lines(self) -> str:
        """The lines in words."""
        return f"line {self.first}" if self.first == self.last else f"lines {self.first}-{self.last}"

    @property
    def short_lines(self) -> str:
        """The lines as they stand beside a sentence."""
        return f"l. {self.first}" if self.first == self.last else f"ll. {self.first}-{self.last}"


@dataclass(frozen=True)
class RecordReference:
    """A source as a whole, by its key in the table of sources, such as "holzmann-2016"."""

    source_id: str


Reference = LineReference | RecordReference


def parse_line_or_record(text: str) -> Reference:
    """Read a reference to lines or to a whole record. Raises ReferenceFormatError.

    >>> parse_line_or_record("holzmann-2016")
    RecordReference(source_id='holzmann-2016')
    """
    return RecordReference(text) if _RECORD.fullmatch(text) else parse_reference(text)


def parse_reference(text: str) -> LineReference:
    """Read a reference such as "004 l.23" or "004 l.23-27". Raises ReferenceFormatError."""
    match = _LINES.fullmatch(text)
    if not match:
        raise ReferenceFormatError(text)
    first = int(match["first"])
    last = int(match["last"] or first)
    if last < first:
        raise ReferenceFormatError(text)
    return LineReference(text, match["text"], first, last)


def marks(course: Course, text: str) -> Iterator[tuple[str, int]]:
    """Find the marks of a chapter or page: the key of a source text of the course, and the line."""
    for source_id, line in MARK.findall(text):
        if course.source_text_of(source_id):
            yield source_id, int(line)
