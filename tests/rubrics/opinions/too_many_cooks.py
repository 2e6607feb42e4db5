"""E6.4 judged a second time: a repair that keeps everybody, from the words of its brief and criteria."""

import copy
from itertools import combinations

from coursekit import find_exercise, find_solution
from tests.rubrics.opinions._designer import holding, kinds, pairs, partners
from tests.rubrics.opinions._shares import ids, leads, support, team, ways

GOVERNMENTS = {"c_bay", "m_int"}
RIVALS = {"ngo_a", "ngo_b"}
TRUST = ("f_hotline", "f_data", "f_legal")
"""What newcomers without papers must be able to turn to."""
FEARED = {"m_int", "emp"}


def met(answer, setting):
    kind, functions = kinds(setting), ids(setting, "functions")
    placed, ties = set(answer["actors"]), answer["ties"]
    led = {function: leads(answer, function) for function in functions}
    hands = {actor: [f for f in functions if actor in team(answer, f)] for actor in kind}
    weeks, convener = answer["meet_weeks"], answer["convener"]
    said = [(frozenset((tie["from"], tie["to"])), tie["purpose"]) for tie in ties]
    return holding(
        {
            "C1": answer["objective"] == "o_choice",
            "C2": all(len(lead) == 1 and lead <= placed for lead in led.values()),
            "C3": all(sum(actor in lead for lead in led.values()) < 3 for actor in kind),
            "C4": all(actor in placed and partners(answer, actor) for actor in setting["start"]["actors"]),
            "C5": convener in placed and len(partners(answer, convener, "coordinate")) > 1,
            "C6": ("ngo_a", "ngo_b") in pairs(answer, "deliver", "coordinate", "learn", "align")
            and all(hands[rival] for rival in RIVALS),
            "C7": bool(partners(answer, "mig", "consult") & GOVERNMENTS),
            "C8": {("c_bay", "m_int"), ("m_int", "c_bay")} <= ways(answer, "align"),
            "C9": any(len(partners(answer, lead, "inform")) > 1 for lead in led["f_data"]),
            "C10": len(said) == len(set(said)),
            "C11": not any(led[function] & FEARED for function in TRUST),
            "C12": not any(other == "mig" for _, other in ways(answer, "monitor", "direct"))
            and not any(one == "mig" for one, _ in ways(answer, "fund")),
            "C13": not ways(answer, "direct") and not any(one in RIVALS for one, _ in ways(answer, "fund")),
            "C14": len(ties) < 15
            and not _all_tied(answer)
            and all(len(support(answer, function)) < 4 for function in functions)
            and all(len(hands[actor]) < 4 for actor in placed),
            "C15": "m_int" in partners(answer, "c_bay", "coordinate", "align"),
            "C16": weeks is not None and 1 <= weeks <= 12,
        }
    )


def _all_tied(answer):
    """Whether each two of those who take part are tied."""
    return all(pair in pairs(answer) for pair in combinations(sorted(set(answer["actors"])), 2))


COOKS = find_exercise("E6.4")
MODEL = find_solution(COOKS).model.answer


def _tie(one, other, purpose, *, both=False):
    return {"from": one, "to": other, "both": both, "purpose": purpose}


def _with(*ties, **functions):
    """The model with more ties, and with other shares."""
    answer = copy.deepcopy(MODEL)
    answer["ties"] += ties
    answer["functions"] |= functions
    return answer


def _between(tie):
    """The model with another tie between city and ministry."""
    return {**MODEL, "ties": [tie, *MODEL["ties"][1:]]}


def _meeting(weeks):
    return {**MODEL, "meet_weeks": weeks}


WITHOUT_RETURN = {name: share for name, share in MODEL["functions"].items() if name != "f_return"}
MORE = [_tie("c_bay", "mig", purpose) for purpose in ("learn", "inform", "deliver", "align", "train", "coordinate")]
NEARLY_ALL = [_tie("ngo_b", "mig", "deliver"), _tie("ngo_b", "m_int", "inform"), _tie("mig", "m_int", "consult")]
HELP = ["mig", "ngo_b", "c_bay"]
EDGES = {
    "as it opens": (COOKS.setting["start"], ["C1", "C2", "C5", "C6", "C7", "C8", "C9", "C15", "C16"]),
    "one lead in a list": (_with(f_return={"lead": ["m_int"]}), []),
    "the same lead twice": (_with(f_return={"lead": ["m_int", "m_int"]}), []),
    "an empty share": (_with(f_return={}), ["C2"]),
    "a share left open": (_with(f_return=None), ["C2"]),
    "a share that is missing": ({**MODEL, "functions": WITHOUT_RETURN}, ["C2"]),
    "every week": (_meeting(1), []),
    "every twelve weeks": (_meeting(12.0), []),
    "every thirteen weeks": (_meeting(13), ["C16"]),
    "no weeks": (_meeting(0), ["C16"]),
    "weeks below nothing": (_meeting(-4), ["C16"]),
    "weeks left open": (_meeting(None), ["C16"]),
    "city and ministry only coordinate": (_between(_tie("m_int", "c_bay", "coordinate")), ["C8"]),
    "the city adjusts alone": (_between(_tie("m_int", "c_bay", "align")), ["C8"]),
    "city and ministry only inform each other": (_between(_tie("m_int", "c_bay", "inform", both=True)), ["C8", "C15"]),
    "city and ministry look at each other": (_between(_tie("m_int", "c_bay", "monitor", both=True)), ["C8", "C15"]),
    "thirteen ties": (_with(*MORE), []),
    "fourteen ties": (_with(*MORE, _tie("m_int", "ngo_b", "fund")), []),
    "fifteen ties": (_with(*MORE, _tie("m_int", "ngo_b", "fund"), _tie("ngo_a", "mig", "deliver")), ["C14"]),
    "one pair without a tie": (_with(*NEARLY_ALL), []),
    "no pair without a tie": (_with(*NEARLY_ALL, _tie("ngo_a", "mig", "deliver")), ["C14"]),
    "three who support": (_with(f_hotline={"lead": "ngo_a", "support": HELP}), []),
    "four who support": (_with(f_hotline={"lead": "ngo_a", "support": [*HELP, "m_int"]}), ["C14"]),
    "a hand in three": (_with(f_jobs={"lead": "c_bay", "support": ["ngo_a"]}), []),
    "aligned by two arrows": (
        {**MODEL, "ties": [_tie("c_bay", "m_int", "align"), _tie("m_int", "c_bay", "align"), *MODEL["ties"][1:]]},
        ["C10"],
    ),
    "the ministry supports the register": (_with(f_data={"lead": "ngo_a", "support": ["m_int"]}), []),
    "the ministry answers the phone": (_with(f_hotline={"lead": "m_int"}), ["C11"]),
    "the council watches": (_with(_tie("mig", "m_int", "monitor")), []),
    "the council and the city look at each other": (_with(_tie("mig", "c_bay", "monitor", both=True)), ["C12"]),
    "the council is paid": (_with(_tie("c_bay", "mig", "fund")), []),
    "the council pays": (_with(_tie("mig", "c_bay", "fund")), ["C12"]),
    "a command to the council": (_with(_tie("m_int", "mig", "direct")), ["C12", "C13"]),
}
