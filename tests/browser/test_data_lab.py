"""Data labs in a real browser: chart and table of the same rows, questions answered by hand, keys and thumb."""

import pytest
from playwright.sync_api import expect

from tests.browser.exercise_page import ExercisePage

LABS = ["rhythm-of-recognition", "proposal-to-habit", "where-the-money-goes"]


def lab(page_at, name, **device):
    return ExercisePage(page_at(f"exercises/{name}.html", **device), name)


def test_a_lab_is_answered_with_the_mouse(page_at):
    money = lab(page_at, "where-the-money-goes")
    numbers = money.section.locator(".data-lab-fields input[type=text]")
    for place, text in enumerate(["12,36", "6", "76.32"]):
        numbers.nth(place).fill(text)
    money.section.get_by_role("radio", name="Banks").check()
    money.section.get_by_role("combobox").select_option("itco")
    money.section.get_by_role("radio", name="It is an average").check()
    assert money.answer == {**money.solution.model.answer, "partner_first": "itco"}
    money.check()
    money.expect_passed()


def test_a_lab_is_answered_with_the_keyboard_alone(page_at):
    habit = lab(page_at, "proposal-to-habit")
    numbers = habit.section.locator(".data-lab-fields input[type=text]")
    for place, text in enumerate(["2", "17", "13", "2"]):
        habit.tab_to(numbers.nth(place))
        habit.page.keyboard.type(text)
    for aim in ("Sharing good practice", "Information both ways"):
        habit.tab_to(habit.section.get_by_role("checkbox", name=aim))
        habit.page.keyboard.press("Space")
    habit.tab_to(habit.section.get_by_role("radio").first)
    for key in ("Space", "ArrowDown", "ArrowDown"):  # the caution that fits is the third
        habit.page.keyboard.press(key)
    assert habit.answer == habit.solution.model.answer
    habit.tab_to(habit.button("Check", exact=True))
    habit.page.keyboard.press("Enter")
    habit.expect_passed()


def test_a_lab_is_answered_on_a_small_touch_screen(page_at):
    rhythm = lab(page_at, "rhythm-of-recognition", width=360, touch=True)
    numbers = rhythm.section.locator(".data-lab-fields input[type=text]")
    for place, text in enumerate(["11", "7", "5", "45.5"]):
        numbers.nth(place).tap()
        numbers.nth(place).fill(text)
    for name in ("Bullets of the list", "1997 to 2004", "Listed recognitions", "Somebody chose"):
        rhythm.section.locator("label").filter(has_text=name).tap()
    assert rhythm.answer == rhythm.solution.alternative.answer
    rhythm.button("Check", exact=True).tap()
    rhythm.expect_passed()


def test_what_is_not_a_number_is_said_and_counts_as_open(page_at):
    money = lab(page_at, "where-the-money-goes")
    money.section.locator(".data-lab-fields input[type=text]").first.fill("twelve")
    expect(money.section.get_by_text("Write a number in digits")).to_be_visible()
    assert money.answer is None or money.answer["fee_now"] is None
    money.button("Reset").click()
    money.button("Yes, clear").click()
    expect(money.section.get_by_text("Write a number in digits")).to_have_count(0)
    expect(money.section.locator(".data-lab-fields input[type=text]").first).to_have_value("")


@pytest.mark.parametrize(
    ("name", "points", "words"),
    [
        ("rhythm-of-recognition", 12, "by the year that the list prints. 1994, 1997, 2004, 2005, 2005,"),
        ("proposal-to-habit", 9, "Geneva 2005-04-14, Bangkok 2009-06-04,"),
        ("where-the-money-goes", 8, "All providers 2017Q1 7.45, Banks 2017Q1 11.18,"),
    ],
)
def test_chart_and_table_show_the_same_rows_and_say_where_they_come_from(page_at, name, points, words):
    page = lab(page_at, name)
    chart = page.section.get_by_role("img")
    assert words in chart.get_attribute("aria-label")
    expect(chart.locator("circle")).to_have_count(points)
    rows = page.section.locator(".data-lab-rows tbody tr")
    expect(rows).to_have_count(points + (name == "where-the-money-goes"))  # the goal is a line, not a dot
    assert page.section.get_by_role("link", name="All rows with their sources").get_attribute("href")


@pytest.mark.parametrize("name", LABS)
def test_without_script_rows_and_questions_can_be_read(page_at, name):
    page = page_at(f"exercises/{name}.html", java_script_enabled=False)
    expect(page.get_by_role("table")).to_be_visible()
    expect(page.locator(".paper-questions > li").last).to_be_visible()


@pytest.mark.parametrize("name", LABS)
@pytest.mark.parametrize(
    "device", [{"width": 1280}, {"width": 360, "dark": True, "touch": True}], ids=["wide", "phone"]
)
def test_no_barrier_in_any_state(page_at, name, device):
    lab(page_at, name, **device).expect_no_barriers_in_any_state()
