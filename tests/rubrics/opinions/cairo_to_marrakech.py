"""A second opinion on E3.1, From Cairo to Marrakech, from the words of its brief and criteria."""

from itertools import combinations, pairwise

from coursekit import find_exercise, find_solution

MODEL = find_solution(find_exercise("E3.1")).model.answer
TEN = MODEL["order"]
RANKS = {"icpd": 0, "berne": 1, "gcim": 1, "hld1": 2, "gfmd1": 3, "add": 4, "hld2": 5, "sdg": 6, "nyd": 7, "gcm": 8}
SUPPORTED = {("hld1", "gfmd1"), ("nyd", "gcm"), ("gcim", "hld1"), ("hld2", "sdg")}


def met(answer, setting):  # noqa: ARG001 (everything that counts stands in the words)
    """The criteria that an answer meets."""
    order = answer["order"]
    arrows = {(link["cause"], link["effect"]) for link in answer["links"]}
    unsupported = arrows - SUPPORTED

    def stand(*milestones):
        """Whether these stand on the line one after the other; a milestone that is missing stands nowhere."""
        return set(milestones) <= set(order) and all(
            order.index(one) < order.index(other) for one, other in pairwise(milestones)
        )

    all_there = sorted(order) == sorted(TEN)
    turned = sum(RANKS[one] > RANKS[other] for one, other in combinations(order, 2))
    held = {
        "C0": all_there,
        "C1": bool(order) and order[0] == "icpd",
        "C2": stand("icpd", "berne", "hld1") and stand("icpd", "gcim", "hld1"),
        "C3": stand("hld1", "gfmd1"),
        "C4": stand("gfmd1", "add"),
        "C5": stand("hld2", "sdg"),
        "C6": stand("sdg", "nyd", "gcm"),
        "C7": ("hld1", "gfmd1") in arrows,
        "C8": len(arrows) > 1 and not unsupported,
        "C9": stand("add", "hld2"),
        "C10": all_there and turned < 4 and "icpd" in order[:2] and "gcm" in order[-2:] and stand("hld1", "hld2"),
        "C11": bool(arrows) and all(stand(*arrow) and len(set(arrow)) == 2 for arrow in arrows),
        "C12": len(arrows - unsupported) > 1 and len(unsupported) < 2,
    }
    return {criterion for criterion, holds in held.items() if holds}


def _arrow(ends):
    cause, effect = ends.split()
    return {"cause": cause, "effect": effect}


def _links(*arrows):
    return {"links": [_arrow(arrow) for arrow in arrows]}


def _arrows(*arrows):
    return MODEL | _links(*arrows)


def _line(order):
    return {**MODEL, "order": order.split()}


def _without(milestone):
    return {**MODEL, "order": [id_ for id_ in TEN if id_ != milestone]}


STATED = "hld1 gfmd1"
HALF_DRAWN = {"cause": "hld1", "effect": None}

EDGES = {
    "one arrow drawn twice is one": (_arrows(STATED, STATED), ["C8", "C12"]),
    "one arrow twice beside another": (_arrows(STATED, "nyd gcm", STATED), []),
    "arrows the other way": (_arrows("gfmd1 hld1", "gcm nyd"), ["C7", "C8", "C11", "C12"]),
    "one without support": (_arrows(STATED, "nyd gcm", "gfmd1 add"), ["C8"]),
    "the stated one and one without support": (_arrows(STATED, "sdg gcm"), ["C8", "C12"]),
    "two without support": (_arrows(STATED, "nyd gcm", "gfmd1 add", "berne hld1"), ["C8", "C12"]),
    "Cairo in the second place": (_line("berne icpd gcim hld1 gfmd1 add hld2 sdg nyd gcm"), ["C1", "C2"]),
    "Cairo in the third place": (_line("berne gcim icpd hld1 gfmd1 add hld2 sdg nyd gcm"), ["C1", "C2", "C10"]),
    "a second dialogue before the first": (_line("icpd berne gcim hld2 hld1 gfmd1 add sdg nyd gcm"), ["C9", "C10"]),
    "a second dialogue right after the first": (_line("icpd berne gcim hld1 hld2 gfmd1 add sdg nyd gcm"), ["C9"]),
    "an arrow half drawn": ({**MODEL, "links": [*MODEL["links"], HALF_DRAWN]}, ["C8", "C11"]),
    "an arrow to itself": (_arrows(STATED, "nyd gcm", "gcm gcm"), ["C8", "C11"]),
    "no Cairo": (_without("icpd"), ["C0", "C1", "C2", "C10"]),
    "no first dialogue": (_without("hld1"), ["C0", "C2", "C3", "C10", "C11"]),
    "no Goals": (_without("sdg"), ["C0", "C5", "C6", "C10"]),
    "three pairs the wrong way round": (_line("icpd berne hld1 gfmd1 add gcim hld2 sdg nyd gcm"), ["C2"]),
    "four pairs the wrong way round": (_line("icpd berne hld1 gfmd1 add hld2 gcim sdg nyd gcm"), ["C2", "C10"]),
    "the Compact last but one": (
        _line("icpd berne gcim hld1 gfmd1 add hld2 sdg gcm nyd") | _links(STATED, "hld2 sdg"),
        ["C6"],
    ),
    "the Compact two places early": (
        _line("icpd berne gcim hld1 gfmd1 add hld2 gcm sdg nyd") | _links(STATED, "hld2 sdg"),
        ["C6", "C10"],
    ),
    "nothing yet": ({"order": [], "links": []}, [f"C{number}" for number in range(13)]),
}

REFUSED = {
    "no arrows": ({"order": TEN}, 'The field "links" is missing'),
    "no list": ({"order": {}, "links": []}, '"order" must be a list'),
    "an unknown milestone": ({"order": ["icpd", "cold_war"], "links": []}, '"order" holds "cold_war"'),
    "an arrow as a list": ({"order": [], "links": [["hld1", "gfmd1"]]}, "Arrow 1 must be an object"),
    "an arrow without its end": ({"order": [], "links": [{"cause": "hld1"}]}, 'The field "Arrow 1, effect" is missing'),
    "an arrow with more": ({"order": [], "links": [{**_arrow(STATED), "level": "stated"}]}, "The answer has a field"),
    "an arrow to nowhere": (_arrows("hld1 cold_war"), '"Arrow 1, effect" holds "cold_war"'),
    "a field too many": ({"order": [], "links": [], "dates": []}, 'The answer has a field "dates"'),
}
