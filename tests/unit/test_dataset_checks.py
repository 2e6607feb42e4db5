"""Each rule on a small package that breaks it; the course's own package keeps them all."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import frictionless
import pytest

from coursekit.checks.datasets import check_datasets

DATASETS = Path(__file__).parents[2] / "datasets"


def field(name: str, kind: str = "string", **more: Any) -> dict[str, Any]:
    return {"name": name, "title": name, "type": kind, "description": f"The {name}.", **more}


def listing(name: str, **more: Any) -> dict[str, Any]:
    return field(name, list={"separator": ";", **more})


def table(name: str, fields: list[dict[str, Any]], key: list[str], **schema: Any) -> dict[str, Any]:
    return {
        "name": name,
        "path": f"{name}.csv",
        "title": name,
        "description": f"One row is one of the {name}.",
        "schema": {"fields": fields, "primaryKey": key, **schema},
    }


PACKAGE: dict[str, Any] = {
    "name": "small",
    "vocabularies": {"status": {"active": "At work.", "ended": "Closed."}},
    "resources": [
        table("sources", [field("source_id", constraints={"required": True, "unique": True})], ["source_id"]),
        table(
            "meetings",
            [
                field("meeting_id", constraints={"required": True, "pattern": "[a-z]+"}),
                field("kind", constraints={"enum": ["country", "city"]}),
                field("place", patternWhen={"field": "kind", "equals": "country", "pattern": "[A-Z]{3}"}),
                field("status", vocabulary="status", constraints={"enum": ["active", "ended"]}),
                field("year", "integer", yearOf="start", constraints={"minimum": 1900, "maximum": 2035}),
                field("start", partialDate=True),
                field("end", partialDate=True),
                listing("members", enum=["GHA", "PER", "FJI"]),
                field("member_count", "integer", countOf="members"),
                field("host", "string"),
                listing("source_ids", references="sources.source_id"),
            ],
            ["meeting_id"],
            ascending=[["start", "end"]],
            foreignKeys=[
                {"fields": ["host"], "reference": {"resource": "sources", "fields": ["source_id"]}},
            ],
        ),
        table(
            "figures",
            [field("figure"), field("table"), listing("key", keysOfTableIn="table")],
            ["figure", "table"],
        ),
    ],
}
FILES = {
    "sources.csv": "source_id\nseed-004\nbk\n",
    "meetings.csv": (
        "meeting_id,kind,place,status,year,start,end,members,member_count,host,source_ids\n"
        "lima,country,PER,ended,2013,2013-05-22,2013-05,GHA;PER,2,bk,seed-004;bk\n"
        "accra,city,Accra,active,,,,,0,,bk\n"
    ),
    "figures.csv": "figure,table,key\nf,meetings,lima;accra\nf,figures,f|meetings\n",
}


def write(folder: Path, package: dict[str, Any] = PACKAGE, files: dict[str, str] = FILES) -> Path:
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(text.encode())
    return folder


def test_course_package_has_no_problem() -> None:
    assert [str(problem) for problem in check_datasets(DATASETS)] == []


def test_course_package_is_a_valid_frictionless_package() -> None:
    report = frictionless.validate(str(DATASETS / "datapackage.json"))
    assert report.flatten(["title", "rowNumber", "fieldName", "message"]) == []


def test_small_package_has_no_problem(tmp_path: Path) -> None:
    assert check_datasets(write(tmp_path)) == []


BROKEN_ROWS = {
    "empty-required-cell": (("lima,c", ",c"), "meeting_id", "", "the cell is empty"),
    "space-at-end-of-cell": (("city,Accra", "city,Accra "), "place", "Accra ", "space at an end of the cell"),
    "id-in-capitals": (("lima,", "LIMA,"), "meeting_id", "LIMA", "wrong form"),
    "term-outside-vocabulary": (
        ("PER,ended", "PER,over"),
        "status",
        "over",
        "the value does not fit the field",
    ),
    "year-with-letter": (("ended,2013", "ended,2O13"), "year", "2O13", "the value does not fit the field"),
    "year-before-1900": (
        ("ended,2013,2013-05-22,2013-05", "ended,213,,"),
        "year",
        "213",
        "the value is too small",
    ),
    "year-after-2035": (
        ("ended,2013,2013-05-22,2013-05", "ended,2103,,"),
        "year",
        "2103",
        "the value is too large",
    ),
    "year-other-than-its-date": (("ended,2013", "ended,2012"), "year", "2012", "start is 2013-05-22"),
    "day-not-in-calendar": (
        ("2013-05-22", "2013-02-30"),
        "start",
        "2013-02-30",
        "no such day in the calendar",
    ),
    "start-after-end": (("2013-05,", "2013-04,"), "start", "2013-05-22", "it comes after end, 2013-04"),
    "country-not-as-code": (("country,PER", "country,Peru"), "place", "Peru", "wrong form"),
    "list-item-twice": (("GHA;PER,2", "PER;PER,2"), "members", "PER;PER", "'PER' stands in the list 2 times"),
    "list-item-outside-terms": (
        ("GHA;PER", "GHA;QQQ"),
        "members",
        "GHA;QQQ",
        "'QQQ' is not a term of this field",
    ),
    "count-other-than-list": (("GHA;PER,2", "GHA;PER,3"), "member_count", "3", "members lists 2"),
    "foreign-key-unresolved": (("2,bk,", "2,un,"), "host", "un", "not found in sources"),
    "list-reference-unresolved": (
        ("seed-004;bk\n", "seed-004;un\n"),
        "source_ids",
        "un",
        "not found in sources.source_id",
    ),
}


@pytest.mark.parametrize("case", BROKEN_ROWS)
def test_broken_row_is_reported_with_its_place(tmp_path: Path, case: str) -> None:
    (old, new), name, value, message = BROKEN_ROWS[case]
    assert FILES["meetings.csv"].count(old) == 1
    text = FILES["meetings.csv"].replace(old, new)
    line = text[: text.index(new)].count("\n") + 1
    # the rows of figures point to meetings and would report a changed key a second time
    files = {**FILES, "meetings.csv": text, "figures.csv": "figure,table,key\n"}
    (problem,) = check_datasets(write(tmp_path, files=files))
    assert (problem.file, problem.line, problem.place) == ("datasets/meetings.csv", line, f"line {line}, field {name}")
    assert problem.message == (f"{value!r}: {message}." if value else f"{message}.")
    assert problem.cure


BROKEN_FILES = {
    "key-twice": ("meetings.csv", ("accra,", "lima,"), 3, "the same key as in line 2"),
    "composite-key-twice": (
        "figures.csv",
        ("f,figures,f|meetings", "f,meetings,lima"),
        3,
        "the same key as in line 2",
    ),
    "unique-value-twice": ("sources.csv", ("bk\n", "bk\nbk\n"), 4, "the same key as in line 3"),
    "key-of-named-table-unresolved": (
        "figures.csv",
        ("lima;accra", "lima;quito"),
        2,
        "not found in meetings",
    ),
    "named-table-unknown": (
        "figures.csv",
        ("f,meetings,lima", "f,dialogues,lima"),
        2,
        "not found in datapackage.json",
    ),
    "header-other-than-descriptor": (
        "sources.csv",
        ("source_id", "source"),
        1,
        "the header differs from the descriptor",
    ),
    "row-too-long": ("meetings.csv", ("0,,bk", "0,,bk,bk"), 3, "12 cells where the header has 11"),
    "quote-left-open": (
        "meetings.csv",
        ("accra", '"accra'),
        3,
        "not readable as CSV (unexpected end of data)",
    ),
    "windows-line-ends": ("sources.csv", ("bk\n", "bk\r\n"), 3, "a carriage return"),
    "no-line-end-at-end": ("sources.csv", ("bk\n", "bk"), 0, "the last line has no end"),
}


@pytest.mark.parametrize("case", BROKEN_FILES)
def test_broken_file_is_reported_with_its_line(tmp_path: Path, case: str) -> None:
    name, (old, new), line, message = BROKEN_FILES[case]
    assert old in FILES[name]
    problems = check_datasets(write(tmp_path, files={**FILES, name: FILES[name].replace(old, new, 1)}))
    found = [(problem.file, problem.line, problem.message) for problem in problems]
    assert any((file, at) == (f"datasets/{name}", line) and text.endswith(f"{message}.") for file, at, text in found)


def test_file_not_in_utf8_is_reported_with_its_line(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "sources.csv").write_bytes(b"source_id\nseed-004\nT\xfcrkiye\n")
    (problem,) = check_datasets(folder)
    assert (problem.file, problem.line, problem.message) == ("datasets/sources.csv", 3, "a character is not UTF-8.")


def test_missing_file_is_reported_once(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "sources.csv").unlink()
    (problem,) = check_datasets(folder)
    assert problem.file == "datasets/sources.csv"
    assert "cannot be read" in problem.message


def test_named_table_that_cannot_be_read_is_not_called_unknown(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "meetings.csv").unlink()
    assert [problem.file for problem in check_datasets(folder)] == ["datasets/meetings.csv"]


def test_undescribed_file_is_reported(tmp_path: Path) -> None:
    folder = write(tmp_path, files={**FILES, "actors.csv": "actor_id\n"})
    assert [(problem.file, problem.message) for problem in check_datasets(folder)] == [
        ("datasets/actors.csv", "it is not in datapackage.json."),
    ]


BROKEN_DESCRIPTORS = {
    "misspelt-property": (
        ["resources", 1, "schema", "fields", 0, "titel"],
        "Meeting",
        "the descriptor cannot be read",
    ),
    "unknown-type": (
        ["resources", 1, "schema", "fields", 0, "type"],
        "text",
        "the descriptor cannot be read",
    ),
    "key-field-missing": (["resources", 1, "schema", "primaryKey"], ["meeting"], "no such field"),
    "ascending-field-missing": (
        ["resources", 1, "schema", "ascending"],
        [["start", "finish"]],
        "no such field",
    ),
    "reference-field-missing": (
        ["resources", 1, "schema", "fields", 10, "list", "references"],
        "sources.id",
        "no such field",
    ),
    "terms-other-than-vocabulary": (
        ["resources", 1, "schema", "fields", 3, "constraints", "enum"],
        ["ended"],
        "its terms differ from the vocabulary status",
    ),
    "pattern-not-a-regular-expression": (
        ["resources", 1, "schema", "fields", 0, "constraints", "pattern"],
        "[a-z",
        "'[a-z' is not a regular expression",
    ),
    "field-unexplained": (
        ["resources", 1, "schema", "fields", 0, "description"],
        "",
        "no title or description",
    ),
    "table-unexplained": (["resources", 1, "description"], "", "no title or description"),
}


@pytest.mark.parametrize("case", BROKEN_DESCRIPTORS)
def test_broken_descriptor_is_reported(tmp_path: Path, case: str) -> None:
    (*path, last), value, message = BROKEN_DESCRIPTORS[case]
    package = copy.deepcopy(PACKAGE)
    place: Any = package
    for step in path:
        place = place[step]
    place[last] = value
    (problem,) = check_datasets(write(tmp_path, package))
    assert problem.file == "datasets/datapackage.json"
    assert message in problem.message
