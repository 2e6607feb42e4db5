"""The interface's texts, for what Python writes into a page."""

import json
from functools import cache

from coursekit.course import read_asset


@cache
def catalogue(language: str = "en") -> dict[str, str]:
    """Return every text of the interface by its id."""
    texts: dict[str, str] = json.loads(read_asset(f"locales/{language}.json"))
    return texts
