"""The atlas of initiatives: filters, timeline, map, table and cards, for everyone and from a folder."""

import random
import re
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import expect

from coursekit.book.atlas import FACETS, initiatives, is_unconfirmed, members_by_initiative
from tests.browser.book import BOOK, axe_violations, settle
from tests.course import COURSE

CASES = initiatives(COURSE)
PAGE = "book/atlas.html"
FIELDS = dict(zip(FACETS, ("theme", "levels", "direction", "partner_types", "four_c"), strict=True))


@pytest.fixture
def atlas(new_context):
    """Open the atlas, at a place of its address: `atlas("#theme=skills", width=360)`."""

    def open_atlas(place="", **device):
        page = new_context(**device).new_page()
        page.goto((BOOK / PAGE).as_uri() + place)
        return page

    return open_atlas


def names(page):
    settle(page)
    return page.locator(".atlas-table tbody th button").all_inner_texts()


def result(page):
    settle(page)
    return page.locator(".atlas-filters .atlas-result").inner_text()


def open_filter(page, name):
    page.locator(".atlas-facets").get_by_role("button", name=name).click()


def terms_of(row, facet):
    value = row[FIELDS[facet]]
    return set(value) if isinstance(value, tuple) else {value}


def expected(choices, country=""):
    """Filter the dataset by the rule that the page states: choices of one filter add up, filters narrow."""
    members = members_by_initiative(COURSE)
    found = []
    for row in CASES:
        listed = members[row["initiative_id"]] if row["confidence"] != "known" else []
        places = {m["name"] for m in listed if m["type"] == "country" and not m["known"]}
        fits = all(not wanted or terms_of(row, facet) & set(wanted) for facet, wanted in choices.items())
        if fits and (not country or country in places):
            found.append(row["name"])
    return sorted(found)


def test_all_initiatives_stand_in_the_table(atlas):
    page = atlas()
    assert sorted(names(page)) == expected({})
    assert result(page).startswith(f"{len(CASES)} of {len(CASES)} initiatives.")


def test_filter_by_mouse_says_itself_and_is_cleared(atlas):
    page = atlas()
    open_filter(page, "Theme")
    page.get_by_role("checkbox", name=re.compile("^Skills")).check()
    page.get_by_role("checkbox", name=re.compile("^Recruitment")).check()
    open_filter(page, "Level")
    page.get_by_role("checkbox", name=re.compile("^Bilateral")).check()
    assert sorted(names(page)) == expected({"theme": ["skills", "recruitment"], "level": ["bilateral"]})
    assert "Theme: Skills or Recruitment; Level: Bilateral." in result(page)
    page.locator(".atlas-filters [role=status]").get_by_text("Theme: Skills or Recruitment").wait_for(state="attached")
    page.get_by_role("button", name="Remove Level: Bilateral").click()
    assert sorted(names(page)) == expected({"theme": ["skills", "recruitment"]})
    page.get_by_role("button", name="Clear all", exact=True).click()
    assert len(names(page)) == len(CASES)


def test_filter_by_keyboard_alone(atlas):
    page = atlas()
    page.get_by_role("button", name="Four Cs").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert sorted(names(page)) == expected({"four_c": ["cooperation"]})
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent").startswith("Four Cs")
    expect(page.get_by_role("checkbox")).to_have_count(0)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the choice's own button takes it back; focus stays in the filters
    assert len(names(page)) == len(CASES)
    assert page.evaluate("document.activeElement.textContent") == "Clear all"


def test_counts_say_what_a_term_would_give(atlas):
    page = atlas("#theme=skills")
    open_filter(page, "Partners")
    for term in page.locator(".atlas-term").all()[:4]:
        count = int(term.locator(".atlas-number").inner_text())
        term.locator("input").check()
        assert len(names(page)) == count
        term.locator("input").uncheck()


def test_any_address_gives_what_the_rule_says(atlas):
    """Forty views drawn at random, each compared with the same rule applied to the dataset."""
    page, draw = atlas(), random.Random(29)
    terms = {facet: sorted({term for row in CASES for term in terms_of(row, facet)}) for facet in FACETS}
    members = [member for listed in members_by_initiative(COURSE).values() for member in listed]
    codes = sorted({member["name"] for member in members if member["type"] == "country"})
    for _ in range(40):
        facets = draw.sample(FACETS, draw.randint(1, 3))
        choices = {facet: draw.sample(terms[facet], min(len(terms[facet]), draw.randint(1, 4))) for facet in facets}
        country = draw.choice(codes) if draw.random() < 0.3 else ""
        parts = [f"{facet}={','.join(wanted)}" for facet, wanted in choices.items()]
        if country:
            parts.append(f"country={country}")
        page.evaluate("hash => { location.hash = hash }", "&".join(parts))
        wanted = expected(choices, country)
        page.locator(".atlas-result", has_text=re.compile(rf"^{len(wanted)} of ")).first.wait_for()
        assert sorted(names(page)) == wanted, (choices, country)


def test_address_keeps_the_view_and_leaves_out_what_it_does_not_know(atlas):
    page = atlas("#theme=skills,no-such-theme&country=QQQ&open=nothing")
    assert sorted(names(page)) == expected({"theme": ["skills"]})
    page.get_by_label("Search names").fill("nurse")
    settle(page)
    assert urldefrag(page.url).fragment == "theme=skills&search=nurse"
    page.reload()
    settle(page)
    assert page.get_by_label("Search names").input_value() == "nurse"
    page.get_by_role("button", name="Clear all", exact=True).click()
    settle(page)
    assert "#" not in page.url


def test_search_minds_neither_case_nor_accents(atlas):
    page = atlas()
    for words in ("SÖDERKÖPING", "soderkoping", "  söderköping  process "):
        page.get_by_label("Search names").fill(words)
        assert len(names(page)) == 1
    page.get_by_label("Search names").fill("nothing has this name")
    assert names(page) == []
    assert "a gap in the data" in result(page)
    assert axe_violations(page) == []


def test_table_sorts_by_keyboard(atlas):
    page = atlas("#theme=free-movement,skills")
    header = page.locator(".atlas-table th.is-start")
    header.get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert header.get_attribute("aria-sort") == "ascending"
    cells = page.locator(".atlas-table td.is-start").all_inner_texts()
    years = [re.findall(r"\d{4}", cell)[0] for cell in cells if re.search(r"\d{4}", cell) and "looked" not in cell]
    assert years == sorted(years)
    page.keyboard.press("Enter")
    assert header.get_attribute("aria-sort") == "descending"
    expect(page.locator(".atlas-table th[aria-sort=none]")).to_have_count(4)
    last = page.locator(".atlas-table td.is-start").last.inner_text()
    assert "not" in last, "what has no year stands last either way"


def test_timeline_draws_no_year_that_was_not_looked_up(atlas):
    page = atlas()
    drawn = page.locator(".atlas-timeline li")
    known = [row for row in CASES if row["start_year"] is not None and not is_unconfirmed(row, "start_year")]
    expect(drawn).to_have_count(len(known))
    page.locator(".atlas-apart summary").click()
    apart = page.locator(".atlas-apart li button").all_inner_texts()
    assert sorted(apart) == sorted(row["name"] for row in CASES if row not in known)


def test_timeline_is_one_stop_and_arrow_keys_move(atlas):
    page = atlas("#theme=free-movement,skills")
    expect(page.locator(".atlas-timeline li button[tabindex='0']")).to_have_count(1)
    page.locator(".atlas-timeline li button").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    settle(page)
    third = page.locator(".atlas-timeline li .atlas-name").nth(2).text_content()
    assert page.evaluate("document.activeElement.textContent").startswith(third)
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.get_by_role("dialog").wait_for()


def test_map_chooses_a_country_and_the_table_finds_small_countries(atlas):
    page = atlas()
    page.locator(".atlas-world [data-code=BRA]").first.click()
    assert sorted(names(page)) == expected({}, "BRA")
    settle(page)
    assert "country=BRA" in page.url
    page.locator(".atlas-world [data-code=BRA]").first.click()
    page.locator(".atlas-countries:visible summary").click()
    page.get_by_role("region", name="Countries and their initiatives").get_by_role("button", name="Tuvalu").click()
    assert sorted(names(page)) == expected({}, "TUV")
    assert page.get_by_role("combobox", name="Country taking part").input_value() == "TUV"
    assert "is-chosen" in page.locator(".atlas-world circle[data-code=TUV]").get_attribute("class")


def test_card_shows_members_sources_and_how_well_it_is_established(atlas):
    page = atlas()
    page.get_by_role("button", name="Colombo Process", exact=True).click()
    card = page.get_by_role("dialog", name="Colombo Process")
    facts = ("since 2003", "Members: 12 countries named", "Viet Nam (since 2003)", "may be incomplete", "Verified.")
    for words in facts:
        assert words in card.inner_text()
    for link in card.locator(".atlas-sources a").all():
        address, anchor = urldefrag(link.get_attribute("href"))
        assert address == "references.html"
        assert anchor.startswith("source-")
    settle(page)
    assert "open=colombo-process" in page.url
    assert axe_violations(page) == []
    page.keyboard.press("Escape")
    expect(card).not_to_be_visible()
    settle(page)
    assert "open" not in page.url
    assert page.evaluate("document.activeElement.textContent") == "Colombo Process"


def test_every_card_opens_and_marks_what_was_not_looked_up(atlas):
    page = atlas()
    for row in CASES:
        page.evaluate("hash => { location.hash = hash }", f"initiative-{row['initiative_id']}")
        card = page.get_by_role("dialog", name=row["name"])
        card.wait_for()
        text = card.inner_text()
        assert row["summary"] in text
        assert "undefined" not in text
        assert "atlas." not in text, "a text is missing from the catalogue"
        if row["confidence"] == "known" or row["known_cells"]:
            assert "not looked up" in text


def test_questions_to_start_from_give_an_answer(atlas):
    page = atlas()
    starts = page.locator(".atlas-starts button")
    for index in range(starts.count()):
        starts.nth(index).click()
        assert 0 < len(names(page)) < len(CASES)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [1280, 360])
def test_no_barrier_in_any_state(atlas, width, dark):
    page = atlas("#level=regional&country=MDA", width=width, dark=dark)
    open_filter(page, "Direction")
    page.locator(".atlas-countries:visible summary").click()
    assert axe_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator(".atlas-table tbody th button").first.click()
    assert axe_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_targets_are_large_enough_on_a_phone(atlas):
    page = atlas(width=360, touch=True)
    open_filter(page, "Theme")
    filters = ".atlas-filters :is(button, select, input[type=search], .atlas-term)"
    targets = page.locator(f"{filters}, .atlas-timeline li button, .atlas-table button").filter(visible=True)
    heights = targets.evaluate_all("all => all.map((one) => one.getBoundingClientRect().height)")
    assert min(heights) >= 43.5


def test_without_script_the_table_names_every_initiative_with_its_sources(atlas):
    page = atlas(java_script_enabled=False)
    rows = page.locator(".atlas-paper tbody tr")
    expect(rows).to_have_count(len(CASES))
    expect(rows.first).to_be_visible()
    links = page.locator(".atlas-paper tbody tr:has(td:last-child a[href*='references.html#source-'])")
    expect(links).to_have_count(len(CASES))
    expect(page.locator(".atlas-world")).to_be_visible()
    assert "need JavaScript" in page.locator("main").inner_text()
    phone = atlas(java_script_enabled=False, width=360)
    assert phone.locator(".atlas-paper").evaluate("table => table.scrollWidth") <= 360
