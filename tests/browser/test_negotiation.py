"""Talks in a real browser: private sheets, replies of the other delegations, the record, and the landscape after."""

import pytest
from playwright.sync_api import expect

from tests.browser.exercise_page import ExercisePage, open_exercise

NAME = "corridor-talks"
ISSUES = ["I1", "I2", "I3", "I4", "I5", "I6"]
NAMES = {"V": "Velmora", "H": "Hestria", "E": "Employers", "W": "Workers"}


def options(talks: ExercisePage, letters: str):
    """The radio buttons that make a package, one for each issue."""
    groups = talks.section.locator(".negotiation-package fieldset")
    return [groups.nth(place).locator(f'input[value="{letter}"]') for place, letter in enumerate(letters)]


def settle_package(talks, letters):
    for option in options(talks, letters):
        option.check()


def record(talks, answer, *, fill):
    """Fill in concessions, trades and who was asked, with a way of filling a field."""
    section = talks.section
    for party, name in NAMES.items():
        fill(section.get_by_label(f"{name} moved on"), answer["concessions"][party])
        fill(section.get_by_label(f"Whom {name} asked at home"), answer["consulted"][party][0])
    for place, row in enumerate(answer["trade"]):
        talks.button("Add a trade").click()
        fields = section.locator(f'[data-trade="{place}"] select')
        for end, column in enumerate(("by", "gave", "got")):
            fill(fields.nth(end), row[column])


def fill_by_mouse(field, value):
    field.select_option(value) if field.evaluate("e => e.tagName") == "SELECT" else field.fill(value)


def test_talks_alone_end_in_a_package_that_all_would_sign(page_at):
    talks = open_exercise(page_at, NAME)
    expect(talks.button("Propose this package")).to_have_attribute("aria-disabled", "true")
    talks.section.get_by_role("radio", name="Employers", exact=True).check()
    settle_package(talks, "cbcbbb")
    score = talks.section.locator(".negotiation-score")
    expect(score).to_have_text("Your score: 79. Your line: 68. You would sign.")
    talks.button("Propose this package").click()
    rounds = talks.section.locator(".negotiation-rounds > li")
    expect(rounds.first).to_contain_text("Velmora: we accept.")
    expect(rounds.first).to_contain_text("Workers: no. What counts most for us is: Who pays for the training.")
    settle_package(talks, "cbcbcb")
    talks.button("Propose this package").click()
    expect(rounds).to_have_count(2)
    expect(rounds.first).to_contain_text("All three would sign.")
    record(talks, talks.solution.model.answer, fill=fill_by_mouse)
    assert talks.answer == talks.solution.model.answer
    talks.check()
    talks.expect_passed()


def test_the_same_proposal_gets_the_same_replies_after_a_reload(page_at):
    talks = open_exercise(page_at, NAME)
    talks.section.get_by_role("radio", name="Workers", exact=True).check()
    settle_package(talks, "aabccc")
    talks.button("Propose this package").click()
    rounds = talks.section.locator(".negotiation-rounds > li")
    before = rounds.first.inner_text()
    assert "Employers: no. What counts most for us is: Places a year." in before
    talks.page.reload()
    expect(rounds.first).to_have_text(before, use_inner_text=True)


def test_only_the_sheet_of_the_own_delegation_is_shown(page_at):
    talks = open_exercise(page_at, NAME)
    sheets = talks.section.locator(".negotiation-sheet")
    expect(sheets).to_have_count(0)
    talks.section.get_by_role("radio", name="Hestria", exact=True).check()
    expect(sheets).to_have_count(1)
    expect(sheets).to_contain_text("Score sheet of Hestria")
    settle_package(talks, "c")
    expect(sheets).to_contain_text("Your score so far: 20. Your line: 72. 5 issues are open.")


def test_in_a_group_a_sheet_is_shown_only_when_asked_for_after_the_device_changed_hands(page_at):
    talks = open_exercise(page_at, NAME)
    talks.button("In a group").click()
    settle_package(talks, "cbcbcb")
    sheet = talks.section.locator(".negotiation-sheet")
    expect(sheet).to_have_count(0)
    talks.button("Sheet of Velmora").click()
    notice = talks.section.locator("[data-hand-over]")
    expect(notice).to_have_text("Hand the device to Velmora. Everyone else looks away.")
    expect(notice).to_be_focused()
    expect(sheet).to_have_count(0)
    talks.button("We are Velmora: show our sheet").click()
    expect(sheet).to_contain_text("Your score: 76. Your line: 68. You would sign.")
    talks.button("Hide the sheet").click()
    expect(sheet).to_have_count(0)
    expect(talks.button("Sheet of Velmora")).to_be_focused()
    talks.button("Sheet of Workers").click()
    talks.button("We are Workers").click()
    talks.page.reload()
    expect(talks.button("Sheet of Workers")).to_be_visible()
    expect(sheet).to_have_count(0)


def test_the_landscape_opens_after_a_check_and_marks_the_own_package(page_at):
    talks = open_exercise(page_at, NAME)
    talks.import_answer(talks.solution.alternative.answer)
    landscape = talks.section.locator(".negotiation-landscape")
    expect(landscape).to_have_count(0)
    talks.check()
    expect(landscape).to_contain_text("There are 729 packages. 24 of them clear all four lines. 5 of these 24 break")
    expect(landscape).to_contain_text("19 remain, and 10 of the 19 waste nothing")
    expect(landscape).to_contain_text("Together they are 44 points above their lines; the side that does worst is 1")
    corner = landscape.get_by_role("img").last
    expect(corner.locator(".negotiation-ring")).to_have_count(5)
    expect(corner.locator(".negotiation-own")).to_have_count(1)
    marks = corner.locator(".negotiation-signed, .negotiation-tight")
    expect(marks).to_have_count(24)
    dots = landscape.get_by_role("img").first.locator(".negotiation-refused").get_attribute("d")
    assert dots.count("M") == 729 - 24
    landscape.get_by_text("The 24 packages that everyone would sign").click()
    rows = landscape.locator("tbody tr")
    expect(rows).to_have_count(24)
    expect(rows.filter(has_text="breaks a rights floor")).to_have_count(5)
    expect(rows.filter(has_text="yours")).to_have_count(1)


def test_an_open_package_has_no_place_in_the_landscape(page_at):
    talks = open_exercise(page_at, NAME)
    settle_package(talks, "cbcb")
    talks.check()
    expect(talks.section.get_by_role("heading", name="Not yet")).to_be_visible()
    expect(talks.section.locator(".negotiation-landscape")).to_have_count(0)


def test_reset_begins_the_talks_anew(page_at):
    talks = open_exercise(page_at, NAME)
    talks.section.get_by_role("radio", name="Velmora", exact=True).check()
    settle_package(talks, "cbcbcb")
    talks.button("Propose this package").click()
    rounds = talks.section.locator(".negotiation-rounds > li")
    expect(rounds).to_have_count(1)
    talks.button("Reset").click()
    talks.button("Yes, clear").click()
    expect(rounds).to_have_count(0)
    settle_package(talks, "cbcbcb")
    expect(rounds).to_have_count(0)


def test_talks_are_recorded_with_the_keyboard_alone(page_at):
    talks = open_exercise(page_at, NAME)
    answer = talks.solution.alternative.answer
    keyboard = talks.page.keyboard
    talks.tab_to(talks.button("In a group"))
    keyboard.press("Enter")
    groups = talks.section.locator(".negotiation-package fieldset")
    for place, letter in enumerate(answer["package"].values()):
        talks.tab_to(groups.nth(place).locator("input").first)
        keyboard.press("Space")
        for _ in range("abc".index(letter)):
            keyboard.press("ArrowDown")
    for party, name in NAMES.items():
        talks.tab_to(talks.section.get_by_label(f"{name} moved on"))
        for _ in range(1 + ISSUES.index(answer["concessions"][party])):
            keyboard.press("ArrowDown")
    talks.tab_to(talks.button("Add a trade"))
    keyboard.press("Enter")
    fields = talks.section.locator('[data-trade="0"] select')
    expect(fields.first).to_be_focused()
    row = answer["trade"][0]
    for place, known in enumerate((list(NAMES), ISSUES, ISSUES)):
        talks.tab_to(fields.nth(place))
        for _ in range(1 + known.index(row[("by", "gave", "got")[place]])):
            keyboard.press("ArrowDown")
    for party, name in NAMES.items():
        talks.tab_to(talks.section.get_by_label(f"Whom {name} asked at home"))
        keyboard.type(answer["consulted"][party][0])
    assert talks.answer == answer
    talks.tab_to(talks.button("Check", exact=True))
    keyboard.press("Enter")
    talks.expect_passed()


def test_talks_are_recorded_on_a_small_touch_screen(page_at):
    talks = open_exercise(page_at, NAME, width=360, touch=True)
    for option in options(talks, "cbcbcb"):
        option.locator("xpath=ancestor::label").tap()
    record(talks, talks.solution.model.answer, fill=fill_by_mouse)
    assert talks.answer == talks.solution.model.answer
    talks.button("Check", exact=True).tap()
    talks.expect_passed()


def test_a_trade_is_removed_and_the_focus_stays_near(page_at):
    talks = open_exercise(page_at, NAME)
    talks.import_answer(talks.solution.model.answer)
    talks.button("Remove trade 2").click()
    expect(talks.button("Remove trade 1")).to_be_focused()
    talks.button("Remove trade 1").click()
    expect(talks.button("Add a trade")).to_be_focused()
    assert talks.answer["trade"] == []
    talks.button("Undo").click()
    assert talks.answer["trade"] == talks.solution.model.answer["trade"][:1]


def test_several_who_were_asked_are_told_apart_by_commas(page_at):
    talks = open_exercise(page_at, NAME)
    field = talks.section.get_by_label("Whom Hestria asked at home")
    field.press_sequentially("parliament, small clinics; , ")
    expect(field).to_have_value("parliament, small clinics; , ")
    assert talks.answer["consulted"] == {"H": ["parliament", "small clinics"]}


def test_print_keeps_the_sheets_private(page_at):
    talks = open_exercise(page_at, NAME)
    talks.section.get_by_role("radio", name="Velmora", exact=True).check()
    talks.import_answer(talks.solution.model.answer)
    expect(talks.section.locator(".negotiation-sheet")).to_be_visible()
    talks.page.emulate_media(media="print")
    expect(talks.section.locator(".negotiation-sheet")).not_to_be_visible()


def test_without_script_the_sheets_can_be_cut_apart(page_at):
    page = page_at(f"exercises/{NAME}.html", java_script_enabled=False)
    for text in ("Velmora: sign from 68 points", "Hestria: sign from 72 points", "Workers: sign from 70 points"):
        expect(page.get_by_text(text)).to_be_visible()


@pytest.mark.parametrize(
    "device", [{"width": 1280}, {"width": 360, "dark": True, "touch": True}], ids=["wide", "phone"]
)
def test_no_barrier_in_any_state(page_at, device):
    talks = open_exercise(page_at, NAME, **device)
    talks.section.get_by_role("radio", name="Velmora", exact=True).check()
    talks.expect_no_barriers_in_any_state()


def test_what_cannot_be_drawn_is_mended_by_starting_afresh(page_at):
    talks = open_exercise(page_at, NAME)
    settle_package(talks, "bbbbbb")
    talks.page.evaluate(
        """() => {
          const key = Object.keys(localStorage).find((name) => name.includes('/corridor-talks/'));
          const saved = { ...JSON.parse(localStorage.getItem(key)), memory: { seat: "V", rounds: "x" } };
          localStorage.setItem(key, JSON.stringify(saved));
        }"""
    )
    talks.page.reload()
    expect(talks.section.get_by_text("This exercise could not be shown")).to_be_visible()
    talks.button("Reset").click()
    talks.button("Yes, clear").click()
    expect(talks.section.get_by_text("This exercise could not be shown")).to_have_count(0)
    settle_package(talks, "aaaaaa")
    assert set(talks.answer["package"].values()) == {"a"}
