"""Rules that a stored notebook keeps: nbval does not see them, and the book is built from what is stored."""

import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from coursekit.checks.problem import Problem, Rule
from coursekit.course import CourseError
from coursekit.exercises.models import Exercise
from coursekit.exercises.payload import exercise_data
from coursekit.exercises.question_bank import resolve_exercise
from coursekit.mime import ANSWER_MIME, EXERCISE_MIME, GLUED, WIDGET_VIEW

KERNEL = Rule(
    "kernel",
    "metadata",
    'the kernel is "{kernel}", not "python3".',
    "Run `make execute`.",
)
NOT_RUN = Rule(
    "not-run",
    "cell {cell}",
    "it has no execution count, so its outputs are never compared.",
    "Run `make execute`.",
)
FAILED = Rule(
    "failed",
    "cell {cell}",
    "it stores the error {name}: {value}.",
    "Mend the cell and run `make execute`.",
)
WIDGET_STORED = Rule(
    "widget-stored",
    "cell {cell}",
    "it stores a widget's view, which differs at each run.",
    "Run `make execute`.",
)
UNKNOWN_EXERCISE = Rule(
    "unknown-exercise",
    "cell {cell}",
    'it shows the exercise "{id}", which does not exist.',
    "Mend the cell.",
)
NO_EXERCISE = Rule(
    "no-exercise",
    "cell {cell}",
    "what it stores as an exercise is none.",
    "Run `make execute`.",
)
OUTDATED = Rule(
    "outdated",
    "cell {cell}",
    "it stores edition {stored} of {id}, but the file is edition {now}.",
    "Run `make execute`.",
)
NO_FIGURE = Rule(
    "no-figure",
    "cell {cell}",
    "a figure is {value}.",
    "Take it from a cell of the table that is filled.",
)
NOT_SHOWN = Rule(
    "not-shown",
    "whole file",
    "no cell shows the exercise.",
    'Add a cell with exercise("{id}").',
)


EMPTY = ("<NA>", "nan", "NaN", "NaT", "None", "''")
"""How pandas and Python write what is not there."""


def check_notebook(
    file: str, notebook: dict[str, Any], exercises: Mapping[str, Exercise], *, all_known: bool
) -> Iterator[Problem]:
    """Check one valid notebook: executed, without errors, in step with the exercises that it shows.

    `all_known` says whether `exercises` (by id) is complete; a missing one is reported elsewhere if not.
    """
    cells = [(number, cell) for number, cell in enumerate(notebook["cells"], 1) if cell["cell_type"] == "code"]
    kernel = notebook["metadata"].get("kernelspec", {}).get("name", "")
    if kernel != "python3":
        yield KERNEL.format(file=file, kernel=kernel)
    shown = set()
    for number, cell in cells:
        if cell.get("execution_count") is None:
            yield NOT_RUN.format(file=file, cell=number)
        for output in cell.get("outputs", []):
            yield from _stored_output({"file": file, "cell": number}, output, exercises)
            data = output.get("data", {})
            if EXERCISE_MIME in data:
                stored = data[EXERCISE_MIME]
                if not isinstance(stored, dict) or not isinstance(stored.get("id"), str):
                    yield NO_EXERCISE.format(file=file, cell=number)
                    continue
                shown.add(stored["id"])
                yield from _stored_exercise({"file": file, "cell": number}, stored, exercises, all_known=all_known)
    path = PurePosixPath(file)
    if path.parent.name == "exercises" and path.stem in exercises and path.stem not in shown:
        yield NOT_SHOWN.format(file=file, id=path.stem)


def _stored_output(
    place: dict[str, Any], output: dict[str, Any], exercises: Mapping[str, Exercise]
) -> Iterator[Problem]:
    """Check what any output may hold."""
    data = output.get("data", {})
    if output["output_type"] == "error":
        yield FAILED.format(**place, name=output["ename"], value=output["evalue"])
    if WIDGET_VIEW in data:
        yield WIDGET_STORED.format(**place)
    if data.get(GLUED) in EMPTY:
        yield NO_FIGURE.format(**place, value=data[GLUED])
    if ANSWER_MIME in data:
        yield from _stored_answer(place, data[ANSWER_MIME], exercises)


def _stored_answer(place: dict[str, Any], stored: Any, exercises: Mapping[str, Exercise]) -> Iterator[Problem]:
    """Check that an answer that is shown, as in a solution, is one to the exercise as it stands."""
    if not isinstance(stored, dict):
        yield NO_EXERCISE.format(**place)
        return
    exercise = exercises.get(str(stored.get("exercise")))
    if exercise and stored.get("version") != exercise.version:
        yield OUTDATED.format(**place, id=exercise.id, stored=stored.get("version"), now=exercise.version)


def _stored_exercise(
    place: dict[str, Any], stored: dict[str, Any], exercises: Mapping[str, Exercise], *, all_known: bool
) -> Iterator[Problem]:
    try:
        exercise = resolve_exercise(stored["id"], exercises.values())
    except CourseError:  # an exercise, or a question of which one was made, that is not there or cannot be made
        if all_known:
            yield UNKNOWN_EXERCISE.format(**place, id=stored["id"])
        return
    if stored != json.loads(json.dumps(exercise_data(exercise))):
        yield OUTDATED.format(**place, id=exercise.id, stored=stored.get("version"), now=exercise.version)
