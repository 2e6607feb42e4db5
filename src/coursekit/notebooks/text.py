"""The text of a notebook or page: as it is written, and as one reads it."""

import json
import re
from pathlib import Path


def markdown_of(path: Path) -> str:
    """Return the markdown cells of a notebook, or the text of a page."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".ipynb":
        return text
    cells = json.loads(text)["cells"]
    return "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")


def running_text(path: Path) -> str:
    """Return the text of a notebook or page as one reads it: without directives, roles, links, code and marks."""
    text = markdown_of(path)
    text = re.sub(r"```\{.*?```", " ", text, flags=re.DOTALL)
    text = re.sub(r"<svg.*?</svg>", " ", text, flags=re.DOTALL)
    text = re.sub(r"\{glue:text\}`[^`]*`", "1", text)
    text = re.sub(r"\{everyday\}`([^`]*)`", r"\1", text)
    text = re.sub(r"\s*\{\w+\}`[^`]*`", "", text)
    text = re.sub(r"^:.*$|^\([\w-]+\)=$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"<[^>]+>|`[^`]*`", " ", text)
    return re.sub(r"[*_|#]+", " ", text)
