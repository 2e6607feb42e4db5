"""HTML from small templates, with everything escaped that is not marked as safe."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import jinja2

from coursekit.course import read_asset

TEMPLATES = Path(__file__).parent / "templates"


def words(identifier: str) -> str:
    """Show an id as the page shows it: a type of actor by its name in the catalogue, else the id's own words."""
    return _catalogue().get(f"type.{identifier}", identifier.replace("_", " "))


@cache
def _catalogue() -> dict[str, str]:
    catalogue: dict[str, str] = json.loads(read_asset("locales/en.json"))
    return catalogue


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
