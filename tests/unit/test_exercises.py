"""Reading exercise and solution files: errors by their words, editions, finding by id and number."""

import re

import msgspec
import pytest

from coursekit.course import read_course
from coursekit.exercises.reader import (
    CourseFileError,
    UnknownExerciseError,
    all_exercises,
    exercise_kinds,
    find_exercise,
    find_solution,
    read_exercise,
    read_solution,
)

EXERCISE_FILE = "exercises/two-cities.yaml"
EXERCISE_ERRORS = {
    "unknown-key": ("hints:", "tips:", "two-cities.yaml: whole file: Object contains unknown field `tips`."),
    "missing-key": ("minutes: 5\n", "", "whole file: Object missing required field `minutes`."),
    "number-as-text": ("minutes: 5", "minutes: five", "minutes: Expected `int`, got `str`."),
    "no-minutes": ("minutes: 5", "minutes: 0", "minutes: Expected `int` >= 1."),
    "outcome-in-words": ("[CO3]", "[designs]", "outcomes[0]: Expected `str` matching regex"),
    "id-in-capitals": ("id: two-cities", "id: Two-Cities", "id: Expected `str` matching regex"),
    "unknown-key-in-criterion": ("gate: true", "gates: true", "criteria[0]: Object contains unknown field"),
    "criterion-of-no-points": ("points: 2", "points: 0", "criteria[0].points: Expected `int` >= 1."),
    "key-twice": ("title: Two", "kind: quiz\ntitle: Two", "the key 'kind' in line 3 stands twice."),
    "key-twice-deep-inside": ("{id: port,", "{id: port, id: bay,", "the key 'id' in line 13 stands twice."),
    "not-yaml": ("hints: [", "hints: [[", "whole file: not readable as YAML:"),
    "a-list": ("id: two-cities", "- id: two-cities", "whole file: not readable as YAML:"),
    "tag-that-runs-code": ("brief: Join", "brief: !!python/name:os.system Join", "not readable as YAML:"),
    "unknown-kind": (
        "kind: designer",
        "kind: puzzle",
        f'kind: there is no kind "puzzle". Known kinds: {", ".join(exercise_kinds())}.',
    ),
    "kind-outside-its-folder": ("kind: designer", "kind: ..", "kind: Expected `str` matching regex"),
    "setting-without-a-key": ("  payloads: []\n", "", "setting: 'payloads' is a required property."),
    "unknown-key-in-setting": (
        "  convener:",
        "  convenor: no\n  convener:",
        "setting: Additional properties",
    ),
    "unknown-level": (
        "level: national",
        "level: planetary",
        "setting.palette[4].level: 'planetary' is not one of",
    ),
    "date-without-quotes": (
        "country: Ilanda",
        "country: 2013-10-03",
        "whole file: holds a value that JSON cannot",
    ),
    "endless-number": ("minutes: 5", "minutes: .inf", "whole file: holds a value that JSON cannot"),
    "no-reference": (
        '["004 l.23"]',
        '["page 4"]',
        'sources: "page 4" is no reference to a source line. Write',
    ),
    "criterion-of-no-line": ('"004 l.17"', '"004"', 'criteria C2, source: "004" is no reference'),
    "criterion-id-twice": (
        "id: C2",
        "id: C1",
        "criteria: the id C1 stands twice. Give each criterion its own id.",
    ),
}


def read_small(small_course, path):
    return read_exercise(read_course(small_course.folder), path)


@pytest.mark.parametrize("name", EXERCISE_ERRORS)
def test_a_broken_exercise_is_refused_with_file_key_and_cause(name, small_course):
    old, new, message = EXERCISE_ERRORS[name]
    small_course.replace(EXERCISE_FILE, old, new)
    with pytest.raises(CourseFileError) as caught:
        read_small(small_course, small_course.write() / EXERCISE_FILE)
    assert str(caught.value).startswith("exercises/two-cities.yaml: ")
    assert message in str(caught.value)


def test_an_error_of_shape_at_the_top_ends_with_the_keys_that_there_are(small_course):
    small_course.replace(EXERCISE_FILE, "hints:", "tips:")
    cure = r"Its keys are: id, .*, criteria, hints\. Compare it with exercises/harbour-cities\.yaml\.$"
    with pytest.raises(CourseFileError, match=cure):
        read_small(small_course, small_course.write() / EXERCISE_FILE)


def test_an_error_of_shape_deeper_inside_does_not_list_the_keys_of_the_top(small_course):
    small_course.replace(EXERCISE_FILE, "gate: true", "gates: true")
    with pytest.raises(CourseFileError, match=r"`gates`\. Compare it with exercises/harbour-cities\.yaml\.$"):
        read_small(small_course, small_course.write() / EXERCISE_FILE)


def test_text_in_another_encoding_is_refused(small_course):
    path = small_course.write() / EXERCISE_FILE
    path.write_bytes(path.read_bytes().replace(b"Hestria", "Hést".encode("latin-1")))
    with pytest.raises(CourseFileError, match=r"whole file: not UTF-8 text\. Save it as UTF-8\."):
        read_small(small_course, path)


def test_a_question_without_a_known_source_line_is_refused(small_course):
    small_course.replace("exercises/quizzes/04-small.yaml", '"004 l.27"', '"l.27"')
    with pytest.raises(CourseFileError, match=r'quizzes/04-small.yaml: question Q4.2, source: "l.27" is no'):
        read_small(small_course, small_course.write() / "exercises/quizzes/04-small.yaml")


SOLUTION_ERRORS = {
    "other-file-name": (
        "exercise: two-cities",
        "exercise: three-cities",
        (
            'solutions/two-cities.yaml: exercise: "three-cities" is not the name of the file. '
            "Name the file three-cities.yaml or mend the key."
        ),
    ),
    "no-alternative": (
        "alternative:",
        "another:",
        (
            "Object contains unknown field `another`. "
            "Its keys are: exercise, model, alternative, wrong, sound, waits_for_readers, without, variants. "
            "Compare it with solutions/harbour-cities.yaml."
        ),
    ),
    "fails-no-criterion-id": (
        "fails: [C2, C3]",
        "fails: [2]",
        "variants[0].fails[0]: Expected `str`, got `int`.",
    ),
    "date-in-an-answer": ("both: true", "both: 2013-10-03", "whole file: holds a value that JSON cannot"),
}


@pytest.mark.parametrize("name", SOLUTION_ERRORS)
def test_a_broken_solution_is_refused_with_file_key_and_cause(name, small_course):
    old, new, message = SOLUTION_ERRORS[name]
    small_course.replace("solutions/two-cities.yaml", old, new)
    with pytest.raises(CourseFileError) as caught:
        read_solution(small_course.write() / "solutions/two-cities.yaml")
    assert message in str(caught.value)


TEXT_CHANGES = {
    "title": ("title: Two cities", "title: Two towns"),
    "brief": ("brief: Join", "brief: Link"),
    "message": ("met: Good.", "met: Well done."),
    "points": ("points: 2", "points: 3"),
    "expression": ("ties.size() > 0", "ties.size() > 1"),
    "hint": ("Draw a line", "Draw two lines"),
    "palette": ("City of Marrow Bay", "Town of Marrow Bay"),
    "order-of-hints": ("Look at the shore., Look across.", "Look across., Look at the shore."),
}


@pytest.mark.parametrize("name", TEXT_CHANGES)
def test_the_version_changes_with_the_text(name, small_course):
    before = read_small(small_course, small_course.write() / EXERCISE_FILE).version
    path = small_course.folder / EXERCISE_FILE
    path.write_text(path.read_text().replace(*TEXT_CHANGES[name], 1))
    assert read_small(small_course, path).version != before


def test_the_version_changes_with_nothing_but_the_text(small_course):
    path = small_course.write() / EXERCISE_FILE
    before = read_small(small_course, path).version
    text = path.read_text().replace("{id: port, name: City of Port Selle,", "{name: City of Port Selle, id: port,")
    head, tail = text.split("title:")
    other = path.parent / "another-name.yaml"
    other.write_text(f"# A comment.\ntitle:{tail}{head}\n")  # keys in another order, in a file of another name
    assert read_small(small_course, other).version == before
    assert re.fullmatch("[0-9a-f]{8}", before)


def test_an_exercise_cannot_be_changed_once_read(small_course):
    exercise = read_small(small_course, small_course.write() / EXERCISE_FILE)
    with pytest.raises(AttributeError):
        exercise.title = "Another"
    assert msgspec.structs.replace(exercise, title="Another").version != exercise.version


def test_an_exercise_is_found_by_id_and_by_number(small_course):
    course = read_course(small_course.write())
    assert find_exercise(course, "two-cities") == find_exercise(course, "E4.9")
    assert find_exercise(course, "Q4").id == "quiz-small"


@pytest.mark.parametrize("name", ["", "E4", "two", "TWO-CITIES", "two-cities.yaml", "../two-cities"])
def test_an_unknown_exercise_is_answered_with_the_known_ones(name, small_course):
    with pytest.raises(UnknownExerciseError) as caught:
        find_exercise(read_course(small_course.write()), name)
    assert str(caught.value) == (f'There is no exercise "{name}". The course has: quiz-small (Q4), two-cities (E4.9).')


def test_exercises_stand_in_the_order_of_their_numbers(small_course):
    text = small_course.files[EXERCISE_FILE]
    for number, name in (("E4.10", "tenth"), ("E10.1", "last"), ("E1.2", "first")):
        small_course.files[f"exercises/{name}.yaml"] = text.replace("E4.9", number).replace("two-cities", name)
    numbers = [exercise.number for exercise in all_exercises(read_course(small_course.write()))]
    assert numbers == ["E1.2", "Q4", "E4.9", "E4.10", "E10.1"]


def test_a_quiz_has_no_solution(small_course):
    course = read_course(small_course.write())
    assert find_solution(course, find_exercise(course, "Q4")) is None
    assert find_solution(course, find_exercise(course, "E4.9")).exercise == "two-cities"


def test_every_kind_has_a_schema_and_a_paper_form():
    assert exercise_kinds() == sorted(exercise_kinds())
    assert {"designer", "quiz"} <= set(exercise_kinds())
