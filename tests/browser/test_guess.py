"""Guesses before a chapter: kept at once, never judged, and shown again by the quiz."""

import json

from playwright.sync_api import expect

from tests.browser.book import axe_violations, settle

PAGE = "chapters/04-across.html"
NOTED = "Noted; the quiz at the end of the chapter asks again."


def guesses(page):
    settle(page)
    return page.locator('section.exercise[data-exercise^="guess-"]')


def asked(page):
    payload = json.loads(guesses(page).locator("script.exercise-data").text_content())
    return payload["exercise"]["setting"]["questions"]


def question_in_quiz(page, question):
    settle(page)
    return page.locator("section.exercise:has(.quiz) .quiz-question").filter(has_text=question["question"])


def check_quiz_shows(page, question, text):
    expect(question_in_quiz(page, question).locator(".quiz-about")).to_have_text(f"Before reading you guessed: {text}.")


def test_by_mouse_a_guess_is_noted_and_the_quiz_on_the_page_shows_it(page_at):
    page = page_at(PAGE)
    first, second = asked(page)
    expect(guesses(page).get_by_text(NOTED)).to_have_count(0)
    guesses(page).get_by_role("radio", name=first["options"][1]["text"]).check()
    expect(guesses(page).get_by_text(NOTED).first).to_be_visible()
    check_quiz_shows(page, first, first["options"][1]["text"])
    expect(question_in_quiz(page, second).locator(".quiz-about")).to_have_count(0)


def test_a_guess_may_be_changed_and_survives_a_reload(page_at):
    page = page_at(PAGE)
    first, _ = asked(page)
    for option in (first["options"][1], first["options"][2]):
        guesses(page).get_by_role("radio", name=option["text"]).check()
        check_quiz_shows(page, first, option["text"])
    page.reload()
    expect(guesses(page).get_by_role("radio", name=first["options"][2]["text"])).to_be_checked()
    check_quiz_shows(page, first, first["options"][2]["text"])


def test_a_guess_taken_back_leaves_the_quiz(page_at):
    page = page_at(PAGE)
    first, _ = asked(page)
    guesses(page).get_by_role("radio", name=first["options"][0]["text"]).check()
    check_quiz_shows(page, first, first["options"][0]["text"])
    page.keyboard.press("Control+z")
    expect(question_in_quiz(page, first).locator(".quiz-about")).to_have_count(0)
    expect(guesses(page).locator("input:checked")).to_have_count(0)


def test_no_guess_is_judged_right_or_wrong(page_at):
    page = page_at(PAGE)
    for question in asked(page):
        for option in question["options"]:
            guesses(page).get_by_role("radio", name=option["text"]).check()
            expect(guesses(page).locator(".is-right, .is-wrong, .exercise-progress")).to_have_count(0)
    data = guesses(page).locator("script.exercise-data").text_content()
    assert '"correct"' not in data


def test_by_keyboard_alone(page_at):
    page = page_at(PAGE)
    first, _ = asked(page)
    guesses(page).locator("input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(guesses(page).get_by_role("status").filter(has_text=NOTED)).to_have_count(1)
    check_quiz_shows(page, first, first["options"][1]["text"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") == "radio"


def test_on_a_phone_by_touch(page_at):
    page = page_at(PAGE, width=360, touch=True)
    first, _ = asked(page)
    option = guesses(page).locator("label").filter(has_text=first["options"][2]["text"])
    assert option.bounding_box()["height"] >= 44
    option.tap()
    check_quiz_shows(page, first, first["options"][2]["text"])
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_no_barrier_once_guessed(page_at):
    page = page_at(PAGE)
    for question in asked(page):
        guesses(page).get_by_role("radio", name=question["options"][0]["text"]).check()
    check_quiz_shows(page, asked(page)[1], asked(page)[1]["options"][0]["text"])
    assert axe_violations(page) == []
