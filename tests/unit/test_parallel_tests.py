"""What `coursekit check` finds in a test before and after: forms that are not parallel, repeats, missing items."""

import pytest

from coursekit.checks.parallel_forms import check_test
from coursekit.course import read_course
from coursekit.exercises.question_bank import question_bank
from coursekit.exercises.reader import CourseFileError, all_exercises, read_exercise
from tests.unit.conftest import check_folder

FILE = "exercises/tests/small.yaml"
PART_FILE = "exercises/tests/smaller.yaml"
SMALL_TEST = """\
id: small-test
number: T4
kind: test
title: Small
chapter: 4
minutes: 2
outcomes: []
sources: []
fictional: true
brief: Two items.
setting:
  outcomes: [CO2]
  items:
    - id: CO2.1
      outcome: CO2
      review: Q4.1
      asks: use
      step: Find the level.
      several: false
      idea: Cities are local.
      forms:
        A:
          question: A city meets a city abroad. What is this tie?
          options:
            - {id: a, text: Horizontal, correct: true, feedback: Same level.}
            - {id: b, text: "Vertical, by the border", correct: false, feedback: No level., mistake: Border is level.}
            - {id: c, text: "Vertical, by weight", correct: false, feedback: No level., mistake: Weight is level.}
        B:
          question: Two unions of neighbouring countries work together. Which way?
          options:
            - {id: a, text: "Up, by the border", correct: false, feedback: No level., mistake: Border is level.}
            - {id: b, text: Across, correct: true, feedback: Same level.}
            - {id: c, text: "Up, by weight", correct: false, feedback: No level., mistake: Weight is level.}
    - id: CO2.2
      outcome: CO2
      review: Q4.2
      asks: use
      step: Choose those between levels.
      several: true
      idea: Compare levels.
      forms:
        A:
          question: Which of them are vertical?
          options:
            - {id: a, text: City and ministry, correct: true, feedback: Two levels.}
            - {id: b, text: Ministry and village, correct: true, feedback: Two levels.}
            - {id: c, text: City and city, correct: false, feedback: One level., mistake: Border is level.}
        B:
          question: "Here are some lines: mark what joins two floors."
          options:
            - {id: a, text: Town and State, correct: true, feedback: Two levels.}
            - {id: b, text: Port and port, correct: false, feedback: One level., mistake: Border is level.}
            - {id: c, text: State and district, correct: true, feedback: Two levels.}
"""
PART = """\
id: smaller-test
number: T4.1
kind: test
title: Smaller
chapter: 4
minutes: 1
outcomes: []
sources: []
fictional: true
brief: Fewer items.
setting:
  part_of: small
  items: [CO2.2, CO2.1]
"""


@pytest.fixture
def course_with_test(small_course):
    small_course.files[FILE] = SMALL_TEST
    return small_course


def read(small_course, file):
    course = read_course(small_course.write())
    return read_exercise(course, course.folder / file)


def problems(small_course, file=FILE):
    test = read(small_course, file)
    bank = {
        number: question
        for number, (_, question) in question_bank(all_exercises(read_course(small_course.folder))).items()
    }
    return [str(problem) for problem in check_test(file, test, bank)]


def test_a_test_of_two_like_forms_has_nothing_to_mend(course_with_test):
    assert problems(course_with_test) == []


def not_several(form, count):
    return (
        f"{form}: {count} of 3 options are right, though it asks for several. "
        "Make at least two right and at least one wrong."
    )


def no_twin(form, mistake):
    return (
        f'only form {form} has an option for the mistake "{mistake}". Give the other form its twin, in the same words.'
    )


BY_WEIGHT = '{id: c, text: "Up, by weight", correct: false, feedback: No level., mistake: Weight is level.}'
BY_ROOM = "{id: d, text: By room, correct: false, feedback: No level., mistake: A room is a level.}"
THREE_PAIRS = """\
{id: a, text: City and ministry, correct: true, feedback: Two levels.}
            - {id: b, text: Ministry and village, correct: true, feedback: Two levels.}
            - {id: c, text: City and city,"""
BROKEN = {
    "one-item-for-an-outcome": (
        "outcome: CO2\n      review: Q4.2",
        "outcome: CO1\n      review: Q4.2",
        [
            "setting.outcomes CO2: 1 of the items measure it, but one alone can be luck. Make it 2 at least.",
            "item CO2.2: it measures CO1, which setting.outcomes does not list. Add the outcome there.",
            "item CO2.2: it measures CO1. Begin its id with CO1.",
        ],
    ),
    "no-item-for-an-outcome": (
        "outcomes: [CO2]",
        "outcomes: [CO2, CO3]",
        ["setting.outcomes CO3: none of the items measure it, but one alone can be luck. Make it 2 at least."],
    ),
    "several-right-where-one-can-be-chosen": (
        "several: true",
        "several: false",
        [
            "item CO2.2, form A: 2 options are right, but one can be chosen. Leave one right.",
            "item CO2.2, form B: 2 options are right, but one can be chosen. Leave one right.",
        ],
    ),
    "one-right-where-several-are-asked": (
        "several: false",
        "several: true",
        [
            f"item CO2.1, {not_several('form A', 1)}",
            f"item CO2.1, {not_several('form B', 1)}",
        ],
    ),
    "more-options-in-one-form": (
        BY_WEIGHT,
        f"{BY_WEIGHT}\n            - {BY_ROOM}",
        [
            "item CO2.1: form A has 3 options, form B 4. Give both as many, so that neither is harder.",
            f"item CO2.1: {no_twin('B', 'A room is a level.')}",
        ],
    ),
    "more-right-options-in-one-form": (
        "{id: b, text: Port and port, correct: false, feedback: One level., mistake: Border is level.}",
        "{id: b, text: Port and port, correct: true, feedback: One level.}",
        [
            f"item CO2.2, {not_several('form B', 3)}",
            "item CO2.2: form A has 2 right options, form B 3. Give both as many, so that neither is harder.",
            f"item CO2.2: {no_twin('A', 'Border is level.')}",
        ],
    ),
    "a-longer-question": (
        "Which of them are vertical?",
        "Which of them are vertical, if one sets aside all that is said about borders, about power and about rooms?",
        [
            (
                "item CO2.2: in the question, form A has 20 words and form B 9. "
                "Bring them closer, so that neither is harder."
            )
        ],
    ),
    "longer-options": (
        "Port and port,",
        "Port and the port on the far side of the same wide bay in summer,",
        ["item CO2.2: in the options, form A has 9 words and form B 21. Bring them closer, so that neither is harder."],
    ),
    "one-case-twice": (
        "Two unions of neighbouring countries work together. Which way?",
        "A city meets a city abroad! What is this tie?",
        ["item CO2.1: both forms ask the same question. Give each a case of its own."],
    ),
    "a-question-of-the-bank": (
        "Which of them are vertical?",
        "What can run across here?",
        ["item CO2.2, form A: it asks nearly what question Q4.2 of the bank asks. Give it another case."],
    ),
    "a-question-of-another-item": (
        "Which of them are vertical?",
        "A city meets a city. What is it?",
        ["item CO2.2, form A: it asks nearly what item CO2.1, form A, asks. Give it another case."],
    ),
    "the-options-of-the-bank": (
        THREE_PAIRS,
        THREE_PAIRS.replace("City and ministry", "delivery")
        .replace("Ministry and village", "Learning.")
        .replace("City and city", "Orders from above"),
        ["item CO2.2, form A: it has the options of question Q4.2 of the bank. Write others."],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_forms_that_are_not_parallel_and_repeats_are_found(name, course_with_test):
    old, new, messages = BROKEN[name]
    course_with_test.replace(FILE, old, new)
    assert problems(course_with_test) == [f"{FILE}: {message}" for message in messages]


def test_the_check_of_a_course_compares_the_forms(course_with_test):
    old, new, (message,) = BROKEN["one-case-twice"]
    course_with_test.replace(FILE, old, new)
    assert f"{FILE}: {message}" in check_folder(course_with_test.write())


def test_a_test_that_leads_to_no_question_is_found(course_with_test):
    course_with_test.replace(FILE, "Q4.1", "Q4.8")
    found = check_folder(course_with_test.write())
    assert any(problem.startswith(f'{FILE}: review: There is no question "Q4.8"') for problem in found)


NAMELESS = ("correct: false, feedback: No level., mistake: Weight is level.", "correct: false, feedback: No level.")
PRAISED = ("correct: true, feedback: Same level.", "correct: true, feedback: Same level., mistake: None.")


@pytest.mark.parametrize(("change", "reason"), [(NAMELESS, "'mistake' is a required"), (PRAISED, "False schema")])
def test_wrong_options_and_only_those_name_a_mistake(course_with_test, change, reason):
    course_with_test.replace(FILE, *change)
    with pytest.raises(CourseFileError, match=reason) as caught:
        read(course_with_test, FILE)
    assert str(caught.value).startswith("tests/small.yaml: setting.items[0].forms.A.options[")


def test_a_shorter_test_takes_its_items_and_their_outcomes_from_the_whole(course_with_test):
    course_with_test.files[PART_FILE] = PART
    assert problems(course_with_test, PART_FILE) == []
    part, whole = (read(course_with_test, file) for file in (PART_FILE, FILE))
    assert part.setting["items"] == whole.setting["items"][::-1]
    assert part.setting["outcomes"] == ["CO2"]


BROKEN_PARTS = {
    "no-whole": ("part_of: small", "part_of: large", 'there is no "large.yaml" beside it. Name the test of which'),
    "of-itself": ("part_of: small", "part_of: smaller", '"smaller" is itself a part of a test. Name the whole one.'),
    "unknown-item": ("CO2.2, CO2.1", "CO2.2, CO3.1", '"small" has no item CO3.1. It has: CO2.1, CO2.2.'),
}


@pytest.mark.parametrize("name", BROKEN_PARTS)
def test_a_shorter_test_that_asks_for_what_is_not_there_is_found(name, course_with_test):
    old, new, message = BROKEN_PARTS[name]
    course_with_test.files[PART_FILE] = PART.replace(old, new)
    with pytest.raises(CourseFileError) as caught:
        read(course_with_test, PART_FILE)
    assert str(caught.value).startswith(f"tests/smaller.yaml: setting.part_of: {message}")


def test_a_shorter_test_needs_two_items_for_an_outcome_as_well(course_with_test):
    course_with_test.files[PART_FILE] = PART.replace("CO2.2, CO2.1", "CO2.2")
    (problem,) = problems(course_with_test, PART_FILE)
    assert problem.startswith(f"{PART_FILE}: setting.outcomes CO2: 1 of the items measure it")
