"""The coherence matrix in a real browser: pairs, fixes and the screening sheet by mouse, keys, thumb and selects."""

import re

import pytest
from playwright.sync_api import expect

from coursekit import find_exercise
from tests.browser.exercise_page import ExercisePage

RELATIONS = {"supports": "support", "conflicts": "conflict"}


class MatrixPage(ExercisePage):
    """The exercise Seven policies on one desk."""

    def cell(self, pair):
        return self.section.locator(f'[data-pair="{pair}"]')

    def choice(self, relation):
        return self.section.locator(".coherence-matrix-desk").get_by_role("radio", name=RELATIONS[relation])

    def fix(self, pair):
        one, other = pair.split("|")
        return self.section.get_by_role("combobox", name=re.compile(f"^{one} .* and {other} "))

    def sheet(self, policy):
        return self.section.locator(f'[data-screen="{policy}"]')

    def name_of(self, choice, key):
        return next(card["name"] for card in find_exercise(self.name).setting[key] if card["id"] == choice)


def desk(page_at, **device):
    return MatrixPage(page_at("exercises/seven-policies.html", **device), "seven-policies")


def fill_sheet(page, screen, *, press="click"):
    """Fill in the sheet, whose controls are those of every form."""
    for policy, screening in screen.items():
        sheet = page.sheet(policy)
        getattr(sheet.locator("summary"), press)()
        timing = "Before adoption" if screening["timing"] == "ex_ante" else "In force"
        getattr(sheet.locator("label").filter(has_text=timing), press)()
        for group in screening["groups"]:
            getattr(sheet.locator("label").filter(has_text=page.name_of(group, "groups")), press)()
        sheet.get_by_label("Which ministry answers for it?").select_option(screening["focal"])
        sheet.get_by_label("Something unknown?").select_option(screening["unknown"] or "")


def test_a_desk_is_worked_with_the_mouse(page_at):
    matrix = desk(page_at)
    model = matrix.solution.model.answer
    for pair, relation in model["pairs"].items():
        matrix.cell(pair).click()
        matrix.choice(relation).check()
    for pair, fix in model["fixes"].items():
        matrix.fix(pair).select_option(fix)
    fill_sheet(matrix, model["screen"])
    assert matrix.answer == model
    matrix.check()
    matrix.expect_passed()


def test_a_desk_is_worked_with_the_keyboard_alone(page_at):
    matrix = desk(page_at)
    page = matrix.page
    model = matrix.solution.model.answer
    matrix.tab_to(matrix.cell("P1|P2"))
    for pair, keys in {
        "P1|P2": [],
        "P2|P5": ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowRight"],
        "P3|P4": ["ArrowUp", "ArrowRight", "ArrowDown", "ArrowUp"],
        "P4|P7": ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowRight"],
        "P6|P7": ["ArrowRight", "ArrowRight", "ArrowRight"],
    }.items():
        for key in keys:
            page.keyboard.press(key)
        expect(matrix.cell(pair)).to_be_focused()
        page.keyboard.press("Enter")
        for _ in range(["supports", "conflicts"].index(model["pairs"][pair]) + 1):
            page.keyboard.press("ArrowDown")
        expect(matrix.choice(model["pairs"][pair])).to_be_focused()
        page.keyboard.press("Escape")
        expect(matrix.cell(pair)).to_be_focused()
    assert matrix.answer["pairs"] == model["pairs"]
    for pair, fix in model["fixes"].items():
        matrix.tab_to(matrix.fix(pair))
        choose(page, matrix.fix(pair), fix)
    for policy, screening in model["screen"].items():
        sheet = matrix.sheet(policy)
        matrix.tab_to(sheet.locator("summary"))
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        if screening["timing"] == "ex_post":
            page.keyboard.press("ArrowDown")
        for group in screening["groups"]:
            matrix.tab_to(sheet.get_by_role("checkbox", name=matrix.name_of(group, "groups"), exact=True))
            page.keyboard.press("Space")
        for label, value in [("Which ministry", screening["focal"]), ("Something unknown?", screening["unknown"])]:
            matrix.tab_to(sheet.get_by_label(label))
            choose(page, sheet.get_by_label(label), value or "")
    assert matrix.answer == model
    matrix.tab_to(matrix.button("Check", exact=True))
    page.keyboard.press("Enter")
    matrix.expect_passed()


def choose(page, select, value):
    """Press the arrow key until a select, which has the focus, stands at a value."""
    ids = select.locator("option").evaluate_all("options => options.map(({ value }) => value)")
    for _ in range(ids.index(value)):
        page.keyboard.press("ArrowDown")


def test_a_desk_is_worked_on_a_small_touch_screen(page_at):
    matrix = desk(page_at, width=360, touch=True)
    model = matrix.solution.model.answer
    matrix.button("List", exact=True).tap()
    groups = matrix.section.locator(".coherence-matrix-pairs fieldset")
    for pair, relation in model["pairs"].items():
        one, other = pair.split("|")
        group = groups.nth(int(one[1]) - 1)
        group.locator(".exercise-field").filter(has_text=f"{other} ").locator("select").select_option(relation)
    for pair, fix in model["fixes"].items():
        matrix.fix(pair).select_option(fix)
    fill_sheet(matrix, model["screen"], press="tap")
    assert matrix.answer == model
    matrix.button("Matrix", exact=True).tap()
    boxes = matrix.section.locator("[data-pair]").evaluate_all(
        "cells => cells.map((cell) => cell.getBoundingClientRect().toJSON())"
    )
    assert min(box["height"] for box in boxes) >= 44
    assert min(box["width"] for box in boxes) >= 38  # seven policies side by side, with a gap between cells
    matrix.button("Check", exact=True).tap()
    matrix.expect_passed()


def test_next_pair_walks_through_all_of_them(page_at):
    matrix = desk(page_at)
    matrix.cell("P1|P7").click()
    matrix.button("Next pair").click()
    expect(matrix.cell("P2|P3")).to_have_attribute("aria-pressed", "true")
    expect(matrix.section.locator(".coherence-matrix-desk input:checked")).to_be_focused()


def test_an_unmarked_conflict_takes_its_fix_along_and_undo_brings_both_back(page_at):
    matrix = desk(page_at)
    alternative = matrix.solution.alternative.answer
    matrix.import_answer(alternative)  # which names its pairs the other way round
    matrix.cell("P1|P2").click()
    matrix.choice("supports").check()
    answer = matrix.answer
    assert answer["pairs"] == {key: value for key, value in alternative["pairs"].items() if key != "P2|P1"} | {
        "P1|P2": "supports"
    }
    assert "P1|P2" not in answer["fixes"]
    matrix.button("Undo").click()
    assert matrix.answer == alternative


def test_a_ministry_in_somebody_s_own_words_stays_on_offer(page_at):
    matrix = desk(page_at)
    model = matrix.solution.model.answer
    screening = {**model["screen"]["P4"], "focal": "Office of the President"}
    matrix.import_answer({**model, "screen": {**model["screen"], "P4": screening}})
    matrix.sheet("P4").locator("summary").click()
    expect(matrix.sheet("P4").get_by_label("Which ministry")).to_have_value("Office of the President")


def test_without_conflicts_no_fix_is_offered(page_at):
    matrix = desk(page_at)
    expect(matrix.section.get_by_text("Mark a pair as a conflict, and choose here")).to_be_visible()
    expect(matrix.section.locator(".coherence-matrix-fixes")).to_have_count(0)


@pytest.mark.parametrize("device", [{}, {"width": 360, "dark": True, "touch": True}], ids=["wide", "phone-dark"])
def test_there_is_no_barrier_in_any_state(page_at, device):
    desk(page_at, **device).expect_no_barriers_in_any_state()
