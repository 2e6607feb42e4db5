"""The rubric of E10.1 against a second opinion: the eleven predicates of the curriculum, written in Python."""

import copy
import csv
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit import find_exercise
from tests.course import COURSE
from tests.unit.any_answers import unmet
from tests.unit.second_opinion import check_grade, check_survives, published, strange_answers

DOSSIER = find_exercise("E10.1")
ANSWERS = published(DOSSIER)
MODEL = ANSWERS["model"]
CS = ["cooperation", "coordination", "consultation", "coherence"]
QUESTIONS = ["q1", "q2", "q3", "q4"]
PURPOSES = ["learn", "inform", "consult", "coordinate", "deliver", "align", "fund", "train", "monitor", "direct"]
POINTS = {"D1": 1, "D2": 1, "D3": 2, "D4": 1, "D5": 2, "D6": 1, "D7": 2, "D8": 2, "D9": 2, "D10": 1, "D11": 1}
GATES = {"D1", "D3", "D8"}
DATASETS = COURSE.folder / "datasets"


def keys_of_datasets():
    """Every key of every dataset, with all beginnings of a key that has several parts."""
    keys = {}
    for table in json.loads((DATASETS / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
        with (DATASETS / table["path"]).open(encoding="utf-8", newline="") as file:
            parts = [[row[name] for name in table["schema"]["primaryKey"]] for row in csv.DictReader(file)]
        keys[table["name"]] = {"|".join(key[:end]) for key in parts for end in range(1, len(key) + 1)}
    return keys


KEYS = keys_of_datasets()


def words(text):
    return len((text or "").split())


def folded(text):
    return " ".join((text or "").split()).lower()


def met(answer):
    """The criteria that an answer meets, straight from the words of the curriculum; what is open meets nothing."""
    described = {}
    for actor in answer["new_actors"]:
        described.setdefault(actor["id"], []).append(actor)
    known = {
        id_: actors[0]
        for id_, actors in described.items()
        if actors[0]["level"] and all(actor == actors[0] for actor in actors)
    }
    placed, ties = set(answer["actors"]), answer["ties"]
    valid = placed <= set(known) and all(
        tie["from"] in placed and tie["to"] in placed and tie["from"] != tie["to"] for tie in ties
    )
    levels = [(known[tie["from"]]["level"], known[tie["to"]]["level"]) for tie in ties] if valid else []
    four_cs, rt = answer["four_cs"], answer["rt"]
    clash = answer["clash"] or {"a": "", "b": "", "fix": ""}
    cited = [row for row in answer["evidence"] if row["row"] and row["row"] in KEYS.get(row["dataset"], ())]
    return {
        criterion
        for criterion, holds in {
            # the problem has 20 to 120 words and the objective 5 to 40
            "D1": 20 <= words(answer["problem"]) <= 120 and 5 <= words(answer["objective"]) <= 40,
            # four_cs has all four keys with at least 6 words each and no two identical
            "D2": all(words(four_cs.get(c)) >= 6 for c in CS) and len({folded(four_cs[c]) for c in CS}) == 4,
            # graph valid and connected, at least five actors of four types, one horizontal and one vertical tie
            "D3": valid
            and is_connected(placed, ties)
            and len(placed) >= 5
            and len({folded(known[id_]["type"]) for id_ in placed} - {""}) >= 4
            and any(one == other for one, other in levels)
            and any(one != other for one, other in levels),
            # at least one tie has both == true
            "D4": any(tie["both"] for tie in ties),
            # voices is not empty, each is placed and has a tie with purpose consult, deliver, coordinate or learn
            "D5": bool(answer["voices"])
            and all(
                voice in placed
                and any(
                    voice in (tie["from"], tie["to"])
                    and tie["purpose"] in ("consult", "deliver", "coordinate", "learn")
                    for tie in ties
                )
                for voice in answer["voices"]
            ),
            # clash has two different policies and a fix of at least 4 words
            "D6": bool(folded(clash["a"]) and folded(clash["b"]))
            and folded(clash["a"]) != folded(clash["b"])
            and words(clash["fix"]) >= 4,
            # at least three cards, every lead and partner is a placed actor, 1 <= start <= end
            "D7": len(answer["cards"]) >= 3
            and all(
                {card["lead"], *card["partners"]} <= placed
                and card["start"] is not None
                and card["end"] is not None
                and 1 <= card["start"] <= card["end"]
                for card in answer["cards"]
            ),
            # rt has q1..q4, each 30 to 200 words, and no answer repeats another
            "D8": all(30 <= words(rt.get(q)) <= 200 for q in QUESTIONS)
            and len({folded(rt[q]) for q in QUESTIONS}) == 4,
            # at least two evidence rows that exist in the course datasets, from at least two datasets
            "D9": len({row["dataset"] for row in cited}) >= 2,
            # at least two seed files cited
            "D10": len(set(answer["seeds"])) >= 2,
            # at least two risks with a response each
            "D11": sum(bool(folded(row["risk"]) and folded(row["response"])) for row in answer["risks"]) >= 2,
        }.items()
        if holds
    }


def is_connected(placed, ties):
    islands = [{actor} for actor in placed]
    for tie in ties:
        touched = [island for island in islands if island & {tie["from"], tie["to"]}]
        islands = [island for island in islands if island not in touched] + [set().union(*touched)]
    return len(islands) == 1


TEXTS = st.sampled_from(["", "one two", "One  TWO", "a b c d", "a b c d e f", " ".join("abcdefghij" * 12), "x " * 201])
IDS = st.sampled_from(["city", "clin", "mc", "emp", "moh", "rcp", "nobody"])
QUARTERS = st.none() | st.integers(-1, 30)
TIE = st.fixed_dictionaries(
    {"from": IDS, "to": IDS, "both": st.booleans(), "purpose": st.none() | st.sampled_from(PURPOSES)}
)
ACTOR = st.fixed_dictionaries(
    {
        "id": IDS,
        "name": TEXTS,
        "type": st.sampled_from(["private", "Private ", "health", ""]),
        "level": st.sampled_from([None, "local", "national"]),
    }
)
CARD = st.fixed_dictionaries(
    {
        "area": TEXTS | st.none(),
        "lead": IDS | st.none(),
        "partners": st.lists(IDS, max_size=3),
        "start": QUARTERS,
        "end": QUARTERS,
        "indicator": TEXTS | st.none(),
    }
)
CITED = st.fixed_dictionaries(
    {
        "dataset": st.sampled_from(["initiatives", "remittance_costs", "milestones", "nothing"]),
        "row": st.sampled_from(["jmdi", "2023Q3", "2023Q3|banks", "2023Q", "|banks", "ms-1994-01", ""]),
    }
)
RISK = st.fixed_dictionaries({"risk": TEXTS, "response": TEXTS})
CHANGES = {
    "problem": TEXTS,
    "objective": TEXTS,
    "four_cs": st.dictionaries(st.sampled_from(CS), TEXTS | st.none()),
    "voices": st.lists(IDS, max_size=2),
    "clash": st.none() | st.fixed_dictionaries({"a": TEXTS, "b": TEXTS, "fix": TEXTS}),
    "rt": st.dictionaries(st.sampled_from(QUESTIONS), TEXTS),
    "evidence": st.lists(CITED, max_size=4),
    "seeds": st.lists(st.sampled_from(["000", "001", "002", "003", "004"]), max_size=3),
    "risks": st.lists(RISK, max_size=3),
    "actors": st.lists(IDS, max_size=7),
}
MORE = {"ties": TIE, "new_actors": ACTOR, "cards": CARD}


@st.composite
def dossiers(draw):
    """Dossiers near the published ones, so that every criterion is often met and often not."""
    answer = copy.deepcopy(draw(st.sampled_from(list(ANSWERS.values()))))
    for field in draw(st.lists(st.sampled_from([*CHANGES, *MORE]), max_size=3, unique=True)):
        if field in CHANGES:
            changed = draw(CHANGES[field])
            answer[field] = {**answer[field], **changed} if field in ("four_cs", "rt") else changed
        elif draw(st.booleans()):
            answer[field] = [*answer[field], draw(MORE[field])]
        elif answer[field]:
            answer[field] = draw(st.permutations(answer[field]))[1:]
    return answer


@settings(deadline=None, max_examples=500)
@given(dossiers())
def test_the_grade_of_any_dossier_follows_the_words_of_the_curriculum(answer):
    check_grade(DOSSIER, answer, met(answer), GATES)


@pytest.mark.parametrize("name", ANSWERS)
def test_the_second_opinion_agrees_on_the_published_answers(name):
    check_grade(DOSSIER, ANSWERS[name], met(ANSWERS[name]), GATES)


def test_the_exercise_asks_what_the_curriculum_asks():
    setting = DOSSIER.setting
    assert [c["id"] for c in setting["four_cs"]] == CS
    assert [question["id"] for question in setting["round_table"]] == QUESTIONS
    assert [question["note"] for question in setting["round_table"]] == [f"round-table-{n}" for n in range(1, 5)]
    assert setting["purposes"] == PURPOSES
    assert [seed["id"] for seed in setting["seeds"]] == ["000", "001", "002", "003", "004"]
    assert len(setting["peer_guide"]["levels"]) == 4
    assert [len(row["levels"]) for row in setting["peer_guide"]["rows"]] == [4] * 5
    assert {criterion.id: criterion.points for criterion in DOSSIER.criteria} == POINTS
    assert {criterion.id for criterion in DOSSIER.criteria if criterion.gate} == GATES


def set_words(field, count):
    """The model, with as many words in one field as asked, each field's words different."""
    text = " ".join([field, *["word"] * (count - 1)])
    answer = copy.deepcopy(MODEL)
    if field == "four_cs":
        answer["four_cs"]["cooperation"] = text
    elif field == "rt":
        answer["rt"]["q1"] = text
    elif field == "fix":
        answer["clash"]["fix"] = text
    else:
        answer[field] = text
    return answer


@pytest.mark.parametrize(
    ("field", "criterion"), [("problem", "D1"), ("objective", "D1"), ("four_cs", "D2"), ("fix", "D6"), ("rt", "D8")]
)
def test_what_the_page_says_about_lengths_is_what_the_criteria_ask(field, criterion):
    asked = DOSSIER.setting["lengths"][field]
    assert unmet(DOSSIER, set_words(field, asked["least"])) == set()
    assert unmet(DOSSIER, set_words(field, asked["least"] - 1)) == {criterion}
    if "most" in asked:
        assert unmet(DOSSIER, set_words(field, asked["most"])) == set()
        assert unmet(DOSSIER, set_words(field, asked["most"] + 1)) == {criterion}


def with_part(**part):
    return {**copy.deepcopy(MODEL), **part}


@pytest.mark.parametrize(
    "part",
    [
        {"ties": [*MODEL["ties"], {"from": "city", "to": "ghost", "both": False, "purpose": "inform"}]},
        {"ties": [*MODEL["ties"], {"from": "city", "to": "city", "both": False, "purpose": "inform"}]},
        {"actors": [*MODEL["actors"], "c_tan"]},
        {"new_actors": [*MODEL["new_actors"], {"id": "city", "name": "City", "type": "port", "level": "national"}]},
        {"new_actors": [{**MODEL["new_actors"][0], "level": None}, *MODEL["new_actors"][1:]]},
        {"actors": [], "ties": MODEL["ties"][:0], "voices": [], "cards": []},
    ],
    ids=["tie-to-nobody", "tie-to-itself", "placed-but-not-described", "described-twice", "without-a-level", "nobody"],
)
def test_a_graph_that_is_not_valid_is_graded(part):
    assert "D3" in unmet(DOSSIER, with_part(**part))


def test_the_same_actor_described_twice_alike_counts_once():
    assert unmet(DOSSIER, with_part(new_actors=MODEL["new_actors"] * 2, actors=MODEL["actors"] * 2)) == set()


def test_a_card_without_a_lead_is_led_by_nobody_even_by_an_actor_without_an_id():
    nameless = {"id": "", "name": "", "type": "x", "level": "local"}
    tie = {"from": "", "to": MODEL["actors"][0], "both": False, "purpose": "learn"}
    first, *others = MODEL["cards"]
    with_nameless = {
        "new_actors": [*MODEL["new_actors"], nameless],
        "actors": [*MODEL["actors"], ""],
        "ties": [*MODEL["ties"], tie],
    }
    assert "D7" not in unmet(DOSSIER, with_part(**with_nameless))
    assert "D7" in unmet(DOSSIER, with_part(**with_nameless, cards=[{**first, "lead": None}, *others]))


def test_a_quotation_inside_another_answer_is_no_repetition():
    rt = {**MODEL["rt"], "q2": f"{MODEL['rt']['q1']} And more."}
    assert unmet(DOSSIER, with_part(rt=rt)) == set()
    same = {**MODEL["rt"], "q2": MODEL["rt"]["q1"].upper().replace(" ", "\n ")}
    assert unmet(DOSSIER, with_part(rt=same)) == {"D8"}


def evidence(*rows):
    return with_part(evidence=[{"dataset": dataset, "row": row} for dataset, row in rows])


def test_evidence_is_cited_by_the_key_of_its_dataset():
    assert unmet(DOSSIER, evidence(("initiatives", "jmdi"), ("remittance_costs", "2023Q3|banks"))) == set()
    assert unmet(DOSSIER, evidence(("initiatives", "jmdi"), ("remittance_costs", "2023Q"))) == {"D9"}
    assert unmet(DOSSIER, evidence(("initiatives", "jmdi"), ("initiatives", "gfmd"))) == {"D9"}
    assert unmet(DOSSIER, evidence(("initiatives", "jmdi"), ("constructor", "name"))) == {"D9"}
    assert unmet(DOSSIER, evidence(("initiatives", "toString"), ("ties", "t1"), ("ties", "t2"))) == {"D9"}
    assert unmet(DOSSIER, evidence(("initiatives", "jmdi"), ("nothing", "x"), ("ties", "t1"))) == set()


@settings(deadline=None, max_examples=200)
@given(strange_answers(ANSWERS))
def test_any_json_gets_a_grade_or_a_sentence(answer):
    check_survives(DOSSIER, answer)
