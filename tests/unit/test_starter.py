"""`coursekit new`: a course about something else is whole from its first minute, and keeps to itself."""

import re
import shutil
import subprocess
import sys

import msgspec
import pytest

from coursekit.checks.course import check_course
from coursekit.course import CourseSettingsError, find_course, read_course
from coursekit.datasets.tables import dataset_names
from coursekit.exercises.reader import all_exercises, find_exercise, find_solution
from coursekit.grading.grader import grade
from coursekit.rendering.exercise import Addresses, exercise_html
from coursekit.starter.new_course import FolderTakenError, NoNameError, course_name, new_course
from tests.course import COURSE


@pytest.fixture(scope="module")
def river(tmp_path_factory):
    return new_course(tmp_path_factory.mktemp("courses") / "river", "Sharing a river")


def test_a_new_course_has_nothing_to_mend(river):
    assert [str(problem) for problem in check_course(river)] == []


def test_a_new_course_says_its_own_name_everywhere(river):
    assert (river.id, river.title) == ("sharing-a-river", "Sharing a river")
    for path in river.folder.rglob("*"):
        if path.is_file():
            assert "COURSE_" not in path.read_text(encoding="utf-8"), path


def test_two_courses_are_read_checked_and_graded_in_one_process(river, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)  # neither is found from here: each is handed on
    assert {exercise.id for exercise in all_exercises(river)} == {"share-the-river", "quiz-water"}
    assert set(dataset_names(river)) == {"sources", "rainfall"}
    assert len(all_exercises(COURSE)) > 30
    for course, name in ((river, "share-the-river"), (COURSE, "harbour-cities"), (river, "E1.1"), (COURSE, "E1.1")):
        exercise = find_exercise(course, name)
        assert grade(course, exercise, find_solution(course, exercise).model.answer)["passed"]
    assert find_exercise(river, "E1.1").title != find_exercise(COURSE, "E1.1").title


def test_a_course_is_found_by_its_settings_and_nothing_else(river, monkeypatch):
    monkeypatch.chdir(river.folder / "book")
    assert find_course() == river
    assert hash(find_course()) == hash(river)
    assert find_course() != msgspec.structs.replace(river, title="Another")


@pytest.mark.parametrize("title", ['Water: "shared" & free', "L'eau partagée", "#1 \\ {braces} 100 %"])
def test_any_title_is_taken_as_it_is(title, tmp_path):
    assert new_course(tmp_path / "course", title).title == title


def test_a_title_becomes_a_name():
    assert course_name("L'eau partagée, cours 1") == "l-eau-partagee-cours-1"
    with pytest.raises(NoNameError, match="Use Latin letters"):
        course_name("水")


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(FolderTakenError, match="is not empty"):
        new_course(tmp_path, "Sharing a river")
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


SETTINGS = {
    "unknown-key": (
        "titel: Water",
        "course.yml: whole file: Object contains unknown field `titel`. Its keys are: id, ",
    ),
    "no-title": ("id: water", "course.yml: whole file: Object missing required field `title`."),
    "not-yaml": ("id: [", "course.yml: whole file: not readable as YAML:"),
    "wrong-type": ("id: water\ntitle: Water\nlevels: local", "course.yml: levels: Expected `array`, got `str`."),
    "name-in-capitals": ("id: Water\ntitle: Water", "course.yml: id: Expected `str` matching regex"),
}


@pytest.mark.parametrize("case", SETTINGS)
def test_settings_that_cannot_be_used_are_named_with_their_key(case, tmp_path):
    text, message = SETTINGS[case]
    (tmp_path / "course.yml").write_text(text, encoding="utf-8")
    with pytest.raises(CourseSettingsError) as caught:
        read_course(tmp_path)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("text", ['{"type.museum": "Museum"', '{"type.museum": ["Museum"]}', '["Museum"]'])
def test_texts_of_a_course_that_cannot_be_read_are_named(text, river, tmp_path):
    folder = shutil.copytree(river.folder, tmp_path / "river", ignore=shutil.ignore_patterns("_build"))
    (folder / "book/locales").mkdir(exist_ok=True)
    (folder / "book/locales/en.json").write_text(text, encoding="utf-8")
    (problem,) = check_course(read_course(folder))
    assert str(problem).startswith("book/locales/en.json: whole file: not readable as texts: ")
    assert str(problem).endswith('Write it in UTF-8 as {"type.museum": "Museum"}.')


def test_a_course_names_its_own_types_of_actors(river, tmp_path):
    folder = shutil.copytree(river.folder, tmp_path / "river", ignore=shutil.ignore_patterns("_build"))
    (folder / "book/locales").mkdir(exist_ok=True)
    (folder / "book/locales/en.json").write_text('{"type.museum": "Museum of the river"}', encoding="utf-8")
    path = folder / "exercises/share-the-river.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("type: academia", "type: museum"), encoding="utf-8")
    course = read_course(folder)
    html = exercise_html(course, find_exercise(course, "share-the-river"), None, Addresses(lambda _: None))
    assert "<td>Museum of the river</td>" in html


def test_a_course_without_datasets_checks_and_builds(river, tmp_path):
    folder = tmp_path / "bare"
    (folder / "book").mkdir(parents=True)
    (folder / "course.yml").write_text("{id: bare, title: Bare}", encoding="utf-8")
    (folder / "_config.yml").write_text((river.folder / "_config.yml").read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "_toc.yml").write_text("{format: jb-book, root: book/index}", encoding="utf-8")
    (folder / "book/index.md").write_text("# Bare\n\nNothing yet.\n", encoding="utf-8")
    assert check_course(read_course(folder)) == []
    command = [sys.executable, "-m", "coursekit.cli", "build", "--course", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    page = (folder / "_build/html/book/index.html").read_text(encoding="utf-8")
    assert "<title>Bare</title>" in page
    assert "references" not in page


PROGRAM = """\
from coursekit import cite, current_course, dataset, find_exercise, find_solution, grade, graded_answers

titles: list[str] = [answer.name for answer in graded_answers("E4.1")]
exercise = find_exercise("E4.1")
solution = find_solution(exercise)
if solution is not None:
    points: int = grade(exercise, solution.model.answer)["points"]
columns: int = len(dataset("initiatives").columns)
line: str = cite("iom-rcp")
name: str = current_course().title
reveal_type(exercise.minutes)
"""


def test_the_public_names_have_types(tmp_path):
    (tmp_path / "program.py").write_text(PROGRAM, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", "/dev/null", str(tmp_path / "program.py")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert re.search(r'Revealed type is "(builtins\.)?int"', done.stdout)
