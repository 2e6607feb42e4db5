"""What `coursekit check` finds in stored notebooks: what nbval does not compare, and what is out of step."""

import json

import pytest

from coursekit.mime import ANSWER_MIME, EXERCISE_MIME
from tests.unit.conftest import check_folder

NOTEBOOK = "exercises/two-cities.ipynb"


def without_count(cells):
    cells[1]["execution_count"] = None


def with_error(cells):
    cells[1]["outputs"].append({"output_type": "error", "ename": "KeyError", "evalue": "'x'", "traceback": []})


def with_widget_view(cells):
    cells[1]["outputs"][0]["data"]["application/vnd.jupyter.widget-view+json"] = {"model_id": "5f3a"}


def with_another_rubric(cells):
    cells[1]["outputs"][0]["data"][EXERCISE_MIME]["criteria"][0]["points"] = 9


def with_an_unknown_exercise(cells):
    cells[1]["outputs"][0]["data"][EXERCISE_MIME]["id"] = "lost"


def with_an_empty_figure(cells):
    data = {"application/papermill.record/text/plain": "<NA>"}
    cells[1]["outputs"].append(
        {"output_type": "display_data", "data": data, "metadata": {"scrapbook": {"name": "founding-year"}}}
    )


def with_an_answer_to_an_earlier_edition(cells):
    data = {ANSWER_MIME: {"exercise": "two-cities", "version": "00000000", "answer": {}}}
    cells[1]["outputs"].append({"output_type": "display_data", "data": data, "metadata": {}})


def with_no_exercise(cells):
    cells[1]["outputs"] = []


BROKEN_NOTEBOOKS = {
    without_count: "cell 2: it has no execution count, so its outputs are never compared. Run",
    with_error: "cell 2: it stores the error KeyError: 'x'. Mend the cell and run `make execute`.",
    with_widget_view: "cell 2: it stores a widget's view, which differs at each run. Run `make execute`.",
    with_another_rubric: "cell 2: it stores edition ",
    with_an_unknown_exercise: 'cell 2: it shows the exercise "lost", which does not exist. Mend the cell.',
    with_an_empty_figure: "cell 2: a figure is <NA>. Take it from a cell",
    with_an_answer_to_an_earlier_edition: "cell 2: it stores edition 00000000 of two-cities, but the file is edition ",
    with_no_exercise: 'whole file: no cell shows the exercise. Add a cell with exercise("two-cities").',
}


@pytest.mark.parametrize("spoil", BROKEN_NOTEBOOKS)
def test_a_broken_notebook_is_found(spoil, small_course):
    path = small_course.write() / NOTEBOOK
    content = json.loads(path.read_text(encoding="utf-8"))
    spoil(content["cells"])
    path.write_text(json.dumps(content), encoding="utf-8")
    found = check_folder(small_course.folder)
    assert any(problem.startswith(f"{NOTEBOOK}: {BROKEN_NOTEBOOKS[spoil]}") for problem in found)
    assert all(problem.startswith(f"{NOTEBOOK}: ") for problem in found)


def test_a_notebook_of_another_kernel_is_found(small_course):
    path = small_course.write() / NOTEBOOK
    path.write_text(path.read_text().replace('"name": "python3"', '"name": "my-venv"'), encoding="utf-8")
    assert f'{NOTEBOOK}: metadata: the kernel is "my-venv", not "python3". Run `make execute`.' in check_folder(
        small_course.folder
    )


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"cells": 3}', '{"cells": [], "metadata": []}', "{"])
def test_a_notebook_that_is_none_is_found(text, small_course):
    (small_course.write() / NOTEBOOK).write_text(text, encoding="utf-8")
    found = check_folder(small_course.folder)
    assert [problem.split("(")[0] for problem in found] == [f"{NOTEBOOK}: whole file: not readable as a notebook "]
