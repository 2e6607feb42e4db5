"""HTML from small templates, with everything escaped that is not marked as safe."""

from functools import cache
from pathlib import Path
from typing import Any

import jinja2
import markupsafe

from coursekit.frontend.catalogue import catalogue, text

TEMPLATES = Path(__file__).parent / "templates"


@jinja2.pass_context
def words(context: jinja2.runtime.Context, identifier: str) -> str:
    """Show an id as the page shows it: a type of actor by its name, else the id's own words.

    The name is that of the course, in the template's `texts`, or that of the interface.
    """
    names = catalogue() | context.get("texts", {})
    return str(names.get(f"type.{identifier}", identifier.replace("_", " ")))


def translatable(identifier: str) -> markupsafe.Markup:
    """Return a text of the interface in English, marked so that a script can put the reader's language in its place."""
    return markupsafe.Markup('<span data-text="{}">{}</span>').format(identifier, text(identifier))


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        autoescape=True,
        keep_trailing_newline=True,
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=jinja2.StrictUndefined,
    )
    environment.filters["words"] = words
    environment.globals |= {"text": text, "translatable": translatable}
    return environment


def render_file(name: str, /, **values: Any) -> str:
    """Fill a template of this package, such as "chart.html". An undeclared name raises jinja2.UndefinedError."""
    return _environment().get_template(name).render(**values)


def render(template: str, **values: Any) -> str:
    """Fill a template given as text. An undeclared name raises jinja2.UndefinedError."""
    return _environment().from_string(template).render(**values)
