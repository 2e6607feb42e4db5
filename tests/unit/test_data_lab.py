"""Data labs: the rows that they show come from the datasets, and an answer is said with its units."""

from coursekit import find_exercise, find_solution
from coursekit.grading.grader import shared_grader
from tests.course import COURSE

RHYTHM, HABIT, MONEY = (find_exercise(number) for number in ("E3.2", "E5.3", "E9.2"))


def test_the_rows_shown_are_those_that_the_questions_are_about_and_come_from_the_datasets():
    years = [row[1] for row in RHYTHM.setting["data"]["rows"]]
    assert years == [1994, 1997, 2004, 2005, 2005, 2006, 2013, 2013, 2015, 2016, 2017, 2018]
    assert len({row[0] for row in RHYTHM.setting["data"]["rows"]}) == 11
    meetings = {row[0]: row[1:4] for row in HABIT.setting["data"]["rows"]}
    assert sorted(meetings) == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert meetings[2] == ["2009-06-04", "Bangkok", 13]
    assert (meetings[1][0][:4], meetings[8][0][:7]) == ("2005", "2019-04")
    costs = {(quarter, measure): value for quarter, measure, value in MONEY.setting["data"]["rows"]}
    assert costs["2023Q3", "all"] == 6.18
    assert costs["2023Q3", "banks"] == 11.48
    assert costs["2023Q3", "digital"] == 4.84
    assert costs["2030", "target"] == 3
    assert len(costs) == 9


def test_words_say_the_answer_with_units_and_what_is_open():
    words = shared_grader(COURSE).describe(MONEY, {**find_solution(MONEY).model.answer, "saving_year": None})
    assert words[0] == "What does one transfer cost her at the average of all providers? 12.36 dollars"
    assert words[2].endswith("? not chosen yet")
    assert words[4].endswith("none of these")
