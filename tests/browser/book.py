"""The built book as the browser tests find it: where it is, its pages, and what is asked of a page."""

from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
BOOK = ROOT / "_build" / "html"
FACILITATOR = ROOT / "_build" / "facilitator"
"""The other edition: the same pages and the solutions."""
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


def book_pages() -> list[str]:
    """List every page of the built book, so that a new page is tested without a line of code.

    The first page only leads on to the landing page and has a test of its own.
    """
    return sorted(path.relative_to(BOOK).as_posix() for path in BOOK.rglob("*.html") if path != BOOK / "index.html")


def axe_violations(page: Page) -> list[str]:
    """Run axe-core on the page as it stands; return one line for each violation and place."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    # Without preload axe fetches no style sheet, which a page opened from a folder would refuse.
    found = page.evaluate("axe.run({preload: false}).then(({violations}) => violations)")
    return [f"{v['id']}: {node['target']} {node['failureSummary']}" for v in found for node in v["nodes"]]


def settle(page: Page) -> None:
    """Let the page, by its own script, draw what it was asked for: a slow machine is not read too early."""
    page.evaluate("() => new Promise((done) => setTimeout(done, 50))")
