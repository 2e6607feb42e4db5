"""The tests before and after the course: an oracle of its own, any answer, and what their pages give away."""

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

TEST = find_exercise("course-test")
ITEMS = {item["id"]: item for item in TEST.setting["items"]}
DESIGNED = """\
CO1.1 b a
CO1.2 ac cd
CO1.3 d b
CO2.1 b d
CO2.2 be ad
CO3.1 b c
CO3.2 c a
CO4.1 d c
CO4.2 c a
CO5.1 ad bc
CO5.2 a d
CO6.1 be bd
CO6.2 c a
CO7.1 a c
CO7.2 c b
CO7.3 d b
CO8.1 acd ade
CO8.2 b d
CO9.1 a d
CO9.2 ad bc
CO10.1 c c
CO10.2 d b
"""
"""The right options of form A and form B, as the course was designed."""

KEY: dict[str, dict[str, str]] = {"A": {}, "B": {}}
for line in DESIGNED.splitlines():
    number, KEY["A"][number], KEY["B"][number] = line.split()

EMPTY = {"form": None, "answers": {}, "done": False}


def given_by(item, letters):
    """What an answer holds for an item: a letter, or a list of them where several may be right."""
    return list(letters) if ITEMS[item]["several"] else letters


RIGHT = {form: {item: given_by(item, letters) for item, letters in key.items()} for form, key in KEY.items()}


def sitting(form, answers=None, *, done=True):
    return {"form": form, "answers": answers or {}, "done": done}


def test_the_items_lead_to_the_bank_and_their_key_is_the_one_designed():
    assert list(KEY["A"]) == list(ITEMS)
    wanted = dict.fromkeys(item["review"] for item in ITEMS.values())
    assert [question["id"] for question in reviewed_questions(TEST, all_exercises())] == list(wanted)
    for form, key in KEY.items():
        for item, letters in key.items():
            options = ITEMS[item]["forms"][form]["options"]
            assert "".join(option["id"] for option in options if option["correct"]) == letters, (form, item)


def test_three_quarters_of_the_items_ask_for_use():
    assert sum(item["asks"] == "use" for item in ITEMS.values()) >= 0.75 * len(ITEMS)


@st.composite
def sittings(draw, form):
    if form is None:
        return copy.deepcopy(EMPTY)
    answers = {}
    for item in draw(st.lists(st.sampled_from(list(ITEMS)), unique=True)):
        letters = [option["id"] for option in ITEMS[item]["forms"][form]["options"]]
        chosen = st.lists(st.sampled_from(letters)) if ITEMS[item]["several"] else st.sampled_from(letters)
        answers[item] = draw(st.none() | st.just(RIGHT[form][item]) | chosen)
    return sitting(form, answers, done=draw(st.booleans()))


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
    return sum(
        set(after["answers"].get(item) or "") == set(letters)  # an open item is an empty set, and no key is empty
        for item, letters in KEY[after["form"]].items()
    )


@settings(deadline=None, max_examples=300)
@given(well_formed())
def test_an_item_counts_when_it_is_exactly_right_in_the_second_sitting(answer):
    result = grade(TEST, answer)
    assert (result["points"], result["max_points"]) == (expected_points(answer), 22)
    assert result["passed"] == (result["points"] >= 15.4)
    assert [criterion["id"] for criterion in result["criteria"]] == list(ITEMS)


@pytest.mark.parametrize(("first", "second"), ["AB", "BA"])
def test_the_right_answers_reach_every_point_with_either_form(first, second):
    result = grade(TEST, {"before": sitting(first), "after": sitting(second, RIGHT[second])})
    assert result["points"] == result["max_points"]


OTHER_QUESTIONS = ", which this test does not ask. If it is from an earlier edition, take both sittings afresh"


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ({}, 'The field "before" is missing'),
        ({"before": EMPTY, "after": EMPTY, "form": "A"}, 'The answer has a field "form"'),
        ({"before": None, "after": EMPTY}, "before must be an object with form, answers, done."),
        ({"before": sitting("C"), "after": EMPTY}, '"before, form" holds "C"'),
        ({"before": sitting(None), "after": EMPTY}, '"before" holds a sitting without a form.'),
        (
            {"before": sitting(None, {"CO1.1": "a"}, done=False), "after": EMPTY},
            '"before" holds a sitting without a form.',
        ),
        ({"before": sitting("A", {"CO11.1": "a"}), "after": EMPTY}, f'"before" answers "CO11.1"{OTHER_QUESTIONS}'),
        ({"before": sitting("A", {"CO1.1": "d"}), "after": EMPTY}, '"before, answers, CO1.1" holds "d"'),
        (
            {"before": sitting("A", {"CO1.1": ["a"]}), "after": EMPTY},
            '"before, answers, CO1.1" must hold an id as text',
        ),
        ({"before": sitting("A", {"CO1.2": "a"}), "after": EMPTY}, '"before, answers, CO1.2" must be a list.'),
        ({"before": sitting("A", {"CO1.2": ["e"]}), "after": EMPTY}, '"before, answers, CO1.2" holds "e"'),
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


def test_a_sitting_of_the_earlier_edition_is_not_taken_for_one_of_this():
    earlier = {"before": sitting("A", {f"T{number}": "a" for number in range(1, 11)}), "after": EMPTY}
    with pytest.raises(AnswerRefusedError, match="sittings with different questions cannot be compared"):
        grade(TEST, earlier)


def is_sitting(value):
    """Say so by the words of the schema alone: an opinion that shares no code with the grader."""
    if not isinstance(value, dict) or set(value) != {"form", "answers", "done"}:
        return False
    form, answers, done = value["form"], value["answers"], value["done"]
    if not isinstance(answers, dict) or not isinstance(done, bool) or not set(answers) <= set(ITEMS):
        return False
    if form is None:
        return answers == {} and not done
    return is_choice(form, ["A", "B"]) and all(is_given(ITEMS[item], form, value) for item, value in answers.items())


def is_given(item, form, value):
    known = [option["id"] for option in item["forms"][form]["options"]]
    if not item["several"]:
        return is_choice(value, known)
    return value is None or (
        isinstance(value, list) and all(one is not None and is_choice(one, known) for one in value)
    )


def is_choice(value, known):
    return value is None or (isinstance(value, str) and value in known)


def is_well_formed(answer):
    if not isinstance(answer, dict) or set(answer) != {"before", "after"}:
        return False
    before, after = answer["before"], answer["after"]
    if not is_sitting(before) or not is_sitting(after):
        return False
    return after["form"] is None or (before["done"] and after["form"] != before["form"])


WORDS = [*list(ITEMS)[:6], *"abcdeAB", "before", "after", "form", "answers", "done"]
GOOD = [
    {"before": sitting("A", RIGHT["A"]), "after": sitting("B", RIGHT["B"])},
    {"before": sitting("B", {"CO1.1": None}), "after": EMPTY},
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
    return all(is_answered(questions[number], given) for number, given in answers.items())


def is_answered(question, value):
    known = [option["id"] for option in question["options"]]
    if not question["several"]:
        return is_choice(value, known)
    return value is None or (isinstance(value, list) and all(is_choice(one, known) and one for one in value))


NUMBERS = ["Q5.2", "Q5.4", "Q3.1", "Q1.4", "Q1.5", "a", "b", "c", "d"]


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(MADE), any_json(NUMBERS) | st.dictionaries(st.sampled_from(NUMBERS[:5]), any_json(NUMBERS)))
def test_any_json_for_what_is_made_from_the_bank_gets_a_grade_or_a_sentence(exercise, answers):
    check_grade_or_sentence(exercise, {"answers": answers}, is_well_formed=is_answer_of(exercise, answers))


@pytest.mark.parametrize("name", ["course-test", "one-day-test", "half-day-test"])
def test_the_sheets_show_both_forms_and_no_answer(name):
    test = find_exercise(name)
    reviews = reviewed_questions(test, all_exercises())
    page = exercise_html(COURSE, test, None, Addresses(lambda reference: source_of(COURSE, reference)), reviews)
    paper = html.unescape(page.split("<script")[0])
    for item in test.setting["items"]:
        assert all(item["forms"][form]["question"] in paper for form in "AB")
        assert item["idea"] not in paper
        for option in (option for form in "AB" for option in item["forms"][form]["options"]):
            assert option["text"] in paper
            assert option["feedback"] not in paper
    for question in reviews:
        assert question["always"] not in paper


def test_an_answer_in_words_names_sittings_and_choices_and_no_verdict():
    answer = {"before": sitting("A", {"CO1.1": "b", "CO1.2": ["d", "a"]}), "after": EMPTY}
    lines = shared_grader(COURSE).describe(TEST, answer)
    assert lines[0] == "First sitting, form A, handed in."
    assert lines[1].endswith("Answer: Cooperation: they do the work together.")
    first, last = (ITEMS["CO1.2"]["forms"]["A"]["options"][place]["text"] for place in (0, 3))
    assert lines[2].endswith(f"Answer: {first}; {last}.")
    assert lines[3].endswith("Answer: not chosen yet.")
    assert len(lines) == 23
