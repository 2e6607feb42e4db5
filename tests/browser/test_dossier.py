"""The dossier in a real browser: written, drawn, cited, checked, printed on two sheets."""

import copy
import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.book import axe_violations
from tests.browser.dossier_page import ANSWERS, CITIES, ID, MODEL, add_actor, section, with_earlier


def write(opened, label, text):
    box = opened.section.get_by_label(label)
    box.fill(text)
    box.blur()


def test_a_dossier_is_made_from_nothing_and_passes(dossier):
    opened = dossier()
    write(opened, "The problem", MODEL["problem"])
    write(opened, "The objective", MODEL["objective"])
    for label, c in [("Cooperation", "cooperation"), ("Coordination", "coordination"), ("Coherence", "coherence")]:
        write(opened, re.compile(f"^{label}"), MODEL["four_cs"][c])
    write(opened, re.compile("^Consultation"), MODEL["four_cs"]["consultation"])

    for name, kind, level in [
        ("City", "Local government", "local"),
        ("Clinic", "health", "local"),
        ("Migrants council", "migrants' organization", "local"),
        ("Growers", "Private sector", "local"),
        ("Health ministry", "National government", "national"),
        ("Regional process", "Regional consultative process", "regional"),
    ]:
        add_actor(opened, name, kind, level)
    map_part = section(opened, "The partnership")
    for start, end, purpose, both in [
        ("City", "Clinic", "deliver", True),
        ("City", "Migrants council", "consult", True),
        ("Growers", "Clinic", "fund", False),
        ("Health ministry", "City", "coordinate", True),
        ("Health ministry", "Regional process", "inform", False),
    ]:
        map_part.get_by_label("From", exact=True).select_option(label=start)
        map_part.get_by_label("To", exact=True).select_option(label=end)
        map_part.get_by_label("What is it for?").select_option(purpose)
        map_part.get_by_role("checkbox", name="Both ways").set_checked(both)
        map_part.get_by_role("button", name="Add", exact=True).click()
    map_part.get_by_role("group", name="Who of them has little power").get_by_label("Migrants council").check()

    write(opened, "One policy", MODEL["clash"]["a"])
    write(opened, "The other policy", MODEL["clash"]["b"])
    write(opened, "How to align them", MODEL["clash"]["fix"])
    for number, card in enumerate(MODEL["cards"], 1):
        opened.button("Add a card").click()
        form = opened.section.get_by_role("group", name=f"card {number}")
        form.get_by_label("Area", exact=True).select_option(card["area"])
        lead, partner = (
            next(actor["name"] for actor in MODEL["new_actors"] if actor["id"] == id_)
            for id_ in (card["lead"], card["partners"][0])
        )
        form.get_by_label("Who leads?").select_option(label=lead)
        form.get_by_label("Starts in quarter").select_option(str(card["start"]))
        form.get_by_label("Ends in quarter").select_option(str(card["end"]))
        form.get_by_role("checkbox", name=partner).check()
        form.get_by_label("Which sign will show a change?").fill(card["indicator"])
        form.get_by_label("Which sign will show a change?").blur()
    for number in range(1, 5):
        write(opened, re.compile(rf"^{number}\. "), MODEL["rt"][f"q{number}"])
    for table, search in [("initiatives", "intercultural"), ("remittance_costs", "2023Q3 banks")]:
        section(opened, "Evidence").get_by_label("Table").select_option(table)
        section(opened, "Evidence").get_by_label("Search in it").fill(search)
        section(opened, "Evidence").get_by_role("button", name=re.compile("^Cite ")).first.click()
    for name in ["IOM's Essentials of Migration Management", "Round Table 3 background paper"]:
        opened.section.get_by_role("checkbox", name=name).check()
    for number, risk in enumerate(MODEL["risks"], 1):
        opened.button("Add a risk").click()
        row = opened.section.get_by_role("group", name=f"risk {number}")
        row.get_by_label("What could go wrong?").fill(risk["risk"])
        row.get_by_label("What would you do then?").fill(risk["response"])
        row.get_by_label("What would you do then?").blur()

    opened.check()
    opened.expect_verdict("Passed")
    expect(opened.section.get_by_text("26 of 26 points.", exact=True)).to_be_visible()
    made = opened.answer
    assert [actor["type"] for actor in made["new_actors"]] == [actor["type"] for actor in MODEL["new_actors"]]
    assert made["evidence"] == [
        {"dataset": "initiatives", "row": "intercultural-cities"},
        {"dataset": "remittance_costs", "row": "2023Q3|banks"},
    ]


def test_words_are_kept_after_a_pause_and_undone_as_a_whole(dossier):
    opened = dossier(MODEL)
    box = opened.section.get_by_label("The objective")
    box.press_sequentially(" and is not asked for papers", delay=5)
    expect(opened.section.get_by_text("14 words; 5 to 40 are asked.")).to_be_visible()
    opened.page.wait_for_function(
        "id => Object.entries(localStorage).some(([k, v]) => k.includes(id) && v.includes('asked for papers'))", arg=ID
    )
    box.blur()
    opened.button("Undo").click()
    assert opened.answer["objective"] == MODEL["objective"]
    expect(box).to_have_value(MODEL["objective"])


def test_an_actor_is_changed_and_goes_with_ties_and_places_on_cards(dossier):
    opened = dossier(MODEL)
    opened.button("Change Clinic").click()
    form = opened.section.get_by_role("form", name="Change an actor")
    form.get_by_label("Level").select_option("national")
    form.get_by_role("button", name="Save").click()
    expect(opened.section.locator(".dossier-form .designer-tie").first).to_contain_text("up and down")
    opened.button("Remove Clinic").click()
    left = opened.answer
    assert '"clin"' not in json.dumps([left["new_actors"], left["actors"], left["ties"], left["cards"]])
    assert len(left["cards"]) == 3
    opened.button("Undo").click()
    assert opened.answer["actors"] == MODEL["actors"]


def test_what_cannot_be_drawn_is_said_and_harms_nothing(dossier):
    broken = copy.deepcopy(MODEL)
    broken["ties"].append({"from": "city", "to": "ghost", "both": False, "purpose": "inform"})
    opened = dossier(broken)
    expect(opened.section.get_by_text("actors or ties that cannot be drawn")).to_be_visible()
    opened.check()
    opened.expect_verdict("Not yet")
    opened.section.get_by_role("checkbox", name="Regional process").first.uncheck()
    expect(opened.section.get_by_text("actors or ties that cannot be drawn")).to_have_count(0)


def test_the_map_and_the_evidence_are_worked_with_the_keyboard_alone(dossier):
    opened = dossier()
    keys = opened.page.keyboard
    opened.press_until("Tab", ".dossier-actor-form input")
    for name, kind, level in [("City", "port", "Loc"), ("State", "ministry", "Nat")]:
        keys.type(name)
        keys.press("Tab")
        keys.type(kind)
        keys.press("Tab")
        keys.type(level)
        keys.press("Enter")
        opened.press_until("Tab", ".dossier-actor-form button[type=submit]")
        keys.press("Enter")
        expect(opened.section.locator(".dossier-actor-form input").first).to_be_focused()  # ready for the next
    opened.press_until("Tab", ".designer-add select")
    for text in ["City", "State", "con"]:
        keys.type(text)
        keys.press("Tab")
    opened.press_until("Tab", ".designer-add button")
    keys.press("Enter")
    assert opened.answer["ties"] == [
        {"from": "actor_1", "to": "actor_2", "both": False, "purpose": "consult", "payload": None}
    ]
    opened.choose_by_keyboard(".dossier-evidence select", "Init")
    keys.press("Tab")
    keys.type("JMDI")
    opened.press_until("Tab", ".dossier-rows button")
    keys.press("Enter")
    assert opened.answer["evidence"] == [{"dataset": "initiatives", "row": "jmdi"}]
    assert opened.page.evaluate("document.activeElement !== document.body")


@pytest.mark.parametrize("name", ["model", "alternative"])
def test_a_good_dossier_prints_on_two_sheets(dossier, name):
    opened = dossier(ANSWERS[name])
    pdf = opened.page.pdf(format="A4", margin={"top": "14mm", "bottom": "14mm", "left": "15mm", "right": "15mm"})
    assert len(re.findall(rb"/Type\s*/Page[^s]", pdf)) == 2
    opened.page.emulate_media(media="print")
    for words in ["For two peers", "Absent", "Convincing", "Does it answer question 4?"]:
        expect(opened.section.locator(".dossier-printed").get_by_text(words, exact=True)).to_be_visible()
    expect(opened.section.locator(".dossier-form")).to_be_hidden()
    expect(opened.section.locator(".exercise-words")).to_be_hidden()


def test_a_phone_has_one_column_and_works_by_touch(dossier):
    half = copy.deepcopy(MODEL)
    half["ties"], half["voices"] = half["ties"][:-1], []
    opened = dossier(half, width=360, touch=True)
    part = section(opened, "The partnership")
    part.get_by_label("From", exact=True).select_option("moh")
    part.get_by_label("To", exact=True).select_option("rcp")
    part.get_by_label("What is it for?").select_option("inform")
    part.get_by_role("button", name="Add", exact=True).tap()
    part.get_by_role("group", name="Who of them has little power").get_by_label("Migrants council").tap()
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    controls = opened.section.locator(
        ".exercise-work .dossier-form :is(button, select, textarea, input[type=text]):visible"
    )
    heights = controls.evaluate_all("controls => controls.map((control) => control.getBoundingClientRect().height)")
    assert min(heights) >= 44
    opened.button("Check", exact=True).tap()
    opened.expect_verdict("Passed")


def test_nobody_meets_a_barrier(dossier):
    opened = dossier()
    assert axe_violations(opened.page) == []
    opened.import_answer(ANSWERS["slogans"])
    with_earlier(opened, harbour_cities=CITIES, notes=[("round-table-1", "Money.")])
    section(opened, "The partnership").get_by_role("button", name="Bring in my earlier work").click()
    opened.check()
    opened.expect_verdict("Not yet")
    expect(opened.section.get_by_text("Everybody agrees with your words")).to_be_visible()
    opened.button("Change card 1").click()
    assert axe_violations(opened.page) == []
    opened.import_answer(MODEL)
    opened.check()
    opened.button("See two good answers").click()
    expect(opened.section.locator(".exercise-solutions .dossier-sheet")).to_have_count(2)
    assert axe_violations(opened.page) == []
