"""The page of any exercise as a trainee handles it: what the tests of every kind need."""

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from coursekit.exercises import find_solution, read_exercise
from tests.browser.conftest import COURSE, axe_violations, settle


class ExercisePage:
    """One exercise on its own page. Wrong and good answers come from its solution."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        self.name = name
        self.section = page.locator(f'section.exercise[data-exercise="{name}"]')
        self.solution = find_solution(read_exercise(COURSE / "exercises" / f"{name}.yaml"), COURSE)

    def button(self, name: str, *, exact: bool = False) -> Locator:
        return self.section.get_by_role("button", name=name, exact=exact)

    def check(self) -> None:
        self.button("Check", exact=True).click()

    def expect_passed(self) -> None:
        """The verdict is seen, and it has the focus."""
        heading = self.section.get_by_role("heading", name="Passed")
        expect(heading).to_be_visible()
        expect(heading).to_be_focused()

    def saved_answer(self):
        settle(self.page)
        text = self.page.evaluate(
            """name => Object.entries(localStorage).find(
              ([key]) => key.includes(`/${name}/`) && !key.endsWith('/earlier')
            )?.[1]""",
            self.name,
        )
        return json.loads(text)["answer"] if text else None

    def import_answer(self, answer) -> None:
        if self.button("More").get_attribute("aria-expanded") != "true":
            self.button("More").click()
        data = json.dumps({"exercise": self.name, "lang": "en", "answer": answer}).encode()
        file = {"name": "answer.json", "mimeType": "application/json", "buffer": data}
        self.section.locator("input[type=file]").set_input_files(files=[file])
        for _ in range(40):  # a file is read when the browser finds the time
            if self.saved_answer() == answer:
                return
        pytest.fail("the file never became the answer")

    def tab_to(self, target: Locator, limit: int = 150) -> None:
        """Press Tab until the target has the focus."""
        for _ in range(limit):
            if target.evaluate("element => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"Tab never reached {target}")

    def expect_no_barriers_in_any_state(self) -> None:
        """Fresh, wrong, right and with the two good answers open: axe-core finds nothing, nothing overflows."""
        self._expect_no_barriers("fresh")
        self.import_answer(self.solution.wrong[0].answer)
        self.check()
        expect(self.section.get_by_role("heading", name="Not yet")).to_be_visible()
        expect(self.section.get_by_text(self.solution.wrong[0].remark.strip())).to_be_visible()
        self._expect_no_barriers("wrong")
        self.import_answer(self.solution.model.answer)
        self.check()
        self.expect_passed()
        self._expect_no_barriers("right")
        self.button("Hint").click()
        self.button("See two good answers").click()
        expect(self.section.locator(".exercise-pair > article")).to_have_count(2)
        self._expect_no_barriers("revealed")

    def _expect_no_barriers(self, state: str) -> None:
        assert axe_violations(self.page) == [], state
        width = self.page.evaluate("document.documentElement.clientWidth")
        assert self.page.evaluate("document.documentElement.scrollWidth") <= width, state
