"""E5.1 judged a second time: policy and pilots that teach each other, from the words of the brief and the criteria."""

from tests.rubrics.opinions._designer import flows, holding, idle, kinds, levels, pairs, partners, said

DISTRICTS = {"d_north", "d_coast"}
MINISTRIES = {"mop", "mol"}
SUPPORT = {"fund", "train", "align", "coordinate", "deliver"}
LESSON = {"inform", "consult", "learn", "train"}
SHARED = {"coordinate", "align"}
"""What teaches the upper level only where the tie runs both ways."""


def met(answer, setting):
    level, kind = levels(setting), kinds(setting)
    ties = answer["ties"]
    tied = {one for one, _ in pairs(answer)}
    national = {actor for actor in tied if level[actor] == "national"}
    outside = {actor for actor in tied if level[actor] in ("regional", "global")}
    down = {(one, other, purpose) for one, other, purpose, _ in flows(answer) if (level[one], level[other]) == DOWN}
    up = lessons(answer, level)
    return holding(
        {
            "C1": len(ties) >= 3 and not any(level[tie["from"]] == level[tie["to"]] for tie in ties),
            "C2": any(other in DISTRICTS and purpose in SUPPORT for _, other, purpose in down),
            "C3": any(national_end in MINISTRIES for _, national_end in up),
            "C4": tied >= DISTRICTS,
            "C5": any(sum(level[partner] == "local" for partner in partners(answer, one)) > 1 for one in national),
            "C6": any((other, one) in up and purpose in SUPPORT | LESSON for one, other, purpose in down),
            "C7": bool(outside),
            "C8": bool(ties) and not any(bypasses(tie, answer, level) for tie in ties),
            "C9": any(level[actor] == "local" and kind[actor] in ("civil_society", "private") for actor in tied),
            "C10": bool(ties) and not any(climbs(flow, answer, level) for flow in flows(answer)),
            "C11": 1 <= len(ties) <= 9 and len(idle(answer)) < 2,
            "C12": len(said(answer, "purpose")) > 1 and sum(not tie["purpose"] for tie in ties) < 2,
        }
    )


def bypasses(tie, answer, level):
    """Somebody outside works with somebody local, and nobody carries to the capital what comes of it."""
    ends = {level[end]: end for end in (tie["from"], tie["to"])}
    local = ends.get("local")
    outer = ends.get("regional") or ends.get("global")
    if not outer or not local:
        return False
    way = [(one, other, purpose) for one, other, purpose, *_ in flows(answer)]
    if any(
        one == outer and level[other] == "national" and purpose not in (None, "monitor") for one, other, purpose in way
    ):
        return False
    given = {one for one, other, purpose in way if other == local and purpose not in (None, "monitor", "direct")}
    loops = {national for place, national in lessons(answer, level) if place == local} & given
    return tie["purpose"] == "fund" or not loops


DOWN = ("national", "local")


def lessons(answer, level):
    """Who tells whom what was found out: pairs of a local and a national actor."""
    found = set()
    for tie in answer["ties"]:
        ways = [(tie["from"], tie["to"])] + [(tie["to"], tie["from"])] * tie["both"]
        for one, other in ways:
            if (level[other], level[one]) == DOWN and tie["purpose"] in (LESSON | SHARED if tie["both"] else LESSON):
                found.add((one, other))
    return found


def climbs(flow, answer, level):
    """Money from those who have little, or both ways; orders that do not go from the capital to a place below."""
    one, other, purpose, _ = flow
    if purpose == "direct":
        return (level[one], level[other]) != DOWN
    if purpose != "fund":
        return False
    both = any(tie["both"] and tie["purpose"] == "fund" for tie in answer["ties"])
    return both or one in {*DISTRICTS, "ngo_youth"}


def _tie(one, other, purpose, *, both=False):
    return {"from": one, "to": other, "both": both, "purpose": purpose}


def _design(*ties, more=()):
    return {"actors": sorted({end for tie in ties for end in (tie["from"], tie["to"])} | set(more)), "ties": list(ties)}


PAID = _tie("mop", "d_north", "fund")
TOLD = _tie("d_north", "mop", "inform")
COAST = _tie("mop", "d_coast", "train")
FEW = {"C7", "C9"}

EDGES = {
    "three ties": (_design(PAID, TOLD, COAST), FEW),
    "two ties": (_design(PAID, TOLD), FEW | {"C1", "C4", "C5"}),
    "news that reaches the statistics office only": (
        _design(PAID, COAST, _tie("stat", "d_north", "train", both=True)),
        FEW | {"C3"},
    ),
    "coordination told one way": (_design(PAID, COAST, _tie("d_north", "mop", "coordinate")), FEW | {"C3", "C6"}),
    "control both ways": (_design(PAID, COAST, _tie("d_north", "mop", "monitor", both=True)), FEW | {"C3", "C6"}),
    "coordination both ways": (_design(PAID, COAST, _tie("d_north", "mop", "coordinate", both=True)), FEW),
    "a district that trains the ministry": (_design(PAID, COAST, _tie("d_north", "mop", "train")), FEW),
    "the capital only asks": (
        _design(COAST, TOLD, _tie("mop", "d_north", "monitor"), _tie("d_coast", "mol", "inform")),
        FEW | {"C6"},
    ),
    "employers who pay": (_design(PAID, TOLD, COAST, _tie("emp_coast", "mol", "fund")), {"C7"}),
    "a youth centre that pays": (_design(PAID, TOLD, COAST, _tie("ngo_youth", "mol", "fund")), {"C7", "C10"}),
    "money both ways with a donor": (
        _design(PAID, TOLD, COAST, _tie("un_joint", "mop", "fund", both=True)),
        {"C9", "C10"},
    ),
    "an order down": (_design(PAID, TOLD, COAST, _tie("mop", "d_coast", "direct")), FEW),
    "an order to a fund": (_design(PAID, TOLD, COAST, _tie("mop", "fund", "direct")), {"C9", "C10"}),
    "an order from the region": (_design(PAID, TOLD, COAST, _tie("cec", "mop", "direct")), {"C9", "C10"}),
    "a donor past the capital": (_design(PAID, TOLD, COAST, _tie("fund", "ngo_youth", "fund")), {"C8"}),
    "a donor who pays where the capital is heard": (
        _design(PAID, TOLD, COAST, _tie("fund", "d_north", "fund")),
        {"C8", "C9"},
    ),
    "a donor who pays and tells the capital": (
        _design(PAID, TOLD, COAST, _tie("fund", "d_north", "fund"), _tie("fund", "mol", "inform")),
        {"C9"},
    ),
    "a donor who pays and is told": (
        _design(PAID, TOLD, COAST, _tie("fund", "d_north", "fund"), _tie("mol", "fund", "inform")),
        {"C8", "C9"},
    ),
    "a donor who pays and watches the capital": (
        _design(PAID, TOLD, COAST, _tie("fund", "d_north", "fund"), _tie("fund", "mol", "monitor")),
        {"C8", "C9"},
    ),
    "a trainer where the capital is heard": (_design(PAID, TOLD, COAST, _tie("un_joint", "d_north", "train")), {"C9"}),
    "a trainer where the capital only gives": (
        _design(PAID, TOLD, COAST, _tie("un_joint", "d_coast", "train")),
        {"C8", "C9"},
    ),
    "a tie for nothing": (_design(PAID, TOLD, COAST, _tie("mol", "d_coast", None)), FEW),
    "two ties for nothing": (
        _design(PAID, TOLD, COAST, _tie("mol", "d_coast", None), _tie("mol", "d_north", None)),
        FEW | {"C12"},
    ),
    "nine ties": (_design(*[PAID, TOLD, COAST] * 3), FEW),
    "ten ties": (_design(*[PAID, TOLD, COAST] * 3, PAID), FEW | {"C11"}),
    "one without a tie": (_design(PAID, TOLD, COAST, more=["stat"]), FEW),
    "two without a tie": (_design(PAID, TOLD, COAST, more=["stat", "cec"]), FEW | {"C11"}),
    "support for the youth centre alone": (
        _design(_tie("mop", "ngo_youth", "fund"), _tie("ngo_youth", "mop", "inform"), TOLD),
        {"C2", "C4", "C7"},
    ),
}
