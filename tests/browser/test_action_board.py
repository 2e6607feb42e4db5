"""The action board in a real browser: cards made on the board, in their forms, by keys and on a phone."""

import pytest
from playwright.sync_api import expect

from coursekit import find_exercise
from tests.browser.book import axe_violations
from tests.unit.second_opinion import published

ANSWERS = published(find_exercise("seven-agreements"))
MODEL = ANSWERS["model"]
LAST = MODEL["cards"][-1]


@pytest.fixture
def agenda(exercise_at):
    def open_agenda(answer=None, **device):
        opened = exercise_at("seven-agreements", **device)
        if answer:
            opened.import_answer(answer)
        return opened

    return open_agenda


def bar(opened, index):
    return opened.section.locator(f'.exercise-work [data-bar="{index}"]')


def quarter_width(opened):
    return opened.section.locator(".quarters-rows .quarters-track").first.bounding_box()["width"] / 12


def test_a_card_is_placed_on_the_board_filled_in_and_dragged(agenda):
    opened = agenda({**MODEL, "cards": MODEL["cards"][:-1]})
    row = opened.section.locator('[data-row="socsec"]')
    row.get_by_role("button", name="Place it").click(position={"x": quarter_width(opened) * 8.5, "y": 20})
    form = opened.section.get_by_role("group", name="card 6")
    expect(form.get_by_label("Starts in quarter")).to_have_value("9")
    form.get_by_label("Who leads?").select_option("ss_h")
    for name in ["Social security fund of Velmora", "Government of Velmora"]:
        form.get_by_role("checkbox", name=name).check()
    form.get_by_label("Which sign will show a change?").select_option("people_with_portable_pension")
    opened.drag(bar(opened, 5), by=quarter_width(opened) * 3, grip=0.9)
    placed = opened.answer["cards"][-1]
    assert {**placed, "partners": sorted(placed["partners"])} == {**LAST, "partners": sorted(LAST["partners"])}
    opened.check()
    opened.expect_verdict("Passed")


def test_a_card_is_removed_and_undo_brings_it_back(agenda):
    opened = agenda(MODEL)
    opened.button("Remove card 2").click()
    assert [card["area"] for card in opened.answer["cards"]] == ["data", "remit", "recruit", "quals", "socsec"]
    assert opened.page.evaluate("document.activeElement !== document.body")
    opened.button("Undo").click()
    assert opened.answer == MODEL


def test_counts_of_quarters_and_leads_follow_the_cards(agenda):
    opened = agenda(ANSWERS["one-leads-all"])
    totals = opened.section.locator(".exercise-work .quarters-totals .quarters-track span")
    expect(totals).to_have_text(["4"] * 5 + ["5!"] * 7)
    expect(opened.section.locator(".cards-loads").first).to_have_text("Who leads how many: Government of Velmora 5.")


def test_a_card_is_made_with_the_keyboard_alone(agenda):
    opened = agenda({**MODEL, "cards": MODEL["cards"][:-1], "review": None})
    keys = opened.page.keyboard
    opened.press_until("Tab", "[data-add-card]")
    keys.press("Enter")
    form = ".cards-form"
    opened.press_until("Tab", f"{form} select")  # the focus is there already
    for text in ["Soc", "Social security fund of H", "9", "12", "People who can"]:
        keys.type(text, delay=10)
        keys.press("Tab")
    for actor in ["v_gov", "ss_v"]:
        opened.press_until("Tab", f'{form} input[value="{actor}"]')
        keys.press("Space")
    opened.choose_by_keyboard(".action-board-review select", "Corran")
    keys.press("Tab")
    keys.type("12", delay=10)
    made = opened.answer
    assert {**made["cards"][-1], "partners": sorted(made["cards"][-1]["partners"])} == {
        **LAST,
        "partners": sorted(LAST["partners"]),
    }
    assert made["review"] == MODEL["review"]

    opened.press_until("Shift+Tab", '.exercise-work [data-bar="5"]')
    keys.press("ArrowLeft")
    keys.press("ArrowRight")
    keys.press("Shift+ArrowLeft")
    assert (opened.answer["cards"][-1]["start"], opened.answer["cards"][-1]["end"]) == (9, 11)
    opened.press_until("Tab", ".exercise-toolbar .is-main")
    keys.press("Enter")
    opened.expect_verdict("Passed")


def test_no_reviewer_and_no_quarter_is_no_review(agenda):
    opened = agenda(MODEL)
    opened.section.get_by_label("Who reviews the agenda?").select_option("")
    assert opened.answer["review"] == {"quarter": 12, "by": None}
    opened.section.get_by_label("In which quarter?").select_option("")
    assert opened.answer["review"] is None


def test_a_phone_has_one_column_and_works_by_touch(agenda):
    opened = agenda({**MODEL, "cards": MODEL["cards"][:-1]}, width=360, touch=True)
    opened.section.locator('[data-row="socsec"]').get_by_role("button", name="Place it").tap()
    form = opened.section.get_by_role("group", name="card 6")
    form.get_by_label("Who leads?").select_option("ss_h")
    form.get_by_label("Starts in quarter").select_option("9")
    form.get_by_label("Ends in quarter").select_option("12")
    form.get_by_label("Which sign will show a change?").select_option("people_with_portable_pension")
    form.get_by_role("checkbox", name="Social security fund of Velmora").tap()
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    controls = opened.section.locator(".exercise-work :is(button, select, label.exercise-tick):visible")
    heights = controls.evaluate_all("controls => controls.map((control) => control.getBoundingClientRect().height)")
    assert min(heights) >= 44
    opened.button("Check", exact=True).tap()
    opened.expect_verdict("Passed")


def test_nobody_meets_a_barrier(agenda):
    opened = agenda()
    assert axe_violations(opened.page) == []
    opened.import_answer(ANSWERS["one-leads-all"])
    opened.check()
    opened.expect_verdict("Not yet")
    expect(opened.section.get_by_text("Somebody here is both the one who acts")).to_be_visible()
    opened.button("Change card 1").click()
    assert axe_violations(opened.page) == []
    opened.import_answer(MODEL)
    opened.check()
    opened.button("See two good answers").click()
    expect(opened.section.locator(".exercise-solutions .action-board")).to_have_count(2)
    assert axe_violations(opened.page) == []
