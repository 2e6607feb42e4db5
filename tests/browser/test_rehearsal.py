"""What a check would say is made ready while the person rests, so that it comes at once; nobody notices."""

import pytest
from playwright.sync_api import expect

from tests.browser.harbour_page import PAGE, button, check, exercise, saved, waiting


@pytest.fixture
def page(page_at):
    return page_at(PAGE)


def feedback(page):
    return exercise(page).locator(".exercise-feedback")


def unseen(page):
    return exercise(page).locator(".exercise-feedback.is-unseen")


def rest(page):
    page.wait_for_timeout(1500)  # longer than frontend/player/rehearsal.js and components/idle.js wait


def test_feedback_is_made_ready_once_the_person_has_begun_and_rests(page):
    rest(page)
    expect(feedback(page)).to_have_count(0)
    waiting(page, "c_tan").click()
    expect(unseen(page)).to_have_count(1)


def test_what_was_made_ready_is_what_a_check_says(page):
    waiting(page, "c_tan").click()
    ready = unseen(page).text_content()
    page.evaluate("window.madeReady = document.querySelector('.exercise-feedback li')")
    check(page)
    expect(feedback(page)).to_be_visible()
    expect(unseen(page)).to_have_count(0)
    assert feedback(page).text_content() == ready
    assert page.evaluate("madeReady === document.querySelector('.exercise-feedback li')")  # not drawn again


def test_it_follows_the_answer(page):
    waiting(page, "c_tan").click()
    before = unseen(page).text_content()
    waiting(page, "c_marrow").click()
    expect(unseen(page)).not_to_have_text(before)


def test_beginning_again_leaves_nothing_ready(page):
    waiting(page, "c_tan").click()
    expect(unseen(page)).to_have_count(1)
    button(page, "Undo").click()
    expect(feedback(page)).to_have_count(0)


def test_nothing_is_made_ready_once_a_check_was_made(page):
    both = """() => {
      document.querySelector('[data-waiting="c_tan"]').click();
      document.querySelector(".exercise-toolbar .is-main").click();
    }"""
    page.evaluate(both)
    expect(feedback(page)).to_be_visible()
    waiting(page, "c_marrow").click()
    rest(page)
    expect(unseen(page)).to_have_count(0)
    expect(feedback(page)).to_contain_text("changed")


def test_a_rehearsal_says_and_keeps_nothing(page):
    waiting(page, "c_tan").click()
    expect(unseen(page)).to_have_count(1)
    expect(exercise(page).locator(".exercise-unseen[role=status]")).not_to_contain_text("points")
    kept = saved(page)
    assert (kept["checks"], kept["result"], kept["answer"]["actors"]) == (0, None, ["c_tan"])
    check(page)
    assert saved(page)["checks"] == 1


def test_a_rehearsal_takes_no_room_and_no_reader_meets_it(page):
    height = "() => document.querySelector('.exercise-frame').getBoundingClientRect().height"
    waiting(page, "c_tan").click()
    expect(unseen(page)).to_have_count(1)
    with_it = page.evaluate(height)
    page.emulate_media(media="print")
    printed_with_it = page.evaluate(height)
    expect(exercise(page).get_by_role("heading", name="Not yet")).to_have_count(0)
    page.emulate_media(media="screen")
    for _ in range(60):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.is-unseen')") is None
    page.evaluate("document.querySelector('.is-unseen').style.display = 'none'")
    assert page.evaluate(height) == with_it
    page.emulate_media(media="print")
    assert page.evaluate(height) == printed_with_it
