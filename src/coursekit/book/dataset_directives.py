"""The data part of the book, as a Sphinx extension: pages of the datasets, downloads, and the map of the sources."""

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from coursekit.book.addresses import Page
from coursekit.book.dataset_pages import PAGES, copy_downloads, read_rows, write_dataset_pages
from coursekit.book.directives import SourceMap
from coursekit.datasets.descriptor import has_datasets, read_package
from coursekit.rendering.templating import render_file

BEFORE_THE_CONTENTS = 400
"""Priority of an event: the table of contents is read at 900 and must find the pages of the datasets."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register directives and events with Sphinx."""
    app.add_directive("data-tables", DataTables)
    app.add_directive("source-map", SourceMap)
    app.connect("config-inited", _write_pages, priority=BEFORE_THE_CONTENTS)
    app.connect("env-get-outdated", _every_page_when_one_came_or_went)
    app.connect("build-finished", _copy_downloads)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


class DataTables(SphinxDirective):
    """`{data-tables}` lists every dataset with its number of rows, in the order of the descriptor."""

    def run(self) -> list[nodes.Node]:
        """Return the list."""
        page = Page(self.env)
        folder = page.course.datasets
        page.depends_on_data()
        tables = [
            {"table": table, "address": page.to(f"{PAGES}/{table.name}"), "count": len(read_rows(folder, table))}
            for table in read_package(folder).resources
        ]
        return [nodes.raw("", render_file("data-tables.html", tables=tables), format="html")]


def _write_pages(_app: Sphinx, config: Config) -> None:
    if has_datasets(config.coursekit_course):
        write_dataset_pages(config.coursekit_course)


def _every_page_when_one_came_or_went(
    _app: Sphinx, env: BuildEnvironment, added: set[str], _changed: set[str], removed: set[str]
) -> set[str]:
    """Have every page written anew when a page came or went: each shows the contents, and some list pages."""
    return env.found_docs if added or removed else set()


def _copy_downloads(app: Sphinx, error: Exception | None) -> None:
    course = app.config.coursekit_course
    if not error and app.builder.format == "html" and has_datasets(course):
        copy_downloads(course, Path(app.outdir))
