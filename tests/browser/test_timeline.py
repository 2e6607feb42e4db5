"""A timeline is ordered by buttons, by dragging, by keyboard alone and by thumb; dates wait for the check."""

import pytest
from playwright.sync_api import expect

from tests.browser.exercise_page import open_exercise
from tests.browser.harbour_page import drag

ID = "cairo-to-marrakech"
STATED = {"cause": "hld1", "effect": "gfmd1"}


def waiting(exercise, id_):
    return exercise.section.locator(f'[data-waiting="{id_}"]')


def row(exercise, id_):
    return exercise.section.locator(f'.timeline-work [data-milestone="{id_}"]')


def draw(exercise, cause, effect):
    exercise.section.get_by_label("Cause").select_option(cause)
    exercise.section.get_by_label("Effect").select_option(effect)
    exercise.button("Draw the arrow").click()


def test_a_line_is_made_with_the_mouse(page_at):
    exercise = open_exercise(page_at, ID)
    model = exercise.solution.model.answer
    for id_ in model["order"]:
        waiting(exercise, id_).click()
    expect(exercise.section.locator("[data-waiting]")).to_have_count(0)
    for link in model["links"]:
        draw(exercise, link["cause"], link["effect"])
    assert exercise.answer == model
    expect(exercise.section.locator(".timeline-work .timeline-arc")).to_have_count(2)
    exercise.check()
    exercise.expect_passed()


def test_buttons_move_a_milestone_and_keep_the_focus(page_at):
    exercise = open_exercise(page_at, ID)
    exercise.import_answer({"order": ["berne", "icpd", "gcim"], "links": []})
    up = exercise.button("Earlier: International Conference")
    up.click()
    assert exercise.answer["order"] == ["icpd", "berne", "gcim"]
    expect(up).to_be_focused()
    up.click(force=True)  # at the top already
    assert exercise.answer["order"] == ["icpd", "berne", "gcim"]
    exercise.button("Later: Berne").click()
    assert exercise.answer["order"] == ["icpd", "gcim", "berne"]
    expect(exercise.section.get_by_role("status")).to_contain_text("place 3 of 3")
    exercise.button("Undo").click()
    assert exercise.answer["order"] == ["icpd", "berne", "gcim"]


def test_milestones_are_dragged_within_the_line_and_onto_it(page_at):
    exercise = open_exercise(page_at, ID, height=1600)
    exercise.import_answer({"order": ["berne", "gcim", "hld1"], "links": []})
    drag(exercise.page, row(exercise, "hld1"), row(exercise, "berne").locator(".timeline-node"))
    order = exercise.answer["order"]
    assert order.index("hld1") < order.index("gcim")
    drag(exercise.page, waiting(exercise, "icpd"), row(exercise, order[-1]))
    assert set(exercise.answer["order"]) == {"berne", "gcim", "hld1", "icpd"}
    expect(waiting(exercise, "icpd")).to_have_count(0)
    before = exercise.answer
    drag(exercise.page, row(exercise, "berne"), exercise.button("Draw the arrow"))  # beside the line: nothing happens
    assert exercise.answer == before


def test_a_line_is_made_with_the_keyboard_alone(page_at):
    exercise = open_exercise(page_at, ID)
    keyboard = exercise.page.keyboard
    for id_ in ["icpd", "berne", "gcim", "gfmd1", "hld1", "add", "hld2", "sdg", "nyd", "gcm"]:
        here = f'[data-waiting="{id_}"]'
        place = "element => element ? [...document.querySelectorAll('[data-waiting]')].indexOf(element) : -1"
        now = exercise.page.evaluate(f"({place})(document.activeElement.closest('[data-waiting]'))")
        wanted = waiting(exercise, id_).evaluate(place)
        exercise.press_until("Tab" if wanted >= now else "Shift+Tab", here)
        keyboard.press("Enter")
    exercise.press_until("Shift+Tab", '[data-move="hld1-up"]')
    keyboard.press("Space")
    assert exercise.answer["order"] == exercise.solution.model.answer["order"]
    for steps in [(4, 5), (9, 10)]:
        exercise.press_until("Tab", ".timeline-draw select")
        for times in steps:
            for _ in range(times):
                keyboard.press("ArrowDown")
            keyboard.press("Tab")
        keyboard.press("Enter")
        exercise.press_until("Shift+Tab", ".timeline-steps button")
    assert exercise.answer == exercise.solution.model.answer
    exercise.press_until("Tab", ".exercise-toolbar .is-main")
    keyboard.press("Enter")
    exercise.expect_passed()


def test_a_line_is_made_by_thumb_on_a_phone(page_at):
    exercise = open_exercise(page_at, ID, width=360, touch=True)
    for id_ in ["gcim", "icpd", *exercise.solution.model.answer["order"][3:]]:
        waiting(exercise, id_).tap()
    waiting(exercise, "berne").tap()
    exercise.button("Earlier: International Conference").tap()
    for _ in range(8):
        exercise.button("Earlier: Berne").tap()
    for cause, effect in [("hld1", "gfmd1"), ("gcim", "hld1")]:
        exercise.section.get_by_label("Cause").select_option(cause)
        exercise.section.get_by_label("Effect").select_option(effect)
        exercise.button("Draw the arrow").tap()
    exercise.expect_fit_for_thumbs()
    exercise.button("Check", exact=True).tap()
    exercise.expect_passed()


def test_dates_and_evidence_wait_for_the_check(page_at):
    exercise = open_exercise(page_at, ID)
    exercise.import_answer(
        {**exercise.solution.alternative.answer, "links": [STATED, {"cause": "gfmd1", "effect": "add"}]}
    )
    work = exercise.section.locator(".exercise-work")
    for text in ["1994", "July 2007", "Stated in a source", "Not supported"]:
        expect(work).not_to_contain_text(text)
    exercise.check()
    for text in ["September 1994", "July 2007", "Stated in a source.", "Not supported.", "claims no cause"]:
        expect(work).to_contain_text(text)
    draw(exercise, "nyd", "gcm")
    expect(work.locator(".timeline-arrow").nth(2)).to_contain_text("New York Declaration")
    expect(work).not_to_contain_text("Well documented")
    exercise.check()
    expect(work).to_contain_text("Well documented.")


def test_an_arrow_needs_two_different_ends_and_is_drawn_once(page_at):
    exercise = open_exercise(page_at, ID)
    exercise.import_answer({**exercise.solution.model.answer, "links": [STATED]})
    exercise.button("Draw the arrow").click()
    expect(exercise.section.get_by_text("Choose a cause and an effect.")).to_be_visible()
    draw(exercise, "hld1", "hld1")
    expect(exercise.section.get_by_text("An arrow needs two different milestones.")).to_be_visible()
    draw(exercise, "hld1", "gfmd1")
    expect(exercise.section.get_by_text("This arrow is drawn already.")).to_be_visible()
    exercise.button("Remove arrow 1").click()
    assert exercise.answer["links"] == []
    expect(exercise.section.get_by_role("heading", name="Arrows (0)")).to_be_focused()


def test_arrows_run_beside_the_line_and_never_over_its_cards(page_at):
    for width in [1280, 360]:
        exercise = open_exercise(page_at, ID, width=width)
        links = [STATED, {"cause": "nyd", "effect": "gcm"}, {"cause": "gcim", "effect": "hld1"}]
        links += [{"cause": "gcm", "effect": "icpd"}, {"cause": "icpd", "effect": "sdg"}]
        exercise.import_answer({**exercise.solution.model.answer, "links": links})
        expect(exercise.section.locator(".timeline-work .timeline-arc")).to_have_count(5)
        crossed = exercise.section.locator(".timeline-work .timeline-line").evaluate(
            """line => {
              const cards = [...line.querySelectorAll(".timeline-name")].map((card) => card.getBoundingClientRect());
              return [...line.querySelectorAll(".timeline-arc i, .timeline-arc b")].filter((part) => {
                const box = part.getBoundingClientRect();
                return box.left < 0 || cards.some(({ left }) => box.right > left);
              }).length;
            }"""
        )
        assert crossed == 0


@pytest.mark.parametrize("device", [{}, {"width": 360, "dark": True}], ids=["wide", "phone-dark"])
def test_no_state_has_a_barrier(page_at, device):
    open_exercise(page_at, ID, **device).expect_no_barriers_in_any_state()
