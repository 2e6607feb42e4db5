"""What was typed for one field of an answer, read by the shape of that field.

Columns stand between semicolons, several names in one column between commas. A text that has a semicolon in it stands
between quotation marks. A name may be shortened as long as it fits only one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from coursekit.course import CourseError
from coursekit.transcription.shapes import (
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
)

OPEN = ("", "-")
"""What stands for something that the group left open."""
COLUMN = re.compile(r'(?:^|;)\s*(?:"([^"]*)"\s*(?=;|$)|([^;]*))')
"""What stands between two semicolons; between quotation marks it may have semicolons of its own."""
YES, NO = ("yes", "y", "true", "both", "both ways", "x"), ("no", "n", "false", "one way")


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
    too_many_columns = (
        "there are {given} columns, and this line has room for {room}: {columns}. Put a text with a semicolon in it "
        "between quotation marks."
    )

    def __init__(self, file: str, line: int, what: str) -> None:
        super().__init__(self.template.format(file=file, line=line, what=what))


Line = tuple[int, str]
"""The number of a line in its file, and what is written there."""


@dataclass
class FieldReader:
    """Reads the lines of one file; knows its name for the messages."""

    file: str
    line: int = field(default=0, init=False)

    def fault(self, template: str, **values: object) -> TypedListError:
        """Return the error for the line that is being read."""
        return TypedListError(self.file, self.line, template.format(**values))

    def key_and_rest(self, text: str, known: str) -> tuple[str, str]:
        """Part a line such as "name: what was written". Raises TypedListError, which tells the known names."""
        key, colon, rest = text.partition(":")
        if not colon:
            raise self.fault(TypedListError.no_key, known=known)
        return key.strip(), rest.strip()

    def read(self, shape: Shape, lines: list[Line]) -> Any:
        """Read a field: what stands beside its name, and the indented lines below. Raises TypedListError."""
        given = [(number, text) for number, text in lines if text not in OPEN]
        if isinstance(shape, Text):
            return " ".join(text for _, text in given)
        if isinstance(shape, Several):
            return self._listed(shape, given)
        if isinstance(shape, Entries) or (isinstance(shape, Record) and given and ":" in given[0][1]):
            return self._entries(shape, given)
        if len(given) > 1:
            self.line = given[1][0]
            raise self.fault(TypedListError.one_thing)
        return self._part(shape, given[0][1]) if given else None

    def _part(self, shape: Shape, typed: str) -> Any:
        """Read what stands in one column."""
        match shape:
            case Several(of):
                return self._several(of, typed)
            case Record(parts, optional):
                return self._record(parts, optional, typed)
            case _ if typed in OPEN:
                return "" if isinstance(shape, Text) else None
        return self._one(shape, typed)

    def _one(self, shape: Shape, typed: str) -> Any:
        """Read one thing that is there."""
        match shape:
            case Choice(words):
                return self._word(words, typed)
            case Number():
                return self._number(typed)
            case YesOrNo():
                return self._yes_or_no(typed)
        return typed

    def _several(self, of: Shape, typed: str) -> list[Any]:
        if typed in OPEN:
            return []
        if isinstance(of, Record):
            return [self._part(of, typed)]
        if isinstance(of, Choice) and len(_fitting(of.words, typed)) == 1:
            return [self._part(of, typed)]  # a name can have a comma in it
        return [self._part(of, each.strip()) for each in typed.split(",") if each.strip()]

    def _record(self, parts: Mapping[str, Shape], optional: frozenset[str], typed: str) -> dict[str, Any]:
        columns = [(quoted or plain).strip() for quoted, plain in COLUMN.findall(typed)]
        if len(columns) > len(parts):
            room = {"given": len(columns), "room": len(parts), "columns": "; ".join(parts)}
            raise self.fault(TypedListError.too_many_columns, **room)
        columns += [""] * (len(parts) - len(columns))
        given = zip(parts.items(), columns, strict=True)
        return {key: self._part(shape, typed) for (key, shape), typed in given if typed or key not in optional}

    def _word(self, words: Words, typed: str) -> str:
        fitting = _fitting(words, typed)
        if not fitting:
            raise self.fault(TypedListError.unknown_word, typed=typed, known=_in_words(words))
        if len(fitting) > 1:
            raise self.fault(TypedListError.several_words, typed=typed, fitting=_in_words(fitting))
        return next(iter(fitting))

    def _number(self, typed: str) -> int | float:
        plain = typed.rstrip("% ").replace(" ", "")
        try:
            number = float(plain)
            return int(number) if number.is_integer() and "." not in plain else number
        except (ValueError, OverflowError) as error:
            raise self.fault(TypedListError.not_a_number, typed=typed) from error

    def _yes_or_no(self, typed: str) -> bool:
        if typed.casefold() in YES:
            return True
        if typed.casefold() in NO:
            return False
        raise self.fault(TypedListError.not_yes_or_no, typed=typed)

    def _listed(self, shape: Several, lines: list[Line]) -> list[Any]:
        found = []
        for number, text in lines:
            self.line = number
            found += self._several(shape.of, text)
        return found

    def _entries(self, shape: Entries | Record, lines: list[Line]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for number, text in lines:
            self.line = number
            key, value = self._entry(shape, text)
            if key in found:
                raise self.fault(TypedListError.twice, typed=text.partition(":")[0].strip())
            found[key] = value
        return found

    def _entry(self, shape: Entries | Record, text: str) -> tuple[str, Any]:
        """Read a line such as "Statistics office: 1; 3; planning"."""
        if isinstance(shape, Record):
            typed, rest = self.key_and_rest(text, ", ".join(shape.parts))
            key = self._word({part: (part.replace("_", " "),) for part in shape.parts}, typed)
            return key, self._part(shape.parts[key], rest)
        typed, rest = self.key_and_rest(text, _in_words(shape.keys))
        if not shape.in_pairs:
            return self._word(shape.keys, typed), self._part(shape.of, rest)
        order = list(shape.keys)
        ids = sorted((self._word(shape.keys, each.strip()) for each in typed.split(PAIR)), key=order.index)
        return PAIR.join(ids), self._part(shape.of, rest)


def _fitting(words: Words, typed: str) -> Words:
    """Return the ids that are what was typed, or else are called so, or else have a name with it."""
    plain = plain_text(typed)
    ways = (
        {id_: names for id_, names in words.items() if plain == plain_text(id_)},
        {id_: names for id_, names in words.items() if plain in map(plain_text, names)},
        {id_: names for id_, names in words.items() if any(f" {plain}" in f" {plain_text(name)}" for name in names)},
    )
    return next((found for found in ways if found), {})


def plain_text(text: str) -> str:
    """Return the letters and digits of a text, for comparison."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _in_words(words: Words) -> str:
    return ", ".join(names[0] if names else id_ for id_, names in words.items())
