"""How the time to build grows with the number of notebooks, in the course's own build and in a stock one."""

import json
import os
import shutil
import sys
from pathlib import Path

import yaml

from coursekit.mime import EXERCISE_MIME
from tests.bench.builds import CHAPTER, on_two_cores, timed
from tests.bench.measures import Measure
from tests.bench.stock import stock_command, write_stock

NUMBERS = (5, 20, 60)
FOLDERS = ("book", "chapters", "exercises", "solutions")
CONTENTS = {"format": "jb-book", "root": "book/index", "chapters": [{"glob": "chapters/*"}]}


def time_growth(course: Path, folder: Path) -> list[Measure]:
    """Build books of 5, 20 and 60 lessons from nothing; each lesson has prose and the charts of a real chapter."""
    measures = []
    for number in NUMBERS:
        ours, stock = folder / f"course-{number}", folder / f"stock-{number}"
        _write_lessons(course, ours, number)
        stock.mkdir()
        write_stock(ours, stock)
        with on_two_cores():
            seconds = timed(ours, [sys.executable, "-m", "coursekit.cli", "build"], dict(os.environ))
            stock_seconds = timed(stock, *stock_command(stock))
        measures.append(Measure(f"a book of {number} notebooks from nothing", "s", seconds, stock_seconds))
    return measures


def _write_lessons(course: Path, folder: Path, number: int) -> None:
    for name in FOLDERS:
        (folder / name).mkdir(parents=True)
    shutil.copytree(course / "datasets", folder / "datasets")
    for name in ("course.yml", "_config.yml"):
        shutil.copyfile(course / name, folder / name)
    (folder / "_toc.yml").write_text(yaml.safe_dump(CONTENTS), encoding="utf-8")
    (folder / "book/index.md").write_text("# A book that grows\n", encoding="utf-8")
    lesson = _lesson(course / CHAPTER)
    for place in range(1, number + 1):
        lesson["cells"][0]["source"] = f"# Lesson {place}"
        (folder / f"chapters/lesson-{place:02}.ipynb").write_text(json.dumps(lesson), encoding="utf-8")


def _lesson(chapter: Path) -> dict:
    """Take a chapter without its headings, links, roles and exercises, which would lead out of the small book."""
    notebook = json.loads(chapter.read_text(encoding="utf-8"))

    def stands_alone(cell: dict) -> bool:
        text = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            return not any(mark in text for mark in ("{", "](", "#", "=\n"))
        return "glue(" not in text and not any(EXERCISE_MIME in output.get("data", {}) for output in cell["outputs"])

    title = {"cell_type": "markdown", "metadata": {}, "source": "", "id": "title"}
    return {**notebook, "cells": [title, *filter(stands_alone, notebook["cells"])]}
