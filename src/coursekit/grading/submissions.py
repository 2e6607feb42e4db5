"""Answers as JSON lines: one request in, one reply out. The contract of `coursekit grade`.

A request is `{"id"?, "exercise": "harbour-cities" or "E4.1", "answer": {...}}`. Its reply is
`{"id"?, "exercise", "met", "unmet", "points", "max_points", "passed"}` or `{"id"?, "exercise", "error"}`.
"""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from coursekit.course import Course, CourseError
from coursekit.exercises.models import Exercise
from coursekit.exercises.question_bank import resolve_exercise
from coursekit.exercises.reader import CourseFileError, in_order, read_exercise
from coursekit.grading.grader import AnswerRefusedError, Grader

MAX_LINE_LENGTH = 1_000_000
"""In bytes, without its end: answers that people write have some thousands, and to read many millions takes seconds."""

TOO_LONG = f"This line has more than {MAX_LINE_LENGTH:,} bytes. Make the answer smaller."
NOT_JSON = "This line is not JSON: {reason}."
TOO_MANY_DIGITS = "a number has too many digits"
TOO_DEEP = "it is nested too deeply"
NOT_AN_OBJECT = 'This line must be an object with "exercise" and "answer".'
ID_NOT_REPEATABLE = 'The "id" of this line cannot be repeated in a reply. Make it plain text or a number.'
NAME_LINE = re.compile(r"""^["']?(?:id|number)["']?: *["']?([A-Za-z0-9.-]+)""", re.MULTILINE)
"""A line at the top level of an exercise file that says its id or its number."""

Reply = dict[str, Any]


class RequestError(CourseError, ValueError):
    """A request that names no exercise or holds no answer."""


class MissingKeyError(RequestError):
    """A request without one of its keys."""

    template = 'This line has no "{key}".'


class ExerciseNotTextError(RequestError):
    """A request whose exercise is no name."""

    template = 'The "exercise" of this line must be text, such as "harbour-cities" or "E4.1".'


class BrokenExerciseError(RequestError):
    """A request for an exercise whose file cannot be used."""

    template = 'The exercise "{name}" cannot be graded: the file {file} cannot be used. Run coursekit check.'


def read_lines(source: BinaryIO) -> Iterator[bytes]:
    """Read lines as they come; of one that is too long only as much as shows it, so that it fills no memory."""
    most = MAX_LINE_LENGTH + 1
    while line := source.readline(most):
        rest = line
        while len(rest) == most and not rest.endswith(b"\n"):
            rest = source.readline(most)
        yield line


def grade_lines(course: Course, lines: Iterable[bytes]) -> Iterator[str]:
    """Give one reply as a JSON line, without its line end, for each request, in order, as each comes in."""
    named = _named_exercises(course)
    grader = Grader(course)
    for line in lines:
        reply = _reply(line, named, grader)
        try:
            yield json.dumps(reply, allow_nan=False)
        except (ValueError, RecursionError):  # an id of 1e999, or nested deeper than Python can write
            yield json.dumps({"exercise": reply["exercise"], "error": ID_NOT_REPEATABLE})


def _named_exercises(course: Course) -> dict[str, Exercise | Path]:
    """Return the exercises of the course by id and number; for one whose file is broken, that file."""
    exercises: list[Exercise] = []
    broken: dict[str, Exercise | Path] = {}
    for path in course.exercise_files:
        try:
            exercises.append(read_exercise(course, path))
        except CourseFileError:
            broken.update(dict.fromkeys(_names_in(path), path))
    return broken | {name: exercise for exercise in in_order(exercises) for name in (exercise.id, exercise.number)}


def _names_in(path: Path) -> list[str]:
    """Find by what names a broken file would be asked for, as far as its text still says."""
    text = ""
    with suppress(OSError):
        text = path.read_bytes().decode(errors="replace")
    return [path.stem, *NAME_LINE.findall(text)]


def _integer(digits: str) -> int:
    try:
        return int(digits)
    except ValueError as error:  # its own words are advice about Python
        raise ValueError(TOO_MANY_DIGITS) from error


def _refuse_constant(name: str) -> NoReturn:
    msg = f"{name} is no JSON number"
    raise ValueError(msg)


def _reply(line: bytes, named: dict[str, Exercise | Path], grader: Grader) -> Reply:
    if len(line.rstrip(b"\r\n")) > MAX_LINE_LENGTH:
        return {"exercise": None, "error": TOO_LONG}
    try:
        text = line.decode("utf-8-sig").strip()
        request = json.loads(text, parse_constant=_refuse_constant, parse_int=_integer)
    except ValueError as error:  # not UTF-8 is a ValueError too
        return {"exercise": None, "error": NOT_JSON.format(reason=error)}
    except RecursionError:
        return {"exercise": None, "error": NOT_JSON.format(reason=TOO_DEEP)}
    if not isinstance(request, dict):
        return {"exercise": None, "error": NOT_AN_OBJECT}
    reply: Reply = {"id": request["id"]} if "id" in request else {}
    name = request.get("exercise")
    reply["exercise"] = name if isinstance(name, str) else None
    try:
        grade = grader.grade(_exercise(request, named), request["answer"])
    except (AnswerRefusedError, RequestError, CourseError) as error:
        return {**reply, "error": str(error)}
    return {
        **reply,
        "met": [criterion["id"] for criterion in grade["criteria"] if criterion["met"]],
        "unmet": [criterion["id"] for criterion in grade["criteria"] if not criterion["met"]],
        "points": grade["points"],
        "max_points": grade["max_points"],
        "passed": grade["passed"],
    }


def _exercise(request: dict[str, Any], named: dict[str, Exercise | Path]) -> Exercise:
    for key in ("exercise", "answer"):
        if key not in request:
            raise MissingKeyError(key=key)
    name = request["exercise"]
    if not isinstance(name, str):
        raise ExerciseNotTextError
    if name not in named:
        usable = {exercise.id: exercise for exercise in named.values() if isinstance(exercise, Exercise)}
        return resolve_exercise(name, usable.values())  # a guess or older questions, made from the bank
    found = named[name]
    if isinstance(found, Path):
        file = f"{found.parent.name}/{found.name}"
        raise BrokenExerciseError(name=name, file=file)
    return found
