"""The page of the dossier as a trainee handles it: shared by its tests."""

from coursekit import find_exercise
from tests.browser.book import settle
from tests.browser.exercise_page import open_exercise
from tests.unit.second_opinion import published

ID = "partnership-dossier"
COURSE = "working-together-on-migration"
ANSWERS = published(find_exercise(ID))
MODEL = ANSWERS["model"]
CITIES = {
    "actors": ["c_tan", "c_marrow", "n_bay"],
    "ties": [{"from": "c_tan", "to": "c_marrow", "both": True, "purpose": "learn"}],
    "convener": None,
    "objective": None,
}


def open_dossier(page_at, answer=None, **device):
    """Open the page of the dossier, with an answer or as somebody finds it who begins."""
    opened = open_exercise(page_at, ID, **device)
    if answer:
        opened.import_answer(answer)
    return opened


def with_earlier(opened, *, notes=(), **answers):
    """Puts earlier work on the device, and opens the page again."""
    kept = {f"{COURSE}/{name.replace('_', '-')}/an-edition": {"answer": answer} for name, answer in answers.items()}
    opened.page.evaluate(
        """([course, answers, notes]) => {
          for (const [key, saved] of Object.entries(answers)) localStorage.setItem(key, JSON.stringify(saved));
          for (const [name, text] of notes) localStorage.setItem(`note/${course}/${name}`, text);
        }""",
        [COURSE, kept, list(notes)],
    )
    opened.page.reload()
    settle(opened.page)


def section(opened, heading):
    return opened.section.locator(".dossier-section").filter(has=opened.page.get_by_role("heading", name=heading))


def add_actor(opened, name, kind, level):
    form = opened.section.get_by_role("form", name="Name an actor")
    form.get_by_label("Name of an office or group").fill(name)
    form.get_by_label("Type, in your own words").fill(kind)
    form.get_by_label("Level").select_option(level)
    form.get_by_role("button", name="Add this actor").click()
