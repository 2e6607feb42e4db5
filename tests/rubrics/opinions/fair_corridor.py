"""E6.3 judged a second time: business works and is checked, from the words of brief and criteria."""

import copy

from coursekit import find_exercise, find_solution
from tests.rubrics.opinions._designer import holding, is_connected, kinds, levels, pairs, partners
from tests.rubrics.opinions._shares import ids, leads, support, team, ways

GOVERNMENTS = {"national_gov", "local_gov"}
INDEPENDENT = {"union", "hri", "civil_society", "int_org", "academia"}
SPEAKERS = {"union", "hri", "civil_society"}
"""Those who speak for workers."""
WORK = ("coordinate", "align")
GIFTS = ("deliver", "fund", "train")
TALK = ("learn", "inform", "consult", "coordinate", "deliver", "align", "train")


def met(answer, setting):
    kind, level = kinds(setting), levels(setting)
    placed, ties, functions = set(answer["actors"]), answer["ties"], ids(setting, "functions")
    types = {kind[actor] for actor in placed}
    led = {function: leads(answer, function) for function in functions}
    leaders = set().union(*led.values())
    watching = ways(answer, "monitor")
    held = {other for one, other in ways(answer, "fund", "direct") if kind[one] == "private"}
    held |= watched_by_business(watching, kind)
    heard = {
        (one, other) for one, other in ways(answer, *TALK) if kind[one] == "migrants" and kind[other] in GOVERNMENTS
    }
    answered = ways(answer, *TALK, "fund", "monitor", "direct", None)
    complaints, convener = team(answer, "f_complaint"), answer["convener"]
    return holding(
        {
            "C1": ("v_mol", "h_mol") in pairs(answer, *WORK),
            "C2": {"national_gov", "private", "union"} <= types
            and bool(types & {"migrants", "civil_society"})
            and len(types) > 4,
            "C3": any(kind[one] == "private" for one, _ in pairs(answer, *WORK) | ways(answer, *GIFTS)),
            "C4": {level[tie["from"]] == level[tie["to"]] for tie in ties} == {True, False},
            "C5": any((other, one) in answered for one, other in heard),
            "C6": ("v_union", "h_union") in pairs(answer, *TALK, "fund"),
            "C7": any(
                other in ("recr", "h_emp") and kind[one] in INDEPENDENT and one not in held for one, other in watching
            ),
            "C8": all(len(lead) == 1 and lead <= placed for lead in led.values()) and len(leaders) > 2,
            "C9": not any(kind[actor] == "private" for actor in complaints) and not complaints & held,
            "C10": "rsp" in team(answer, "f_remit") & placed,
            "C11": is_connected(answer) and len(ties) <= min(20, 2 * len(placed)),
            "C12": convener in placed and kind[convener] != "private" and len(partners(answer, convener)) > 2,
            "C13": not any(kind[other] in {"migrants", *SPEAKERS} for _, other in ways(answer, "direct"))
            and not any(kind[other] == "migrants" for _, other in watching)
            and not any(kind[actor] in SPEAKERS for actor in watched_by_business(watching, kind)),
            "C14": not any(kind[one] == "migrants" for one, _ in ways(answer, "fund")),
            "C15": bool(led["f_recruit"]) and "private" not in {kind[actor] for actor in led["f_recruit"]},
            "C16": bool(leaders)
            and all(len(support(answer, function)) < 5 for function in functions)
            and sum(all(actor in team(answer, function) for function in functions) for actor in placed) < 2,
        }
    )


def watched_by_business(watching, kind):
    """Those whom a business watches without being watched by them."""
    return {other for one, other in watching if kind[one] == "private" and (other, one) not in watching}


MODEL = find_solution(find_exercise("E6.3")).model.answer


def _tie(one, other, purpose, *, both=False):
    return {"from": one, "to": other, "both": both, "purpose": purpose}


def _with(*ties, **functions):
    """The model with more ties, and with other shares: (lead, support)."""
    answer = copy.deepcopy(MODEL)
    answer["ties"] += ties
    answer["functions"] |= {name: {"lead": lead, "support": given} for name, (lead, given) in functions.items()}
    return answer


def _instead(*changed):
    """The model with other ties in the place of those that join the same two."""
    ends = {frozenset((tie["from"], tie["to"])) for tie in changed}
    kept = [tie for tie in MODEL["ties"] if frozenset((tie["from"], tie["to"])) not in ends]
    return {**MODEL, "ties": kept + list(changed)}


WATCHED = [_tie("h_emp", "h_union", "monitor"), _tie("recr", "io", "monitor")]
ASKED = _tie("h_union", "h_emp", "consult")
LOOKS = _tie("io", "recr", "monitor")
OTHER_HELP = ("v_union", ["dias", "ngo", "v_mol", "h_mol"])
EDGES = {
    "one lead in a list": (_with(f_complaint=(["ngo"], [])), []),
    "the same lead twice": (_with(f_complaint=(["ngo", "ngo"], [])), []),
    "two leads": (_with(f_complaint=(["ngo", "h_union"], [])), ["C8"]),
    "two leads, one of them business": (_with(f_complaint=(["ngo", "h_emp"], [])), ["C8", "C9"]),
    "no lead": (_with(f_complaint=(None, [])), ["C8"]),
    "an empty list of leads": (_with(f_complaint=([], [])), ["C8"]),
    "a lead who is not there": (_with(f_complaint=("hri", [])), ["C8"]),
    "standards without a lead": (_with(f_recruit=(None, ["io"])), ["C8", "C15"]),
    "four who support": (_with(f_predep=OTHER_HELP), []),
    "five who support": (_with(f_predep=(OTHER_HELP[0], [*OTHER_HELP[1], "io"])), ["C16"]),
    "one in all four": (
        _with(
            f_predep=("v_union", ["v_mol"]),
            f_complaint=("ngo", ["v_mol"]),
            f_remit=("rsp", ["v_mol"]),
        ),
        [],
    ),
    "twenty ties": (_with(*[MODEL["ties"][0]] * 10), []),
    "twenty-one ties": (_with(*[MODEL["ties"][0]] * 11), ["C11"]),
    "watched instead of watching": (_instead(*WATCHED), ["C7", "C9", "C13"]),
    "union and employers look at each other": (_instead(_tie("h_emp", "h_union", "monitor", both=True)), []),
    "union and employers look at each other by two arrows": (
        _with(_tie("h_emp", "h_union", "monitor")),
        [],
    ),
    "recruiters watch an agency": (_instead(_tie("recr", "io", "monitor")), []),
    "the watchers are paid": (_with(_tie("recr", "io", "fund"), _tie("h_emp", "h_union", "fund")), ["C7", "C9"]),
    "one of two watchers is paid": (_with(_tie("recr", "io", "fund")), []),
    "the only watcher is paid": (_instead(ASKED, _tie("recr", "io", "fund"), LOOKS), ["C7"]),
    "the only watcher is commanded": (_instead(ASKED, _tie("rsp", "io", "direct")), ["C7"]),
    "the only watcher is watched by others": (_instead(ASKED, _tie("h_emp", "io", "monitor")), ["C7"]),
    "the only watcher is watched by those it watches": (_instead(ASKED, LOOKS, _tie("recr", "io", "monitor")), []),
    "a supporter of complaints is paid": (_with(_tie("h_emp", "h_union", "fund")), ["C9"]),
    "a supporter of complaints is commanded": (_with(_tie("rsp", "h_union", "direct")), ["C9", "C13"]),
    "a city that hears complaints is watched": (
        {
            **_with(_tie("h_emp", "c_tan", "monitor"), f_complaint=("ngo", ["c_tan"])),
            "actors": [*MODEL["actors"], "c_tan"],
        },
        ["C9"],
    ),
    "the lead on transfers is paid by business": (_with(_tie("h_emp", "v_union", "fund")), []),
    "asked and answered by two arrows": (
        _instead(_tie("dias", "h_mol", "consult"), _tie("h_mol", "dias", "inform")),
        [],
    ),
    "only told": (_instead(_tie("h_mol", "dias", "consult")), ["C5"]),
    "migrants pay for legal aid": (_with(_tie("dias", "ngo", "fund")), ["C14"]),
    "migrants are paid": (_with(_tie("v_mol", "dias", "fund")), []),
    "money both ways with the recruiters": (_with(_tie("recr", "dias", "fund", both=True)), ["C14"]),
    "a ministry commands the recruiters": (_with(_tie("v_mol", "recr", "direct")), []),
    "a ministry commands a union": (_with(_tie("v_mol", "v_union", "direct")), ["C13"]),
    "a ministry commands the diaspora": (_with(_tie("h_mol", "dias", "direct")), ["C13"]),
}
