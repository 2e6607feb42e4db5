"""The agreement builder in a real browser: the draft grows beside the form, by hand, keys and thumb."""

import pytest
from playwright.sync_api import expect

from tests.browser.exercise_page import ExercisePage


def partnership(page_at, **device):
    return ExercisePage(page_at("exercises/skill-partnership.html", **device), "skill-partnership")


def as_the_form_has_it(answer):
    """The alternative with its benefits in the order of the form, which is how ticks come back."""
    return {**answer, "benefits": {**answer["benefits"], "origin": ["remittances", "curriculum"]}}


def inputs_of(exercise, answer):
    """The controls that make an answer, in the order of the page: boxes, then what is typed."""
    benefits = [id_ for side in ("origin", "destination") for id_ in answer["benefits"][side]]
    chosen = [*answer["parties"], answer["agreed"], answer["sector"], *benefits, *answer["destination_jobs"]]
    boxes = [
        exercise.section.locator(f'.agreement-form input[value="{id_}"]') for id_ in [*chosen, *answer["return_jobs"]]
    ]
    typed = exercise.section.locator(".agreement-form input[type=text]")
    numbers = [*answer["financing"].values(), *answer["tracks"].values()]
    return boxes, [(typed.nth(place), str(number)) for place, number in enumerate(numbers)]


def test_an_agreement_is_drafted_with_the_mouse(page_at):
    draft = partnership(page_at)
    boxes, numbers = inputs_of(draft, draft.solution.model.answer)
    for box in boxes:
        box.check()
    for field, text in numbers:
        field.fill(text)
    expect(draft.section.locator(".agreement-article.is-open")).to_have_count(0)
    assert draft.answer == draft.solution.model.answer
    draft.check()
    draft.expect_passed()


def test_an_agreement_is_drafted_with_the_keyboard_alone(page_at):
    draft = partnership(page_at)
    answer = as_the_form_has_it(draft.solution.alternative.answer)
    boxes, numbers = inputs_of(draft, answer)
    keyboard = draft.page.keyboard
    in_order = sorted(
        [(box, None) for box in boxes] + numbers,
        key=lambda entry: entry[0].evaluate("e => [...document.querySelectorAll('input')].indexOf(e)"),
    )
    for control, text in in_order:
        if control.get_attribute("type") == "radio":
            group = draft.section.locator(f'[name="{control.get_attribute("name")}"]')
            draft.tab_to(group.first)
            keyboard.press("Space")
            while not control.is_checked():
                keyboard.press("ArrowDown")
            continue
        draft.tab_to(control)
        keyboard.press("Space") if text is None else keyboard.type(text)
    assert draft.answer == answer
    draft.tab_to(draft.button("Check", exact=True))
    keyboard.press("Enter")
    draft.expect_passed()


def test_an_agreement_is_drafted_on_a_small_touch_screen(page_at):
    draft = partnership(page_at, width=360, touch=True)
    answer = as_the_form_has_it(draft.solution.alternative.answer)
    boxes, numbers = inputs_of(draft, answer)
    for box in boxes:
        box.locator("xpath=ancestor::label").tap()
    for field, text in numbers:
        field.tap()
        field.fill(text)
    assert draft.answer == answer
    draft.button("Check", exact=True).tap()
    draft.expect_passed()


def test_the_draft_grows_as_the_form_is_filled(page_at):
    draft = partnership(page_at)
    paper = draft.section.locator(".agreement-draft")
    expect(paper.get_by_text("Still open.")).to_have_count(9)
    draft.section.locator('.agreement-form input[value="nursing_aide"]').check()
    expect(paper.get_by_text("Nursing aides")).to_be_visible()
    expect(paper.get_by_text("Still open.")).to_have_count(8)
    draft.button("Undo").click()
    expect(paper.get_by_text("Still open.")).to_have_count(9)


def test_the_sum_of_the_shares_is_live(page_at):
    draft = partnership(page_at)
    shares = draft.section.locator(".agreement-financing input")
    said = draft.section.locator(".agreement-sum")
    expect(said).to_have_text("Together 0 per cent: 100 still to find.")
    shares.nth(0).fill("62,5")
    expect(said).to_have_text("Together 62.5 per cent: 37.5 still to find.")
    shares.nth(1).fill("40")
    expect(said).to_have_text("Together 102.5 per cent: 2.5 too much.")
    shares.nth(1).fill("37.5")
    expect(said).to_have_text("Together 100 per cent: the whole is paid.")
    shares.nth(0).fill("most of it")
    expect(draft.section.get_by_text("Write the share in digits")).to_be_visible()
    expect(said).to_have_text("Together 37.5 per cent: 62.5 still to find.")


def test_print_gives_the_draft_and_no_form(page_at):
    draft = partnership(page_at)
    draft.import_answer(draft.solution.model.answer)
    draft.page.emulate_media(media="print")
    expect(draft.section.locator(".agreement-form")).not_to_be_visible()
    expect(draft.section.locator(".agreement-draft")).to_be_visible()


def test_without_script_the_form_can_be_filled_in_on_paper(page_at):
    page = page_at("exercises/skill-partnership.html", java_script_enabled=False)
    expect(page.get_by_text("Who pays for the training; together 100 per cent")).to_be_visible()
    expect(page.get_by_role("row", name="Nursing aides 4 5")).to_be_visible()


@pytest.mark.parametrize(
    "device", [{"width": 1280}, {"width": 360, "dark": True, "touch": True}], ids=["wide", "phone"]
)
def test_no_barrier_in_any_state(page_at, device):
    partnership(page_at, **device).expect_no_barriers_in_any_state()
