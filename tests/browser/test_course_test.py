"""The tests before and after the course: two sittings, no verdict in between, then both side by side."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.book import axe_violations, settle

PAGE = "exercises/course-test.html"
COUNT = 22


def course_test(page):
    settle(page)
    return page.locator('section.exercise[data-kind="test"]')


def button(page, name):
    return course_test(page).get_by_role("button", name=name)


def payload(page):
    return json.loads(course_test(page).locator("script.exercise-data").text_content())


def items(page):
    return payload(page)["exercise"]["setting"]["items"]


def option(page, place, form, choice):
    item = items(page)[place]
    text = next(option["text"] for option in item["forms"][form]["options"] if option["id"] == choice)
    return course_test(page).locator(".test-items > li").nth(place).get_by_text(text, exact=True)


def right(item, form):
    return [option["id"] for option in item["forms"][form]["options"] if option["correct"]]


def wrong(item, form):
    return [option["id"] for option in item["forms"][form]["options"] if not option["correct"]][:1]


def answer_all(page, form, *, well, press):
    """Answers each item, the first `well` of them rightly."""
    for place, item in enumerate(items(page)):
        for choice in (right if place < well else wrong)(item, form):
            press(option(page, place, form, choice))


def sit_both(page, form, other, press):
    press(course_test(page).locator("label").filter(has_text=f"Form {form}"))
    answer_all(page, form, well=3, press=press)
    press(button(page, "Hand in"))
    press(button(page, f"Begin the second sitting with form {other}"))
    answer_all(page, other, well=16, press=press)
    press(button(page, "Hand in"))


@pytest.mark.parametrize(("form", "other"), [("A", "B"), ("B", "A")])
def test_by_mouse_both_sittings_stand_side_by_side(page_at, form, other):
    page = page_at(PAGE)
    sit_both(page, form, other, lambda target: target.click())
    expected = "Right in the first sitting: 3 of 22. Right in the second: 16 of 22."
    expect(course_test(page).get_by_text(expected)).to_be_visible()
    rows = course_test(page).get_by_role("row")
    expect(rows).to_have_count(11)
    row = "draft a skill partnership CO5"  # in the words of the course
    expect(rows.filter(has_text=row).get_by_role("cell")).to_have_text(["0 of 2", "2 of 2"])
    expect(rows.filter(has_text="milestones").get_by_role("cell")).to_have_text(["3 of 3", "3 of 3"])
    expect(rows.filter(has_text="CO10").get_by_role("cell")).to_have_text(["0 of 2", "0 of 2"])
    expect(course_test(page).get_by_text("Whoever only guesses gets about 5 questions right.")).to_be_visible()
    expect(course_test(page).get_by_text("Passed")).to_be_visible()


def test_a_missed_item_opens_its_reasons_and_the_question_of_the_bank(page_at):
    page = page_at(PAGE)
    sit_both(page, "A", "B", lambda target: target.click())
    missed = course_test(page).locator("details")
    expect(missed).to_have_count(6)
    item = items(page)[16]
    (question,) = [question for question in payload(page)["reviews"] if question["id"] == item["review"]]
    missed.first.locator("summary").click()
    for text in [question["question"], question["always"], item["idea"]]:
        expect(missed.first).to_contain_text(text)
    for each in [*item["forms"]["B"]["options"], *question["options"]]:
        expect(missed.first).to_contain_text(each["text"])
        expect(missed.first).to_contain_text(each["feedback"])
    (chosen,) = wrong(item, "B")
    text = next(each["text"] for each in item["forms"]["B"]["options"] if each["id"] == chosen)
    expect(missed.first).to_contain_text(f"Your answer: {text}.")
    expect(missed.first.get_by_role("link").first).to_have_attribute("href", question["source"]["href"])


def test_nothing_tells_right_from_wrong_between_the_sittings(page_at):
    page = page_at(PAGE)
    course_test(page).get_by_role("radio", name="Form B").check()
    answer_all(page, "B", well=COUNT, press=lambda target: target.click())
    button(page, "Hand in").click()
    expect(course_test(page).get_by_text("Form B, 22 of 22 answered.")).to_be_visible()
    page.reload()
    expect(course_test(page).get_by_role("heading", name="The first sitting is handed in")).to_be_visible()
    shown = course_test(page).locator(".exercise-live").inner_text()
    assert not any(item["idea"] in shown for item in items(page))
    expect(course_test(page).locator(".is-right, .is-wrong, .is-passed, .is-not-yet")).to_have_count(0)


def test_with_open_items_it_asks_once_and_can_be_handed_in(page_at):
    page = page_at(PAGE)
    course_test(page).get_by_role("radio", name="Form A").check()
    option(page, 0, "A", "a").click()
    for _ in range(2):  # a box that is ticked and unticked again leaves its item open
        option(page, 1, "A", "a").click()
    button(page, "Hand in").click()
    expect(course_test(page).get_by_text("21 questions are still open.")).to_be_visible()
    expect(button(page, "Go on answering")).to_be_focused()
    page.keyboard.press("Escape")
    expect(button(page, "Hand in")).to_be_focused()
    button(page, "Hand in").click()
    button(page, "Yes, hand in").click()
    expect(course_test(page).get_by_text("Form A, 1 of 22 answered.")).to_be_visible()


def test_the_form_can_be_changed_until_an_item_is_answered(page_at):
    page = page_at(PAGE)
    for form in "AB":
        course_test(page).get_by_role("radio", name=f"Form {form}").check()
        expect(course_test(page).locator(".test-items")).to_contain_text(items(page)[0]["forms"][form]["question"])
    option(page, 0, "B", "a").click()
    expect(course_test(page).get_by_role("radio", name="Form A")).to_have_count(0)
    expect(course_test(page).get_by_text("This is form B.")).to_be_visible()


@pytest.mark.parametrize(("drawn", "form"), [(0, "A"), (0.99, "B")])
def test_somebody_alone_draws_a_form(page_at, drawn, form):
    page = page_at(PAGE)
    page.evaluate("drawn => { Math.random = () => drawn; }", drawn)
    button(page, "Draw a form").click()
    expect(course_test(page).get_by_role("radio", name=f"Form {form}")).to_be_checked()
    expect(button(page, "Draw a form")).to_have_count(0)
    page.reload()
    expect(course_test(page).get_by_role("radio", name=f"Form {form}")).to_be_checked()


def test_a_sitting_of_an_earlier_edition_is_offered_and_not_mixed_in(page_at):
    page = page_at(PAGE)
    settle(page)
    page.evaluate(
        """() => {
            const data = JSON.parse(document.querySelector("script.exercise-data").textContent);
            const nothing = { form: null, answers: {}, done: false };
            const answer = { before: { form: "A", answers: { T1: "a" }, done: true }, after: nothing };
            const saved = { answer, memory: {}, hints: 0, checks: 0, result: null, checked: null, before: null,
                shows: [], revealed: false, declined: [], saved: "2026-01-01T00:00:00.000Z" };
            localStorage.setItem(`${data.course}/course-test/00000000`, JSON.stringify(saved));
        }"""
    )
    page.reload()
    button(page, "Bring that answer here").click()
    expect(course_test(page).get_by_text("sittings with different questions cannot be compared")).to_be_visible()
    expect(course_test(page).get_by_role("heading", name="First sitting, before the course")).to_be_visible()
    button(page, "Leave it").click()
    expect(button(page, "Draw a form")).to_be_visible()


def test_by_keyboard_alone(page_at):
    page = page_at(PAGE)
    course_test(page).get_by_role("radio", name="Form A").focus()
    page.keyboard.press("Space")
    for sitting in ("A", "B"):
        for item in items(page):
            letters = [each["id"] for each in item["forms"][sitting]["options"]]
            if item["several"]:  # each box is reached by Tab
                for letter in letters:
                    page.keyboard.press("Tab")
                    if letter in right(item, sitting):
                        page.keyboard.press("Space")
                continue
            page.keyboard.press("Tab")  # the first option is reached by Tab, the others by the arrow
            page.keyboard.press("Space")
            for _ in range(letters.index(*right(item, sitting))):
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
    expect(course_test(page).get_by_text("Right in the second: 16 of 22.")).to_be_visible()
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
    expect(course_test(page).locator("details[open]")).to_have_count(COUNT)
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
    assert text.count("Tick all that fit.") == 2 * sum(item["several"] for item in items(page))
    assert not any(item["idea"] in text for item in items(page))


@pytest.mark.parametrize(("name", "sides"), [("course-test", 2), ("one-day-test", 2), ("half-day-test", 1)])
def test_a_form_takes_one_sheet_of_paper(page_at, name, sides):
    page = page_at(f"exercises/{name}.html")
    settle(page)
    margins = dict.fromkeys(("top", "bottom", "left", "right"), "12mm")
    whole, alone = (
        len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", margin=margins))) for _ in sheets_only(page)
    )
    assert alone == 2 * sides
    assert whole > alone


def pages_of(pdf):
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def sheets_only(page):
    """The page as it is, then with nothing but the sheets."""
    yield
    page.add_style_tag(content="body { visibility: hidden; }")
    page.evaluate(
        """() => {
            const sheets = [...document.querySelectorAll(".paper-sheet")];
            const section = document.querySelector("section.exercise");
            const paper = section.querySelector(".exercise-paper");
            paper.replaceChildren(...sheets);
            document.body.replaceChildren(section);
            document.body.style.visibility = "visible";
        }"""
    )
    yield


def test_a_shorter_test_asks_its_items_of_the_whole(page_at):
    whole = {item["id"]: item for item in items(page_at(PAGE))}
    page = page_at("exercises/half-day-test.html")
    asked = items(page)
    assert [whole[item["id"]] for item in asked] == asked
    course_test(page).get_by_role("radio", name="Form A").check()
    expect(course_test(page).locator(".test-items > li")).to_have_count(6)
    for item in asked:
        expect(course_test(page).locator(".test-items")).to_contain_text(item["forms"]["A"]["question"])
