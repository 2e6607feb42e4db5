"""What holds for every page of the book: reachable for everyone, from a folder, with the network off."""

import itertools
import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from playwright.sync_api import expect

from tests.browser.book import BOOK, FACILITATOR, axe_violations, book_pages, settle

DEVICES = {"wide": {"width": 1280}, "phone": {"width": 360, "touch": True}}


def barriers(page):
    """What stands in a reader's way, in light and then in dark."""
    in_light = axe_violations(page)
    page.evaluate("document.documentElement.dataset.mode = 'dark'")
    settle(page)
    return [*in_light, *axe_violations(page)]


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("path", book_pages())
def test_page_has_no_barrier_and_does_not_overflow(page_at, path, device):
    page = page_at(path, **DEVICES[device])
    page.wait_for_timeout(100)
    assert page.evaluate("document.documentElement.scrollWidth") <= DEVICES[device]["width"]
    assert barriers(page) == []


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("path", sorted((FACILITATOR / "solutions").glob("*.html")), ids=lambda path: path.stem)
def test_solution_has_no_barrier_and_does_not_overflow(new_context, path, device):
    page = new_context(**DEVICES[device]).new_page()
    page.goto(path.as_uri())
    settle(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= DEVICES[device]["width"]
    assert barriers(page) == []


WATCH_ASKING = """
window.asked = [];
for (const [owner, name] of [[Document.prototype, "cookie"], [window, "localStorage"]]) {
  const property = Object.getOwnPropertyDescriptor(owner, name);
  const get = function () { window.asked.push(name); return property.get.call(this); };
  Object.defineProperty(owner, name, { ...property, get });
}
"""


@pytest.mark.parametrize("path", book_pages())
def test_the_browser_knows_whose_page_it_is_before_anything_is_kept(new_context, path):
    page = new_context().new_page()
    page.add_init_script(WATCH_ASKING)
    page.goto((BOOK / path).as_uri())
    assert page.evaluate("asked.indexOf('cookie')") == 0
    assert "localStorage" in page.evaluate("asked")
    assert page.evaluate("document.cookie") == ""


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if values.get("id"):
            self.ids.append(values["id"])
        if tag == "a" and values.get("href"):
            self.links.append(values["href"])
        if tag in ("script", "link", "img") and (values.get("src") or values.get("href")):
            self.loads.append(values.get("src") or values["href"])


@cache  # most pages lead to the same few
def links_of(path: Path) -> _Links:
    parser = _Links()
    parser.feed(path.read_text(encoding="utf-8"))
    return parser


@pytest.mark.parametrize("path", book_pages())
def test_every_link_and_file_of_the_page_exists(path):
    page = BOOK / path
    parsed = links_of(page)
    hrefs = re.findall(r'"href":"([^"]+)"', page.read_text(encoding="utf-8"))
    for address in [*parsed.links, *parsed.loads, *hrefs]:
        if address.startswith(("http:", "https:", "mailto:")):
            assert address in parsed.links, f"{path} loads {address} from elsewhere"
            continue
        target, anchor = urldefrag(address)
        file = (page.parent / unquote(target.split("?")[0])).resolve() if target else page
        assert file.is_file(), f"{path} leads to {address}, which does not exist"
        if anchor and file.suffix == ".html":
            assert anchor in links_of(file).ids, f"{path} leads to {address}; the page has no such place"


@pytest.mark.parametrize("path", book_pages())
def test_page_names_each_id_once(path):
    ids = links_of(BOOK / path).ids
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("path", book_pages())
def test_headings_go_down_one_level_at_a_time(path):
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", (BOOK / path).read_text(encoding="utf-8"))]
    jumps = [(above, below) for above, below in itertools.pairwise(levels) if below > above + 1]
    assert jumps == []


def test_search_finds_the_exercise(page_at):
    page = page_at("book/index.html")
    page.get_by_role("searchbox", name="Search the course").fill("harbour")
    page.keyboard.press("Enter")
    page.locator("#search-results").get_by_role("link", name="Three harbour cities", exact=True).wait_for()


def test_dark_mode_is_kept_from_page_to_page(page_at):
    page = page_at("book/index.html")
    page.get_by_role("button", name="Switch to dark mode").click()
    page.get_by_role("link", name="Go to the exercises").click()
    assert page.evaluate("document.documentElement.dataset.mode") == "dark"


def test_chart_is_a_picture_with_words_and_becomes_live_on_demand(page_at):
    page = page_at("chapters/04-across.html")
    figure = page.locator("figure.chart").first
    assert "more than 20 in 2013" in figure.get_by_role("img").first.get_attribute("aria-label")
    figure.get_by_text("The chart in words and numbers").click()
    expect(figure.get_by_role("row")).to_have_count(5)
    figure.get_by_role("button", name="Explore this chart").click()
    figure.locator(".chart-live svg").wait_for()
    assert axe_violations(page) == []


def test_quick_changes_of_mode_leave_one_live_chart(page_at):
    page = page_at("chapters/04-across.html")
    figure = page.locator("figure.chart").first
    button = figure.locator(".chart-explore")
    button.click()
    figure.locator(".chart-live svg").wait_for()
    page.evaluate("for (const mode of ['dark', 'light', 'dark']) document.documentElement.dataset.mode = mode")
    page.evaluate(
        "new Promise((done) => setTimeout(done)).then(() => (document.documentElement.dataset.mode = 'light'))"
    )
    figure.locator(".chart-live svg").first.wait_for()
    page.wait_for_timeout(500)
    expect(figure.locator(".chart-live svg")).to_have_count(1)
    button.click()
    expect(figure.locator(".chart-live")).not_to_be_visible()
    expect(button).to_have_text("Explore this chart")


def test_chart_without_script_still_shows_picture_and_table(page_at):
    page = page_at("chapters/04-across.html", java_script_enabled=False)
    expect(page.locator("figure.chart svg").first).to_be_visible()
    expect(page.get_by_role("button", name="Explore this chart").first).not_to_be_visible()


def test_exercise_without_script_shows_brief_palette_and_paper_grid(page_at):
    page = page_at("exercises/harbour-cities.html", java_script_enabled=False)
    for text in ("Nobody has asked the capitals", "Harbour Chamber of Commerce", "Write each actor"):
        expect(page.get_by_text(text).first).to_be_visible()


def test_first_page_leads_to_the_landing_page(page_at):
    page = page_at("index.html")
    page.wait_for_url("**/book/index.html")
    assert page.get_by_role("heading", level=1).inner_text() == "Working together on migration"


def test_search_index_holds_no_answers():
    index = (BOOK / "searchindex.js").read_text(encoding="utf-8")
    terms = json.loads(index.removeprefix("Search.setIndex(").removesuffix(")"))["terms"]
    assert "o_antirumour" not in terms


def test_picture_of_ties_names_its_corner_and_becomes_live_on_demand(page_at):
    page = page_at("book/atlas.html")
    figure = page.locator("figure.chart")
    assert "From global to regional: 0." in figure.get_by_role("img").first.get_attribute("aria-label")
    assert "not where ties exist in the world" in figure.inner_text()
    figure.get_by_role("button", name="Explore this chart").click()
    figure.locator(".chart-live svg").wait_for()
    assert axe_violations(page) == []
