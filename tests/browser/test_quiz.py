"""The chapter's quiz in a real browser: each question explains itself, and one may try again."""

import json

from playwright.sync_api import expect

from tests.browser.book import settle

PAGE = "chapters/04-across.html"


def quiz(page):
    settle(page)
    return page.locator("section.exercise:has(.quiz)").first


def questions(page):
    return quiz(page).locator(".quiz-question fieldset")


def data(page):
    """The questions as the page received them."""
    payload = json.loads(quiz(page).locator("script.exercise-data").text_content())
    return payload["exercise"]["setting"]["questions"]


def answer(page, index, options):
    """Chooses options by their place and checks."""
    box = questions(page).nth(index)
    inputs = box.locator("input")
    for place in range(inputs.count()):
        chosen = place in options
        if inputs.nth(place).get_attribute("type") == "checkbox":
            inputs.nth(place).set_checked(chosen)
        elif chosen:
            inputs.nth(place).check()
    box.get_by_role("button", name="Check answer").click()


def right(question):
    return [place for place, option in enumerate(question["options"]) if option.get("correct")]


def wrong(question):
    return [place for place, option in enumerate(question["options"]) if not option.get("correct")][:1]


def test_a_chosen_option_explains_itself_only_after_check(page_at):
    page = page_at(PAGE)
    question = data(page)[0]
    box = questions(page).first
    box.locator("input").nth(wrong(question)[0]).check()
    expect(box.get_by_text(question["always"])).to_have_count(0)
    box.get_by_role("button", name="Check answer").click()
    box.get_by_text(question["options"][wrong(question)[0]]["feedback"]).wait_for()
    box.get_by_text(question["always"]).wait_for()
    box.get_by_text("Not yet.").wait_for()


def test_the_summary_counts_first_tries_and_now(page_at):
    page = page_at(PAGE)
    asked = data(page)
    answer(page, 0, wrong(asked[0]))
    answer(page, 0, right(asked[0]))
    for index in range(1, len(asked)):
        answer(page, index, right(asked[index]))
    count = len(asked)
    summary = f"Right on the first try: {count - 1} of {count}. Right now: {count} of {count}."
    quiz(page).get_by_text(summary).wait_for()
    quiz(page).get_by_text("Passed").first.wait_for()


def test_answers_survive_a_reload_and_can_be_reset(page_at):
    page = page_at(PAGE)
    asked = data(page)
    answer(page, 0, right(asked[0]))
    page.reload()
    questions(page).first.get_by_text("That is right.").wait_for()
    quiz(page).get_by_role("button", name="Reset").click()
    quiz(page).get_by_role("button", name="Yes, clear").click()
    expect(questions(page).first.get_by_text("That is right.")).to_have_count(0)
    expect(questions(page).first.locator("input:checked")).to_have_count(0)


def test_the_keyboard_wanders_through_options_without_committing(page_at):
    page = page_at(PAGE)
    box = questions(page).first
    box.locator("input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(box.locator(".quiz-feedback")).to_have_count(0)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(box.locator(".quiz-feedback")).to_have_count(1)
    assert page.evaluate("document.activeElement.textContent").strip() == "Check answer"


def test_a_question_with_several_right_answers_wants_them_all(page_at):
    page = page_at(PAGE)
    asked = data(page)
    index = next(place for place, question in enumerate(asked) if question.get("several"))
    answer(page, index, right(asked[index])[:1])
    questions(page).nth(index).get_by_text("Not yet.").wait_for()
    answer(page, index, right(asked[index]))
    questions(page).nth(index).get_by_text("That is right.").wait_for()
