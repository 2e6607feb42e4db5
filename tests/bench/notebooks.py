"""How long the notebooks take: all executed afresh, and all compared with their stored outputs."""

import os
import sys
from pathlib import Path

from coursekit.course import read_course
from coursekit.notebooks.execution import FOLDERS, course_notebooks
from tests.bench.builds import on_two_cores, timed, write_course
from tests.bench.measures import Measure

# As in the Makefile, which tests with it.
STRICT = ["-m", "pytest", "--nbval", "--nbval-cell-timeout", "60", "--numprocesses", "2", "--dist", "loadfile"]


def time_notebooks(course: Path, folder: Path) -> list[Measure]:
    """Run each command once on two cores, in a copy of the course."""
    write_course(course, folder)
    number = len(course_notebooks(read_course(folder)))

    def seconds(*arguments: str) -> float:
        return timed(folder, [sys.executable, *arguments], dict(os.environ))

    with on_two_cores():
        return [
            Measure(f"{number} notebooks executed afresh", "s", seconds("-m", "coursekit.cli", "execute"), target=60),
            Measure(f"{number} notebooks compared strictly", "s", seconds(*STRICT, *FOLDERS), target=90),
        ]
