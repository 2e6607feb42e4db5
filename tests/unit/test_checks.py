"""What `coursekit check` finds: each rule on a small course that breaks it; the course itself breaks none."""

import pytest
from typer.testing import CliRunner

from coursekit.checks.course import check_course
from coursekit.cli import app
from tests.course import COURSE
from tests.unit.conftest import check_folder

EXERCISE_FILE = "exercises/two-cities.yaml"
QUIZ_FILE = "exercises/quizzes/04-small.yaml"
SOLUTION_FILE = "solutions/two-cities.yaml"
NOTEBOOK = "exercises/two-cities.ipynb"


def test_the_course_has_nothing_to_mend():
    assert check_course(COURSE) == []


def test_the_small_course_has_nothing_to_mend(small_course):
    assert check_folder(small_course.write()) == []


def when(expression, reason, place):
    return f'{EXERCISE_FILE}: criteria C1, when: {reason}.\n{place}\nMend the expression "{expression}".'


BROKEN_EXERCISES = {
    "criterion-names-an-unknown-variable": (
        "ties.size() > 0",
        "tiez.size() > 0",
        when("tiez.size() > 0", "Unknown variable: tiez", ">    1 | tiez.size() > 0\n         ^"),
    ),
    "criterion-breaks-on-the-empty-answer": (
        "ties.size() > 0",
        "1 / ties.size() > 0",
        when("1 / ties.size() > 0", "division by zero", ">    1 | 1 / ties.size() > 0\n         ^"),
    ),
    "criterion-breaks-on-one-answer-of-the-solution": (
        "ties.size() > 0",
        "1 / (ties.size() - 1) < 0",
        when("1 / (ties.size() - 1) < 0", "division by zero", ">    1 | 1 / (ties.size() - 1) < 0\n         ^"),
    ),
    "two-hints": (
        "Look across., ",
        "",
        f"{EXERCISE_FILE}: hints: there are 2, but an exercise has three, opened one by one. Make it three.",
    ),
    "palette-id-twice": (
        "id: ministry",
        "id: bay",
        f'{EXERCISE_FILE}: setting.palette: the id "bay" stands twice. Give each entry its own id.',
    ),
    "number-of-another-chapter": (
        "number: E4.9",
        "number: E5.9",
        f"{EXERCISE_FILE}: number: E5.9 is not a number of chapter 4. Mend the number or the chapter.",
    ),
    "line-beyond-the-text": (
        '"004 l.17"',
        '"004 l.177"',
        (
            f'{EXERCISE_FILE}: criteria C2, source: "004 l.177" lies beyond the end of that text, line 76. '
            "Mend the line."
        ),
    ),
    "number-taken": (
        "number: E4.9",
        "number: Q4",
        f'{EXERCISE_FILE}: number: "Q4" already names the exercise in {QUIZ_FILE}. Choose another.',
    ),
}


@pytest.mark.parametrize("name", BROKEN_EXERCISES)
def test_a_broken_exercise_is_found(name, small_course):
    old, new, message = BROKEN_EXERCISES[name]
    small_course.replace(EXERCISE_FILE, old, new)
    found = check_folder(small_course.write())
    assert message in found
    assert all("two-cities" in problem for problem in found)


BROKEN_QUIZZES = {
    "no-option-right": (
        "correct: true",
        "correct: false",
        "question Q4.1: no options are right, but one can be chosen. Leave one right.",
    ),
    "two-options-right-where-one-can-be-chosen": (
        "The national level, correct: false",
        "The national level, correct: true",
        "question Q4.1: 2 options are right, but one can be chosen. Leave one right.",
    ),
    "one-option-right-where-several-are-asked": (
        "Delivery, correct: true",
        "Delivery, correct: false",
        (
            "question Q4.2: 1 options are right, though the question asks for several. "
            "Make at least two right, or ask for one."
        ),
    ),
    "nothing-wrong-among-several": (
        "above, correct: false",
        "above, correct: true",
        "question Q4.2: every option is right, so nothing is asked. Make at least one wrong.",
    ),
    "option-id-twice": (
        "{id: b, text: The national",
        "{id: a, text: The national",
        'setting.questions[0].options: the id "a" stands twice. Give each entry its own id.',
    ),
    "question-id-twice": (
        "id: Q4.2",
        "id: Q4.1",
        'setting.questions: the id "Q4.1" stands twice. Give each entry its own id.',
    ),
    "question-of-another-chapter": (
        "id: Q4.2",
        "id: Q5.2",
        "question: Q5.2 is not a number of chapter 4. Mend the number or the chapter.",
    ),
    "question-cites-beyond-the-text": (
        '"004 l.27"',
        '"002 l.27-47"',
        'question Q4.2, source: "002 l.27-47" lies beyond the end of that text, line 46. Mend the line.',
    ),
    "wrong-option-without-a-mistake": (
        "correct: false, mistake: a border",
        "correct: false",
        (
            "question Q4.1, option b: it is wrong and names no mistake. Say under mistake what people get wrong who "
            "choose it, or write an option that somebody would choose."
        ),
    ),
    "right-option-with-a-mistake": (
        "The local level, correct: true",
        "The local level, correct: true, mistake: none",
        "question Q4.1, option a: it is right and names a mistake. Take the mistake out.",
    ),
    "criteria-that-never-count": (
        "brief: Two questions.",
        (
            "brief: Two questions.\ncriteria:\n  - {id: C1, name: idle, points: 1, gate: false, "
            "when: 'true', met: Yes., unmet: No., source: 004 l.1}\nhints: [a, b, c]"
        ),
        "criteria: a quiz is graded by its setting, so these never count. Take them out.",
    ),
}


@pytest.mark.parametrize("name", BROKEN_QUIZZES)
def test_a_broken_quiz_is_found(name, small_course):
    old, new, message = BROKEN_QUIZZES[name]
    small_course.replace(QUIZ_FILE, old, new)
    assert f"{QUIZ_FILE}: {message}" in check_folder(small_course.write())


BROKEN_SOLUTIONS = {
    "model-misses-a-criterion": (
        "{actors: [port, bay], ties: [{from: port, to: bay,",
        "{actors: [port, ministry], ties: [{from: port, to: ministry,",
        "model: it fails C2, C3, but is meant to fail nothing. Mend the answer, its list or the criterion.",
    ),
    "wrong-answer-lists-too-little": (
        "fails: [C1, C3]",
        "fails: []",
        "apart: it fails C1, C3, but is meant to fail nothing. Mend the answer, its list or the criterion.",
    ),
    "wrong-answer-lists-too-much": (
        "fails: [C1, C3]",
        "fails: [C1, C2, C3]",
        "apart: it fails C1, C3, but is meant to fail C1, C2, C3. Mend the answer, its list or the criterion.",
    ),
    "variant-of-nothing": (
        "of: model",
        "of: modal",
        'through-the-capital: there is no answer "modal" to vary. Known: model, alternative, apart, everybody.',
    ),
    "variant-lists-an-unknown-criterion": (
        "fails: [C2, C3]",
        "fails: [C2, C3, C7]",
        "through-the-capital: it lists C7, which the exercise does not have. Known: C1, C2, C3.",
    ),
    "criterion-that-no-answer-fails": (
        "fails: [C2, C3]",
        "fails: [C3]",
        "criterion C2: no answer fails it. Add a variant that fails it and little else.",
    ),
    "answer-id-twice": (
        "id: through-the-capital",
        "id: alternative",
        'alternative: the id stands twice. "model" and "alternative" are taken too. Choose another.',
    ),
    "answer-refused": (
        "ties: []",
        "ties: none",
        'apart: the grader refuses it: "ties" must be a list. Mend the answer.',
    ),
    "wrong-answer-passes": (
        "answer: {actors: [port, bay], ties: []}",
        "answer: {actors: [port, bay], ties: [{from: port, to: bay, both: true, purpose: learn}]}",
        "apart: it passes, though it is a wrong answer. Make its mistake cost more.",
    ),
    "sign-of-nothing": (
        "sign: actors.size() > 0 && ties.size() == 0",
        "sign: actors.size() > 2",
        "apart: sign: it is not true of the answer itself. Mend the expression or the answer.",
    ),
    "sign-of-a-good-answer": (
        "sign: actors.size() > 0 && ties.size() == 0",
        "sign: actors.size() > 0",
        "apart: sign: it is also true of the model answer. Make it narrower.",
    ),
    "sign-names-nothing-known": (
        "sign: actors.size() > 0 && ties.size() == 0",
        "sign: actor.size() > 0",
        "apart: sign: Unknown variable: actor\n>    1 | actor.size() > 0\n         ^\nMend the expression.",
    ),
}


@pytest.mark.parametrize("name", BROKEN_SOLUTIONS)
def test_a_broken_solution_is_found(name, small_course):
    old, new, message = BROKEN_SOLUTIONS[name]
    small_course.replace(SOLUTION_FILE, old, new)
    assert f"{SOLUTION_FILE}: {message}" in check_folder(small_course.write())


@pytest.mark.parametrize("name", [EXERCISE_FILE, NOTEBOOK, SOLUTION_FILE, "solutions/two-cities.ipynb"])
def test_a_missing_file_is_found(name, small_course):
    (small_course.write() / name).unlink()
    if name == EXERCISE_FILE:
        expected = f"{SOLUTION_FILE}: exercise: there is no {name}. Add the exercise or take the solution out."
    else:
        expected = f"{name}: whole file: it is missing, but the exercise two-cities needs it. Add it."
    assert expected in check_folder(small_course.folder)


def test_an_exercise_in_a_file_of_another_name_is_found(small_course):
    path = small_course.write() / EXERCISE_FILE
    path.rename(path.with_name("towns.yaml"))
    assert f"{EXERCISE_FILE}: whole file: it is missing, but the exercise two-cities needs it. Add it." in check_folder(
        small_course.folder
    )


def test_an_exercise_without_criteria_is_found(small_course):
    text = small_course.files[EXERCISE_FILE]
    small_course.files[EXERCISE_FILE] = text[: text.index("criteria:")]
    assert f"{EXERCISE_FILE}: criteria: there are none, so every answer would pass. Add criteria." in check_folder(
        small_course.write()
    )


def test_a_source_without_a_row_is_found(small_course):
    small_course.replace("datasets/sources.csv", "seed-004\n", "")
    course = small_course.write()
    assert (
        f'{EXERCISE_FILE}: sources: "004 l.23" leads to seed-004, which datasets/sources.csv does not hold. '
        "Add the row or mend the reference."
    ) in check_folder(course)


def test_a_broken_dataset_is_found_and_the_rest_is_still_checked(small_course):
    small_course.replace(EXERCISE_FILE, "Look across., ", "")
    course = small_course.write()
    (course / "datasets/datapackage.json").unlink()
    found = check_folder(course)
    assert found[0].startswith("datasets/datapackage.json: ")
    assert any("hints: there are 2" in problem for problem in found)


def test_two_unreadable_files_are_both_found_and_nothing_is_blamed_on_their_absence(small_course):
    small_course.replace(EXERCISE_FILE, "gate: true", "gate: maybe")
    small_course.replace(QUIZ_FILE, "several: false", "several: 3")
    found = check_folder(small_course.write())
    assert [problem.split(": ")[0] for problem in found] == [
        "exercises/quizzes/04-small.yaml",
        "exercises/two-cities.yaml",
    ]


def test_the_command_prints_what_to_mend_and_exits_with_1(small_course, monkeypatch):
    small_course.replace(EXERCISE_FILE, "Look across., ", "")
    monkeypatch.chdir(small_course.write())
    result = CliRunner().invoke(app, ["check"])
    assert result.exit_code == 1
    assert result.stderr.endswith("Make it three.\n1 to mend.\n")


def test_the_command_says_when_nothing_is_to_mend(small_course, monkeypatch):
    monkeypatch.chdir(small_course.write())
    result = CliRunner().invoke(app, ["check"])
    assert (result.exit_code, result.stdout) == (0, "Nothing to mend.\n")
