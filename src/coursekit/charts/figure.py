"""The look of every chart in the course, and the one helper that makes a chart complete.

Importing this module switches on the Altair theme and the notebook renderer named "coursekit".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

import altair as alt

from coursekit.charts.palette import PALETTE
from coursekit.course import CourseError
from coursekit.mime import VEGA_LITE_MIME

FONT = "'Source Sans 3', system-ui, sans-serif"  # unquoted, the 3 makes browsers drop the whole list
WIDTH = 350
"""Default width of the plot in pixels: on a phone it is hardly scaled down, so 14 px lettering stays readable."""

_COLOUR_KEYS = ("color", "fill", "stroke", "background")
_NO_COLOUR = ("transparent", "none")
_Chart = TypeVar("_Chart", bound=alt.TopLevelMixin)


class FigureError(CourseError, ValueError):
    """A chart that would reach its reader incomplete."""


class NoAltError(FigureError):
    """A chart without a text alternative."""

    template = (
        "The chart {chart} has no text alternative: pass alt=, one or two sentences that say what the chart shows."
    )


class NoColumnsError(FigureError):
    """A chart without the columns of the table under it."""

    template = "The chart {chart} has no data table: pass columns=, field -> heading."


class NoSourcesError(FigureError):
    """A chart that names no source."""

    template = "The chart {chart} names no source: pass source_ids=, a list of ids from datasets/sources.csv."


class NoSuchColumnError(FigureError):
    """A column of the table under a chart that its data do not have."""

    template = (
        "The table under the chart {chart} asks for {missing}, which no data set of the chart holds; "
        "there is {known}. Correct columns=, or add the column to the data."
    )


class ForeignColourError(FigureError):
    """A colour that does not follow the reader's mode."""

    template = (
        "The chart {chart} uses {colour}, which would not follow the reader's light or dark mode: "
        "take a colour from coursekit.PALETTE."
    )


@alt.theme.register("coursekit", enable=True)
def theme() -> alt.theme.ThemeConfig:
    """Vega-Lite settings of the course: the page's font and colours, a title that reads as a sentence."""
    ink, muted, line, across = (PALETTE[name] for name in ("ink", "muted", "line", "across"))
    categories = [across, PALETTE["updown"], muted]
    return {
        "width": WIDTH,
        "config": {
            "background": "transparent",
            "font": FONT,
            "padding": 4,
            "view": {"stroke": "transparent"},
            "title": {
                "anchor": "start",
                "frame": "bounds",
                "color": ink,
                "fontSize": 17,
                "fontWeight": 600,
                "lineHeight": 21,
                "subtitleColor": muted,
                "subtitleFontSize": 14,
                "subtitleLineHeight": 18,
                "subtitlePadding": 6,
                "offset": 16,
            },
            "axis": {
                "domainColor": line,
                "gridColor": line,
                "tickColor": line,
                "labelColor": ink,
                "labelFontSize": 14,
                "labelLimit": 240,
                "titleColor": muted,
                "titleFontSize": 14,
                "titleFontWeight": 400,
            },
            "legend": {"labelColor": ink, "titleColor": muted, "labelFontSize": 14, "titleFontSize": 14},
            "header": {"labelColor": ink, "titleColor": muted, "labelFontSize": 14},
            "mark": {"color": across},
            "line": {"strokeWidth": 2.5},
            "point": {"filled": True, "opacity": 1, "size": 120, "strokeWidth": 2},
            "rule": {"color": muted, "strokeWidth": 2},
            "text": {"color": ink, "fontSize": 14},
            "range": {
                "category": categories,
                "diverging": [PALETTE["updown"], PALETTE["updown-soft"], PALETTE["accent-soft"], across],
                "heatmap": [PALETTE["accent-soft"], across],
                "ordinal": [PALETTE["accent-soft"], across],
                "ramp": [PALETTE["accent-soft"], across],
            },
        },
    }


def figure(
    chart: _Chart,
    *,
    alt: str,
    columns: Mapping[str, str],
    source_ids: Sequence[str],
    note: str | None = None,
) -> _Chart:
    """Give a chart what the book prints around it: text alternative, data table, sources, limits.

    Parameters
    ----------
    chart
        An Altair chart; layers and panels are fine as long as one data set holds all of `columns`.
    alt
        One or two sentences that state the insight, for readers who do not see the chart.
    columns
        Field of the data -> heading, in the order of the table under the chart.
    source_ids
        Ids of `datasets/sources.csv`; the book links each to its entry in the references.
    note
        What the data cannot show, in a sentence or two.

    Returns
    -------
    The same chart with `usermeta["coursekit"] = {"alt", "columns", "sources", "note"}`, columns as a list of
    [field, heading] in the order given.

    Raises
    ------
    FigureError
        When the text alternative, the table or the sources are missing, a column is not in the data,
        or a colour is not in the palette.
    """
    spec = chart.to_dict()
    name = f'"{_title(spec)}"'
    if not alt.strip():
        raise NoAltError(chart=name)
    if not columns:
        raise NoColumnsError(chart=name)
    if isinstance(source_ids, str) or not source_ids:
        raise NoSourcesError(chart=name)
    tables = [set(rows[0]) for rows in spec.get("datasets", {}).values() if rows]
    if not any(table.issuperset(columns) for table in tables):
        known: set[str] = set().union(*tables)
        missing = sorted(set(columns) - known) or sorted(columns)
        details = {"missing": ", ".join(missing), "known": ", ".join(sorted(known)) or "nothing"}
        raise NoSuchColumnError(chart=name, **details)
    for colour in _colours({key: part for key, part in spec.items() if key != "datasets"}):
        if colour not in PALETTE.values():
            raise ForeignColourError(chart=name, colour=colour)
    # pairs, because a notebook file sorts the keys of an object and the table would lose its order
    pairs = [[field, heading] for field, heading in columns.items()]
    about = {"alt": alt.strip(), "columns": pairs, "sources": list(source_ids), "note": note}
    complete: _Chart = chart.properties(usermeta={"coursekit": about})
    return complete


def summary(spec: Mapping[str, Any]) -> str:
    """Describe a Vega-Lite specification in a few stable lines: title, marks with their channels, rows."""
    rows = ", ".join(f"{len(table)} rows" for table in spec.get("datasets", {}).values())
    return "\n".join(part for part in (_title(spec), *_marks(spec), rows) if part)


def _title(spec: Mapping[str, Any]) -> str:
    title = spec.get("title", "")
    text = title.get("text", "") if isinstance(title, Mapping) else title
    return " ".join(text) if isinstance(text, list) else str(text)


def _marks(spec: Mapping[str, Any]) -> Iterator[str]:
    if "mark" in spec:
        mark = spec["mark"]
        kind = mark["type"] if isinstance(mark, Mapping) else mark
        fields = [
            f"{channel} {definition['field']} ({definition.get('type', 'value')})"
            for channel, definition in sorted(spec.get("encoding", {}).items())
            if isinstance(definition, Mapping) and "field" in definition
        ]
        yield f"{kind}: {', '.join(fields) or 'no field'}"
    for part in ("layer", "hconcat", "vconcat", "concat"):
        for inner in spec.get(part, []):
            yield from _marks(inner)
    if "spec" in spec:
        yield from _marks(spec["spec"])


def _colours(part: Any, key: str = "") -> Iterator[str]:
    if isinstance(part, Mapping):
        for inner_key, inner in part.items():
            # an encoding states its colour one step deeper: {"color": {"value": "red"}}
            yield from _colours(inner, key if inner_key == "value" else inner_key)
    elif isinstance(part, list):
        for inner in part:
            yield from _colours(inner, key)
    elif isinstance(part, str) and part not in _NO_COLOUR:
        yield from [part] if part.startswith("#") or key.lower().endswith(_COLOUR_KEYS) else []


def _notebook_output(spec: dict[str, Any], **_: Any) -> dict[str, Any]:
    # Altair's own "mimetype" renderer writes a type that nbformat does not accept as JSON
    return {VEGA_LITE_MIME: spec, "text/plain": summary(spec)}


alt.renderers.register("coursekit", _notebook_output)
alt.renderers.enable("coursekit")
