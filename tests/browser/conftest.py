"""Pages of the built book in a real browser, cut off from everything that is not the book."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from tests.browser.chromium import SWITCHES, find_chromium

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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = find_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=SWITCHES)
        yield browser
        browser.close()


@pytest.fixture
def new_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Open a fresh device: its own storage, offline, and any request outside the book is a failure."""
    foreign: list[str] = []
    problems: list[str] = []
    opened: list[BrowserContext] = []

    def watch(route: Route) -> None:
        if not route.request.url.startswith((BOOK.as_uri(), FACILITATOR.as_uri())):
            foreign.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    def open_device(*, width: int = 1280, height: int = 900, dark=False, touch=False, **options) -> BrowserContext:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            has_touch=touch,
            offline=True,
            **options,
        )
        context.route("**/*", watch)
        context.on("weberror", lambda error: problems.append(str(error.error)))
        context.on("console", lambda line: problems.append(line.text) if line.type in ("error", "warning") else None)
        opened.append(context)
        return context

    yield open_device
    for context in opened:
        context.close()
    assert foreign == [], f"requests outside the book: {foreign}"
    assert problems == [], f"errors in the page: {problems}"


@pytest.fixture
def page_at(new_context: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """Open a page of the book from the folder, as from a memory stick: `page_at("book/index.html", dark=True)`."""

    def open_page(path: str, **device) -> Page:
        page = new_context(**device).new_page()
        page.goto((BOOK / path).as_uri())
        return page

    return open_page


def axe_violations(page: Page) -> list[str]:
    """Run axe-core on the page as it stands; return one line for each violation and place."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    # Without preload axe fetches no style sheet, which a page opened from a folder would refuse.
    found = page.evaluate("axe.run({preload: false}).then(({violations}) => violations)")
    return [f"{v['id']}: {node['target']} {node['failureSummary']}" for v in found for node in v["nodes"]]


def settle(page: Page) -> None:
    """Let the page, by its own script, draw what it was asked for: a slow machine is not read too early."""
    page.evaluate("() => new Promise((done) => setTimeout(done, 50))")
