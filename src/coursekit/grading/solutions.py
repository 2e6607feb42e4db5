"""Solutions as a facilitator reads them: what each answer meets, and how it looks."""

from dataclasses import dataclass

from coursekit.course import Course, CourseError
from coursekit.exercises.models import Answer, Exercise, Solution
from coursekit.exercises.reader import find_exercise, find_solution
from coursekit.grading.grader import grade


class NoSolutionError(CourseError, LookupError):
    """The exercise has no solution file."""

    template = "{exercise} has no solution. Add solutions/{exercise}.yaml."

    def __init__(self, exercise: Exercise) -> None:
        super().__init__(self.template.format(exercise=exercise.id))


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


def graded_answers(course: Course, name: str) -> list[GradedAnswer]:
    """Grade every answer of an exercise's solution. Raises UnknownExerciseError and NoSolutionError."""
    exercise, solution = read_solved(course, name)
    graded = []
    for answer_name, answer, fails in solution_answers(solution):
        result = grade(course, exercise, answer)
        unmet = tuple(criterion["id"] for criterion in result["criteria"] if not criterion["met"])
        graded.append(
            GradedAnswer(answer_name, answer, fails, unmet, result["points"], result["max_points"], result["passed"])
        )
    return graded


def read_solved(course: Course, name: str) -> tuple[Exercise, Solution]:
    """Find an exercise with its solution. Raises UnknownExerciseError and NoSolutionError."""
    exercise = find_exercise(course, name)
    solution = find_solution(course, exercise)
    if solution is None:
        raise NoSolutionError(exercise)
    return exercise, solution
