"""`coursekit grade` when its input or the course is broken: plain words, and the rest is still graded."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from coursekit.course import find_course
from coursekit.grading.submissions import grade_lines
from tests.course import COURSE
from tests.unit.conftest import check_folder

COMMAND = [sys.executable, "-m", "coursekit.cli", "grade"]

ROOT = Path(__file__).parents[2]
EXERCISE_FILE = "exercises/two-cities.yaml"
QUIZ_FILE = "exercises/quizzes/04-small.yaml"
CITIES = {"actors": [], "ties": [], "convener": None, "objective": None}
QUIZ = {"answers": {}}
FAULT = "This exercise has a fault and cannot be graded; run coursekit check."


def replies(course, monkeypatch, *requests):
    monkeypatch.chdir(course)
    lines = [json.dumps({"id": n, "exercise": name, "answer": answer}) for n, (name, answer) in enumerate(requests)]
    found = [json.loads(reply) for reply in grade_lines(find_course(), (line.encode() for line in lines))]
    assert [reply["id"] for reply in found] == list(range(len(requests)))
    assert [reply["exercise"] for reply in found] == [name for name, _ in requests]
    return [reply.get("error") for reply in found]


def test_a_broken_exercise_file_stops_only_its_own_requests(small_course, monkeypatch):
    small_course.replace(EXERCISE_FILE, "gate: true", "gate: maybe")
    requests = [("two-cities", CITIES), ("Q4", QUIZ), ("E4.9", CITIES), ("quiz-small", QUIZ)]
    first, quiz, second, same_quiz = replies(small_course.write(), monkeypatch, *requests)
    cannot = f"cannot be graded: the file {EXERCISE_FILE} cannot be used. Run coursekit check."
    assert (first, second) == (f'The exercise "two-cities" {cannot}', f'The exercise "E4.9" {cannot}')
    assert quiz is same_quiz
    assert "cannot be used" not in str(quiz)


def test_a_broken_quiz_is_known_by_the_id_and_number_in_its_text(small_course, monkeypatch):
    small_course.replace(QUIZ_FILE, "setting:", "setting: [[")
    requests = [("quiz-small", QUIZ), ("Q4", QUIZ), ("E4.9", CITIES)]
    *of_quiz, of_cities = replies(small_course.write(), monkeypatch, *requests)
    cannot = "cannot be graded: the file quizzes/04-small.yaml cannot be used. Run coursekit check."
    assert of_quiz == [f'The exercise "{name}" {cannot}' for name in ("quiz-small", "Q4")]
    assert "cannot be used" not in str(of_cities)


def test_a_folder_in_the_place_of_an_exercise_stops_only_its_own_requests(small_course, monkeypatch):
    (small_course.write() / "exercises/foo.yaml").mkdir()
    folder, unknown = replies(small_course.folder, monkeypatch, ("foo", CITIES), ("bar", CITIES))
    assert (
        folder
        == 'The exercise "foo" cannot be graded: the file exercises/foo.yaml cannot be used. Run coursekit check.'
    )
    assert unknown == 'There is no exercise "bar". The course has: quiz-small (Q4), two-cities (E4.9).'


def test_a_criterion_that_does_not_compile_is_told_in_plain_words(small_course, monkeypatch):
    small_course.replace(EXERCISE_FILE, "ties.size() > 0", "tiez.size() >")
    first, unknown, again = replies(
        small_course.write(), monkeypatch, ("E4.9", CITIES), ("E9.9", CITIES), ("E4.9", CITIES)
    )
    assert first == again == FAULT
    assert unknown.startswith("There is no exercise")


BROKEN_NEIGHBOURS = {
    "exercises/seven-policies.yaml": ("minutes:", "minuten:", "exercises/seven-policies.yaml: whole file: "),
    "datasets/actors.csv": ("\n", "\nlonely\n", "actors.csv, line 2: 1 cells where the header has "),
}


@pytest.fixture(params=BROKEN_NEIGHBOURS)
def course_with_a_broken_neighbour(request, tmp_path):
    """The course with a fault in a file that the dossier needs; and how the sentence about that file begins."""
    for name in ("exercises", "datasets"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copyfile(ROOT / "course.yml", tmp_path / "course.yml")
    old, new, reason = BROKEN_NEIGHBOURS[request.param]
    text = (tmp_path / request.param).read_text(encoding="utf-8")
    (tmp_path / request.param).write_text(text.replace(old, new, 1), encoding="utf-8")
    return tmp_path, reason


def test_a_broken_neighbour_stops_only_the_exercise_that_needs_it(course_with_a_broken_neighbour, monkeypatch):
    course, reason = course_with_a_broken_neighbour
    first, cities, again = replies(course, monkeypatch, ("E10.1", {}), ("E4.1", CITIES), ("E10.1", {}))
    assert first == again
    assert first.startswith(f"This exercise cannot be graded: {reason}")
    assert first.endswith(" Run coursekit check.")
    assert cities is None


def test_a_check_of_another_folder_looks_for_the_neighbours_there(course_with_a_broken_neighbour):
    course, reason = course_with_a_broken_neighbour
    problems = check_folder(course)
    told = reason if reason.startswith("exercises/") else f"datasets/{reason.replace(', line 2:', ': line 2:')}"
    assert any(problem.startswith(told) for problem in problems)
    cannot = "exercises/partnership-dossier.yaml: criteria: they could not be tried (This exercise cannot be graded: "
    assert any(problem.startswith(cannot + reason) for problem in problems)


@pytest.mark.parametrize("digits", ["9" * 5000, "-" + "9" * 5000])
@pytest.mark.parametrize("key", ["id", "answer"])
def test_a_number_of_too_many_digits_is_refused_without_advice_about_python(digits, key):
    (reply,) = grade_lines(COURSE, [f'{{"exercise":"E4.1","{key}":{digits}}}'.encode()])
    assert json.loads(reply)["error"] == "This line is not JSON: a number has too many digits."


def test_nesting_without_end_is_refused_in_plain_words():
    (reply,) = grade_lines(COURSE, [b"[" * 200_000])
    assert json.loads(reply)["error"] == "This line is not JSON: it is nested too deeply."


def test_a_closed_standard_input_gives_one_sentence_and_exit_status_2():
    command = 'exec "$@" <&-'
    done = subprocess.run(
        ["/bin/sh", "-c", command, "sh", *COMMAND, "-"], capture_output=True, check=False, timeout=30, text=True
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Cannot read standard input: it is closed. Send the answers to it, or name a file.\n"


def test_a_standard_input_that_fails_while_it_is_read_gives_exit_status_2():
    with open(os.devnull, "wb") as write_only:  # noqa: PTH123 (a stream that refuses to be read)
        done = subprocess.run(
            [*COMMAND, "-"], stdin=write_only, capture_output=True, check=False, timeout=30, text=True
        )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Cannot read standard input: Bad file descriptor.\n"
