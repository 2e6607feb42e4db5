"""The designer's further exercises: payloads, functions, a repair, and what can be done with a design afterwards."""

import pytest
from playwright.sync_api import expect

from tests.browser.book import axe_violations, settle

STRESS = "Stress test"
NEAREST = "Three real initiatives"


def press(opened, target):
    """Tap on a touch screen, click elsewhere."""
    is_touch = opened.page.evaluate("navigator.maxTouchPoints > 0")
    target.tap() if is_touch else target.click()


def place(opened, *actors):
    for actor in actors:
        press(opened, opened.section.locator(f'[data-waiting="{actor}"]'))


def card(opened, actor):
    return opened.section.locator(f'.designer-bench [data-actor="{actor}"]')


def tie(opened, ends, purpose, *, both=False, carries=None):
    for actor in ends:
        press(opened, card(opened, actor))
    form = opened.page.get_by_role("dialog")
    form.get_by_role("radio", name=purpose, exact=True).check()
    if both:
        form.get_by_role("radio", name="Both ways", exact=True).check()
    if carries:
        form.get_by_label("What does it carry?").select_option(carries)
    form.get_by_role("button", name="Add the tie").click()
    form.wait_for(state="hidden")


def after(opened, title):
    return opened.section.locator("details.designer-after", has_text=title)


OVER_LEVEL_NAMES = """canvas => {
  const names = [...canvas.querySelectorAll(".designer-level")].map((name) => name.getBoundingClientRect().right);
  return [...canvas.querySelectorAll(".designer-chip")]
    .filter((chip) => chip.getBoundingClientRect().left < Math.max(...names)).map((chip) => chip.textContent);
}"""


@pytest.mark.parametrize("name", ["jobs-for-the-young", "basin-and-forum", "fair-corridor", "too-many-cooks"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_what_a_tie_says_stays_off_the_names_of_the_levels(exercise_at, name, language):
    opened = exercise_at(name)
    opened.import_answer(opened.solution.model.answer)
    opened.page.evaluate("language => localStorage.setItem('language', language)", language)
    opened.page.reload()
    canvas = opened.section.locator(".designer-bench .designer-canvas")
    expect(canvas.locator(".designer-chip").first).to_be_visible()
    settle(opened.page)
    assert canvas.evaluate(OVER_LEVEL_NAMES) == []


@pytest.mark.parametrize("name", ["jobs-for-the-young", "basin-and-forum", "fair-corridor", "too-many-cooks"])
def test_no_barriers_on_a_phone_in_any_state(exercise_at, name):
    exercise_at(name, width=360, touch=True).expect_no_barriers_in_any_state()


def test_no_barriers_in_the_dark_on_a_wide_screen(exercise_at):
    exercise_at("fair-corridor", dark=True).expect_no_barriers_in_any_state()


def test_a_loop_with_payloads_is_drawn_with_the_mouse(exercise_at):
    opened = exercise_at("basin-and-forum")
    place(opened, "rcp_a", "rcp_b", "gforum", "v_fp")
    tie(opened, ("rcp_a", "gforum"), "inform", carries="test_result")
    tie(opened, ("gforum", "rcp_a"), "inform", carries="recommendation")
    tie(opened, ("rcp_a", "gforum"), "monitor", carries="data")
    tie(opened, ("rcp_a", "rcp_b"), "learn", both=True, carries="practice_note")
    tie(opened, ("v_fp", "rcp_a"), "inform")
    assert [drawn["payload"] for drawn in opened.answer["ties"]] == [
        "test_result", "recommendation", "data", "practice_note", None,
    ]  # fmt: skip
    opened.check()
    opened.expect_passed()


def test_a_vertical_design_is_made_by_touch_on_a_phone(exercise_at):
    opened = exercise_at("jobs-for-the-young", width=360, touch=True)
    place(opened, "mol", "d_north", "d_coast", "cec")
    tie(opened, ("mol", "d_north"), "learn", both=True)
    tie(opened, ("mol", "d_coast"), "fund")
    tie(opened, ("mol", "cec"), "inform")
    opened.check()
    opened.expect_passed()
    expect(opened.section.locator(".exercise-unmet > li")).to_have_count(1)  # only governments take part


def test_functions_are_shared_out_with_the_keyboard_alone(exercise_at):
    opened = exercise_at("fair-corridor")
    answer = opened.solution.model.answer
    functions = {name: {"lead": None, "support": []} for name in answer["functions"]}
    opened.import_answer({**answer, "functions": functions, "convener": None})
    for task, name in [
        ("f_recruit", "Velmora"), ("f_predep", "Velmoran u"), ("f_complaint", "Legal"), ("f_remit", "PayHome"),
    ]:  # fmt: skip
        opened.choose_by_keyboard(f'[data-task="{task}"] select', name)
    leads = {task: share["lead"] for task, share in opened.answer["functions"].items()}
    assert leads == {"f_recruit": "v_mol", "f_predep": "v_union", "f_complaint": "ngo", "f_remit": "rsp"}

    opened.press_until("Tab", '[data-task="f_remit"] summary')
    opened.page.keyboard.press("Enter")
    opened.press_until("Tab", '[data-task="f_remit"] input[value="dias"]')
    opened.page.keyboard.press("Space")
    assert opened.answer["functions"]["f_remit"] == {"lead": "rsp", "support": ["dias"]}
    opened.press_until("Tab", ".designer-choices select")
    opened.page.keyboard.type("Hestria", delay=10)
    assert opened.answer["convener"] == "h_mol"
    opened.tab_to(opened.button("Check", exact=True))
    opened.page.keyboard.press("Enter")
    opened.expect_passed()


def test_who_leaves_the_canvas_leaves_every_function(exercise_at):
    opened = exercise_at("fair-corridor")
    opened.import_answer(opened.solution.model.answer)
    card(opened, "rsp").click()
    opened.button("Take off the canvas").click()
    assert opened.answer["functions"]["f_remit"] == {"lead": None, "support": ["dias"]}
    card(opened, "io").click()
    opened.button("Take off the canvas").click()
    assert opened.answer["functions"]["f_recruit"] == {"lead": "v_mol", "support": ["recr"]}


def test_a_repair_opens_on_the_broken_design_counts_and_returns_to_it(exercise_at):
    opened = exercise_at("too-many-cooks")
    count = opened.section.locator(".designer-count")
    expect(count).to_have_text("0 changes so far")
    expect(opened.section.locator(".designer-tie")).to_have_count(4)
    expect(opened.section.get_by_text("Not started")).to_be_visible()
    hotline = opened.section.get_by_label("Hotline: who leads?")
    expect(hotline.locator("option").first).to_have_text("Harbour Aid, Bridge Home")
    hotline.select_option("ngo_a")
    expect(count).to_have_text("1 change so far")
    opened.section.get_by_role("radio", name="informed choice").check()
    opened.section.get_by_label("How often do they meet?").fill("6")
    tie(opened, ("c_bay", "m_int"), "align", both=True)
    expect(count).to_have_text("4 changes so far")
    opened.button("Undo").click()
    expect(count).to_have_text("3 changes so far")
    assert opened.answer["functions"]["f_hotline"] == {"lead": "ngo_a", "support": []}
    opened.button("Reset").click()
    opened.button("Yes").click()
    expect(count).to_have_text("0 changes so far")
    assert opened.answer["functions"]["f_hotline"] == {"lead": ["ngo_a", "ngo_b"]}


def test_a_repair_passes_from_its_start_to_a_good_answer_in_the_list(exercise_at):
    opened = exercise_at("too-many-cooks", width=360, touch=True)
    opened.check()
    opened.expect_verdict("Not yet")
    opened.button("List", exact=True).tap()
    for start, end, purpose, both in [
        ("c_bay", "m_int", "align", True), ("c_bay", "ngo_a", "coordinate", True),
        ("c_bay", "ngo_b", "coordinate", True), ("ngo_a", "ngo_b", "deliver", True), ("mig", "c_bay", "consult", True),
    ]:  # fmt: skip
        opened.section.get_by_label("From").select_option(start)
        opened.section.get_by_label("To", exact=True).select_option(end)
        opened.section.get_by_label("What is it for?").select_option(purpose)
        opened.section.get_by_role("checkbox", name="Both ways").set_checked(both)
        opened.button("Add", exact=True).tap()
    for task, lead in {
        "Hotline": "ngo_a",
        "Help to find work": "c_bay",
        "Shared register": "ngo_a",
        "Legal": "ngo_b",
    }.items():
        opened.section.get_by_label(task).first.select_option(lead)
    opened.section.get_by_label("Who convenes?").select_option("c_bay")
    opened.section.get_by_label("How often do they meet?").fill("4")
    opened.section.get_by_role("radio", name="informed choice").check()
    opened.check()
    opened.expect_passed()


def test_a_checked_design_is_put_under_stress_and_stays_as_it_is(exercise_at):
    opened = exercise_at("fair-corridor")
    opened.import_answer(opened.solution.model.answer)
    expect(after(opened, STRESS)).to_have_count(0)
    opened.check()
    expect(after(opened, STRESS)).not_to_have_attribute("open", "")
    after(opened, STRESS).locator("summary").click()
    goes_wrong = opened.section.get_by_label("Something goes wrong")
    goes_wrong.select_option(label="Legal aid centre leaves")
    damage = opened.section.locator(".designer-damage")
    expect(damage).to_contain_text("Left without a lead who can reach anyone: Complaints and legal help.")
    expect(damage).to_contain_text("Falls silent, without a line to anyone: Legal aid centre.")
    canvas = after(opened, STRESS).locator(".designer-canvas")
    expect(canvas.locator(".designer-card.is-lost")).to_have_count(1)
    expect(canvas.locator(".designer-line.is-lost")).to_have_count(1)
    goes_wrong.select_option(label="Velmora labour ministry leaves")
    expect(damage).to_contain_text("Without a convener now: Hestria labour ministry")
    goes_wrong.select_option(index=11)
    expect(canvas.locator(".designer-line.is-lost")).to_have_count(1)
    expect(canvas.locator(".designer-card.is-lost")).to_have_count(0)
    assert opened.answer == opened.solution.model.answer
    expect(opened.section.get_by_text("You have changed your answer")).to_have_count(0)
    assert axe_violations(opened.page) == []


def test_a_checked_design_is_shown_three_real_initiatives(exercise_at):
    opened = exercise_at("jobs-for-the-young", width=360, touch=True)
    opened.import_answer(opened.solution.model.answer)
    opened.check()
    after(opened, NEAREST).locator("summary").tap()
    expect(opened.section.get_by_text("structure, not quality")).to_be_visible()
    cases = opened.section.locator(".designer-case")
    expect(cases).to_have_count(3)
    near = cases.filter(has_text="Youth, Employment and Migration")
    expect(near).to_contain_text("Both work on: National, Local, Global.")
    expect(near).to_contain_text("In both, all ties run up and down.")
    expect(near).to_contain_text("What became of it:")
    settle(opened.page)
    assert axe_violations(opened.page) == []
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    near.get_by_role("link", name="in the atlas").tap()
    expect(opened.page.get_by_role("dialog")).to_contain_text("Youth, Employment and Migration")
