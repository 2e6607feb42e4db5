"""The toolkit behind the course 'Working together on migration'.

>>> from coursekit import dataset, exercise
>>> dataset("initiatives")
>>> exercise("harbour-cities")
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coursekit.charts.figure import figure
    from coursekit.charts.palette import PALETTE
    from coursekit.charts.ties import ties_chart
    from coursekit.datasets.tables import cite, dataset, sources
    from coursekit.exercises.reader import find_exercise
    from coursekit.grading.grader import grade
    from coursekit.grading.solutions import graded_answers
    from coursekit.notebooks.solutions import grade_table, show_answer
    from coursekit.notebooks.widgets import exercise, guess, older_questions

_PUBLIC = {
    "PALETTE": "charts.palette",
    "cite": "datasets.tables",
    "dataset": "datasets.tables",
    "exercise": "notebooks.widgets",
    "figure": "charts.figure",
    "find_exercise": "exercises.reader",
    "grade": "grading.grader",
    "grade_table": "notebooks.solutions",
    "graded_answers": "grading.solutions",
    "guess": "notebooks.widgets",
    "older_questions": "notebooks.widgets",
    "show_answer": "notebooks.solutions",
    "sources": "datasets.tables",
    "ties_chart": "charts.ties",
}
"""Where each public name lives. The imports above say the same to type checkers; a test compares the two."""

__version__ = "0.1.0"

__all__ = [
    "PALETTE",
    "cite",
    "dataset",
    "exercise",
    "figure",
    "find_exercise",
    "grade",
    "grade_table",
    "graded_answers",
    "guess",
    "older_questions",
    "show_answer",
    "sources",
    "ties_chart",
]


def __getattr__(name: str) -> object:
    """Load a public name on first use: the grader need not wait for pandas, nor the chapters for the grader."""
    if name not in _PUBLIC:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module(f"{__name__}.{_PUBLIC[name]}"), name)
