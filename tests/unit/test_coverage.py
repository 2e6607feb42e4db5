"""From source to course: places are found, a thing waits only for a chapter that is not written."""

import json
import shutil

import pytest

from coursekit.checks.coverage import check_coverage
from coursekit.citations.references import parse_reference
from coursekit.course import read_course
from coursekit.datasets.descriptor import Field, ListRule, Schema, Table
from coursekit.notebooks.source_map import Place, Treatment, place_things, read_things, treatments
from tests.course import COURSE

ACTORS = Table("actors", "actors.csv", Schema(()), title="Actors")
IDS = Field("ids", "string", list_rule=ListRule(", "))


def row(name, line, chapter, seed="seed-004", ids="nobody, iom"):
    cells = {"item": name, "kind": "claim", "source_id": seed, "line": str(line), "chapter": str(chapter), "ids": ids}
    return 2, cells


def treats(lines, chapter, label=None):
    place = Place(label or f"Chapter {chapter}", f"chapters/{chapter:02}")
    reference = parse_reference(lines)
    return Treatment(place, f"seed-{reference.text_id}", reference, chapter)


def labels(rows, found):
    return [[place.label for place in thing.places] for thing in place_things(rows, found, {"iom": ACTORS}, IDS)]


def test_thing_on_a_line_of_its_own_has_each_place_that_treats_the_line():
    found = [treats("004 l.23", 4), treats("004 l.20-25", 6), treats("004 l.24", 7), treats("003 l.23", 8)]
    assert labels([row("Cities", 23, 4)], found) == [["Chapter 4", "Chapter 6"]]


def test_thing_on_a_line_with_others_has_only_places_of_its_chapter():
    found = [treats("004 l.29", 4), treats("004 l.29", 4, "Question Q4.5")]
    rows = [row("Cross-fertilization", 29, 4), row("Follow-up gap", 29, 9)]
    assert labels(rows, found) == [["Chapter 4", "Question Q4.5"], []]


def test_place_counts_once_however_often_it_treats_the_line():
    assert labels([row("Cities", 23, 4)], [treats("004 l.23", 4)] * 3) == [["Chapter 4"]]


def test_thing_without_a_place_waits_and_its_rows_are_its_data():
    (thing,) = place_things([row("Cities", 23, 4)], [], {"iom": ACTORS}, IDS)
    assert thing.waits
    assert thing.data == (Place("Actors", "book/datasets/actors"),)


def test_treated_thing_does_not_wait():
    (thing,) = place_things([row("Cities", 23, 4)], [treats("004 l.23", 4)], {}, IDS)
    assert not thing.waits


def notebook(*texts):
    cells = [{"cell_type": "markdown", "source": text} for text in texts]
    return json.dumps({"cells": [*cells, {"cell_type": "code", "source": "(seed-004-l99)="}]})


@pytest.fixture
def course(tmp_path):
    for folder in ("chapters", "book", "exercises"):
        (tmp_path / folder).mkdir()
    shutil.copyfile(COURSE.folder / "course.yml", tmp_path / "course.yml")
    return read_course(tmp_path)


def test_marks_have_an_anchor_and_citations_that_of_the_mark_above(course):
    text = (
        "Early {source}`seed-004 l.5`.\n\n(seed-004-l17)=\nSee {source}`seed-004 l.17-18` and {source}`seed-001 l.3`."
    )
    (course.folder / "chapters/02-four.ipynb").write_text(notebook(text), encoding="utf-8")
    found = [(t.source, t.lines.lines, t.place.docname, t.place.anchor, t.chapter) for t in treatments(course)]
    assert found == [
        ("seed-004", "line 17", "chapters/02-four", "seed-004-l17", 2),
        ("seed-004", "line 5", "chapters/02-four", "", 2),
        ("seed-004", "lines 17-18", "chapters/02-four", "seed-004-l17", 2),
        ("seed-001", "line 3", "chapters/02-four", "", 2),
    ]


def test_page_of_the_book_is_a_place_under_its_title(course):
    (course.folder / "book/glossary.md").write_text("# Glossary\n\n(seed-004-l25)=\nCoherence ...\n", encoding="utf-8")
    (treatment,) = treatments(course)
    assert treatment.place == Place("Glossary", "book/glossary", "seed-004-l25")


def test_citation_that_cannot_be_read_is_left_to_its_page(course):
    (course.folder / "book/about.md").write_text("# About\n\n{source}`seed-004 l.9-2`\n", encoding="utf-8")
    assert treatments(course) == []


@pytest.fixture
def copy_of_the_course(tmp_path):
    for folder in ("datasets", "chapters", "exercises"):
        shutil.copytree(COURSE.folder / folder, tmp_path / folder)
    (tmp_path / "book").mkdir()
    shutil.copyfile(COURSE.folder / "course.yml", tmp_path / "course.yml")
    return read_course(tmp_path)


def test_thing_that_loses_its_place_in_a_written_chapter_is_reported(copy_of_the_course):
    for chapter in copy_of_the_course.chapters:
        text = chapter.read_text(encoding="utf-8")
        chapter.write_text(
            text.replace("(seed-001-l134)=", "").replace("seed-001 l.134-140", "cgil-2021"), encoding="utf-8"
        )
    (problem,) = check_coverage(copy_of_the_course)
    lines = (copy_of_the_course.datasets / "seeds_coverage.csv").read_text(encoding="utf-8").splitlines()
    (line,) = [number for number, text in enumerate(lines, 1) if text.startswith("s1-027,")]
    assert str(problem).startswith(f"datasets/seeds_coverage.csv: line {line}: Call to keep strengthening the GMG: ")
    assert str(problem).endswith("Put (seed-001-l134)= before the passage that treats it, or cite the line there.")


def test_thing_whose_chapter_is_not_written_may_wait(copy_of_the_course):
    for path in copy_of_the_course.chapters:
        path.unlink()
    assert list(check_coverage(copy_of_the_course)) == []


def test_course_has_a_place_for_each_thing_whose_chapter_is_written():
    assert list(check_coverage(COURSE)) == []


def test_each_thing_of_the_founding_texts_leads_to_rows_of_the_datasets():
    things = read_things(COURSE)
    assert [thing.name for thing in things if not thing.data] == []
    assert {thing.source for thing in things} == {f"seed-00{number}" for number in range(5)}


def test_question_stands_in_its_chapter_and_exercise_on_its_page():
    places = {place for thing in read_things(COURSE) for place in thing.places}
    assert Place("Question Q4.1", "chapters/04-across") in places
    assert Place("Exercise E4.1", "exercises/harbour-cities") in places
