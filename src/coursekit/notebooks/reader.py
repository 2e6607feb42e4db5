"""Reads a notebook file, or says why it is none."""

import json
import warnings
from pathlib import Path
from typing import Any

import nbformat

from coursekit.course import CourseError

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
