"""E3.2: one unit throughout, seven years of silence, a claim and a caution that the list bears."""

from fractions import Fraction
from itertools import pairwise

from tests.rubrics.opinions._data_lab import exact, refused_without

COUNTS = {"bullets": (11, 5), "documents": (12, 6)}


def met(answer, setting):
    years = [row[1] for row in setting["data"]["rows"]]
    all_of_them, later = COUNTS.get(answer["unit"], (None, None))
    widest = {f"{one}-{other}" for one, other in pairwise(years) if other - one == 7}
    holds = {
        "C1": answer["unit"] is not None and answer["n"] == all_of_them,
        "C2": answer["longest_gap_years"] == 7 and answer["gap"] in widest,
        "C3": answer["unit"] is not None and answer["n_since_2013"] == later,
        "C4": _share_follows(answer),
        "C5": answer["claim"] == "c_pace",
        "C6": answer["caution"] == "k_selection",
    }
    return {criterion for criterion, does in holds.items() if does}


def _share_follows(answer):
    whole, part, share = answer["n"], answer["n_since_2013"], answer["share_since_2013"]
    if None in (whole, part, share) or whole <= 0 or not 0 <= part <= whole:
        return False
    return abs(exact(share) - 100 * Fraction(int(part), int(whole))) <= 1


GOOD = {
    "unit": "documents",
    "n": 12,
    "longest_gap_years": 7,
    "gap": "1997-2004",
    "n_since_2013": 6,
    "share_since_2013": 50,
    "claim": "c_pace",
    "caution": "k_selection",
}

EDGES = {
    "one point above": ({**GOOD, "share_since_2013": 51}, set()),
    "one point below": ({**GOOD, "share_since_2013": 49}, set()),
    "more than one point above": ({**GOOD, "share_since_2013": 51.01}, {"C4"}),
    "more than one point below": ({**GOOD, "share_since_2013": 48.99}, {"C4"}),
    "one point, where computers divide": (
        {**GOOD, "n": 1000, "n_since_2013": 4, "share_since_2013": 1.4},
        {"C1", "C3"},
    ),
    "less than nothing": ({**GOOD, "n": -3, "n_since_2013": 7, "share_since_2013": -233}, {"C1", "C3", "C4"}),
    "more than all": ({**GOOD, "n_since_2013": 24, "share_since_2013": 200}, {"C3", "C4"}),
    "bullets named documents": (
        {**GOOD, "n": 11, "n_since_2013": 5, "share_since_2013": 45.5},
        {"C1", "C3"},
    ),
    "no unit": ({**GOOD, "unit": None}, {"C1", "C3"}),
    "a whole number with a point": ({**GOOD, "n": 12.0}, set()),
}

REFUSED = {
    **refused_without(GOOD),
    "a number in quotes": ({**GOOD, "n": "12"}, '"n" must be a number, but is "12".'),
    "half a document": ({**GOOD, "n": 11.5}, '"n" must be a whole number, but is 11.5.'),
    "true for a number": ({**GOOD, "n": True}, '"n" must be a number, but is true.'),
    "another unit": ({**GOOD, "unit": "pages"}, '"unit" holds "pages", which this exercise does not know.'),
    "two units": ({**GOOD, "unit": ["documents"]}, '"unit" must hold an id as text, but holds a list.'),
}
