"""Older questions that come back: those that were missed come first, and the choice does not jump."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.book import axe_violations, settle

PAGE = "chapters/04-across.html"
KEEP = """({quiz, answers, first}) => localStorage.setItem(
  `working-together-on-migration/${quiz}/00000000`,
  JSON.stringify({answer: {answers}, memory: {first}, saved: new Date().toISOString()}))"""
"""As the quiz of another chapter keeps what was answered there."""


def older(page):
    settle(page)
    return page.locator('section.exercise[data-exercise="older-questions-4"]')


def boxes(page):
    return older(page).locator(".quiz-question")


def bank(page):
    """Every question that may come back, by its number."""
    payload = json.loads(older(page).locator("script.exercise-data").text_content())
    return {question["id"]: question for question in payload["exercise"]["setting"]["questions"]}


def check_asked(page, *numbers):
    expect(boxes(page)).to_have_count(len(numbers))
    for place, number in enumerate(numbers):
        expect(boxes(page).nth(place)).to_contain_text(bank(page)[number]["question"])


def took_quiz(page, quiz, *, answers=None, first=None):
    page.evaluate(KEEP, {"quiz": quiz, "answers": answers or {}, "first": first or {}})
    page.reload()


def right(question):
    return [option["text"] for option in question["options"] if option["correct"]]


def answer(page, place, texts, press):
    """Chooses the options of a question by their texts and checks; `press` is how one presses."""
    box = boxes(page).nth(place)
    for text in texts:
        press(box.locator("label").filter(has_text=text))
    press(box.get_by_role("button", name="Check answer"))


def test_one_question_of_each_chapter_comes_back(page_at):
    page = page_at(PAGE)
    check_asked(page, "Q3.1", "Q1.3")
    expect(boxes(page).nth(0)).to_contain_text("From chapter 3.")
    expect(boxes(page).nth(1)).to_contain_text("From chapter 1.")
    expect(older(page).get_by_text("You missed this one in its quiz.")).to_have_count(0)


@pytest.mark.parametrize(
    "missed", [{"first": {"Q3.4": False, "Q3.1": True}}, {"answers": {"Q3.4": "a", "Q3.1": "a"}}], ids=["first", "now"]
)
def test_a_missed_question_comes_first(page_at, missed):
    page = page_at(PAGE)
    took_quiz(page, "quiz-history", **missed)
    check_asked(page, "Q3.4", "Q1.3")
    expect(boxes(page).nth(0)).to_contain_text("From chapter 3. You missed this one in its quiz.")
    assert axe_violations(page) == []


def test_the_choice_stays_once_something_was_done(page_at):
    page = page_at(PAGE)
    took_quiz(page, "quiz-history", first={"Q3.4": False})
    boxes(page).nth(1).locator("input").first.check()
    took_quiz(page, "quiz-alone", first={"Q1.6": False})
    check_asked(page, "Q3.4", "Q1.3")
    expect(boxes(page).nth(1).locator("input").first).to_be_checked()


def test_what_was_saved_by_somebody_else_does_no_harm(page_at):
    page = page_at(PAGE)
    for odd in (
        "null",
        '{"answer": null}',
        '{"answer": {"answers": null}, "memory": null}',
        '{"answer": {"answers": 3}, "memory": {"first": 3}}',
        '{"answer": {"answers": {"Q3.1": {}, "Q4.2": {}}}}',
    ):
        page.evaluate("text => localStorage.setItem('working-together-on-migration/quiz-history/1', text)", odd)
        page.evaluate("text => localStorage.setItem('working-together-on-migration/guess-q4-2/1', text)", odd)
        page.reload()
        expect(boxes(page)).to_have_count(2)
        expect(page.locator("section.exercise:has(.quiz) .quiz-question").first).to_be_visible()


def test_by_mouse_a_question_explains_itself_and_both_right_pass(page_at):
    page = page_at(PAGE)
    asked = bank(page)
    wrong = next(option for option in asked["Q3.1"]["options"] if not option["correct"])
    answer(page, 0, [wrong["text"]], lambda target: target.click())
    expect(boxes(page).nth(0)).to_contain_text(wrong["feedback"])
    expect(boxes(page).nth(0)).to_contain_text(asked["Q3.1"]["always"])
    answer(page, 1, right(asked["Q1.3"]), lambda target: target.click())
    expect(older(page).get_by_text("Checked, not yet there")).to_be_visible()
    answer(page, 0, right(asked["Q3.1"]), lambda target: target.click())
    expect(older(page).get_by_text("Passed")).to_be_visible()
    page.reload()
    expect(boxes(page).get_by_text("That is right.")).to_have_count(2)
    assert axe_violations(page) == []


def test_by_keyboard_alone_a_missed_question_is_made_good(page_at):
    page = page_at(PAGE)
    took_quiz(page, "quiz-history", first={"Q3.4": False})
    boxes(page).nth(0).locator("input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(boxes(page).nth(0).locator(".quiz-feedback")).to_have_count(0)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(boxes(page).nth(0).get_by_text("That is right.")).to_be_visible()
    assert page.evaluate("document.activeElement.textContent").strip() == "Check answer"


def test_on_a_phone_by_touch(page_at):
    page = page_at(PAGE, width=360, touch=True)
    asked = bank(page)
    answer(page, 0, right(asked["Q3.1"]), lambda target: target.tap())
    answer(page, 1, right(asked["Q1.3"]), lambda target: target.tap())
    expect(older(page).get_by_text("Passed")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
