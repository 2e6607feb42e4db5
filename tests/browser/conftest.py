"""Pages of the built book in a real browser, cut off from everything that is not the book."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from tests.browser.book import BOOK, FACILITATOR
from tests.browser.chromium import SWITCHES, find_chromium
from tests.browser.dossier_page import open_dossier
from tests.browser.exercise_page import ExercisePage, open_exercise


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


@pytest.fixture
def exercise_at(page_at: Callable[..., Page]) -> Callable[..., ExercisePage]:
    """Open the page of an exercise: `exercise_at("national-plan", width=360)`."""
    return partial(open_exercise, page_at)


@pytest.fixture
def dossier(page_at: Callable[..., Page]) -> Callable[..., ExercisePage]:
    """Open the page of the dossier, with an answer or as somebody finds it who begins."""
    return partial(open_dossier, page_at)
