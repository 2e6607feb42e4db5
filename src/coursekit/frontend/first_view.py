"""The first view of an exercise, as somebody meets it who has not begun: drawn when the book is built.

The page shows it at once, and its script takes it over instead of drawing it: an exercise can be used sooner, and
nothing jumps. Whoever has begun gets a view of their own work in its place.
"""

import json
from functools import cache
from typing import Any

from py_mini_racer import MiniRacer

from coursekit.frontend.assets import read_asset
from coursekit.frontend.engine import start_engine

DRAWING_TIMEOUT = 20
"""How long drawing one exercise may take: it takes some hundredths of a second."""


@cache
def _engine() -> MiniRacer:
    return start_engine(read_asset("first-view.js"))


def first_view(payload: dict[str, Any]) -> str:
    """Return the HTML of an exercise that nobody has begun, in English, under the title of its own page.

    `payload` is what the page's script gets. An exercise that brings in earlier work looks different on each device
    and has no first view: empty text. Raises what the engine raises when a view cannot be drawn, which stops the build.
    """
    if payload["exercise"]["setting"].get("earlier"):
        return ""
    # JSON text is a JavaScript literal once json.dumps has escaped it.
    return str(_engine().eval(f"courseFirstView({json.dumps(json.dumps(payload))})", timeout_sec=DRAWING_TIMEOUT))
