"""An exercise in its page as a trainee handles it, whatever its kind."""

import json

import pytest
from playwright.sync_api import expect

from coursekit.exercises import find_exercise, find_solution
from tests.browser.conftest import axe_violations, settle

KEPT_ANSWER = """id => JSON.parse(Object.entries(localStorage).find(
  ([key]) => key.includes(`/${id}/`) && !key.endsWith('/earlier'))?.[1] ?? '{}').answer"""
"""From an exercise's id to the answer that the page keeps."""


class ExercisePage:
    """The page of one exercise: `ExercisePage(page_at, "name-that-c", width=360, touch=True)`."""

    def __init__(self, page_at, exercise_id, **device):
        self.id = exercise_id
        self.solution = find_solution(find_exercise(exercise_id))
        self.page = page_at(f"exercises/{exercise_id}.html", **device)
        self.frame = self.page.locator(f'section.exercise[data-exercise="{exercise_id}"] .exercise-live')
        expect(self.button("Check", exact=True)).to_be_visible()

    def button(self, name, *, exact=False):
        return self.frame.get_by_role("button", name=name, exact=exact)

    def answer(self):
        """The answer that the page keeps, or None."""
        settle(self.page)
        return self.page.evaluate(f"id => ({KEPT_ANSWER})(id) ?? null", self.id)

    def bring(self, answer):
        """Bring an answer from a file, and wait until it is there."""
        if self.button("More").get_attribute("aria-expanded") != "true":
            self.button("More").click()
        content = json.dumps({"exercise": self.id, "lang": "en", "answer": answer}).encode()
        file = {"name": "answer.json", "mimeType": "application/json", "buffer": content}
        self.frame.locator("input[type=file]").set_input_files(files=[file])
        self.page.wait_for_function(
            f"([id, answer]) => JSON.stringify(({KEPT_ANSWER})(id)) === JSON.stringify(answer)", arg=[self.id, answer]
        )

    def check(self):
        self.button("Check", exact=True).click()

    def expect_passed(self):
        """The verdict is there and has the focus."""
        heading = self.frame.get_by_role("heading", name="Passed")
        expect(heading).to_be_visible()
        expect(heading).to_be_focused()

    def press_until(self, key, selector, limit=160):
        """Press a key until the element with the focus matches, as one who sees the focus would."""
        for _ in range(limit):
            if self.page.evaluate("selector => document.activeElement?.matches(selector)", selector):
                return
            self.page.keyboard.press(key)
        pytest.fail(f"{key} never reached {selector}")

    def violations_in_each_state(self):
        """What axe-core finds in the exercise when fresh, wrong, right, and with two good answers open."""
        found = {"fresh": axe_violations(self.page)}
        self.bring(self.solution.wrong[0].answer)
        self.check()
        expect(self.frame.get_by_role("heading", name="Not yet")).to_be_visible()
        found["wrong"] = axe_violations(self.page)
        self.bring(self.solution.model.answer)
        self.check()
        self.expect_passed()
        found["right"] = axe_violations(self.page)
        self.button("See two good answers").click()
        expect(self.frame.get_by_role("heading", name="Another good answer")).to_be_visible()
        found["revealed"] = axe_violations(self.page)
        return {state: violations for state, violations in found.items() if violations}

    def expect_fit_for_thumbs(self):
        """Nothing runs over the edge, and everything one taps is large enough."""
        assert self.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        targets = self.frame.locator(
            ".exercise-work :is(button, select, summary, .exercise-option, .exercise-tick):visible"
        )
        heights = targets.evaluate_all("targets => targets.map((target) => target.getBoundingClientRect().height)")
        assert heights
        assert min(heights) >= 44
