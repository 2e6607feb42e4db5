"""The bank of questions: whole, fair, explained; and what is made from it: guesses and older questions."""

import html
import json
import re
from collections import Counter
from types import SimpleNamespace

import jsonschema
import msgspec
import pytest

from coursekit import all_exercises, grade, guess, older_questions
from coursekit.book.renderers import _current
from coursekit.citations.titles import source_of
from coursekit.course import read_course
from coursekit.exercises.payload import exercise_data
from coursekit.exercises.question_bank import (
    GuessError,
    NoOlderQuestionsError,
    UnknownQuestionError,
    make_guess,
    make_older_questions,
    question_bank,
    resolve_exercise,
)
from coursekit.exercises.reader import kind_schema, read_exercise
from coursekit.grading.grader import AnswerRefusedError
from coursekit.mime import EXERCISE_MIME
from coursekit.rendering.exercise import Addresses, exercise_html
from tests.course import COURSE
from tests.unit.conftest import check_folder, notebook, shown

EXERCISES = all_exercises()
ADDRESSES = Addresses(lambda reference: f"references.html#{source_of(COURSE, reference)}")
BANK = {number: question for number, (_, question) in question_bank(EXERCISES).items()}
RIGHT = """
Q1.1 c  Q1.2 b  Q1.3 d  Q1.4 ac  Q1.5 abd  Q1.6 d
Q2.1 c  Q2.2 b  Q2.3 ad  Q2.4 a  Q2.5 d  Q2.6 b  Q2.7 bce
Q3.1 a  Q3.2 acd  Q3.3 c  Q3.4 b  Q3.5 bd  Q3.6 d  Q3.7 c
Q4.1 b  Q4.2 a  Q4.3 d  Q4.4 bde  Q4.5 a  Q4.6 bd  Q4.7 c
Q5.1 ad  Q5.2 d  Q5.3 b  Q5.4 ace  Q5.5 c  Q5.6 a  Q5.7 d
Q6.1 a  Q6.2 c  Q6.3 ace  Q6.4 be  Q6.5 b  Q6.6 c  Q6.7 d
Q7.1 bc  Q7.2 b  Q7.3 a  Q7.4 d  Q7.5 c  Q7.6 abde  Q7.7 b
Q8.1 c  Q8.2 be  Q8.3 ac  Q8.4 a  Q8.5 c  Q8.6 d  Q8.7 b
Q9.1 ce  Q9.2 a  Q9.3 d  Q9.4 abc  Q9.5 b  Q9.6 c  Q9.7 d
Q10.1 c  Q10.2 a  Q10.3 d  Q10.4 bc  Q10.5 b  Q10.6 c
"""
"""The right options as the course was designed."""


def right_of(question):
    return "".join(option["id"] for option in question["options"] if option["correct"])


# The bank.


def test_the_bank_is_the_one_that_was_designed():
    assert {number: right_of(question) for number, question in BANK.items()} == dict(
        re.findall(r"(Q[0-9.]+) ([a-e]+)", RIGHT)
    )
    assert len(BANK) == 68
    assert sum(question["several"] for question in BANK.values()) == 19


def test_most_questions_ask_for_use():
    asks = Counter(question["asks"] for question in BANK.values())
    assert asks["use"] >= 3 / 4 * asks.total()


@pytest.mark.parametrize("number", BANK)
def test_every_wrong_option_names_a_mistake_in_a_few_words(number):
    mistakes = [option.get("mistake") for option in BANK[number]["options"] if not option["correct"]]
    assert all(1 < len(mistake.split()) <= 10 for mistake in mistakes)
    assert len(set(mistakes)) == len(mistakes)


@pytest.mark.parametrize("number", BANK)
def test_every_option_says_why(number):
    question = BANK[number]
    for option in question["options"]:
        assert len(option["feedback"].split()) >= 4, option["feedback"]
        assert not option["feedback"].startswith(("Correct", "Right"))  # the page says so already
    assert len({option["feedback"] for option in question["options"]}) == len(question["options"])
    assert len(question["always"].split()) >= 8


@pytest.mark.parametrize("number", BANK)
def test_a_question_is_fair(number):
    question = BANK[number]
    count = len(question["options"])
    assert count in ((4, 5) if question["several"] else (4,))
    assert [option["id"] for option in question["options"]] == list("abcde"[:count])
    assert question["several"] == question["question"].endswith("Choose all that fit.")
    assert question["several"] or question["question"].endswith("?")


def test_a_question_can_be_asked_away_from_its_chapter():
    words = [question["question"] + question["always"] for question in BANK.values()]
    assert [text for text in words if "this chapter" in text.lower()] == []


# Guesses.


def test_a_guess_asks_questions_of_the_bank_without_their_keys():
    exercise = guess("Q5.5", "Q5.2")._exercise
    assert (exercise.id, exercise.number, exercise.chapter) == ("guess-q5-5-q5-2", "G5", 5)
    asked = exercise.setting["questions"]
    assert [question["id"] for question in asked] == ["Q5.5", "Q5.2"]
    assert [question["question"] for question in asked] == [BANK["Q5.5"]["question"], BANK["Q5.2"]["question"]]
    assert [option["text"] for option in asked[0]["options"]] == [option["text"] for option in BANK["Q5.5"]["options"]]
    text = json.dumps(exercise_data(exercise))
    assert repr(guess("Q5.2")) == "G5 Before you read (1 minute): run this cell to open the exercise."
    assert not any(key in text for key in ('"correct"', '"feedback"', '"always"', '"source"', '"mistake"'))


@pytest.mark.parametrize("numbers", [(), ("Q5.2", "Q6.2"), ("Q5.2", "Q5.2")])
def test_questions_that_cannot_be_guessed_together_are_refused(numbers):
    with pytest.raises(GuessError, match=r"name one question or more, each once, and all of one chapter"):
        guess(*numbers)


def test_a_guess_at_no_question_is_refused():
    with pytest.raises(UnknownQuestionError, match=r'no question "Q5\.9" in exercises/quizzes'):
        guess("Q5.2", "Q5.9")


def test_a_guess_is_kept_and_never_judged():
    exercise = make_guess(["Q5.2", "Q5.4"], EXERCISES)
    result = grade(exercise, {"answers": {"Q5.2": "a", "Q5.4": ["a", "d"]}})
    assert (result["criteria"], result["max_points"]) == ([], 0)
    with pytest.raises(AnswerRefusedError, match=r'"Q5\.2" holds "z", which this exercise does not know'):
        grade(exercise, {"answers": {"Q5.2": "z"}})


# Older questions.


@pytest.mark.parametrize("chapter", range(2, 11))
def test_questions_come_back_one_and_three_chapters_later(chapter):
    exercise = older_questions(chapter)._exercise
    from_chapters = [earlier for earlier in (chapter - 1, chapter - 3) if earlier >= 1]
    expected = [number for earlier in from_chapters for number in BANK if number.startswith(f"Q{earlier}.")]
    assert [question["id"] for question in exercise.setting["questions"]] == expected
    assert [bank["chapter"] for bank in exercise.setting["banks"]] == from_chapters
    assert sum(bank["asks"] for bank in exercise.setting["banks"]) == 2


@pytest.mark.parametrize("chapter", range(1, 8))
def test_the_second_return_begins_after_the_questions_of_the_first(chapter):
    first, second = (make_older_questions(chapter + distance, EXERCISES).setting["banks"] for distance in (1, 3))
    (once,) = [bank for bank in first if bank["chapter"] == chapter]
    (again,) = [bank for bank in second if bank["chapter"] == chapter]
    assert once["start"] == 0
    assert again["start"] == once["asks"]


def test_the_first_chapter_has_no_older_questions():
    with pytest.raises(NoOlderQuestionsError, match=r"Chapter 1 has no older questions"):
        older_questions(1)


def chosen(number, *, well):
    question = BANK[number]
    right = [option["id"] for option in question["options"] if option["correct"]]
    wrong = [option["id"] for option in question["options"] if not option["correct"]][:1]
    options = right if well else wrong
    return options if question["several"] else options[0]


@pytest.mark.parametrize(
    ("chapter", "answers", "points"),
    [
        (4, {}, 0),
        (4, {"Q3.2": True, "Q1.4": True}, 2),
        (4, {"Q3.2": True, "Q1.4": False}, 1),
        (4, {"Q3.2": True, "Q3.3": True}, 1),
        (4, {"Q3.2": False, "Q3.3": True}, 1),
        (2, {"Q1.1": True}, 1),
        (2, {"Q1.1": True, "Q1.4": True}, 2),
        (2, {"Q1.1": True, "Q1.4": True, "Q1.2": True}, 2),
    ],
)
def test_older_questions_count_once_for_each_that_is_asked(chapter, answers, points):
    exercise = make_older_questions(chapter, EXERCISES)
    result = grade(exercise, {"answers": {number: chosen(number, well=well) for number, well in answers.items()}})
    assert (result["points"], result["max_points"], result["passed"]) == (points, 2, points == 2)
    assert all("{" not in criterion["message"] for criterion in result["criteria"])


# Both: made again from the id alone.


MADE = [make_guess(["Q2.4", "Q2.7"], EXERCISES), *(make_older_questions(chapter, EXERCISES) for chapter in (2, 10))]


@pytest.mark.parametrize("exercise", MADE, ids=lambda exercise: exercise.id)
def test_what_is_made_keeps_the_schema_and_can_be_made_again(exercise):
    jsonschema.validate(exercise.setting, kind_schema(exercise.kind, "made"))
    again = resolve_exercise(exercise.id, EXERCISES)
    assert again == exercise
    assert again.version == exercise.version


@pytest.mark.parametrize("exercise", MADE, ids=lambda exercise: exercise.id)
def test_the_paper_form_shows_questions_and_gives_no_answer_away(exercise):
    page = exercise_html(COURSE, exercise, None, ADDRESSES)
    paper = html.unescape(page.split("<script")[0])
    asked = [question for question in exercise.setting["questions"] if f"<p>{question['question']}</p>" in paper]
    assert len(asked) == 2
    assert not any(BANK[question["id"]]["always"] in paper for question in asked)


def test_a_changed_question_makes_stored_outputs_outdated(small_course):
    course = small_course.write()
    quiz = read_exercise(read_course(course), course / "exercises/quizzes/04-small.yaml")
    made = [make_guess(["Q4.1"], [quiz]), make_older_questions(5, [quiz])]
    stored = [shown({EXERCISE_MIME: exercise_data(exercise)}) for exercise in made]
    small_course.write_notebook("exercises/drawn-on.ipynb", notebook(*stored))
    assert check_folder(course) == []
    small_course.replace("exercises/quizzes/04-small.yaml", "The local level", "The level of cities")
    small_course.write()
    found = [problem for problem in check_folder(course) if "drawn-on" in problem]
    assert [problem.split(", but")[0].split(" of ")[1] for problem in found] == [exercise.id for exercise in made]
    small_course.replace("exercises/quizzes/04-small.yaml", "id: Q4.1", "id: Q4.3")
    small_course.write()
    missing = 'it shows the exercise "guess-q4-1", which does not exist. Mend the cell.'
    assert any(missing in problem for problem in check_folder(course))


def test_a_page_warns_of_an_outdated_guess(tmp_path):
    warnings = []
    page = SimpleNamespace(
        course=msgspec.structs.replace(COURSE, folder=tmp_path),
        depends_on=lambda *_: None,
        depends_on_data=lambda *_: None,
    )
    renderer = SimpleNamespace(logger=SimpleNamespace(warning=warnings.append))
    exercise = make_guess(["Q2.4"], EXERCISES)
    assert _current(exercise.id, exercise.version, EXERCISES, page, renderer) == exercise
    assert warnings == []
    assert _current(exercise.id, "0" * 8, EXERCISES, page, renderer) == exercise
    (warning,) = warnings
    assert warning.startswith("The stored output shows edition 00000000 of guess-q2-4, but its file is edition ")


def test_a_question_may_rest_on_lines_and_on_records():
    quiz = next(exercise for exercise in EXERCISES if exercise.id == "quiz-action")
    page = exercise_html(COURSE, quiz, None, ADDRESSES)
    payload = json.loads(page.split('class="exercise-data">')[1].split("</script>")[0])
    question = next(question for question in payload["exercise"]["setting"]["questions"] if question["id"] == "Q9.7")
    assert question["source"]["label"] == "Round Table 3 background paper of 2013, line 63"
    assert question["further_sources"][0] == {
        "text": "holzmann-2016",
        "label": "IZA Journal of European Labor Studies 2016",
        "href": "references.html#holzmann-2016",
    }


def test_a_record_that_is_not_in_the_dataset_is_found(small_course):
    old = 'source: "004 l.23"\n      question'
    small_course.replace(
        "exercises/quizzes/04-small.yaml", old, old.replace("question", "further_sources: [lost-2016]\n      question")
    )
    (problem,) = check_folder(small_course.write())
    assert problem.startswith(
        'exercises/quizzes/04-small.yaml: question Q4.1, further_sources: "lost-2016" leads to lost-2016, '
    )
