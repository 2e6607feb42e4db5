"""E2.2: level of both ends first, direction from the two; and the three mistakes that the chapter names."""

ENDS = {
    "t1": ["local"],
    "t2": ["regional"],
    "t3": ["local", "regional"],
    "t4": ["national"],
    "t5": ["national"],
    "t6": ["national", "regional"],
    "t7": ["regional"],
    "t8": ["regional", "global"],
    "t9": ["global"],
    "t10": ["local", "national"],
    "t11": ["local"],
    "t12": ["national"],
}
BY_TIE = {"C4": "t6", "C5": "t7", "C6": "t8", "C7": "t12", "C8": "t10", "C9": "t3"}
ACROSS_A_BORDER = {"t1": 1, "t4": 2, "t5": 2, "t11": 1}
"""How far each tie across a border may reach, with REACH."""
REACH = ["", "local", "national", "regional", "global"]
UNEQUAL_PEERS = ["t2", "t7", "t9", "t12"]


def met(answer, _setting):
    cells = {tie: answer["ties"].get(tie) or {"dir": None, "levels": None} for tie in ENDS}
    runs = {tie: cell["dir"] for tie, cell in cells.items()}
    levels = {tie: sorted((cell["levels"] or "").split("-")) for tie, cell in cells.items()}
    placed = {tie for tie, ends in ENDS.items() if levels[tie] == sorted(ends)}
    if levels["t7"] == ["global"]:  # two processes at a global meeting may be placed there
        placed.add("t7")
    right = {tie for tie, ends in ENDS.items() if runs[tie] == ("H" if len(ends) == 1 else "V")}
    between_levels = [tie for tie, ends in ENDS.items() if len(ends) == 2]
    both = {tie: (cell["dir"] == "V", len(levels[tie]) == 2) for tie, cell in cells.items() if all(cell.values())}
    agreeing = [tie for tie, (up, two) in both.items() if up == two]
    crossing = [
        tie
        for tie, reach in ACROSS_A_BORDER.items()
        if tie in right and max(REACH.index(level) for level in levels[tie]) <= reach
    ]
    holds = {
        "C1": len(right) >= 10,
        "C2": len(placed) >= 9,
        "C3": len(crossing) >= 3,
        "C10": len(right & set(UNEQUAL_PEERS)) >= 3 and bool(right & {"t7", "t8"}),
        "C11": len(right & set(between_levels)) >= 3,
        "C12": len(agreeing) >= 9 and len(both) - len(agreeing) < 2,
        **{criterion: tie in right & placed for criterion, tie in BY_TIE.items()},
    }
    return {criterion for criterion, does in holds.items() if does}


def _with(**changes):
    given = {tie: {"dir": "H" if len(ends) == 1 else "V", "levels": "-".join(ends)} for tie, ends in ENDS.items()}
    for tie, (direction, levels) in changes.items():
        given[tie] = {"dir": direction, "levels": levels}
    return {"ties": given}


OPEN = ("H", None)
UP = ("V", "local-global")

EDGES = {
    "ten directions": (_with(t1=("V", "local"), t9=UP), set()),
    "nine directions": (_with(t1=("V", "local"), t2=UP, t3=("H", "local-regional")), {"C1", "C9", "C12"}),
    "one contradiction": (_with(t12=("V", "national")), {"C7"}),
    "two contradictions across": (_with(t9=("H", "national-global"), t12=("H", "local-national")), {"C7", "C12"}),
    "two contradictions up and down": (_with(t3=("V", "local"), t10=("V", "national")), {"C8", "C9", "C12"}),
    "nine places": (_with(t1=OPEN, t2=OPEN, t9=OPEN), set()),
    "eight places": (_with(t1=OPEN, t2=OPEN, t9=OPEN, t11=OPEN), {"C2", "C12"}),
    "one border too many": (_with(t4=UP), set()),
    "two borders too many": (_with(t4=UP, t11=UP), {"C3"}),
    "one level too wide": (_with(t11=("H", "national")), set()),
    "two levels too wide": (_with(t11=("H", "national"), t5=("H", "regional")), {"C3"}),
    "a border too many and a level too wide": (_with(t4=("V", "national"), t1=("H", "global")), {"C3"}),
    "two unions on too small a level": (_with(t4=("H", "local"), t5=("H", "local")), set()),
    "two peers put above each other": (_with(t2=UP, t9=UP), {"C10"}),
    "one room for a level": (_with(t7=("V", "regional-global")), {"C5"}),
    "one room for two levels": (_with(t7=("V", "regional-global"), t8=("H", "global")), {"C5", "C6", "C10"}),
    "three of four between levels": (_with(t6=("H", "national")), {"C4"}),
    "two of four between levels": (_with(t6=("H", "national"), t8=("H", "global")), {"C4", "C6", "C11"}),
    "a pair in the other order": (_with(t3=("V", "regional-local"), t8=("V", "global-regional")), set()),
}

_REFUSED_LEVELS = ["Local", "local-local", "local national", "local-national-", "local-national-regional", "", "H"]
REFUSED = {
    **{f"levels {text!r}": (_with(t1=("H", text)), f'"ties, t1, levels" holds "{text}"') for text in _REFUSED_LEVELS},
    "a number for levels": (_with(t1=("H", 3)), '"ties, t1, levels" must hold an id as text'),
    "a word for a direction": (_with(t1=("horizontal", "local")), '"ties, t1, dir" holds "horizontal"'),
    "a tie that is text": ({"ties": {"t1": "H"}}, "ties, t1 must be an object with dir, levels."),
}
