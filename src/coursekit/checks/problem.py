"""What a check finds: file, place, what is wrong, and the cure."""

from __future__ import annotations

from dataclasses import dataclass

Complaint = tuple[str, str]  # what is wrong with a cell, and the cure


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: where it is (line 0 means the file as a whole), what it is, and the cure."""

    file: str
    line: int
    field: str
    value: str
    message: str
    cure: str

    def __str__(self) -> str:
        """Write the problem as one line for a person."""
        line = f"line {self.line}" if self.line else ""
        field = f"field {self.field}" if self.field else ""
        value = f"{self.value!r}: " if self.value else ""
        return f"{', '.join(filter(None, (self.file, line, field)))}: {value}{self.message}. {self.cure}"
