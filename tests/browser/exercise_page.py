"""The page of any exercise as a trainee handles it: what the tests of every kind need."""

import json
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from coursekit.exercises.reader import find_solution, read_exercise
from tests.browser.book import axe_violations, settle
from tests.course import COURSE

NOT_PASSED = re.compile("^(Not yet|Stop: this would put people at risk)")


class ExercisePage:
    """One exercise on its own page. Wrong and good answers come from its solution."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        self.name = name
        self.section = page.locator(f'section.exercise[data-exercise="{name}"] .exercise-live')
        self.solution = find_solution(COURSE, read_exercise(COURSE, COURSE.folder / "exercises" / f"{name}.yaml"))
        settle(page)

    def button(self, name: str, *, exact: bool = False) -> Locator:
        return self.section.get_by_role("button", name=name, exact=exact)

    def check(self) -> None:
        self.button("Check", exact=True).click()
        settle(self.page)

    def expect_verdict(self, words: str) -> None:
        """The verdict is seen, and it has the focus."""
        heading = self.section.get_by_role("heading", name=words)
        expect(heading).to_be_visible()
        expect(heading).to_be_focused()

    def expect_passed(self) -> None:
        self.expect_verdict("Passed")

    @property
    def answer(self):
        """What the page keeps, or None."""
        settle(self.page)
        text = self.page.evaluate(
            """name => Object.entries(localStorage).find(
              ([key]) => key.includes(`/${name}/`) && !key.includes('+')
            )?.[1]""",
            self.name,
        )
        return json.loads(text)["answer"] if text else None

    def import_answer(self, answer) -> None:
        if self.button("More", exact=True).get_attribute("aria-expanded") != "true":
            self.button("More", exact=True).click()
        data = json.dumps({"exercise": self.name, "lang": "en", "answer": answer}).encode()
        file = {"name": "answer.json", "mimeType": "application/json", "buffer": data}
        self.section.locator("input[type=file]").set_input_files(files=[file])
        for _ in range(40):  # a file is read when the browser finds the time
            if self.answer == answer:
                return
        pytest.fail("the file never became the answer")

    def tab_to(self, target: Locator, limit: int = 150) -> None:
        """Press Tab until the target has the focus."""
        for _ in range(limit):
            if target.evaluate("element => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"Tab never reached {target}")

    def press_until(self, key: str, selector: str, limit: int = 200) -> None:
        """Go on with a key until what has the focus fits."""
        for _ in range(limit):
            if self.page.evaluate("selector => document.activeElement?.matches(selector)", selector):
                return
            self.page.keyboard.press(key)
        pytest.fail(f"{key} never reached {selector}")

    def choose_by_keyboard(self, selector: str, text: str) -> None:
        """Go to a select and type the beginning of an option."""
        self.press_until("Tab", selector)
        self.page.keyboard.type(text, delay=10)

    def drag(self, element: Locator, *, by: float, grip: float = 0.5) -> None:
        """Press on an element at a share of its width, move sideways by pixels, release."""
        element.evaluate("element => element.scrollIntoView({block: 'center', behavior: 'instant'})")
        box = self._box_at_rest(element)
        x, y = box["x"] + box["width"] * grip, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + (8 if by > 0 else -8), y)
        self.page.mouse.move(x + by, y, steps=5)
        self.page.mouse.up()
        settle(self.page)

    def _box_at_rest(self, element: Locator):
        """Where an element stands once it has come to rest, which takes a moment on a slow machine."""
        box = element.bounding_box()
        for _ in range(40):
            settle(self.page)
            before, box = box, element.bounding_box()
            if box == before:
                return box
        pytest.fail(f"{element} never came to rest")

    def expect_no_barriers_in_any_state(self) -> None:
        """Fresh, wrong, right and with the two good answers open: axe-core finds nothing, nothing overflows."""
        self._expect_no_barriers("fresh")
        self.import_answer(self.solution.wrong[0].answer)
        self.check()
        expect(self.section.get_by_role("heading", name=NOT_PASSED)).to_be_visible()
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

    def expect_fit_for_thumbs(self) -> None:
        """Nothing runs over the edge, and everything one taps is large enough."""
        assert self.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        targets = self.section.locator(
            ".exercise-work :is(button, select, summary, .exercise-option, .exercise-tick):visible"
        )
        heights = targets.evaluate_all("targets => targets.map((target) => target.getBoundingClientRect().height)")
        assert heights
        assert min(heights) >= 44

    def _expect_no_barriers(self, state: str) -> None:
        assert axe_violations(self.page) == [], state
        width = self.page.evaluate("document.documentElement.clientWidth")
        assert self.page.evaluate("document.documentElement.scrollWidth") <= width, state


def open_exercise(page_at, name: str, **device) -> ExercisePage:
    """Open the page of an exercise: `open_exercise(page_at, "national-plan", width=360)`."""
    return ExercisePage(page_at(f"exercises/{name}.html", **device), name)
