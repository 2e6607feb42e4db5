"""The page "My work": everything a person did, taken away, brought elsewhere, printed and deleted."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.book import BOOK, axe_violations, settle
from tests.browser.harbour_page import LEARNING_CITIES, MINISTRY_LEADS, check, exercise, import_answer, saved

PAGE = "book/my-work.html"
HARBOUR_PAGE = "exercises/harbour-cities.html"


def opened(context, path):
    page = context.new_page()
    page.goto((BOOK / path).as_uri())
    return page


def with_work(new_context, answer=LEARNING_CITIES, **device):
    """A device on which the harbour cities have been worked on and checked once."""
    context = new_context(**device)
    page = opened(context, HARBOUR_PAGE)
    import_answer(page, answer)
    check(page)
    exercise(page).locator(".exercise-feedback").wait_for()
    settle(page)
    return context


def exported(page):
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Export everything").click()
    return waiting.value.path().read_text(encoding="utf-8")


def bring_in(page, content):
    data = content.encode() if isinstance(content, str) else content
    page.locator(".work input[type=file]").set_input_files(
        files=[{"name": "my-work.json", "mimeType": "application/json", "buffer": data}]
    )


def line(page, title="Three harbour cities"):
    return page.locator(".work-chapter li").filter(has_text=title)


def test_a_fresh_device_has_nothing_and_says_so(page_at):
    page = page_at(PAGE)
    expect(page.get_by_text("Nothing here yet")).to_be_visible()
    expect(line(page)).to_contain_text("Not started")
    assert axe_violations(page) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_work_is_shown_with_state_points_and_checks(new_context, width):
    page = opened(with_work(new_context, MINISTRY_LEADS, width=width), PAGE)
    expect(line(page)).to_contain_text("Checked, not yet there")
    expect(line(page)).to_contain_text("8 of 15 points · 1 check")
    assert axe_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_everything_travels_to_another_device_in_one_small_file(new_context):
    here = with_work(new_context)
    chapter = opened(here, "chapters/04-across.html")
    chapter.get_by_role("textbox").first.fill("The harbour master of Marrow Bay")
    settle(chapter)
    text = exported(opened(here, PAGE))
    assert len(text) < 20_000

    there = new_context()
    page = opened(there, PAGE)
    bring_in(page, text)
    expect(page.get_by_text("1 brought in, 0 already here, 0 with two answers")).to_be_visible()
    expect(line(page)).to_contain_text("1 check")
    arrived = saved(opened(there, HARBOUR_PAGE))
    original = saved(opened(here, HARBOUR_PAGE))
    assert {**arrived, "saved": ""} == {**original, "saved": ""}
    expect(opened(there, "chapters/04-across.html").get_by_role("textbox").first).to_have_value(
        "The harbour master of Marrow Bay"
    )


def test_bringing_the_same_file_twice_changes_nothing(new_context):
    context = with_work(new_context)
    page = opened(context, PAGE)
    text = exported(page)
    bring_in(page, text)
    expect(page.get_by_text("0 brought in, 1 already here, 0 with two answers")).to_be_visible()


def test_of_two_answers_the_newer_stands_and_the_other_is_offered(new_context):
    text = exported(opened(with_work(new_context, MINISTRY_LEADS), PAGE))
    context = with_work(new_context, LEARNING_CITIES)
    page = opened(context, PAGE)
    bring_in(page, text)
    expect(page.get_by_text("0 brought in, 0 already here, 1 with two answers")).to_be_visible()
    bring_in(page, text)
    expect(page.get_by_text("0 brought in, 1 already here, 0 with two answers")).to_be_visible()
    at_exercise = opened(context, HARBOUR_PAGE)
    assert saved(at_exercise)["answer"] == LEARNING_CITIES
    expect(exercise(at_exercise).get_by_text("Another answer of yours")).to_be_visible()
    exercise(at_exercise).get_by_role("button", name="Bring that answer here").click()
    settle(at_exercise)
    assert saved(at_exercise)["answer"] == MINISTRY_LEADS


def test_one_exercises_own_export_is_taken_too(new_context):
    page = opened(new_context(), PAGE)
    version = json.loads(page.locator("section[data-work] script").inner_text())["exercises"]
    version = next(e["exercise"]["version"] for e in version if e["exercise"]["id"] == "harbour-cities")
    envelope = {
        "course": "working-together-on-migration",
        "exercise": "harbour-cities",
        "version": version,
        "lang": "en",
        "format": 1,
        "answer": LEARNING_CITIES,
    }
    bring_in(page, json.dumps(envelope))
    expect(line(page)).to_contain_text("In progress")


DEEP = "[" * 100_000 + "]" * 100_000


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("not json", "damaged"),
        (DEEP, "no work"),
        ("[]", "no work"),
        ("null", "no work"),
        ('{"course": "cooking", "format": 2, "work": []}', "another course"),
        ('{"course": "working-together-on-migration", "format": 9, "work": []}', "another edition"),
        ('{"course": "working-together-on-migration", "format": 2, "work": {}}', "no work"),
        (b"\xff\xfe\x00", "damaged"),
        ("x" * 600_000, "too large"),
    ],
    ids=["no-json", "deep", "list", "null", "other-course", "other-format", "no-list", "no-text", "large"],
)
def test_a_file_that_is_no_work_gets_a_plain_sentence(page_at, content, message):
    page = page_at(PAGE)
    bring_in(page, content)
    expect(page.locator(".work-said")).to_contain_text(message)
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_hostile_entries_are_left_out_and_named(page_at):
    page = page_at(PAGE)
    entries = [
        {"exercise": "__proto__", "version": "00000000", "answer": {}},
        {"exercise": "harbour-cities", "version": "../../mode", "answer": {}},
        {"exercise": "harbour-cities", "answer": "<img src=x onerror=alert(1)>"},
        {"exercise": "harbour-cities", "version": 12345678, "answer": {}},
        {"exercise": "harbour-cities", "version": ["00000000"], "answer": {}},
        None,
        7,
    ]
    file = {
        "course": "working-together-on-migration",
        "format": 2,
        "work": entries,
        "notes": {"__proto__": "x", "a": 5},
    }
    bring_in(page, json.dumps(file))
    expect(page.get_by_text("7 answers could not be read")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage).filter((key) => !key.startsWith('note/')).length") == 0
    assert page.locator("img[src=x]").count() == 0


def test_the_portfolio_prints_answers_and_notes_in_words(new_context):
    page = opened(with_work(new_context), PAGE)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.get_by_text("Convener: City of Marrow Bay.")).to_be_visible()
    expect(page.get_by_role("button", name="Export everything")).not_to_be_visible()


def test_deleting_asks_first_and_then_leaves_nothing(new_context):
    context = with_work(new_context)
    page = opened(context, PAGE)
    page.get_by_role("button", name="Delete everything").click()
    page.keyboard.press("Enter")  # the focus stands on the careful choice
    expect(line(page)).to_contain_text("1 check")
    delete = page.get_by_role("button", name="Delete everything", exact=True)
    expect(delete).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(delete).to_be_focused()
    page.get_by_role("button", name="Delete everything", exact=True).click()
    page.get_by_role("button", name="Yes, delete everything").click()
    expect(line(page)).to_contain_text("Not started")
    expect(delete).to_be_focused()
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_an_answer_that_cannot_be_read_takes_nothing_else_away(new_context):
    context = with_work(new_context)
    page = opened(context, PAGE)
    page.evaluate(
        """() => {
          const key = Object.keys(localStorage).find((name) => name.includes('/harbour-cities/'));
          localStorage.setItem(key, JSON.stringify({ answer: { actors: 5 } }));
          localStorage.setItem(`unreadable/${key}`, 'not json');
        }"""
    )
    page.reload()
    expect(line(page)).to_contain_text("This answer cannot be read")
    expect(page.get_by_text("Answers that could not be read and were set aside: 1")).to_be_visible()
    assert '"actors":5' in exported(page)
    assert "not json" in exported(page)
    assert axe_violations(page) == []
    page.get_by_role("button", name="Delete everything", exact=True).click()
    page.get_by_role("button", name="Yes, delete everything").click()
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_two_open_pages_do_not_redraw_each_other(new_context):
    context = with_work(new_context)
    pages = [opened(context, PAGE), opened(context, PAGE)]
    pages[1].wait_for_timeout(500)  # until what the second told the first in opening has arrived
    for page in pages:
        page.evaluate("addEventListener('storage', () => (window.news = (window.news ?? 0) + 1))")
    pages[0].evaluate("localStorage.setItem('mode', 'dark')")  # news for the other, which draws again
    pages[1].wait_for_function("window.news > 0")
    pages[1].wait_for_timeout(500)
    assert [page.evaluate("window.news ?? 0") for page in pages] == [0, 1]
