"""Rules that a stored notebook keeps: nbval does not see them, and the book is built from what is stored."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from coursekit.execution import WIDGET_VIEW
from coursekit.exercises import Exercise
from coursekit.payload import EXERCISE_MIME, exercise_data

UNREADABLE = "{file}: whole file: not readable as a notebook ({reason}). Restore it, or save it again from Jupyter."
KERNEL = '{file}: metadata: the kernel is "{kernel}", not "python3". Run `make execute`.'
NOT_RUN = "{file}: cell {cell}: it has no execution count, so its outputs are never compared. Run `make execute`."
FAILED = "{file}: cell {cell}: it stores the error {name}: {value}. Mend the cell and run `make execute`."
WIDGET_STORED = "{file}: cell {cell}: it stores a widget's view, which differs at each run. Run `make execute`."
UNKNOWN_EXERCISE = '{file}: cell {cell}: it shows the exercise "{id}", which does not exist. Mend the cell.'
OUTDATED = "{file}: cell {cell}: it stores edition {stored} of {id}, but the file is edition {now}. Run `make execute`."
NOT_SHOWN = '{file}: whole file: no cell shows the exercise. Add a cell with exercise("{id}").'


def check_notebook(file: str, path: Path, exercises: Mapping[str, Exercise], *, all_known: bool) -> Iterator[str]:
    """Check one notebook: executed, without errors, in step with the exercises that it shows.

    `all_known` says whether `exercises` (by id) is complete; a missing one is reported elsewhere if not.
    """
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        cells = [(number, cell) for number, cell in enumerate(notebook["cells"], 1) if cell["cell_type"] == "code"]
        kernel = notebook["metadata"].get("kernelspec", {}).get("name", "")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        yield UNREADABLE.format(file=file, reason=f"{type(error).__name__}: {error}")
        return
    if kernel != "python3":
        yield KERNEL.format(file=file, kernel=kernel)
    shown = set()
    for number, cell in cells:
        if cell.get("execution_count") is None:
            yield NOT_RUN.format(file=file, cell=number)
        for output in cell.get("outputs", []):
            if output["output_type"] == "error":
                yield FAILED.format(file=file, cell=number, name=output["ename"], value=output["evalue"])
            data = output.get("data", {})
            if WIDGET_VIEW in data:
                yield WIDGET_STORED.format(file=file, cell=number)
            if EXERCISE_MIME in data:
                shown.add(data[EXERCISE_MIME].get("id"))
                yield from _stored_exercise(
                    {"file": file, "cell": number}, data[EXERCISE_MIME], exercises, all_known=all_known
                )
    if path.parent.name == "exercises" and path.stem in exercises and path.stem not in shown:
        yield NOT_SHOWN.format(file=file, id=path.stem)


def _stored_exercise(
    place: dict[str, Any], stored: dict[str, Any], exercises: Mapping[str, Exercise], *, all_known: bool
) -> Iterator[str]:
    exercise = exercises.get(stored.get("id", ""))
    if exercise is None:
        if all_known:
            yield UNKNOWN_EXERCISE.format(**place, id=stored.get("id"))
    elif stored != json.loads(json.dumps(exercise_data(exercise))):
        yield OUTDATED.format(**place, id=exercise.id, stored=stored.get("version"), now=exercise.version)
