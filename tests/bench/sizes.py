"""Bytes of what the frontend build writes."""

import gzip

from coursekit.frontend.assets import ASSETS
from tests.bench.measures import Measure

KINDS = dict.fromkeys(sorted(path.name for path in ASSETS.glob("kind-*.js")), 20)
"""The script of each kind of exercise."""

FILES = {
    "page.js": 36,
    **KINDS,
    "interface-en.js": None,
    "reading.js": None,
    "my-work.js": None,
    "page.css": None,
    "atlas.js": None,
    "vega.js": None,
    "widget.js": None,
}
"""Name and most kB, gzipped."""


def measure_sizes() -> list[Measure]:
    """Measure each file as it is and gzipped as a static host does it."""
    measures = []
    for name, most in FILES.items():
        content = (ASSETS / name).read_bytes()
        measures += [
            Measure(f"{name}, raw", "kB", len(content) / 1000),
            Measure(f"{name}, gzipped", "kB", len(gzip.compress(content, 6)) / 1000, target=most),
        ]
    return measures
