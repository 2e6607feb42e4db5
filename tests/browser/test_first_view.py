"""What an exercise shows before its script runs, and how the script takes it over."""

import pytest
from playwright.sync_api import expect

from tests.browser.book import BOOK, settle

PAGES = sorted((BOOK / "exercises").glob("*.html"))
EXERCISES = [path.stem for path in PAGES if '<div class="exercise-live">' in path.read_text(encoding="utf-8")]

# Scripts that are deferred run right after the page says that it is interactive.
BEFORE_THE_SCRIPTS = """
document.addEventListener("readystatechange", () => {
  if (document.readyState === "interactive") ACTION
});
"""


def at_interactive(new_context, name, action):
    """Open the page of an exercise and do something between its reading and its scripts."""
    context = new_context()
    context.add_init_script(BEFORE_THE_SCRIPTS.replace("ACTION", action))
    page = context.new_page()
    page.goto((BOOK / f"exercises/{name}.html").as_uri())
    page.locator(".exercise.is-live").wait_for()
    settle(page)
    return page


def test_every_exercise_with_a_page_has_a_first_view_but_the_one_that_brings_in_earlier_work():
    assert {path.stem for path in PAGES} - set(EXERCISES) <= {"partnership-dossier", "index"}


@pytest.mark.parametrize("name", EXERCISES)
def test_the_first_view_that_was_taken_over_is_the_one_that_the_script_would_draw(new_context, name):
    taken_over = at_interactive(new_context, name, 'window.drawn = document.querySelector(".exercise-frame")')
    assert taken_over.evaluate('window.drawn === document.querySelector(".exercise-frame")')
    drawn = at_interactive(new_context, name, 'document.querySelector(".exercise-live").remove()')
    frame = ".exercise-frame >> xpath=self::*"
    assert taken_over.locator(frame).evaluate(AS_SEEN) == drawn.locator(frame).evaluate(AS_SEEN)


AS_SEEN = """
(frame) => {
  for (const element of frame.querySelectorAll("*")) {
    const sorted = [...element.attributes].sort((one, other) => (one.name < other.name ? -1 : 1));
    for (const { name, value } of sorted) {
      element.removeAttribute(name);
      element.setAttribute(name, value);
      if (name === "style") element.style.cssText = element.style.cssText; // as the browser writes it
    }
    for (const name of ["checked", "selected", "value"]) {
      if (name in element) element.setAttribute(`now-${name}`, String(element[name]));
      element.removeAttribute(name);
    }
  }
  frame.normalize();
  return frame.innerHTML;
}
"""


@pytest.mark.parametrize("name", EXERCISES)
def test_without_a_script_the_form_for_paper_is_shown_and_no_dead_button(page_at, name):
    page = page_at(f"exercises/{name}.html", java_script_enabled=False)
    expect(page.locator(".exercise-paper").first).to_be_visible()
    expect(page.locator(".exercise-live").first).to_be_hidden()


def test_what_is_pressed_before_the_script_runs_is_done_once_it_does(new_context):
    page = at_interactive(new_context, "harbour-cities", 'document.querySelector("[data-waiting]").click()')
    expect(page.locator(".designer-canvas [data-actor]")).to_have_count(1)


@pytest.mark.parametrize(("pressed", "shown"), [("Hint", ".exercise-hints li"), ("List", ".designer-list")])
def test_what_opens_something_early_opens_it(new_context, pressed, shown):
    press = f"""[...document.querySelectorAll(".exercise-live button")]
      .find(({{ textContent }}) => textContent.trim().startsWith("{pressed}")).click()"""
    page = at_interactive(new_context, "harbour-cities", press)
    expect(page.locator(shown)).to_have_count(1)


def test_who_has_begun_sees_the_own_work_and_not_the_first_view(page_at):
    page = page_at("exercises/harbour-cities.html")
    page.locator("[data-waiting]").first.click()
    settle(page)
    page.reload()
    page.locator(".exercise.is-live").wait_for()
    expect(page.locator(".designer-canvas [data-actor]")).to_have_count(1)
    expect(page.locator(".exercise-live")).to_have_count(1)
