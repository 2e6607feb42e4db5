"""A case conference is called by mouse, by keyboard alone and by thumb; the strip says what is still open."""

import pytest
from playwright.sync_api import expect

from tests.browser.exercise_page import open_exercise

ID = "case-conference"


def invitee(exercise, id_):
    return exercise.section.locator(f'.set-cover-invitees label:has(input[value="{id_}"])')


def test_seats_are_taken_with_the_mouse_and_the_strip_fills(page_at):
    exercise = open_exercise(page_at, ID)
    strip = exercise.section.locator(".set-cover-strip")
    model = exercise.solution.model.answer
    for seat in model["seats"]:
        invitee(exercise, seat).click()
    expect(strip).to_contain_text("8 of 8 facts covered · 10 seats taken · 11 at most")
    expect(exercise.section.locator('[data-fact="F6"]')).to_contain_text("Labour ministry, Family and social ministry")
    invitee(exercise, "city").click()
    expect(strip).to_contain_text("7 of 8 facts covered · 9 seats taken")
    expect(exercise.section.locator('[data-fact="F7"]')).to_contain_text("nobody yet")
    exercise.button("Undo").click()
    exercise.section.get_by_label("Who chairs?").select_option("pmo")
    assert sorted(exercise.answer["seats"]) == sorted(model["seats"])
    exercise.check()
    exercise.expect_passed()


def test_seats_are_taken_with_the_keyboard_alone(page_at):
    exercise = open_exercise(page_at, ID)
    order = exercise.section.locator(".set-cover-invitees input").evaluate_all(
        "inputs => inputs.map(({value}) => value)"
    )
    seats = exercise.solution.alternative.answer["seats"]
    for seat in sorted(seats, key=order.index):
        exercise.press_until("Tab", f'input[value="{seat}"]')
        exercise.page.keyboard.press("Space")
    exercise.press_until("Tab", "select")
    exercise.page.keyboard.press("ArrowDown")
    assert exercise.answer["chair"] == "plan"
    exercise.press_until("Tab", ".exercise-toolbar .is-main")
    exercise.page.keyboard.press("Enter")
    exercise.expect_passed()


def test_seats_are_taken_by_thumb_on_a_phone(page_at):
    exercise = open_exercise(page_at, ID, width=360, touch=True)
    for seat in exercise.solution.model.answer["seats"]:
        invitee(exercise, seat).tap()
    exercise.section.get_by_label("Who chairs?").select_option("pmo")
    exercise.expect_fit_for_thumbs()
    exercise.button("Check", exact=True).tap()
    exercise.expect_passed()


def test_what_a_change_opens_or_closes_is_said(page_at):
    exercise = open_exercise(page_at, ID)
    status = exercise.section.get_by_role("status")
    exercise.import_answer(exercise.solution.model.answer)
    invitee(exercise, "msoc").click()
    expect(status).to_have_text("Family and social ministry is not invited. 1 fact is open: F5.")
    invitee(exercise, "msoc").click()
    expect(status).to_have_text("Family and social ministry is invited. Somebody can act on every fact.")


def test_a_chair_who_leaves_the_room_is_named_as_absent(page_at):
    exercise = open_exercise(page_at, ID)
    exercise.import_answer(exercise.solution.model.answer)
    invitee(exercise, "pmo").click()
    expect(exercise.section.get_by_text("The chair you chose is not in the room.")).to_be_visible()
    assert exercise.answer["chair"] == "pmo"
    exercise.check()
    expect(exercise.section.get_by_text("Choose a chair from among those invited.")).to_be_visible()


@pytest.mark.parametrize("device", [{}, {"width": 360, "dark": True}], ids=["wide", "phone-dark"])
def test_no_state_has_a_barrier(page_at, device):
    open_exercise(page_at, ID, **device).expect_no_barriers_in_any_state()
