"""A second opinion on E7.2, from its brief: who would sign, what no trade may take, and whether the record fits."""

from itertools import permutations, product

from coursekit import find_exercise, find_solution

ISSUES = ["I1", "I2", "I3", "I4", "I5", "I6"]
PARTIES = ["V", "H", "E", "W"]
SHEETS = {
    "V": (68, "10/15/8 25/12/0 0/15/25 0/8/10 0/8/15 0/8/10"),
    "H": (72, "5/15/20 5/15/20 15/12/5 10/15/8 5/12/15 5/15/12"),
    "E": (68, "5/20/30 5/15/20 15/12/6 15/10/3 8/10/8 10/8/4"),
    "W": (70, "5/8/10 20/12/0 2/8/10 0/15/20 0/12/20 0/8/20"),
}
"""The score sheets as the curriculum prints them: the walk-away line, and points for a/b/c, issue by issue."""
SCORES = {
    party: {
        issue: dict(zip("abc", map(int, row.split("/")), strict=True))
        for issue, row in zip(ISSUES, rows.split(), strict=True)
    }
    for party, (_, rows) in SHEETS.items()
}
ALL = [dict(zip(ISSUES, letters, strict=True)) for letters in product("abc", repeat=6)]


def worth(party, package):
    """What the settled issues are worth to a side."""
    return sum(SCORES[party][issue][option] for issue, option in package.items() if option)


WORTHS = [[worth(party, package) for party in PARTIES] for package in ALL]


def is_wasteful(package):
    """Some package is at least as good for all four and better for one."""
    own = [worth(party, package) for party in PARTIES]
    return any(other != own and all(a >= b for a, b in zip(other, own, strict=True)) for other in WORTHS)


def has_given(party, issue, package):
    """The package gives a side less on this issue than it wanted most."""
    option = package.get(issue)
    return option is not None and SCORES[party][issue][option] != max(SCORES[party][issue].values())


def has_got(party, issue, package):
    """The package gives a side something on this issue: not the option that it likes least."""
    option = package.get(issue)
    return option is not None and SCORES[party][issue][option] != min(SCORES[party][issue].values())


def is_told_truly(row, package):
    """One issue was given, another was got, and the package shows both."""
    sides = [row["by"]] if row.get("by") else PARTIES
    gave, got = row["gave"], row["got"]
    return gave != got and any(has_given(side, gave, package) and has_got(side, got, package) for side in sides)


def met(answer, setting):
    """The criteria that talks meet."""
    package = answer["package"]
    moves = {side: answer["concessions"].get(side) for side in PARTIES}
    moved = {side: issue for side, issue in moves.items() if issue and has_given(side, issue, package)}
    trades = [row for row in answer["trade"] if row["gave"] and row["got"]]
    true = [row for row in trades if is_told_truly(row, package)]
    names = {
        side: {" ".join(text.lower().split()) for text in answer["consulted"].get(side) or [] if _has_letter(text)}
        for side in PARTIES
    }
    asked = [side for side in PARTIES if names[side]]
    people = set().union(*names.values())
    judged = {
        **{f"N_{party}": worth(party, package) >= SHEETS[party][0] for party in PARTIES},
        "N5": package.get("I4") != "a",
        "N6": package.get("I2") != "c",
        "N7": not is_wasteful(package),
        "N8": len(moved) == len(PARTIES),
        "N9": trades != [] and true == trades,
        "N10": len(asked) == len(PARTIES) and len(people) > 2,
        "N11": 5 * (len(moved) + len(true)) >= 3 * (len(PARTIES) + len(trades))
        and len(moved) > 2
        and len(set(moved.values())) > 1
        and not _told_again(trades)
        and len(true) > 0
        and len(answer["trade"]) <= setting["most_trades"]
        and len(asked) > 2
        and len(people) > 1,
    }
    return {criterion for criterion, holds in judged.items() if holds}


def _told_again(trades):
    """Whether a trade is told twice: the same issues, by the same side, or once without a name."""
    return any(
        (one["gave"], one["got"]) == (other["gave"], other["got"]) and (one["by"] == other["by"] or not other["by"])
        for one, other in permutations(trades, 2)
    )


def _has_letter(text):
    return any(letter.isalpha() for letter in text)


SOLUTION = find_solution(find_exercise("E7.2"))
MODEL = SOLUTION.model.answer
SIDES = [f"N_{party}" for party in PARTIES]
FIRST, SECOND = MODEL["trade"]
ROWS = [{"by": by, "gave": gave, "got": got} for by in PARTIES for gave, got in permutations(ISSUES, 2)]
TRUE = [row for row in ROWS if is_told_truly(row, MODEL["package"])]
NONE = [row for row in ROWS if not is_told_truly(row, MODEL["package"])]


def _on_the_line(party, margin):
    """A package that leaves a side so far above its line, beside the record of the model."""
    at = PARTIES.index(party)
    package = next(
        package for package, worths in zip(ALL, WORTHS, strict=True) if worths[at] == SHEETS[party][0] + margin
    )
    answer = {**MODEL, "package": package}
    return answer, sorted({criterion.id for criterion in find_exercise("E7.2").criteria} - met(answer, SETTING))


SETTING = find_exercise("E7.2").setting


def _changed(**change):
    return {**MODEL, **change}


def _asked(**change):
    return _changed(consulted={**MODEL["consulted"], **change})


def _moved(**change):
    return _changed(concessions={**MODEL["concessions"], **change})


EDGES = {
    **{f"{party} on its line": _on_the_line(party, 0) for party in PARTIES},
    **{f"{party} one point below": _on_the_line(party, -1) for party in PARTIES},
    "blanks are nobody": (_asked(W=["  "]), ["N10"]),
    "a dash is nobody": (_asked(W=["-", "?", "7"]), ["N10"]),
    "one letter is somebody, in any script": (_asked(W=["党"], E=["a"]), []),
    "two sides asked nobody": (_asked(W=[], E=[]), ["N10", "N11"]),
    "capitals and blanks make no other name": (_asked(V=["PARLIAMENT"], E=[" parliament "]), ["N10"]),
    "one name for all": (_asked(**{party: ["members"] for party in PARTIES}), ["N10", "N11"]),
    "a move not recorded": (_moved(E=None), ["N8"]),
    "a move on what one has got": (_moved(E="I1"), ["N8"]),
    "two moves on what one has got": (_moved(E="I1", W="I5"), ["N8", "N11"]),
    "all moves on one issue": (_moved(V="I2", H="I2", E="I2", W="I2"), ["N11"]),
    "no trade": (_changed(trade=[]), ["N9", "N11"]),
    "a trade half told": (_changed(trade=[{"by": "E", "gave": "I1", "got": None}]), ["N9", "N11"]),
    "a trade half told beside a whole one": (_changed(trade=[FIRST, {**SECOND, "got": None}]), []),
    "one trade of two is none": (_changed(trade=[FIRST, *NONE[:1]]), ["N9"]),
    "two trades of three are none": (_changed(trade=[FIRST, *NONE[:2]]), ["N9"]),
    "four trades of five are none": (_changed(trade=[FIRST, *NONE[:4]]), ["N9", "N11"]),
    "nobody is named as the one who gave": (_changed(trade=[{**FIRST, "by": None}]), []),
    "six trades": (_changed(trade=TRUE[:6]), []),
    "seven trades": (_changed(trade=TRUE[:7]), ["N11"]),
    "a trade told twice": (_changed(trade=[FIRST, SECOND, FIRST]), ["N11"]),
    "a trade told twice, once without a name": (_changed(trade=[{**FIRST, "by": None}, FIRST]), ["N11"]),
    "the same issues traded by two sides": (_changed(trade=[FIRST, {**FIRST, "by": "H"}]), []),
    "nobody yet": (
        {"package": {}, "concessions": {}, "trade": [], "consulted": {}},
        [*SIDES, "N7", "N8", "N9", "N10", "N11"],
    ),
}
REFUSED = {
    "an unknown option": (_changed(package={"I1": "d"}), '"package, I1" holds "d", which this exercise does not know.'),
    "an unknown issue": (_changed(package={"I7": "a"}), '"package" holds "I7", which this exercise does not know.'),
    "a package as list": (_changed(package=["c"]), '"package" must be an object'),
    "an unknown move": (_changed(concessions={"V": "II"}), '"concessions, V" holds "II", which this exercise does not'),
    "an unknown side": (_changed(concessions={"X": "I1"}), '"concessions" holds "X", which this exercise does not'),
    "trades as object": (_changed(trade={}), '"trade" must be a list.'),
    "a trade as text": (_changed(trade=["I1"]), "Trade 1 must be an object with by, gave, got."),
    "a trade with less": (_changed(trade=[{"by": "E", "gave": "I1"}]), 'The field "Trade 1, got" is missing'),
    "a trade with more": (_changed(trade=[{**FIRST, "why": ""}]), 'The answer has a field "Trade 1, why"'),
    "people as text": (_changed(consulted={"V": "ministry"}), '"consulted, V" must be a list.'),
    "nobody as null": (_changed(consulted={"V": [None]}), '"consulted, V" must be text, but is nothing.'),
}
