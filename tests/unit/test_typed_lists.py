import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit import all_exercises, find_exercise, find_solution, grade
from coursekit.course import CourseError
from coursekit.grading.grader import shared_grader
from coursekit.grading.solutions import solution_answers
from coursekit.transcription.blank import blank_list
from coursekit.transcription.fields import FieldReader
from coursekit.transcription.lists import TypedListError, read_typed_lists, write_answer_files
from coursekit.transcription.shapes import Choice, Entries, Number, Record, Several, Text, shapes_of
from tests.course import COURSE

LIST = """\
exercise: E4.1
# by the window
group: Table 3
actors: City of Port Selle, Tanhult, marrow bay, c_marrow

ties:
  City of Port Selle; Marrow; yes; learn
  - Tanhult; Marrow Bay; both ways; learn
convener: c_selle
objective: shared standard
"""

NAMED = Choice({"data": (), "stat": (), "uni": ()})
CARD = Record(
    {"area": NAMED, "lead": NAMED, "partners": Several(NAMED), "start": Number(), "end": Number(), "indicator": Text()},
    optional=frozenset(),
)

SOLVED = [exercise for exercise in all_exercises() if find_solution(exercise)]
LISTED = [
    pytest.param(exercise, answer, id=f"{exercise.id}-{name}")
    for exercise in SOLVED
    for name, answer, _ in solution_answers(find_solution(exercise))
]


def column(value):
    """What somebody types for a value in one column."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(column, value)) or "-"
    if isinstance(value, dict):
        return "; ".join(map(column, value.values()))
    return "-" if value is None else f'"{value}"' if ";" in str(value) else str(value)


def row(shape, value):
    """A line for a value; a record has its columns in the order of the blank list."""
    if isinstance(shape, Record):
        return "; ".join(column(value[part]) if part in value else "" for part in shape.parts)
    return column(value)


def typed(exercise, answer):
    """An answer as a list that somebody typed from paper."""
    lines = [f"exercise: {exercise.number}"]
    for name, shape in shapes_of(COURSE, exercise).items():
        value = answer[name]
        lines.append(f"{name}:")
        if isinstance(shape, Several):
            lines += [f"  {row(shape.of, each)}" for each in value]
        elif isinstance(shape, Entries):
            lines += [f"  {key}: {row(shape.of, each)}" for key, each in value.items()]
        elif isinstance(shape, Record) and value is not None:
            lines += [f"  {part}: {row(shape.parts[part], each)}" for part, each in value.items()]
        elif value is not None:
            lines.append(f"  {column(value)}")
    return "\n".join(lines)


def met(exercise, answer):
    return {criterion["id"] for criterion in grade(exercise, answer)["criteria"] if criterion["met"]}


@pytest.mark.parametrize(("exercise", "answer"), LISTED)
def test_answer_typed_from_paper_is_graded_as_the_answer_itself(exercise, answer):
    [read] = read_typed_lists(COURSE, typed(exercise, answer), "typed.txt")
    assert read.exercise == exercise
    assert met(exercise, read.answer) == met(exercise, answer)
    assert {name for name, value in read.answer.items() if value} == {name for name, value in answer.items() if value}


@pytest.mark.parametrize("exercise", SOLVED, ids=lambda exercise: exercise.id)
def test_blank_list_reads_as_the_answer_of_somebody_who_has_not_started(exercise):
    [read] = read_typed_lists(COURSE, blank_list(COURSE, exercise), "blank.txt")
    assert met(exercise, read.answer) == met(exercise, shared_grader(COURSE).empty_answer(exercise))


@pytest.mark.parametrize(
    ("typed_card", "sign"),
    [
        ('data; stat; uni; 1; 3; "profile published; figures used"', "profile published; figures used"),
        ('data; stat; uni; 1; 3; bed of 5" pipes', 'bed of 5" pipes'),
        ("data; stat; uni; 1; 3;", ""),
    ],
)
def test_a_text_between_quotation_marks_may_have_a_semicolon(typed_card, sign):
    (card,) = FieldReader("typed.txt").read(Several(CARD), [(1, typed_card)])
    assert card["indicator"] == sign
    assert card["end"] == 3


def test_names_may_be_short_and_marks_of_a_list_are_allowed():
    [read] = read_typed_lists(COURSE, LIST, "table.txt")
    assert read.group == "Table 3"
    assert read.answer == {
        "actors": ["c_selle", "c_tan", "c_marrow", "c_marrow"],
        "ties": [
            {"from": "c_selle", "to": "c_marrow", "both": True, "purpose": "learn"},
            {"from": "c_tan", "to": "c_marrow", "both": True, "purpose": "learn"},
        ],
        "convener": "c_selle",
        "objective": "o_welcome",
    }


def test_a_sign_of_number_is_what_somebody_wrote():
    [read] = read_typed_lists(
        COURSE, "exercise: E10.1\n# from the sheet\nproblem: We meet at gate #4 every day", "list.txt"
    )
    assert read.answer["problem"] == "We meet at gate #4 every day"


def test_pairs_stand_in_the_order_of_the_exercise():
    [read] = read_typed_lists(COURSE, "exercise: E8.1\npairs:\n  P2 | P1: conflicts", "list.txt")
    assert read.answer["pairs"] == {"P1|P2": "conflicts"}


def test_each_list_of_a_file_becomes_an_answer_file(tmp_path):
    paths = write_answer_files(COURSE, f"{LIST}\n{LIST.replace('Table 3', 'Table 4')}", "all.txt", tmp_path / "answers")
    assert [path.name for path in paths] == ["harbour-cities-table-3.json", "harbour-cities-table-4.json"]
    content = json.loads(paths[0].read_text(encoding="utf-8"))
    assert content["exercise"] == "harbour-cities"
    assert content["version"] == find_exercise("E4.1").version
    assert content["id"] == "Table 3"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", 'a.txt, line 0: a list begins with a line such as "exercise: harbour-cities".'),
        ("actors: x", 'a.txt, line 1: a list begins with a line such as "exercise: harbour-cities".'),
        ("exercise: E4.1\nactors", 'a.txt, line 2: this should be "name: what was written"'),
        ("exercise: E4.1\nactor: x", 'a.txt, line 2: there is no "actor" in this exercise. It asks for actors, ties'),
        ("exercise: E4.1\nactors: Hamburg", 'a.txt, line 2: "Hamburg" fits none of the words'),
        ("exercise: E4.1\nactors: Port Selle", "fits more than one: City of Port Selle, Port Selle University."),
        ("exercise: E4.1\nactors: Tanhult\nactors: Tanhult", 'a.txt, line 3: "actors" stands twice'),
        ("exercise: E4.1\nties:\n  Tanhult; Marrow; perhaps", 'a.txt, line 3: "perhaps" should be yes or no.'),
        ("exercise: E4.1\nties:\n  a; b; c; d; e", "there are 5 columns, and this line has room for 4: from; to;"),
        ("exercise: E2.2\nties:\n  t1: H\n  T1: V", 'a.txt, line 4: "T1" stands twice in this list. Keep one.'),
        ("exercise: E8.2\nsteps:\n  sponsor: one; 2; cabinet", 'a.txt, line 3: "one" should be a number'),
        ("exercise: E4.1\nconvener: Tanhult\n  Marrow Bay", "a.txt, line 3: one thing stands here"),
        (
            "exercise: E2.2\nties:\n  t1: H; everywhere",
            'a.txt, line 1: the exercise cannot take this list: "ties, t1, levels"',
        ),
        ("exercise: E99", 'There is no exercise "E99".'),
        (f"{LIST}\n{LIST}", 'a.txt, line 12: another list of this exercise is of the group "Table 3" too.'),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(tmp_path, text, said):
    with pytest.raises(CourseError) as caught:
        write_answer_files(COURSE, text, "a.txt", tmp_path / "answers")
    assert said in str(caught.value)
    assert not (tmp_path / "answers").exists()


@settings(deadline=None)
@given(st.text(max_size=60), st.sampled_from(SOLVED))
def test_any_text_gives_an_answer_or_a_sentence(text, exercise):
    try:
        lists = list(read_typed_lists(COURSE, f"exercise: {exercise.id}\n{text}", "any.txt"))
    except CourseError as error:
        sentence = str(error)
        assert "any.txt, line " in sentence or "There is no exercise" in sentence
    else:
        assert lists


def test_choices_are_those_of_the_lists_that_hold_all_ids_seen():
    shapes = shapes_of(COURSE, find_exercise("E8.2"))
    lead = shapes["steps"].of.parts["lead"]
    assert isinstance(lead, Choice)
    assert set(lead.words) == {entry["id"] for entry in find_exercise("E8.2").setting["leads"]}


def test_error_names_file_and_line():
    assert str(TypedListError("a.txt", 3, "wrong.")) == "a.txt, line 3: wrong."
