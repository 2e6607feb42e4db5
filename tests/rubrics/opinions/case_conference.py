"""A second opinion on E1.2, from the words of its brief: who is in the room, what they can act on, and who leads."""

from coursekit import find_exercise, find_solution

CAN_ACT = {
    "F1": {"mol", "union", "emp"},
    "F2": {"moe"},
    "F3": {"moh"},
    "F4": {"mof", "bank"},
    "F5": {"msoc"},
    "F6": {"mol", "msoc"},
    "F7": {"city"},
    "F8": {"mofa", "moi", "hri"},
}
LEADS_ALL = {"pmo", "plan"}
LIVES_IT = {"migassoc"}
MINISTRIES = {"pmo", "plan", "mol", "moe", "moh", "mof", "msoc", "mofa", "moi", "menv", "mtour"}
OUTSIDE = {"bank", "union", "emp"}
LOCAL = {"city", "emp"}


def met(answer, setting):
    """The criteria that a room meets."""
    seats, chair = set(answer["seats"]), answer["chair"]
    with_a_reason = set().union(*CAN_ACT.values()) | LEADS_ALL | LIVES_IT
    judged = {
        "C1": all(seats & hands for hands in CAN_ACT.values()),
        "C2": bool(seats & LIVES_IT),
        "C3": bool(seats & LOCAL),
        "C4": bool(seats & OUTSIDE),
        "C5": chair in seats & LEADS_ALL,
        "C6": 1 <= len(seats) <= setting["most_seats"],
        "C7": bool(seats) and len(seats - with_a_reason) <= 1,
        "C8": len(seats & MINISTRIES) >= 4,
        "C9": bool(seats & (CAN_ACT["F1"] - {"emp"})),
        "C10": chair != "emp",
    }
    return {criterion for criterion, holds in judged.items() if holds}


MODEL = find_solution(find_exercise("E1.2")).model.answer


def _with(*more, without=(), chair="pmo"):
    """The model with more seats and without some."""
    return {"seats": [*(seat for seat in MODEL["seats"] if seat not in without), *more], "chair": chair}


EDGES = {
    "eleven seats": (_with("emp"), []),
    "twelve seats": (_with("emp", "bank"), ["C6"]),
    "one guest": (_with("menv"), []),
    "two guests": (_with("menv", "mtour", without=["mof"]), ["C1", "C7"]),
    "two with a mandate": (_with("plan"), []),
    "a seat named twice is one seat": (_with("emp", "emp", "pmo"), []),
    "the order means nothing": ({**MODEL, "seats": MODEL["seats"][::-1]}, []),
    "no chair": (_with(chair=None), ["C5"]),
    "a chair who is not there": (_with(chair="plan"), ["C5"]),
    "a ministry of one field in the chair": (_with(chair="mol"), ["C5"]),
    "her employer in the chair": (_with("emp", chair="emp"), ["C5", "C10"]),
    "her employer alone on her pay": (_with("emp", without=["mol", "union"]), ["C9"]),
    "nobody yet": ({"seats": [], "chair": None}, ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9"]),
}
REFUSED = {
    "no chair in the answer": ({"seats": []}, 'The field "chair" is missing'),
    "seats open": ({"seats": None, "chair": None}, '"seats" must be a list'),
    "an unknown seat": ({"seats": ["pmo", "king"], "chair": None}, '"seats" holds "king"'),
    "an unknown chair": ({"seats": [], "chair": "king"}, '"chair" holds "king"'),
    "chairs in a list": ({"seats": [], "chair": ["pmo"]}, '"chair" must hold an id as text'),
    "a convener too": ({"seats": [], "chair": None, "convener": "pmo"}, 'The answer has a field "convener"'),
}
