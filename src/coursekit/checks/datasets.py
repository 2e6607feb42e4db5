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
)
from coursekit.checks.problem import Problem
from coursekit.datasets.descriptor import DESCRIPTOR, DescriptorError, Field, Package, Table, read_package
from coursekit.datasets.tables import BrokenFileError, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FICTIONAL_FOLDER = "fictional/"
SAY_FICTIONAL = "Give the table a column fictional, with yes in every row."
MOVE_FICTIONAL = "Move it to a table in datasets/fictional."

__all__ = ["Problem", "check_datasets"]


def check_datasets(folder: Path) -> list[Problem]:
    """Check the descriptor and every table of a datasets folder; one that is not there has nothing to mend.

    A descriptor that is wrong is reported alone: the other checks rely on the names in it.
    """
    if not folder.is_dir():
        return []
    try:
        package = read_package(folder)
    except DescriptorError as error:
        return [Problem(DESCRIPTOR, 0, "", "", "the descriptor cannot be read", str(error))]
    except RecursionError:
        return [Problem(DESCRIPTOR, 0, "", "", "the descriptor is nested too deeply", "Take the nesting out.")]
    problems = [*_descriptor(package), *_files(folder, package)]
    if problems:
        return problems
    tables: dict[str, Filled] = {}
    for table in package.resources:
        try:
            rows = [Row(line, cells) for line, cells in rows_of(folder, table)]
        except BrokenFileError as error:
            problems.append(Problem(error.file, error.line, "", "", error.reason, error.cure))
        else:
            tables[table.name] = Filled(table, rows)
            problems += _line_ends(folder, table)
    for filled in tables.values():
        for rule in (check_cells, check_country_codes, check_keys, check_order, check_agreement, _fictional):
            problems += rule(filled)
        problems += check_references(filled, tables)
        problems += check_keys_of_named_tables(filled, tables, package.tables)
    return problems


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
                yield Problem(DESCRIPTOR, 0, table.name, name, "no such field", "Correct the name.")
        if not (table.title and table.description):
            yield Problem(DESCRIPTOR, 0, table.name, "", "no title or description", "Say what a row is.")
        for field in table.fields:
            for message, cure in _field(field, package):
                yield Problem(DESCRIPTOR, 0, f"{table.name}.{field.name}", "", message, cure)


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
            yield Problem(path.name, 0, "", "", f"the file is not in {DESCRIPTOR}", "Describe it there.")


def _line_ends(folder: Path, table: Table) -> Iterator[Problem]:
    """Check that the lines of a file end with LF alone, the last one too."""
    content = (folder / table.path).read_bytes()
    if b"\r" in content:
        line = content.count(b"\n", 0, content.index(b"\r")) + 1
        yield Problem(table.path, line, "", "", "a carriage return", "Save the file with LF line ends.")
    if not content.endswith(b"\n"):
        yield Problem(table.path, 0, "", "", "the last line has no end", "End the file with a line end.")
