"""The corridor talks as a landscape: how many packages there are of each sort, and how fast they are graded."""

import json
import re
import time

from coursekit import find_exercise, find_solution
from coursekit.grading.grader import shared_grader
from coursekit.grading.submissions import grade_lines
from tests.course import COURSE
from tests.rubrics.opinions.corridor_talks import ALL, ISSUES, PARTIES, SCORES, SHEETS, worth
from tests.unit.any_answers import unmet

TALKS = find_exercise("E7.2")
MODEL = find_solution(TALKS).model.answer
LANDSCAPE = (729, 24, 5, 19, 10)
"""Packages: all, signed by all four, of these breaking a floor, remaining, and of these wasting nothing."""


def test_the_landscape_has_the_numbers_of_the_curriculum():
    missed = [unmet(TALKS, {**MODEL, "package": package}) for package in ALL]
    lines, floors = {"N_V", "N_H", "N_E", "N_W"}, {"N5", "N6"}
    signed = [fails for fails in missed if not fails & lines]
    remaining = [fails for fails in signed if not fails & floors]
    breaching = len(signed) - len(remaining)
    tight = [fails for fails in remaining if "N7" not in fails]
    assert (len(missed), len(signed), breaching, len(remaining), len(tight)) == LANDSCAPE


def test_the_page_for_facilitators_gives_the_numbers_of_the_landscape():
    page = (COURSE.folder / "book" / "facilitators" / "07-skills.md").read_text(encoding="utf-8")
    found = re.search(
        r"the six issues allow (\d+) packages\. (\S+) of them clear all four walk-away lines\. "
        r"(\S+) of the 24 break one of the two floors.* (\S+) remain, and (\S+) of those waste nothing",
        page,
    )
    assert found
    words = {"twenty-four": 24, "five": 5, "nineteen": 19, "ten": 10}
    assert (int(found[1]), *(words[word.lower()] for word in found.groups()[1:])) == LANDSCAPE


def test_the_sheets_are_those_of_the_curriculum():
    assert [issue["id"] for issue in TALKS.setting["issues"]] == ISSUES
    for party in TALKS.setting["delegations"]:
        assert (party["walk_away"], party["points"]) == (SHEETS[party["id"]][0], SCORES[party["id"]])


def test_the_landscape_is_worked_out_once_however_many_answers_come():
    """Comparing each answer with all packages anew would take minutes for the ten thousand of a large course."""
    count = 2_000
    requests = [
        json.dumps({"exercise": "E7.2", "answer": {**MODEL, "package": ALL[place % len(ALL)]}}).encode()
        for place in range(count)
    ]
    start = time.process_time()
    replies = list(grade_lines(COURSE, requests))
    assert time.process_time() - start < 10 * count / 10_000 * 2  # twice the pace asked for: the machine may be busy
    assert len(replies) == count


def test_the_words_say_the_package_and_the_record_but_no_score():
    words = shared_grader(COURSE).describe(TALKS, {**MODEL, "concessions": {}})
    assert words[0] == "Places a year: c: 1000"
    assert words[6] == "Velmora moved on: not chosen yet. Asked at home: health ministry."
    assert words[10] == "Employers gave way on Places at home for each place away and got Places a year."
    assert not any(str(worth(party, MODEL["package"])) in line for party in PARTIES for line in words)
