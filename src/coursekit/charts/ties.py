"""The picture of coded ties, level by level: where the coded text names a tie, and where it names none."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd

from coursekit.charts.figure import figure
from coursekit.charts.palette import PALETTE
from coursekit.course import CourseError
from coursekit.datasets.tables import dataset

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursekit.course import Course
    from coursekit.course_settings import TiesPicture


class NoTiesPictureError(CourseError):
    """The course does not say how its ties are to be drawn."""

    template = (
        "course.yml: ties_picture: it is missing, so the ties cannot be drawn. Add levels, corner, subtitle, note."
    )

    def __init__(self) -> None:
        super().__init__(self.template)


def flows(course: Course) -> pd.DataFrame:
    """Return one row for each pair of levels: from, to, number of ties, and who is tied to whom.

    Raises NoTiesPictureError.
    """
    picture = _picture(course)
    rows: list[dict[str, Any]] = []
    ties = dataset(course, course.tables.ties, confirmed=True).to_dict("records")
    directed = [(tie["from_level"], tie["to_level"], tie["from_actor"], tie["to_actor"]) for tie in ties]
    directed += [
        (tie["to_level"], tie["from_level"], tie["to_actor"], tie["from_actor"])
        for tie in ties
        if tie["both"] and tie["from_level"] != tie["to_level"]
    ]
    for start, end in product(picture.levels, picture.levels):
        actors = [f"{a} to {b}" for one, other, a, b in directed if (one, other) == (start, end)]
        joins = {start, end} == set(picture.corner)
        rows.append({"from": start, "to": end, "ties": len(actors), "who": "; ".join(actors), "corner": joins})
    return pd.DataFrame(rows)


def ties_chart(course: Course) -> alt.LayerChart | alt.FacetChart:
    """Draw the flows as a heat map with the corner framed that the course points at. Raises NoTiesPictureError."""
    picture = _picture(course)
    levels, (one, other) = list(picture.levels), picture.corner
    table = flows(course)
    total = len(dataset(course, course.tables.ties, confirmed=True))
    up, down = (_ties(table, pair) for pair in ((one, other), (other, one)))
    base = alt.Chart(table).encode(
        x=alt.X("to:O", title="to the level", sort=levels[::-1], axis=_axis(labelAngle=0)),
        y=alt.Y("from:O", title="from the level", sort=levels, axis=_axis()),
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
            f"{_in_words(up)} leads from {one} to {other}, {_in_words(down).lower()} leads back",
            subtitle=[line.format(total=total) for line in picture.subtitle],
        ),
        width=320,
        height=260,
    )
    filled = int((table["ties"] > 0).sum())
    return figure(
        chart,
        alt=(
            f"Heat map of {total} coded ties, from level by to level. {filled} of {len(table)} cells hold a tie. "
            f"From {one} to {other}: {up}. From {other} to {one}: {down}. "
            f"{_without_tie_to_the_top(table, levels)}"
        ),
        columns={"from": "From the level", "to": "To the level", "ties": "Ties", "who": "Who is tied to whom"},
        source_ids=_cited(course),
        note=picture.note,
    )


def _axis(**options: Any) -> alt.Axis:
    return alt.Axis(domain=False, ticks=False, **options)


def _ties(table: pd.DataFrame, pair: tuple[str, str]) -> int:
    return int(table.loc[(table["from"] == pair[0]) & (table["to"] == pair[1]), "ties"].iloc[0])


def _without_tie_to_the_top(table: pd.DataFrame, levels: list[str]) -> str:
    top, *others = levels
    apart = [level for level in others if _ties(table, (top, level)) == _ties(table, (level, top)) == 0]
    return f"No tie joins the {top} level with the {' or the '.join(apart)} one." if apart else ""


def _in_words(count: int) -> str:
    return {0: "None", 1: "One tie"}.get(count, f"{count} ties")


def _picture(course: Course) -> TiesPicture:
    if course.ties_picture is None:
        raise NoTiesPictureError
    return course.ties_picture


def _cited(course: Course) -> list[str]:
    cited: Iterable[tuple[str, ...]] = dataset(course, course.tables.ties, confirmed=True)["source_ids"]
    return sorted({source for sources in cited for source in sources})
