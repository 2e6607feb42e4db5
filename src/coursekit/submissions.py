"""Answers as JSON lines: one request in, one reply out. The contract of `coursekit grade`.

A request is `{"id"?, "exercise": "harbour-cities" or "E4.1", "answer": {...}}`. Its reply is
`{"id"?, "exercise", "met", "unmet", "points", "max_points", "passed"}` or `{"id"?, "exercise", "error"}`.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

from coursekit.exercises import Exercise, UnknownExerciseError, all_exercises
from coursekit.grading import AnswerRefusedError, Grader

NOT_JSON = "This line is not JSON: {reason}."
NOT_AN_OBJECT = 'This line must be an object with "exercise" and "answer".'
ID_NOT_REPEATABLE = 'The "id" of this line cannot be repeated in a reply. Make it plain text or a number.'

Reply = dict[str, Any]


class RequestError(ValueError):
    """A request that names no exercise or holds no answer."""

    missing_key = 'This line has no "{key}".'
    exercise_not_text = 'The "exercise" of this line must be text, such as "harbour-cities" or "E4.1".'


def grade_lines(lines: Iterable[bytes]) -> Iterator[str]:
    """Give one reply as a JSON line, without its line end, for each request, in order, as each comes in."""
    exercises = all_exercises()
    named = {name: exercise for exercise in exercises for name in (exercise.id, exercise.number)}
    grader = Grader()
    for line in lines:
        reply = _reply(line, named, grader)
        try:
            yield json.dumps(reply, allow_nan=False)
        except (ValueError, RecursionError):  # an id of 1e999, or nested deeper than Python can write
            yield json.dumps({"exercise": reply["exercise"], "error": ID_NOT_REPEATABLE})


def _refuse_constant(name: str) -> NoReturn:
    msg = f"{name} is no JSON number"
    raise ValueError(msg)


def _reply(line: bytes, named: dict[str, Exercise], grader: Grader) -> Reply:
    try:
        request = json.loads(line.decode("utf-8-sig").strip(), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:  # not UTF-8 is a ValueError too
        return {"exercise": None, "error": NOT_JSON.format(reason=error)}
    if not isinstance(request, dict):
        return {"exercise": None, "error": NOT_AN_OBJECT}
    reply: Reply = {"id": request["id"]} if "id" in request else {}
    name = request.get("exercise")
    reply["exercise"] = name if isinstance(name, str) else None
    try:
        grade = grader.grade(_exercise(request, named), request["answer"])
    except (AnswerRefusedError, RequestError, UnknownExerciseError) as error:
        return {**reply, "error": str(error)}
    return {
        **reply,
        "met": [criterion["id"] for criterion in grade["criteria"] if criterion["met"]],
        "unmet": [criterion["id"] for criterion in grade["criteria"] if not criterion["met"]],
        "points": grade["points"],
        "max_points": grade["max_points"],
        "passed": grade["passed"],
    }


def _exercise(request: dict[str, Any], named: dict[str, Exercise]) -> Exercise:
    for key in ("exercise", "answer"):
        if key not in request:
            raise RequestError(RequestError.missing_key.format(key=key))
    name = request["exercise"]
    if not isinstance(name, str):
        raise RequestError(RequestError.exercise_not_text)
    if name not in named:
        known = {exercise.id: f"{exercise.id} ({exercise.number})" for exercise in named.values()}
        raise UnknownExerciseError(name, list(known.values()))
    return named[name]
