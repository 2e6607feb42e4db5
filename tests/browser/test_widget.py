"""The exercise in Jupyter: the module of the widget with a model as a notebook keeps it."""

import json

import pytest
from playwright.sync_api import expect

from coursekit import exercise
from coursekit.frontend.assets import read_asset
from tests.browser.harbour_page import LEARNING_CITIES, MINISTRY_LEADS

MODEL = """async ({ code, traits }) => {
  const listeners = {};
  globalThis.model = {
    get: (name) => traits[name],
    set(name, value) {
      const isNew = JSON.stringify(traits[name]) !== JSON.stringify(value);
      traits[name] = value;
      if (isNew) listeners[`change:${name}`]?.(); // as models in Jupyter do, before the next trait is set
    },
    save_changes() {},
    on: (event, listener) => (listeners[event] = listener),
    off() {},
    // As Jupyter does with what Python has changed: all of it first, then the news of each.
    receive(changed) {
      Object.assign(traits, changed);
      for (const name of Object.keys(changed)) listeners[`change:${name}`]?.();
    },
  };
  const place = document.createElement("div");
  document.body.replaceChildren(place);
  const module = await import(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
  module.default.render({ model, el: place });
}"""


def shown(page, widget):
    """Show a widget with what Python has set before."""
    traits = {"payload": widget.payload, "answer": widget.answer, "result": widget.result}
    page.evaluate(MODEL, {"code": read_asset("widget.js"), "traits": json.loads(json.dumps(traits))})
    return page


@pytest.fixture
def widget_page(page_at):
    return shown(page_at("book/my-work.html"), exercise("harbour-cities"))


def graded(answer):
    widget = exercise("harbour-cities")
    widget.answer = answer
    return dict(widget.check())


def test_answer_and_result_set_at_once_both_arrive(widget_page):
    result = graded(LEARNING_CITIES)
    widget_page.evaluate("changed => model.receive(changed)", {"answer": LEARNING_CITIES, "result": result})
    expect(widget_page.get_by_role("heading", name="Passed")).to_be_visible()
    assert widget_page.evaluate("model.get('answer')") == LEARNING_CITIES
    assert widget_page.evaluate("model.get('result').points") == result["points"]


def test_what_python_set_before_is_shown_and_worked_on(page_at):
    widget = exercise("harbour-cities")
    widget.answer = LEARNING_CITIES
    widget.check()
    page = shown(page_at("book/my-work.html"), widget)
    expect(page.get_by_role("heading", name="Passed")).to_be_visible()
    expect(page.locator(".designer-bench [data-actor]")).to_have_count(len(LEARNING_CITIES["actors"]))
    page.locator('[data-waiting="c_selle"]').click()
    assert page.evaluate("model.get('answer').actors") == [*LEARNING_CITIES["actors"], "c_selle"]


def test_remarks_follow_the_grade_that_python_gives(widget_page):
    changed = {"answer": MINISTRY_LEADS, "result": graded(MINISTRY_LEADS)}
    widget_page.evaluate("changed => model.receive(changed)", changed)
    expect(widget_page.locator(".exercise-remark")).to_have_count(1)
    changed = {"answer": LEARNING_CITIES, "result": graded(LEARNING_CITIES)}
    widget_page.evaluate("changed => model.receive(changed)", changed)
    expect(widget_page.get_by_role("heading", name="Passed")).to_be_visible()
    expect(widget_page.locator(".exercise-remark")).to_have_count(0)


def test_a_fresh_start_takes_answer_and_result_from_python(widget_page):
    changed = {"answer": MINISTRY_LEADS, "result": graded(MINISTRY_LEADS)}
    widget_page.evaluate("changed => model.receive(changed)", changed)
    widget_page.get_by_role("button", name="Reset").click()
    widget_page.get_by_role("button", name="Yes, clear").click()
    assert widget_page.evaluate("model.get('result')") == {}
    assert widget_page.evaluate("model.get('answer').actors") == []
    expect(widget_page.locator(".exercise-verdict")).to_have_count(0)


def test_python_can_take_a_result_back(widget_page):
    changed = {"answer": LEARNING_CITIES, "result": graded(LEARNING_CITIES)}
    widget_page.evaluate("changed => model.receive(changed)", changed)
    widget_page.evaluate("() => model.receive({ result: {} })")
    expect(widget_page.get_by_role("heading", name="Passed")).to_have_count(0)
    assert widget_page.evaluate("model.get('result')") == {}
    assert widget_page.evaluate("model.get('answer')") == LEARNING_CITIES


def test_a_source_is_named_without_an_empty_link(widget_page):
    changed = {"answer": MINISTRY_LEADS, "result": graded(MINISTRY_LEADS)}
    widget_page.evaluate("changed => model.receive(changed)", changed)
    expect(widget_page.locator(".exercise-source").first).to_contain_text("Round Table 3 background paper")
    expect(widget_page.locator(".exercise-source a")).to_have_count(0)


def test_notebook_around_it_gets_no_letters_and_arrows_but_its_own_shortcuts(widget_page):
    widget_page.evaluate(
        """() => {
          window.heard = [];
          document.body.addEventListener("keydown", ({ key }) => window.heard.push(key));
        }"""
    )
    widget_page.get_by_role("button", name="Check", exact=True).focus()
    for key in ("b", "ArrowDown", "Control+s"):
        widget_page.keyboard.press(key)
    assert widget_page.evaluate("window.heard") == ["Control", "s"]
