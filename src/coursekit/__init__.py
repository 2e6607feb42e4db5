"""The toolkit that builds a training course: exercises with one grader, typed datasets, a book that works offline.

Notebooks of a course import from here alone.

>>> from coursekit import dataset, exercise
>>> dataset("initiatives")
>>> exercise("harbour-cities")
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coursekit.charts.figure import figure
    from coursekit.charts.palette import PALETTE
    from coursekit.public import (
        all_exercises,
        cite,
        current_course,
        dataset,
        exercise,
        find_exercise,
        find_solution,
        grade,
        grade_table,
        graded_answers,
        guess,
        older_questions,
        show_answer,
        sources,
        ties_chart,
    )

__version__ = "0.1.0"

__all__ = [
    "PALETTE",
    "all_exercises",
    "cite",
    "current_course",
    "dataset",
    "exercise",
    "figure",
    "find_exercise",
    "find_solution",
    "grade",
    "grade_table",
    "graded_answers",
    "guess",
    "older_questions",
    "show_answer",
    "sources",
    "ties_chart",
]

_CHARTS = {"PALETTE": "charts.palette", "figure": "charts.figure"}
"""Names that need no course; every other public name stands in `public`."""


def __getattr__(name: str) -> object:
    """Load a public name on first use: the grader need not wait for pandas, nor the chapters for the grader."""
    if name not in __all__:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module(f"{__name__}.{_CHARTS.get(name, 'public')}"), name)
