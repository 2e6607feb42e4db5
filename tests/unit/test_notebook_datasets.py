"""What a notebook takes from the datasets: each rule on a small notebook that breaks it."""

import json

import msgspec
import pytest

from coursekit import dataset
from coursekit.checks.dataset_use import Holdings, check_cells, check_dataset_use, read_holdings
from coursekit.checks.datasets import check_datasets
from coursekit.datasets.confirmation import unconfirmed_places
from coursekit.datasets.descriptor import Constraints, Field, ListRule, Schema, Table
from coursekit.mime import VEGA_LITE_MIME
from coursekit.notebooks.execution import course_notebooks
from coursekit.notebooks.reader import read_notebook
from tests.course import COURSE

STOCK = Table(
    "stock",
    "stock.csv",
    Schema(
        (
            Field("revision", "string", never_mixed=True),
            Field("year", "integer"),
            Field("millions", "number", unit="millions of persons"),
        ),
        ("revision", "year"),
    ),
)
COSTS = Table(
    "costs",
    "costs.csv",
    Schema(
        (
            Field("quarter", "string"),
            Field("cost", "number", unit="per cent"),
            Field("confidence", "string", unconfirmed="known", constraints=Constraints(enum=("verified", "known"))),
            Field("known_cells", "string", unconfirmed_fields=True, list_rule=ListRule(";")),
        ),
        ("quarter",),
    ),
)
HOLDINGS = Holdings({"stock": STOCK, "costs": COSTS}, {"costs": ["2009Q1", "2010Q1"]}, frozenset({"bk"}))


def code(source, chart=None):
    outputs = [{"output_type": "display_data", "data": {VEGA_LITE_MIME: chart}}] if chart else []
    return {"cell_type": "code", "source": source, "outputs": outputs}


def told(problems):
    return [str(problem) for problem in problems]


def words(source):
    return {"cell_type": "markdown", "source": source}


def chart(*rows, sources=("desa",)):
    return {"datasets": {"data": list(rows)}, "usermeta": {"coursekit": {"sources": list(sources)}}}


POINT = {"revision": "2024", "year": 1990, "millions": 154.0}
GOOD = {
    "confirmed-only": [code('dataset("costs", confirmed=True)')],
    "table-with-nothing-unconfirmed": [code('stock = dataset("stock")', chart(POINT))],
    "name-as-keyword": [code('coursekit.dataset(name="stock")')],
    "chart-of-something-else": [code('dataset("stock")', chart({"city": "Accra", "number": 3}))],
    "one-revision": [code('dataset("stock")'), code("draw()", chart(POINT, {**POINT, "year": 2020}))],
    "cited-source": [words("A fact {source}`desa`, and {source}`seed-004 l.23`.")],
}


@pytest.mark.parametrize("case", GOOD)
def test_good_use_is_no_problem(case):
    assert told(check_cells("chapters/01.ipynb", GOOD[case], HOLDINGS)) == []


BROKEN = {
    "everything-read": (
        code('dataset("costs")'),
        'holds what is not confirmed (2009Q1; 2010Q1). Write dataset("costs", ',
    ),
    "confirmed-is-false": (code('dataset("costs", confirmed=False)'), "holds what is not confirmed"),
    "confirmed-in-a-variable": (code('dataset("costs", confirmed=choice)'), "holds what is not confirmed"),
    "name-in-a-variable": (code("dataset(table)"), "the name of a dataset is not written out"),
    "name-unknown": (code('dataset("stocks")'), 'there is no dataset "stocks"'),
    "file-read-directly": (code('pd.read_csv("datasets/costs.csv")'), "read_csv reads past the checks"),
    "magic-command": (code("%matplotlib inline"), "it is not plain Python"),
    "two-revisions-in-a-chart": (
        code('dataset("stock")', chart(POINT, {**POINT, "revision": "2020"})),
        'a chart mixes revision 2020 and 2024 of the dataset "stock"',
    ),
    "revision-left-out-of-a-chart": (
        code('dataset("stock")', chart({"year": 1990, "millions": 154.0})),
        'a chart draws millions of the dataset "stock" without the column revision',
    ),
    "background-knowledge-cited": (words("A fact {source}`bk`."), 'it cites "bk", which is not confirmed'),
    "background-knowledge-under-a-chart": (code("draw()", chart(sources=["desa", "bk"])), 'it cites "bk"'),
}


@pytest.mark.parametrize("case", BROKEN)
def test_broken_use_is_reported_with_its_cell(case):
    cell, message = BROKEN[case]
    (problem,) = told(check_cells("chapters/01.ipynb", [words("# One"), cell], HOLDINGS))
    assert problem.startswith("chapters/01.ipynb: cell 2: ")
    assert message in problem


def test_table_read_in_one_cell_and_drawn_in_another_is_seen():
    cells = [code('stock = dataset("stock")'), code("draw(stock)", chart(POINT, {**POINT, "revision": "2020"}))]
    (problem,) = told(check_cells("chapters/01.ipynb", cells, HOLDINGS))
    assert problem.startswith("chapters/01.ipynb: cell 2: a chart mixes")


def test_rows_and_cells_that_are_not_confirmed_are_named_by_their_key():
    rows = [
        {"quarter": "2009Q1", "cost": "9.67", "confidence": "known", "known_cells": "cost"},
        {"quarter": "2010Q1", "cost": "8.72", "confidence": "verified", "known_cells": "quarter;cost"},
        {"quarter": "2011Q1", "cost": "9.0", "confidence": "verified", "known_cells": ""},
    ]
    assert unconfirmed_places(COSTS, rows) == ["2009Q1", "2010Q1: quarter;cost"]


def test_notebooks_of_the_course_use_the_datasets_well():
    notebooks = {path.name: read_notebook(path.name, path) for path in course_notebooks(COURSE)}
    assert list(check_dataset_use(COURSE, notebooks)) == []


def test_broken_datasets_are_left_to_other_checks(tmp_path):
    (tmp_path / "datasets").mkdir()
    (tmp_path / "datasets/datapackage.json").write_text("{", encoding="utf-8")
    broken = msgspec.structs.replace(COURSE, folder=tmp_path)
    assert list(check_dataset_use(broken, {"one.ipynb": {"cells": [code('dataset("lost")')]}})) == []


DAMAGED_CHARTS = {
    "text": "a chart",
    "list": [POINT],
    "usermeta-a-text": {"usermeta": "x"},
    "note-a-list": {"usermeta": {"coursekit": []}},
    "sources-a-text": {"usermeta": {"coursekit": {"sources": "desa"}}},
    "source-a-list": {"usermeta": {"coursekit": {"sources": [["desa"]]}}},
    "datasets-a-list": {"datasets": [POINT]},
    "rows-a-text": {"datasets": {"data": "rows"}},
    "row-a-number": {"datasets": {"data": [3]}},
}


@pytest.mark.parametrize("case", DAMAGED_CHARTS)
def test_damaged_chart_is_reported_with_its_cell(case):
    (problem,) = told(check_cells("chapters/01.ipynb", [code('dataset("stock")', DAMAGED_CHARTS[case])], HOLDINGS))
    assert problem == "chapters/01.ipynb: cell 1: its stored chart is damaged. Run `make execute`."


@pytest.mark.parametrize("source", ["a\0", "-" * 100_000 + "1", "\ud800", "+".join("a" * 20_000)])
def test_code_that_no_parser_can_read_is_reported(source):
    (problem,) = told(check_cells("chapters/01.ipynb", [code(source)], HOLDINGS))
    assert problem.startswith("chapters/01.ipynb: cell 1: it is not plain Python (")


@pytest.mark.parametrize("name", read_holdings(COURSE).unconfirmed)
def test_confirmed_dataset_leaves_out_rows_and_empties_cells_that_are_not(name):
    everything, confirmed = dataset(name), dataset(name, confirmed=True)
    places = read_holdings(COURSE).unconfirmed[name]
    rows_gone = [place for place in places if ": " not in place]
    assert len(confirmed) == len(everything) - len(rows_gone)
    assert list(confirmed.dtypes) == list(everything.dtypes)
    if "confidence" in confirmed:
        assert "known" not in set(confirmed["confidence"])


def test_cell_from_background_knowledge_is_empty_and_its_neighbour_is_not():
    programme = dataset("initiatives", confirmed=True).set_index("initiative_id").loc["jmdi"]
    assert programme["countries"] == ()
    assert programme["start_year"] == 2008
    assert len(dataset("initiatives").set_index("initiative_id").loc["jmdi", "countries"]) > 0


def test_unconfirmed_term_must_be_a_term_of_its_field(tmp_path):
    mark = {"name": "mark", "title": "Mark", "type": "string", "description": "Mark.", "unconfirmed": "knwon"}
    mark["constraints"] = {"enum": ["verified", "known"]}
    table = {"name": "t", "path": "t.csv", "title": "T", "description": "One row is one.", "schema": {"fields": [mark]}}
    (tmp_path / "datapackage.json").write_text(json.dumps({"name": "small", "resources": [table]}), encoding="utf-8")
    (tmp_path / "t.csv").write_text("mark\nknown\n", encoding="utf-8")
    (problem,) = check_datasets(tmp_path)
    assert (problem.line, problem.place) == (0, "t.mark")
    assert problem.message == "'knwon' is not one of its terms."
