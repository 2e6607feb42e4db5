"""Answers from paper: a list that somebody types in a plain editor becomes an answer.

A list names its exercise and its group; then come the fields of the answer, as `coursekit transcribe --blank` prints
them. Columns stand between semicolons, several names in one column between commas. A name may be shortened as long
as it fits only one:

    exercise: harbour-cities
    group: Table 3
    actors: City of Port Selle, Tanhult, Marrow Bay
    ties:
      City of Port Selle; Marrow Bay; yes; learn
    convener: City of Port Selle
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from coursekit.answer_shapes import (
    PAIR,
    Choice,
    Entries,
    Number,
    Record,
    Several,
    Shape,
    Text,
    Words,
    YesOrNo,
    shapes_of,
)
from coursekit.course import COURSE_ID, CourseError
from coursekit.exercises import Answer, Exercise, find_exercise
from coursekit.grading import AnswerRefusedError, shared_grader

ANSWER_FORMAT = 1
"""The format of an answer file, as the page writes and reads it (frontend/host/transfer.js)."""

OPEN = ("", "-")
"""What stands for something that the group left open."""
YES, NO = ("yes", "y", "true", "both", "both ways", "x"), ("no", "n", "false", "one way")
LINE = re.compile(r"(?P<indent>[ \t]*)(?:[-*][ \t]+)?(?P<text>.*?)[ \t]*")


class TypedListError(CourseError):
    """A line of a typed list that cannot be read."""

    template = "{file}, line {line}: {what}"
    no_exercise = 'a list begins with a line such as "exercise: harbour-cities".'
    no_key = 'this should be "name: what was written"; the names are {known}.'
    unknown_field = 'there is no "{typed}" in this exercise. It asks for {known}.'
    twice = '"{typed}" stands twice in this list. Keep one.'
    one_thing = "one thing stands here, and a second follows. Keep one."
    refused = "the exercise cannot take this list: {reason}"
    same_group = 'another list of this exercise is of the group "{group}" too. Give each its own name.'
    unknown_word = '"{typed}" fits none of the words that may stand here: {known}.'
    several_words = '"{typed}" fits more than one: {fitting}. Type more of it.'
    not_a_number = '"{typed}" should be a number, such as 4 or 12.5.'
    not_yes_or_no = '"{typed}" should be yes or no.'
    too_many_columns = "there are {given} columns, and this line has room for {room}: {columns}."

    def __init__(self, file: str, line: int, what: str) -> None:
        super().__init__(self.template.format(file=file, line=line, what=what))


@dataclass
class TypedList:
    """One group's list: which exercise, which group, and the answer."""

    exercise: Exercise
    group: str
    answer: Answer
    line: int
    """Where it begins in its file."""


@dataclass(frozen=True)
class _Line:
    """A line that is no comment; `indented` lines belong to the field above them."""

    number: int
    indented: bool
    text: str


@dataclass
class _Reader:
    """Reads the lines of one file; knows its name for the messages."""

    file: str
    line: int = field(default=0, init=False)

    def fault(self, template: str, **values: object) -> TypedListError:
        return TypedListError(self.file, self.line, template.format(**values))

    def key_and_rest(self, text: str, known: str) -> tuple[str, str]:
        key, colon, rest = text.partition(":")
        if not colon:
            raise self.fault(TypedListError.no_key, known=known)
        return key.strip(), rest.strip()

    def part(self, shape: Shape, typed: str) -> Any:
        """Read what stands in one column."""
        match shape:
            case Several(of):
                return self.several(of, typed)
            case Record(parts, optional):
                return self.record(parts, optional, typed)
            case _ if typed in OPEN:
                return "" if isinstance(shape, Text) else None
        return self.one(shape, typed)

    def one(self, shape: Shape, typed: str) -> Any:
        """Read one thing that is there."""
        match shape:
            case Choice(words):
                return self.word(words, typed)
            case Number():
                return self.number(typed)
            case YesOrNo():
                return self.yes_or_no(typed)
        return typed

    def several(self, of: Shape, typed: str) -> list[Any]:
        if typed in OPEN:
            return []
        if isinstance(of, Record):
            return [self.part(of, typed)]
        if isinstance(of, Choice) and len(_fitting(of.words, typed)) == 1:
            return [self.part(of, typed)]  # a name can have a comma in it
        return [self.part(of, each.strip()) for each in typed.split(",") if each.strip()]

    def record(self, parts: Mapping[str, Shape], optional: frozenset[str], typed: str) -> dict[str, Any]:
        columns = [column.strip() for column in typed.split(";")]
        if len(columns) > len(parts):
            room = {"given": len(columns), "room": len(parts), "columns": "; ".join(parts)}
            raise self.fault(TypedListError.too_many_columns, **room)
        columns += [""] * (len(parts) - len(columns))
        given = zip(parts.items(), columns, strict=True)
        return {key: self.part(shape, typed) for (key, shape), typed in given if typed or key not in optional}

    def word(self, words: Words, typed: str) -> str:
        fitting = _fitting(words, typed)
        if not fitting:
            raise self.fault(TypedListError.unknown_word, typed=typed, known=_in_words(words))
        if len(fitting) > 1:
            raise self.fault(TypedListError.several_words, typed=typed, fitting=_in_words(fitting))
        return next(iter(fitting))

    def number(self, typed: str) -> int | float:
        plain = typed.rstrip("% ").replace(" ", "")
        try:
            number = float(plain)
            return int(number) if number.is_integer() and "." not in plain else number
        except (ValueError, OverflowError) as error:
            raise self.fault(TypedListError.not_a_number, typed=typed) from error

    def yes_or_no(self, typed: str) -> bool:
        if typed.casefold() in YES:
            return True
        if typed.casefold() in NO:
            return False
        raise self.fault(TypedListError.not_yes_or_no, typed=typed)

    def field(self, shape: Shape, lines: list[tuple[int, str]]) -> Any:
        """Read a field: what stands beside its name, and the indented lines below."""
        given = [(number, text) for number, text in lines if text not in OPEN]
        if isinstance(shape, Text):
            return " ".join(text for _, text in given)
        if isinstance(shape, Several):
            return [entry for self.line, text in given for entry in self.several(shape.of, text)]
        if isinstance(shape, Entries) or (isinstance(shape, Record) and given and ":" in given[0][1]):
            return dict(self.entry(shape, text) for self.line, text in given)
        if len(given) > 1:
            self.line = given[1][0]
            raise self.fault(TypedListError.one_thing)
        return self.part(shape, given[0][1]) if given else None

    def entry(self, shape: Entries | Record, text: str) -> tuple[str, Any]:
        """Read a line such as "Statistics office: 1; 3; planning"."""
        if isinstance(shape, Record):
            typed, rest = self.key_and_rest(text, ", ".join(shape.parts))
            key = self.word({part: (part.replace("_", " "),) for part in shape.parts}, typed)
            return key, self.part(shape.parts[key], rest)
        typed, rest = self.key_and_rest(text, _in_words(shape.keys))
        if not shape.in_pairs:
            return self.word(shape.keys, typed), self.part(shape.of, rest)
        order = list(shape.keys)
        ids = sorted((self.word(shape.keys, each.strip()) for each in typed.split(PAIR)), key=order.index)
        return PAIR.join(ids), self.part(shape.of, rest)


def read_typed_lists(text: str, file: str) -> Iterator[TypedList]:
    """Read all lists of a file, one for each line that names an exercise.

    Raises TypedListError at the first line that cannot be read, UnknownExerciseError.
    """
    reader = _Reader(file)
    fields: list[tuple[_Line, list[tuple[int, str]]]] = []
    lists = []
    for line in _lines(text):
        reader.line = line.number
        if line.indented and fields:
            fields[-1][1].append((line.number, line.text))
            continue
        key, rest = reader.key_and_rest(line.text, "exercise, group and the fields of the exercise")
        if _plain(key) == "exercise":
            fields = []
            lists.append((line.number, rest, fields))
        elif not lists:
            raise reader.fault(TypedListError.no_exercise)
        else:
            fields.append((_Line(line.number, indented=False, text=key), [(line.number, rest)]))
    if not lists:
        raise reader.fault(TypedListError.no_exercise)
    for number, (begins, exercise, given) in enumerate(lists, 1):
        found = find_exercise(exercise)
        group, answer = _read(reader, found, given)
        yield TypedList(found, group or f"list {number}", answer, begins)


def write_answer_files(text: str, file: str, folder: Path) -> list[Path]:
    """Write the answer of each list as a file of one JSON line; all lists are read before the first is written.

    Raises TypedListError, also for an answer that the exercise refuses; UnknownExerciseError, NoListedAnswersError.
    """
    answers: dict[str, TypedList] = {}
    for each in read_typed_lists(text, file):
        name = f"{each.exercise.id}-{_plain(each.group).replace(' ', '-')}.json"
        if name in answers:
            raise TypedListError(file, each.line, TypedListError.same_group.format(group=each.group))
        try:
            shared_grader().grade(each.exercise, each.answer)
        except AnswerRefusedError as error:
            raise TypedListError(file, each.line, TypedListError.refused.format(reason=error)) from error
        answers[name] = each
    folder.mkdir(parents=True, exist_ok=True)
    for name, each in answers.items():
        content: dict[str, Any] = {
            "id": each.group,
            "course": COURSE_ID,
            "exercise": each.exercise.id,
            "version": each.exercise.version,
        }
        content |= {"lang": "en", "format": ANSWER_FORMAT, "answer": each.answer}
        (folder / name).write_text(json.dumps(content, ensure_ascii=False) + "\n", encoding="utf-8")
    return [folder / name for name in answers]


def _read(reader: _Reader, exercise: Exercise, given: list[tuple[_Line, list[tuple[int, str]]]]) -> tuple[str, Answer]:
    """Return group and answer of one list."""
    group = ""
    shapes = shapes_of(exercise)
    answer: Answer = dict(shared_grader().empty_answer(exercise))
    seen = set()
    for key, lines in given:
        reader.line = key.number
        name = (
            "group" if _plain(key.text) == "group" else next((f for f in shapes if _plain(f) == _plain(key.text)), None)
        )
        if name is None:
            raise reader.fault(TypedListError.unknown_field, typed=key.text, known=", ".join(shapes))
        if name in seen:
            raise reader.fault(TypedListError.twice, typed=key.text)
        seen.add(name)
        if name == "group":
            group = " ".join(text for _, text in lines).strip()
        elif any(text not in OPEN for _, text in lines):
            answer[name] = reader.field(shapes[name], lines)
    return group, answer


def _lines(text: str) -> Iterator[_Line]:
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        found = LINE.fullmatch(line.split(" #")[0] if not line.lstrip().startswith("#") else "")
        if found and found["text"]:
            marked = found.start("text") > len(found["indent"])
            yield _Line(number, bool(found["indent"]) or marked, found["text"])


def _fitting(words: Words, typed: str) -> Words:
    """Return the ids that are what was typed, or else are called so, or else have a name with it."""
    plain = _plain(typed)
    ways = (
        {id_: names for id_, names in words.items() if plain == _plain(id_)},
        {id_: names for id_, names in words.items() if plain in map(_plain, names)},
        {id_: names for id_, names in words.items() if any(f" {plain}" in f" {_plain(name)}" for name in names)},
    )
    return next((found for found in ways if found), {})


def _plain(text: str) -> str:
    """Return the letters and digits of a text, for comparison."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _in_words(words: Words) -> str:
    return ", ".join(names[0] if names else id_ for id_, names in words.items())
