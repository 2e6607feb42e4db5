"""The partnership designer: a design is made by mouse, by touch, by keyboard and in the list."""

import pytest

from tests.browser.harbour_page import (
    COUNT_LINES_THROUGH_CARDS,
    LEARNING_CITIES,
    PAGE,
    button,
    card,
    check,
    choose_in_form,
    drag,
    exercise,
    import_answer,
    saved_answer,
    waiting,
)


def test_a_design_is_made_with_the_mouse(page_at):
    page = page_at(PAGE)
    waiting(page, "c_tan").click()
    waiting(page, "c_marrow").click()
    drag(page, waiting(page, "n_bay"), exercise(page).locator(".designer-canvas"))
    assert saved_answer(page)["actors"] == ["c_tan", "c_marrow", "n_bay"]

    drag(page, card(page, "c_tan"), card(page, "c_marrow"))
    choose_in_form(page, "learn", "Both ways")
    card(page, "n_bay").click()
    card(page, "c_marrow").click()
    choose_in_form(page, "deliver", "Both ways")
    exercise(page).get_by_label("Who convenes?").select_option("c_marrow")
    exercise(page).get_by_role("radio", name="welcom").check()
    assert saved_answer(page) == LEARNING_CITIES

    check(page)
    heading = exercise(page).get_by_role("heading", name="Passed")
    heading.wait_for()
    assert heading.evaluate("element => element === document.activeElement")


def test_an_actor_goes_with_its_ties_and_undo_brings_all_back(page_at):
    page = page_at(PAGE)
    import_answer(page, LEARNING_CITIES)
    card(page, "c_marrow").click()
    button(page, "Take off the canvas").click()
    assert saved_answer(page) == {
        "actors": ["c_tan", "n_bay"],
        "ties": [],
        "convener": None,
        "objective": "o_welcome",
    }
    page.keyboard.press("Control+z")
    assert saved_answer(page) == LEARNING_CITIES
    page.keyboard.press("Control+Shift+z")
    assert saved_answer(page)["ties"] == []
    button(page, "Undo").click()
    assert saved_answer(page) == LEARNING_CITIES


def test_a_tie_is_changed_and_removed_from_its_line_and_from_the_list(page_at):
    page = page_at(PAGE)
    import_answer(page, LEARNING_CITIES)
    exercise(page).locator(".designer-bench .designer-chip").first.click()
    form = page.get_by_role("dialog")
    form.get_by_role("radio", name="consult", exact=True).check()
    form.get_by_role("button", name="Save").click()
    assert saved_answer(page)["ties"][0]["purpose"] == "consult"
    button(page, "Remove tie 1").click()
    assert [tie["purpose"] for tie in saved_answer(page)["ties"]] == ["deliver"]
    button(page, "Edit tie 1").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove the tie").click()
    assert saved_answer(page)["ties"] == []


def press_until(page, key, selector, limit=120):
    for _ in range(limit):
        if page.evaluate("selector => document.activeElement?.matches(selector)", selector):
            return
        page.keyboard.press(key)
    pytest.fail(f"{key} never reached {selector}")


def test_a_design_is_made_with_the_keyboard_alone(page_at):
    page = page_at(PAGE)
    for actor in ["c_tan", "c_marrow", "n_bay"]:
        press_until_either_way(page, f'[data-waiting="{actor}"]')
        page.keyboard.press("Enter")
    assert saved_answer(page)["actors"] == ["c_tan", "c_marrow", "n_bay"]

    press_until(page, "Tab", '[data-actor="c_tan"]')
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    press_until(page, "Tab", "[name=purpose]")
    page.keyboard.press("Space")
    press_until(page, "Tab", "[name=direction]")
    page.keyboard.press("ArrowUp")  # from the first of three to the last: both ways
    page.keyboard.press("Enter")
    assert saved_answer(page)["ties"] == [LEARNING_CITIES["ties"][0]]
    assert page.evaluate("document.activeElement.dataset.actor") == "c_marrow"

    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.keyboard.press("Delete")
    assert saved_answer(page)["actors"] == ["c_marrow", "n_bay"]
    assert page.evaluate("document.activeElement.dataset.actor") == "c_marrow"
    page.keyboard.press("Control+z")
    assert len(saved_answer(page)["ties"]) == 1

    press_until(page, "Tab", "[data-remove]")
    page.keyboard.press("Delete")
    assert saved_answer(page)["ties"] == []
    assert page.evaluate("document.activeElement !== document.body")


def press_until_either_way(page, selector):
    """Forward or back, whichever way the element lies; focus has moved to a neighbour after placing."""
    for key in ["Tab", "Shift+Tab"]:
        for _ in range(12):
            if page.evaluate("selector => document.activeElement?.matches(selector)", selector):
                return
            page.keyboard.press(key)
    press_until(page, "Shift+Tab", selector)


def test_list_mode_makes_the_same_answer_and_is_remembered(page_at):
    page = page_at(PAGE)
    button(page, "List", exact=True).click()
    for name in ["City of Tanhult", "City of Marrow Bay", "Bay Families Network"]:
        exercise(page).get_by_role("checkbox", name=name).check()
    for start, end, purpose, both in [
        ("City of Tanhult", "City of Marrow Bay", "learn", True),
        ("Bay Families Network", "City of Marrow Bay", "deliver", True),
    ]:
        exercise(page).get_by_label("From").select_option(start)
        exercise(page).get_by_label("To", exact=True).select_option(end)
        exercise(page).get_by_label("What is it for?").select_option(purpose)
        exercise(page).get_by_role("checkbox", name="Both ways").set_checked(both)
        button(page, "Add", exact=True).click()
    exercise(page).get_by_label("Who convenes?").select_option("City of Marrow Bay")
    exercise(page).get_by_role("radio", name="welcom").check()
    assert saved_answer(page) == LEARNING_CITIES
    page.reload()
    assert button(page, "List", exact=True).get_attribute("aria-pressed") == "true"


def test_a_repeated_or_incomplete_tie_is_refused_with_a_reason(page_at):
    page = page_at(PAGE)
    import_answer(page, LEARNING_CITIES)
    button(page, "List", exact=True).click()
    button(page, "Add", exact=True).click()
    exercise(page).get_by_text("Choose both ends and a purpose.").wait_for()
    exercise(page).get_by_label("From").select_option("n_bay")
    exercise(page).get_by_label("To", exact=True).select_option("c_marrow")
    exercise(page).get_by_label("What is it for?").select_option("deliver")
    exercise(page).get_by_role("checkbox", name="Both ways").check()
    button(page, "Add", exact=True).click()
    exercise(page).get_by_text("This tie is on the canvas already.").wait_for()
    assert len(saved_answer(page)["ties"]) == 2


def test_a_phone_has_one_column_and_works_by_touch(page_at):
    page = page_at(PAGE, width=360, touch=True)
    waiting(page, "c_tan").tap()
    waiting(page, "c_marrow").tap()
    card(page, "c_tan").tap()
    card(page, "c_marrow").tap()
    choose_in_form(page, "learn", "Both ways")
    assert saved_answer(page)["ties"] == [LEARNING_CITIES["ties"][0]]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert exercise(page).locator(".designer-chip").first.inner_text().strip() == "1"
    first, second = card(page, "c_tan").bounding_box(), card(page, "c_marrow").bounding_box()
    assert abs(first["y"] - second["y"]) < 1  # two cards per row
    controls = exercise(page).locator("button:visible, select:visible")
    heights = controls.evaluate_all("controls => controls.map((control) => control.getBoundingClientRect().height)")
    assert min(heights) >= 38  # the two-way switch reaches 44 with its frame


def test_lines_never_run_through_cards(page_at):
    for width in [1280, 360]:
        page = page_at(PAGE, width=width)
        local = ["c_selle", "c_tan", "c_marrow", "n_welcome", "u_selle", "n_bay", "b_harbour"]
        actors = [*local, "m_int", "gcf"]
        ties = [{"from": "c_selle", "to": other, "both": False, "purpose": "learn"} for other in actors[1:]]
        ties += [{"from": "gcf", "to": other, "both": True, "purpose": "inform"} for other in actors[1:8]]
        import_answer(page, {"actors": actors, "ties": ties, "convener": None, "objective": None})
        canvas = exercise(page).locator(".designer-bench .designer-canvas")
        touched = canvas.evaluate(COUNT_LINES_THROUGH_CARDS)
        assert touched == 0, f"{touched} lines cross a card at {width} px"
