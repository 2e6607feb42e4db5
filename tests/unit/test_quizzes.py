"""Quizzes: one point for each question that is answered with exactly the right options."""

import pytest

from coursekit import find_exercise, grade
from coursekit.grading.grader import AnswerRefusedError
from tests.unit.any_answers import unmet

QUIZ = find_exercise("Q4")
RIGHT = {
    question["id"]: (
        [option["id"] for option in question["options"] if option["correct"]]
        if question["several"]
        else next(option["id"] for option in question["options"] if option["correct"])
    )
    for question in QUIZ.setting["questions"]
}


def test_right_answers_reach_every_point_and_none_reaches_nothing():
    assert grade(QUIZ, {"answers": RIGHT})["points"] == len(RIGHT)
    assert grade(QUIZ, {"answers": {}})["points"] == 0
    assert grade(QUIZ, {"answers": dict.fromkeys(RIGHT)})["points"] == 0


@pytest.mark.parametrize("question", [q for q in QUIZ.setting["questions"] if q["several"]], ids=lambda q: q["id"])
def test_several_right_options_need_all_and_only_those(question):
    id_, right = question["id"], RIGHT[question["id"]]
    wrong = next(option["id"] for option in question["options"] if not option["correct"])
    for chosen, met in (
        (right, True),
        (right[::-1] * 2, True),
        (right[1:], False),
        ([*right, wrong], False),
        ([], False),
    ):
        assert (id_ not in unmet(QUIZ, {"answers": {id_: chosen}})) is met


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ({"answers": {"Q9.9": "a"}}, 'The answer has a field "Q9.9" that this exercise does not ask for.'),
        (
            {"answers": {"Q4.1": "z"}},
            '"Q4.1" holds "z", which this exercise does not know. It knows: a, b, c, d.',
        ),
        ({"answers": {"Q4.1": ["a"]}}, '"Q4.1" must hold an id as text, but holds a list.'),
        ({"answers": {"Q4.6": "b"}}, '"Q4.6" must be a list.'),
        ({"answers": []}, '"answers" must be an object with one entry for each question.'),
        ({"answers": None}, '"answers" must be an object with one entry for each question.'),
        (
            {"answers": {"__proto__": "a"}},
            'The answer has a field "__proto__" that this exercise does not ask',
        ),
        ({}, 'The field "answers" is missing from the answer.'),
    ],
)
def test_a_malformed_quiz_answer_is_refused(answer, message):
    with pytest.raises(AnswerRefusedError) as caught:
        grade(QUIZ, answer)
    assert str(caught.value).startswith(message)
