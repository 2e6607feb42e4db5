"""Earlier work comes into the dossier: maps, cards, a clash, first notes; each can be undone, nothing is lost."""

from playwright.sync_api import expect

from coursekit import find_exercise
from coursekit.exercises.attachments import attachments
from tests.browser.dossier_page import CITIES, ID, MODEL, add_actor, section, with_earlier
from tests.course import COURSE
from tests.unit.second_opinion import published

AGENDA = published(find_exercise("seven-agreements"))["model"]
DESK = published(find_exercise("seven-policies"))["model"]
NAMED = attachments(COURSE, find_exercise(ID))["materials"]["earlier"]["seven-policies"]["named"]
NAMES = {id_: named["name"] for id_, named in NAMED.items()}


def test_an_earlier_map_comes_in_with_its_actors(dossier):
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


def test_nothing_is_overwritten_without_asking(dossier):
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


def test_earlier_cards_come_in_with_those_who_stand_on_them(dossier):
    opened = dossier()
    with_earlier(opened, seven_agreements=AGENDA)
    section(opened, "Action cards").get_by_role("button", name="Bring in my earlier work").click()
    brought = opened.answer
    assert [card["area"] for card in brought["cards"]] == [card["area"] for card in AGENDA["cards"]]
    on_cards = {actor for card in brought["cards"] for actor in [card["lead"], *card["partners"]]}
    assert on_cards == set(brought["actors"]) == {actor["id"] for actor in brought["new_actors"]}
    assert brought["cards"][0]["indicator"] == "Decisions that rest on the new figures"
    expect(section(opened, "Action cards").locator("[data-bar]")).to_have_count(6)


def test_an_earlier_clash_comes_in_with_its_fix(dossier):
    opened = dossier()
    desk = {**DESK, "pairs": {"P2|P1": "conflicts", "P6|P7": "conflicts", "P2|P5": "supports"}}
    with_earlier(opened, seven_policies=desk)
    clash = section(opened, "A clash of policies")
    expect(clash.get_by_label("From which exercise?").locator("option")).to_have_count(3)  # two, and nothing chosen
    clash.get_by_label("From which exercise?").select_option("P6|P7")
    clash.get_by_role("button", name="Bring in my earlier work").click()
    assert opened.answer["clash"] == {
        "a": NAMES["P6"],
        "b": NAMES["P7"],
        "fix": NAMES[DESK["fixes"]["P6|P7"]],
    }
    clash.get_by_label("From which exercise?").select_option("P2|P1")
    clash.get_by_role("button", name="Bring in my earlier work").click()
    clash.get_by_role("button", name="Leave all as it is").click()
    expect(clash.get_by_role("button", name="Bring in my earlier work")).to_be_focused()
    assert opened.answer["clash"]["a"] == NAMES["P6"]
    clash.get_by_role("button", name="Bring in my earlier work").click()
    clash.get_by_role("button", name="Replace it").click()
    assert opened.answer["clash"] == {"a": NAMES["P2"], "b": NAMES["P1"], "fix": NAMES[DESK["fixes"]["P1|P2"]]}


def test_a_first_note_stands_beside_its_question_and_is_copied_beside_what_is_there(dossier):
    opened = dossier(MODEL)
    with_earlier(opened, notes=[("round-table-4", "A practice note could travel.")])
    note = section(opened, "Four questions").locator(".dossier-note")
    expect(note).to_have_count(1)
    expect(note).to_contain_text("A practice note could travel.")
    note.get_by_role("button", name="Copy it into my answer").click()
    assert opened.answer["rt"]["q4"] == f"{MODEL['rt']['q4']}\n\nA practice note could travel."
    opened.button("Undo").click()
    assert opened.answer["rt"]["q4"] == MODEL["rt"]["q4"]


def test_earlier_work_that_makes_no_dossier_is_refused_and_changes_nothing(dossier):
    opened = dossier()
    strange = {**CITIES, "ties": [{**tie, "purpose": "nonsense"} for tie in CITIES["ties"]]}
    with_earlier(opened, harbour_cities=strange)
    before = opened.answer
    section(opened, "The partnership").get_by_role("button", name="Bring in my earlier work").click()
    expect(section(opened, "The partnership").get_by_role("alert")).to_contain_text("could not be read")
    assert opened.answer == before
