"""Bytes and requests of a first visit."""

from dataclasses import dataclass, field

from tests.bench.browser import first_visit, go
from tests.bench.measures import Measure

PAGES = {
    "chapter with charts": ("chapters/04-across.html", 155),
    "designer exercise": ("exercises/harbour-cities.html", 135),
    "My work": ("book/my-work.html", 150),
    "text page": ("book/how-to-use.html", None),
}
"""Name, address and most kB of each page that is weighed."""

SETTLE_MILLISECONDS = 500


@dataclass
class Visit:
    """What a page asked for, each address with its bytes as they came over the line, headers included."""

    received: dict[str, int] = field(default_factory=dict)
    requests: int = 0
    foreign: list[str] = field(default_factory=list)

    @property
    def kilobytes(self) -> float:
        return sum(self.received.values()) / 1000


def visit(browser, site: str, path: str) -> Visit:
    """Open a page on a fresh device and count everything until the network is still."""
    seen = Visit()
    addresses = {}

    def asked(event):
        url = event["request"]["url"]
        if url.startswith(site):
            addresses[event["requestId"]] = url.removeprefix(f"{site}/")
            seen.requests += 1
        elif url.startswith("http"):
            seen.foreign.append(url)

    def received(event):
        if event["requestId"] in addresses:
            seen.received[addresses[event["requestId"]]] = int(event["encodedDataLength"])

    with first_visit(browser) as (page, devtools):
        devtools.on("Network.requestWillBeSent", asked)
        devtools.on("Network.loadingFinished", received)
        go(page, f"{site}/{path}", wait_until="networkidle")
        page.evaluate("document.fonts.ready.then(() => undefined)")
        page.wait_for_timeout(SETTLE_MILLISECONDS)
    if len(seen.received) < len(set(addresses.values())):
        missing = set(addresses.values()) - set(seen.received)
        raise RuntimeError(f"{path}: never arrived whole: {', '.join(sorted(missing))}")
    return seen


def weigh(browser, course_site: str, stock_site: str) -> tuple[list[Measure], dict]:
    """Weigh each page in both books; also return the bytes of each file, heaviest first."""
    measures, files = [], {}
    for name, (path, most) in PAGES.items():
        course, stock = visit(browser, course_site, path), visit(browser, stock_site, path)
        measures += [
            Measure(f"{name}: bytes", "kB", course.kilobytes, stock.kilobytes, most),
            Measure(f"{name}: requests", "", course.requests, stock.requests),
            Measure(f"{name}: third-party requests", "", len(course.foreign), len(stock.foreign), 0),
        ]
        files[path] = {
            book: {
                "received": dict(sorted(seen.received.items(), key=lambda item: -item[1])),
                "third_party": seen.foreign,
            }
            for book, seen in (("course", course), ("stock", stock))
        }
    return measures, files
