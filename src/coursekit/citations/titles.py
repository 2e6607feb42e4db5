"""Titles of sources, as they stand beside a figure or a question."""

from functools import cache

from coursekit.citations.references import LineReference, Reference
from coursekit.course import Course, CourseError
from coursekit.datasets.tables import source_records


class UnknownSourceTextError(CourseError, LookupError):
    """A reference to a line of a text that the course does not follow."""

    template = '"{reference}": the course follows no text "{text}". Mend it, or add the text to course.yml.'

    def __init__(self, reference: LineReference) -> None:
        super().__init__(self.template.format(reference=reference.text, text=reference.text_id))


@cache
def short_titles(course: Course) -> dict[str, str]:
    """Return publisher and year of each source, as shown beside a figure; the title where no publisher is known."""
    titles = {}
    for source_id, record in source_records(course).items():
        # A publisher's note in brackets belongs in the record, not beside each figure.
        name = (record["publisher"] or record["title"]).split(" (")[0]
        titles[source_id] = f"{name} {record['year']}".strip()
    return titles | {text.source: text.title for text in course.source_texts}


def source_of(course: Course, reference: Reference) -> str:
    """Return the key of a reference in the table of sources. Raises UnknownSourceTextError."""
    if not isinstance(reference, LineReference):
        return reference.source_id
    text = course.source_text(reference.text_id)
    if text is None:
        raise UnknownSourceTextError(reference)
    return text.source


def label(course: Course, reference: Reference) -> str:
    """Say a reference in words: a text with its lines, or the title of a record. Raises UnknownSourceTextError."""
    title = short_titles(course).get(source_of(course, reference), "")
    return f"{title}, {reference.lines}" if isinstance(reference, LineReference) else title


def short_label(course: Course, reference: LineReference) -> str:
    """Say lines of a text as they stand beside a sentence. Raises UnknownSourceTextError."""
    text = course.source_text(reference.text_id)
    if text is None:
        raise UnknownSourceTextError(reference)
    return f"{text.short_title}, {reference.short_lines}"
