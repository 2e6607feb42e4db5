"""HTML from small templates, with everything escaped that is not marked as safe."""

from functools import cache
from pathlib import Path
from typing import Any

import jinja2
import markupsafe

from coursekit.catalogue import catalogue
from coursekit.course import ASSETS

TEMPLATES = Path(__file__).parent / "templates"


def text(identifier: str) -> str:
    """Return a text of the interface in English; in the page, a script may put another language in its place."""
    return catalogue()[identifier]


def languages() -> list[dict[str, str]]:
    """List the languages of the interface: English first; tag, own name, and the script with its texts."""
    tags = sorted((path.stem for path in (ASSETS / "locales").glob("*.json")), key=lambda tag: (tag != "en", tag))
    return [{"tag": tag, "name": catalogue(tag)["language.name"], "script": f"interface-{tag}.js"} for tag in tags]


def direction(language: str) -> str:
    """Say in which direction a language is written, "ltr" or "rtl", as its texts say; "ltr" where it has none."""
    return catalogue(language)["language.direction"] if language in {each["tag"] for each in languages()} else "ltr"


def words(identifier: str) -> str:
    """Show an id as the page shows it: a type of actor by its name in the catalogue, else the id's own words."""
    return catalogue().get(f"type.{identifier}", identifier.replace("_", " "))


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
