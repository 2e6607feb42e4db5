"""What the atlas page is made from: every initiative once, nothing guessed, nothing drawn that was not looked up."""

import json
import re
from itertools import accumulate, pairwise

import pytest

from coursekit import dataset, ties_chart
from coursekit.book.atlas import (
    FACETS,
    STEPS,
    atlas_data,
    country_counts,
    initiatives,
    is_unconfirmed,
    map_html,
    members_by_initiative,
    shade,
    years_in_words,
)
from coursekit.charts.ties import flows
from coursekit.frontend.assets import read_asset
from coursekit.rendering.chart import script_json
from tests.course import COURSE

pytestmark = pytest.mark.xdist_group("atlas")  # one worker makes what all tests here look at


@pytest.fixture(scope="module")
def data():
    """What the script receives, as the page carries it."""
    return json.loads(str(script_json(atlas_data(COURSE, "references.html"))))


def row(**cells):
    empty = {"start_year": None, "end_year": None, "status": "active", "confidence": "verified", "known_cells": ()}
    return {**empty, **cells}


def test_every_initiative_appears_once_and_by_name(data):
    ids = [each["id"] for each in data["initiatives"]]
    assert sorted(ids) == sorted(dataset("initiatives")["initiative_id"])
    names = [each["name"] for each in initiatives(COURSE)]
    assert names == sorted(names, key=str.casefold)


def test_every_member_travels(data):
    sent = {(each["id"], m["name"], m["role"]) for each in data["initiatives"] for m in each.get("members", ())}
    table = dataset("initiative_members")
    assert set(zip(table["initiative_id"], table["member"], table["role"], strict=True)) <= sent


def test_empty_cells_stay_empty(data):
    sent = {each["id"]: each for each in data["initiatives"]}
    for each in initiatives(COURSE):
        assert ("start" in sent[each["initiative_id"]]) == (each["start_year"] is not None)
        assert ("members" in sent[each["initiative_id"]]) == bool(members_by_initiative(COURSE)[each["initiative_id"]])


def test_every_code_has_words_in_the_catalogue(data):
    words = json.loads(read_asset("locales/en.json")) | COURSE.texts("en")
    for facet in FACETS:
        for term, _ in data["vocabularies"][facet]:
            assert f"atlas.{facet}.{term}" in words
    for status in dataset("initiatives")["status"].cat.categories:
        assert f"atlas.status.{status}" in words
    for role in (*dataset("initiative_members")["role"].cat.categories, "named"):
        assert f"atlas.role.{role}" in words


def test_every_country_has_a_name_and_a_place_on_the_map(data):
    world = json.loads(read_asset("atlas-map.json"))
    for code, name in data["countries"].items():
        assert name
        assert code in world["shapes"] or code in world["dots"], f"{name} is nowhere on the map"


def test_small_countries_have_a_dot():
    world = json.loads(read_asset("atlas-map.json"))
    assert {"TUV", "NRU", "KIR", "MLT", "SYC", "STP", "CPV", "VAT"} <= set(world["dots"])


def test_crimea_is_drawn_with_ukraine():
    world = json.loads(read_asset("atlas-map.json"))
    assert world["shapes"]["UKR"].count("M") == 2, "the mainland and the peninsula"


def lies_in(path, place):
    """Say whether a place of the drawing lies in a path of whole steps, by the crossings of a ray to its right."""
    x, y = place
    inside = False
    for ring in path.split("M")[1:]:
        steps = [[int(n) for n in re.findall(r"-?\d+", step)] for step in ring.removesuffix("z").split("l")]
        corners = list(zip(*map(accumulate, zip(*steps, strict=True)), strict=True))
        for (left, top), (right, bottom) in pairwise([*corners, corners[0]]):
            if (top > y) != (bottom > y) and x < left + (right - left) * (y - top) / (bottom - top):
                inside = not inside
    return inside


# Where the map draws [-13, 25] and [-15, 24], west of the sand wall, [-10, 26], east of it, and [-10.5, 28.5].
@pytest.mark.parametrize(
    ("place", "code"),
    [((514.6, 194.8), "ESH"), ((507.3, 199.4), "ESH"), ((525.2, 190.1), "ESH"), ((524.3, 178.7), "MAR")],
)
def test_western_sahara_is_one_territory_apart_from_morocco(place, code):
    shapes = json.loads(read_asset("atlas-map.json"))["shapes"]
    assert [other for other, path in shapes.items() if lies_in(path, place)] == [code]
    assert shapes["ESH"].count("M") == 1, "no line along the sand wall"


def test_sources_of_the_data_have_their_title(data):
    cited = {source for each in data["initiatives"] for source in each["sources"]}
    assert cited <= set(data["sources"])
    assert all(title and kind for title, kind in data["sources"].values())


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({}, "not established"),
        ({"end_year": 2007, "status": "superseded"}, "start not established, end 2007"),
        ({"start_year": 2003}, "since 2003"),
        ({"start_year": 2003, "status": "unknown"}, "from 2003, end not established"),
        ({"start_year": 2006, "end_year": 2018, "status": "ended"}, "2006 to 2018"),
        ({"start_year": 2013, "end_year": 2013, "status": "one_off"}, "2013"),
        ({"start_year": 2012, "end_year": 2013, "status": "one_off"}, "2012 to 2013"),
        ({"start_year": 2007, "status": "proposed"}, "proposed in 2007"),
        ({"start_year": 2018, "known_cells": ("start_year",)}, "since 2018 (not looked up)"),
        ({"start_year": 1957, "confidence": "known"}, "since 1957 (not looked up)"),
    ],
)
def test_years_say_what_is_not_established(cells, words):
    assert years_in_words(row(**cells)) == words


def test_known_cells_are_never_counted_on_the_map():
    counts = country_counts(COURSE)
    known = {each["initiative_id"] for each in initiatives(COURSE) if is_unconfirmed(each, "countries")}
    looked_up = dataset("initiative_members")
    looked_up = looked_up[(looked_up["confidence"] != "known") & (looked_up["member_type"] == "country")]
    named = {code for each in initiatives(COURSE) if each["initiative_id"] not in known for code in each["countries"]}
    assert set(counts) <= set(looked_up["member"]) | named
    assert max(counts.values()) <= len(initiatives(COURSE)) - sum(
        each["confidence"] == "known" for each in initiatives(COURSE)
    )


def test_for_many_initiatives_no_list_of_countries_is_known():
    """The page says so, without a number."""
    lists = members_by_initiative(COURSE).values()
    found = [members for members in lists if any(m["type"] == "country" and not m["known"] for m in members)]
    assert 0 < len(found) < 0.8 * len(initiatives(COURSE))


def test_map_without_script_counts_every_country_in_its_table():
    html, counts = map_html(COURSE), country_counts(COURSE)
    assert html.count('<th scope="row">') == len(counts)
    assert len(set(re.findall(r'data-code="([A-Z]{3})"', html))) == len(counts)


@pytest.mark.parametrize(("count", "expected"), [(0, 0), (1, 1), (3, 2), (4, 3), (7, 4), (40, 4)])
def test_shades_follow_the_steps(count, expected):
    assert shade(count) == expected
    assert shade(STEPS[-1]) == len(STEPS)


def test_one_tie_joins_regional_and_global_and_none_leads_back():
    """The chart's title and the page state it."""
    table = flows(COURSE).set_index(["from", "to"])["ties"]
    assert table["regional", "global"] == 1
    assert table["global", "regional"] == 0
    others = [("global", "national"), ("global", "local"), ("national", "global"), ("local", "global")]
    assert [int(table[pair]) for pair in others] == [0, 0, 0, 0]
    assert len(table) == len(COURSE.ties_picture.levels) ** 2


def test_two_way_ties_stand_in_two_cells_unless_within_a_level():
    ties = dataset("ties")
    between = ties[(ties["both"]) & (ties["from_level"].astype(str) != ties["to_level"].astype(str))]
    assert flows(COURSE)["ties"].sum() == len(ties) + len(between)


def test_chart_of_ties_says_what_it_maps():
    about = ties_chart().to_dict()["usermeta"]["coursekit"]
    assert "one paper" in about["note"]
    assert about["sources"] == ["seed-004"]


def test_chart_of_ties_draws_only_what_is_confirmed_and_says_what_it_draws(monkeypatch):
    def another(_course, name, *, confirmed=False):
        assert confirmed
        table = dataset(name, confirmed=True)
        first = table.index[0]
        table.loc[first, ["from_level", "to_level"]] = ["national", "global"]
        return table

    about = ties_chart().to_dict()["usermeta"]["coursekit"]
    assert about["alt"].endswith("No tie joins the global level with the national or the local one.")
    monkeypatch.setattr("coursekit.charts.ties.dataset", another)
    about = ties_chart().to_dict()["usermeta"]["coursekit"]
    assert about["alt"].endswith("No tie joins the global level with the local one.")
