"""Colours and mime type of the course's charts; apart from `charts`, so that building a page need not load Altair."""

PALETTE: dict[str, str] = {
    "ink": "#16232e",
    "muted": "#4b5b68",
    "line": "#ccd6dd",
    "across": "#0b5a83",
    "updown": "#a3430b",
    "accent-soft": "#e3f0f7",
    "updown-soft": "#fbeee4",
}
"""Colours a chart may use, by the name of the token in `frontend/tokens.css` (light values).

The book swaps each of these values for its token, so that a chart follows the reader's light or dark
mode; any other colour would stay as it is. Blue and rust stay apart for colour-blind readers and in grey.
"""
