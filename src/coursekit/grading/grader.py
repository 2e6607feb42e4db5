"""The grader of the page, run in an embedded JavaScript engine, so that Python gives the same grades."""

import json
from collections.abc import Iterable
from functools import cache
from typing import TypedDict

import msgspec
from py_mini_racer import JSEvalException, JSTimeoutException

from coursekit.course import Course, CourseError
from coursekit.exercises.models import Answer, Exercise
from coursekit.exercises.payload import Misconception, working_data
from coursekit.frontend.assets import read_asset
from coursekit.frontend.engine import start_engine

GRADING_TIMEOUT = 2
"""An answer that takes longer is refused: real ones take some milliseconds, the longest less than half a second."""

LOADING_TIMEOUT = 5
"""What has no single answer to wait for may take longer: loading an exercise, checking it, describing."""

TOO_LONG = "Grading this answer took too long, more than {seconds} s. Make the answer smaller."
GRADER_FAILED = "The grader failed on this answer: {reason}. That is a fault of the course; please report it."
CANNOT_GRADE = "This exercise cannot be graded: {reason} Run coursekit check."
EXERCISE_FAULT = "This exercise has a fault and cannot be graded; run coursekit check."
NOT_JSON = "The answer holds something that JSON cannot: a number that is not finite, or endless nesting."


class GradedCriterion(TypedDict):
    """One criterion of a grade."""

    id: str
    met: bool
    points: int
    message: str
    source: str


class Grade(TypedDict):
    """What an answer reached: points out of max_points, and whether it passed."""

    exercise: str
    version: str
    criteria: list[GradedCriterion]
    points: int
    max_points: int
    passed: bool


class AnswerRefusedError(CourseError, ValueError):
    """An answer that cannot be graded; the message is a plain sentence for the person who gave it."""


class CriterionFault(msgspec.Struct, frozen=True):
    """A criterion that does not work; `place` is the expression with a caret under the fault."""

    criterion: str
    expression: str
    reason: str
    place: str


class Grader:
    """Grades answers to any exercise of a course; one embedded engine, exercises loaded as they come."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self._engine = start_engine(read_asset("grader.js"))
        self._call("texts", json.dumps({"en": course.texts("en")}))
        self._loaded: dict[str, Exercise] = {}
        self._refused: dict[str, tuple[Exercise, str]] = {}

    def grade(self, exercise: Exercise, answer: object) -> Grade:
        """Grade one answer: any value that JSON can hold. Raises AnswerRefusedError."""
        self._load(exercise)
        try:
            answer_json = json.dumps(answer, allow_nan=False)
        except (ValueError, TypeError, RecursionError) as error:
            raise AnswerRefusedError(NOT_JSON) from error
        reply = json.loads(self._call("grade", exercise.id, answer_json, seconds=GRADING_TIMEOUT))
        if "error" in reply:
            raise AnswerRefusedError(reply["error"]["message"])
        grade: Grade = reply
        return grade

    def empty_answer(self, exercise: Exercise) -> Answer:
        """Return the answer of someone who has not started."""
        answer: Answer = json.loads(self._call("empty", self._as_json(exercise)))
        return answer

    def signs(self, exercise: Exercise, misconceptions: Iterable[Misconception], answer: Answer) -> list[str]:
        """Return the ids of the misconceptions that show in an answer. Raises AnswerRefusedError."""
        signs_json = json.dumps([msgspec.to_builtins(each) for each in misconceptions])
        reply = json.loads(self._call("signs", self._as_json(exercise), signs_json, json.dumps(answer)))
        if isinstance(reply, dict):
            raise AnswerRefusedError(reply["error"])
        found: list[str] = reply
        return found

    def describe(self, exercise: Exercise, answer: Answer) -> list[str]:
        """Say an answer in words, one line for each thing: the words that the page prints."""
        lines: list[str] = json.loads(self._call("describe", self._as_json(exercise), json.dumps(answer)))
        return lines

    def faults(self, exercise: Exercise, answers: Iterable[Answer] = ()) -> list[CriterionFault]:
        """List the criteria that do not compile, or that break on the empty answer or on one of these."""
        found = json.loads(self._call("check", self._as_json(exercise), json.dumps(list(answers))))
        return msgspec.convert(found, list[CriterionFault])

    def _load(self, exercise: Exercise) -> None:
        if self._loaded.get(exercise.id) is exercise:
            return
        refused, reason = self._refused.get(exercise.id, (None, ""))
        if refused is exercise:  # trying a fault again for each answer is slow
            raise AnswerRefusedError(reason)
        try:
            self._call("load", self._as_json(exercise), failed=EXERCISE_FAULT)
        except AnswerRefusedError as error:
            self._refused[exercise.id] = exercise, str(error)
            raise
        self._loaded[exercise.id] = exercise

    def _as_json(self, exercise: Exercise) -> str:
        """Write an exercise with what the course adds; a neighbour that cannot be used makes it one without grade."""
        try:
            return json.dumps(working_data(self.course, exercise))
        except CourseError as error:
            raise AnswerRefusedError(CANNOT_GRADE.format(reason=error)) from error

    def _call(self, function: str, *arguments: str, failed: str = GRADER_FAILED, seconds: int = LOADING_TIMEOUT) -> str:
        # JSON text is a JavaScript literal once json.dumps has escaped it, so one eval carries it over.
        literals = ", ".join(json.dumps(argument) for argument in arguments)
        try:
            result = self._engine.eval(f"coursekit.{function}({literals})", timeout_sec=seconds)
        except JSTimeoutException as error:
            raise AnswerRefusedError(TOO_LONG.format(seconds=seconds)) from error
        except JSEvalException as error:
            raise AnswerRefusedError(failed.format(reason=str(error).strip().splitlines()[0])) from error
        return str(result)


@cache
def shared_grader(course: Course) -> Grader:
    """Return the one grader of a course in this process: an engine takes a while to start and some memory to keep."""
    return Grader(course)


def grade(course: Course, exercise: Exercise, answer: Answer) -> Grade:
    """Grade one answer to one exercise. Raises AnswerRefusedError with a plain sentence."""
    return shared_grader(course).grade(exercise, answer)
