"""What an answer to an exercise looks like, field by field, as its listed answers show it.

A kind says only in the frontend how it reads an answer. The answers of the solution have every field in use, so
their form can be read off them, and the lists of the setting say which words may stand where.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from coursekit.course import Course, CourseError
from coursekit.exercises.attachments import NAMES
from coursekit.exercises.models import Answer, Exercise
from coursekit.exercises.reader import find_solution
from coursekit.grading.solutions import solution_answers

Words = Mapping[str, tuple[str, ...]]
"""The ids of a list of the setting, each with what else the setting calls it."""

ID = re.compile(r"[\w-]+")
"""What looks like an id, and not like something that somebody has written."""

PAIR = "|"
"""Stands between two ids that together are one key."""


@dataclass(frozen=True)
class Choice:
    """One id out of lists of the setting."""

    words: Words


@dataclass(frozen=True)
class OwnId:
    """An id that no list of the setting has: one of the kind's own, or one that the answer itself makes."""


@dataclass(frozen=True)
class Text:
    """Free text."""


@dataclass(frozen=True)
class Number:
    """A number."""


@dataclass(frozen=True)
class YesOrNo:
    """True or false."""


@dataclass(frozen=True)
class Several:
    """A list of things of one shape."""

    of: "Shape"


@dataclass(frozen=True)
class Record:
    """Parts with names of their own; those in `optional` may be missing."""

    parts: Mapping[str, "Shape"]
    optional: frozenset[str]


@dataclass(frozen=True)
class Entries:
    """An entry for each id of a list of the setting, or for each pair of them."""

    keys: Words
    in_pairs: bool
    of: "Shape"


Shape = Choice | OwnId | Text | Number | YesOrNo | Several | Record | Entries


class NoListedAnswersError(CourseError):
    """An exercise without a solution file: nothing shows the form of its answers."""

    template = (
        "{exercise} has no listed answers in solutions, so no list can be typed for it. Fill in its page instead."
    )

    def __init__(self, exercise: str) -> None:
        super().__init__(self.template.format(exercise=exercise))


def shapes_of(course: Course, exercise: Exercise) -> Mapping[str, Shape]:
    """Return the shape of each field of an answer, in the order of the model. Raises NoListedAnswersError."""
    solution = find_solution(course, exercise)
    if solution is None:
        raise NoListedAnswersError(exercise.id)
    answers: list[Answer] = [answer for _, answer, _ in solution_answers(solution)]
    lists = list(_lists(exercise.setting))
    return {field: _field(values, lists) for field, values in _by_key(answers).items()}


def _field(values: list[Any], lists: list[Words]) -> Shape:
    """Return the shape of a field: only here can entries stand for the ids of a list."""
    entries = [value for value in values if isinstance(value, dict)]
    keys = {key for entry in entries for key in entry}
    in_pairs = bool(keys) and all(PAIR in key for key in keys)
    ids = {id_ for key in keys for id_ in key.split(PAIR)} if in_pairs else keys
    known = _lists_with(ids, lists)
    if not entries or not known:
        return _part(values, lists)
    inner = [value for entry in entries for value in entry.values()]
    return Entries(_together(known), in_pairs, _part(inner, lists))


def _part(values: Iterable[Any], lists: list[Words]) -> Shape:
    given = [value for value in values if value is not None]
    if given and all(isinstance(value, dict) for value in given):
        parts = {key: _part(values, lists) for key, values in _by_key(given).items()}
        return Record(parts, frozenset(key for key in parts if any(key not in value for value in given)))
    if any(isinstance(value, list) for value in given):  # a kind may take one name for a list of one
        return Several(
            _part([entry for value in given for entry in (value if isinstance(value, list) else [value])], lists)
        )
    if given and all(isinstance(value, bool) for value in given):
        return YesOrNo()
    if given and all(isinstance(value, int | float) for value in given):
        return Number()
    ids = {value for value in given if isinstance(value, str)}
    words = _together(_lists_with(ids, lists))
    if words:
        return Choice(words)
    return OwnId() if all(ID.fullmatch(id_) for id_ in ids) else Text()


def _by_key(entries: Iterable[Mapping[str, Any]]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for entry in entries:
        for key, value in entry.items():
            found.setdefault(key, []).append(value)
    return found


def _lists(part: Any) -> Iterator[Words]:
    """Find the lists of a setting whose entries have ids, or are ids."""
    if isinstance(part, dict):
        for value in part.values():
            yield from _lists(value)
    if isinstance(part, list):
        words = {}
        for entry in part:
            if isinstance(entry, str):
                words[entry] = (entry.replace("_", " "),)
            elif isinstance(entry, dict) and isinstance(entry.get("id"), str):
                words[entry["id"]] = tuple(
                    entry[name] for name in (*NAMES, "short") if isinstance(entry.get(name), str)
                )
                yield from _lists(entry)
        if words:
            yield words


def _lists_with(ids: set[str], lists: list[Words]) -> list[Words]:
    """Return the lists that hold all of these ids, or else, where together they do, those that hold some."""
    if not ids:
        return []
    whole = [words for words in lists if ids <= words.keys()]
    some = [words for words in lists if ids & words.keys()]
    return whole or (some if ids <= _together(some).keys() else [])


def _together(lists: Iterable[Words]) -> dict[str, tuple[str, ...]]:
    return {id_: names for words in lists for id_, names in words.items()}
