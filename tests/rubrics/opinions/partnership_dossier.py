"""E10.1 a second time, from the words of its brief and criteria."""

import csv
import json
from functools import cache
from itertools import combinations

from tests.course import COURSE
from tests.rubrics.opinions._dossier_edges import EDGES, REFUSED
from tests.rubrics.opinions._texts import counts_activity, different, folded, leads_to_a_person, own, varied, words

__all__ = ["EDGES", "REFUSED", "met"]

CS = ["cooperation", "coordination", "consultation", "coherence"]
QUESTIONS = ["q1", "q2", "q3", "q4"]
OFFICIAL = {"national_gov", "regional_body", "global_body", "int_org", "rcp"}
TAKES_PART = {"coordinate", "deliver", "learn", "align", "train", "monitor"}


@cache
def keys_of_datasets():
    """Every key of every dataset, with all beginnings of a key that has several parts."""
    folder, keys = COURSE.folder / "datasets", {}
    for table in json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
        with (folder / table["path"]).open(encoding="utf-8", newline="") as file:
            parts = [[row[name] for name in table["schema"]["primaryKey"]] for row in csv.DictReader(file)]
        keys[table["name"]] = {"|".join(key[:end]) for key in parts for end in range(1, len(key) + 1)}
    return keys


def met(answer, setting):
    described = {}
    for actor in answer["new_actors"]:
        described.setdefault(actor["id"], []).append(actor)
    known = {
        id_: actors[0]
        for id_, actors in described.items()
        if actors[0]["level"] and all(actor == actors[0] for actor in actors)
    }
    page = different(" ".join(_page(setting)))
    rt, clash = answer["rt"], answer["clash"] or {"a": "", "b": "", "fix": ""}
    cited = {
        (row["dataset"], row["row"])
        for row in answer["evidence"]
        if row["row"] and row["row"] in keys_of_datasets().get(row["dataset"], ())
    }
    return {
        criterion
        for criterion, holds in {
            **_of_the_map(answer, known),
            **_of_the_cards(answer, {id_: actors[0]["type"] for id_, actors in described.items()}, setting),
            "D1": 20 <= words(answer["problem"]) <= 120
            and varied(answer["problem"])
            and own(answer["problem"], rt.values())
            and not _echoes(answer["problem"], page)
            and 5 <= words(answer["objective"]) <= 40
            and varied(answer["objective"]),
            "D2": _each_its_own(answer["four_cs"], CS, 6, 10_000),
            "D6": all(varied(clash[part]) for part in ("a", "b", "fix"))
            and own(clash["a"], [clash["b"], clash["fix"]])
            and own(clash["b"], [clash["fix"]])
            and words(clash["fix"]) >= 4,
            "D8": _each_its_own(rt, QUESTIONS, 30, 200)
            and all(own(rt[q], [answer["problem"]]) and not _echoes(rt[q], page) for q in QUESTIONS),
            "D9": 2 <= len(cited) <= 8 and len({dataset for dataset, _ in cited}) >= 2,
            "D10": len(set(answer["seeds"])) >= 2,
            "D11": _risks(answer["risks"]) >= 2,
            "D15": not any(map(leads_to_a_person, _texts(answer))),
        }.items()
        if holds
    }


def _page(setting):
    """What the page asks of the round table, and what it tells the peers."""
    rows = setting["peer_guide"]["rows"]
    return [q["question"] for q in setting["round_table"]] + [t for row in rows for t in (row["name"], *row["levels"])]


def _echoes(text, page):
    """Four in five of its words stand on the page."""
    said = different(text)
    return bool(said) and 5 * len(said & page) >= 4 * len(said)


def _each_its_own(texts, asked, least, most):
    given = [texts.get(name) or "" for name in asked]
    return all(
        least <= words(text) <= most and varied(text) and own(text, given[:place] + given[place + 1 :])
        for place, text in enumerate(given)
    )


def _risks(risks):
    """How many are named and answered, in words that stand nowhere else among them."""
    said = [frozenset(different(text)) for row in risks for text in (row["risk"], row["response"])]
    return sum(
        varied(row["risk"])
        and varied(row["response"])
        and words(row["response"]) >= 3
        and all(said.count(frozenset(different(row[part]))) == 1 for part in ("risk", "response"))
        for row in risks
    )


def _of_the_map(answer, known):
    placed = set(answer["actors"])
    drawn = [t for t in answer["ties"] if {t["from"], t["to"]} <= placed & set(known) and t["from"] != t["to"]]
    valid = placed <= set(known) and len(drawn) == len(answer["ties"])
    on_map = placed & set(known)
    levels = [(known[tie["from"]]["level"], known[tie["to"]]["level"]) for tie in drawn]
    ways = {(tie["from"], tie["to"]) for tie in drawn} | {(t["to"], t["from"]) for t in drawn if t["both"]}
    joined = {frozenset((tie["from"], tie["to"])) for tie in drawn}
    types = {actor["id"]: actor["type"] for actor in reversed(answer["new_actors"])}
    voices = list(dict.fromkeys(answer["voices"]))
    monitors = [tie for tie in drawn if tie["purpose"] == "monitor"]
    watching = {(t["from"], t["to"]) for t in monitors} | {(t["to"], t["from"]) for t in monitors if t["both"]}

    def is_heard(voice):
        return any(
            (tie["purpose"] == "consult" and voice in (tie["from"], tie["to"]))
            or (tie["purpose"] in TAKES_PART and (voice == tie["from"] or (voice == tie["to"] and tie["both"])))
            for tie in answer["ties"]
        )

    return {
        "D3": valid
        and _is_connected(placed, drawn)
        and len(placed) >= 5
        and len({folded(known[id_]["name"]) for id_ in placed} - {""}) >= 5
        and len({folded(known[id_]["type"]) for id_ in placed} - {""}) >= 4
        and any(one == other for one, other in levels)
        and any(one != other for one, other in levels),
        "D4": any((to, from_) in ways for from_, to in ways),
        "D5": 0 < len(voices) < len(on_map)
        and all(v in placed and is_heard(v) and folded(types.get(v)) not in OFFICIAL for v in voices)
        and any(folded(types.get(v)) != "private" for v in voices),
        "D17": not any(tie["purpose"] == "direct" and goals(tie) & set(voices) for tie in drawn)
        and not any(of_whom in voices and (of_whom, by_whom) not in watching for by_whom, of_whom in watching),
        "D12": 0 < len(drawn) <= 2 * len(on_map)
        and 4 * len(joined) <= 3 * len(list(combinations(on_map, 2)))
        and all(tie["purpose"] for tie in drawn)
        and len({tie["purpose"] for tie in drawn}) >= 3,
    }


def goals(tie):
    """Those at whom a tie ends: one, or both."""
    return {tie["to"], *([tie["from"]] if tie["both"] else [])}


def _of_the_cards(answer, types, setting):
    placed, cards = set(answer["actors"]), answer["cards"]

    def on(card):
        return {card["lead"], *card["partners"]} - {None, ""}

    signs = {
        frozenset(different(card["indicator"]))
        for card in cards
        if words(card["indicator"]) >= 2 and not counts_activity(card["indicator"], setting.get("activities", []))
    } - {frozenset()}
    dated = all(card["start"] and card["end"] and 1 <= card["start"] <= card["end"] for card in cards)
    return {
        "D7": len(cards) >= 3
        and dated
        and all(card["lead"] and {card["lead"], *card["partners"]} <= placed for card in cards)
        and any(card["end"] <= 4 for card in cards),
        "D13": len(cards) >= 3
        and len({card["lead"] for card in cards} - {None, ""}) >= 2
        and sum(3 * len(on(card)) > 2 * len(placed) for card in cards) <= 1
        and sum(bool(set(card["partners"]) - {card["lead"]}) for card in cards) >= 2,
        "D14": len(signs) >= 2 and 2 * len(signs) >= len(cards),
        "D16": not any(
            folded(card["area"]) in ("rights", "recruit")
            and card["lead"]
            and {folded(types.get(id_)) for id_ in on(card)} == {"private"}
            for card in cards
        ),
    }


def _texts(value):
    """Whatever the person wrote: every text but ids and choices."""
    part = [value["problem"], value["objective"], *value["four_cs"].values(), *value["rt"].values()]
    part += [actor[key] for actor in value["new_actors"] for key in ("name", "type")]
    part += [card[key] for card in value["cards"] for key in ("area", "indicator")]
    part += [*(value["clash"] or {}).values(), *(text for risk in value["risks"] for text in risk.values())]
    return [text or "" for text in part]


def _is_connected(placed, ties):
    islands = [{actor} for actor in placed]
    for tie in ties:
        touched = [island for island in islands if island & {tie["from"], tie["to"]}]
        islands = [island for island in islands if island not in touched] + [set().union(*touched)]
    return len(islands) == 1
