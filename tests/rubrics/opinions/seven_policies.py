"""A second opinion on E8.1, Seven policies on one desk, from the words of its brief and criteria."""

import copy
from collections import Counter

from coursekit import find_exercise, find_solution

MODEL = find_solution(find_exercise("E8.1")).model.answer

NURSES, MONEY, LAND = map(frozenset, [("P1", "P2"), ("P3", "P4"), ("P6", "P7")])
ACCEPTED = {NURSES: {"fx_home_track"}, MONEY: {"fx_exempt"}, LAND: {"fx_landplan", "fx_more_land"}}
HELPING = [frozenset(pair) for pair in [("P2", "P5"), ("P4", "P7"), ("P1", "P5")]]
OWNERS = {
    "P1": "labour",
    "P2": "health",
    "P3": "finance",
    "P4": "economy",
    "P5": "education",
    "P6": "environment",
    "P7": "social",
}


def met(answer, setting):
    """The criteria that an answer meets."""
    relations = _by_pair(answer["pairs"])
    conflicts = {pair for pair, relation in relations.items() if relation == "conflicts"}
    supports = {pair for pair, relation in relations.items() if relation == "supports"}
    fixes = {pair: fix for pair, fix in _by_pair(answer["fixes"]).items() if pair in conflicts}
    mended = [pair for pair in ACCEPTED if pair in conflicts and fixes.get(pair) in ACCEPTED[pair]]
    held = {  # what was said of the pairs
        "C1": NURSES in conflicts,
        "C2": MONEY in conflicts,
        "C3": LAND in conflicts,
        "C4": bool(conflicts) and len(conflicts - set(ACCEPTED)) < 3,
        "C5": len(supports.intersection(HELPING)) > 1,
        "C7": len(conflicts & set(ACCEPTED)) > 1 and set(mended) == conflicts & set(ACCEPTED),
        "C11": "fx_cancel_clinics" not in fixes.values(),
        "C12": bool(conflicts)
        and max(len(conflicts), len(supports)) <= 6
        and not supports & set(ACCEPTED)
        and (bool(supports) or set(ACCEPTED) <= conflicts),
        "C13": len(mended) > 1 and len(conflicts - set(fixes)) < 2,
    }
    held |= _screened({policy: row for policy, row in answer["screen"].items() if row}, setting)
    return {criterion for criterion, holds in held.items() if holds}


def _screened(rows, setting):
    """What was said on the screening sheet."""
    groups = {policy: set(row["groups"]) for policy, row in rows.items()}
    sources = Counter(_chosen(row.get("unknown"), setting["sources"]) for row in rows.values())
    focal = {policy: _chosen(row["focal"], setting["ministries"]) for policy, row in rows.items()}
    counts = Counter(group for named in groups.values() for group in named)
    timing = {policy: row["timing"] for policy, row in rows.items()}
    status = {policy["id"]: policy["status"] for policy in setting["policies"]}
    moments = {"new": "ex_ante", "existing": "ex_post"}

    def named(policy, *wanted):
        return not groups.get(policy, set()).isdisjoint(wanted)

    care, relocation = named("P1", "children", "patients"), named("P6", "displaced")
    too_many = sum(len(named) > 3 for named in groups.values())
    del sources[""]
    return {
        "C6": all(timing.get(policy) == moments[status[policy]] for policy in status),
        "C8": all(focal.get(policy) for policy in status) and len(set(focal.values())) >= 5,
        "C9": care and named("P3", "senders") and relocation,
        "C10": bool(sources) and max(sources.values()) <= 3,
        "C14": sum(focal.get(policy) == owner for policy, owner in OWNERS.items()) >= 4,
        "C15": too_many < 3
        and max(counts.values(), default=0) < 6
        and care + named("P3", "senders", "children") + relocation >= 2,
        "C16": bool(counts) and too_many == 0,
    }


def _by_pair(entries):
    return {frozenset(key.split("|")): value for key, value in entries.items() if value is not None}


def _chosen(written, choices):
    """The id that a text is, or whose name stands in it; otherwise the text, small."""
    small = " ".join((written or "").split()).lower()
    return next((each["id"] for each in choices if small == each["id"] or each["name"].lower() in small), small)


def _with(pairs=(), fixes=(), **screen):
    """The model with some pairs, fixes and rows changed; None takes out."""
    answer = copy.deepcopy(MODEL)
    for part, changes in (("pairs", pairs), ("fixes", fixes)):
        answer[part] |= dict(changes)
        answer[part] = {key: value for key, value in answer[part].items() if value}
    for policy, change in screen.items():
        answer["screen"][policy] |= change
    return answer


def _conflicts(*pairs):
    return {"|".join(pair.split()): "conflicts" for pair in pairs}


def _alarms(*pairs):
    """The model with more conflicts, each of them with a fix."""
    return _with(_conflicts(*pairs), dict.fromkeys(_conflicts(*pairs), "fx_exempt"))


def _each(**change):
    return _with(**dict.fromkeys(MODEL["screen"], change))


FOUR = {"groups": ["children", "displaced", "patients", "tenants"]}
CENSUS = {"unknown": "census"}
RETURNEES = {"groups": ["returnees"]}
HOMEWARD = dict.fromkeys(["P2", "P4", "P5", "P7"], RETURNEES) | {"P1": {"groups": ["returnees", "children"]}}

EDGES = {
    "one conflict without a fix": (_with(_conflicts("P1 P3")), []),
    "two conflicts without a fix": (_with(_conflicts("P1 P3", "P1 P4")), ["C13"]),
    "two false alarms": (_alarms("P1 P3", "P1 P4"), []),
    "three false alarms": (_alarms("P1 P3", "P1 P4", "P2 P3"), ["C4"]),
    "seven conflicts": (_alarms("P1 P3", "P1 P4", "P2 P3", "P5 P6"), ["C4", "C12"]),
    "no support beside three clashes": (_with({"P2|P5": None, "P4|P7": None}), ["C5"]),
    "no support beside two clashes": (_with({"P2|P5": None, "P4|P7": None, "P3|P4": None}), ["C2", "C5", "C12"]),
    "a support too many beside a clash": (_with({"P2|P6": "supports"}), []),
    "a fix without its conflict is not read": (_with({"P3|P4": None}), ["C2"]),
    "the clinics, where no conflict is marked": (_with(fixes={"P1|P7": "fx_cancel_clinics"}), []),
    "one true conflict": (_with({"P3|P4": None, "P6|P7": None}), ["C2", "C3", "C7", "C13"]),
    "a clash taken for support": (_with({"P3|P4": "supports"}), ["C2", "C12"]),
    "a fix still open": (_with(fixes={"P1|P2": None}), ["C7"]),
    "the other land fix": (_with(fixes={"P6|P7": "fx_more_land"}), []),
    "a moment still open": (_with(P4={"timing": None}), ["C6"]),
    "a ministry by its name": (_with(P4={"focal": " ministry of  ECONOMY"}), []),
    "a ministry in other words": (_with(P4={"focal": "Office of the President"}), []),
    "a ministry of blanks": (_with(P4={"focal": " "}), ["C8"]),
    "four owners": (_with(P1={"focal": "foreign"}, P2={"focal": "foreign"}, P3={"focal": "foreign"}), []),
    "four ministries": (
        _with(P1={"focal": "social"}, P2={"focal": "social"}, P3={"focal": "social"}),
        ["C8"],
    ),
    "three owners": (
        _with(P1={"focal": "foreign"}, P2={"focal": "foreign"}, P3={"focal": "foreign"}, P4={"focal": "foreign"}),
        ["C8", "C14"],
    ),
    "two long lists": (_with(P6=FOUR, P5=FOUR), ["C16"]),
    "three long lists": (_with(P6=FOUR, P5=FOUR, P7=FOUR), ["C15", "C16"]),
    "a group at five policies": (_with(**HOMEWARD), []),
    "a group at six policies": (_with(**HOMEWARD, P3={"groups": ["returnees", "senders"]}), ["C15"]),
    "one group named twice is one": (_with(P1={"groups": ["patients", "patients"]}), []),
    "a gap of blanks": (_with(P1={"unknown": " "}), ["C10"]),
    "one source for three": (_with(**dict.fromkeys(["P1", "P2", "P3"], CENSUS)), []),
    "one source for four": (_with(**dict.fromkeys(["P1", "P2", "P3", "P4"], CENSUS)), ["C10"]),
    "nobody could pay": (_each(groups=[]), ["C9", "C15", "C16"]),
    "nothing yet": (
        {"pairs": {}, "screen": {}, "fixes": {}},
        [f"C{number}" for number in range(1, 17) if number != 11],
    ),
}

REFUSED = {
    "pair twice": (_with(_conflicts("P2 P1")), '"pairs" names the pair "P2|P1" a second time'),
    "neutral": (_with({"P1|P3": "neutral"}), '"pairs, P1|P3" holds "neutral"'),
    "a policy with itself": (_with(_conflicts("P1 P1")), '"pairs" names "P1|P1", which is not a pair'),
    "an unknown policy": (_with(_conflicts("P1 P9")), '"pairs" names "P1|P9", which is not a pair'),
    "an unknown fix": (_with(fixes={"P1|P2": "fx_magic"}), '"fixes, P1|P2" holds "fx_magic"'),
    "an unknown group": (_with(P1={"groups": ["ministers"]}), '"screen, P1, groups" holds "ministers"'),
    "an unknown moment": (_with(P1={"timing": "later"}), '"screen, P1, timing" holds "later"'),
    "a ministry as a number": (_with(P1={"focal": 7}), '"screen, P1, focal" must be text'),
    "no fixes": ({"pairs": {}, "screen": {}}, 'The field "fixes" is missing'),
}
