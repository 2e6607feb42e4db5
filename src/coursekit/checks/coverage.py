"""Whether each thing that the source texts name has its place in the course."""

from collections.abc import Iterator
from pathlib import Path

from coursekit.notebooks.source_map import TABLE, _chapters, read_things

LOST = (
    "datasets/{file}, line {line}: {thing}: {seed}, line {seed_line}, has no place in the course, although chapter "
    "{chapter} is written. Put ({seed}-l{seed_line})= before the passage that treats it, or cite the line there."
)


def check_coverage(course: Path) -> Iterator[str]:
    """Check that each thing whose chapter is written has a place in the course. Raises CourseError."""
    written = {number for number, _ in _chapters(course)}
    for thing in read_things(course):
        if thing.waits and thing.chapter in written:
            yield LOST.format(
                file=f"{TABLE}.csv",
                line=thing.row,
                thing=thing.name,
                seed=thing.seed,
                seed_line=thing.line,
                chapter=thing.chapter,
            )
