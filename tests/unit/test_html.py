"""What authors write reaches a page as text: never as a tag, a script or a colour that no mode knows."""

import json
import re
from html.parser import HTMLParser

import altair as alt
import msgspec
import pandas as pd
import pytest

from coursekit import figure, find_exercise, find_solution
from coursekit.charts.figure import PALETTE
from coursekit.citations.titles import source_of
from coursekit.frontend.catalogue import direction
from coursekit.rendering.chart import ChartIncompleteError, chart_html, script_json
from coursekit.rendering.exercise import Addresses, exercise_card_html, exercise_html
from coursekit.rendering.templating import render
from tests.course import COURSE

pytestmark = pytest.mark.xdist_group("html")  # one worker makes what all tests here look at

NASTY = '</script><!--<script>alert("1")</script><img src=x onerror=alert(2)> & "quoted" \'too\' {{ 7 * 7 }}'
SOURCES = {"seed-004": ("Round Table <3>", "../book/references.html#source-seed-004")}


class Reader(HTMLParser):
    """Reads a page as a browser does: its elements, its text, and the text of each script."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.scripts, self.text = [], [], ""
        self._in_script = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        self._in_script = tag == "script"
        if self._in_script:
            self.scripts.append("")

    def handle_endtag(self, tag):
        self._in_script = self._in_script and tag != "script"

    def handle_data(self, data):
        if self._in_script:
            self.scripts[-1] += data
        else:
            self.text += data

    def tags(self):
        return [tag for tag, _ in self.elements]


def link(reference):
    return f"references.html?a=1&b={source_of(COURSE, reference)}"


def with_words(exercise, words):
    return msgspec.structs.replace(exercise, title=words, brief=words, hints=(words,) * 3)


@pytest.mark.parametrize("name", ["harbour-cities", "Q4"])
def test_the_words_of_an_exercise_are_text(name):
    exercise = find_exercise(name)
    harmless = Reader(
        exercise_html(COURSE, with_words(exercise, "Harmless."), find_solution(exercise), Addresses(link))
    )
    nasty = Reader(exercise_html(COURSE, with_words(exercise, NASTY), find_solution(exercise), Addresses(link)))
    assert nasty.tags() == harmless.tags()
    assert "img" not in nasty.tags()
    assert nasty.text.count(NASTY) >= 3


@pytest.mark.parametrize("name", ["harbour-cities", "Q4"])
def test_the_data_of_an_exercise_cannot_end_their_script_early(name):
    html = exercise_html(COURSE, with_words(find_exercise(name), NASTY), None, Addresses(link))
    (script,) = Reader(html).scripts
    payload = json.loads(script)
    assert payload["exercise"]["title"] == NASTY
    assert payload["exercise"]["hints"] == [NASTY] * 3
    assert payload["solution"] is None
    assert "<" not in script


def test_every_reference_in_the_data_carries_words_and_address():
    exercise = find_exercise("harbour-cities")
    payload = json.loads(Reader(exercise_html(COURSE, exercise, find_solution(exercise), Addresses(link))).scripts[0])
    sources = [*payload["exercise"]["sources"], *(c["source"] for c in payload["exercise"]["criteria"])]
    assert [source["text"] for source in sources[:2]] == list(exercise.sources)
    assert all(source["href"] == "references.html?a=1&b=seed-004" for source in sources)
    assert sources[2]["label"] == "Round Table 3 background paper of 2013, line 27"


def test_every_actor_and_question_can_be_read_without_a_script():
    harbour, quiz = find_exercise("harbour-cities"), find_exercise("Q4")
    text = Reader(exercise_html(COURSE, harbour, None, Addresses(link))).text
    assert all(actor["name"] in text for actor in harbour.setting["palette"])
    assert all(paragraph in text for paragraph in harbour.brief.strip().split("\n\n"))
    text = Reader(exercise_html(COURSE, quiz, None, Addresses(link))).text
    assert all(question["question"] in text for question in quiz.setting["questions"])
    assert all(option["text"] in text for question in quiz.setting["questions"] for option in question["options"])


def test_the_paper_form_of_a_quiz_does_not_give_the_answers_away():
    quiz = find_exercise("Q4")
    text = Reader(exercise_html(COURSE, quiz, None, Addresses(link))).text
    for question in quiz.setting["questions"]:
        assert question["always"] not in text
        assert all(option["feedback"] not in text for option in question["options"])


def test_a_card_holds_its_words_as_text():
    card = Reader(exercise_card_html(COURSE, with_words(find_exercise("E4.1"), NASTY), 'page.html" onclick="x'))
    assert (card.tags()[0], set(card.tags()[1:])) == ("a", {"bdi", "span"})
    attributes = {name for name in card.elements[0][1] if not name.startswith("data-")}
    assert attributes == {"class", "href"}
    assert NASTY in card.text


def test_a_template_refuses_a_name_that_is_not_given():
    with pytest.raises(Exception, match="'brief' is undefined"):
        render("{{ brief }}")


@pytest.mark.parametrize("text", ["</script>", "</SCRIPT >", "<!--", "<script", "]]>", "\u2028", "&lt;"])
def test_json_in_a_script_says_the_same_without_a_tag(text):
    written = script_json({text: [text]})
    assert "<" not in written
    assert json.loads(written) == {text: [text]}


def bars(title="Tanhult has more desks"):
    data = pd.DataFrame({"city": ["Port Selle", NASTY], "desks": [2, None]})
    chart = alt.Chart(data, title=title).mark_bar().encode(x="desks:Q", y="city:N")
    text = chart.mark_text().encode(text="desks:Q")
    columns = {"city": "City <b>", "desks": "Desks"}
    return figure(chart + text, alt=NASTY, columns=columns, source_ids=["seed-004"], note="Desks & chairs.").to_dict()


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    """The folder in which drawn charts are kept."""
    return tmp_path_factory.mktemp("pictures")


@pytest.fixture
def page(pictures):
    return chart_html(bars(), "../_static/vega.js", SOURCES.get, pictures)


def test_a_chart_that_skipped_figure_is_refused(pictures):
    chart = alt.Chart(pd.DataFrame({"x": [1]}), title="Lonely").mark_point().encode(x="x:Q")
    with pytest.raises(ChartIncompleteError) as caught:
        chart_html(chart.to_dict(), "vega.js", SOURCES.get, pictures)
    assert str(caught.value) == (
        'The chart "Lonely" has no text alternative, data table and sources. '
        "Pass it through coursekit.figure(chart, alt=..., columns=..., source_ids=...)."
    )


def test_a_chart_uses_only_colours_that_follow_the_mode_of_the_page(page):
    svg = re.search(r"<svg.*</svg>", page, re.DOTALL)[0]
    colours = set(re.findall(r'(?:fill|stroke|stop-color|flood-color)="([^"]*)"', svg))
    tokens = {f"var(--{name},{value})" for name, value in PALETTE.items()}
    assert colours - {"none", "transparent"} <= tokens
    assert colours & tokens
    assert not re.search(r"style=|<style|rgba?\(|hsla?\(", svg)
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", svg)) <= set(PALETTE.values())


def test_the_words_and_data_of_a_chart_are_text(page):
    read = Reader(page)
    assert "img" not in read.tags()
    assert read.tags().count("script") == 1
    assert read.text.count(NASTY) >= 2  # as description and in the table
    assert "City <b>" in read.text
    assert json.loads(read.scripts[0])["usermeta"]["coursekit"]["alt"] == NASTY


def test_a_chart_has_one_text_alternative_a_table_and_its_sources(page):
    read = Reader(page)
    labels = [attributes["aria-label"] for _, attributes in read.elements if attributes.get("role") == "img"]
    assert labels == [NASTY]
    assert ("svg", "true") in [(tag, attributes.get("aria-hidden")) for tag, attributes in read.elements]
    assert ("a", SOURCES["seed-004"][1]) in [(tag, attributes.get("href")) for tag, attributes in read.elements]
    assert read.tags().count("tr") == 3
    assert "None" not in read.text


def test_a_chart_is_the_same_whether_drawn_now_or_kept_from_before(page, pictures, tmp_path):
    assert len(list(pictures.iterdir())) == 1
    assert chart_html(bars(), "../_static/vega.js", SOURCES.get, pictures) == page
    assert chart_html(bars(), "../_static/vega.js", SOURCES.get, tmp_path / "new") == page


def test_a_changed_chart_has_another_name_and_another_picture(page, pictures):
    other = chart_html(bars("Another title"), "../_static/vega.js", SOURCES.get, pictures)
    assert re.findall('id="([^"]+)"', other)[0] != re.findall('id="([^"]+)"', page)[0]
    assert "Another title" in re.search(r"<svg.*</svg>", other, re.DOTALL)[0]


def test_the_direction_of_a_page_follows_the_texts_of_its_language():
    assert [direction(language) for language in ("ar", "en", "of-no-texts")] == ["rtl", "ltr", "ltr"]
