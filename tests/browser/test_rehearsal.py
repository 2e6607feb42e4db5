"""The first feedback is drawn once unseen, so that it comes at once when it is asked for; nobody notices."""

import pytest
from playwright.sync_api import expect

from tests.browser.harbour_page import PAGE, button, check, exercise, saved, waiting

WATCH = """
window.rehearsed = [];
new MutationObserver((changes) => {
  const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
  window.rehearsed.push(...added.filter((node) => node.className === "exercise-rehearsal"));
}).observe(document, { childList: true, subtree: true });
"""


@pytest.fixture
def page(page_at):
    page = page_at(PAGE)
    page.evaluate(WATCH)
    return page


def rehearsals(page):
    """For each rehearsal whether it still stands in the page, once there was time for one."""
    page.wait_for_timeout(1200)  # longer than frontend/host/idle.js waits
    return page.evaluate("window.rehearsed.map((stage) => stage.isConnected)")


def test_feedback_is_rehearsed_once_when_the_person_has_begun(page):
    assert rehearsals(page) == []
    waiting(page, "c_tan").click()
    assert rehearsals(page) == [False]
    waiting(page, "c_marrow").click()
    assert rehearsals(page) == [False]


def test_beginning_again_needs_no_second_rehearsal(page):
    waiting(page, "c_tan").click()
    assert rehearsals(page) == [False]
    button(page, "Undo").click()
    button(page, "Redo").click()
    assert rehearsals(page) == [False]


def test_nothing_is_rehearsed_after_the_performance(page):
    both = """() => {
      document.querySelector('[data-waiting="c_tan"]').click();
      document.querySelector(".exercise-toolbar .is-main").click();
    }"""
    page.evaluate(both)
    expect(exercise(page).locator(".exercise-feedback")).to_be_visible()
    assert rehearsals(page) == []


def test_a_rehearsal_says_and_keeps_nothing(page):
    waiting(page, "c_tan").click()
    assert rehearsals(page) == [False]
    expect(exercise(page).locator(".exercise-feedback")).to_have_count(0)
    expect(exercise(page).locator(".exercise-unseen[role=status]")).not_to_contain_text("points")
    kept = saved(page)
    assert (kept["checks"], kept["result"], kept["answer"]["actors"]) == (0, None, ["c_tan"])
    check(page)
    assert saved(page)["checks"] == 1
