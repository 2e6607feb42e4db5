"""E5.2 judged a second time: the rare link between regions and the globe, from the words of brief and criteria."""

from tests.rubrics.opinions._designer import flows, holding, idle, levels, partners, said

PROCESSES = {"rcp_a", "rcp_b"}
BODIES = {"gforum", "rcpnet", "unnet"}
COUNTRIES = {"v_fp", "h_fp"}
KNOWN_BELOW = {"practice_note", "test_result", "priority_issue", "data"}
IDEAS = {"recommendation", "priority_issue", "practice_note"}
CARRIES_MONEY = {"fund", "deliver", "coordinate", "monitor"}


def met(answer, setting):
    ties = answer["ties"]
    regions = {actor for actor, level in levels(setting).items() if level == "regional"}
    rare = [
        (one, other, *words) for one, other, *words in flows(answer) if {one, other} & regions and {one, other} & BODIES
    ]
    up = [flow for flow in rare if flow[0] in regions]
    down = [flow for flow in rare if flow[1] in regions]
    carried_up = {payload for *_, payload in up}
    talks = {ends for joined in speaking(ties) for ends in (joined, joined[::-1])}
    met_at = [{other for one, other in talks if one == process} for process in sorted(PROCESSES)]
    return holding(
        {
            "C1": bool(rare),
            "C2": bool(carried_up & KNOWN_BELOW),
            "C3": any(payload in IDEAS for *_, payload in down),
            "C4": any(is_answered(flow, down, answer) for flow in up),
            "C5": bool(carried_up & {"practice_note", "test_result"}),
            "C6": any(purpose == "monitor" and payload not in (None, "funding") for _, _, purpose, payload in rare),
            "C7": any(set(joined) == PROCESSES for joined in speaking(ties)) or all("rcpnet" in met for met in met_at),
            "C8": any(one in COUNTRIES and other in {*PROCESSES, "cec", *BODIES} for one, other in talks),
            "C9": bool(ties) and all(tie["purpose"] != "direct" for tie in ties),
            "C10": 4 <= len(ties) <= 10 and len(idle(answer)) < 2,
            "C11": bool(ties) and not any(pays(flow) for flow in flows(answer)),
            "C12": all(
                len(said(answer, field)) > 1 and sum(not tie.get(field) for tie in ties) < 2
                for field in ("purpose", "payload")
            ),
            "C13": bool(ties) and all(fits(tie["purpose"], tie.get("payload")) for tie in ties),
        }
    )


def is_answered(flow, down, answer):
    """A process, or a body that it has a tie with, sends what it knows, and the same body sends it an idea."""
    one, other, purpose, payload = flow
    is_near = one in PROCESSES or bool(partners(answer, one) & PROCESSES)
    answers = [way for source, goal, way, idea in down if (source, goal) == (other, one) and idea in IDEAS]
    if purpose == "monitor":
        answers = [way for way in answers if way != "monitor"]
    return is_near and payload in KNOWN_BELOW and (bool(answers) or is_handed_on(one, other, answer))


def is_handed_on(one, other, answer):
    """The body hands it on to another global body, and that one sends an idea to the sender."""
    way = list(flows(answer))
    further = {goal for source, goal, *_ in way if source == other and goal in BODIES - {other}}
    back = [(source, purpose, idea) for source, goal, purpose, idea in way if goal == one]
    return any(source in further and purpose != "monitor" and idea in IDEAS for source, purpose, idea in back)


def speaking(ties):
    """The ends of the ties on which the two have something to say to each other."""
    return [(tie["from"], tie["to"]) for tie in ties if tie["purpose"] not in (None, "fund", "monitor", "direct")]


def pays(flow):
    one, _, purpose, payload = flow
    return one in {*PROCESSES, "cs_reg"} and (purpose == "fund" or payload == "funding")


def fits(purpose, payload):
    if purpose is None or payload is None:
        return False
    if purpose == "fund":
        return payload in ("funding", "data")
    return payload != "funding" or purpose in CARRIES_MONEY


def _tie(one, other, purpose, payload, *, both=False):
    return {"from": one, "to": other, "both": both, "purpose": purpose, "payload": payload}


def _design(*ties, more=()):
    return {"actors": sorted({end for tie in ties for end in (tie["from"], tie["to"])} | set(more)), "ties": list(ties)}


UP = _tie("rcp_a", "gforum", "inform", "test_result")
BACK = _tie("gforum", "rcp_a", "inform", "recommendation")
LATER = _tie("rcp_a", "gforum", "monitor", "data")
HOME = _tie("v_fp", "rcp_a", "consult", "data")
ALONE = {"C7"}

EDGES = {
    "four ties": (_design(UP, BACK, LATER, HOME), ALONE),
    "three ties": (_design(UP, BACK, LATER), ALONE | {"C8", "C10"}),
    "ten ties": (_design(*[UP, BACK, LATER] * 3, HOME), ALONE),
    "eleven ties": (_design(*[UP, BACK, LATER] * 3, HOME, HOME), ALONE | {"C10"}),
    "one without a tie": (_design(UP, BACK, LATER, HOME, more=["rcp_b"]), ALONE),
    "two without a tie": (_design(UP, BACK, LATER, HOME, more=["rcp_b", "biz"]), ALONE | {"C10"}),
    "the answer comes with the follow-up": (
        _design(UP, {**BACK, "purpose": "monitor"}, _tie("rcp_a", "rcp_b", "learn", "data"), HOME),
        set(),
    ),
    "a loop of follow-up alone": (
        _design({**UP, "purpose": "monitor"}, {**BACK, "purpose": "monitor"}, HOME, HOME),
        ALONE | {"C4"},
    ),
    "an order of the process": (
        _design(UP, BACK, LATER, HOME, _tie("rcp_a", "gforum", "direct", "data")),
        ALONE | {"C9"},
    ),
    "an order of a country": (_design(UP, BACK, LATER, HOME, _tie("v_fp", "rcp_a", "direct", "data")), ALONE | {"C9"}),
    "a process pays": (_design(UP, BACK, LATER, HOME, _tie("rcp_a", "unnet", "fund", "funding")), ALONE | {"C11"}),
    "money both ways": (
        _design(UP, BACK, LATER, HOME, _tie("unnet", "rcp_a", "fund", "funding", both=True)),
        ALONE | {"C11"},
    ),
    "a country pays": (_design(UP, BACK, LATER, HOME, _tie("h_fp", "unnet", "fund", "funding")), ALONE),
    "money that informs": (_design(UP, BACK, LATER, HOME, _tie("h_fp", "unnet", "inform", "funding")), ALONE | {"C13"}),
    "nothing carried": (_design(UP, BACK, LATER, {**HOME, "payload": None}), ALONE | {"C13"}),
    "the community far from both processes": (
        _design(
            *[
                {**tie, "from": "cec"} if tie["from"] == "rcp_a" else {**tie, "to": "cec"}
                for tie in (UP, BACK, LATER, HOME)
            ]
        ),
        ALONE | {"C4"},
    ),
    "a follow-up of money": (_design(UP, BACK, _tie("gforum", "rcp_a", "monitor", "funding"), HOME), ALONE | {"C6"}),
    "a follow-up that carries nothing": (_design(UP, BACK, {**LATER, "payload": None}, HOME), ALONE | {"C6", "C13"}),
    "a country that only pays": (
        _design(UP, BACK, LATER, _tie("v_fp", "rcp_a", "fund", "funding")),
        ALONE | {"C8"},
    ),
    "a country that only looks": (_design(UP, BACK, LATER, {**HOME, "purpose": "monitor"}), ALONE | {"C8"}),
    "processes that watch each other": (
        _design(UP, BACK, LATER, HOME, _tie("rcp_a", "rcp_b", "monitor", "data", both=True)),
        ALONE,
    ),
    "processes joined for nothing": (
        _design(UP, BACK, LATER, HOME, _tie("rcp_a", "rcp_b", None, "data")),
        ALONE | {"C13"},
    ),
    "processes at the meeting, one of them for control": (
        _design(
            UP, BACK, LATER, HOME, _tie("rcp_a", "rcpnet", "learn", "data"), _tie("rcp_b", "rcpnet", "monitor", "data")
        ),
        ALONE,
    ),
    "two ties for nothing": (
        _design(UP, BACK, LATER, HOME, *[_tie("rcp_a", "cec", None, "data")] * 2),
        ALONE | {"C12", "C13"},
    ),
    "two ties with nothing": (
        _design(UP, BACK, LATER, HOME, *[_tie("rcp_a", "cec", "learn", None)] * 2),
        ALONE | {"C12", "C13"},
    ),
    "processes joined by money": (
        _design(
            UP, BACK, LATER, HOME, _tie("cec", "rcp_a", "fund", "funding"), _tie("cec", "rcp_b", "fund", "funding")
        ),
        ALONE,
    ),
}
