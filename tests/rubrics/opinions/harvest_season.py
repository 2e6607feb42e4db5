"""A second opinion on E6.1, from the words of its brief and its evidence cards."""

from coursekit import find_exercise, find_solution

LADDER = ["inform", "consult", "involve", "collaborate", "empower"]
SCALE = range(1, 6)


def met(answer, setting):
    """The criteria that a map meets."""
    places = {id_: place or {"p": None, "i": None, "e": None} for id_, place in answer["map"].items()}
    cards = [card["id"] for card in setting["stakeholders"]]
    power = {id_: place["p"] for id_, place in places.items() if place["p"] is not None}
    interest = {id_: place["i"] for id_, place in places.items() if place["i"] is not None}
    depth = {id_: LADDER.index(place["e"]) for id_, place in places.items() if place["e"] is not None}
    workers = ["workers", "undoc"]
    deciders = ["growers", "mayor"]

    def at(id_, *steps):
        return id_ in depth and LADDER[depth[id_]] in steps

    def gap(high, low):
        """How much more power one has than another; none where that is open."""
        return power[high] - power[low] if high in power and low in power else 0

    sharing = [id_ for id_ in depth if at(id_, "collaborate", "empower")]
    involved = [id_ for id_ in depth if at(id_, "involve", "collaborate", "empower")]
    small_stake = [id_ for id_ in depth if id_ not in workers and interest.get(id_, 0) <= 3]
    judged = {
        # the plan is not handed to those who pay the wages and let the beds, nor to those who live beside them
        "C9": not any(at(id_, "empower") for id_ in ("growers", "agency", "resid")),
        # nobody missing, and the cards read
        "C1": all(power.get(card) in SCALE and interest.get(card) in SCALE and card in depth for card in cards),
        "C2": min(gap(high, low) for high in deciders for low in workers) >= 2,
        "C3": "m_lab" in interest and all(interest.get(one, 0) >= max(4, interest["m_lab"] + 1) for one in workers),
        "C13": min(gap(high, low) for high in deciders for low in ("clinic", "diasp")) > 0,
        # how far with whom
        "C4": set(workers) <= set(involved),
        "C5": power.get("m_lab", 0) >= 3
        and interest.get("m_lab", 9) <= 3
        and at("m_lab", "consult", "involve", "collaborate", "empower"),
        "C10": bool({"workers", "undoc", "diasp"} & set(sharing)),
        "C11": set(workers) <= set(depth)
        and all(depth[other] <= min(depth[one] for one in workers) for other in small_stake),
        "C6": at("growers", "involve", "collaborate"),
        "C12": all(id_ in depth and not at(id_, "inform") for id_ in deciders),
        "C7": 1 <= len(sharing) <= 4 and len(involved) <= 7,
        "C8": bool(depth) and not any(at(id_, "inform") and interest.get(id_, 0) >= 4 for id_ in places),
    }
    return {criterion for criterion, holds in judged.items() if holds}


MODEL = find_solution(find_exercise("E6.1")).model.answer["map"]


def _with(stakeholder, **change):
    """The model with one stakeholder moved."""
    return {"map": {**MODEL, stakeholder: {**MODEL[stakeholder], **change}}}


def _deep(*more):
    """The model with more who share decisions."""
    return {"map": {**MODEL, **{id_: {**MODEL[id_], "e": "empower"} for id_ in more}}}


EDGES = {
    "a gap of two": (_with("workers", p=3), []),
    "a gap of one": (_with("workers", p=4), ["C2"]),
    "an interest of four": (_with("undoc", i=4), []),
    "an interest of three": (_with("undoc", i=3), ["C3"]),
    "the ministry somewhat interested": (_with("m_lab", i=3), []),
    "the ministry much interested": (_with("m_lab", i=4), ["C5"]),
    "the ministry as touched as the workers": (_with("m_lab", i=5), ["C3", "C5"]),
    "the ministry with little power": (_with("m_lab", p=2), ["C5"]),
    "four share decisions": (_deep("clinic"), []),
    "five share decisions": (_deep("clinic", "undoc"), ["C7"]),
    "the residents share a decision": (_with("resid", e="collaborate"), []),
    "the residents decide": (_with("resid", e="empower"), ["C9"]),
    "seven are involved": (_with("resid", e="involve"), []),
    "eight are involved": (
        {"map": {**_with("resid", e="involve")["map"], "m_lab": {"p": 5, "i": 2, "e": "involve"}}},
        ["C7"],
    ),
    "the agency as deep as the workers": (_with("agency", e="involve"), []),
    "the agency deeper than the workers": (_with("agency", e="collaborate"), ["C11"]),
    "the agency deeper, but with a high stake": (_with("agency", e="collaborate", i=4), []),
    "the agency decides": (_with("agency", e="empower"), ["C9", "C11"]),
    "the mayor decides": (_with("mayor", e="empower"), []),
    "a leaflet for a small stake": (_with("resid", i=3, e="inform"), []),
    "off the scale": (_with("clinic", i=6), ["C1"]),
    "below the scale": (_with("clinic", i=0), ["C1"]),
    "2.0 is 2": (_with("clinic", p=2.0), []),
    "no depth yet": (_with("clinic", e=None), ["C1"]),
    "no power yet": (_with("workers", p=None), ["C1", "C2"]),
    "no interest yet": (_with("workers", i=None), ["C1", "C3"]),
    "the workers' depth open": (_with("workers", e=None), ["C1", "C4", "C11"]),
    "nothing yet": ({"map": {}}, ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C10", "C11", "C12", "C13"]),
    "the order of the map means nothing": ({"map": dict(reversed(MODEL.items()))}, []),
}
REFUSED = {
    "nobody of the name": ({"map": {"nobody": {"p": 1, "i": 1, "e": "inform"}}}, '"map" holds "nobody"'),
    "no such depth": (_with("clinic", e="ignore"), '"map, clinic, e" holds "ignore"'),
    "a number in text": (_with("clinic", p="2"), '"map, clinic, p" must be a number'),
    "half a step": (_with("clinic", p=2.5), '"map, clinic, p" must be a whole number'),
    "a part missing": ({"map": {"clinic": {"p": 2, "i": 4}}}, 'The field "map, clinic, e" is missing'),
    "a list": ({"map": []}, '"map" must be an object'),
    "nothing": ({}, 'The field "map" is missing'),
}
