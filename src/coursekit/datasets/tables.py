"""The datasets of a course as typed DataFrames.

Types come from datasets/datapackage.json; a cell that does not fit its field is an error that says where.
"""

from __future__ import annotations

import csv
import datetime as dt
import difflib
import io
import re
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from coursekit.datasets.descriptor import (
    DatasetError,
    Field,
    Package,
    Table,
    has_datasets,
    read_package,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    import pandas as pd

    from coursekit.course import Course

Value = str | int | float | bool | dt.date | tuple[str, ...] | None

ALL_FIELDS = "all"
"""In a list of fields that are not confirmed: every field of the row."""

KNOWN_CURE = "Use one of: {known}; or leave the cell empty."
NUMBER_CURE = "Write {what}, without thousands separator, or leave the cell empty."
CONVERTED: dict[str, tuple[re.Pattern[str], Callable[[str], Value], str]] = {
    # 18 digits always fit into 64 bits
    "integer": (re.compile(r"[+-]?[0-9]{1,18}"), int, NUMBER_CURE.format(what="a whole number in digits")),
    "number": (
        re.compile(r"[+-]?[0-9]+(\.[0-9]+)?"),
        float,
        NUMBER_CURE.format(what="a number in digits, with a point before decimals"),
    ),
    "date": (
        re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
        dt.date.fromisoformat,
        "Write a day of the calendar as YYYY-MM-DD, or leave the cell empty.",
    ),
}
"""How a cell is written, how it is read, and what to do where it is written otherwise; other types stay text."""


class UnknownDatasetError(DatasetError):
    """The name is not the name of a dataset."""

    template = "There is no dataset {name!r}.{guess} The datasets are: {known}."


class UnknownSourceError(DatasetError):
    """The id is not the id of a source."""

    template = "There is no source {name!r}.{guess} The table sources.csv lists them all."


class BrokenCellError(DatasetError):
    """A cell does not fit its field; `line` counts the lines of the file from 1."""

    template = "{file}, line {line}, field {field}: {value!r} does not fit. {cure}"


class BrokenFileError(DatasetError):
    """A file is not the table that the descriptor promises."""

    template = "{file}, line {line}: {reason}. {cure}"

    def __init__(self, file: str, line: int, reason: str, cure: str) -> None:
        """Name the place, the reason and the cure; all four stay readable as attributes."""
        super().__init__(file=file, line=line, reason=reason, cure=cure)
        self.file, self.line, self.reason, self.cure = file, line, reason, cure


def dataset_names(course: Course) -> tuple[str, ...]:
    """Names of all datasets, in the order of the descriptor; none in a course without datasets."""
    return tuple(_package(course).tables)


def describe(course: Course, name: str) -> Table:
    """Look up the descriptor of a dataset: title, description, fields, keys. Raises UnknownDatasetError."""
    return _table(_package(course), name)


def dataset(course: Course, name: str, *, confirmed: bool = False) -> pd.DataFrame:
    """Read a dataset, with the rows in the order of its file; each call gives a copy of its own.

    Columns: text `string`, whole numbers `Int64`, other numbers `Float64`, yes or no `boolean`, a field with
    a vocabulary `category` (ordered where the order means something), a list field tuples of str. An empty
    cell is `<NA>`, in a list field the empty tuple. Files are read once per process.

    With `confirmed`, rows that are not confirmed are left out and single cells that are not are empty; the
    index keeps the places of the rows in the file. Charts and claims of the course use no others.

    Raises UnknownDatasetError, BrokenCellError, BrokenFileError.

    """
    frame = _frame(course, name).copy()
    return _confirmed(describe(course, name), frame) if confirmed else frame


def sources(course: Course, name: str) -> pd.DataFrame:
    """Select the rows of the table of sources that a dataset cites, in the order of that table.

    Raises UnknownDatasetError.
    """
    records = course.tables.sources
    table, frame, everything = describe(course, name), dataset(course, name), dataset(course, records)
    if name == records:
        return everything
    cited: set[str] = set()
    for field in table.fields:
        if field.list_rule and f"{records}.source_id" in field.list_rule.targets:
            cited.update(item for items in frame[field.name] for item in items)
    for key in table.table_schema.foreign_keys:
        if key.reference.resource == records:
            cited.update(frame[key.fields[0]].dropna())
    return everything[everything["source_id"].isin(cited)].reset_index(drop=True)


def cite(course: Course, source_id: str) -> str:
    """Write a source as one plain line: title, publisher, year, address, as far as they are known.

    Raises UnknownSourceError.
    """
    records = source_records(course)
    if source_id not in records:
        raise unknown_source(course, source_id)
    source = records[source_id]
    publisher = ", ".join(filter(None, (source["publisher"], source["year"])))
    return ". ".join(filter(None, (source["title"], publisher, source["url"])))


def unknown_source(course: Course, source_id: str) -> UnknownSourceError:
    """Return the error for an id that is not the id of a source, with the id that may have been meant."""
    return UnknownSourceError(name=source_id, guess=_guess(source_id, source_records(course)))


@cache
def source_records(course: Course) -> dict[str, dict[str, str]]:
    """Return every source by its id, each cell as text: without pandas, for pages and citations.

    A course without the table of sources has none.
    """
    tables = _package(course).tables
    if course.tables.sources not in tables:
        return {}
    return {row["source_id"]: row for _, row in rows_of(course.datasets, tables[course.tables.sources])}


def value_of(field: Field, cell: str) -> Value:
    """Read one cell: None when it is empty, in a list field the empty tuple.

    Raises ValueError whose text is the cure.
    """
    if field.list_rule:
        return field.items(cell)
    if not cell:
        return None
    known = field.constraints.enum or (cell,)
    if field.type == "boolean":
        known = field.true_values + field.false_values
    if cell not in known:
        raise ValueError(KNOWN_CURE.format(known=", ".join(known)))
    return cell in field.true_values if field.type == "boolean" else _converted(field, cell)


def _converted(field: Field, cell: str) -> Value:
    if field.type not in CONVERTED:
        return cell
    form, convert, cure = CONVERTED[field.type]
    with suppress(ValueError):  # right in form, but no day of the calendar
        if form.fullmatch(cell):
            return convert(cell)
    raise ValueError(cure)


def rows_of(folder: Path, table: Table) -> Iterator[tuple[int, dict[str, str]]]:
    """Read the rows of a table, each with the line of the file on which it begins and its cells by column.

    Raises BrokenFileError when the file, its header or the number of cells in a row is wrong.
    """
    file, line = table.path, 1
    try:
        text = (folder / file).read_bytes().decode()
    except OSError as error:
        reason = f"the file cannot be read ({error.strerror})"
        raise BrokenFileError(file, line, reason, "Put it beside the descriptor.") from error
    except UnicodeDecodeError as error:
        line += error.object.count(b"\n", 0, error.start)
        cure = "Save the file as CSV in UTF-8."
        raise BrokenFileError(file, line, "a character is not UTF-8", cure) from error
    expected = [field.name for field in table.fields]
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        if next(reader, None) != expected:
            cure = f"The header must be: {','.join(expected)}."
            raise BrokenFileError(file, line, "the header differs from the descriptor", cure)
        line = reader.line_num + 1
        for row in reader:
            if len(row) != len(expected):
                reason = f"{len(row)} cells where the header has {len(expected)}"
                raise BrokenFileError(file, line, reason, "Put a cell that holds a comma in double quotes.")
            yield line, dict(zip(expected, row, strict=True))
            line = reader.line_num + 1
    except csv.Error as error:
        reason = f"not readable as CSV ({error})"
        raise BrokenFileError(file, line, reason, "Check the double quotes.") from error


@cache
def _package(course: Course) -> Package:
    return read_package(course.datasets) if has_datasets(course) else Package(name=course.id, resources=())


def _table(package: Package, name: str) -> Table:
    tables = package.tables
    if name not in tables:
        raise UnknownDatasetError(name=name, guess=_guess(name, tables), known=", ".join(tables))
    return tables[name]


def _guess(name: str, known: Collection[str]) -> str:
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    return f" Did you mean {close[0]!r}?" if close else ""


@cache
def _frame(course: Course, name: str) -> pd.DataFrame:
    import pandas as pd

    table = _table(_package(course), name)
    columns: list[list[Value]] = [[] for _ in table.fields]
    for line, row in rows_of(course.datasets, table):
        for field, column in zip(table.fields, columns, strict=True):
            try:
                column.append(value_of(field, row[field.name]))
            except ValueError as error:
                place: dict[str, object] = {"file": table.path, "line": line, "field": field.name}
                raise BrokenCellError(**place, value=row[field.name], cure=error) from error
    filled = zip(table.fields, columns, strict=True)
    return pd.DataFrame({field.name: _series(field, column) for field, column in filled})


def _series(field: Field, values: list[Value]) -> pd.Series:
    import pandas as pd

    if field.list_rule:
        return pd.Series(values, dtype="object")
    if field.constraints.enum:
        terms = pd.CategoricalDtype(list(field.constraints.enum), ordered=field.ordered)
        return pd.Series(values, dtype=terms)
    if field.type == "date":
        return pd.to_datetime(pd.Series(values, dtype="object"))
    dtypes = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}
    return pd.Series(values, dtype=dtypes[field.type])


def _confirmed(table: Table, frame: pd.DataFrame) -> pd.DataFrame:
    for field in table.fields:
        if field.unconfirmed:
            frame = frame[(frame[field.name] != field.unconfirmed).fillna(value=True)]
    for field in table.fields:
        if field.unconfirmed_fields:
            named = frame[field.name]
            for other in table.fields:
                if other.name not in (*table.table_schema.primary_key, field.name):
                    frame = frame.assign(**{other.name: _emptied(other, frame[other.name], named)})
    return frame


def _emptied(field: Field, column: pd.Series, named: pd.Series) -> pd.Series:
    """Empty the cells of a column whose rows name the column, or all of them, as not confirmed."""
    import pandas as pd  # as above

    hit = pd.Series([field.name in names or ALL_FIELDS in names for names in named], index=column.index)
    if not field.list_rule:
        return column.mask(hit)
    items = [() if is_hit else cell for is_hit, cell in zip(hit, column, strict=True)]
    return pd.Series(items, index=column.index, dtype="object")
