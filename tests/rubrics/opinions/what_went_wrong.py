"""E1.1: which consequence each scene shows, judged from the words of the brief."""

FITTING = {
    "v1": {"confusion"},  # three leaflets
    "v2": {"competition"},  # one grant
    "v3": {"unclear_objectives"},  # four meetings
    "v4": {"duplication"},  # 400 households
    "v5": {"undermining"},  # stay and leave
    "v6": {"competition", "duplication"},  # two hotlines
}
REMEDY = "agreed_aim_and_regular_consultation"


def met(answer, setting):
    match = answer["match"]
    right = {scene for scene, consequences in FITTING.items() if match.get(scene) in consequences}
    found = {f"C{scene[1]}" for scene in right}
    if answer["lack"] == REMEDY:
        found.add("C7")
    if {category["id"] for category in setting["columns"][0]["categories"]} <= set(match.values()):
        found.add("C8")
    if len(right) >= 5:
        found.add("C9")
    return found


GOOD = dict(zip(FITTING, (min(fitting) for fitting in FITTING.values()), strict=True)) | {"v6": "duplication"}


def _with(lack=REMEDY, **changes):
    return {"match": {**GOOD, **changes}, "lack": lack}


EDGES = {
    "five scenes of six": (_with(v4="confusion"), {"C4"}),
    "four scenes of six": (_with(v4="confusion", v5="confusion"), {"C4", "C5", "C8", "C9"}),
    "a scene that is open counts as missed": (_with(v4=None, v6="competition"), {"C4", "C8"}),
    "every scene right and no remedy": (_with(lack=None), {"C7"}),
}

REFUSED = {
    "no remedy at all": ({"match": {}}, 'The field "lack" is missing from the answer.'),
    "a seventh scene": ({"match": {"v7": "confusion"}, "lack": None}, '"match" holds "v7"'),
    "two consequences": ({"match": {"v1": ["confusion"]}, "lack": None}, '"match, v1" must hold an id as text'),
    "a list of scenes": ({"match": [], "lack": None}, '"match" must be an object'),
}
