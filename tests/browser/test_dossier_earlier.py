"""Earlier work comes into the dossier: maps, cards, a clash, first notes; each can be undone, nothing is lost."""

import json
import re

from playwright.sync_api import expect

from coursekit.exercises import find_exercise
from tests.browser.conftest import BOOK
from tests.browser.dossier_page import CITIES, ID, MODEL, add_actor, dossier, section, with_earlier  # noqa: F401
from tests.browser.exercise_page import ExercisePage, exercise_at  # noqa: F401 (fixtures)
from tests.unit.any_answer import published

AGENDA = published(find_exercise("seven-agreements"))["model"]


def test_an_earlier_map_comes_in_with_its_actors(dossier):  # noqa: F811
    opened = dossier()
    with_earlier(opened, harbour_cities=CITIES)
    section(opened, "The partnership").get_by_role("button", name="Bring in my earlier work").click()
    brought = opened.answer
    assert [actor["id"] for actor in brought["new_actors"]] == CITIES["actors"] == brought["actors"]
    assert brought["new_actors"][0] == {
        "id": "c_tan",
        "name": "City of Tanhult",
        "type": "local_gov",
        "level": "local",
    }
    assert brought["ties"] == CITIES["ties"]
    opened.button("Undo").click()
    assert opened.answer["new_actors"] == []


def test_nothing_is_overwritten_without_asking(dossier):  # noqa: F811
    opened = dossier()
    with_earlier(opened, harbour_cities=CITIES)
    add_actor(opened, "Clinic", "health", "local")
    bring = section(opened, "The partnership").get_by_role("button", name="Bring in my earlier work")
    bring.click()
    expect(section(opened, "The partnership").get_by_text("Something stands here already.")).to_be_visible()
    assert len(opened.answer["new_actors"]) == 1
    section(opened, "The partnership").get_by_role("button", name="Keep it and add").click()
    assert opened.answer["new_actors"][0]["name"] == "Clinic"
    assert len(opened.answer["new_actors"]) == 4
    bring.click()
    section(opened, "The partnership").get_by_role("button", name="Replace it").click()
    assert [actor["id"] for actor in opened.answer["new_actors"]] == CITIES["actors"]
    opened.button("Undo").click()
    assert len(opened.answer["new_actors"]) == 4


def test_earlier_cards_come_in_with_those_who_stand_on_them(dossier):  # noqa: F811
    opened = dossier()
    with_earlier(opened, seven_agreements=AGENDA)
    section(opened, "Action cards").get_by_role("button", name="Bring in my earlier work").click()
    brought = opened.answer
    assert [card["area"] for card in brought["cards"]] == [card["area"] for card in AGENDA["cards"]]
    on_cards = {actor for card in brought["cards"] for actor in [card["lead"], *card["partners"]]}
    assert on_cards == set(brought["actors"]) == {actor["id"] for actor in brought["new_actors"]}
    assert brought["cards"][0]["indicator"] == "Survey questions on migration published"
    expect(section(opened, "Action cards").locator("[data-bar]")).to_have_count(6)


POLICIES = {
    "title": "Seven policies on one desk",
    "named": {
        "P1": {"name": "Care export plan"},
        "P2": {"name": "Rural clinics staffing"},
        "P3": {"name": "Levy"},
        "P4": {"name": "Investment window"},
        "fx_home_track": {"name": "Train as many for home as for abroad"},
    },
}
DESK = {
    "pairs": {"P1|P2": "conflicts", "P4|P3": "conflicts", "P2|P3": "supports"},
    "screen": {},
    "fixes": {"P1|P2": "fx_home_track"},
}


def test_an_earlier_clash_comes_in_with_its_fix(new_context):
    """The page is given what Python adds when the course has that exercise."""
    page = new_context().new_page()
    address = (BOOK / f"exercises/{ID}.html").as_uri()
    html = (BOOK / f"exercises/{ID}.html").read_text(encoding="utf-8")
    data = re.search(r'class="exercise-data">(.*?)</script>', html, re.DOTALL).group(1)
    payload = json.loads(data)
    payload["exercise"]["materials"]["earlier"]["seven-policies"] = POLICIES
    page.route(
        address,
        lambda route: route.fulfill(
            body=html.replace(data, json.dumps(payload).replace("<", "\\u003c")), content_type="text/html"
        ),
    )
    page.goto(address)
    opened = ExercisePage(page, ID)
    with_earlier(opened, seven_policies=DESK)
    clash = section(opened, "A clash of policies")
    clash.get_by_label("From which exercise?").select_option("P4|P3")
    clash.get_by_role("button", name="Bring in my earlier work").click()
    assert opened.answer["clash"] == {"a": "Investment window", "b": "Levy", "fix": ""}
    clash.get_by_label("From which exercise?").select_option("P1|P2")
    clash.get_by_role("button", name="Bring in my earlier work").click()
    clash.get_by_role("button", name="Replace it").click()
    assert opened.answer["clash"] == {
        "a": "Care export plan",
        "b": "Rural clinics staffing",
        "fix": "Train as many for home as for abroad",
    }


def test_a_first_note_stands_beside_its_question_and_is_copied_beside_what_is_there(dossier):  # noqa: F811
    opened = dossier(MODEL)
    with_earlier(opened, notes=[("round-table-4", "A practice note could travel.")])
    note = section(opened, "Four questions").locator(".dossier-note")
    expect(note).to_have_count(1)
    expect(note).to_contain_text("A practice note could travel.")
    note.get_by_role("button", name="Copy it into my answer").click()
    assert opened.answer["rt"]["q4"] == f"{MODEL['rt']['q4']}\n\nA practice note could travel."
    opened.button("Undo").click()
    assert opened.answer["rt"]["q4"] == MODEL["rt"]["q4"]
