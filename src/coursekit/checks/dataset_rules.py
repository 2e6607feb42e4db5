"""The rules that the rows of a dataset keep: cells, keys, references, order, agreement.

Each rule takes a table (and, where it looks across, all of them) and gives the problems that it finds.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from coursekit.checks.problem import Complaint, Problem
from coursekit.datasets.descriptor import DESCRIPTOR, KEY_SEPARATOR, Field, Table
from coursekit.datasets.tables import Value, value_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

COUNTRY_CURE = "Write the alpha-3 code of ISO 3166-1, such as GHA; Kosovo is XKX."
KOSOVO = "XKX"
"""A user-assigned code; references to Kosovo are in the context of Security Council resolution 1244."""


def in_datasets(path: str) -> str:
    """Return the place of a file of the datasets folder in the course."""
    return f"datasets/{path}"


class Row(NamedTuple):
    """A row of a file: the line on which it begins, and its cells by field name."""

    line: int
    cells: dict[str, str]


class Filled(NamedTuple):
    """A table with its rows."""

    table: Table
    rows: list[Row]

    def problem(self, row: Row, field: str, value: str, complaint: Complaint) -> Problem:
        """Report a problem in a row of this table."""
        message, cure = complaint
        said = f"{value!r}: {message}." if value else f"{message}."
        return Problem("cell", in_datasets(self.table.path), f"line {row.line}, field {field}", said, cure, row.line)


def check_cells(filled: Filled) -> Iterator[Problem]:
    """Check that each cell keeps the type and the constraints of its field."""
    for row in filled.rows:
        for field in filled.table.fields:
            cell = row.cells[field.name]
            for complaint in _cell(field, cell):
                yield filled.problem(row, field.name, cell, complaint)
            when = field.pattern_when
            if when and row.cells[when.field] == when.equals and not re.fullmatch(when.pattern, cell):
                cure = f"Where {when.field} is {when.equals}, it must match {when.pattern}."
                yield filled.problem(row, field.name, cell, ("wrong form", cure))


def _cell(field: Field, cell: str) -> Iterator[Complaint]:
    if not cell:
        if field.constraints.required:
            yield "the cell is empty", "Fill it in: this field is required."
        return
    if cell != cell.strip():
        yield "space at an end of the cell", "Take the space out."
    try:
        value = value_of(field, cell)
    except ValueError as error:
        yield "the value does not fit the field", str(error)
        return
    pattern = field.constraints.pattern
    if pattern and not re.fullmatch(pattern, cell):
        yield "wrong form", f"It must match {pattern}."
    elif field.partial_date and not _is_date(cell):
        yield "no such day in the calendar", "Correct the date."
    yield from _range(field, value)
    yield from _items(field, value)


def _is_date(cell: str) -> bool:
    try:
        dt.date.fromisoformat((cell + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _range(field: Field, value: Value) -> Iterator[Complaint]:
    if not isinstance(value, int | float):
        return
    least, most = field.constraints.minimum, field.constraints.maximum
    if least is not None and value < least:
        yield "the value is too small", f"The least is {least:g}."
    if most is not None and value > most:
        yield "the value is too large", f"The most is {most:g}."


def _items(field: Field, value: Value) -> Iterator[Complaint]:
    if not (field.list_rule and isinstance(value, tuple)):
        return
    for item, times in Counter(value).items():
        if times > 1:
            yield f"{item!r} stands in the list {times} times", "Keep it once."
        if field.list_rule.enum and item not in field.list_rule.enum:
            yield f"{item!r} is not a term of this field", f"Use: {', '.join(field.list_rule.enum)}."


def check_country_codes(filled: Filled) -> Iterator[Problem]:
    """Check that each country is written as its ISO 3166-1 alpha-3 code, Kosovo as XKX."""
    fields = [field for field in filled.table.fields if field.country_codes]
    codes = _country_codes() if fields else frozenset()
    for field in fields:
        when = field.pattern_when
        for row in filled.rows:
            if when and row.cells[when.field] != when.equals:
                continue
            cell = row.cells[field.name]
            for code in field.items(cell) if field.list_rule else filter(None, [cell]):
                if code not in codes:
                    complaint = (f"{code!r} is not the code of a country", COUNTRY_CURE)
                    yield filled.problem(row, field.name, cell, complaint)


@cache
def _country_codes() -> frozenset[str]:
    import pycountry  # only checks need the list, and it is read from a file

    return frozenset({country.alpha_3 for country in pycountry.countries} | {KOSOVO})


def check_keys(filled: Filled) -> Iterator[Problem]:
    """Check that the primary key, and each unique field, names a row once."""
    table = filled.table
    keys = {table.table_schema.primary_key}
    keys |= {(field.name,) for field in table.fields if field.constraints.unique}
    for key in sorted(filter(None, keys)):
        seen: dict[tuple[str, ...], int] = {}
        for row in filled.rows:
            value = tuple(row.cells[name] for name in key)
            first = seen.setdefault(value, row.line)
            if first != row.line:
                complaint = (f"the same key as in line {first}", "Make it unique.")
                yield filled.problem(row, ", ".join(key), " | ".join(value), complaint)


def check_order(filled: Filled) -> Iterator[Problem]:
    """Check that the first field of an ascending pair never comes after the second."""
    fields = {field.name: field for field in filled.table.fields}
    for row in filled.rows:
        for low, high in filled.table.table_schema.ascending:
            start, end = row.cells[low], row.cells[high]
            try:
                after = _comes_after(value_of(fields[low], start), value_of(fields[high], end))
            except ValueError:  # reported by check_cells
                continue
            if after:
                complaint = (f"it comes after {high}, {end}", "Correct one of the two.")
                yield filled.problem(row, low, start, complaint)


def _comes_after(start: Value, end: Value) -> bool:
    if isinstance(start, str) and isinstance(end, str):
        known = min(len(start), len(end))  # partial dates are compared as far as both are known
        return start[:known] > end[:known]
    if isinstance(start, dt.date) and isinstance(end, dt.date):
        return start > end
    return isinstance(start, int | float) and isinstance(end, int | float) and start > end


def check_agreement(filled: Filled) -> Iterator[Problem]:
    """Check that a count agrees with its list, and a year with its date."""
    fields = {field.name: field for field in filled.table.fields}
    for row in filled.rows:
        for field in fields.values():
            cell = row.cells[field.name]
            if field.count_of:
                items = value_of(fields[field.count_of], row.cells[field.count_of])
                count = len(items) if isinstance(items, tuple) else 0
                if cell != str(count):
                    complaint = (f"{field.count_of} lists {count}", "Make the two agree.")
                    yield filled.problem(row, field.name, cell, complaint)
            date = row.cells.get(field.year_of, "")
            if cell.isdigit() and date and not date.startswith(cell):
                yield filled.problem(row, field.name, cell, (f"{field.year_of} is {date}", "Make the two agree."))


def check_references(filled: Filled, tables: dict[str, Filled]) -> Iterator[Problem]:
    """Check that each foreign key, and each item of a list that refers to tables, is found there.

    A table that could not be read is reported elsewhere and makes no reference wrong.
    """
    for key in filled.table.table_schema.foreign_keys:
        name = key.reference.resource or filled.table.name
        known = _values(tables, name, key.reference.fields)
        for row in filled.rows if name in tables else ():
            value = tuple(row.cells[field] for field in key.fields)
            if any(value) and value not in known:
                yield filled.problem(row, ", ".join(key.fields), " | ".join(value), _not_found(name))
    for field in filled.table.fields:
        targets = field.list_rule.targets if field.list_rule else ()
        places = [target.split(".") for target in targets]
        known = set().union(*(_values(tables, name, (column,)) for name, column in places))
        all_read = all(name in tables for name, _ in places)
        for row in filled.rows if targets and all_read else ():
            for item in field.items(row.cells[field.name]):
                if (item,) not in known:
                    yield filled.problem(row, field.name, item, _not_found(" or ".join(targets)))


def check_keys_of_named_tables(
    filled: Filled, tables: dict[str, Filled], described: Collection[str]
) -> Iterator[Problem]:
    """Check items that are keys of the table which another field of the row names.

    The parts of a key of several fields are joined by a vertical bar, as in `2023Q3|banks`. A table that is
    `described` but could not be read is reported elsewhere and makes no key wrong.
    """
    for field in filled.table.fields:
        naming = field.list_rule.keys_of_table_in if field.list_rule else ""
        for row in filled.rows if naming else ():
            name = row.cells[naming]
            if name not in tables:
                if name not in described:
                    yield filled.problem(row, naming, name, _not_found(DESCRIPTOR))
                continue
            known = _values(tables, name, tables[name].table.table_schema.primary_key)
            for item in field.items(row.cells[field.name]):
                if tuple(item.split(KEY_SEPARATOR)) not in known:
                    yield filled.problem(row, field.name, item, _not_found(name))


def _values(tables: dict[str, Filled], name: str, fields: tuple[str, ...]) -> set[tuple[str, ...]]:
    rows = tables[name].rows if name in tables else []
    return {tuple(row.cells[field] for field in fields) for row in rows}


def _not_found(target: str) -> Complaint:
    return f"not found in {target}", "Correct it, or add the row there."
