"""The partnership designer in a real browser: by mouse, keyboard, list and touch, and after a reload."""

import json

import pytest

from tests.browser.conftest import axe_violations

PAGE = "exercises/harbour-cities.html"

LEARNING_CITIES = {
    "actors": ["c_tan", "c_marrow", "n_bay"],
    "ties": [
        {"from": "c_tan", "to": "c_marrow", "both": True, "purpose": "learn"},
        {"from": "n_bay", "to": "c_marrow", "both": False, "purpose": "deliver"},
    ],
    "convener": "c_marrow",
    "objective": "o_welcome",
}
MINISTRY_LEADS = {
    "actors": ["c_selle", "c_tan", "m_int"],
    "ties": [
        {"from": "m_int", "to": "c_selle", "both": False, "purpose": "coordinate"},
        {"from": "m_int", "to": "c_tan", "both": False, "purpose": "coordinate"},
    ],
    "convener": "m_int",
    "objective": "o_visa",
}


COUNT_LINES_THROUGH_CARDS = """canvas => {
  const frame = canvas.getBoundingClientRect();
  const cards = [...canvas.querySelectorAll("[data-actor]")].map((card) => card.getBoundingClientRect());
  const isInside = ({ x, y }) => cards.some(({ left, right, top, bottom }) =>
    x + frame.x > left + 3 && x + frame.x < right - 3 && y + frame.y > top + 3 && y + frame.y < bottom - 3);
  return [...canvas.querySelectorAll(".designer-stroke")].filter((path) => {
    for (let at = 4; at < path.getTotalLength() - 4; at += 3) {
      if (isInside(path.getPointAtLength(at))) return true;
    }
    return false;
  }).length;
}"""


def exercise(page):
    return page.locator('section.exercise[data-exercise="harbour-cities"]')


def saved(page):
    """What the page keeps about the exercise, or None."""
    text = page.evaluate(
        """() => Object.entries(localStorage).find(
          ([key]) => key.includes('/harbour-cities/') && !key.endsWith('/earlier')
        )?.[1]"""
    )
    return json.loads(text) if text else None


def saved_answer(page):
    return saved(page)["answer"]


def button(page, name, *, exact=False):
    return exercise(page).get_by_role("button", name=name, exact=exact)


def waiting(page, actor):
    return exercise(page).locator(f'[data-waiting="{actor}"]')


def card(page, actor):
    return exercise(page).locator(f'.designer-bench [data-actor="{actor}"]')


def choose_in_form(page, purpose, direction=None):
    form = page.get_by_role("dialog")
    form.get_by_role("radio", name=purpose, exact=True).check()
    if direction:
        form.get_by_role("radio", name=direction, exact=True).check()
    form.get_by_role("button", name="Add the tie").click()
    form.wait_for(state="hidden")


def drag(page, source, target):
    """Presses on one place, moves in steps, releases on the other."""
    source.evaluate("element => element.scrollIntoView({block: 'center', behavior: 'instant'})")
    start, end = source.bounding_box(), target.bounding_box()
    page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(start["x"] + start["width"] / 2 + 12, start["y"] + start["height"] / 2 + 4)
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, steps=6)
    page.mouse.up()


def import_file(page, content, name="answer.json"):
    if button(page, "More").get_attribute("aria-expanded") != "true":
        button(page, "More").click()
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    file = {"name": name, "mimeType": "application/json", "buffer": data}
    exercise(page).locator("input[type=file]").set_input_files(files=[file])


def import_answer(page, answer):
    import_file(page, {"exercise": "harbour-cities", "version": "any", "lang": "en", "answer": answer})
    exercise(page).locator(".designer-tie").first.wait_for()


def check(page):
    button(page, "Check", exact=True).click()


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
    choose_in_form(page, "deliver")
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
        ("Bay Families Network", "City of Marrow Bay", "deliver", False),
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
    heights = controls.evaluate_all(
        "controls => controls.map((control) => control.getBoundingClientRect().height)"
    )
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


def test_feedback_names_what_was_met_and_at_most_three_others(page_at):
    page = page_at(PAGE)
    import_answer(page, MINISTRY_LEADS)
    check(page)
    unmet = exercise(page).locator(".exercise-unmet > li")
    assert unmet.count() == 3
    assert "needed to pass" in unmet.first.inner_text()
    assert unmet.first.get_by_role("link").get_attribute("href")
    import_answer(page, LEARNING_CITIES)
    exercise(page).get_by_text("You have changed your answer since this check").wait_for()
    check(page)
    exercise(page).get_by_text("newly met").first.wait_for()
    assert exercise(page).get_by_text("You have changed your answer").count() == 0


def test_hints_open_one_by_one_and_good_answers_after_two_checks(page_at):
    page = page_at(PAGE)
    assert button(page, "See two good answers").count() == 0
    button(page, "Hint").click()
    button(page, "Hint").click()
    assert exercise(page).locator(".exercise-hints li").count() == 2
    check(page)
    check(page)
    button(page, "See two good answers").click()
    exercise(page).get_by_text("Two good answers; what do they share?").wait_for()
    assert exercise(page).locator(".exercise-pair > article").count() == 2
    page.reload()
    assert exercise(page).locator(".exercise-hints li").count() == 2
    assert exercise(page).locator(".exercise-pair > article").count() == 2


def test_the_answer_survives_a_reload_and_reset_asks_first(page_at):
    page = page_at(PAGE)
    import_answer(page, LEARNING_CITIES)
    check(page)
    page.reload()
    assert exercise(page).locator(".designer-tie").count() == 2
    exercise(page).get_by_role("heading", name="Passed").wait_for()
    button(page, "Reset").click()
    assert saved_answer(page) == LEARNING_CITIES
    page.keyboard.press("Escape")
    button(page, "Reset").click()
    button(page, "Yes, clear").click()
    assert saved_answer(page)["actors"] == []
    button(page, "Undo").click()
    assert saved_answer(page) == LEARNING_CITIES


def test_an_exported_answer_comes_back(page_at):
    page = page_at(PAGE)
    import_answer(page, LEARNING_CITIES)
    button(page, "More").click()
    with page.expect_download() as download:
        button(page, "Export as a file").click()
    envelope = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert envelope["exercise"] == "harbour-cities"
    assert envelope["answer"] == LEARNING_CITIES
    page.evaluate("localStorage.clear()")
    page.reload()
    import_file(page, envelope)
    exercise(page).locator(".designer-tie").first.wait_for()
    assert saved_answer(page) == LEARNING_CITIES


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\x00\xff not JSON", "could not be read"),
        (b"[" * 150_000, "could not be read"),
        (b"1" * 300_000, "too large"),
        ({"exercise": "another", "answer": {}}, "belongs to another exercise"),
        ({"exercise": "harbour-cities"}, "no answer in this file"),
        ({"exercise": "harbour-cities", "answer": {"actors": "<img src=x onerror=alert(1)>"}}, ""),
        ({"exercise": "harbour-cities", "answer": {**LEARNING_CITIES, "actors": ["__proto__"]}}, ""),
    ],
)
def test_a_damaged_or_hostile_file_gets_a_sentence_and_loses_nothing(page_at, content, sentence):
    page = page_at(PAGE)
    import_answer(page, LEARNING_CITIES)
    import_file(page, content)
    notice = exercise(page).locator(".exercise-notice.is-problem")
    notice.wait_for()
    assert sentence in notice.inner_text()
    assert saved_answer(page) == LEARNING_CITIES


def test_work_goes_on_when_nothing_can_be_saved(page_at):
    page = page_at(PAGE)
    page.add_init_script(
        """Object.defineProperty(window, 'localStorage', {
          get() { throw new DOMException('no', 'SecurityError'); },
        })"""
    )
    page.reload()
    waiting(page, "c_tan").click()
    exercise(page).get_by_text("does not let the page save").wait_for()
    waiting(page, "c_marrow").click()
    assert exercise(page).locator(".designer-canvas [data-actor]").count() == 2


def test_a_full_device_is_said_and_work_goes_on(page_at):
    page = page_at(PAGE)
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"
    )
    page.reload()
    waiting(page, "c_tan").click()
    exercise(page).get_by_text("no room left to save").wait_for()
    assert card(page, "c_tan").is_visible()


def test_two_tabs_never_overwrite_each_other_silently(page_at):
    page = page_at(PAGE)
    waiting(page, "c_tan").click()
    other = page.context.new_page()
    other.goto(page.url)
    waiting(other, "c_marrow").click()
    exercise(page).get_by_text("saved in another tab").wait_for()
    waiting(page, "n_bay").click()
    assert saved_answer(page)["actors"] == ["c_tan", "c_marrow"]
    button(page, "Load the newer answer").click()
    card(page, "c_marrow").wait_for()
    assert saved_answer(page)["actors"] == ["c_tan", "c_marrow"]
    waiting(page, "n_bay").click()
    exercise(other).get_by_text("saved in another tab").wait_for()
    button(other, "Keep this one").click()
    assert saved_answer(page)["actors"] == ["c_tan", "c_marrow"]


def test_an_answer_to_an_earlier_edition_is_offered_not_graded(page_at):
    page = page_at(PAGE)
    import_answer(page, LEARNING_CITIES)
    page.evaluate(
        """() => {
          const isOurs = ([name]) => name.includes('/harbour-cities/');
          const [key, text] = Object.entries(localStorage).find(isOurs);
          localStorage.clear();
          localStorage.setItem(key.replace(/[^/]+$/, 'earlier'), text);
        }"""
    )
    page.reload()
    exercise(page).get_by_text("You answered an earlier edition").wait_for()
    assert exercise(page).locator(".designer-tie").count() == 0
    button(page, "Bring that answer here").click()
    assert saved_answer(page) == LEARNING_CITIES
    page.reload()
    assert exercise(page).get_by_text("You answered an earlier edition").count() == 0


def test_print_shows_the_design_and_no_tools(page_at):
    page = page_at(PAGE)
    import_answer(page, LEARNING_CITIES)
    check(page)
    page.emulate_media(media="print")
    assert not exercise(page).locator(".exercise-toolbar").is_visible()
    assert not exercise(page).locator(".designer-tray").is_visible()
    assert exercise(page).locator(".designer-canvas").first.is_visible()
    assert exercise(page).locator(".designer-tie").first.is_visible()
    assert exercise(page).locator(".exercise-feedback").is_visible()


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("dark", [False, True])
def test_no_accessibility_violations_in_any_state(page_at, width, dark):
    page = page_at(PAGE, width=width, dark=dark)
    assert_accessible(page, "fresh")
    import_answer(page, MINISTRY_LEADS)
    check(page)
    assert_accessible(page, "wrong")
    import_answer(page, LEARNING_CITIES)
    check(page)
    assert_accessible(page, "right")
    button(page, "Hint").click()
    button(page, "See two good answers").click()
    assert_accessible(page, "revealed")
    button(page, "List", exact=True).click()
    assert_accessible(page, "list")
    button(page, "Edit tie 1").click()
    assert_accessible(page, "form")


def assert_accessible(page, state):
    assert axe_violations(page) == [], state
