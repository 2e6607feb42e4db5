"""Items are matched to categories by mouse, by keyboard alone and by thumb; the words above them step back."""

import pytest
from playwright.sync_api import expect

from tests.browser.exercise_page import open_exercise

IDS = ["what-went-wrong", "name-that-c", "twelve-ties"]


def item(exercise, number):
    return exercise.section.locator(".matching-item").nth(number - 1)


def test_scenes_are_matched_with_the_mouse(page_at):
    exercise = open_exercise(page_at, "what-went-wrong")
    names = ["Unclear objectives", "Undermining", "Confusion", "Duplication", "Competition", "Competition"]
    for number, name in enumerate(names, 1):
        item(exercise, number).get_by_text(name, exact=True).click()
    exercise.section.get_by_text("An agreed aim, and regular consultation").first.click()
    expect(exercise.section.get_by_text("Everything has an answer.")).to_be_visible()
    assert exercise.answer == exercise.solution.alternative.answer
    exercise.check()
    exercise.expect_passed()


def test_scenes_are_matched_with_the_keyboard_alone(page_at):
    exercise = open_exercise(page_at, "what-went-wrong")
    steps = {"confusion": 0, "competition": 1, "unclear_objectives": 2, "duplication": 3, "undermining": 4}
    for scene, consequence in exercise.solution.model.answer["match"].items():
        exercise.press_until("Tab", f'[data-item="{scene}"] input')
        exercise.page.keyboard.press("Space")
        for _ in range(steps[consequence]):
            exercise.page.keyboard.press("ArrowDown")
    exercise.press_until("Tab", ".matching-choices input")
    exercise.page.keyboard.press("Space")
    exercise.page.keyboard.press("ArrowDown")
    assert exercise.answer == exercise.solution.model.answer
    exercise.press_until("Tab", ".exercise-toolbar .is-main")
    exercise.page.keyboard.press("Enter")
    exercise.expect_passed()


def test_ties_are_placed_by_thumb_on_a_phone(page_at):
    exercise = open_exercise(page_at, "twelve-ties", width=360, touch=True)
    names = {"H": "Across", "V": "Up and down"}
    for number, given in enumerate(exercise.solution.model.answer["ties"].values(), 1):
        item(exercise, number).get_by_text(names[given["dir"]], exact=True).tap()
        for level in given["levels"].split("-"):
            item(exercise, number).get_by_text(level.capitalize(), exact=True).tap()
    exercise.expect_fit_for_thumbs()
    exercise.button("Check", exact=True).tap()
    exercise.expect_passed()
    assert exercise.answer["ties"]["t8"] == {"dir": "V", "levels": "regional-global"}


def test_no_third_level_can_be_ticked_and_one_can_be_taken_back(page_at):
    exercise = open_exercise(page_at, "twelve-ties")
    levels = item(exercise, 3).get_by_role("group", name="Levels")
    levels.get_by_role("checkbox", name="Regional").check()
    levels.get_by_role("checkbox", name="Local").check()
    assert exercise.answer == {"ties": {"t3": {"dir": None, "levels": "local-regional"}}}
    expect(levels.get_by_role("checkbox", name="Global")).to_be_disabled()
    levels.get_by_role("checkbox", name="Local").uncheck()
    expect(levels.get_by_role("checkbox", name="Global")).to_be_enabled()
    levels.get_by_role("checkbox", name="Regional").uncheck()
    assert exercise.answer == {"ties": {"t3": {"dir": None, "levels": None}}}
    exercise.button("Undo").click()
    assert exercise.answer == {"ties": {"t3": {"dir": None, "levels": "regional"}}}


def test_the_way_to_what_is_open_leads_to_the_empty_column(page_at):
    exercise = open_exercise(page_at, "twelve-ties")
    levels_left_open = {"ties": {"t1": {"dir": "H", "levels": "local"}, "t2": {"dir": "H", "levels": None}}}
    exercise.import_answer(levels_left_open)
    expect(exercise.section.get_by_text("1 of 12 done.")).to_be_visible()
    exercise.button("Go to the next open one").click()
    assert exercise.page.evaluate(
        "document.activeElement.closest('[data-item]').dataset.item + ' ' + document.activeElement.value"
    ) == ("t2 local")


def test_definitions_stay_in_sight_until_the_second_check(page_at):
    exercise = open_exercise(page_at, "name-that-c")
    definition = exercise.section.get_by_text("Working or acting together.")
    expect(definition).to_be_visible()
    exercise.check()
    expect(definition).to_be_visible()
    exercise.check()
    expect(definition).to_be_hidden()
    exercise.section.get_by_text("The definitions again").click()
    expect(definition).to_be_visible()
    exercise.button("Reset").click()
    exercise.button("Yes, clear").click()
    expect(exercise.section.get_by_text("The definitions again")).to_have_count(0)
    expect(definition).to_be_visible()


def test_an_answer_survives_a_reload(page_at):
    exercise = open_exercise(page_at, "name-that-c")
    item(exercise, 8).get_by_role("radio", name="Consultation").check()
    exercise.page.reload()
    expect(item(exercise, 8).get_by_role("radio", name="Consultation")).to_be_checked()


@pytest.mark.parametrize("exercise_id", IDS)
@pytest.mark.parametrize("device", [{}, {"width": 360, "dark": True}], ids=["wide", "phone-dark"])
def test_no_state_has_a_barrier(page_at, exercise_id, device):
    open_exercise(page_at, exercise_id, **device).expect_no_barriers_in_any_state()
