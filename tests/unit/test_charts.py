"""Charts: complete, in the palette, the same bytes each time, and accepted by nbformat."""

import json
import re
from pathlib import Path

import altair as alt
import nbformat
import pandas as pd
import pytest
import vl_convert
from IPython.core.formatters import DisplayFormatter

from coursekit.charts import figure as charts
from coursekit.charts.figure import PALETTE, FigureError, figure, summary
from coursekit.rendering import chart as chart_html

TOKENS = Path(__file__).parents[2] / "frontend" / "tokens.css"
COMPLETE = {
    "alt": "Tanhult has twice as many desks as Port Selle.",
    "columns": {"city": "City", "desks": "Desks"},
    "source_ids": ["seed-004"],
}


def bars(**mark: str) -> alt.Chart:
    data = pd.DataFrame({"city": ["Port Selle", "Tanhult"], "desks": [2, 4]})
    return alt.Chart(data, title=["Tanhult has", "more desks"]).mark_bar(**mark).encode(x="desks:Q", y="city:N")


def output(chart: alt.TopLevelMixin) -> dict:
    data, _ = DisplayFormatter().format(chart)
    return data


def test_palette_equals_the_light_tokens_of_the_page():
    light = TOKENS.read_text(encoding="utf-8").split("}")[0]
    tokens = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light))
    assert {name: tokens.get(name) for name in PALETTE} == PALETTE
    assert len(set(PALETTE.values())) == len(PALETTE), "each value must name one token"


def test_a_figure_carries_what_the_book_prints_around_it():
    about = figure(bars(), **COMPLETE, note="Desks are not results.").to_dict()["usermeta"]["coursekit"]
    assert about == {
        "alt": "Tanhult has twice as many desks as Port Selle.",
        "columns": [["city", "City"], ["desks", "Desks"]],
        "sources": ["seed-004"],
        "note": "Desks are not results.",
    }


def test_layers_and_panels_can_be_figures():
    layered = alt.layer(bars(), bars().mark_text().encode(text="desks:Q"))
    assert "usermeta" in figure(layered, **COMPLETE).to_dict()
    assert "usermeta" in figure(layered | bars(), **COMPLETE).to_dict()


NO_ALT = (
    'The chart "Tanhult has more desks" has no text alternative: '
    "pass alt=, one or two sentences that say what the chart shows."
)
NO_TABLE = 'The chart "Tanhult has more desks" has no data table: pass columns=, field -> heading.'
NO_SOURCE = (
    'The chart "Tanhult has more desks" names no source: pass source_ids=, a list of ids from datasets/sources.csv.'
)
UNKNOWN_COLUMN = (
    'The table under the chart "Tanhult has more desks" asks for staff, '
    "which no data set of the chart holds; there is city, desks. "
    "Correct columns=, or add the column to the data."
)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"alt": " "}, NO_ALT),
        ({"columns": {}}, NO_TABLE),
        ({"source_ids": []}, NO_SOURCE),
        ({"source_ids": "seed-004"}, NO_SOURCE),
        ({"columns": {"city": "City", "staff": "Staff"}}, UNKNOWN_COLUMN),
    ],
)
def test_an_incomplete_figure_is_refused(change, message):
    with pytest.raises(FigureError) as caught:
        figure(bars(), **{**COMPLETE, **change})
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "chart",
    [
        bars(color="#123456"),
        bars(stroke="red"),
        bars().encode(color=alt.value("teal")),
        bars().encode(color=alt.Color("city:N", scale=alt.Scale(range=["#ff0000", PALETTE["ink"]]))),
        bars().properties(background="white"),
    ],
)
def test_a_colour_outside_the_palette_is_refused(chart):
    with pytest.raises(FigureError, match=r"take a colour from coursekit\.PALETTE"):
        figure(chart, **COMPLETE)


def test_colours_in_the_data_are_nobodys_business():
    data = pd.DataFrame({"city": ["#harbour"], "desks": [1]})
    figure(alt.Chart(data).mark_point().encode(x="desks:Q"), **COMPLETE)


@pytest.mark.parametrize("mark", ["bar", "point", "line", "rule", "text", "rect", "area", "tick"])
def test_the_theme_draws_every_mark_in_palette_colours(mark):
    chart = bars().encode(color="desks:O", text="desks:Q")
    svg = vl_convert.vegalite_to_svg({**chart.to_dict(), "mark": mark})
    drawn = set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg)) - {"none", "transparent"}
    between = {colour for colour in drawn if colour.startswith("rgb(")}  # steps of an ordinal range
    assert drawn - between <= set(PALETTE.values())
    plain = vl_convert.vegalite_to_svg({**bars().to_dict(), "mark": mark})
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', plain)) - {"none", "transparent"} <= set(PALETTE.values())


def test_the_font_list_is_valid_css():
    svg = vl_convert.vegalite_to_svg(bars().to_dict())
    assert "font-family=\"'Source Sans 3', system-ui, sans-serif\"" in svg


def test_a_chart_in_a_notebook_is_the_same_bytes_each_time():
    first, second = (json.dumps(output(figure(bars(), **COMPLETE)), sort_keys=True) for _ in range(2))
    assert first == second


def test_nbformat_accepts_the_output_and_its_text_is_a_summary():
    data = output(figure(bars(), **COMPLETE))
    assert set(data) == {charts.VEGA_LITE_MIME, "text/plain"}
    cell = nbformat.v4.new_code_cell(
        outputs=[nbformat.v4.new_output("execute_result", data=data, execution_count=1)], execution_count=1
    )
    nbformat.validate(nbformat.v4.new_notebook(cells=[cell]))
    assert data["text/plain"] == ("Tanhult has more desks\nbar: x desks (quantitative), y city (nominal)\n2 rows")


def test_the_summary_tells_layers_apart():
    layered = alt.layer(bars(), bars().mark_rule(), title="Two layers")
    assert summary(layered.to_dict()).splitlines()[:3] == [
        "Two layers",
        "bar: x desks (quantitative), y city (nominal)",
        "rule: x desks (quantitative), y city (nominal)",
    ]


def test_a_picture_that_was_interrupted_is_not_kept(tmp_path, monkeypatch):
    def half(path, text, **_options):
        path.write_bytes(text.encode()[:99])
        raise KeyboardInterrupt

    spec = json.dumps(bars().to_dict())
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_text", half)
        with pytest.raises(KeyboardInterrupt):
            chart_html._picture(spec, tmp_path)
    assert chart_html._picture(spec, tmp_path).endswith("</svg>")
