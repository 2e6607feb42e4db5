"""The words of the course: each defined once, in a chapter, and listed in the glossary, to which first uses lead.

A first use is found by its letters. Where a word means something else, the author marks it: {everyday}`level`.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective, SphinxRole

from coursekit.book.addresses import Page
from coursekit.course import Course
from coursekit.rendering.templating import render_file

GLOSSARY_PAGE = "book/glossary"
DEFINITIONS = re.compile(r":::\{admonition\}[^\n]*\n:class: definition\n(.*?)\n:::", re.DOTALL)
EVERYDAY = "everyday"
"""The role, and the class, of a word that is meant as everybody means it and not as the course defines it."""

NO_LINKS_IN = {"cell", "outcomes", "before-you-read", EVERYDAY}
"""Classes of boxes that a reader should not be led away from, and of words that are not the course's own."""

SENTENCE_START = re.compile(r"""(?:^|[.!?:]["'\u201d\u2019)]*\s+)["'\u201c\u2018(]*$""")
"""What stands before the first word of a sentence."""

ENTRY = re.compile(r"^\*\*(.+?)\*\*\n: (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Term:
    """A word as a chapter defines it. `short` is the abbreviation in its brackets, empty where it has none."""

    name: str
    short: str
    definition: str
    docname: str

    @property
    def anchor(self) -> str:
        """The place of the word in the glossary."""
        return "term-" + re.sub(r"[^a-z0-9]+", "-", self.name.lower()).strip("-")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive and the links with Sphinx."""
    app.add_directive("course-glossary", Glossary)
    app.add_role(EVERYDAY, EverydayRole())
    app.connect("doctree-read", _link_first_uses)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


@cache
def course_terms(course: Course) -> tuple[Term, ...]:
    """List every word that a chapter defines, in alphabetical order."""
    terms = []
    for path in course.chapters:
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            for block in DEFINITIONS.findall("".join(cell["source"]) if cell["cell_type"] == "markdown" else ""):
                for name, definition in ENTRY.findall(block):
                    full, _, short = name.partition(" (")
                    terms.append(Term(full, short.removesuffix(")"), _plain(definition), f"chapters/{path.stem}"))
    return tuple(sorted(terms, key=lambda term: term.name.casefold()))


def _plain(text: str) -> str:
    """Take roles, links and emphasis out of a sentence of MyST."""
    text = re.sub(r"\s*\{source\}`[^`]*`", "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"[*_`]{1,2}(\S[^*_`]*?)[*_`]{1,2}", r"\1", text).strip()


class Glossary(SphinxDirective):
    """`{course-glossary}` lists every word that a chapter defines, with a link to the chapter."""

    def run(self) -> list[nodes.Node]:
        """Return the list."""
        page = Page(self.env)
        page.depends_on(page.course.folder / "chapters", "*.ipynb")
        entries = [(term, page.to(term.docname)) for term in course_terms(page.course)]
        return [nodes.raw("", render_file("glossary.html", entries=entries), format="html")]


class EverydayRole(SphinxRole):
    """`{everyday}` keeps a word from leading to the glossary: in "the deepest level" a level is not the course's."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the word as it stands."""
        return [nodes.inline("", self.text, classes=[EVERYDAY])], []


def _link_first_uses(app: Sphinx, doctree: nodes.document) -> None:
    """Lead from the first use of each word in a chapter to the glossary, unless the chapter itself defines it."""
    if not app.env.docname.startswith("chapters/"):
        return
    page = Page(app.env)
    waiting = [term for term in course_terms(page.course) if term.docname != app.env.docname]
    for text in [node for node in doctree.findall(nodes.Text) if _is_prose(node)]:
        before = _before(text)
        found = [(match.start(), term, match) for term in waiting if (match := first_use(term, text, before))]
        if not found:
            continue
        # The longest word that starts first: "coherence" must not take a piece of "policy coherence".
        _, term, match = min(found, key=lambda each: (each[0], -len(each[1].name)))
        waiting.remove(term)
        address = f"{page.to(GLOSSARY_PAGE)}#{term.anchor}"
        link = nodes.reference("", match.group(), refuri=address, classes=["term"], internal=True)
        text.parent.replace(text, [nodes.Text(text[: match.start()]), link, nodes.Text(text[match.end() :])])


def first_use(term: Term, text: str, before: str = "") -> re.Match[str] | None:
    """Find a word in a text that follows `before` in its paragraph; a capital in mid-sentence is somebody's name.

    So the European Commission is not led to what the course says of commissions. Words joined by a hyphen count as
    one: "high-level" holds no level.
    """
    for match in _use(term).finditer(text):
        word = match.group()
        is_a_name = " " not in word and word[:2].istitle()
        if not is_a_name or SENTENCE_START.search(before + text[: match.start()]):
            return match
    return None


@cache
def _use(term: Term) -> re.Pattern[str]:
    names = re.escape(term.name) + (f"|{re.escape(term.short)}" if term.short else "")
    return re.compile(rf"(?<![\w-])(?:{names})s?(?![\w-])", re.IGNORECASE if not term.short else 0)


def _before(text: nodes.Text) -> str:
    """Return what stands before a text in its paragraph, links and emphasis included."""
    before = ""
    node: nodes.Node = text
    while node.parent is not None and not isinstance(node, nodes.paragraph):
        earlier = ""
        for sibling in node.parent.children:
            if sibling is node:
                break
            earlier += sibling.astext()
        before = earlier + before
        node = node.parent
    return before


def _is_prose(text: nodes.Text) -> bool:
    """Say whether a text stands in a running sentence of the page, where a link does not disturb."""
    within: nodes.Node | None = text.parent
    in_paragraph = False
    while within is not None:
        if isinstance(
            within,
            nodes.title
            | nodes.reference
            | addnodes.pending_xref
            | nodes.literal
            | nodes.raw
            | nodes.table
            | nodes.term,
        ):
            return False
        if isinstance(within, nodes.Element) and NO_LINKS_IN & set(within.get("classes", [])):
            return False
        in_paragraph = in_paragraph or isinstance(within, nodes.paragraph)
        within = within.parent
    return in_paragraph
