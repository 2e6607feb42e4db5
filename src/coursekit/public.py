"""What notebooks and tests of a course use, without naming the course: it is found here, from the working directory.

Each name loads what it needs when it is first used: reading a table need not wait for the grader, nor the other way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.course import Course, find_course

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    from coursekit.exercises.models import Answer, Exercise, Solution
    from coursekit.grading.grader import Grade
    from coursekit.grading.solutions import GradedAnswer
    from coursekit.notebooks.solutions import ShownAnswer
    from coursekit.notebooks.widgets import ExerciseWidget


def current_course() -> Course:
    """Return the course in which one works: its folder and its settings. Raises CourseNotFoundError."""
    return find_course()


def dataset(name: str, *, confirmed: bool = False) -> pd.DataFrame:
    """Read a dataset of the course as a typed DataFrame, in the order of its file; each call gives a copy of its own.

    Columns: text `string`, whole numbers `Int64`, other numbers `Float64`, yes or no `boolean`, a field with a
    vocabulary `category`, a list field tuples of str; an empty cell is `<NA>`. With `confirmed`, rows that were not
    looked up are left out and single cells that were not are empty: charts and claims use no others.

    Raises UnknownDatasetError, BrokenCellError, BrokenFileError.

    >>> dataset("gfmd_summits")[["year", "city"]].head(1).to_dict("records")
    [{'year': 2007, 'city': 'Brussels'}]
    """
    from coursekit.datasets import tables

    return tables.dataset(current_course(), name, confirmed=confirmed)


def sources(name: str) -> pd.DataFrame:
    """Return the records of all sources that a dataset cites. Raises UnknownDatasetError."""
    from coursekit.datasets import tables

    return tables.sources(current_course(), name)


def cite(source_id: str) -> str:
    """Write a source as one plain line: title, publisher, year, address, as far as known. Raises UnknownSourceError.

    >>> cite("bureau-2019")
    'Rainfall of the valley. Bureau of weather, 2019. https://weather.example/valley'
    """
    from coursekit.datasets import tables

    return tables.cite(current_course(), source_id)


def exercise(name: str) -> ExerciseWidget:
    """Show an exercise by its word id or number, live: `exercise("harbour-cities")`. Raises UnknownExerciseError."""
    from coursekit.notebooks import widgets

    return widgets.exercise(current_course(), name)


def guess(*questions: str) -> ExerciseWidget:
    """Show questions of the chapter's quiz before it is read, unscored: `guess("Q5.2", "Q5.5")`.

    Raises GuessError and UnknownQuestionError.
    """
    from coursekit.notebooks import widgets

    return widgets.guess(current_course(), *questions)


def older_questions(chapter: int) -> ExerciseWidget:
    """Show two questions of earlier chapters in this one. Raises NoOlderQuestionsError."""
    from coursekit.notebooks import widgets

    return widgets.older_questions(current_course(), chapter)


def all_exercises() -> list[Exercise]:
    """Return every exercise, quiz and test of the course, ordered by number."""
    from coursekit.exercises import reader

    return reader.all_exercises(current_course())


def find_exercise(name: str) -> Exercise:
    """Find an exercise by its word id or its number. Raises UnknownExerciseError.

    >>> find_exercise("E4.1").id
    'harbour-cities'
    """
    from coursekit.exercises import reader

    return reader.find_exercise(current_course(), name)


def find_solution(exercise: Exercise) -> Solution | None:
    """Read the solution of an exercise, or give None where it has none, as quizzes."""
    from coursekit.exercises import reader

    return reader.find_solution(current_course(), exercise)


def grade(exercise: Exercise, answer: Answer) -> Grade:
    """Grade one answer to one exercise. Raises AnswerRefusedError with a plain sentence.

    >>> nothing_yet = {"actors": [], "ties": [], "convener": None, "objective": None}
    >>> grade(find_exercise("harbour-cities"), nothing_yet)["points"]
    0
    """
    from coursekit.grading import grader

    return grader.grade(current_course(), exercise, answer)


def graded_answers(name: str) -> list[GradedAnswer]:
    """Grade every answer of an exercise's solution. Raises UnknownExerciseError and NoSolutionError."""
    from coursekit.grading import solutions

    return solutions.graded_answers(current_course(), name)


def grade_table(name: str) -> pd.DataFrame:
    """Return criteria by answers: the points where a criterion is met, a dash where it is not."""
    from coursekit.notebooks import solutions

    return solutions.grade_table(current_course(), name)


def show_answer(name: str, answer_name: str) -> ShownAnswer:
    """Show an answer of an exercise's solution, such as "model", as the exercise itself would show it.

    Raises UnknownExerciseError, NoSolutionError, UnknownAnswerError.
    """
    from coursekit.notebooks import solutions

    return solutions.show_answer(current_course(), name, answer_name)


def ties_chart() -> alt.LayerChart | alt.FacetChart:
    """Draw the coded ties of the course, level by level. Raises NoTiesPictureError."""
    from coursekit.charts import ties

    return ties.ties_chart(current_course())
