"""The interface's texts, for what Python writes into a page."""

import json
from functools import cache

from coursekit.frontend.assets import ASSETS, read_asset


@cache
def catalogue(language: str = "en") -> dict[str, str]:
    """Return every text of the interface by its id."""
    texts: dict[str, str] = json.loads(read_asset(f"locales/{language}.json"))
    return texts


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
