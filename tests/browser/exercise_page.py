"""The page of any exercise as a trainee handles it: shared by the tests of the kinds."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import settle


class ExercisePage:
    """One exercise on its page, in a browser."""

    def __init__(self, page, exercise):
        self.page = page
        self.id = exercise
        self.place = page.locator(f'section.exercise[data-exercise="{exercise}"]')
        settle(page)

    def button(self, name, *, exact=False):
        return self.place.get_by_role("button", name=name, exact=exact)

    @property
    def answer(self):
        """What the page keeps, or None."""
        settle(self.page)
        text = self.page.evaluate(
            "id => Object.entries(localStorage).find(([key]) => key.includes(`/${id}/`))?.[1]", self.id
        )
        return json.loads(text)["answer"] if text else None

    def import_answer(self, answer):
        if self.button("More", exact=True).get_attribute("aria-expanded") != "true":
            self.button("More", exact=True).click()
        content = json.dumps({"exercise": self.id, "lang": "en", "answer": answer}).encode()
        file = {"name": "answer.json", "mimeType": "application/json", "buffer": content}
        self.place.locator("input[type=file]").set_input_files(files=[file])
        expect(self.button("More", exact=True)).to_have_attribute("aria-expanded", "false")
        settle(self.page)

    def check(self):
        self.button("Check", exact=True).click()
        settle(self.page)

    def expect_verdict(self, words):
        expect(self.place.get_by_role("heading", name=words)).to_be_focused()

    def press_until(self, key, selector, limit=200):
        """Go on with a key until what has the focus fits."""
        for _ in range(limit):
            if self.page.evaluate("selector => document.activeElement?.matches(selector)", selector):
                return
            self.page.keyboard.press(key)
        pytest.fail(f"{key} never reached {selector}")

    def choose_by_keyboard(self, selector, text):
        """Go to a select and type the beginning of an option."""
        self.press_until("Tab", selector)
        self.page.keyboard.type(text, delay=10)

    def drag(self, element, *, by, grip=0.5):
        """Press on an element at a share of its width, move sideways by pixels, release."""
        element.evaluate("element => element.scrollIntoView({block: 'center', behavior: 'instant'})")
        box = element.bounding_box()
        x, y = box["x"] + box["width"] * grip, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + (8 if by > 0 else -8), y)
        self.page.mouse.move(x + by, y, steps=5)
        self.page.mouse.up()
        settle(self.page)


@pytest.fixture
def exercise_at(page_at):
    """Open the page of an exercise: `exercise_at("national-plan", width=360)`."""

    def open_exercise(exercise, **device):
        return ExercisePage(page_at(f"exercises/{exercise}.html", **device), exercise)

    return open_exercise
