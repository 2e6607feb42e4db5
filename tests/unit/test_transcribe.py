"""`coursekit transcribe`, as somebody at a desk with a stack of paper runs it."""

import json
import subprocess
import sys

import pytest

from coursekit import find_exercise
from coursekit.transcription.blank import blank_list
from tests.course import COURSE

LIST = """\
exercise: harbour-cities
group: Table 3
actors: Tanhult, Marrow Bay
convener: Tanhult
"""


def coursekit(*arguments, folder, typed=None):
    command = [sys.executable, "-m", "coursekit.cli", *arguments, "--course", str(COURSE.folder)]
    return subprocess.run(command, cwd=folder, input=typed, capture_output=True, check=False, timeout=60)


def test_files_that_it_writes_are_what_grade_reads(tmp_path):
    (tmp_path / "lists.txt").write_text(f"{LIST}\n{LIST.replace('3', '4')}", encoding="utf-8")
    written = coursekit("transcribe", "lists.txt", "--to", "answers", folder=tmp_path)
    assert (written.returncode, written.stderr) == (0, b"")
    files = [tmp_path / name for name in written.stdout.decode().splitlines()]
    assert [file.name for file in files] == ["harbour-cities-table-3.json", "harbour-cities-table-4.json"]
    graded = coursekit("grade", "-", folder=tmp_path, typed=b"".join(file.read_bytes() for file in files))
    replies = [json.loads(line) for line in graded.stdout.splitlines()]
    assert [reply["id"] for reply in replies] == ["Table 3", "Table 4"]
    assert all(reply["max_points"] == 15 and not reply["passed"] for reply in replies)


def test_lists_may_come_from_standard_input_and_files_go_where_one_stands(tmp_path):
    written = coursekit("transcribe", "-", folder=tmp_path, typed=b"\xef\xbb\xbf" + LIST.encode())
    assert (written.returncode, written.stdout.decode().split()) == (0, ["harbour-cities-table-3.json"])
    assert (tmp_path / "harbour-cities-table-3.json").is_file()


def test_blank_prints_an_empty_list(tmp_path):
    printed = coursekit("transcribe", "--blank", "E4.1", folder=tmp_path)
    assert printed.returncode == 0
    assert printed.stdout.decode().splitlines() == blank_list(COURSE, find_exercise("E4.1")).splitlines()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (None, "Cannot read lists.txt: No such file or directory."),
        (b"exercise: \xff", "Cannot read lists.txt: it is not UTF-8 text."),
    ],
)
def test_what_cannot_be_read_at_all_ends_with_two(tmp_path, written, said):
    if written is not None:
        (tmp_path / "lists.txt").write_bytes(written)
    ended = coursekit("transcribe", "lists.txt", folder=tmp_path)
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert ended.stderr.decode().strip() == said


def test_standard_input_is_called_so(tmp_path):
    for typed, said in (
        (b"exercise: \xff", "Cannot read standard input: it is not UTF-8 text."),
        (b"exercise: E4.1\nconvener: Hamburg", 'standard input, line 2: "Hamburg" fits none of the words'),
    ):
        assert coursekit("transcribe", "-", folder=tmp_path, typed=typed).stderr.decode().startswith(said)


def test_a_line_that_is_wrong_is_named_and_nothing_is_written(tmp_path):
    (tmp_path / "lists.txt").write_text(f"{LIST}ties:\n  Hamburg; Tanhult; yes; learn\n", encoding="utf-8")
    ended = coursekit("transcribe", "lists.txt", folder=tmp_path)
    assert (ended.returncode, ended.stdout) == (1, b"")
    assert ended.stderr.decode().startswith('lists.txt, line 6: "Hamburg" fits none of the words')
    assert list(tmp_path.glob("*.json")) == []
