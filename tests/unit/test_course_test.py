"""The test before and after the course: an oracle of its own, any answer, and what its pages give away."""

import copy
import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit import all_exercises, find_exercise, grade
from coursekit.citations.titles import source_of
from coursekit.exercises.question_bank import resolve_exercise, reviewed_questions
from coursekit.grading.grader import AnswerRefusedError, shared_grader
from coursekit.rendering.exercise import Addresses, exercise_html
from tests.course import COURSE
from tests.unit.any_answers import any_json, check_grade_or_sentence, spoilt
from tests.unit.conftest import check_folder

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


def is_sitting(value):
    """Say so by the words of the schema alone: an opinion that shares no code with the grader."""
    if not isinstance(value, dict) or set(value) != {"form", "answers", "done"}:
        return False
    form, answers, done = value["form"], value["answers"], value["done"]
    if not isinstance(answers, dict) or not isinstance(done, bool) or not set(answers) <= set(ITEMS):
        return False
    if not all(is_choice(option, ["a", "b", "c"]) for option in answers.values()):
        return False
    return (answers == {} and not done) if form is None else is_choice(form, ["A", "B"])


def is_choice(value, known):
    return value is None or (isinstance(value, str) and value in known)


def is_well_formed(answer):
    if not isinstance(answer, dict) or set(answer) != {"before", "after"}:
        return False
    before, after = answer["before"], answer["after"]
    if not is_sitting(before) or not is_sitting(after):
        return False
    return after["form"] is None or (before["done"] and after["form"] != before["form"])


WORDS = [*ITEMS, "a", "b", "c", "A", "B", "before", "after", "form", "answers", "done"]
GOOD = [
    {"before": sitting("A", RIGHT["A"]), "after": sitting("B", RIGHT["B"])},
    {"before": sitting("B", {"T1": None}), "after": EMPTY},
]


@settings(deadline=None, max_examples=300)
@given(any_json(WORDS) | spoilt(GOOD, WORDS))
def test_any_json_gets_a_grade_or_a_sentence(answer):
    check_grade_or_sentence(TEST, answer, is_well_formed=is_well_formed(answer))


MADE = [
    resolve_exercise(name, all_exercises()) for name in ("guess-q5-2-q5-4", "older-questions-4", "older-questions-2")
]


def is_answer_of(exercise, answers):
    questions = {question["id"]: question for question in exercise.setting["questions"]}
    if not isinstance(answers, dict) or not set(answers) <= set(questions):
        return False
    return all(is_given(questions[number], given) for number, given in answers.items())


def is_given(question, value):
    known = [option["id"] for option in question["options"]]
    if not question["several"]:
        return is_choice(value, known)
    return value is None or (isinstance(value, list) and all(is_choice(one, known) and one for one in value))


NUMBERS = ["Q5.2", "Q5.4", "Q3.1", "Q1.4", "Q1.5", "a", "b", "c", "d"]


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(MADE), any_json(NUMBERS) | st.dictionaries(st.sampled_from(NUMBERS[:5]), any_json(NUMBERS)))
def test_any_json_for_what_is_made_from_the_bank_gets_a_grade_or_a_sentence(exercise, answers):
    check_grade_or_sentence(exercise, {"answers": answers}, is_well_formed=is_answer_of(exercise, answers))


def test_the_sheets_show_both_forms_and_no_answer():
    page = exercise_html(
        COURSE,
        TEST,
        None,
        Addresses(lambda reference: source_of(COURSE, reference)),
        reviewed_questions(TEST, all_exercises()),
    )
    paper = html.unescape(page.split("<script")[0])
    for item in TEST.setting["items"]:
        assert all(item["forms"][form]["question"] in paper for form in "AB")
        assert all(option["text"] in paper for form in "AB" for option in item["forms"][form]["options"])
        assert item["idea"] not in paper
    for question in reviewed_questions(TEST, all_exercises()):
        assert question["always"] not in paper


def test_an_answer_in_words_names_sittings_and_choices_and_no_verdict():
    answer = {"before": sitting("A", {"T1": "b"}), "after": EMPTY}
    lines = shared_grader(COURSE).describe(TEST, answer)
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
    assert check_folder(small_course.write()) == []
    small_course.replace("exercises/tests/small.yaml", "Q4.1", "Q4.8")
    (problem,) = check_folder(small_course.write())
    assert problem.startswith('exercises/tests/small.yaml: review: There is no question "Q4.8" in exercises/quizzes.')
