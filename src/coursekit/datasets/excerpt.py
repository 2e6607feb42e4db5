"""Rows of a dataset that an exercise shows: chosen by a filter, confirmed ones only, as plain JSON values."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

from coursekit.datasets.descriptor import DatasetError, Field, Table, read_package
from coursekit.datasets.tables import (
    ALL_FIELDS,
    BrokenCellError,
    UnknownDatasetError,
    rows_of,
    value_of,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence
    from pathlib import Path

Cell = str | int | float | bool | None
Cells = dict[str, Cell]
Filter = tuple[tuple[str, tuple[Cell, ...]], ...]


class ExcerptError(DatasetError):
    """A filter or a column that does not fit its dataset."""


class UnknownColumnError(ExcerptError):
    """A column that the dataset does not have."""

    template = 'The dataset "{name}" has no column "{column}". Its columns are: {known}.'


class NoSuchRowError(ExcerptError):
    """A value of the filter that no confirmed row has."""

    template = 'No confirmed row of the dataset "{name}" has {value!r} as its {column}. Mend the filter.'


class NoRowsError(ExcerptError):
    """A filter that no confirmed row passes."""

    template = 'No confirmed row of the dataset "{name}" passes the whole filter. Mend the filter.'


class MixedRowsError(ExcerptError):
    """Rows that must not be shown together."""

    template = 'The rows mix {values} as {column} of the dataset "{name}". Filter for one of them.'


def excerpt(folder: Path, name: str, where: Mapping[str, Sequence[Cell]], columns: Sequence[str]) -> list[list[Cell]]:
    """Take the rows whose cells are among the values that the filter gives for their columns, in the file's order.

    A row that is not confirmed is left out, a cell that is not is empty. Raises DatasetError.

    >>> excerpt(course.datasets, "rainfall", {"year": [2007, 2008]}, ["year", "station"])
    [[2007, 'Port Selle'], [2008, 'Tanhult']]
    """
    chosen = tuple((column, tuple(values)) for column, values in where.items())
    return [list(row) for row in _excerpt(folder, name, chosen, tuple(columns), _state_of(folder))]


@cache  # a build asks for the same rows on many a page; the state says when the data have changed
def _excerpt(folder: Path, name: str, where: Filter, columns: tuple[str, ...], _state: Hashable) -> list[list[Cell]]:
    tables = read_package(folder).tables
    if name not in tables:
        raise UnknownDatasetError(name=name, guess="", known=", ".join(tables))
    table = tables[name]
    known = [field.name for field in table.fields]
    for column in (*(column for column, _ in where), *columns):
        if column not in known:
            raise UnknownColumnError(name=name, column=column, known=", ".join(known))
    rows = list(_confirmed_rows(folder, table))
    for column, values in where:
        for value in values:
            if all(row[column] != value for row in rows):
                raise NoSuchRowError(name=name, column=column, value=value)
    chosen = [row for row in rows if all(row[column] in values for column, values in where)]
    if not chosen:
        raise NoRowsError(name=name)
    for field in table.fields:
        found = sorted({str(row[field.name]) for row in chosen})
        if field.never_mixed and len(found) > 1:
            raise MixedRowsError(name=name, column=field.name, values=" and ".join(found))
    return [[row[column] for column in columns] for row in chosen]


def _state_of(folder: Path) -> Hashable:
    """Return what changes when a file of the folder does: names, times, sizes."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in files)


def _confirmed_rows(folder: Path, table: Table) -> Iterator[Cells]:
    for line, text in rows_of(folder, table):
        if any(field.unconfirmed and text[field.name] == field.unconfirmed for field in table.fields):
            continue
        unsure = {name for field in table.fields if field.unconfirmed_fields for name in field.items(text[field.name])}
        plain: Cells = {}
        for field in table.fields:
            try:
                plain[field.name] = None if {field.name, ALL_FIELDS} & unsure else _plain(field, text[field.name])
            except ValueError as error:
                place: dict[str, object] = {"file": table.path, "line": line, "field": field.name}
                raise BrokenCellError(**place, value=text[field.name], cure=error) from error
        yield plain


def _plain(field: Field, text: str) -> Cell:
    value = value_of(field, text)
    if isinstance(value, dt.date):
        return value.isoformat()
    return "; ".join(value) if isinstance(value, tuple) else value
