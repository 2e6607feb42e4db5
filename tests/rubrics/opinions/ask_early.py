"""A second opinion on E6.2, from the words of its brief: who is asked when, how, beside whom, and who hears back."""

from coursekit import find_exercise, find_solution

KEYS = ["who", "stage", "method", "week", "feedback_week"]
SIX = {"workers", "undoc", "growers", "union_loc", "diasp", "resid"}
OPEN = {"frame", "options"}
UNSEEN = {"phone_line", "closed_union_meeting", "focus_group"}
FITTING = {"farm_visit", "evening_meeting", "phone_line", "survey_app", "focus_group", "closed_union_meeting"}
WITHOUT_EMPLOYERS = FITTING - {"farm_visit"}
"""Ways that reach the workers and bring no employer along, unless the growers are asked there too."""
TABLE = {"advisory_board", "focus_group", "farm_visit"}
COULD_HARM = {"growers", "m_lab", "resid"}
APART = {"written_call", "phone_line", "survey_app"}
"""By these one answers alone: no room, nobody beside one."""


def met(answer, setting):
    """The criteria that a plan meets."""
    rows = answer["rows"]
    vote = setting["decision_week"]
    prices = {method["id"]: method["cost"] for method in setting["methods"]}
    finished = [row for row in rows if None not in row.values()]
    before = [row for row in finished if row["stage"] != "review" and row["week"] < vote]
    early = {row["who"] for row in rows if row["stage"] in OPEN and row["week"] is not None and row["week"] <= 16}
    weeks_of = {who: {row["week"] for row in rows if row["who"] == who} - {None} for who in SIX | {"clinic", "m_lab"}}
    times = [sum(row["who"] == who for row in rows) for who in weeks_of]
    rooms = _rooms(rows)
    judged = {
        # nobody without papers is seen or named, and nobody sits beside them who could dismiss or report them
        "C6": all(row["method"] in {*UNSEEN, None} for row in rows if row["who"] == "undoc"),
        "C11": not any("undoc" in groups and groups & COULD_HARM for groups in rooms),
        # who, when, in which order
        "C1": {row["who"] for row in before} >= SIX,
        "C2": len({row["stage"] for row in rows} - {None}) >= 3,
        "C3": bool(rows) and all(_on_its_side(row, vote, setting["weeks"]) for row in rows),
        "C12": len(early & SIX) >= 3 and bool(early & {"workers", "undoc"}),
        "C13": bool(rows) and _draft_last(rows),
        "C14": any(row["stage"] == "review" and row["week"] > vote for row in finished),
        "C10": any(len(weeks) >= 2 for weeks in weeks_of.values()),
        "C17": 1 <= max(times, default=0) <= 5,
        # an answer, at the latest six weeks later
        "C4": bool(rows) and all(_waits(row) in range(7) for row in rows),
        # ways of asking
        "C5": any(row["who"] == "workers" and row["method"] in FITTING for row in rows),
        "C15": any(
            row["method"] in WITHOUT_EMPLOYERS and _without_growers(row, rows)
            for row in before
            if row["who"] == "workers"
        ),
        "C16": len({row["method"] for row in rows} - {None}) >= 2,
        "C7": any(row["who"] == "growers" and row["stage"] in OPEN and row["method"] in TABLE for row in rows),
        "C9": any(len(groups) >= 2 for groups in rooms),
        # each method once a week
        "C8": bool(rows)
        and sum(prices[method] for method, _ in {(row["method"], row["week"]) for row in rows} if method)
        <= setting["budget"],
    }
    return {criterion for criterion, holds in judged.items() if holds}


def _rooms(rows):
    """The groups in each room: one method that brings people together, in one week."""
    gatherings = {(row["method"], row["week"]) for row in rows if row["method"] not in {*APART, None}}
    here = [(place, {row["who"] for row in rows if (row["method"], row["week"]) == place}) for place in gatherings]
    return [groups - {None} for (_, week), groups in here if week is not None]


def _without_growers(row, rows):
    place = (row["method"], row["week"])
    return row["method"] in APART or not any(
        other["who"] == "growers" and (other["method"], other["week"]) == place for other in rows
    )


def _on_its_side(row, vote, last):
    if row["week"] is None or row["stage"] is None:
        return False
    return vote < row["week"] <= last if row["stage"] == "review" else 1 <= row["week"] < vote


def _draft_last(rows):
    """Whether no draft is shown before the first question and the first talk about options, where there are such."""
    begins = {
        stage: min((row["week"] for row in rows if row["stage"] == stage and row["week"] is not None), default=None)
        for stage in ("frame", "options", "draft")
    }
    earlier = [week for stage, week in begins.items() if stage != "draft" and week is not None]
    return begins["draft"] is None or not earlier or max(earlier) <= begins["draft"]


def _waits(row):
    """How many weeks a row waits for its answer; -1 where that is open."""
    return -1 if None in (row["week"], row["feedback_week"]) else row["feedback_week"] - row["week"]


def _row(*values):
    return dict(zip(KEYS, values, strict=True))


MODEL = find_solution(find_exercise("E6.2")).model.answer["rows"]


def _with(index, **change):
    """The model with one row changed."""
    return {"rows": [{**row, **change} if at == index else row for at, row in enumerate(MODEL)]}


def _and(*rows):
    """The model with more rows."""
    return {"rows": [*MODEL, *(_row(*row) for row in rows)]}


EIGHTEEN_MORE = [("clinic", "options", method, 9, 9) for method in ("advisory_board", "focus_group")]
EDGES = {
    "the week before the vote": (_with(6, method="phone_line", week=19, feedback_week=20), []),
    "the week of the vote": (_with(6, week=20, feedback_week=20), ["C3", "C15"]),
    "the week after the vote": (_with(8, week=21, feedback_week=21), []),
    "a review in the week of the vote": (_with(8, week=20, feedback_week=21), ["C3"]),
    "before the calendar begins": (_with(0, week=0, feedback_week=4), ["C3"]),
    "after the calendar ends": (_with(8, week=41, feedback_week=42), ["C3"]),
    "the options a week before the question": (_with(0, week=9, feedback_week=12), []),
    "the draft in the week of the options": (_with(5, week=8, feedback_week=12), []),
    "the draft a week before the options": (_with(5, week=7, feedback_week=12), ["C13"]),
    "six weeks": (_with(0, feedback_week=10), []),
    "seven weeks": (_with(0, feedback_week=11), ["C4"]),
    "answered before asked": (_with(0, feedback_week=3), ["C4"]),
    "never answered": (_with(0, feedback_week=None), ["C4"]),
    "no week": (_with(0, week=None), ["C3", "C4"]),
    "12.0 is 12": (_with(0, week=4.0), []),
    "no method yet": (_with(4, method=None), ["C1"]),
    "nobody yet": (_with(4, who=None), ["C1"]),
    "no stage yet": (_with(0, stage=None), ["C3"]),
    "ninety points": (_and(*EIGHTEEN_MORE), []),
    "ninety-two points": (_and(*EIGHTEEN_MORE, ("m_lab", "options", "written_call", 9, 9)), ["C8"]),
    "a shared meeting is paid once": (_and(*EIGHTEEN_MORE, ("m_lab", "options", "focus_group", 9, 9)), []),
    "the growers phone in the same week": (_and(("growers", "options", "phone_line", 9, 13)), []),
    "the workers alone in the fields": (_with(6, method="farm_visit"), ["C15"]),
    "the workers alone in the hall": (_with(6, method="plenary"), ["C15"]),
    "the workers alone, by a notice": (_with(6, method="written_call"), ["C15"]),
    "the workers by phone": (_with(6, method="phone_line"), []),
    "the nurse in the small group": (
        {"rows": [*_with(4, method="focus_group")["rows"], _row("clinic", "options", "focus_group", 9, 13)]},
        [],
    ),
    "the ministry in the small group": (
        {"rows": [*_with(4, method="focus_group")["rows"], _row("m_lab", "options", "focus_group", 9, 13)]},
        ["C11"],
    ),
    "the ministry in a small group a week later": (
        {"rows": [*_with(4, method="focus_group")["rows"], _row("m_lab", "options", "focus_group", 10, 13)]},
        [],
    ),
    "five times": (_and(("workers", "options", "phone_line", 9, 9), ("workers", "options", "phone_line", 9, 9)), []),
    "six times": (_and(*[("workers", "options", "phone_line", 9, 9)] * 3), ["C17"]),
    "the same row twice is one meeting and no second time": (
        {"rows": [_row("resid", "draft", "plenary", 5, 6)] * 2},
        ["C1", "C2", "C12", "C14", "C10", "C5", "C15", "C16", "C7", "C9"],
    ),
    "two in a week that is open do not meet": (
        {"rows": [_row(who, "draft", "plenary", None, None) for who in ("resid", "growers")]},
        ["C1", "C2", "C3", "C12", "C14", "C10", "C4", "C5", "C15", "C16", "C7", "C9"],
    ),
    "the order of the rows means nothing": ({"rows": MODEL[::-1]}, []),
}
REFUSED = {
    "an unknown group": (_with(0, who="press"), '"Row 1, who" holds "press"'),
    "an unknown stage": (_with(0, stage="vote"), '"Row 1, stage" holds "vote"'),
    "a week in text": (_with(0, week="4"), '"Row 1, week" must be a number'),
    "one field too many": (_with(0, note=""), 'The answer has a field "Row 1, note"'),
    "one field too few": ({"rows": [dict(list(MODEL[0].items())[:-1])]}, 'The field "Row 1, feedback_week" is missing'),
    "rows by name": ({"rows": {}}, '"rows" must be a list'),
    "a budget of one's own": ({"rows": [], "budget": 100}, 'The answer has a field "budget"'),
    "more rows than anyone means": ({"rows": MODEL * 60}, '"rows" has more than 500 entries'),
}
