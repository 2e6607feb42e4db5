"""Arabic: the interface runs from right to left, English keeps its own direction, and nothing leaves the screen."""

import pytest
from playwright.sync_api import expect

from tests.browser.book import BOOK, settle

EXERCISES = sorted(path.relative_to(BOOK).as_posix() for path in (BOOK / "exercises").glob("*.html"))
SPEAK_ARABIC = "if (location.protocol === 'file:') localStorage.setItem('language', 'ar')"

# Where two characters of a text stand, counted as Python counts: their distances from the left of the window.
LEFT_EDGES = """
(element, [one, other]) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const characters = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let at = 0; at < node.length; at += 1) characters.push([node, at]);
  }
  return [one, other].map((index) => {
    const [node, at] = characters.at(index);
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect().left;
  });
}
"""


@pytest.fixture
def arabic(new_context):
    def open_page(path, **device):
        context = new_context(**device)
        context.add_init_script(SPEAK_ARABIC)
        page = context.new_page()
        page.goto((BOOK / path).as_uri())
        settle(page)
        return page

    return open_page


@pytest.mark.parametrize("path", [*EXERCISES, "book/atlas.html", "book/my-work.html"])
def test_nothing_leaves_a_phone_in_arabic(arabic, path):
    page = arabic(path, width=360)
    for check in page.locator(".exercise-toolbar > .is-main").all():
        check.click()
        check.click()
    settle(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_an_english_sentence_keeps_its_full_stop_at_its_end(arabic):
    brief = arabic("exercises/harbour-cities.html").locator(".exercise-brief p").last
    assert brief.inner_text().endswith("Cities.")
    before, stop = brief.evaluate(LEFT_EDGES, [-2, -1])
    assert stop > before


def test_an_arabic_sentence_begins_at_the_right_whatever_name_it_begins_with(arabic):
    page = arabic("exercises/skill-partnership.html")
    page.locator(".agreement-form input[type=text]").first.fill("40")
    clause = page.locator(".agreement-draft li", has_text="40").first
    name, number = clause.evaluate(LEFT_EDGES, [3, -10])
    assert name > number


def test_a_tie_reads_from_right_to_left_as_its_arrow_does(arabic):
    page = arabic("exercises/harbour-cities.html")
    for name in ("City of Port Selle", "City of Tanhult"):
        page.locator(".designer-waiting", has_text=name).click()
        page.locator(".designer-card", has_text=name).click()
    page.locator(".designer-form input[type=radio]").first.check(force=True)
    page.locator(".designer-form .is-main").click()
    start, end = page.locator(".designer-ends bdi").all()
    expect(start).to_have_text("City of Port Selle")
    assert start.bounding_box()["x"] > end.bounding_box()["x"]
    assert (
        page.locator(".designer-ends svg")
        .evaluate("arrow => getComputedStyle(arrow).transform")
        .startswith("matrix(-1")
    )


def test_a_number_may_be_written_in_arabic_digits(arabic):
    page = arabic("exercises/skill-partnership.html")
    field = page.locator(".agreement-form input[type=text]").first
    field.fill("\u0661\u0662\u066b\u0665")  # 12.5
    expect(field).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator(".agreement-draft")).to_contain_text("12.5")


def test_a_chart_keeps_its_place_in_a_page_from_right_to_left(page_at):
    page = page_at("chapters/06-everyone.html")
    charts = page.locator(".chart-still svg")
    places = """charts => charts.map((chart) => {
      const left = chart.getBoundingClientRect().left;
      return [...chart.querySelectorAll("text")].map((text) => Math.round(text.getBoundingClientRect().left - left));
    })"""
    before = charts.evaluate_all(places)
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert before
    assert charts.evaluate_all(places) == before


def test_the_atlas_turns_with_its_language(arabic):
    page = arabic("book/atlas.html")
    name, track = (
        page.locator(f".atlas-timeline li .{part}").first.bounding_box()["x"] for part in ("atlas-name", "atlas-track")
    )
    assert name > track
    page.locator(".atlas-table .atlas-link").first.click()
    expect(page.locator("[dir=rtl] > dialog")).to_be_visible()


def test_a_number_in_the_list_of_exercises_stands_behind_its_word(arabic):
    page = arabic("book/exercises.html")
    for place in (page.locator("h2 bdi").first, page.locator(".exercise-card-number bdi").first):
        word = place.locator("span")
        assert place.evaluate(
            """(bdi) => {
              const range = document.createRange();
              range.selectNodeContents(bdi.lastChild);
              return range.getBoundingClientRect().right <= bdi.querySelector("span").getBoundingClientRect().left + 1;
            }"""
        ), word.inner_text()
    assert (
        page.locator(".exercise-filters [role=status]").evaluate("(line) => getComputedStyle(line).direction") == "rtl"
    )


def test_an_english_option_that_is_too_long_for_a_phone_loses_its_end(arabic):
    page = arabic("exercises/harbour-cities.html")
    page.locator('[data-waiting="c_tan"]').click()
    select = page.locator(".exercise-live select:visible").first
    before = select.evaluate("(select) => getComputedStyle(select).direction")
    select.select_option(label="City of Tanhult")
    settle(page)
    after = select.evaluate("(select) => getComputedStyle(select).direction")
    assert (before, after) == ("rtl", "ltr")
