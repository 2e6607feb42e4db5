"""A Chromium that reaches this machine and nothing else, and a fresh device for each visit."""

from contextlib import contextmanager

from playwright.sync_api import sync_playwright

from tests.browser.chromium import SWITCHES, find_chromium

# Other hosts fail at the name, as on a machine without a network; each attempt is still seen and counted.
NO_OTHER_HOST = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


@contextmanager
def chromium():
    """Start the browser of the benchmarks."""
    executable = find_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=[*SWITCHES, NO_OTHER_HOST])
        yield browser
        browser.close()


@contextmanager
def first_visit(browser):
    """Give a page and its DevTools session on a device that has never seen the site."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    try:
        page = context.new_page()
        devtools = context.new_cdp_session(page)
        devtools.send("Network.enable")
        devtools.send("Network.setCacheDisabled", {"cacheDisabled": True})
        yield page, devtools
    finally:
        context.close()


def go(page, address: str, **options) -> None:
    """Open an address, which must exist."""
    answer = page.goto(address, **options)
    if not answer.ok:
        raise RuntimeError(f"{address}: {answer.status}. Build the book first: make book.")
