"""The prose of the course by file: chapters, exercises, solutions, pages, texts of the interface."""

import json
from pathlib import Path

import yaml

from coursekit.notebooks.text import running_text

ROOT = Path(__file__).parents[2]
CHAPTERS = sorted((ROOT / "chapters").glob("*.ipynb"))


def texts_in(value) -> list[str]:
    """Return every text in the values of a file's data, however deep."""
    if isinstance(value, dict):
        return [text for inner in value.values() for text in texts_in(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in texts_in(inner)]
    return [value] if isinstance(value, str) else []


def all_prose() -> dict[str, str]:
    """Map each file of the course that a reader meets to its text."""
    pages = [path for folder in ("chapters", "exercises", "solutions") for path in (ROOT / folder).rglob("*.ipynb")]
    pages += [path for path in (ROOT / "book").rglob("*.md") if path.parent.name != "datasets"]
    data = [path for folder in ("exercises", "solutions") for path in (ROOT / folder).rglob("*.yaml")]
    catalogues = list((ROOT / "frontend").rglob("locales/en.json"))
    found = {path: running_text(path) for path in pages}
    found |= {path: _joined(_our_words(yaml.safe_load(path.read_text(encoding="utf-8")))) for path in data}
    found |= {path: _joined(json.loads(path.read_text(encoding="utf-8"))) for path in catalogues}
    return {path.relative_to(ROOT).as_posix(): text for path, text in sorted(found.items())}


def _our_words(data):
    """Return a file's data without what people answered: that has slips on purpose and is in several languages."""
    if not isinstance(data, dict):
        return data
    listed = {
        key: [{part: text for part, text in entry.items() if part not in ("answer", "also")} for entry in data[key]]
        for key in ("wrong", "sound")
        if key in data
    }
    return data | listed


def _joined(data) -> str:
    return "\n\n".join(texts_in(data))
