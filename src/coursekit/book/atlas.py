"""The atlas of initiatives: `{atlas} filters|timeline|map|table|ties`, one part of the page each.

What is written here reads without a script: the table of all initiatives with their sources, the map with all
members counted, and the picture of ties. The script adds the filters, the timeline and the cards, and reads names,
summaries and years from the table itself, so that no text travels twice.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from coursekit.book.addresses import REFERENCES_PAGE, Page
from coursekit.datasets.descriptor import read_package
from coursekit.datasets.initiatives import Row, initiatives, is_unconfirmed, plain_rows, years_in_words
from coursekit.datasets.tables import dataset
from coursekit.frontend.assets import read_asset
from coursekit.rendering.chart import chart_html, script_json
from coursekit.rendering.templating import render_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx

    from coursekit.course import Course

STEPS = (1, 2, 4, 7)
"""From how many initiatives on a country takes the next shade of the map; the script counts with the same steps."""

FACETS = ("theme", "level", "direction", "actor_type", "four_c")
"""Vocabularies by which one can filter, in the order of the page."""

PARTS = ("filters", "timeline", "map", "table", "ties")


def members_by_initiative(course: Course) -> dict[str, list[Row]]:
    """Return who takes part in each case: the rows of the table of members, then countries that its row alone names."""
    members: dict[str, list[Row]] = {}
    for row in plain_rows(course, course.tables.members):
        entry = {
            "name": row["member"],
            "type": row["member_type"],
            "role": row["role"],
            "since": row["since_year"],
            "known": row["confidence"] == "known",
            "notes": row["notes"],
            "sources": list(row["source_ids"]),
        }
        members.setdefault(row["initiative_id"], []).append(entry)
    for row in initiatives(course):
        listed = members.setdefault(row["initiative_id"], [])
        names = {entry["name"] for entry in listed}
        known = is_unconfirmed(row, "countries")
        listed += [
            {"name": code, "type": "country", "role": "named", "known": known}
            for code in row["countries"]
            if code not in names
        ]
    return members


def country_counts(course: Course) -> Counter[str]:
    """Count for each country the initiatives in which it has a role; what was not looked up does not count."""
    members = members_by_initiative(course)
    return Counter(
        code
        for row in initiatives(course)
        if row["confidence"] != "known"
        for code in {m["name"] for m in members[row["initiative_id"]] if m["type"] == "country" and not m["known"]}
    )


def atlas_data(course: Course, references: str) -> Row:
    """Return what the script needs beyond the table: codes, members, vocabularies, sources; no empty cells."""
    members = members_by_initiative(course)
    rows = []
    for row in initiatives(course):
        listed = [_without_empty(member) for member in members[row["initiative_id"]]]
        rows.append(_without_empty({**_coded(row), "members": listed}))
    cited = {source for row in rows for source in row["sources"]}
    cited |= {source for row in rows for member in row.get("members", ()) for source in member.get("sources", ())}
    records = dataset(course, course.tables.sources).set_index("source_id").loc[sorted(cited)]
    codes = {m["name"] for row in rows for m in row.get("members", ()) if m["type"] == "country"}
    names = json.loads(read_asset("atlas-map.json"))["names"]
    vocabularies = read_package(course.datasets).vocabularies
    return {
        "initiatives": rows,
        "vocabularies": {name: list(vocabularies[name].items()) for name in (*FACETS, "confidence")},
        "sources": {str(key): [str(record["title"]), str(record["kind"])] for key, record in records.iterrows()},
        "countries": {code: names[code] for code in sorted(codes)},
        "starts": {question.id: dict(question.choices) for question in course.case_questions},
        "steps": STEPS,
        "references": references,
    }


def map_html(course: Course) -> str:
    """Return the map of all members as it stands without a script, with its table of countries."""
    world, counts = json.loads(read_asset("atlas-map.json")), country_counts(course)
    most = max(counts, key=lambda code: counts[code])
    alt = (
        f"World map. {len(counts)} countries have a role in at least one initiative; "
        f"the most, {counts[most]}, are counted for {world['names'][most]}. The table below lists every country."
    )
    by_name = dict(sorted(counts.items(), key=lambda item: str(world["names"][item[0]])))
    until = [step - 1 for step in STEPS[1:]]
    ranges = [f"{a}" if a == b else f"{a} to {b}" for a, b in zip(STEPS, until, strict=False)]
    shades = ["none found", *ranges, f"{STEPS[-1]} or more initiatives"]
    return render_file("atlas-map.html", map=world, counts=by_name, alt=alt, shade=shade, shades=shades)


def shade(count: int) -> int:
    """Return the shade of the map for a number of initiatives: 0 for none, up to the number of steps."""
    return sum(count >= step for step in STEPS)


def _coded(row: Row) -> Row:
    kept = ("acronym", "status", "direction", "theme", "four_c", "confidence", "notes")
    return {
        **{field: row[field] for field in kept},
        "id": row["initiative_id"],
        "start": row["start_year"],
        "end": row["end_year"],
        "leads": list(row["lead_organizations"]),
        "actor_type": list(row["partner_types"]),
        "level": list(row["levels"]),
        "sources": list(row["source_ids"]),
        "known": list(row["known_cells"]),
    }


def _without_empty(row: Mapping[str, Any]) -> Row:
    return {field: value for field, value in row.items() if value not in (None, [], False, "")}


class Atlas(SphinxDirective):
    """`{atlas} table` shows one part of the atlas; the parts find each other in the page."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the part."""
        part = directives.choice(self.arguments[0], PARTS)
        page = Page(self.env)
        page.depends_on_data()
        html = getattr(self, f"_{part}")(page)
        return [nodes.raw("", html, format="html")]

    def _filters(self, page: Page) -> str:
        return render_file("atlas-filters.html", data=script_json(atlas_data(page.course, page.to(REFERENCES_PAGE))))

    def _timeline(self, _page: Page) -> str:
        return render_file("atlas-timeline.html")

    def _map(self, page: Page) -> str:
        return map_html(page.course)

    def _table(self, page: Page) -> str:
        course = page.course
        records, titles = (
            page.to(REFERENCES_PAGE),
            dataset(course, course.tables.sources).set_index("source_id")["title"],
        )
        rows = [
            {
                **row,
                "years": years_in_words(row),
                "links": [(titles[source], f"{records}#source-{source}") for source in row["source_ids"]],
            }
            for row in initiatives(course)
        ]
        return render_file("atlas-table.html", rows=rows)

    def _ties(self, page: Page) -> str:
        from coursekit.charts.ties import ties_chart  # Altair is slow to load, and only this page draws with it

        return chart_html(ties_chart(page.course).to_dict(), page.asset("vega.js"), page.source, page.pictures)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive with Sphinx."""
    app.add_directive("atlas", Atlas)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
