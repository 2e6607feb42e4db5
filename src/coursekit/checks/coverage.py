"""Whether each thing that the source texts name has its place in the course."""

from collections.abc import Iterator

from coursekit.checks.problem import Problem, Rule
from coursekit.course import Course
from coursekit.notebooks.source_map import numbered_chapters, read_things

LOST = Rule(
    "lost",
    "line {row}",
    "{thing}: {source}, line {source_line}, has no place in the course, although chapter {chapter} is written.",
    "Put ({source}-l{source_line})= before the passage that treats it, or cite the line there.",
)


def check_coverage(course: Course) -> Iterator[Problem]:
    """Check that each thing whose chapter is written has a place in the course. Raises CourseError."""
    written = {number for number, _ in numbered_chapters(course)}
    for thing in read_things(course):
        if thing.waits and thing.chapter in written:
            yield LOST.format(
                file=f"datasets/{course.tables.source_map}.csv",
                row=thing.row,
                thing=thing.name,
                source=thing.source,
                source_line=thing.line,
                chapter=thing.chapter,
            )
