"""The reader of the datasets: types, names, copies, errors, and that it never loses or changes a cell."""

from __future__ import annotations

import csv
import io
import json
import tempfile
import time
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit import cite, dataset, sources
from coursekit.course import CourseNotFoundError, find_course
from coursekit.datasets import tables as datasets
from coursekit.datasets.descriptor import (
    DescriptorError,
    Field,
)
from coursekit.datasets.tables import (
    BrokenCellError,
    BrokenFileError,
    UnknownDatasetError,
    UnknownSourceError,
    dataset_names,
    describe,
)
from tests.course import COURSE

CHECKOUT = Path(__file__).parents[2]

FIELDS: list[dict[str, Any]] = [
    {"name": "text", "type": "string"},
    {"name": "count", "type": "integer"},
    {"name": "share", "type": "number"},
    {"name": "open", "type": "boolean", "trueValues": ["yes"], "falseValues": ["no"]},
    {"name": "level", "type": "string", "ordered": True, "constraints": {"enum": ["local", "global"]}},
    {"name": "partners", "type": "string", "list": {"separator": ";"}},
    {"name": "day", "type": "date"},
]


def write_package(checkout: Path, rows: list[list[str]]) -> Path:
    """Write a package with one table, `small`, into the datasets folder of a checkout."""
    folder = checkout / "datasets"
    folder.mkdir(exist_ok=True, parents=True)
    package = {
        "name": "small",
        "resources": [{"name": "small", "path": "small.csv", "schema": {"fields": FIELDS}}],
    }
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    text = io.StringIO(newline="")
    # everything in quotes, as the writer leaves a lone carriage return without
    csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows([[field["name"] for field in FIELDS], *rows])
    (folder / "small.csv").write_bytes(text.getvalue().encode())
    return folder


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(course_in(tmp_path))
    return tmp_path


def course_in(folder: Path) -> Path:
    """Make a folder one that is known as a course."""
    (folder / "course.yml").write_text("{id: small, title: Small}")
    return folder


@pytest.mark.parametrize("name", dataset_names(COURSE))
def test_every_dataset_opens_with_the_columns_of_its_descriptor(name: str) -> None:
    frame = dataset(name)
    assert list(frame.columns) == [field.name for field in describe(COURSE, name).fields]
    assert len(frame) > 0


def test_columns_are_typed_from_the_descriptor() -> None:
    initiatives = dataset("initiatives")
    assert initiatives["name"].dtype == "string"
    assert initiatives["start_year"].dtype == "Int64"
    assert initiatives["status"].dtype == "category"
    assert all(isinstance(levels, tuple) for levels in initiatives["levels"])
    assert dataset("social_protection")["value_min"].dtype == "Float64"
    assert dataset("ties")["both"].dtype == "boolean"
    assert pd.api.types.is_datetime64_dtype(dataset("eu_mobility_partnerships")["signing_date"])


def test_a_scale_is_ordered_and_a_list_of_kinds_is_not() -> None:
    ties = dataset("ties")
    assert list(ties["from_level"].cat.categories[:2]) == ["local", "national"]
    assert ties["from_level"].cat.ordered
    assert not ties["purpose"].cat.ordered


def test_an_empty_cell_is_missing_and_an_empty_list_is_an_empty_tuple(small: Path) -> None:
    write_package(small, [[""] * len(FIELDS)])
    (row,) = dataset("small").to_dict("records")
    assert row.pop("partners") == ()
    assert all(pd.isna(value) for value in row.values())


def test_rows_keep_the_order_of_the_file() -> None:
    with (CHECKOUT / "datasets/milestones.csv").open(encoding="utf-8", newline="") as file:
        assert [row["milestone_id"] for row in csv.DictReader(file)] == list(dataset("milestones")["milestone_id"])


def test_an_unknown_name_is_answered_with_the_known_ones_and_the_closest() -> None:
    with pytest.raises(UnknownDatasetError) as caught:
        dataset("milestone")
    assert "Did you mean 'milestones'?" in str(caught.value)
    assert all(name in str(caught.value) for name in dataset_names(COURSE))


def test_a_name_unlike_any_other_gets_no_guess() -> None:
    with pytest.raises(UnknownDatasetError) as caught:
        dataset("zzz")
    assert "Did you mean" not in str(caught.value)


def test_a_caller_cannot_spoil_the_dataset_for_the_next() -> None:
    first = dataset("gfmd_summits")
    first.loc[0, "city"] = "Nowhere"
    del first["year"]
    again = dataset("gfmd_summits")
    assert again.loc[0, "city"] == "Brussels"
    assert "year" in again


def test_a_caller_cannot_spoil_the_tuples_of_a_list_field() -> None:
    first = dataset("ties")
    items: Any = first.loc[0, "source_ids"]
    with pytest.raises(TypeError):
        items[0] = "bk"
    first["source_ids"] = [("bk",)] * len(first)
    assert set(dataset("ties")["source_ids"]) == {("seed-004",)}


BROKEN_CELLS = {
    "count": (
        "about 20",
        "Write a whole number in digits, without thousands separator, or leave the cell empty.",
    ),
    "share": ("3,5", "Write a number in digits, with a point before decimals, without thousands separator"),
    "open": ("maybe", "Use one of: yes, no; or leave the cell empty."),
    "level": ("Local", "Use one of: local, global; or leave the cell empty."),
    "day": ("2013-02-30", "Write a day of the calendar as YYYY-MM-DD, or leave the cell empty."),
}


@pytest.mark.parametrize("name", BROKEN_CELLS)
def test_a_broken_cell_is_named_by_table_line_field_value_and_cure(small: Path, name: str) -> None:
    value, cure = BROKEN_CELLS[name]
    row = [value if field["name"] == name else "" for field in FIELDS]
    write_package(small, [["two\nlines", "1", "", "", "", "", ""], row])
    with pytest.raises(BrokenCellError) as caught:
        dataset("small")
    assert str(caught.value).startswith(f"small.csv, line 4, field {name}: {value!r} does not fit. {cure}")


def test_a_table_unlike_its_descriptor_is_an_error(small: Path) -> None:
    folder = write_package(small, [])
    (folder / "small.csv").write_text("text,count\n", encoding="utf-8")
    with pytest.raises(BrokenFileError, match=r"small\.csv, line 1: the header differs"):
        dataset("small")


def test_a_broken_descriptor_is_an_error_that_names_the_place(small: Path) -> None:
    folder = write_package(small, [])
    (folder / "datapackage.json").write_text('{"name": "small", "resources": [{"name": "small"}]}', encoding="utf-8")
    with pytest.raises(DescriptorError, match=r"\$\.resources\[0\]"):
        dataset("small")


def test_the_course_is_found_from_below(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CHECKOUT / "tests" / "unit")
    assert find_course() == COURSE
    assert find_course().datasets == CHECKOUT / "datasets"


def test_exercises_and_datasets_are_those_of_one_course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stray folder of datasets between the two must not be taken for the course's."""
    write_package(course_in(tmp_path), [])
    write_package(tmp_path / "drafts", [])
    monkeypatch.chdir(tmp_path / "drafts")
    assert find_course().datasets == tmp_path / "datasets"


def test_no_course_anywhere_is_an_error_with_a_cure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CourseNotFoundError, match="Run the command inside the course folder"):
        dataset("small")


def test_sources_are_those_that_the_dataset_cites() -> None:
    assert list(sources("ties")["source_id"]) == ["seed-004"]
    assert list(sources("seeds_coverage")["source_id"]) == [f"seed-00{number}" for number in range(5)]
    cited = {item for items in dataset("milestones")["source_ids"] for item in items}
    assert set(sources("milestones")["source_id"]) == cited
    assert len(sources("sources")) == len(dataset("sources"))


def test_sources_of_an_unknown_dataset_is_an_error() -> None:
    with pytest.raises(UnknownDatasetError):
        sources("tie")


def test_a_citation_is_one_line_with_what_is_known() -> None:
    assert cite("iom-grcp8") == (
        "2019 Global ISCM Meeting (GRCP 8). IOM, 2019. https://www.iom.int/2019-global-iscm-meeting"
    )
    assert cite("iom-rcp") == "Regional consultative processes on migration. IOM. https://iom.int/node/103038"
    assert cite("seed-003").endswith("UNFPA and IOM, 2013")


def test_an_unknown_source_is_an_error_with_the_closest_guess() -> None:
    with pytest.raises(UnknownSourceError, match=r"no source 'seed-0004'\. Did you mean 'seed-004'\?"):
        cite("seed-0004")


def test_the_largest_table_is_read_in_50_milliseconds() -> None:
    name = max(dataset_names(COURSE), key=lambda name: len(dataset(name)))
    taken = []
    for _ in range(5):
        datasets._frame.cache_clear()
        start = time.perf_counter()
        dataset(name)
        taken.append(time.perf_counter() - start)
    assert min(taken) < 0.05


# Cells as a table may hold them: any text that UTF-8 can write, and each type as it is written in a file.
text = st.text(st.characters(exclude_categories=["Cs"]))
cells = st.tuples(
    text,
    st.just("") | st.integers(-(10**18) + 1, 10**18 - 1).map(str),
    st.just("") | st.decimals(-(10**9), 10**9, places=3).map(str),
    st.sampled_from(["", "yes", "no"]),
    st.sampled_from(["", "local", "global"]),
    text,
    st.just("") | st.dates().map(str),
).map(list)


def written(field: Field, value: Any) -> str:
    """Write a value as the cell it came from."""
    if field.list_rule:
        return field.list_rule.separator.join(value)
    if pd.isna(value):
        return ""
    if field.type == "boolean":
        return (field.true_values if value else field.false_values)[0]
    if field.type == "date":
        return str(value.date())
    return f"{value:.3f}" if field.type == "number" else str(value)


@settings(deadline=None)
@given(st.lists(cells, max_size=5))
def test_reading_never_loses_or_changes_a_cell(rows: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory() as checkout, pytest.MonkeyPatch.context() as patch:
        write_package(course_in(Path(checkout)), rows)
        patch.chdir(checkout)
        frame, fields = dataset("small"), describe(find_course(), "small").fields
        patch.undo()
    read = [
        [written(field, value) for field, value in zip(fields, row, strict=True)]
        for row in frame.itertuples(index=False)
    ]
    assert read == rows
