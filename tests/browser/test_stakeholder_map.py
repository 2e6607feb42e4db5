"""The stakeholder map in a real browser: cards find their cells by mouse, drag, keys, thumb and selects alike."""

import itertools

from playwright.sync_api import expect

from tests.browser.book import settle
from tests.browser.exercise_page import ExercisePage

CROWD = ["mayor", "m_lab", "growers", "agency", "workers", "undoc", "clinic", "resid", "diasp"]


class MapPage(ExercisePage):
    """The exercise Harvest season in Tanhult."""

    def card(self, stakeholder):
        return self.section.locator(f'[data-waiting="{stakeholder}"]')

    def chip(self, stakeholder):
        return self.section.locator(f'[data-chip="{stakeholder}"]')

    def cell(self, power, interest):
        return self.section.locator(f'[data-place="{power}-{interest}"]')

    def drop(self, power, interest):
        return self.section.locator(f'[data-cell="{power}-{interest}"]')

    def engagement(self):
        return self.section.get_by_label("How far to engage?")


def harvest(page_at, **device):
    return MapPage(page_at("exercises/harvest-season.html", **device), "harvest-season")


def drag(page, source, target):
    """Press on one place, move in steps, release on the other."""
    bench = page.locator(".stakeholder-map-bench")
    bench.evaluate("element => element.scrollIntoView({block: 'center', behavior: 'instant'})")
    settle(page)
    start, end = source.bounding_box(), target.bounding_box()
    page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(start["x"] + start["width"] / 2 + 12, start["y"] + start["height"] / 2 + 4)
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, steps=6)
    page.mouse.up()


def test_a_map_is_made_with_the_mouse(page_at):
    harvest_season = harvest(page_at)
    model = harvest_season.solution.model.answer
    for stakeholder, place in model["map"].items():
        harvest_season.card(stakeholder).click()
        harvest_season.drop(place["p"], place["i"]).click()
        harvest_season.engagement().select_option(place["e"])
    assert harvest_season.answer == model
    harvest_season.check()
    harvest_season.expect_passed()


def test_cards_and_names_are_dragged_and_undo_brings_them_back(page_at):
    harvest_season = harvest(page_at, height=1300, reduced_motion="reduce")  # no scrolling while one measures
    page = harvest_season.page
    drag(page, harvest_season.card("clinic"), harvest_season.cell(2, 4))
    assert harvest_season.answer == {"map": {"clinic": {"p": 2, "i": 4, "e": None}}}
    drag(page, harvest_season.chip("clinic"), harvest_season.cell(3, 5))
    assert harvest_season.answer["map"]["clinic"]["p"] == 3
    drag(page, harvest_season.chip("clinic"), harvest_season.section.locator(".stakeholder-map-ladder"))
    assert harvest_season.answer["map"]["clinic"] == {"p": 3, "i": 5, "e": None}
    harvest_season.button("Undo").click()
    assert harvest_season.answer["map"]["clinic"] == {"p": 2, "i": 4, "e": None}
    harvest_season.button("Undo").click()
    expect(harvest_season.card("clinic")).to_be_visible()


def test_a_map_is_made_with_the_keyboard_alone(page_at):
    harvest_season = harvest(page_at)
    page = harvest_season.page
    model = harvest_season.solution.model.answer
    for stakeholder, place in model["map"].items():
        target = harvest_season.card(stakeholder)
        target.focus()
        page.keyboard.press("Enter")
        expect(harvest_season.drop(3, 3)).to_be_focused()
        for key, steps in [("ArrowUp", place["p"] - 3), ("ArrowRight", place["i"] - 3)]:
            back = {"ArrowUp": "ArrowDown", "ArrowRight": "ArrowLeft"}[key]
            for _ in range(abs(steps)):
                page.keyboard.press(key if steps > 0 else back)
        page.keyboard.press("Enter")
        expect(harvest_season.chip(stakeholder)).to_be_focused()
        harvest_season.tab_to(harvest_season.engagement())
        page.keyboard.type(place["e"][:3])
    assert harvest_season.answer == model
    harvest_season.tab_to(harvest_season.button("Check", exact=True))
    page.keyboard.press("Enter")
    harvest_season.expect_passed()


def test_escape_puts_back_and_delete_takes_off_without_losing_the_focus(page_at):
    harvest_season = harvest(page_at)
    page = harvest_season.page
    harvest_season.card("mayor").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    expect(harvest_season.card("mayor")).to_be_focused()
    assert harvest_season.answer is None
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(harvest_season.chip("mayor")).to_be_focused()
    page.keyboard.press("Delete")
    expect(harvest_season.card("mayor")).to_be_focused()
    assert harvest_season.answer == {"map": {}}


def test_arrow_keys_follow_the_grid_from_right_to_left(page_at):
    harvest_season = harvest(page_at)
    page = harvest_season.page
    page.evaluate("document.querySelectorAll('[dir]').forEach((place) => { place.dir = 'rtl' })")
    harvest_season.card("mayor").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    assert harvest_season.answer["map"]["mayor"]["i"] == 4


def test_the_list_makes_the_same_answer_and_is_remembered(page_at):
    harvest_season = harvest(page_at)
    alternative = harvest_season.solution.alternative.answer
    harvest_season.button("List", exact=True).click()
    boxes = harvest_season.section.locator(".stakeholder-map-list fieldset")
    for index, place in enumerate(alternative["map"].values()):
        for label, value in [("Power", place["p"]), ("Interest", place["i"]), ("How far to engage?", place["e"])]:
            boxes.nth(index).get_by_label(label).select_option(str(value))
    assert harvest_season.answer == alternative
    limits = harvest_season.section.locator(".stakeholder-map.is-live [data-limit]")
    expect(limits.nth(0)).to_have_text("Engaged at the step “involve” or deeper: 5 of at most 7.")
    expect(limits.nth(1)).to_have_text("Engaged at the step “collaborate” or deeper: 1 of at most 4.")
    harvest_season.page.reload()
    expect(harvest_season.button("List", exact=True)).to_have_attribute("aria-pressed", "true")
    harvest_season.check()
    harvest_season.expect_passed()


def test_a_map_is_made_on_a_small_touch_screen(page_at):
    harvest_season = harvest(page_at, width=360, height=640, touch=True)
    model = harvest_season.solution.model.answer
    harvest_season.card("mayor").tap()
    for stakeholder, place in model["map"].items():
        expect(harvest_season.section.locator(".stakeholder-map-prompt")).to_have_text("Now choose a cell.")
        harvest_season.drop(place["p"], place["i"]).tap()
        harvest_season.engagement().select_option(place["e"])
        if stakeholder != "diasp":
            harvest_season.button("Next:").tap()
    assert harvest_season.answer == model
    harvest_season.button("Check", exact=True).tap()
    harvest_season.expect_passed()


def test_nine_in_one_cell_stay_readable_and_large_enough_on_a_phone(page_at):
    harvest_season = harvest(page_at, width=360, touch=True)
    harvest_season.import_answer({"map": {id_: {"p": 3, "i": 4, "e": "involve"} for id_ in CROWD}})
    chips = harvest_season.cell(3, 4).locator(".stakeholder-map-chip")
    expect(chips).to_have_count(9)
    boxes = chips.evaluate_all("chips => chips.map((chip) => chip.getBoundingClientRect().toJSON())")
    assert min(box["height"] for box in boxes) >= 44
    assert all(above["bottom"] <= below["top"] for above, below in itertools.pairwise(boxes))
    cut = chips.evaluate_all("chips => chips.filter((chip) => chip.scrollWidth > chip.clientWidth).length")
    assert cut == 0


def test_there_is_no_barrier_in_any_state(page_at):
    harvest(page_at).expect_no_barriers_in_any_state()
    harvest(page_at, width=360, dark=True, touch=True).expect_no_barriers_in_any_state()
