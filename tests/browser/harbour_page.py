"""The page of the exercise "Three harbour cities" as a trainee handles it: shared by the tests of the designer."""

import json

from tests.browser.book import settle

PAGE = "exercises/harbour-cities.html"

LEARNING_CITIES = {
    "actors": ["c_tan", "c_marrow", "n_bay"],
    "ties": [
        {"from": "c_tan", "to": "c_marrow", "both": True, "purpose": "learn"},
        {"from": "n_bay", "to": "c_marrow", "both": True, "purpose": "deliver"},
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
    settle(page)
    return page.locator('section.exercise[data-exercise="harbour-cities"]')


def saved(page):
    """What the page keeps about the exercise, or None."""
    settle(page)
    text = page.evaluate(
        """() => Object.entries(localStorage).find(
          ([key]) => key.includes('/harbour-cities/') && !key.includes('+')
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
    import_file(page, {"exercise": "harbour-cities", "lang": "en", "answer": answer})
    exercise(page).locator(".designer-tie").first.wait_for()


def check(page):
    button(page, "Check", exact=True).click()
