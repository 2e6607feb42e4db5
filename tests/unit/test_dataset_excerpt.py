"""Rows of a dataset in an exercise: chosen by a filter, confirmed only, part of the edition."""

import json

import pytest

from coursekit import dataset
from coursekit.course import read_course
from coursekit.datasets.excerpt import excerpt
from coursekit.exercises.reader import CourseFileError, read_exercise
from tests.course import COURSE

SUMMITS = """\
id: summits
number: E4.8
kind: data-lab
title: Summits
chapter: 4
minutes: 5
outcomes: [CO9]
sources: ["004 l.29"]
fictional: false
brief: Count them.
setting:
  data:
    dataset: summits
    title: Summits
    where: {year: [2007, 2009]}
    columns: [{field: year, heading: Year}, {field: city, heading: City}]
  chart: {form: timeline, title: Summits, time: year}
  fields: [{id: n, ask: whole, label: "How many?"}]
criteria:
  - {id: C1, name: counted, points: 1, gate: true, source: "004 l.29", met: Yes., unmet: No., when: numbers.n == 2.0}
hints: [One., Two., Three.]
"""
TABLE = """\
year,city,part,confidence
2007,Brussels,a,verified
2008,Manila,a,known
2009,Athens,a,verified
2011,,b,verified
"""
FIELDS = [
    {"name": "year", "type": "integer"},
    {"name": "city", "type": "string"},
    {"name": "part", "type": "string", "neverMixed": True},
    {"name": "confidence", "type": "string", "unconfirmed": "known"},
]
FILE = "exercises/summits.yaml"


@pytest.fixture
def course(small_course):
    descriptor = json.loads(small_course.files["datasets/datapackage.json"])
    descriptor["resources"].append({"name": "summits", "path": "summits.csv", "schema": {"fields": FIELDS}})
    small_course.files["datasets/datapackage.json"] = json.dumps(descriptor)
    small_course.files["datasets/summits.csv"] = TABLE
    small_course.files[FILE] = SUMMITS
    return small_course


def read_one(course, path):
    return read_exercise(read_course(course.folder), path)


def test_the_rows_stand_in_the_setting_as_the_dataset_has_them(course):
    exercise = read_one(course, course.write() / FILE)
    assert exercise.setting["data"]["rows"] == [[2007, "Brussels"], [2009, "Athens"]]


def test_another_value_in_a_row_makes_another_edition_and_one_in_another_row_does_not(course):
    before = read_one(course, course.write() / FILE).version
    course.replace("datasets/summits.csv", "2011,,b", "2012,,b")
    assert read_one(course, course.write() / FILE).version == before
    course.replace("datasets/summits.csv", "Athens", "Thessaloniki")
    assert read_one(course, course.write() / FILE).version != before


def test_a_change_in_a_table_that_lies_in_a_folder_of_its_own_is_seen(course):
    course.replace("datasets/datapackage.json", '"path": "summits.csv"', '"path": "fictional/summits.csv"')
    course.files["datasets/fictional/summits.csv"] = course.files.pop("datasets/summits.csv")
    before = read_one(course, course.write() / FILE).version
    table = course.folder / "datasets/fictional/summits.csv"
    table.write_text(TABLE.replace("Athens", "Thessaloniki"), encoding="utf-8")
    assert read_one(course, course.folder / FILE).version != before


def test_an_empty_cell_stays_empty(course):
    course.replace(FILE, "[2007, 2009]", "[2011]")
    assert read_one(course, course.write() / FILE).setting["data"]["rows"] == [[2011, None]]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("dataset: summits", "dataset: summit", "There is no dataset 'summit'. The datasets are: sources, summits."),
        ("field: city", "field: town", 'The dataset "summits" has no column "town". Its columns are: year, city, part'),
        ("{year: [2007", "{years: [2007", 'has no column "years".'),
        ("2009]", "2010]", 'No confirmed row of the dataset "summits" has 2010 as its year. Mend the filter.'),
        ("2009]", "2008]", 'No confirmed row of the dataset "summits" has 2008 as its year. Mend the filter.'),
        ("2009]}", "2009], city: [null]}", "setting.data.where.city[0]: None is not of type"),
        ("[2007, 2009]}", "[2007], part: [b]}", 'No confirmed row of the dataset "summits" passes the whole filter.'),
        ("2009]", "2011]", 'The rows mix a and b as part of the dataset "summits". Filter for one of them.'),
        ("[2007, 2009]", "[]", "setting.data.where.year: [] should be non-empty."),
    ],
)
def test_a_filter_that_does_not_fit_is_an_error_with_file_and_key(course, old, new, message):
    course.replace(FILE, old, new)
    with pytest.raises(CourseFileError) as caught:
        read_one(course, course.write() / FILE)
    assert str(caught.value).startswith("exercises/summits.yaml: setting.data")
    assert message in str(caught.value)


def test_a_broken_table_is_an_error_of_the_exercise_that_shows_it(course):
    course.replace("datasets/summits.csv", "2007,", "two thousand,")
    with pytest.raises(CourseFileError, match=r"summits\.yaml: setting\.data: .*whole number"):
        read_one(course, course.write() / FILE)


def test_an_excerpt_holds_what_the_typed_table_holds():
    columns = ["commitment_id", "year_in_seed", "in_seed", "body", "symbol"]
    table = dataset("commitments", confirmed=True)[columns]
    expected = table.astype(object).where(table.notna(), None)
    expected["body"] = ["; ".join(bodies) for bodies in expected["body"]]
    found = excerpt(COURSE.datasets, "commitments", {}, columns)
    assert found == expected.to_numpy().tolist()
