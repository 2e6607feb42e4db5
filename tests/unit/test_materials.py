"""What the course adds to an exercise: rows to cite and names of earlier exercises, and never in a notebook."""

import gzip
import json

import msgspec

from coursekit import find_exercise, find_solution
from coursekit.datasets.tables import dataset_names, describe
from coursekit.exercises.attachments import attachments, attachments_for
from coursekit.exercises.payload import exercise_data, page_payload, working_data
from tests.course import COURSE

DOSSIER = find_exercise("partnership-dossier")
SOLUTION = find_solution(DOSSIER)


def test_every_row_of_every_dataset_can_be_cited_by_its_key():
    citable = working_data(COURSE, DOSSIER)["materials"]["citable"]
    assert set(citable) == set(dataset_names(COURSE))
    assert citable["initiatives"]["title"] == describe(COURSE, "initiatives").title
    assert citable["initiatives"]["rows"]["jmdi"].startswith("Joint Migration and Development Initiative")
    assert "2023Q3|banks" in citable["remittance_costs"]["rows"]
    assert all(len(label) < 100 for dataset in citable.values() for label in dataset["rows"].values())


def test_a_row_that_is_not_confirmed_says_so():
    rows = working_data(COURSE, DOSSIER)["materials"]["citable"]["remittance_costs"]["rows"]
    assert rows["2009Q1|all"].endswith("(not confirmed)")
    assert not rows["2023Q3|all"].endswith("(not confirmed)")


def test_names_of_earlier_exercises_come_along_and_missing_ones_are_left_out():
    earlier = attachments(COURSE, DOSSIER)["materials"]["earlier"]
    assert earlier["harbour-cities"]["title"] == "Three harbour cities"
    assert earlier["harbour-cities"]["named"]["c_tan"] == {
        "name": "City of Tanhult",
        "type": "local_gov",
        "level": "local",
    }
    assert earlier["seven-agreements"]["named"]["average_fee_pct"]["name"] == "Average fee for a transfer, in per cent"
    wished = {**DOSSIER.setting["earlier"], "clash": "no-such-exercise"}
    other = msgspec.structs.replace(DOSSIER, setting={**DOSSIER.setting, "earlier": wished})
    assert "no-such-exercise" not in attachments(COURSE, other)["materials"]["earlier"]


def test_a_notebook_stores_none_of_it_and_an_edition_does_not_depend_on_it():
    assert "materials" not in exercise_data(DOSSIER)
    assert exercise_data(DOSSIER)["version"] == working_data(COURSE, DOSSIER)["version"]


def test_an_exercise_that_asks_for_nothing_gets_nothing():
    assert working_data(COURSE, find_exercise("harbour-cities")) == exercise_data(find_exercise("harbour-cities"))


def test_a_shown_answer_carries_only_what_it_cites():
    def cited(answer):
        citable = attachments_for(COURSE, DOSSIER, answer.answer)["materials"]["citable"]
        return {name: list(dataset["rows"]) for name, dataset in citable.items()}

    assert cited(SOLUTION.model) == {"initiatives": ["intercultural-cities"], "mainstreaming": ["ms-p2-mda"]}
    assert cited(SOLUTION.alternative) == {"initiatives": ["tu-mda-ukr-ita"], "remittance_costs": []}
    assert attachments_for(COURSE, find_exercise("harbour-cities"), {}) == {}


def test_the_setting_says_which_part_of_an_answer_cites():
    other = msgspec.structs.replace(DOSSIER, setting={**DOSSIER.setting, "cites_datasets": "proofs"})
    answer = {"evidence": [{"dataset": "initiatives", "row": "jmdi"}], "proofs": [{"dataset": "ties", "row": ""}]}
    assert set(attachments_for(COURSE, other, answer)["materials"]["citable"]) == {"ties"}


def test_the_page_stays_small():
    payload = json.dumps(page_payload(COURSE, DOSSIER, SOLUTION), ensure_ascii=False).encode()
    assert len(gzip.compress(payload)) < 50_000
