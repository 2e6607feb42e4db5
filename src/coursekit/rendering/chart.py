"""A chart of a chapter as a page shows it: a picture drawn when the book is built, its words, its data."""

import hashlib
import json
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup

from coursekit.charts.palette import PALETTE
from coursekit.course import CourseError
from coursekit.rendering.templating import render_file

VEGA_LITE_VERSION = "6.4"
"""The version that draws the picture; the interactive chart comes from the same major version."""


class ChartIncompleteError(CourseError, ValueError):
    """A chart that was not passed through `coursekit.charts.figure`."""

    template = (
        'The chart "{title}" has no text alternative, data table and sources. '
        "Pass it through coursekit.figure(chart, alt=..., columns=..., source_ids=...)."
    )

    def __init__(self, spec: Mapping[str, Any]) -> None:
        title = spec.get("title", "without title")
        text = title.get("text", "") if isinstance(title, Mapping) else title
        super().__init__(self.template.format(title=text))


def chart_html(
    spec: Mapping[str, Any], vega: str, source_link: Callable[[str], tuple[str, str]], pictures: Path
) -> str:
    """Return the HTML of a Vega-Lite specification, drawn as SVG in the page's own colours.

    `vega` is the address of the chart library, loaded when a reader asks to explore; `source_link` gives the
    short title and the address of a source; `pictures` is a folder that keeps what was drawn before.
    Raises ChartIncompleteError.
    """
    about = spec.get("usermeta", {}).get("coursekit")
    if not about:
        raise ChartIncompleteError(spec)
    text = json.dumps(spec, sort_keys=True, ensure_ascii=False)
    columns = about["columns"]
    fields = [field for field, _ in columns]
    table = next(rows for rows in spec["datasets"].values() if rows and set(fields) <= set(rows[0]))
    return render_file(
        "chart.html",
        name=hashlib.sha256(text.encode()).hexdigest()[:8],
        about=about,
        picture=Markup(_picture(text, pictures)),  # noqa: S704 (drawn by vl-convert from the course's own chart)
        sources=[source_link(source) for source in about["sources"]],
        vega=vega,
        headings=[heading for _, heading in columns],
        rows=[["" if row[field] is None else row[field] for field in fields] for row in table],
        spec=script_json(spec),
    )


def script_json(data: object) -> Markup:
    """Return data as JSON that is safe inside a script element: no tag can end it early."""
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704 (the only character that could leave the element)


def _picture(spec: str, pictures: Path) -> str:
    key = hashlib.sha256(f"{VEGA_LITE_VERSION} {spec}".encode()).hexdigest()
    kept = pictures / f"{key}.svg"
    if not kept.is_file():
        import vl_convert  # its first picture takes over a second: only for a chart that is new

        pictures.mkdir(parents=True, exist_ok=True)
        begun = kept.with_suffix(f".{os.getpid()}")  # an interrupted build must not leave half a picture to be kept
        begun.write_text(vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE_VERSION), encoding="utf-8")
        begun.replace(kept)
    return _in_page_colours(kept.read_text(encoding="utf-8"))


def _in_page_colours(svg: str) -> str:
    # The text alternative speaks for the whole picture, so the library's own labels would only repeat it.
    svg = re.sub(r' (aria-[a-z]+|role|xmlns:xlink|version|pointer-events)="[^"]*"', "", svg)
    svg = re.sub(r'<svg ([^>]*?)width="([0-9.]+)" height="[0-9.]+"', r'<svg \1aria-hidden="true" width="\2"', svg)
    for token, colour in PALETTE.items():
        svg = svg.replace(f'"{colour}"', f'"var(--{token},{colour})"')
    return svg
