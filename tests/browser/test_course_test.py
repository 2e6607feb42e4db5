"""The test before and after the course: two sittings, no verdict in between, then both side by side."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import axe_violations, settle

PAGE = "exercises/course-test.html"


def course_test(page):
    settle(page)
    return page.locator('section.exercise[data-exercise="course-test"]')


def button(page, name):
    return course_test(page).get_by_role("button", name=name)


def payload(page):
    return json.loads(course_test(page).locator("script.exercise-data").text_content())


def items(page):
    return payload(page)["exercise"]["setting"]["items"]


def option(page, place, form, choice):
    item = items(page)[place]
    text = next(option["text"] for option in item["forms"][form]["options"] if option["id"] == choice)
    return course_test(page).locator(".test-items > li").nth(place).locator("label").filter(has_text=text)


def wrong(item, form):
    return next(choice for choice in "abc" if choice != item["forms"][form]["right"])


def answer_all(page, form, *, right, press):
    """Answers each item, the first `right` of them well."""
    for place, item in enumerate(items(page)):
        press(option(page, place, form, item["forms"][form]["right"] if place < right else wrong(item, form)))


def sit_both(page, form, other, press):
    press(course_test(page).locator("label").filter(has_text=f"Form {form}"))
    answer_all(page, form, right=3, press=press)
    press(button(page, "Hand in"))
    press(button(page, f"Begin the second sitting with form {other}"))
    answer_all(page, other, right=8, press=press)
    press(button(page, "Hand in"))


@pytest.mark.parametrize(("form", "other"), [("A", "B"), ("B", "A")])
def test_by_mouse_both_sittings_stand_side_by_side(page_at, form, other):
    page = page_at(PAGE)
    sit_both(page, form, other, lambda target: target.click())
    expected = "Right in the first sitting: 3 of 10. Right in the second: 8 of 10."
    expect(course_test(page).get_by_text(expected)).to_be_visible()
    rows = course_test(page).get_by_role("row")
    expect(rows).to_have_count(10)
    expect(rows.filter(has_text="CO2").get_by_role("cell")).to_have_text(["2 of 2", "2 of 2"])
    expect(rows.filter(has_text="CO3").get_by_role("cell")).to_have_text(["0 of 1", "1 of 1"])
    expect(rows.filter(has_text="CO9").get_by_role("cell")).to_have_text(["0 of 1", "0 of 1"])
    expect(course_test(page).get_by_text("Passed")).to_be_visible()


def test_a_missed_item_opens_the_question_of_the_bank_with_every_option_explained(page_at):
    page = page_at(PAGE)
    sit_both(page, "A", "B", lambda target: target.click())
    missed = course_test(page).locator("details")
    expect(missed).to_have_count(2)
    item = items(page)[8]
    (question,) = [question for question in payload(page)["reviews"] if question["id"] == item["review"]]
    missed.first.locator("summary").click()
    for text in [question["question"], question["always"], item["idea"]]:
        expect(missed.first).to_contain_text(text)
    for each in question["options"]:
        expect(missed.first).to_contain_text(each["text"])
        expect(missed.first).to_contain_text(each["feedback"])
    right = next(each["text"] for each in item["forms"]["B"]["options"] if each["id"] == item["forms"]["B"]["right"])
    expect(missed.first).to_contain_text(f"Right was: {right}.")
    expect(missed.first.get_by_role("link").first).to_have_attribute("href", question["source"]["href"])


def test_nothing_tells_right_from_wrong_between_the_sittings(page_at):
    page = page_at(PAGE)
    course_test(page).get_by_role("radio", name="Form B").check()
    answer_all(page, "B", right=10, press=lambda target: target.click())
    button(page, "Hand in").click()
    expect(course_test(page).get_by_text("Form B, 10 of 10 answered.")).to_be_visible()
    page.reload()
    expect(course_test(page).get_by_role("heading", name="The first sitting is handed in")).to_be_visible()
    shown = course_test(page).locator(".exercise-live").inner_text()
    assert not any(item["idea"] in shown for item in items(page))
    expect(course_test(page).locator(".is-right, .is-wrong, .is-passed, .is-not-yet")).to_have_count(0)


def test_with_open_items_it_asks_once_and_can_be_handed_in(page_at):
    page = page_at(PAGE)
    course_test(page).get_by_role("radio", name="Form A").check()
    option(page, 0, "A", "a").click()
    button(page, "Hand in").click()
    expect(course_test(page).get_by_text("9 questions are still open.")).to_be_visible()
    expect(button(page, "Go on answering")).to_be_focused()
    page.keyboard.press("Escape")
    expect(button(page, "Hand in")).to_be_focused()
    button(page, "Hand in").click()
    button(page, "Yes, hand in").click()
    expect(course_test(page).get_by_text("Form A, 1 of 10 answered.")).to_be_visible()


def test_the_form_can_be_changed_until_an_item_is_answered(page_at):
    page = page_at(PAGE)
    for form in "AB":
        course_test(page).get_by_role("radio", name=f"Form {form}").check()
        expect(course_test(page).locator(".test-items")).to_contain_text(items(page)[0]["forms"][form]["question"])
    option(page, 0, "B", "a").click()
    expect(course_test(page).get_by_role("radio", name="Form A")).to_have_count(0)
    expect(course_test(page).get_by_text("This is form B.")).to_be_visible()


def test_by_keyboard_alone(page_at):
    page = page_at(PAGE)
    course_test(page).get_by_role("radio", name="Form A").focus()
    page.keyboard.press("Space")
    for sitting in ("A", "B"):
        for item in items(page):  # the first option is reached by Tab, the others by the arrow
            page.keyboard.press("Tab")
            page.keyboard.press("Space")
            for _ in range("abc".index(item["forms"][sitting]["right"])):
                page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        expect(button(page, "Hand in")).to_be_focused()
        page.keyboard.press("Enter")
        expect(course_test(page).locator(":is(h2, h3):focus")).to_have_count(1)
        if sitting == "A":
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            expect(course_test(page).get_by_role("heading", name="Second sitting, after the course")).to_be_focused()
    expect(course_test(page).get_by_text("You missed nothing in the second sitting.")).to_be_visible()


def test_on_a_phone_by_touch(page_at):
    page = page_at(PAGE, width=360, touch=True)
    sit_both(page, "A", "B", lambda target: target.tap())
    expect(course_test(page).get_by_text("Right in the second: 8 of 10.")).to_be_visible()
    course_test(page).locator("summary").first.tap()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert axe_violations(page) == []


def test_no_barrier_in_any_step(page_at):
    page = page_at(PAGE)
    course_test(page).get_by_role("radio", name="Form A").check()
    assert axe_violations(page) == []
    button(page, "Hand in").click()
    expect(button(page, "Yes, hand in")).to_be_visible()
    assert axe_violations(page) == []
    button(page, "Yes, hand in").click()
    expect(button(page, "Begin the second sitting")).to_be_visible()
    assert axe_violations(page) == []
    button(page, "Begin the second sitting").click()
    button(page, "Hand in").click()
    button(page, "Yes, hand in").click()
    for summary in course_test(page).locator("summary").all():
        summary.click()
    expect(course_test(page).locator("details[open]")).to_have_count(10)
    assert axe_violations(page) == []


def test_on_paper_there_are_two_sheets_without_answers(page_at):
    page = page_at(PAGE)
    page.emulate_media(media="print")
    sheets = course_test(page).locator(".paper-sheet")
    expect(sheets).to_have_count(2)
    for place, form in enumerate("AB"):
        expect(sheets.nth(place)).to_be_visible()
        expect(sheets.nth(place)).to_contain_text(f"form {form}")
        expect(sheets.nth(place)).to_contain_text(items(page)[9]["forms"][form]["question"])
    text = "".join(sheets.all_inner_texts())
    expect(sheets.first.locator("li li").nth(1)).to_contain_text("b")  # the letters of the key
    assert not any(item["idea"] in text for item in items(page))
