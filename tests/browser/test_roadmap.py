"""The roadmap in a real browser: the same plan by drag, by keys, by selects and on a phone."""

import pytest
from playwright.sync_api import expect

from coursekit import find_exercise
from tests.browser.book import axe_violations
from tests.unit.second_opinion import published

ANSWERS = published(find_exercise("national-plan"))
MODEL = ANSWERS["model"]


@pytest.fixture
def roadmap(exercise_at):
    def open_roadmap(answer=None, **device):
        opened = exercise_at("national-plan", **device)
        if answer:
            opened.import_answer(answer)
        return opened

    return open_roadmap


def bar(opened, step):
    return opened.section.locator(f'.exercise-work [data-bar="{step}"]')


def quarter_width(opened):
    return opened.section.locator(".quarters-rows .quarters-track").first.bounding_box()["width"] / 14


def span(opened, step):
    placed = opened.answer["steps"][step]
    return placed["start"], placed["end"]


def without(*steps):
    return {**MODEL, "steps": {name: step for name, step in MODEL["steps"].items() if name not in steps}}


def test_a_bar_is_placed_moved_and_stretched_by_mouse(roadmap):
    opened = roadmap(without("review"))
    row = opened.section.locator('[data-row="review"]')
    row.get_by_role("button", name="Place it").click(position={"x": quarter_width(opened) * 9.5, "y": 20})
    assert span(opened, "review") == (10, 10)
    expect(bar(opened, "review")).to_be_focused()

    opened.drag(bar(opened, "review"), by=quarter_width(opened))
    assert span(opened, "review") == (11, 11)
    opened.drag(bar(opened, "review"), by=quarter_width(opened), grip=0.9)
    assert span(opened, "review") == (11, 12)
    opened.drag(bar(opened, "review"), by=-quarter_width(opened), grip=0.04)
    assert span(opened, "review") == (10, 12)
    opened.drag(bar(opened, "review"), by=quarter_width(opened) * 9)
    assert span(opened, "review") == (12, 14)  # the board ends there
    opened.button("Undo").click()
    assert span(opened, "review") == (10, 12)
    opened.check()
    opened.expect_verdict("Passed")


def test_escape_leaves_a_bar_where_it_was(roadmap):
    opened = roadmap(MODEL)
    box = bar(opened, "profile").bounding_box()
    opened.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 10)
    opened.page.mouse.down()
    opened.page.mouse.move(box["x"] + 200, box["y"] + 10, steps=4)
    opened.page.keyboard.press("Escape")
    opened.page.mouse.up()
    assert opened.answer == MODEL


def test_a_roadmap_is_made_with_the_keyboard_alone(roadmap):
    opened = roadmap(without("adopt", "review"))
    keys = opened.page.keyboard
    opened.press_until("Tab", '[data-row="adopt"] button')
    keys.press("Enter")
    expect(bar(opened, "adopt")).to_be_focused()
    for _ in range(7):
        keys.press("ArrowRight")
    keys.press("Shift+ArrowRight")
    keys.press("ArrowLeft")
    assert span(opened, "adopt") == (7, 8)
    keys.press("Shift+ArrowLeft")
    assert span(opened, "adopt") == (7, 7)
    keys.press("Delete")
    assert span(opened, "adopt") == (None, None)
    keys.press("Control+z")
    assert span(opened, "adopt") == (7, 7)

    opened.press_until("Tab", '[data-bar="adopt"]')
    keys.press("Enter")  # on to its fields
    expect(opened.section.locator('[data-step="adopt"] select').first).to_be_focused()
    keys.type("Cab")
    assert opened.answer["steps"]["adopt"] == MODEL["steps"]["adopt"]
    opened.choose_by_keyboard('[data-step="review"] select', "Fin")
    keys.press("Tab")
    keys.type("10", delay=10)
    keys.press("ArrowDown")  # typing 11 would step through all that begin with 1
    keys.press("Tab")
    keys.type("12", delay=10)
    assert opened.answer == MODEL
    opened.press_until("Tab", ".exercise-toolbar .is-main")
    keys.press("Enter")
    opened.expect_verdict("Passed")


def test_the_list_makes_the_same_answer_as_the_board(roadmap):
    opened = roadmap()
    for name, step in MODEL["steps"].items():
        row = opened.section.locator(f'[data-step="{name}"]')
        row.get_by_label("Who leads?").select_option(step["lead"])
        row.get_by_label("Starts in quarter").select_option(str(step["start"]))
        row.get_by_label("Ends in quarter").select_option(str(step["end"]))
    for name in ["Labour", "Health", "Education", "Finance", "Social affairs"]:
        opened.section.get_by_role("checkbox", name=name, exact=True).check()
    opened.section.get_by_role("radio", name="Yes, with money in it").check()
    for name in ["Finance ministry", "United Nations country team", "Forum of civil society"]:
        opened.section.get_by_role("checkbox", name=name).check()
    assert opened.answer == MODEL
    expect(opened.section.locator(".exercise-work [data-bar]")).to_have_count(11)


def test_a_span_that_cannot_be_drawn_is_said(roadmap):
    steps = {**MODEL["steps"], "review": {"start": 13, "end": 15, "lead": "finance"}}
    opened = roadmap({**MODEL, "steps": steps})
    expect(opened.section.locator('[data-row="review"]')).to_contain_text("Not on the board: quarters 13 to 15")
    opened.section.locator('[data-step="review"]').get_by_label("Ends in quarter").select_option("14")
    expect(bar(opened, "review")).to_have_count(1)


def test_from_right_to_left_the_arrows_follow_the_eye(roadmap):
    opened = roadmap(MODEL)
    opened.page.evaluate("document.querySelectorAll('[dir]').forEach((place) => { place.dir = 'rtl' })")
    bar(opened, "profile").focus()
    opened.page.keyboard.press("ArrowLeft")
    assert span(opened, "profile") == (2, 4)
    opened.drag(bar(opened, "profile"), by=quarter_width(opened))
    assert span(opened, "profile") == (1, 3)


def test_a_phone_has_one_column_and_works_by_touch(roadmap):
    opened = roadmap(without("review"), width=360, touch=True)
    opened.section.locator('[data-row="review"]').get_by_role("button", name="Place it").tap()
    row = opened.section.locator('[data-step="review"]')
    row.get_by_label("Who leads?").select_option("finance")
    row.get_by_label("Starts in quarter").select_option("11")
    row.get_by_label("Ends in quarter").select_option("12")
    assert opened.answer == MODEL
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    controls = opened.section.locator(".exercise-work :is(button, select):visible")
    heights = controls.evaluate_all("controls => controls.map((control) => control.getBoundingClientRect().height)")
    assert min(heights) >= 44
    opened.button("Check", exact=True).tap()
    opened.expect_verdict("Passed")


def test_nobody_meets_a_barrier(roadmap):
    opened = roadmap()
    assert axe_violations(opened.page) == []
    opened.import_answer(ANSWERS["own-priorities-first"])
    opened.check()
    opened.expect_verdict("Not yet")
    expect(opened.section.get_by_text("The people whom the plan is about")).to_be_visible()
    assert axe_violations(opened.page) == []
    opened.import_answer(MODEL)
    opened.check()
    opened.expect_verdict("Passed")
    opened.button("See two good answers").click()
    expect(opened.section.locator(".exercise-solutions .roadmap")).to_have_count(2)
    assert axe_violations(opened.page) == []
