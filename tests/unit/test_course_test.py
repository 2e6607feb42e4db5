"""The test before and after the course: an oracle of its own, any answer, and what its pages give away."""

import copy
import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit.checks import check_course
from coursekit.exercise_html import exercise_html
from coursekit.exercises import all_exercises, find_exercise
from coursekit.grading import AnswerRefusedError, grade, shared_grader
from coursekit.question_bank import resolve_exercise, reviewed_questions
from tests.unit.test_any_answer import ANY_JSON, places

TEST = find_exercise("course-test")
ITEMS = [f"T{number}" for number in range(1, 11)]
RIGHT = {"A": dict(zip(ITEMS, "abcbaaabcc", strict=True)), "B": dict(zip(ITEMS, "aaccbbcaac", strict=True))}
"""The right options as the course was designed."""

EMPTY = {"form": None, "answers": {}, "done": False}


def sitting(form, answers=None, *, done=True):
    return {"form": form, "answers": answers or {}, "done": done}


def test_the_items_cover_the_outcomes_and_lead_to_the_bank():
    items = TEST.setting["items"]
    assert [item["id"] for item in items] == ITEMS
    assert {item["outcome"] for item in items} == {outcome["id"] for outcome in TEST.setting["outcomes"]}
    assert [question["id"] for question in reviewed_questions(TEST, all_exercises())] == [
        item["review"] for item in items
    ]
    for form in "AB":
        assert {item["id"]: item["forms"][form]["right"] for item in items} == RIGHT[form]


@st.composite
def sittings(draw, form):
    if form is None:
        return copy.deepcopy(EMPTY)
    options = st.sampled_from(["a", "b", "c", None])
    return sitting(form, draw(st.dictionaries(st.sampled_from(ITEMS), options)), done=draw(st.booleans()))


@st.composite
def well_formed(draw):
    first = draw(st.sampled_from(["A", "B", None]))
    before = draw(sittings(first))
    other = {"A": "B", "B": "A", None: None}[first] if before["done"] else None
    return {"before": before, "after": draw(sittings(draw(st.sampled_from([None, other]))))}


def expected_points(answer):
    after = answer["after"]
    if not after["done"]:
        return 0
    return sum(after["answers"].get(item) == RIGHT[after["form"]][item] for item in ITEMS)


@settings(deadline=None, max_examples=300)
@given(well_formed())
def test_an_item_counts_when_it_is_right_in_the_second_sitting(answer):
    result = grade(TEST, answer)
    assert (result["points"], result["max_points"]) == (expected_points(answer), 10)
    assert result["passed"] == (result["points"] >= 7)
    assert [criterion["id"] for criterion in result["criteria"]] == ITEMS


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ({}, 'The field "before" is missing'),
        ({"before": EMPTY, "after": EMPTY, "form": "A"}, 'The answer has a field "form"'),
        ({"before": None, "after": EMPTY}, "before must be an object with form, answers, done."),
        ({"before": sitting("C"), "after": EMPTY}, '"before, form" holds "C"'),
        ({"before": sitting(None), "after": EMPTY}, '"before" holds a sitting without a form.'),
        (
            {"before": sitting(None, {"T1": "a"}, done=False), "after": EMPTY},
            '"before" holds a sitting without a form.',
        ),
        ({"before": sitting("A", {"T11": "a"}), "after": EMPTY}, '"before, answers" holds "T11"'),
        ({"before": sitting("A", {"T1": "d"}), "after": EMPTY}, '"before, answers, T1" holds "d"'),
        ({"before": sitting("A", {"T1": ["a"]}), "after": EMPTY}, '"before, answers, T1" must hold an id as text'),
        ({"before": sitting("A", done=1), "after": EMPTY}, "before, done must be true or false, but is 1."),
        ({"before": sitting("A"), "after": sitting("A")}, "The second sitting begins once the first is handed in"),
        ({"before": sitting("A", done=False), "after": sitting("B")}, "The second sitting begins once the first"),
        ({"before": EMPTY, "after": sitting("B")}, "The second sitting begins once the first is handed in"),
    ],
)
def test_a_malformed_answer_is_refused_with_a_plain_sentence(answer, message):
    with pytest.raises(AnswerRefusedError) as caught:
        grade(TEST, answer)
    assert str(caught.value).startswith(message)


@st.composite
def spoilt(draw):
    answer = draw(well_formed())
    path = draw(st.sampled_from([path for path in places(answer) if path]))
    holder = answer
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = draw(ANY_JSON)
    return answer


def check_grade_or_sentence(exercise, answer):
    try:
        result, sentence = grade(exercise, answer), "There is a grade."
    except AnswerRefusedError as error:
        result, sentence = {"points": 0, "max_points": 0}, str(error)
    assert 0 <= result["points"] <= result["max_points"]
    assert 10 < len(sentence) < 400
    assert "fault of the course" not in sentence


@settings(deadline=None, max_examples=100)
@given(ANY_JSON | spoilt())
def test_any_json_gets_a_grade_or_a_sentence(answer):
    check_grade_or_sentence(TEST, answer)


MADE = [
    resolve_exercise(name, all_exercises()) for name in ("guess-q5-2-q5-4", "older-questions-4", "older-questions-2")
]


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(MADE), ANY_JSON)
def test_any_json_for_what_is_made_from_the_bank_gets_a_grade_or_a_sentence(exercise, answer):
    check_grade_or_sentence(exercise, {"answers": answer})


def test_the_sheets_show_both_forms_and_no_answer():
    page = exercise_html(TEST, None, lambda reference: reference.source_id, reviewed_questions(TEST, all_exercises()))
    paper = html.unescape(page.split("<script")[0])
    for item in TEST.setting["items"]:
        assert all(item["forms"][form]["question"] in paper for form in "AB")
        assert all(option["text"] in paper for form in "AB" for option in item["forms"][form]["options"])
        assert item["idea"] not in paper
    for question in reviewed_questions(TEST, all_exercises()):
        assert question["always"] not in paper


def test_an_answer_in_words_names_sittings_and_choices_and_no_verdict():
    answer = {"before": sitting("A", {"T1": "b"}), "after": EMPTY}
    lines = shared_grader().describe(TEST, answer)
    assert lines[0] == "First sitting, form A, handed in."
    assert lines[1].endswith("Answer: Coherence without coordination.")
    assert lines[2].endswith("Answer: not chosen yet.")
    assert len(lines) == 11


SMALL_TEST = """\
id: small-test
number: T4
kind: test
title: Small
chapter: 4
minutes: 1
outcomes: []
sources: []
fictional: true
brief: One item.
setting:
  outcomes: [{id: CO2, name: Know}]
  items:
    - id: T1
      outcome: CO2
      review: Q4.1
      idea: Cities are local.
      forms:
        A: &form
          question: Where are cities?
          options: [{id: a, text: Local}, {id: b, text: National}, {id: c, text: Global}]
          right: a
        B: *form
"""


def test_a_test_that_leads_to_no_question_is_found(small_course):
    small_course.files["exercises/tests/small.yaml"] = SMALL_TEST
    assert check_course(small_course.write()) == []
    small_course.replace("exercises/tests/small.yaml", "Q4.1", "Q4.8")
    (problem,) = check_course(small_course.write())
    assert problem.startswith('exercises/tests/small.yaml: review: There is no question "Q4.8" in exercises/quizzes.')
