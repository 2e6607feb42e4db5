"""The real cases of a course as plain rows, and what may be said of their years."""

from typing import Any

from coursekit.course import Course
from coursekit.datasets.tables import dataset

Row = dict[str, Any]

NOT_ESTABLISHED = "not established"
NOT_LOOKED_UP = "not looked up"


def plain_rows(course: Course, name: str) -> list[Row]:
    """Return a dataset as plain rows: an empty cell is None, a list field a tuple."""
    table = dataset(course, name).astype(object)
    found: list[Any] = table.where(table.notna(), None).to_dict("records")
    return found


def initiatives(course: Course) -> list[Row]:
    """Return one plain row for each case, by name: an empty cell is None, a list field a tuple."""
    return sorted(plain_rows(course, course.tables.cases), key=lambda row: str(row["name"]).casefold())


def is_unconfirmed(row: Row, field: str) -> bool:
    """Say whether a cell rests on background knowledge alone, so that nothing may be drawn or counted from it."""
    return row["confidence"] == "known" or field in row["known_cells"] or "all" in row["known_cells"]


def years_in_words(row: Row) -> str:
    """Write the years of a case; what was not established or not looked up is said, never guessed."""
    start, end, status = row["start_year"], row["end_year"], row["status"]
    if start is None:
        words = NOT_ESTABLISHED if end is None else f"start {NOT_ESTABLISHED}, end {end}"
    elif status == "proposed":
        words = f"proposed in {start}"
    elif status == "one_off" and end in (None, start):
        words = f"{start}"
    elif end is not None:
        words = f"{start} to {end}"
    else:
        words = f"since {start}" if status == "active" else f"from {start}, end {NOT_ESTABLISHED}"
    given = [field for field in ("start_year", "end_year") if row[field] is not None]
    return f"{words} ({NOT_LOOKED_UP})" if any(is_unconfirmed(row, field) for field in given) else words
