"""The atlas is light, and no other page carries it."""

import gzip
import re

from tests.browser.book import BOOK

PAGE = "book/atlas.html"
MAX_BYTES = 400_000


def test_page_is_light():
    """All that the page loads before someone asks for the live chart, compressed as a server sends it."""
    html = (BOOK / PAGE).read_text(encoding="utf-8")
    files = set(re.findall(r'(?:src|href)="([^"?]+\.(?:js|css|svg))[?"]', html))
    paths = [BOOK / PAGE, *(BOOK / "book" / file for file in files), *(BOOK / "_static").glob("*.woff2")]
    total = sum(len(gzip.compress(path.read_bytes())) for path in paths)
    assert total < MAX_BYTES, f"{total} bytes"
    assert {path.name for path in paths} & {"atlas.js", "vega.js"} == {"atlas.js"}


def test_other_pages_do_not_load_the_atlas():
    for path in BOOK.rglob("*.html"):
        if path != BOOK / PAGE:
            assert "atlas.js" not in path.read_text(encoding="utf-8")
