"""Solutions as tables for facilitators."""

import pytest

from coursekit import find_exercise, find_solution, grade_table, graded_answers, show_answer
from coursekit.checks.course import what_waits
from coursekit.course import read_course
from coursekit.exercises.reader import UnknownExerciseError
from coursekit.grading.solutions import NoSolutionError, solution_answers
from coursekit.notebooks.solutions import UnknownAnswerError
from tests.unit.conftest import check_folder


def test_an_answer_that_is_not_there_is_named_with_those_that_are():
    known = ", ".join(name for name, _, _ in solution_answers(find_solution(find_exercise("E4.1"))))
    with pytest.raises(UnknownAnswerError) as caught:
        show_answer("E4.1", "modle")
    assert str(caught.value) == f'The solution of harbour-cities has no answer "modle". It has: {known}.'


def test_answers_stand_good_ones_first_each_with_what_it_must_fail():
    solution = find_solution(find_exercise("harbour-cities"))
    answers = solution_answers(solution)
    assert [name for name, _, _ in answers[:4]] == [
        "model",
        "alternative",
        "hand-over-to-the-ministry",
        "two-islands",
    ]
    assert [fails for _, _, fails in answers[:2]] == [(), ()]
    assert answers[2][2] == ("C1", "C2", "C4", "C5", "C6", "C7", "C9")
    assert len(answers) == 2 + len(solution.wrong) + len(solution.variants)


def test_each_answer_is_graded():
    by_name = {answer.name: answer for answer in graded_answers("E4.1")}
    assert (by_name["model"].points, by_name["model"].passed) == (15, True)
    ministry = by_name["hand-over-to-the-ministry"]
    assert (ministry.points, ministry.max_points, ministry.passed) == (8, 15, False)
    assert ministry.unmet == ministry.expected_fails


def test_the_grade_table_shows_points_dashes_and_what_is_needed():
    table = grade_table("harbour-cities")
    assert list(table.columns[:3]) == ["model", "alternative", "hand over to the ministry"]
    assert list(table.index[:3]) == [
        "C1 cities of two countries, needed",
        "C2 only across, needed",
        "C3 one network",
    ]
    assert list(table["hand over to the ministry"]) == [
        "-",
        "-",
        "2",
        "-",
        "-",
        "-",
        "-",
        "2",
        "-",
        "1",
        "1",
        "1",
        "1",
        "8",
        "no",
    ]
    assert list(table["model"])[-2:] == ["15", "yes"]


def test_an_answer_is_shown_in_words_and_as_data():
    shown = show_answer("harbour-cities", "hand-over-to-the-ministry")._repr_mimebundle_()
    assert shown["text/markdown"].splitlines()[1] == (
        "- Tie 1. Hestria Interior Ministry to City of Port Selle: coordinate (up and down)."
    )
    data = shown["application/vnd.coursekit.answer+json"]
    assert data["exercise"] == "harbour-cities"
    assert data["answer"]["convener"] == "m_int"


def test_an_exercise_without_solution_says_which_file_to_add():
    with pytest.raises(NoSolutionError, match=r"^quiz-across has no solution\. Add solutions/quiz-across\.yaml\.$"):
        graded_answers("Q4")


def test_an_unknown_exercise_is_named():
    with pytest.raises(UnknownExerciseError, match=r"E9\.9"):
        grade_table("E9.9")


def test_a_solution_without_enough_readers_says_that_it_waits(small_course):
    kept = small_course.files["solutions/two-cities.yaml"]
    few = kept.replace("by: brief-reader", "by: author", 1)
    small_course.files["solutions/two-cities.yaml"] = few
    (problem,) = check_folder(small_course.write())
    assert problem.startswith("solutions/two-cities.yaml: sound: there are 6 answers, 2 of them by people who saw only")
    reason = "waits_for_readers: Nobody has been asked yet.\n"
    (small_course.folder / "solutions/two-cities.yaml").write_text(few + reason, encoding="utf-8")
    assert check_folder(small_course.folder) == []
    assert what_waits(read_course(small_course.folder)) == [
        "two-cities waits for brief-readers: Nobody has been asked yet."
    ]
    (small_course.folder / "solutions/two-cities.yaml").write_text(kept + reason, encoding="utf-8")
    (problem,) = check_folder(small_course.folder)
    assert problem.endswith("and the file says that it waits for them. Take the key out.")
