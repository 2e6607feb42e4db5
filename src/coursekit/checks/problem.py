"""What a check finds: a problem with its code, its place, what is wrong and the cure; and the rules that find them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

Complaint = tuple[str, str]  # what is wrong with a cell, and the cure

WHOLE_FILE = "whole file"


@dataclass(frozen=True)
class Problem:
    """One thing to mend. `line` counts from 1, 0 where no line is known; `place` says where in words.

    `code` names the rule and stays the same when its words change: tools can count and filter by it.
    """

    code: str
    file: str
    place: str
    message: str
    cure: str
    line: int = 0

    def __str__(self) -> str:
        """Write the problem as one line for a person: file, place, what is wrong, cure."""
        text = f"{self.file}: {self.place}: {self.message}"
        return f"{text}{'' if self.message.endswith(chr(10)) else ' '}{self.cure}".rstrip()

    def as_data(self) -> dict[str, str | int]:
        """Return the problem as plain data, for JSON."""
        return asdict(self)


class Rule(NamedTuple):
    """A rule of the checks: its code, and the templates of place, message and cure."""

    code: str
    place: str
    message: str
    cure: str = ""

    def format(self, file: str, **values: Any) -> Problem:
        """Report that a file breaks the rule; `values` fill the templates."""
        place, message, cure = (part.format(**values) for part in (self.place, self.message, self.cure))
        return Problem(self.code, file, place, message, cure)


def unreadable(file: str, error: Exception) -> Problem:
    """Report a file that could not be read, with what its reader says: "file: place: what is wrong, cure"."""
    text = str(error).removeprefix(f"{file}: ")
    place, colon, message = text.partition(": ")
    return Problem("unreadable", file, place if colon else WHOLE_FILE, message if colon else text, "")


def written(problem: Problem, form: str) -> str:
    """Write a problem for a forge ("github": a workflow command), an editor ("editor": file:line: words), or people."""
    words = " ".join(f"{problem.place}: {problem.message} {problem.cure}".split())
    if form == "github":
        line = f",line={problem.line}" if problem.line else ""
        return f"::error file={problem.file}{line},title={problem.code}::{words}"
    if form == "editor":
        return f"{problem.file}:{problem.line or 1}: error: {words} [{problem.code}]"
    return str(problem)
