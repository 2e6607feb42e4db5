"""Runs notebooks afresh, in parallel, and stores outputs that are the same at each run."""

import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import nbformat
import typer
from nbclient import NotebookClient

from coursekit.course import Course
from coursekit.mime import WIDGET_VIEW

FOLDERS = ("chapters", "exercises", "solutions")
CELL_TIMEOUT = 60
STARTUP_TIMEOUT = 20
STARTS = 3
"""How often a kernel is started: two that start at once can choose the same port, and then one never answers."""
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def course_notebooks(course: Course) -> list[Path]:
    """List the notebooks of a course."""
    return [path for folder in FOLDERS for path in sorted((course.folder / folder).glob("*.ipynb"))]


def execute_notebooks(course: Course, paths: list[Path] | None = None) -> None:
    """Run notebooks, all by default, and store their outputs. Raises CellExecutionError at the first that fails."""
    chosen = paths or course_notebooks(course)
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        for path, changed in zip(chosen, pool.map(execute_notebook, chosen), strict=True):
            typer.echo(f"{path.parent.name}/{path.name}: {'outputs renewed' if changed else 'no change'}")


def execute_notebook(path: Path) -> bool:
    """Run one notebook and store its outputs; say whether the file changed."""
    before = path.read_text(encoding="utf-8")
    notebook: Any = nbformat.reads(before, as_version=4)  # type: ignore[no-untyped-call]
    client = NotebookClient(
        notebook,
        timeout=CELL_TIMEOUT,
        record_timing=False,
        resources={"metadata": {"path": str(path.parent)}},
        startup_timeout=STARTUP_TIMEOUT,
    )
    _execute(client)
    _make_stable(notebook)
    after = str(nbformat.writes(notebook)) + "\n"  # type: ignore[no-untyped-call]
    path.write_text(after, encoding="utf-8")
    return after != before


def _execute(client: NotebookClient) -> None:
    """Run all cells; a kernel that does not answer as it starts is started again. Raises what the last start raises."""
    for left in reversed(range(STARTS)):
        try:
            client.execute()
        except RuntimeError:  # CellExecutionError, from a cell, is another
            if client.code_cells_executed or not left:
                raise
        else:
            return


def _make_stable(notebook: Any) -> None:
    notebook.metadata = nbformat.from_dict(METADATA)  # type: ignore[no-untyped-call]
    for cell in notebook.cells:
        cell.metadata = {key: value for key, value in cell.metadata.items() if key == "tags"}
        for output in cell.get("outputs", []):
            # The id of a widget's view differs at each run and means nothing without its kernel.
            output.get("data", {}).pop(WIDGET_VIEW, None)
