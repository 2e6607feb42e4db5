"""A page of the book for each dataset, written from the descriptor when the book is built; nobody edits them.

The pages are book/datasets/<name>.md. A page is written only when its text changes, so that a build with nothing new
has nothing to do.
"""

import shutil
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from coursekit.book.data_dictionary import column_facts
from coursekit.citations.bibtex import bibtex
from coursekit.course import Course
from coursekit.datasets.confirmation import unconfirmed_places
from coursekit.datasets.descriptor import DESCRIPTOR, Field, Package, Table, read_package
from coursekit.datasets.tables import rows_of, source_records
from coursekit.rendering.templating import render_file

PAGES = "book/datasets"
DOWNLOADS = "data"
BIBLIOGRAPHY = "references.bib"
PREVIEW_ROWS = 8
PREVIEW_COLUMNS = 8
PREVIEW_CHARACTERS = 90

Cells = dict[str, str]


def write_dataset_pages(course: Course) -> None:
    """Write the page of each dataset of a course, and remove those of datasets that are gone. Raises DatasetError."""
    folder, pages = course.datasets, course.folder / PAGES
    package = read_package(folder)
    pages.mkdir(parents=True, exist_ok=True)
    for path in pages.glob("*.md"):
        if path.stem not in package.tables:
            path.unlink()
    rows = {table.name: read_rows(folder, table) for table in package.resources}
    for table in package.resources:
        text = page_text(course, package, table, rows)
        path = pages / f"{table.name}.md"
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def copy_downloads(course: Course, book: Path) -> None:
    """Put tables, descriptor and the sources as BibTeX into a built book, and nothing else. Raises DatasetError."""
    folder, target = course.datasets, book / DOWNLOADS
    target.mkdir(exist_ok=True)
    names = {DESCRIPTOR, *(table.path for table in read_package(folder).resources)}
    for path in sorted(target.rglob("*")):  # what is no table any more; fictional ones lie in a folder of their own
        if path.is_file() and path.relative_to(target).as_posix() not in names | {BIBLIOGRAPHY}:
            path.unlink()
    for name in names:
        (target / name).parent.mkdir(exist_ok=True, parents=True)
        shutil.copyfile(folder / name, target / name)
    if records := source_records(course):
        (target / BIBLIOGRAPHY).write_text(bibtex(records), encoding="utf-8")


def read_rows(folder: Path, table: Table) -> list[Cells]:
    """Read the rows of a table as text, by column. Raises BrokenFileError."""
    return [row for _, row in rows_of(folder, table)]


def page_text(course: Course, package: Package, table: Table, all_rows: Mapping[str, list[Cells]]) -> str:
    """Write the page of a table in MyST. `all_rows` are the rows of each table of the package, by its name."""
    rows, sources = all_rows[table.name], course.tables.sources
    shown = [field for field in table.fields if not _is_apart(field, sources)][:PREVIEW_COLUMNS]
    return render_file(
        "dataset.md",
        package=package,
        table=table,
        descriptor=DESCRIPTOR,
        count=len(rows),
        preview={
            "headings": [field.title for field in shown],
            "rows": [[_short(field, row[field.name]) for field in shown] for row in rows[:PREVIEW_ROWS]],
        },
        columns=[column_facts(package, field, [row[field.name] for row in rows]) for field in table.fields],
        marks=list(_marks(package, table, rows)),
        unconfirmed=len(unconfirmed_places(table, rows)),
        key=table.table_schema.primary_key,
        links=[link for link in _links(package) if link["from"] == table.name],
        linked_from=[
            {**link, "name": link["from"], "title": package.tables[link["from"]].title}
            for link in _links(package)
            if link["name"] == table.name
        ],
        is_the_sources=table.name == sources,
        sources=cited(table, rows, sources, all_rows.get(sources, [])),
    )


def cited(table: Table, rows: Iterable[Cells], sources: str, records: list[Cells]) -> list[Cells]:
    """Select the records of the table named `sources` that the rows of a table cite, by title."""
    ids: set[str] = set()
    fields = [field for field in table.fields if _leads_to(sources, field)]
    for row in rows:
        for field in fields:
            ids.update(field.items(row[field.name]))
        for key in table.table_schema.foreign_keys:
            if key.reference.resource == sources:
                ids.update(row[name] for name in key.fields)
    chosen = [record for record in records if record["source_id"] in ids]
    return sorted(chosen, key=lambda record: record["title"].casefold())


def _leads_to(sources: str, field: Field) -> bool:
    return field.list_rule is not None and any(target.startswith(f"{sources}.") for target in field.list_rule.targets)


def _is_apart(field: Field, sources: str) -> bool:
    """Whether a column speaks about the row, not about the world: the preview leaves it to the download."""
    return _leads_to(sources, field) or field.unconfirmed_fields or bool(field.unconfirmed) or field.name == "notes"


def _short(field: Field, cell: str) -> str:
    text = cell.replace(field.list_rule.separator, f"{field.list_rule.separator} ") if field.list_rule else cell
    return textwrap.shorten(text, PREVIEW_CHARACTERS, placeholder=" …")


def _marks(package: Package, table: Table, rows: list[Cells]) -> Iterator[dict[str, Any]]:
    """Count the rows by each column that says how well they are established."""
    for field in table.fields:
        if field.unconfirmed:
            counts = Counter(row[field.name] for row in rows)
            definitions = package.vocabularies.get(field.vocabulary, {})
            terms = [
                {"term": term, "count": counts[term], "definition": definitions.get(term, "")}
                for term in field.constraints.enum
                if counts[term]
            ]
            yield {"field": field.name, "terms": terms}


def _links(package: Package) -> list[dict[str, str]]:
    """List every foreign key as a link between tables; lists of sources are left to the section of sources."""
    return [
        {
            "from": table.name,
            "column": ", ".join(key.fields),
            "name": key.reference.resource,
            "title": package.tables[key.reference.resource].title,
        }
        for table in package.resources
        for key in table.table_schema.foreign_keys
        if key.reference.resource in package.tables
    ]
