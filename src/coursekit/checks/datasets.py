"""Checks of the datasets beyond types: `check_datasets(folder)` gives every problem that it finds.

What is checked in a table follows from its entry in datapackage.json; nothing is registered here when a table
is added.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursekit.checks.dataset_rules import (
    Filled,
    Row,
    check_agreement,
    check_cells,
    check_country_codes,
    check_keys,
    check_keys_of_named_tables,
    check_order,
    check_references,
    in_datasets,
)
from coursekit.checks.problem import WHOLE_FILE, Problem
from coursekit.datasets.descriptor import DESCRIPTOR, DescriptorError, Field, Package, Table, read_package
from coursekit.datasets.tables import BrokenFileError, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FICTIONAL_FOLDER = "fictional/"
SAY_FICTIONAL = "Give the table a column fictional, with yes in every row."
MOVE_FICTIONAL = "Move it to a table in datasets/fictional."


def check_datasets(folder: Path) -> list[Problem]:
    """Check the descriptor and every table of a datasets folder; one that is not there has nothing to mend.

    A descriptor that is wrong is reported alone: the other checks rely on the names in it.
    """
    if not folder.is_dir():
        return []
    try:
        package = read_package(folder)
    except DescriptorError as error:
        return [_of_descriptor(WHOLE_FILE, "the descriptor cannot be read.", str(error))]
    except RecursionError:
        return [_of_descriptor(WHOLE_FILE, "the descriptor is nested too deeply.", "Take the nesting out.")]
    problems = [*_descriptor(package), *_files(folder, package)]
    if problems:
        return problems
    tables: dict[str, Filled] = {}
    for table in package.resources:
        try:
            rows = [Row(line, cells) for line, cells in rows_of(folder, table)]
        except BrokenFileError as error:
            problems.append(
                Problem(
                    "table", in_datasets(error.file), f"line {error.line}", f"{error.reason}.", error.cure, error.line
                )
            )
        else:
            tables[table.name] = Filled(table, rows)
            problems += _line_ends(folder, table)
    for filled in tables.values():
        for rule in (check_cells, check_country_codes, check_keys, check_order, check_agreement, _fictional):
            problems += rule(filled)
        problems += check_references(filled, tables)
        problems += check_keys_of_named_tables(filled, tables, package.tables)
    return problems


def _of_descriptor(place: str, message: str, cure: str) -> Problem:
    return Problem("descriptor", in_datasets(DESCRIPTOR), place, message, cure)


def _of_table(file: str, line: int, message: str, cure: str) -> Problem:
    return Problem("table", in_datasets(file), f"line {line}" if line else WHOLE_FILE, message, cure, line)


def _fictional(filled: Filled) -> Iterator[Problem]:
    """Check that what is invented lies apart and says so in every row, so that nobody takes it for the world."""
    lies_apart = filled.table.path.startswith(FICTIONAL_FOLDER)
    for row in filled.rows:
        says = row.cells.get("fictional", "")
        if lies_apart and says != "yes":
            yield filled.problem(row, "fictional", says, ("a fictional table does not say so", SAY_FICTIONAL))
        if not lies_apart and says == "yes":
            yield filled.problem(row, "fictional", says, ("an invented row among real ones", MOVE_FICTIONAL))


def _descriptor(package: Package) -> Iterator[Problem]:
    """Check that names in the descriptor exist, that vocabularies agree and that everything is explained."""
    known = {f"{table.name}.{field.name}" for table in package.resources for field in table.fields}
    for table in package.resources:
        for name in _names(table):
            if name not in known:
                yield _of_descriptor(table.name, f"{name!r}: no such field.", "Correct the name.")
        if not (table.title and table.description):
            yield _of_descriptor(table.name, "no title or description.", "Say what a row is.")
        for field in table.fields:
            for message, cure in _field(field, package):
                yield _of_descriptor(f"{table.name}.{field.name}", f"{message}.", cure)


def _names(table: Table) -> Iterator[str]:
    """Every field, as "table.field", that the entry of a table mentions besides its own list of fields."""
    here = [*table.table_schema.primary_key]
    for pair in table.table_schema.ascending:
        here += pair
    for key in table.table_schema.foreign_keys:
        here += key.fields
        other = key.reference.resource or table.name
        yield from (f"{other}.{name}" for name in key.reference.fields)
    for field in table.fields:
        here += [name for name in (field.count_of, field.year_of) if name]
        if field.pattern_when:
            here.append(field.pattern_when.field)
        if field.list_rule:
            yield from field.list_rule.targets
            here += [field.list_rule.keys_of_table_in] if field.list_rule.keys_of_table_in else []
    yield from (f"{table.name}.{name}" for name in here)


def _field(field: Field, package: Package) -> Iterator[tuple[str, str]]:
    """Say what is wrong with the entry of a field, and the cure."""
    if not (field.title and field.description):
        yield "no title or description", "Explain the field in plain words."
    terms = field.list_rule.enum if field.list_rule else field.constraints.enum
    if field.vocabulary and list(terms) != list(package.vocabularies.get(field.vocabulary, ())):
        yield (
            f"its terms differ from the vocabulary {field.vocabulary}",
            "Give both the same terms, in one order.",
        )
    if field.unconfirmed and field.unconfirmed not in terms:
        yield f"{field.unconfirmed!r} is not one of its terms", "Name a term as unconfirmed."
    when = field.pattern_when
    for pattern in (field.constraints.pattern, when.pattern if when else ""):
        try:
            re.compile(pattern)
        except re.error as error:
            yield f"{pattern!r} is not a regular expression ({error})", "Correct the pattern."


def _files(folder: Path, package: Package) -> Iterator[Problem]:
    """Check that every CSV file in the folder is described."""
    described = {table.path for table in package.resources}
    for path in sorted(folder.rglob("*.csv")):
        if path.relative_to(folder).as_posix() not in described:
            yield Problem(
                "table", in_datasets(path.name), WHOLE_FILE, f"it is not in {DESCRIPTOR}.", "Describe it there."
            )


def _line_ends(folder: Path, table: Table) -> Iterator[Problem]:
    """Check that the lines of a file end with LF alone, the last one too."""
    content = (folder / table.path).read_bytes()
    if b"\r" in content:
        line = content.count(b"\n", 0, content.index(b"\r")) + 1
        yield Problem(
            "table",
            in_datasets(table.path),
            f"line {line}",
            "a carriage return.",
            "Save the file with LF line ends.",
            line,
        )
    if not content.endswith(b"\n"):
        yield Problem(
            "table", in_datasets(table.path), WHOLE_FILE, "the last line has no end.", "End the file with a line end."
        )
