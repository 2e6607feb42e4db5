"""How far one gets without thinking: careless answers, guesses and climbers, tried on a rubric."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from py_mini_racer import JSEvalException, JSTimeoutException

from coursekit.course import Course, CourseError
from coursekit.exercises.models import Answer, Exercise
from coursekit.exercises.payload import working_data
from coursekit.frontend.assets import read_asset
from coursekit.frontend.engine import start_engine

GUESSES = 2000
"""How many random answers are tried for each exercise."""
MAX_GUESSED = 0.005
"""The share of random answers that may pass."""
TRIAL_TIMEOUT = 120
"""Seconds for all guesses at one exercise, or for one climb; real ones take a few."""
SEED = 4


class TrialError(CourseError):
    """A kind of exercise could not make the answers that a rubric is tried with."""

    template = "The rubric could not be tried ({function}): {reason}. That is a fault of the kind's careless.js."

    def __init__(self, function: str, reason: str) -> None:
        super().__init__(self.template.format(function=function, reason=reason))


class Guesses(msgspec.Struct, frozen=True):
    """How many random well-formed answers were tried, refused as malformed, and passed; and the first that passed."""

    tried: int
    refused: int
    passed: int
    example: Answer | None


class Climb(msgspec.Struct, frozen=True):
    """Where somebody ends who changes one thing after another as the points reward it, and after how many steps."""

    points: int
    max_points: int
    passed: bool
    steps: int
    answer: Answer


class Trials:
    """Tries rubrics with answers that the kind of an exercise makes from its setting; one embedded engine."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._engine = start_engine(read_asset("grader.js"))

    def careless_answers(self, exercise: Exercise, good: Sequence[Answer] = ()) -> dict[str, list[Answer]]:
        """Return the answers that need no thought, by family: nothing, everything, one-value, reversed.

        `good` are the answers whose order or direction is turned round.
        """
        found: dict[str, list[Answer]] = self._call("carelessAnswers", working_data(self._course, exercise), list(good))
        return found

    def random_answers(self, exercise: Exercise, seed: int, count: int) -> list[Answer]:
        """Return random well-formed answers; the same seed gives the same ones."""
        found: list[Answer] = self._call("randomAnswers", working_data(self._course, exercise), seed, count)
        return found

    def near_answers(self, exercise: Exercise, answers: Sequence[Answer], seed: int, count: int) -> list[Answer]:
        """Return answers that are each a few small changes away from one of `answers`."""
        found: list[Answer] = self._call(
            "nearAnswers", working_data(self._course, exercise), list(answers), seed, count
        )
        return found

    def guess(self, exercise: Exercise, count: int = GUESSES, seed: int = SEED) -> Guesses:
        """Grade random well-formed answers and count those that pass."""
        return msgspec.convert(self._call("guess", working_data(self._course, exercise), seed, count), Guesses)

    def climb(self, exercise: Exercise, start: Answer, seed: int = SEED) -> Climb:
        """Climb from an answer by what the check rewards."""
        return msgspec.convert(self._call("climb", working_data(self._course, exercise), start, seed), Climb)

    def _call(self, function: str, *arguments: Any) -> Any:
        # JSON text is a JavaScript literal once json.dumps has escaped it, so one eval carries it over.
        literal = json.dumps(json.dumps(arguments))
        try:
            return json.loads(str(self._engine.eval(f"coursekit.{function}({literal})", timeout_sec=TRIAL_TIMEOUT)))
        except (JSEvalException, JSTimeoutException) as error:
            reason = str(error).strip().splitlines()
            raise TrialError(function, reason[0] if reason else type(error).__name__) from None


def guess_lines(course: Course, exercises: Iterable[tuple[Exercise, Sequence[Answer]]]) -> Iterator[str]:
    """Say for each exercise (with its good answers) how many guesses pass and where climbers end, one line each."""
    trials = Trials(course)
    yield f"{'exercise':<30}{'guesses that pass':>18}  climber from everything, from nothing: points, steps"
    for exercise, good in exercises:
        guesses = trials.guess(exercise)
        careless = trials.careless_answers(exercise, good)
        climbs = [trials.climb(exercise, start) for start in (*careless["everything"][:1], *careless["nothing"])]
        ends = "; ".join(
            f"{climb.points}/{climb.max_points} {'passes' if climb.passed else 'does not pass'} after {climb.steps}"
            for climb in climbs
        )
        yield f"{exercise.number + ' ' + exercise.id:<30}{guesses.passed / guesses.tried:>17.2%}  {ends}"
