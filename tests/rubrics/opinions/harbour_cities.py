"""E4.1 judged a second time: three cities, at city level, from the words of the brief and the criteria."""

from tests.rubrics.opinions._designer import flows, holding, idle, is_connected, kinds, levels, pairs, partners

CITIES = {"c_selle": "Hestria", "c_tan": "Hestria", "c_marrow": "Ilanda"}
NEWCOMERS = {"n_welcome", "n_bay"}
SAYING = {"learn", "inform", "consult", "coordinate", "deliver", "align", "train", "monitor"}


def met(answer, setting):
    kind, level = kinds(setting), levels(setting)
    ties, placed = answer["ties"], set(answer["actors"])
    travels = {(one, other, purpose) for one, other, purpose, _ in flows(answer)}
    return holding(
        {
            "C1": {CITIES[city] for city in placed & set(CITIES)} == {"Hestria", "Ilanda"},
            "C2": bool(ties) and {level[actor] for actor in placed} == {"local"},
            "C3": is_connected(answer),
            "C4": any(one in NEWCOMERS and other in CITIES and purpose in SAYING for one, other, purpose in travels)
            or any(one in NEWCOMERS and other in CITIES for one, other in pairs(answer, "consult")),
            "C5": any(learn_from_each_other(travels, home, "c_marrow") for home in ("c_selle", "c_tan")),
            "C6": any(one in CITIES for one, _ in pairs(answer, "deliver", "coordinate", "align")),
            "C7": len({kind[actor] for actor in placed}) >= 3,
            "C8": answer["convener"] in placed and len(partners(answer, answer["convener"])) >= 2,
            "C9": answer["objective"] in ("o_welcome", "o_antirumour"),
            "C10": 1 <= len(ties) <= 9 and len(idle(answer)) < 2,
            "C11": not any(burdens(flow, travels) for flow in travels),
            "C12": bool(ties) and all(tie["purpose"] != "direct" for tie in ties),
        }
    )


def learn_from_each_other(travels, one, other):
    """At least one of the two learns or is trained; the other learns too, or is at least told."""
    there = {purpose for a, b, purpose in travels if (a, b) == (one, other)}
    back = {purpose for a, b, purpose in travels if (a, b) == (other, one)}
    lessons, news = {"learn", "train"}, {"learn", "train", "inform"}
    return bool((there & lessons and back & news) or (back & lessons and there & news))


def burdens(flow, travels):
    """Newcomers are told what to do, are watched without watching in turn, or pay."""
    one, other, purpose = flow
    if purpose == "fund":
        return one in NEWCOMERS
    watched = purpose == "monitor" and (other, one, "monitor") not in travels
    return other in NEWCOMERS and (purpose == "direct" or watched)


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
    "a circle that is asked, whichever way it is drawn": (
        _design(LEARN, _tie("c_selle", "n_welcome", "consult", both=False), _tie("c_selle", "c_marrow", "align")),
        TWO_KINDS,
    ),
    "one arrow of learning": (_design({**LEARN, "both": False}, ACT), TWO_KINDS | {"C5"}),
    "learning there and news back": (
        _design({**LEARN, "both": False}, _tie("c_marrow", "c_selle", "inform", both=False), ACT),
        TWO_KINDS,
    ),
    "learning at home": (_design(_tie("c_selle", "c_tan"), ACT, more=["c_marrow"]), TWO_KINDS | {"C3", "C5"}),
    "nine ties": (_design(LEARN, ACT, *BUSY, _tie("u_selle", "c_selle")), set()),
    "ten ties": (_design(LEARN, ACT, *BUSY, _tie("u_selle", "c_selle"), _tie("u_selle", "n_welcome")), {"C10"}),
    "one without a tie": (_design(LEARN, ACT, more=["u_selle"]), {"C3"}),
    "two without a tie": (_design(LEARN, ACT, more=["u_selle", "b_harbour"]), {"C3", "C10"}),
    "a ministry that only sits there": (_design(LEARN, ACT, more=["m_int"]), {"C2", "C3"}),
    "each looks at the other": (_design(LEARN, ACT, _tie("c_selle", "n_welcome", "monitor")), TWO_KINDS),
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
    "no aim": (_design(LEARN, ACT, objective=None), TWO_KINDS | {"C9"}),
}
