"""The picture of coded ties, level by level: where the founding paper names a tie, and where it names none."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd

from coursekit.charts.figure import figure
from coursekit.charts.palette import PALETTE
from coursekit.datasets.tables import dataset

if TYPE_CHECKING:
    from collections.abc import Iterable

LEVELS = ("global", "regional", "national", "local")
"""The levels of the paper, from the top of the picture down; no tie was coded at any other."""

NOTE = (
    "The picture maps one paper of 2013, coded by the compilers of this course: it shows where that paper names ties, "
    "not where ties exist in the world. A tie that runs both ways between two levels stands in two cells."
)


def flows() -> pd.DataFrame:
    """Return one row for each pair of levels: from, to, number of ties, and who is tied to whom."""
    rows: list[dict[str, Any]] = []
    ties = dataset("ties", confirmed=True).to_dict("records")
    directed = [(tie["from_level"], tie["to_level"], tie["from_actor"], tie["to_actor"]) for tie in ties]
    directed += [
        (tie["to_level"], tie["from_level"], tie["to_actor"], tie["from_actor"])
        for tie in ties
        if tie["both"] and tie["from_level"] != tie["to_level"]
    ]
    for start, end in product(LEVELS, LEVELS):
        actors = [f"{a} to {b}" for one, other, a, b in directed if (one, other) == (start, end)]
        joins = {start, end} == {"regional", "global"}
        rows.append({"from": start, "to": end, "ties": len(actors), "who": "; ".join(actors), "corner": joins})
    return pd.DataFrame(rows)


def ties_chart() -> alt.LayerChart | alt.FacetChart:
    """Draw the flows as a heat map with the regional-global corner framed."""
    table = flows()
    total = len(dataset("ties", confirmed=True))
    up, down = (_ties(table, pair) for pair in (("regional", "global"), ("global", "regional")))
    base = alt.Chart(table).encode(
        x=alt.X("to:O", title="to the level", sort=list(reversed(LEVELS)), axis=_axis(labelAngle=0)),
        y=alt.Y("from:O", title="from the level", sort=list(LEVELS), axis=_axis()),
    )
    cells = base.mark_rect(color=PALETTE["across"], stroke=PALETTE["line"]).encode(
        fillOpacity=alt.FillOpacity("ties:Q", scale=alt.Scale(domain=[0, 3], range=[0, 0.42]), legend=None),
        tooltip=[alt.Tooltip("who:N", title="Ties")],
    )
    corner = base.transform_filter("datum.corner").mark_rect(
        filled=False, stroke=PALETTE["updown"], strokeWidth=3, strokeDash=[6, 4]
    )
    numbers = base.mark_text(fontSize=20, fontWeight=600, color=PALETTE["ink"]).encode(text="ties:Q")
    chart = alt.layer(cells, corner, numbers).properties(
        title=alt.Title(
            f"{_in_words(up)} leads from regional to global, {_in_words(down).lower()} leads back",
            subtitle=[f"{total} ties coded from the paper of 2013;", "the dashed frame marks the corner to look at"],
        ),
        width=320,
        height=260,
    )
    filled = int((table["ties"] > 0).sum())
    return figure(
        chart,
        alt=(
            f"Heat map of {total} coded ties, from level by to level. {filled} of {len(table)} cells hold a tie. "
            f"From regional to global: {up}. From global to regional: {down}. "
            f"{_without_tie_to_the_top(table)}"
        ),
        columns={"from": "From the level", "to": "To the level", "ties": "Ties", "who": "Who is tied to whom"},
        source_ids=_cited(),
        note=NOTE,
    )


def _axis(**options: Any) -> alt.Axis:
    return alt.Axis(domain=False, ticks=False, **options)


def _ties(table: pd.DataFrame, pair: tuple[str, str]) -> int:
    return int(table.loc[(table["from"] == pair[0]) & (table["to"] == pair[1]), "ties"].iloc[0])


def _without_tie_to_the_top(table: pd.DataFrame) -> str:
    top, *others = LEVELS
    apart = [level for level in others if _ties(table, (top, level)) == _ties(table, (level, top)) == 0]
    return f"No tie joins the {top} level with the {' or the '.join(apart)} one." if apart else ""


def _in_words(count: int) -> str:
    return {0: "None", 1: "One tie"}.get(count, f"{count} ties")


def _cited() -> list[str]:
    cited: Iterable[tuple[str, ...]] = dataset("ties", confirmed=True)["source_ids"]
    return sorted({source for sources in cited for source in sources})
