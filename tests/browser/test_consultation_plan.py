"""The consultation plan in a real browser: rows are edited by mouse, keys and thumb; calendar and budget follow."""

from playwright.sync_api import expect

from tests.browser.exercise_page import ExercisePage

LABELS = {"who": "Who?", "stage": "To do what?", "method": "How?", "week": "Week", "feedback_week": "Hear back"}


class PlanPage(ExercisePage):
    """The exercise Ask early, answer back."""

    def row(self, index):
        return self.section.locator(f'[data-row="{index}"]')

    def field(self, index, name):
        return self.row(index).get_by_label(LABELS[name], exact=True)

    def fill(self, index, planned):
        for name in ("who", "stage", "method"):
            self.field(index, name).select_option(planned[name])
        for name in ("week", "feedback_week"):
            self.field(index, name).fill(str(planned[name]))

    def wrong(self, name):
        return next(wrong.answer for wrong in self.solution.wrong if wrong.id == name)

    def budget(self):
        return self.section.locator(".consultation-plan.is-live .consultation-plan-cost p")


def consultation(page_at, **device):
    return PlanPage(page_at("exercises/ask-early.html", **device), "ask-early")


def test_a_plan_is_made_with_the_mouse_and_the_budget_follows(page_at):
    plan = consultation(page_at)
    model = plan.solution.model.answer
    expect(plan.budget()).to_contain_text("0 of 90 points")
    for index, planned in enumerate(model["rows"]):
        plan.button("Add a row").click()
        plan.fill(index, planned)
    expect(plan.budget()).to_contain_text("66 of 90 points; a meeting shared by groups costs once")
    assert plan.answer == model
    plan.check()
    plan.expect_passed()


def test_a_plan_is_made_with_the_keyboard_alone(page_at):
    plan = consultation(page_at)
    page = plan.page
    alternative = plan.solution.alternative.answer
    for index, planned in enumerate(alternative["rows"]):
        plan.tab_to(plan.button("Add a row"))
        page.keyboard.press("Enter")
        expect(plan.field(index, "who")).to_be_focused()
        for name in ("who", "stage", "method"):
            options = plan.field(index, name).locator("option")
            ids = options.evaluate_all("options => options.map(({ value }) => value)")
            for _ in range(ids.index(planned[name])):
                page.keyboard.press("ArrowDown")
            page.keyboard.press("Tab")
        page.keyboard.type(str(planned["week"]))
        page.keyboard.press("Tab")
        page.keyboard.type(str(planned["feedback_week"]))
    assert plan.answer == alternative
    plan.tab_to(plan.button("Check", exact=True))
    page.keyboard.press("Enter")
    plan.expect_passed()


def test_a_plan_is_made_on_a_small_touch_screen(page_at):
    plan = consultation(page_at, width=360, touch=True)
    model = plan.solution.model.answer
    for index, planned in enumerate(model["rows"]):
        plan.button("Add a row").tap()
        plan.fill(index, planned)
    assert plan.answer == model
    controls = plan.section.locator(".consultation-plan-row :is(select, input, button)")
    heights = controls.evaluate_all("controls => controls.map((control) => control.getBoundingClientRect().height)")
    assert min(heights) >= 44
    plan.button("Check", exact=True).tap()
    plan.expect_passed()


def test_rows_are_duplicated_and_removed_and_the_focus_stays_near(page_at):
    plan = consultation(page_at)
    first, second = plan.solution.model.answer["rows"][:2]
    plan.import_answer({"rows": [first, second]})
    plan.button("Duplicate row 1").click()
    expect(plan.field(1, "who")).to_be_focused()
    assert plan.answer == {"rows": [first, first, second]}
    plan.button("Remove row 3").click()
    expect(plan.button("Remove row 2")).to_be_focused()
    plan.button("Remove row 1").click()
    plan.button("Remove row 1").click()
    expect(plan.button("Add a row")).to_be_focused()
    assert plan.answer == {"rows": []}
    plan.page.keyboard.press("Control+z")
    assert plan.answer == {"rows": [first]}
    expect(plan.field(0, "week")).to_have_value("4")


def test_the_calendar_shows_who_is_asked_when_and_where_the_decision_falls(page_at):
    plan = consultation(page_at)
    plan.import_answer(plan.solution.model.answer)
    calendar = plan.section.get_by_role("img")
    words = calendar.get_attribute("aria-label")
    assert words.startswith("Decision, week 20 1. Seasonal workers: Farm visit, week 4, to frame the question;")
    asked = calendar.locator(".consultation-plan-line .consultation-plan-asked")
    expect(asked).to_have_count(9)
    places = {mark.inner_text(): mark.bounding_box()["x"] for mark in asked.all()}
    decision = calendar.locator(".consultation-plan-decision > div").bounding_box()["x"]
    assert {number for number, x in places.items() if x > decision} == {"8", "9"}
    assert places["1"] < places["2"] < places["5"] < places["6"] < decision


def test_a_week_beyond_the_calendar_and_words_for_a_week_do_no_harm(page_at):
    plan = consultation(page_at)
    plan.button("Add a row").click()
    plan.field(0, "week").fill("soon")
    expect(plan.section.get_by_text("Write a week as a whole number.")).to_be_visible()
    plan.field(0, "week").fill("400")
    expect(plan.section.locator(".consultation-plan-asked.is-beyond")).to_have_count(1)
    assert plan.answer["rows"][0]["week"] == 400
    assert plan.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_plan_over_the_budget_says_by_how_much(page_at):
    plan = consultation(page_at)
    plan.import_answer(plan.wrong("warm-but-unsafe-gaps"))
    expect(plan.budget()).to_contain_text("109 of 90 points, 19 too many")


def test_the_page_says_who_sits_in_one_room_and_who_is_in_danger_there(page_at):
    plan = consultation(page_at)
    plan.import_answer(plan.wrong("one-circle"))
    rooms = plan.section.locator(".consultation-plan.is-live [data-rooms] li")
    expect(rooms).to_have_count(3)
    words = "Week 8, Focus group: Workers without papers, Growers federation, Labour Ministry in one room."
    expect(rooms.nth(0)).to_have_text(words)
    plan.check()
    expect(plan.section.get_by_role("heading", name="Stop: this would put people at risk")).to_be_visible()
    expect(plan.section.locator(".exercise-unsafe > li")).to_have_count(1)
    plan.field(1, "week").fill("9")
    expect(rooms.nth(0)).to_have_text("Week 8, Focus group: Growers federation, Labour Ministry in one room.")


def test_there_is_no_barrier_in_any_state(page_at):
    consultation(page_at).expect_no_barriers_in_any_state()
    consultation(page_at, width=360, dark=True, touch=True).expect_no_barriers_in_any_state()
