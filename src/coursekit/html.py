"""HTML from small templates, with everything escaped that is not marked as safe."""

from functools import cache
from pathlib import Path
from typing import Any

import jinja2

TEMPLATES = Path(__file__).parent / "templates"


def words(identifier: str) -> str:
    """Show an id of the vocabulary as words: "local_gov" as "local gov" unless a better name is known."""
    return VOCABULARY.get(identifier, identifier.replace("_", " "))


VOCABULARY = {
    "global_body": "global body",
    "hri": "human-rights institution",
    "int_org": "international organization",
    "local_gov": "local government",
    "national_gov": "national government",
    "private": "private sector",
    "rcp": "regional consultative process",
    "regional_body": "regional body",
    "union": "trade union",
}
"""Names of actor types where the id alone does not say it."""


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        autoescape=True,
        keep_trailing_newline=True,
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=jinja2.StrictUndefined,
    )
    environment.filters["words"] = words
    return environment


def render_file(name: str, /, **values: Any) -> str:
    """Fill a template of this package, such as "chart.html". An undeclared name raises jinja2.UndefinedError."""
    return _environment().get_template(name).render(**values)


def render(template: str, **values: Any) -> str:
    """Fill a template given as text. An undeclared name raises jinja2.UndefinedError."""
    return _environment().from_string(template).render(**values)
