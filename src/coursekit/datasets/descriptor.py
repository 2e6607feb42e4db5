"""What datasets/datapackage.json says, as frozen objects.

The file is a Frictionless Data Package (v1), a standard that allows properties of one's own. Ours are `unit`,
`list`, `partialDate`, `vocabulary`, `ordered`, `countOf`, `yearOf`, `patternWhen`, `countryCodes`, `unconfirmed`,
`unconfirmedFields` and `neverMixed` on a field, `ascending` on a schema, `coding`, `conflicts` and `gaps` on a
resource and `vocabularies` on the package; each is explained where it is declared below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from coursekit.course import Course, CourseError

if TYPE_CHECKING:
    from pathlib import Path

DESCRIPTOR = "datapackage.json"
FOLDER = "datasets"
KEY_SEPARATOR = "|"
"""Joins the parts of a key of several fields where it stands in one cell, as in `2023Q3|banks`."""

BAD_DESCRIPTOR = "{path}: {reason}. Correct the descriptor at the place named after the $ sign."


class DatasetError(CourseError):
    """Something about the datasets is wrong; the message says what, where and what to do."""


class DescriptorError(DatasetError):
    """The descriptor cannot be read."""


class Described(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """Base of the parts in which a misspelt property must not pass unseen."""


class ListRule(Described, frozen=True):
    """How one cell holds several items (property `list` of a field)."""

    separator: str
    references: str | tuple[str, ...] = ()  # "table.field"; with several, each item is in one of them
    enum: tuple[str, ...] = ()
    keys_of_table_in: str = ""  # the field of the same row that names the table to which the items are keys

    @property
    def targets(self) -> tuple[str, ...]:
        """The fields, as "table.field", in which each item must be found."""
        return (self.references,) if isinstance(self.references, str) else self.references


class PatternWhen(Described, frozen=True):
    """A pattern that holds in the rows where another field has a certain value."""

    field: str
    equals: str
    pattern: str


class Constraints(Described, frozen=True):
    """What a cell of a field may hold."""

    required: bool = False
    unique: bool = False
    enum: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    pattern: str = ""


class Field(Described, frozen=True):
    """One column of a table."""

    name: str
    type: Literal["string", "integer", "number", "boolean", "date"]
    title: str = ""
    description: str = ""
    format: str = "default"
    unit: str = ""
    partial_date: bool = False  # YYYY, YYYY-MM or YYYY-MM-DD, as exactly as it is known
    vocabulary: str = ""  # the entry of the package's `vocabularies` that defines the terms of `enum`
    ordered: bool = False  # the terms of `enum` stand in a meaningful order
    count_of: str = ""  # the list field whose items this integer counts
    year_of: str = ""  # the field that begins with this year
    pattern_when: PatternWhen | None = None
    country_codes: bool = False  # ISO 3166-1 alpha-3, or XKX; beside `pattern_when`, in the rows where that holds
    unconfirmed: str = ""  # the term of this field that marks a row as not confirmed
    unconfirmed_fields: bool = False  # this list names fields of its row that are not confirmed; `all` is each one
    never_mixed: bool = False  # rows with different values here never stand in one chart
    true_values: tuple[str, ...] = ("true", "True", "TRUE", "1")
    false_values: tuple[str, ...] = ("false", "False", "FALSE", "0")
    constraints: Constraints = Constraints()
    list_rule: ListRule | None = msgspec.field(default=None, name="list")

    def items(self, cell: str) -> tuple[str, ...]:
        """Split a cell of a list field; an empty one, and one of another field, has no items."""
        return tuple(cell.split(self.list_rule.separator)) if self.list_rule and cell else ()


class Reference(Described, frozen=True):
    """The far end of a foreign key."""

    resource: str
    fields: tuple[str, ...]


class ForeignKey(Described, frozen=True):
    """Cells that must be found in another table."""

    fields: tuple[str, ...]
    reference: Reference


class Schema(Described, frozen=True):
    """The columns of a table and the keys between them."""

    fields: tuple[Field, ...]
    primary_key: tuple[str, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    missing_values: tuple[str, ...] = ("",)
    ascending: tuple[tuple[str, str], ...] = ()  # pairs of fields: the first never comes after the second


class Table(msgspec.Struct, frozen=True):
    """One dataset: a CSV file and its schema."""

    name: str
    path: str
    table_schema: Schema = msgspec.field(name="schema")
    title: str = ""
    description: str = ""  # what a row is
    coding: str = ""  # how the rows were made and how to read them
    conflicts: tuple[str, ...] = ()  # where sources disagree
    gaps: tuple[str, ...] = ()  # what was not found
    encoding: str = "utf-8"

    @property
    def fields(self) -> tuple[Field, ...]:
        """The columns, in the order of the file."""
        return self.table_schema.fields


class Package(msgspec.Struct, frozen=True):
    """The whole descriptor."""

    name: str
    resources: tuple[Table, ...]
    title: str = ""
    description: str = ""
    version: str = ""
    vocabularies: dict[str, dict[str, str]] = {}  # name of a vocabulary -> term -> definition
    contributors: tuple[dict[str, str], ...] = ()
    licenses: tuple[dict[str, str], ...] = ()

    @property
    def tables(self) -> dict[str, Table]:
        """The tables by name, in the order of the descriptor."""
        return {table.name: table for table in self.resources}


def has_datasets(course: Course) -> bool:
    """Say whether a course has datasets at all: they are optional."""
    return (course.datasets / DESCRIPTOR).is_file()


def read_package(folder: Path) -> Package:
    """Read the descriptor of a datasets folder. Raises DescriptorError."""
    path = folder / DESCRIPTOR
    try:
        return msgspec.json.decode(path.read_bytes(), type=Package)
    except (OSError, msgspec.MsgspecError) as error:
        raise DescriptorError(BAD_DESCRIPTOR.format(path=path, reason=error)) from error
