"""Solutions as a facilitator reads them: what each answer meets, and how it looks."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursekit.course import CourseError
from coursekit.exercises.models import Answer, Exercise, Solution
from coursekit.exercises.reader import find_exercise, find_solution
from coursekit.grading import grade, shared_grader
from coursekit.mime import ANSWER_MIME

if TYPE_CHECKING:
    import pandas as pd


class NoSolutionError(CourseError, LookupError):
    """The exercise has no solution file."""

    template = "{exercise} has no solution. Add solutions/{exercise}.yaml."

    def __init__(self, exercise: Exercise) -> None:
        super().__init__(self.template.format(exercise=exercise.id))


class UnknownAnswerError(CourseError, LookupError):
    """The solution of the exercise has no answer of this name."""

    template = 'The solution of {exercise} has no answer "{name}". It has: {known}.'

    def __init__(self, exercise: Exercise, name: str, known: Iterable[str]) -> None:
        super().__init__(self.template.format(exercise=exercise.id, name=name, known=", ".join(known)))


@dataclass(frozen=True)
class GradedAnswer:
    """One answer of a solution file with its grade, and the criteria it is meant to fail."""

    name: str
    answer: Answer
    expected_fails: tuple[str, ...]
    unmet: tuple[str, ...]
    points: int
    max_points: int
    passed: bool


def solution_answers(solution: Solution) -> list[tuple[str, Answer, tuple[str, ...]]]:
    """List every answer of a solution: name, answer, criteria it must fail. Good answers come first."""
    return [
        ("model", solution.model.answer, ()),
        ("alternative", solution.alternative.answer, ()),
        *((wrong.id, wrong.answer, wrong.fails) for wrong in solution.wrong),
        *((variant.id, variant.answer, variant.fails) for variant in solution.variants),
    ]


def graded_answers(name: str) -> list[GradedAnswer]:
    """Grade every answer of an exercise's solution. Raises UnknownExerciseError and NoSolutionError."""
    exercise, solution = _read(name)
    graded = []
    for answer_name, answer, fails in solution_answers(solution):
        result = grade(exercise, answer)
        unmet = tuple(criterion["id"] for criterion in result["criteria"] if not criterion["met"])
        graded.append(
            GradedAnswer(answer_name, answer, fails, unmet, result["points"], result["max_points"], result["passed"])
        )
    return graded


def grade_table(name: str) -> "pd.DataFrame":
    """Return criteria by answers: the points where a criterion is met, a dash where it is not."""
    import pandas as pd

    exercise, _ = _read(name)
    answers = graded_answers(name)
    rows = {}
    for criterion in exercise.criteria:
        label = f"{criterion.id} {criterion.name.replace('-', ' ')}{', needed' if criterion.gate else ''}"
        rows[label] = [str(criterion.points) if criterion.id not in answer.unmet else "-" for answer in answers]
    rows["points"] = [str(answer.points) for answer in answers]
    rows["passed"] = ["yes" if answer.passed else "no" for answer in answers]
    table = pd.DataFrame.from_dict(rows, orient="index", columns=[answer.name.replace("-", " ") for answer in answers])
    return table.rename_axis("criterion")


@dataclass(frozen=True, repr=False)
class ShownAnswer:
    """An answer of a solution file as a notebook output: drawn in the book, in words everywhere else."""

    exercise: Exercise
    answer: Answer
    words: tuple[str, ...]

    def __repr__(self) -> str:
        """Say the answer and not the exercise that it answers."""
        return "\n".join(self.words)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        shown = {"exercise": self.exercise.id, "version": self.exercise.version, "answer": self.answer}
        return {ANSWER_MIME: shown, "text/markdown": "\n".join(f"- {line}" for line in self.words)}


def show_answer(name: str, answer_name: str) -> ShownAnswer:
    """Show an answer of an exercise's solution as the exercise itself would show it, such as "model".

    Raises UnknownExerciseError, NoSolutionError, UnknownAnswerError.
    """
    exercise, solution = _read(name)
    answers = {known: answer for known, answer, _ in solution_answers(solution)}
    if answer_name not in answers:
        raise UnknownAnswerError(exercise, answer_name, answers)
    answer = answers[answer_name]
    return ShownAnswer(exercise, answer, tuple(shared_grader().describe(exercise, answer)))


def _read(name: str) -> tuple[Exercise, Solution]:
    exercise = find_exercise(name)
    solution = find_solution(exercise)
    if solution is None:
        raise NoSolutionError(exercise)
    return exercise, solution
