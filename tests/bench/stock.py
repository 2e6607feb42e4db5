"""The stock book to compare with: the same sources in a plain Jupyter Book, without our theme and extension.

Charts and exercises are in it as stock Altair and stock ipywidgets store them in a notebook. Both then ask
third parties for their scripts. The bench lets nothing out, so these bytes are missing and stock looks
lighter than it is.
"""

import json
import os
import shutil
import sys
from pathlib import Path

import altair as alt
from ipywidgets.embed import dependency_state

from coursekit import all_exercises, find_solution
from coursekit.charts.figure import VEGA_LITE_MIME
from coursekit.exercises.question_bank import resolve_exercise
from coursekit.mime import EXERCISE_MIME
from coursekit.notebooks.widgets import ExerciseWidget
from tests.course import COURSE

SOURCES = ("book", "chapters", "exercises", "solutions", "_toc.yml")
CONFIG = """\
title: Working together on migration
only_build_toc_files: true
execute:
  execute_notebooks: "off"
"""

# Our plug-in is registered in the environment: it would draw our charts in the stock book too, and import
# pandas. This stands in its place, does nothing and costs nothing.
PLUG_IN_THAT_DOES_NOTHING = """\
class CourseRenderer:
    mime_priority_overrides = ()

    @staticmethod
    def handle_mime(renderer, data, inline):
        return None
"""


def write_stock(course: Path, folder: Path) -> None:
    """Copy the sources of the course into a folder as a plain Jupyter Book."""
    for name in SOURCES:
        copy = shutil.copytree if (course / name).is_dir() else shutil.copyfile
        copy(course / name, folder / name)
    (folder / "_config.yml").write_text(CONFIG, encoding="utf-8")
    for notebook in folder.glob("*/*.ipynb"):
        _give_stock_outputs(notebook)
    stand_in = folder / "_plug_in" / "coursekit" / "book"
    stand_in.mkdir(parents=True)
    for package in (stand_in.parent, stand_in):
        (package / "__init__.py").touch()
    (stand_in / "renderers.py").write_text(PLUG_IN_THAT_DOES_NOTHING, encoding="utf-8")


def stock_command(folder: Path) -> tuple[list[str], dict[str, str]]:
    """Return the command that builds the stock book, and its environment."""
    command = [sys.executable, "-c", "from jupyter_book.cli.main import main; main()", "build", str(folder)]
    return command, {**os.environ, "PYTHONPATH": str(folder / "_plug_in")}


def _give_stock_outputs(path: Path) -> None:
    """Replace the outputs of our own kinds by those that the stock libraries store."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for output in (output for cell in notebook["cells"] for output in cell.get("outputs", [])):
        data = output.get("data", {})
        if VEGA_LITE_MIME in data:
            with alt.renderers.enable("html"):
                data.update(alt.renderers.get()(data.pop(VEGA_LITE_MIME)))
        if EXERCISE_MIME in data:
            shown = resolve_exercise(data.pop(EXERCISE_MIME)["id"], all_exercises())
            widget = ExerciseWidget(COURSE, shown, find_solution(shown))
            view = {"version_major": 2, "version_minor": 0, "model_id": widget.model_id}
            data["application/vnd.jupyter.widget-view+json"] = view
            notebook["metadata"]["widgets"] = {
                "application/vnd.jupyter.widget-state+json": {
                    "version_major": 2,
                    "version_minor": 0,
                    "state": dependency_state([widget], drop_defaults=False),
                }
            }
    path.write_text(json.dumps(notebook), encoding="utf-8")
