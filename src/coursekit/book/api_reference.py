"""`{api-reference}` lists the public names of the toolkit with what their docstrings say: nobody writes them twice."""

import inspect
import re
from collections.abc import Iterator

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import coursekit
from coursekit.rendering.templating import render_file

EXAMPLE = re.compile(r"^>>> ", re.MULTILINE)
"""Where a paragraph of a docstring is an example."""


class ApiReference(SphinxDirective):
    """`{api-reference}` shows each public function with its signature, its docstring and its examples."""

    def run(self) -> list[nodes.Node]:
        """Return the list, by name."""
        html = render_file("api-reference.html", entries=list(public_names()))
        return [nodes.raw("", html, format="html")]


def public_names() -> Iterator[dict[str, object]]:
    """Give each public name: `name`, `signature` (empty where it cannot be called) and `parts` of its docstring.

    A part is text and whether it is an example. What is no function, such as the palette, is described by its kind.
    """
    for name in coursekit.__all__:
        value = getattr(coursekit, name)
        is_called = inspect.isfunction(value)
        text = inspect.getdoc(value) if is_called else f"A {type(value).__name__} of {len(value)} entries."
        parts = [(part, bool(EXAMPLE.search(part))) for part in (text or "").split("\n\n")]
        signature = str(inspect.signature(value)).replace("'", "") if is_called else ""
        yield {"name": name, "signature": signature, "parts": parts}


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive with Sphinx."""
    app.add_directive("api-reference", ApiReference)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
