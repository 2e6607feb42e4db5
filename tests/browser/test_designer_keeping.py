"""The partnership designer: feedback, hints, and an answer that is kept, taken along and printed."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.book import BOOK, axe_violations
from tests.browser.chromium import SWITCHES, find_chromium
from tests.browser.harbour_page import (
    LEARNING_CITIES,
    MINISTRY_LEADS,
    PAGE,
    button,
    card,
    check,
    exercise,
    import_answer,
    import_file,
    saved_answer,
    waiting,
)


def test_feedback_names_what_was_met_and_at_most_three_others(page_at):
    page = page_at(PAGE)
    import_answer(page, MINISTRY_LEADS)
    check(page)
    unmet = exercise(page).locator(".exercise-unmet > li")
    expect(unmet).to_have_count(3)
    assert "needed to pass" in unmet.first.inner_text()
    assert unmet.first.get_by_role("link").get_attribute("href")
    import_answer(page, LEARNING_CITIES)
    exercise(page).get_by_text("You have changed your answer since this check").wait_for()
    check(page)
    exercise(page).get_by_text("newly met").first.wait_for()
    expect(exercise(page).get_by_text("You have changed your answer")).to_have_count(0)


def test_hints_open_one_by_one_and_good_answers_after_two_checks(page_at):
    page = page_at(PAGE)
    expect(button(page, "See two good answers")).to_have_count(0)
    button(page, "Hint").click()
    button(page, "Hint").click()
    expect(exercise(page).locator(".exercise-hints li")).to_have_count(2)
    check(page)
    check(page)
    button(page, "See two good answers").click()
    exercise(page).get_by_text("Two good answers; what do they share?").wait_for()
    expect(exercise(page).locator(".exercise-pair > article")).to_have_count(2)
    page.reload()
    expect(exercise(page).locator(".exercise-hints li")).to_have_count(2)
    expect(exercise(page).locator(".exercise-pair > article")).to_have_count(2)


def test_the_answer_survives_a_reload_and_reset_asks_first(page_at):
    page = page_at(PAGE)
    import_answer(page, LEARNING_CITIES)
    check(page)
    page.reload()
    expect(exercise(page).locator(".designer-tie")).to_have_count(2)
    exercise(page).get_by_role("heading", name="Passed").wait_for()
    button(page, "Reset").click()
    assert saved_answer(page) == LEARNING_CITIES
    page.keyboard.press("Escape")
    button(page, "Reset").click()
    button(page, "Yes, clear").click()
    assert saved_answer(page)["actors"] == []
    button(page, "Undo").click()
    assert saved_answer(page) == LEARNING_CITIES


def test_an_exported_answer_comes_back(page_at):
    page = page_at(PAGE)
    import_answer(page, LEARNING_CITIES)
    button(page, "More").click()
    with page.expect_download() as download:
        button(page, "Export as a file").click()
    envelope = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert envelope["exercise"] == "harbour-cities"
    assert envelope["answer"] == LEARNING_CITIES
    page.evaluate("localStorage.clear()")
    page.reload()
    import_file(page, envelope)
    exercise(page).locator(".designer-tie").first.wait_for()
    assert saved_answer(page) == LEARNING_CITIES


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\x00\xff not JSON", "could not be read"),
        (b"[" * 150_000, "could not be read"),
        (b"1" * 300_000, "too large"),
        ({"exercise": "another", "answer": {}}, "belongs to another exercise"),
        ({"exercise": "harbour-cities"}, "no answer in this file"),
        ({"exercise": "harbour-cities", "answer": {"actors": "<img src=x onerror=alert(1)>"}}, ""),
        ({"exercise": "harbour-cities", "answer": {**LEARNING_CITIES, "actors": ["__proto__"]}}, ""),
    ],
)
def test_a_damaged_or_hostile_file_gets_a_sentence_and_loses_nothing(page_at, content, sentence):
    page = page_at(PAGE)
    import_answer(page, LEARNING_CITIES)
    import_file(page, content)
    notice = exercise(page).locator(".exercise-notice.is-problem")
    notice.wait_for()
    assert sentence in notice.inner_text()
    assert saved_answer(page) == LEARNING_CITIES


def test_an_answer_from_another_edition_is_imported_with_a_word(page_at):
    page = page_at(PAGE)
    import_file(page, {"exercise": "harbour-cities", "version": "0ld", "answer": LEARNING_CITIES})
    exercise(page).get_by_text("made for another edition").wait_for()
    expect(card(page, "c_tan")).to_be_visible()


def test_work_goes_on_when_nothing_can_be_saved(page_at):
    page = page_at(PAGE)
    page.add_init_script(
        """Object.defineProperty(window, 'localStorage', {
          get() { throw new DOMException('no', 'SecurityError'); },
        })"""
    )
    page.reload()
    waiting(page, "c_tan").click()
    exercise(page).get_by_text("does not let the page save").wait_for()
    waiting(page, "c_marrow").click()
    expect(exercise(page).locator(".designer-canvas [data-actor]")).to_have_count(2)


def test_a_full_device_is_said_and_work_goes_on(page_at):
    page = page_at(PAGE)
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }")
    page.reload()
    waiting(page, "c_tan").click()
    exercise(page).get_by_text("no room left to save").wait_for()
    expect(card(page, "c_tan")).to_be_visible()


def test_two_tabs_never_overwrite_each_other_silently(page_at):
    page = page_at(PAGE)
    waiting(page, "c_tan").click()
    other = page.context.new_page()
    other.goto(page.url)
    expect(card(other, "c_tan")).to_be_visible()
    waiting(other, "c_marrow").click()
    exercise(page).get_by_text("saved in another tab").wait_for()
    waiting(page, "n_bay").click()
    assert saved_answer(page)["actors"] == ["c_tan", "c_marrow"]
    button(page, "Load the newer answer").click()
    card(page, "c_marrow").wait_for()
    assert saved_answer(page)["actors"] == ["c_tan", "c_marrow"]
    waiting(page, "n_bay").click()
    exercise(other).get_by_text("saved in another tab").wait_for()
    button(other, "Keep this one").click()
    assert saved_answer(page)["actors"] == ["c_tan", "c_marrow"]


def test_an_answer_to_an_earlier_edition_is_offered_not_graded(page_at):
    page = page_at(PAGE)
    import_answer(page, LEARNING_CITIES)
    page.evaluate(
        """() => {
          const isOurs = ([name]) => name.includes('/harbour-cities/');
          const [key, text] = Object.entries(localStorage).find(isOurs);
          localStorage.clear();
          localStorage.setItem(key.replace(/[^/]+$/, 'earlier'), text);
        }"""
    )
    page.reload()
    exercise(page).get_by_text("You answered an earlier edition").wait_for()
    expect(exercise(page).locator(".designer-tie")).to_have_count(0)
    button(page, "Bring that answer here").click()
    assert saved_answer(page) == LEARNING_CITIES
    page.reload()
    expect(exercise(page).get_by_text("You answered an earlier edition")).to_have_count(0)


def test_print_before_the_first_step_gives_the_form_for_working_on_paper(page_at):
    page = page_at(PAGE, dark=True)
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(22, 35, 46)", "dark ink for white paper"
    grid = page.get_by_text("Write each actor that takes part beside its level")
    expect(grid).to_be_visible()
    page.emulate_media(media="screen")
    waiting(page, "c_tan").click()
    page.emulate_media(media="print")
    expect(grid).not_to_be_visible()


def test_print_shows_the_design_and_no_tools(page_at):
    page = page_at(PAGE)
    import_answer(page, LEARNING_CITIES)
    check(page)
    page.emulate_media(media="print")
    expect(exercise(page).locator(".exercise-toolbar")).not_to_be_visible()
    expect(exercise(page).locator(".designer-tray")).not_to_be_visible()
    expect(exercise(page).locator(".designer-canvas").first).to_be_visible()
    expect(exercise(page).locator(".designer-tie").first).to_be_visible()
    expect(exercise(page).locator(".exercise-feedback")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("dark", [False, True])
def test_no_accessibility_violations_in_any_state(page_at, width, dark):
    page = page_at(PAGE, width=width, dark=dark)
    assert_accessible(page, "fresh")
    import_answer(page, MINISTRY_LEADS)
    check(page)
    assert_accessible(page, "wrong")
    import_answer(page, LEARNING_CITIES)
    check(page)
    assert_accessible(page, "right")
    button(page, "Hint").click()
    button(page, "See two good answers").click()
    assert_accessible(page, "revealed")
    button(page, "List", exact=True).click()
    assert_accessible(page, "list")
    button(page, "Edit tie 1").click()
    assert_accessible(page, "form")


def assert_accessible(page, state):
    assert axe_violations(page) == [], state


def test_the_answer_survives_a_restart_of_the_browser(browser, tmp_path):
    options = {"executable_path": find_chromium(), "args": SWITCHES, "offline": True}
    for visit in ("first", "second"):
        device = browser.browser_type.launch_persistent_context(tmp_path, **options)
        page = device.new_page()
        page.goto((BOOK / PAGE).as_uri())
        if visit == "first":
            waiting(page, "c_tan").click()
            card(page, "c_tan").wait_for()
            page.wait_for_timeout(6000)  # Chromium writes what pages keep to the disk every five seconds
        else:
            card(page, "c_tan").wait_for()
        device.close()
