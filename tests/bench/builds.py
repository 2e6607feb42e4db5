"""How long the book takes to build: from nothing, unchanged, and after one page was edited."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.measures import Measure, of_runs
from tests.bench.stock import stock_command, write_stock

SOURCES = ("book", "chapters", "datasets", "exercises", "solutions", "course.yml", "_config.yml", "_toc.yml")
ROUNDS = 3
CORES = 2
TEXT_PAGE = "book/how-to-use.md"
CHAPTER = "chapters/04-across.ipynb"
MAX_SECONDS = 300


def write_course(course: Path, folder: Path) -> None:
    """Copy what the book is built from, so that no edit touches the checkout."""
    for name in SOURCES:
        copy = shutil.copytree if (course / name).is_dir() else shutil.copyfile
        copy(course / name, folder / name)


def time_builds(course: Path, course_copy: Path, stock_copy: Path) -> list[Measure]:
    """Build course and stock in turn, each build a fresh process on two cores; leave both built."""
    write_course(course, course_copy)
    write_stock(course, stock_copy)
    course_command = ([sys.executable, "-m", "coursekit.cli", "build"], dict(os.environ))
    books = {"course": (course_copy, *course_command), "stock": (stock_copy, *stock_command(stock_copy))}
    seconds = {kind: {book: [] for book in books} for kind in ("nothing", "no change", "text", "chapter")}
    with on_two_cores():
        for number in range(ROUNDS):
            for book, (folder, command, environment) in books.items():

                def build(kind, book=book, folder=folder, command=command, environment=environment):
                    seconds[kind][book].append(timed(folder, command, environment))

                shutil.rmtree(folder / "_build", ignore_errors=True)
                build("nothing")
                build("no change")
                _edit_text(folder / TEXT_PAGE, number)
                build("text")
                _edit_notebook(folder / CHAPTER, number)
                build("chapter")

    def measure(name, kind, target=None):
        return of_runs(name, "s", seconds[kind]["course"], seconds[kind]["stock"], target)

    return [
        measure("build from nothing", "nothing"),
        measure("build, no change", "no change", 3),
        measure("build, a text page edited", "text", 4),
        measure("build, the chapter's text edited", "chapter", 4),
    ]


def timed(folder: Path, command: list[str], environment: dict[str, str]) -> float:
    """Run a command in a folder and return its seconds. Raises RuntimeError when it fails."""
    start = time.perf_counter()
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=MAX_SECONDS,
        check=False,
    )
    seconds = time.perf_counter() - start
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return seconds


def _edit_text(page: Path, number: int) -> None:
    page.write_text(f"{page.read_text(encoding='utf-8')}\nEdited sentence {number}.\n", encoding="utf-8")


def _edit_notebook(path: Path, number: int) -> None:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    last = [cell for cell in notebook["cells"] if cell["cell_type"] == "markdown"][-1]
    last["source"] = [*last["source"], f"\n\nEdited sentence {number}.\n"]
    path.write_text(json.dumps(notebook), encoding="utf-8")


class on_two_cores:  # noqa: N801 (reads as the statement it is)
    """Keep this process and its children on two processors, where the system lets a process choose."""

    def __enter__(self):
        self.before = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()
        if self.before:
            os.sched_setaffinity(0, sorted(self.before)[:CORES])

    def __exit__(self, *_):
        if self.before:
            os.sched_setaffinity(0, self.before)
