"""Rules that a stored notebook keeps: nbval does not see them, and the book is built from what is stored."""

import json
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import nbformat

from coursekit.course import CourseError
from coursekit.exercises.models import Exercise
from coursekit.exercises.payload import exercise_data
from coursekit.exercises.question_bank import resolve_exercise
from coursekit.mime import ANSWER_MIME, EXERCISE_MIME, GLUED, WIDGET_VIEW

KERNEL = '{file}: metadata: the kernel is "{kernel}", not "python3". Run `make execute`.'
NOT_RUN = "{file}: cell {cell}: it has no execution count, so its outputs are never compared. Run `make execute`."
FAILED = "{file}: cell {cell}: it stores the error {name}: {value}. Mend the cell and run `make execute`."
WIDGET_STORED = "{file}: cell {cell}: it stores a widget's view, which differs at each run. Run `make execute`."
UNKNOWN_EXERCISE = '{file}: cell {cell}: it shows the exercise "{id}", which does not exist. Mend the cell.'
NO_EXERCISE = "{file}: cell {cell}: what it stores as an exercise is none. Run `make execute`."
OUTDATED = "{file}: cell {cell}: it stores edition {stored} of {id}, but the file is edition {now}. Run `make execute`."
NO_FIGURE = "{file}: cell {cell}: a figure is {value}. Take it from a cell of the table that is filled."
NOT_SHOWN = '{file}: whole file: no cell shows the exercise. Add a cell with exercise("{id}").'


EMPTY = ("<NA>", "nan", "NaN", "NaT", "None", "''")
"""How pandas and Python write what is not there."""

FORMAT = 4
"""The version of the notebook format that the course uses."""

REASON_LENGTH = 120


class NotebookError(CourseError):
    """A file that is no valid notebook, so that no rule can be applied to it."""

    template = "{file}: {place}: not readable as a notebook ({reason}). Restore it, or save it again from Jupyter."
    not_json = "it is not JSON: {error}"
    not_this_format = "it is not of version 4 of the notebook format"
    no_cells = "it has no list of cells"
    ids = "a cell has no id, or the id of another cell"

    def __init__(self, file: str, reason: str, place: str = "whole file") -> None:
        if len(reason) > REASON_LENGTH:  # it repeats a whole cell before it says what is wrong
            reason = f"{reason[: REASON_LENGTH // 2]} ... {reason[-REASON_LENGTH // 2 :]}"
        super().__init__(self.template.format(file=file, place=place, reason=reason))


def read_notebook(file: str, path: Path) -> dict[str, Any]:
    """Read a notebook that the rules can rely on: valid by the schema of the format. Raises NotebookError."""
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise NotebookError(file, error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:  # not UTF-8 is a ValueError too
        raise NotebookError(file, NotebookError.not_json.format(error=error)) from error
    if not isinstance(notebook, dict) or notebook.get("nbformat") != FORMAT:
        raise NotebookError(file, NotebookError.not_this_format)
    cells = notebook.get("cells")
    if not isinstance(cells, list) or not all(isinstance(cell, dict) for cell in cells):
        raise NotebookError(file, NotebookError.no_cells)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", FutureWarning)  # so nbformat reports ids, and would mend them silently
            nbformat.validate(notebook)
    except nbformat.ValidationError as error:
        place = list(error.absolute_path)
        inside = f"cell {place[1] + 1}" if place[:1] == ["cells"] and len(place) > 1 else "whole file"
        raise NotebookError(file, error.message, inside) from error
    except FutureWarning as error:
        raise NotebookError(file, NotebookError.ids) from error
    except (TypeError, AssertionError, RecursionError) as error:  # an id or a version that is no text or number
        raise NotebookError(file, NotebookError.not_this_format) from error
    return notebook


def check_notebook(
    file: str, notebook: dict[str, Any], exercises: Mapping[str, Exercise], *, all_known: bool
) -> Iterator[str]:
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


def _stored_output(place: dict[str, Any], output: dict[str, Any], exercises: Mapping[str, Exercise]) -> Iterator[str]:
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


def _stored_answer(place: dict[str, Any], stored: Any, exercises: Mapping[str, Exercise]) -> Iterator[str]:
    """Check that an answer that is shown, as in a solution, is one to the exercise as it stands."""
    if not isinstance(stored, dict):
        yield NO_EXERCISE.format(**place)
        return
    exercise = exercises.get(str(stored.get("exercise")))
    if exercise and stored.get("version") != exercise.version:
        yield OUTDATED.format(**place, id=exercise.id, stored=stored.get("version"), now=exercise.version)


def _stored_exercise(
    place: dict[str, Any], stored: dict[str, Any], exercises: Mapping[str, Exercise], *, all_known: bool
) -> Iterator[str]:
    try:
        exercise = resolve_exercise(stored["id"], exercises.values())
    except CourseError:  # an exercise, or a question of which one was made, that is not there or cannot be made
        if all_known:
            yield UNKNOWN_EXERCISE.format(**place, id=stored["id"])
        return
    if stored != json.loads(json.dumps(exercise_data(exercise))):
        yield OUTDATED.format(**place, id=exercise.id, stored=stored.get("version"), now=exercise.version)
