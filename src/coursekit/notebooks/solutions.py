"""Solutions as a facilitator reads them in a notebook: graded in a table, and shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursekit.course import Course, CourseError
from coursekit.exercises.models import Answer, Exercise
from coursekit.grading.grader import shared_grader
from coursekit.grading.solutions import graded_answers, read_solved, solution_answers
from coursekit.mime import ANSWER_MIME

if TYPE_CHECKING:
    import pandas as pd


class UnknownAnswerError(CourseError, LookupError):
    """The solution of the exercise has no answer of this name."""

    template = 'The solution of {exercise} has no answer "{name}". It has: {known}.'

    def __init__(self, exercise: Exercise, name: str, known: Iterable[str]) -> None:
        super().__init__(self.template.format(exercise=exercise.id, name=name, known=", ".join(known)))


def grade_table(course: Course, name: str) -> "pd.DataFrame":
    """Return criteria by answers: the points where a criterion is met, a dash where it is not."""
    import pandas as pd

    exercise, _ = read_solved(course, name)
    answers = graded_answers(course, name)
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


def show_answer(course: Course, name: str, answer_name: str) -> ShownAnswer:
    """Show an answer of an exercise's solution as the exercise itself would show it, such as "model".

    Raises UnknownExerciseError, NoSolutionError, UnknownAnswerError.
    """
    exercise, solution = read_solved(course, name)
    answers = {known: answer for known, answer, _ in solution_answers(solution)}
    if answer_name not in answers:
        raise UnknownAnswerError(exercise, answer_name, answers)
    answer = answers[answer_name]
    return ShownAnswer(exercise, answer, tuple(shared_grader(course).describe(exercise, answer)))
