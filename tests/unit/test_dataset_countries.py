"""Country codes against ISO 3166-1, each rule on a row that breaks it."""

import sys

import pytest

from coursekit.checks import dataset_rules
from coursekit.checks.dataset_rules import Filled, Row, check_country_codes
from coursekit.datasets.descriptor import Field, ListRule, PatternWhen, Schema, Table

ONE = Field("country", "string", country_codes=True)
SEVERAL = Field("countries", "string", country_codes=True, list_rule=ListRule(";"))
WHERE_COUNTRY = Field("member", "string", country_codes=True, pattern_when=PatternWhen("kind", "country", ".*"))
KIND = Field("kind", "string")


def problems(*fields, **cells):
    table = Table("members", "members.csv", Schema(fields))
    return list(check_country_codes(Filled(table, [Row(2, cells)])))


@pytest.mark.parametrize(
    ("fields", "cells"),
    [
        ([ONE], {"country": "GHA"}),
        ([ONE], {"country": "XKX"}),
        ([ONE], {"country": ""}),
        ([SEVERAL], {"countries": "GHA;PER"}),
        ([SEVERAL], {"countries": ""}),
        ([KIND, WHERE_COUNTRY], {"kind": "country", "member": "FJI"}),
        ([KIND, WHERE_COUNTRY], {"kind": "city", "member": "Accra"}),
    ],
)
def test_country_written_as_its_code_is_no_problem(fields, cells):
    assert problems(*fields, **cells) == []


BROKEN = {
    "code-of-no-country": ([ONE], {"country": "GHX"}, "country", "GHX"),
    "code-of-two-letters": ([ONE], {"country": "GH"}, "country", "GH"),
    "name-of-country": ([ONE], {"country": "Ghana"}, "country", "Ghana"),
    "code-in-small-letters": ([ONE], {"country": "gha"}, "country", "gha"),
    "one-of-several-slipped": ([SEVERAL], {"countries": "GHA;PRE"}, "countries", "PRE"),
    "slipped-where-the-member-is-a-country": (
        [KIND, WHERE_COUNTRY],
        {"kind": "country", "member": "FJJ"},
        "member",
        "FJJ",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_other_code_is_reported_with_its_place(case):
    fields, cells, name, code = BROKEN[case]
    (problem,) = problems(*fields, **cells)
    assert (problem.file, problem.place) == ("datasets/members.csv", f"line 2, field {name}")
    assert problem.message == f"{cells[name]!r}: {code!r} is not the code of a country."
    assert "ISO 3166-1" in problem.cure


def test_table_without_countries_needs_no_list(monkeypatch):
    monkeypatch.setitem(sys.modules, "pycountry", None)
    dataset_rules._country_codes.cache_clear()
    assert problems(KIND, kind="city") == []
