"""Answers from paper: a list that somebody types in a plain editor becomes an answer.

A list names its exercise and its group; then come the fields of the answer, as `coursekit transcribe --blank` prints
them (fields.py says how one is read):

    exercise: harbour-cities
    group: Table 3
    actors: City of Port Selle, Tanhult, Marrow Bay
    ties:
      City of Port Selle; Marrow Bay; yes; learn
    convener: City of Port Selle
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coursekit.course import Course
from coursekit.exercises.models import Answer, Exercise
from coursekit.exercises.reader import find_exercise
from coursekit.grading.grader import AnswerRefusedError, shared_grader
from coursekit.transcription.fields import OPEN, FieldReader, Line, TypedListError, plain_text
from coursekit.transcription.shapes import shapes_of

ANSWER_FORMAT = 1
"""The format of an answer file, as the page writes and reads it (frontend/storage/transfer.js)."""

COMMENT = "#"
"""What a line begins with that nobody reads; further in, it is what somebody wrote, such as "gate #4"."""

LINE = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-*][ \t]+)?(?P<text>.*?)[ \t]*")


@dataclass
class TypedList:
    """One group's list: which exercise, which group, and the answer."""

    exercise: Exercise
    group: str
    answer: Answer
    line: int
    """Where it begins in its file."""


@dataclass(frozen=True)
class _Field:
    """What was typed for one field: its name, and the lines that belong to it."""

    line: int
    name: str
    lines: list[Line]


def read_typed_lists(course: Course, text: str, file: str) -> Iterator[TypedList]:
    """Read all lists of a file, one for each line that names an exercise.

    Raises TypedListError at the first line that cannot be read, UnknownExerciseError.
    """
    reader = FieldReader(file)
    lists: list[tuple[Line, list[_Field]]] = []
    for number, is_indented, written in _lines(text):
        reader.line = number
        if is_indented and lists and lists[-1][1]:
            lists[-1][1][-1].lines.append((number, written))
            continue
        name, rest = reader.key_and_rest(written, "exercise, group and the fields of the exercise")
        if plain_text(name) == "exercise":
            lists.append(((number, rest), []))
        elif not lists:
            raise reader.fault(TypedListError.no_exercise)
        else:
            lists[-1][1].append(_Field(number, name, [(number, rest)]))
    if not lists:
        raise reader.fault(TypedListError.no_exercise)
    for place, ((number, name), fields) in enumerate(lists, 1):
        exercise = find_exercise(course, name)
        group, answer = _read(course, reader, exercise, fields)
        yield TypedList(exercise, group or f"list {place}", answer, number)


def write_answer_files(course: Course, text: str, file: str, folder: Path) -> list[Path]:
    """Write the answer of each list as a file of one JSON line, named by exercise and group, and return the files.

    All lists are read before the first is written; a file of the same name is replaced, as when a list was mended.

    Raises TypedListError, also for an answer that the exercise refuses; UnknownExerciseError, NoListedAnswersError.
    """
    answers: dict[str, TypedList] = {}
    for each in read_typed_lists(course, text, file):
        name = f"{each.exercise.id}-{plain_text(each.group).replace(' ', '-')}.json"
        if name in answers:
            raise TypedListError(file, each.line, TypedListError.same_group.format(group=each.group))
        try:
            shared_grader(course).grade(each.exercise, each.answer)
        except AnswerRefusedError as error:
            raise TypedListError(file, each.line, TypedListError.refused.format(reason=error)) from error
        answers[name] = each
    folder.mkdir(parents=True, exist_ok=True)
    for name, each in answers.items():
        edition = {"course": course.id, "exercise": each.exercise.id, "version": each.exercise.version}
        content = {"id": each.group, **edition, "lang": "en", "format": ANSWER_FORMAT, "answer": each.answer}
        (folder / name).write_text(json.dumps(content, ensure_ascii=False) + "\n", encoding="utf-8")
    return [folder / name for name in answers]


def _read(course: Course, reader: FieldReader, exercise: Exercise, fields: list[_Field]) -> tuple[str, Answer]:
    """Return group and answer of one list."""
    shapes = shapes_of(course, exercise)
    names = {plain_text(name): name for name in ("group", *shapes)}
    group = ""
    answer: Answer = dict(shared_grader(course).empty_answer(exercise))
    seen = set()
    for typed in fields:
        reader.line = typed.line
        name = names.get(plain_text(typed.name))
        if name is None:
            raise reader.fault(TypedListError.unknown_field, typed=typed.name, known=", ".join(shapes))
        if name in seen:
            raise reader.fault(TypedListError.twice, typed=typed.name)
        seen.add(name)
        if name == "group":
            group = " ".join(text for _, text in typed.lines).strip()
        elif any(text not in OPEN for _, text in typed.lines):
            answer[name] = reader.read(shapes[name], typed.lines)
    return group, answer


def _lines(text: str) -> Iterator[tuple[int, bool, str]]:
    """Give the lines that are no comments: number, whether it belongs to the field above, and what is written."""
    for number, line in enumerate(text.splitlines(), 1):
        found = LINE.fullmatch(line)
        if found and found["text"] and not line.startswith(COMMENT):
            yield number, bool(found["indent"] or found["mark"]), found["text"]
