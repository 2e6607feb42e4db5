"""Answers as JSON lines: one request in, one reply out. The contract of `coursekit grade`.

A request is `{"id"?, "exercise": "harbour-cities" or "E4.1", "answer": {...}}`. Its reply is
`{"id"?, "exercise", "met", "unmet", "points", "max_points", "passed"}` or `{"id"?, "exercise", "error"}`.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from coursekit.exercises import Exercise, UnknownExerciseError, all_exercises
from coursekit.grading import AnswerRefusedError, Grader

NOT_JSON = "This line is not JSON: {reason}."
NOT_AN_OBJECT = 'This line must be an object with "exercise" and "answer".'
MISSING_KEY = 'This line has no "{key}".'

Reply = dict[str, Any]


def grade_lines(lines: Iterable[bytes]) -> Iterator[str]:
    """Give one reply as a JSON line, without its line end, for each request, in order, as each comes in."""
    exercises = all_exercises()
    named = {name: exercise for exercise in exercises for name in (exercise.id, exercise.number)}
    grader = Grader()
    for line in lines:
        yield json.dumps(_reply(line, named, grader))


def _reply(line: bytes, named: dict[str, Exercise], grader: Grader) -> Reply:
    try:
        request = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        return {"exercise": None, "error": NOT_JSON.format(reason=error)}
    if not isinstance(request, dict):
        return {"exercise": None, "error": NOT_AN_OBJECT}
    name = request.get("exercise")
    reply: Reply = {"id": request["id"]} if "id" in request else {}
    reply["exercise"] = name
    for key in ("exercise", "answer"):
        if key not in request:
            return {**reply, "error": MISSING_KEY.format(key=key)}
    if not isinstance(name, str) or name not in named:
        known = [f"{exercise.id} ({exercise.number})" for exercise in _in_order(named)]
        return {**reply, "error": str(UnknownExerciseError(str(name), known))}
    try:
        grade = grader.grade(named[name], request["answer"])
    except AnswerRefusedError as error:
        return {**reply, "error": str(error)}
    return {
        **reply,
        "met": [criterion["id"] for criterion in grade["criteria"] if criterion["met"]],
        "unmet": [criterion["id"] for criterion in grade["criteria"] if not criterion["met"]],
        "points": grade["points"],
        "max_points": grade["max_points"],
        "passed": grade["passed"],
    }


def _in_order(named: dict[str, Exercise]) -> list[Exercise]:
    return list({exercise.id: exercise for exercise in named.values()}.values())
