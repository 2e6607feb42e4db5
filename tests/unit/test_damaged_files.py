"""`coursekit check` on damaged files: a sentence that names the file, never a traceback."""

import json

import pytest

from coursekit.mime import ANSWER_MIME, EXERCISE_MIME
from tests.unit.conftest import check_folder

EXERCISE_FILE = "exercises/two-cities.yaml"
NOTEBOOK = "exercises/two-cities.ipynb"


def cell_without_source(notebook):
    del notebook["cells"][1]["source"]


def cell_without_id(notebook):
    del notebook["cells"][1]["id"]


def two_cells_of_one_id(notebook):
    notebook["cells"][1]["id"] = notebook["cells"][0]["id"]


def cell_of_unknown_type(notebook):
    notebook["cells"][1]["cell_type"] = "poem"


def output_without_type(notebook):
    del notebook["cells"][1]["outputs"][0]["output_type"]


def exercise_as_text(notebook):
    notebook["cells"][1]["outputs"][0]["data"][EXERCISE_MIME] = "two-cities"


def exercise_without_an_id_as_text(notebook):
    notebook["cells"][1]["outputs"][0]["data"][EXERCISE_MIME]["id"] = ["two-cities"]


def answer_as_text(notebook):
    notebook["cells"][1]["outputs"][0]["data"][ANSWER_MIME] = "two-cities"


def empty_figure_of_a_damaged_name(notebook):
    output = notebook["cells"][1]["outputs"][0]
    output["data"]["application/papermill.record/text/plain"] = "nan"
    output["metadata"] = {"scrapbook": "x"}


def guess_of_two_chapters(notebook):
    notebook["cells"][1]["outputs"][0]["data"][EXERCISE_MIME]["id"] = "guess-q1-1-q2-1"


def kernel_as_number(notebook):
    notebook["metadata"]["kernelspec"] = 3


def version_as_text(notebook):
    notebook["nbformat_minor"] = "5"


def cells_of_text(notebook):
    notebook["cells"] = ["# Two cities"]


def id_as_list(notebook):
    notebook["cells"][1]["id"] = []


NOT_SHOWN = 'whole file: no cell shows the exercise. Add a cell with exercise("two-cities").'
NO_NOTEBOOK = "not readable as a notebook ("
NOTEBOOKS = {
    cell_without_source: f"cell 2: {NO_NOTEBOOK}'source' is a required property). Restore it, or save it again",
    cell_without_id: f"whole file: {NO_NOTEBOOK}a cell has no id, or the id of another cell)",
    two_cells_of_one_id: f"whole file: {NO_NOTEBOOK}a cell has no id, or the id of another cell)",
    cell_of_unknown_type: f"cell 2: {NO_NOTEBOOK}",
    output_without_type: f"cell 2: {NO_NOTEBOOK}",
    kernel_as_number: f"whole file: {NO_NOTEBOOK}3 is not of type 'object')",
    version_as_text: f"whole file: {NO_NOTEBOOK}it is not of version 4 of the notebook format)",
    cells_of_text: f"whole file: {NO_NOTEBOOK}it has no list of cells)",
    id_as_list: f"whole file: {NO_NOTEBOOK}",
    answer_as_text: "cell 2: what it stores as an exercise is none. Run `make execute`.",
    empty_figure_of_a_damaged_name: "cell 2: a figure is nan. Take it from a cell of the table that is filled.",
    exercise_as_text: "cell 2: what it stores as an exercise is none. Run `make execute`.",
    exercise_without_an_id_as_text: "cell 2: what it stores as an exercise is none. Run `make execute`.",
}


@pytest.mark.parametrize("damage", NOTEBOOKS)
def test_a_damaged_notebook_is_reported_and_no_other_file_is(damage, small_course):
    path = small_course.write() / NOTEBOOK
    notebook = json.loads(path.read_text(encoding="utf-8"))
    damage(notebook)
    path.write_text(json.dumps(notebook), encoding="utf-8")
    first, *others = check_folder(small_course.folder)
    assert first.startswith(f"{NOTEBOOK}: {NOTEBOOKS[damage]}")
    hides_the_exercise = damage in (exercise_as_text, exercise_without_an_id_as_text)
    assert others == ([f"{NOTEBOOK}: {NOT_SHOWN}"] if hides_the_exercise else [])
    assert len(first) < 300


@pytest.mark.parametrize("content", [b"not JSON", b"\xff\xfe", b"[" * 100_000, b'{"cells": [], "nbformat": 3}'])
def test_a_notebook_that_is_not_json_is_reported_once(content, small_course):
    (small_course.write() / NOTEBOOK).write_bytes(content)
    (problem,) = check_folder(small_course.folder)
    assert problem.startswith(f"{NOTEBOOK}: whole file: {NO_NOTEBOOK}")


YAML = {
    "nested-without-end": (
        "brief: Join",
        f"brief: {'[' * 200_000}",
        "nested too deeply to be read. Take the nesting out.",
    ),
    "no-such-day": ("brief: Join the two cities.", "brief: 2013-02-30", "holds a value unlike its type: "),
    "number-of-5000-digits": ("minutes: 5", f"minutes: {'5' * 5000}", "holds a value unlike its type: "),
    "tag-unlike-its-value": ("minutes: 5", "minutes: !!bool five", "holds a value unlike its type: "),
    "map-that-is-a-list": ("minutes: 5", "minutes: !!map [1]", "holds a value unlike its type: "),
    "half-a-letter": ("brief: Join", 'brief: "\\uD800" #', "not readable as YAML: "),
    "list-inside-itself": ("sources: [", "sources: &a [*a, ", "holds a value that JSON cannot: "),
}


@pytest.mark.parametrize("name", YAML)
def test_yaml_that_cannot_be_read_is_reported(name, small_course):
    old, new, message = YAML[name]
    small_course.replace(EXERCISE_FILE, old, new)
    (problem,) = check_folder(small_course.write())
    assert problem.startswith(f"{EXERCISE_FILE}: whole file: {message}")


@pytest.mark.parametrize("name", ["exercises/foo.yaml", "solutions/foo.yaml", "exercises/foo.ipynb"])
def test_a_folder_named_like_a_file_is_reported(name, small_course):
    (small_course.write() / name).mkdir()
    (problem,) = check_folder(small_course.folder)
    assert problem.startswith(f"{name}: whole file: ")
    assert "Is a directory" in problem


def test_a_file_that_leads_nowhere_is_reported(small_course):
    (small_course.write() / "exercises/foo.yaml").symlink_to("nowhere")
    (problem,) = check_folder(small_course.folder)
    reason = "it cannot be read (No such file or directory). Make it a file that you may read."
    assert problem == f"exercises/foo.yaml: whole file: {reason}"


def test_a_page_in_another_encoding_is_reported(small_course):
    (small_course.write() / "book").mkdir(exist_ok=True)
    (small_course.folder / "book/index.md").write_bytes(b"# T\xfcr")
    (problem,) = check_folder(small_course.folder)
    assert problem.startswith("book/index.md: whole file: it cannot be read (")


def test_a_descriptor_that_is_nested_without_end_is_reported(small_course):
    small_course.files["datasets/datapackage.json"] = '{"x": ' + "[" * 100_000
    (problem, *_) = check_folder(small_course.write())
    assert problem.startswith("datasets/datapackage.json: ")
