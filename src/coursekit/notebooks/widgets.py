"""Exercises as live widgets in Jupyter: the same page code, with the answer and the result as traits."""

from collections.abc import Iterable
from typing import Any

import anywidget
import traitlets

from coursekit.citations.references import Reference
from coursekit.course import Course
from coursekit.exercises.models import Exercise, Question, Solution
from coursekit.exercises.payload import exercise_data, page_payload
from coursekit.exercises.question_bank import make_guess, make_older_questions, reviewed_questions
from coursekit.exercises.reader import all_exercises, find_solution, named_exercise
from coursekit.frontend.assets import read_asset
from coursekit.grading.grader import Grade, grade, shared_grader
from coursekit.mime import EXERCISE_MIME
from coursekit.rendering.exercise import linked, linked_question


class ExerciseWidget(anywidget.AnyWidget):
    """One exercise. `answer` is what the trainee built, `result` the grade of the last check; both can be set.

    >>> widget = exercise(course, "harbour-cities")
    >>> widget.observe(lambda change: print(change["new"]), "result")
    """

    _esm = read_asset("widget.js")
    _css = read_asset("widget.css")
    payload = traitlets.Dict().tag(sync=True)
    answer = traitlets.Dict().tag(sync=True)
    result = traitlets.Dict().tag(sync=True)

    def __init__(
        self, course: Course, exercise: Exercise, solution: Solution | None, reviews: Iterable[Question] = ()
    ) -> None:
        self._course, self._exercise = course, exercise
        answer = shared_grader(course).empty_answer(exercise)
        linked_reviews = [linked_question(course, question, _no_address) for question in reviews]
        payload = page_payload(course, exercise, solution, linked_reviews)
        payload["exercise"] = linked(course, payload["exercise"], _no_address)
        payload["texts"] = {language: course.texts(language) for language in course.text_languages}
        super().__init__(payload=payload, answer=answer)

    def check(self) -> Grade:
        """Grade the present answer as the Check button does. Raises AnswerRefusedError."""
        result = grade(self._course, self._exercise, self.answer)
        self.result = dict(result)
        return result

    def __repr__(self) -> str:
        """Depend on the exercise only: a memory address would differ at each run."""
        exercise = self._exercise
        minutes = "1 minute" if exercise.minutes == 1 else f"{exercise.minutes} minutes"
        return f"{exercise.number} {exercise.title} ({minutes}): run this cell to open the exercise."

    def _repr_mimebundle_(self, **options: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data, metadata = super()._repr_mimebundle_(**options) or ({}, {})
        return {**data, "text/plain": repr(self), EXERCISE_MIME: exercise_data(self._exercise)}, metadata


def _no_address(_: Reference) -> str:
    """In a notebook no page shows a source: it is named, not linked."""
    return ""


def exercise(course: Course, name: str) -> ExerciseWidget:
    """Show an exercise by its word id or number, such as "harbour-cities". Raises UnknownExerciseError."""
    exercises = all_exercises(course)
    found = named_exercise(name, exercises)
    return ExerciseWidget(course, found, find_solution(course, found), reviewed_questions(found, exercises))


def guess(course: Course, *questions: str) -> ExerciseWidget:
    """Show questions of the chapter's quiz before it is read, unscored: such as "Q5.2" and "Q5.5".

    Raises GuessError and UnknownQuestionError.
    """
    return ExerciseWidget(course, make_guess(questions, all_exercises(course)), None)


def older_questions(course: Course, chapter: int) -> ExerciseWidget:
    """Show two questions of earlier chapters in this one. Raises NoOlderQuestionsError."""
    return ExerciseWidget(course, make_older_questions(chapter, all_exercises(course)), None)
