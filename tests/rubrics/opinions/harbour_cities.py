"""E4.1 judged a second time: three cities, at city level, from the words of the brief and the criteria."""

from tests.rubrics.opinions._designer import flows, holding, idle, is_connected, kinds, levels, partners

CITIES = {"c_selle": "Hestria", "c_tan": "Hestria", "c_marrow": "Ilanda"}
NEWCOMERS = {"n_welcome", "n_bay"}
SAYING = {"learn", "inform", "consult", "train", "monitor"}
TOGETHER = {"coordinate", "deliver", "align"}
"""What is shared only where it runs both ways."""


def met(answer, setting):
    kind, level = kinds(setting), levels(setting)
    ties, placed = answer["ties"], set(answer["actors"])
    travels = {(one, other, purpose) for one, other, purpose, _ in flows(answer)}
    return holding(
        {
            "C1": {CITIES[city] for city in placed & set(CITIES)} == {"Hestria", "Ilanda"},
            "C2": bool(ties) and {level[actor] for actor in placed} == {"local"} and answer["convener"] in placed,
            "C3": is_connected(answer),
            "C4": any(flow[0] in NEWCOMERS and flow[1] in CITIES and is_heard(flow, travels) for flow in travels),
            "C5": any(learn_from_each_other(travels, home, "c_marrow") for home in ("c_selle", "c_tan")),
            "C6": any(one in CITIES and purpose in TOGETHER for one, _, purpose in travels),
            "C7": len({kind[actor] for actor in placed}) >= 3,
            "C8": answer["convener"] in placed and len(partners(answer, answer["convener"])) >= 2,
            "C9": answer["objective"] in ("o_welcome", "o_antirumour"),
            "C10": 1 <= len(ties) <= 9 and len(idle(answer)) < 2 and sum(not tie["purpose"] for tie in ties) < 2,
            "C11": not any(burdens(flow) for flow in travels),
            "C12": bool(ties) and all(tie["purpose"] != "direct" for tie in ties),
            "C13": bool(ties) and (is_connected(answer) or not any(is_apart(answer, actor) for actor in placed)),
        }
    )


def learn_from_each_other(travels, one, other):
    """At least one of the two learns or is trained; the other learns too, or is at least told."""
    there = {purpose for a, b, purpose in travels if (a, b) == (one, other)}
    back = {purpose for a, b, purpose in travels if (a, b) == (other, one)}
    lessons = {"learn", "train"}
    told = ("learn" in there and "inform" in back) or ("learn" in back and "inform" in there)
    return told or bool(there & lessons and back & lessons)


def is_heard(flow, travels):
    """They say something, or what they do together runs both ways."""
    one, other, purpose = flow
    return purpose in SAYING or (purpose in TOGETHER and (other, one, purpose) in travels)


def burdens(flow):
    """Newcomers are told what to do, are watched, or pay."""
    one, other, purpose = flow
    return one in NEWCOMERS if purpose == "fund" else other in NEWCOMERS and purpose in ("direct", "monitor")


def is_apart(answer, actor):
    """Somebody with ties who reaches no city, or no other city, in one step or two."""
    near = partners(answer, actor)
    further = set().union(*(partners(answer, partner) for partner in near)) - {actor}
    return bool(near) and not (near | further) & set(CITIES)


def _tie(one, other, purpose="learn", *, both=True):
    return {"from": one, "to": other, "both": both, "purpose": purpose}


def _design(*ties, more=(), convener="c_selle", objective="o_welcome"):
    ends = {end for tie in ties for end in (tie["from"], tie["to"])}
    return {"actors": sorted(ends | set(more)), "ties": list(ties), "convener": convener, "objective": objective}


LEARN = _tie("c_selle", "c_marrow")
ACT = _tie("n_welcome", "c_selle", "deliver")
TWO_KINDS = {"C7"}
BUSY = [_tie("u_selle", "c_selle", purpose) for purpose in ("inform", "align", "train", "fund", "consult", "deliver")]

EDGES = {
    "two cities and a circle": (_design(LEARN, ACT), TWO_KINDS),
    "a circle that is only served": (
        _design(LEARN, {**ACT, "from": "c_selle", "to": "n_welcome", "both": False}),
        TWO_KINDS | {"C4"},
    ),
    "a circle that is asked": (
        _design(LEARN, _tie("n_welcome", "c_selle", "consult", both=False), _tie("c_selle", "c_marrow", "align")),
        TWO_KINDS,
    ),
    "a circle that asks": (
        _design(LEARN, _tie("c_selle", "n_welcome", "consult", both=False), _tie("c_selle", "c_marrow", "align")),
        TWO_KINDS | {"C4"},
    ),
    "a circle that works for the city": (
        _design(LEARN, {**ACT, "both": False}, _tie("c_selle", "c_marrow", "align")),
        TWO_KINDS | {"C4"},
    ),
    "a circle and a city that deliver by two arrows": (
        _design(LEARN, {**ACT, "both": False}, {**ACT, "from": "c_selle", "to": "n_welcome", "both": False}),
        TWO_KINDS,
    ),
    "a chamber that does the work": (
        _design(LEARN, _tie("n_welcome", "c_selle", "consult"), _tie("b_harbour", "c_selle", "deliver", both=False)),
        {"C6"},
    ),
    "training there and news back": (
        _design({**LEARN, "purpose": "train", "both": False}, _tie("c_marrow", "c_selle", "inform", both=False), ACT),
        TWO_KINDS | {"C5"},
    ),
    "one arrow of learning": (_design({**LEARN, "both": False}, ACT), TWO_KINDS | {"C5"}),
    "learning there and news back": (
        _design({**LEARN, "both": False}, _tie("c_marrow", "c_selle", "inform", both=False), ACT),
        TWO_KINDS,
    ),
    "learning at home": (_design(_tie("c_selle", "c_tan"), ACT, more=["c_marrow"]), TWO_KINDS | {"C3", "C5"}),
    "a city by itself": (_design(LEARN, ACT, _tie("c_tan", "b_harbour")), {"C3", "C13"}),
    "two partners by themselves": (_design(LEARN, ACT, _tie("u_selle", "b_harbour")), {"C3", "C13"}),
    "cities joined by a university, and one card too many": (
        _design(LEARN, ACT, _tie("c_tan", "u_selle"), _tie("c_selle", "u_selle"), more=["n_bay"]),
        {"C3"},
    ),
    "a long chain": (
        _design(LEARN, ACT, _tie("n_welcome", "u_selle"), _tie("u_selle", "b_harbour"), _tie("b_harbour", "n_bay")),
        set(),
    ),
    "nine ties": (_design(LEARN, ACT, *BUSY, _tie("u_selle", "c_selle")), set()),
    "ten ties": (_design(LEARN, ACT, *BUSY, _tie("u_selle", "c_selle"), _tie("u_selle", "n_welcome")), {"C10"}),
    "a tie for nothing": (_design(LEARN, ACT, _tie("u_selle", "c_selle", None)), set()),
    "two ties for nothing": (
        _design(LEARN, ACT, _tie("u_selle", "c_selle", None), _tie("u_selle", "c_marrow", None)),
        {"C10"},
    ),
    "one without a tie": (_design(LEARN, ACT, more=["u_selle"]), {"C3"}),
    "two without a tie": (_design(LEARN, ACT, more=["u_selle", "b_harbour"]), {"C3", "C10"}),
    "a ministry that only sits there": (_design(LEARN, ACT, more=["m_int"]), {"C2", "C3"}),
    "each looks at the other": (_design(LEARN, ACT, _tie("c_selle", "n_welcome", "monitor")), TWO_KINDS | {"C11"}),
    "the city looks at the circle": (
        _design(LEARN, ACT, _tie("c_selle", "n_welcome", "monitor", both=False)),
        TWO_KINDS | {"C11"},
    ),
    "the circle looks at the city": (
        _design(LEARN, ACT, _tie("n_welcome", "c_selle", "monitor", both=False)),
        TWO_KINDS,
    ),
    "families who pay": (_design(LEARN, ACT, _tie("n_bay", "c_marrow", "fund", both=False)), {"C11"}),
    "families who are paid": (_design(LEARN, ACT, _tie("c_marrow", "n_bay", "fund", both=False)), set()),
    "an order among cities": (_design(LEARN, ACT, _tie("c_selle", "c_tan", "direct")), TWO_KINDS | {"C12"}),
    "an order to the circle": (_design(LEARN, ACT, _tie("c_selle", "n_welcome", "direct")), TWO_KINDS | {"C11", "C12"}),
    "a convener with one partner": (_design(LEARN, ACT, convener="n_welcome"), TWO_KINDS | {"C8"}),
    "a convener who is not there": (_design(LEARN, ACT, convener="m_int"), TWO_KINDS | {"C2", "C8"}),
    "no convener": (_design(LEARN, ACT, convener=None), TWO_KINDS | {"C2", "C8"}),
    "no aim": (_design(LEARN, ACT, objective=None), TWO_KINDS | {"C9"}),
}
