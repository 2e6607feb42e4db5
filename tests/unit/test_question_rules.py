"""What the questions of a course keep together, and what of them stays with authors and facilitators."""

import json

import msgspec
import pytest

from coursekit import all_exercises, find_exercise
from coursekit.checks.questions import check_bank
from coursekit.exercises.authors_notes import without_notes
from coursekit.exercises.payload import exercise_data, page_payload
from coursekit.exercises.question_bank import make_guess, make_older_questions
from tests.course import COURSE

EXERCISES = all_exercises()
QUIZ = find_exercise("Q4")


def asking(*asks):
    """A quiz whose questions ask these things; one option of four is right."""
    options = [{"id": id_, "correct": id_ == "a"} for id_ in "abcd"]
    questions = [
        {"id": f"Q4.{number}", "asks": ask, "several": False, "options": options} for number, ask in enumerate(asks, 1)
    ]
    return msgspec.structs.replace(QUIZ, setting={"questions": questions})


def with_right(*shapes):
    """A quiz whose questions have so many right of so many options."""
    questions = [
        {
            "id": f"Q4.{number}",
            "asks": "use",
            "several": True,
            "options": [{"correct": n < right} for n in range(count)],
        }
        for number, (right, count) in enumerate(shapes, 1)
    ]
    return msgspec.structs.replace(QUIZ, setting={"questions": questions})


def test_the_questions_of_the_course_keep_the_rules():
    assert list(check_bank(EXERCISES)) == []


@pytest.mark.parametrize("asks", [(), ("use",), ("use", "use", "use", "recall")])
def test_a_quarter_may_ask_what_a_source_says(asks):
    assert list(check_bank([asking(*asks)])) == []


def test_more_than_a_quarter_of_recall_is_found_over_all_quizzes():
    (problem,) = check_bank([asking("use", "recall"), asking("use", "use", "recall")])
    assert str(problem) == (
        "exercises/quizzes: questions: 2 of 5 ask what a source says (Q4.2, Q4.3), but at most 1 may. "
        "Ask some of them for use: a case, a choice, a consequence."
    )


@pytest.mark.parametrize("shapes", [[(3, 4)], [(3, 4), (2, 4)], [(3, 4), (2, 4), (3, 5), (3, 4)]])
def test_half_may_have_as_many_right_options_of_as_many(shapes):
    assert list(check_bank([with_right(*shapes)])) == []


def test_several_right_options_that_are_always_as_many_are_found():
    (problem,) = check_bank([with_right((3, 4), (2, 4), (3, 4))])
    assert str(problem) == (
        "exercises/quizzes: questions: 2 of the 3 with several right options have 3 right of 4: "
        "one can guess by the number. Vary it: at most half may be alike."
    )


def test_other_exercises_have_no_questions_to_count():
    assert list(check_bank([find_exercise("E4.1")])) == []


MADE = [QUIZ, make_guess(["Q4.2"], EXERCISES), make_older_questions(5, EXERCISES)]


@pytest.mark.parametrize("exercise", MADE, ids=lambda exercise: exercise.id)
def test_no_page_and_no_notebook_carries_what_is_for_authors(exercise):
    reviews = QUIZ.setting["questions"]
    for data in (exercise_data(exercise), page_payload(COURSE, exercise, None, reviews)):
        questions = (data.get("exercise") or data)["setting"]["questions"] + data.get("reviews", [])
        assert questions
        assert not any("asks" in question for question in questions)
        assert '"mistake"' not in json.dumps(questions)


def test_a_version_does_not_change_with_what_is_for_authors():
    bare = msgspec.structs.replace(QUIZ, setting=without_notes(QUIZ.setting))
    assert bare.setting != QUIZ.setting
    assert bare.version == QUIZ.version


def test_a_setting_without_questions_stays_as_it_is():
    setting = find_exercise("E4.1").setting
    assert without_notes(setting) == setting
