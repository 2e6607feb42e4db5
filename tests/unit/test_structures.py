"""Real initiatives to compare a design with: what Python exports, and which the page finds nearest."""

import gzip

import pytest

from coursekit import dataset, find_exercise, find_solution
from coursekit.datasets.cases import comparable_cases
from coursekit.exercises.payload import page_payload
from coursekit.rendering.chart import script_json
from tests.course import COURSE
from tests.unit.designs import answers_and_fails, exercise_named
from tests.unit.javascript import call_each

NEAREST = "kinds/designer/nearest.js"
CASES = {case["id"]: case for case in comparable_cases(COURSE)}
LEVELS = {"local", "national", "regional", "global"}
DESIGN_TYPES = {
    "academia", "civil_society", "int_org", "local_gov", "migrants", "national_gov", "private", "regional_body",
    "union",
}  # fmt: skip


def test_a_case_speaks_of_levels_and_actors_as_a_design_does():
    for case in comparable_cases(COURSE):
        assert set(case["levels"]) <= LEVELS
        assert case["levels"]
        assert set(case["types"]) <= DESIGN_TYPES
        assert case["types"]
        assert case["vertical"] in (0, 0.5, 1)
        assert case["two_way"] is None or 0 <= case["two_way"] <= 1
        assert case["became"]


def test_nothing_from_background_knowledge_is_told():
    table = dataset("initiatives").set_index("initiative_id")
    for case in comparable_cases(COURSE):
        row = table.loc[case["id"]]
        assert row["confidence"] != "known"
        assert "summary" not in row["known_cells"]
        if "status" in row["known_cells"]:
            assert case["became"] == ["What became of it was not looked up."]


def test_a_case_tells_what_its_tables_tell():
    palim = CASES["palim"]
    assert palim["years"] == "2019 to 2021"
    assert palim["became"][0] == "Closed."
    assert "120 trained" in palim["became"][1]
    assert CASES["eu-mp-mda"]["vertical"] == CASES["eu-mp-mda"]["two_way"] == 1
    assert CASES["eu-mp-mda"]["levels"] == ["national", "regional"]


def test_each_structure_stands_once_and_says_how_many_it_stands_for():
    shapes = [(*case["levels"], "|", *case["types"], case["vertical"]) for case in comparable_cases(COURSE)]
    assert len(set(shapes)) == len(shapes)
    assert len(comparable_cases(COURSE)) + sum(case["alike"] for case in comparable_cases(COURSE)) <= len(
        dataset("initiatives")
    )


def test_only_designs_carry_them_and_they_stay_small():
    design = page_payload(COURSE, exercise_named("fair-corridor"), None)
    quiz = page_payload(COURSE, find_exercise("Q4"), None)
    assert "initiatives" not in quiz
    assert len(gzip.compress(str(script_json(design["initiatives"])).encode())) < 8000


def structure(levels, types, vertical=None, two_way=None):
    return {"levels": levels, "types": types, "vertical": vertical, "two_way": two_way}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (structure(["local"], ["union"], 0, 1), structure(["local"], ["union"], 0, 1), 0),
        (structure(["local"], ["union"], 0, 1), structure(["global"], ["private"], 1, 0), 1),
        (structure(["local", "national"], ["union"]), structure(["local"], ["union"]), 0.25),
        (structure(["local"], ["union"], 0.25), structure(["local"], ["union"], 0.75, 1), 0.5 / 3),
        (structure([], []), structure(["local"], ["union"], 1), 1),
    ],
)
def test_the_distance_is_the_mean_of_what_both_know(one, other, expected):
    here, there = call_each(NEAREST, "distance", [[one, other], [other, one]])
    assert here == there == pytest.approx(expected)


def test_a_design_is_described_in_the_words_of_the_tables():
    corridor = exercise_named("fair-corridor")
    (found,) = call_each(NEAREST, "structureOf", [[corridor.setting, find_solution(corridor).alternative.answer]])
    assert set(found["levels"]) == {"national", "local", "regional"}
    assert "regional_body" in found["types"]
    assert "hri" not in found["types"]
    assert found["vertical"] == pytest.approx(4 / 12)
    assert found["two_way"] == pytest.approx(8 / 12)


def nearest(name, index):
    setting, design = exercise_named(name).setting, answers_and_fails(name)[index][0]
    (own,) = call_each(NEAREST, "structureOf", [[setting, design]])
    (found,) = call_each(NEAREST, "nearest", [[own, comparable_cases(COURSE)]])
    distances = call_each(NEAREST, "distance", [[own, case] for case in comparable_cases(COURSE)])
    assert [case["id"] for case in found] == [
        case["id"]
        for _, case in sorted(zip(distances, comparable_cases(COURSE), strict=True), key=lambda pair: pair[0])[:3]
    ]
    return [case["id"] for case in found]


def test_the_nearest_cases_of_a_design_are_of_its_kind():
    assert "mdgf-yem" in nearest("jobs-for-the-young", 0)
    assert "intercultural-cities" in nearest("harbour-cities", 0)
    assert len(nearest("too-many-cooks", 0)) == 3
