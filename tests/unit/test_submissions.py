"""The contract of `coursekit grade`: JSON lines in, one reply each, in order, as they come."""

import json
import os
import subprocess
import sys
import time

import pytest

from coursekit import all_exercises, find_exercise, find_solution
from coursekit.exercises.question_bank import resolve_exercise
from coursekit.grading.grader import shared_grader
from coursekit.grading.submissions import MAX_LINE_LENGTH, grade_lines, read_lines
from tests.course import COURSE

COMMAND = [sys.executable, "-m", "coursekit.cli", "grade"]
SOLUTION = find_solution(find_exercise("harbour-cities"))
MODEL = SOLUTION.model.answer
EMPTY = b'{"actors":[],"ties":[],"convener":null,"objective":null}'
CRITERIA = [f"C{number}" for number in range(1, 14)]
FULL = {"met": CRITERIA, "unmet": [], "points": 15, "max_points": 15, "passed": True}


def request(exercise, answer, **more):
    return json.dumps({**more, "exercise": exercise, "answer": answer}).encode() + b"\n"


def reply_to(line):
    (reply,) = grade_lines(COURSE, [line])
    return json.loads(reply)


def test_a_reply_names_what_was_met_and_what_was_not():
    wrong = SOLUTION.wrong[0]
    assert reply_to(request("harbour-cities", wrong.answer)) == {
        "exercise": "harbour-cities",
        "met": ["C3", "C8", "C10", "C11", "C12", "C13"],
        "unmet": list(wrong.fails),
        "points": 8,
        "max_points": 15,
        "passed": False,
    }


def test_an_exercise_goes_by_its_id_and_by_its_number_and_is_named_as_asked():
    assert reply_to(request("harbour-cities", MODEL)) == {"exercise": "harbour-cities", **FULL}
    assert reply_to(request("E4.1", MODEL)) == {"exercise": "E4.1", **FULL}


@pytest.mark.parametrize("name", ["guess-q5-2-q5-6", "older-questions-5"])
def test_what_a_page_makes_from_the_bank_is_graded_by_the_name_that_the_page_gives_it(name):
    exercise = resolve_exercise(name, all_exercises())
    reply = reply_to(request(name, shared_grader(COURSE).empty_answer(exercise)))
    assert reply["exercise"] == name
    assert "error" not in reply


@pytest.mark.parametrize("name", ["guess-q99-1", "older-questions-1", "older-questions-99"])
def test_what_the_bank_cannot_make_gets_a_sentence(name):
    assert len(reply_to(request(name, {}))["error"]) > 20


@pytest.mark.parametrize("id_", ["a", 7, 0, "", None, [1], {"x": 1}, 1.5, True, 10**20, "\ud800", "ж"])
def test_the_id_of_a_request_comes_back_unchanged(id_):
    for answer in (MODEL, 3):
        assert reply_to(request("E4.1", answer, id=id_))["id"] == id_


def test_without_an_id_the_reply_has_none():
    assert list(reply_to(request("E4.1", MODEL))) == [
        "exercise",
        "met",
        "unmet",
        "points",
        "max_points",
        "passed",
    ]
    assert list(reply_to(request("E4.1", None))) == ["exercise", "error"]


def test_replies_keep_the_order_of_the_requests():
    lines = [request("E4.1" if n % 2 else "Q4", MODEL if n % 3 else {"answers": {}}, id=n) for n in range(30)]
    replies = [json.loads(reply) for reply in grade_lines(COURSE, lines)]
    assert [reply["id"] for reply in replies] == list(range(30))
    assert all(("error" in reply) == ((n % 2 == 1) != (n % 3 != 0)) for n, reply in enumerate(replies))


NOT_JSON = "This line is not JSON: "
TOO_LONG = "This line has more than 1,000,000 bytes. Make the answer smaller."
ODD_LINES = {
    "blank": (b"\n", NOT_JSON),
    "spaces": (b"   \n", NOT_JSON),
    "half-a-line": (b'{"exercise":"E4.1"', NOT_JSON),
    "two-values": (b"{} {}\n", NOT_JSON),
    "single-quotes": (b"{'exercise': 'E4.1'}\n", NOT_JSON),
    "nan": (b'{"exercise":"E4.1","answer":NaN}\n', NOT_JSON + "NaN is no JSON number"),
    "infinity": (b'{"exercise":"E4.1","answer":[-Infinity]}\n', NOT_JSON + "-Infinity is no JSON number"),
    "not-utf-8": (
        b'{"exercise":"E4.1","answer":"\xff"}\n',
        NOT_JSON + "'utf-8' codec can't decode byte 0xff",
    ),
    "utf-16": ('{"exercise":"E4.1","answer":{}}'.encode("utf-16"), NOT_JSON),
    "deep-nesting": (b'{"exercise":"E4.1","answer":' + b"[" * 200_000, NOT_JSON),
    "deep-nesting-closed": (b'{"exercise":"E4.1","answer":' + b"[" * 10**5 + b"]" * 10**5 + b"}", NOT_JSON),
    "nesting-that-can-be-read": (
        b'{"exercise":"E4.1","answer":' + b"[" * 500 + b"]" * 500 + b"}",
        "The answer must be an object with the fields",
    ),
    "number-of-5000-digits": (b'{"exercise":"E4.1","answer":' + b"9" * 5000 + b"}", NOT_JSON),
    "number-beyond-the-finite": (
        b'{"exercise":"E4.1","answer":{"actors":1e999}}',
        "The answer holds something that JSON cannot",
    ),
    "id-beyond-the-finite": (
        b'{"id":1e999,"exercise":"E4.1","answer":' + EMPTY + b"}",
        'The "id" of this line cannot be repeated in a reply. Make it plain text or a number.',
    ),
    "lone-surrogate": (b'{"exercise":"E4.1","answer":{"actors":["\\ud800"]}}', "The field"),
    "list": (b"[]\n", 'This line must be an object with "exercise" and "answer".'),
    "number": (b"3\n", 'This line must be an object with "exercise" and "answer".'),
    "null": (b"null\n", 'This line must be an object with "exercise" and "answer".'),
    "no-answer": (b'{"exercise":"E4.1"}\n', 'This line has no "answer".'),
    "no-exercise": (b'{"answer":' + EMPTY + b"}\n", 'This line has no "exercise".'),
    "exercise-null": (b'{"exercise":null,"answer":{}}', 'The "exercise" of this line must be text'),
    "exercise-a-list": (b'{"exercise":["E4.1"],"answer":{}}', 'The "exercise" of this line must be text'),
    "unknown-exercise": (
        b'{"exercise":"E99.1","answer":{}}',
        'There is no exercise "E99.1". The course has: ',
    ),
    "exercise-by-prototype": (b'{"exercise":"__proto__","answer":{}}', 'There is no exercise "__proto__".'),
    "answer-null": (b'{"exercise":"E4.1","answer":null}', "The answer must be an object with the fields"),
    "prototype-key": (
        b'{"exercise":"E4.1","answer":{"__proto__":' + EMPTY + b"}}",
        'The field "actors" is missing',
    ),
    "constructor-key": (
        b'{"exercise":"E4.1","answer":{"constructor":{"prototype":{"actors":[]}}}}',
        'The field "actors" is missing',
    ),
    "fifty-megabytes-of-text": (b'{"exercise":"E4.1","answer":"' + b"x" * 50_000_000 + b'"}', TOO_LONG),
    "twelve-megabytes-of-lists": (b'{"exercise":"E4.1","answer":[' + b"[]," * 4_000_000 + b"[]]}", TOO_LONG),
    "as-many-lists-as-fit": (
        b'{"exercise":"E4.1","answer":[' + b"[]," * 330_000 + b"[]]}",
        "The answer must be an object with the fields",
    ),
    "huge-list": (
        b'{"exercise":"E4.1","answer":{"actors":['
        + b'"c_tan",' * 10**5
        + b'"c_tan"],"ties":[],"convener":null,"objective":null}}',
        '"actors" has more than 500 entries',
    ),
    "many-keys": (
        b'{"exercise":"E4.1","answer":{' + b",".join(b'"k%d":1' % n for n in range(50_000)) + b"}}",
        'The field "actors" is missing',
    ),
}


@pytest.fixture
def grader():
    """A running `coursekit grade -`: write a line, read its reply, before the next line is there."""
    # The setting would flush for us and so hide a reply that is held back.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with subprocess.Popen([*COMMAND, "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as process:

        def ask(line, read=json.loads):
            process.stdin.write(line.rstrip(b"\n") + b"\n")
            process.stdin.flush()
            return read(process.stdout.readline())

        yield ask
        process.stdin.close()
        assert process.wait(10) == 0


@pytest.mark.parametrize("name", ODD_LINES)
def test_an_odd_line_gets_one_error(name):
    line, message = ODD_LINES[name]
    reply = reply_to(line)
    assert set(reply) <= {"id", "exercise", "error"}
    assert reply["error"].startswith(message)


def test_each_odd_line_is_answered_at_once_and_the_run_goes_on(grader):
    assert grader(request("E4.1", MODEL)) == {"exercise": "E4.1", **FULL}  # the engine is awake from here on
    for name, (line, message) in ODD_LINES.items():
        start = time.perf_counter()
        reply = grader(line)
        assert reply["error"].startswith(message), name
        assert time.perf_counter() - start < 1, name
        assert grader(request("E4.1", MODEL, id=name)) == {"id": name, "exercise": "E4.1", **FULL}


class Endless:
    """A source that is one line without an end, as far as anyone reads, and then a blank one."""

    def __init__(self, length):
        self.left = length

    def readline(self, most):
        given = min(most, self.left)
        self.left -= given
        return b"x" * given


def test_of_a_line_that_is_too_long_no_more_is_kept_than_shows_it():
    assert [len(line) for line in read_lines(Endless(50_000_000))] == [MAX_LINE_LENGTH + 1]


@pytest.mark.parametrize(("length", "refused"), [(MAX_LINE_LENGTH, False), (MAX_LINE_LENGTH + 1, True)])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b""])
def test_a_line_may_be_as_long_as_the_limit_says_without_its_end(length, refused, end, tmp_path):
    file = tmp_path / "answers.jsonl"
    asked = request("E4.1", MODEL).rstrip(b"\n")
    file.write_bytes(asked + b" " * (length - len(asked)) + end + (asked if end else b""))
    with file.open("rb") as source:
        first, *others = [json.loads(reply) for reply in grade_lines(COURSE, read_lines(source))]
    assert first.get("error") == (TOO_LONG if refused else None)
    assert [reply["passed"] for reply in others] == ([True] if end else [])


def test_a_nested_id_is_repeated_or_refused_at_every_depth(grader):
    """The depth at which Python cannot write what it could read must not end the run."""
    for depth in range(900, 1010):
        id_ = b"[" * depth + b"]" * depth
        reply = grader(b'{"id":' + id_ + b',"exercise":"E4.1","answer":' + EMPTY + b"}", read=bytes)
        assert reply.startswith((b'{"id": ' + id_ + b', "exercise": "E4.1", "met"', b'{"exercise": ')), depth
        assert reply.endswith(b"}\n"), depth


def test_a_byte_order_mark_and_other_line_ends_do_no_harm(grader):
    line = request("E4.1", MODEL).rstrip(b"\n")
    assert (
        grader(b"\xef\xbb\xbf" + line) == grader(line + b"\r") == grader(b"  " + line) == {"exercise": "E4.1", **FULL}
    )


def test_a_file_is_graded_line_by_line_with_exit_status_0(tmp_path):
    file = tmp_path / "answers.jsonl"
    file.write_bytes(request("E4.1", MODEL, id=1) + b"\nnot JSON\n" + request("E4.1", 5, id=4).rstrip(b"\n"))
    done = subprocess.run([*COMMAND, str(file)], capture_output=True, check=False, timeout=30)
    replies = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, b"")
    assert replies[0] == {"id": 1, "exercise": "E4.1", **FULL}
    assert [("error" in reply, reply["exercise"]) for reply in replies[1:]] == [
        (True, None),
        (True, None),
        (True, "E4.1"),
    ]


def test_an_empty_input_gives_no_reply_and_exit_status_0(tmp_path):
    (tmp_path / "empty.jsonl").touch()
    done = subprocess.run([*COMMAND, str(tmp_path / "empty.jsonl")], capture_output=True, check=False, timeout=30)
    assert (done.returncode, done.stdout) == (0, b"")


@pytest.mark.parametrize(("name", "reason"), [("missing.jsonl", "No such file or directory"), ("", "Is a directory")])
def test_an_input_that_cannot_be_read_gives_exit_status_2(name, reason, tmp_path):
    path = tmp_path / name
    done = subprocess.run([*COMMAND, str(path)], capture_output=True, check=False, timeout=30, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"Cannot read {path}: {reason}.\n"


def test_grading_works_outside_the_course_folder_when_it_is_named(tmp_path):
    done = subprocess.run(
        [*COMMAND, "--course", str(COURSE.folder), "-"],
        input=request("E4.1", MODEL),
        capture_output=True,
        check=False,
        timeout=30,
        cwd=tmp_path,
    )
    assert json.loads(done.stdout) == {"exercise": "E4.1", **FULL}
