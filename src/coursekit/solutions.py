"""Solutions as a facilitator reads them: what each answer meets, and a design in words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.exercises import Answer, Exercise, Solution, find_exercise, find_solution
from coursekit.grading import grade

if TYPE_CHECKING:
    import pandas as pd


class NoSolutionError(LookupError):
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


def design_in_words(name: str, answer_name: str) -> "pd.DataFrame":
    """Return the ties of a design, one row each: from, to, direction, what for, and across or up and down."""
    import pandas as pd

    exercise, solution = _read(name)
    answer = next(answer for known, answer, _ in solution_answers(solution) if known == answer_name)
    actors = {actor["id"]: actor for actor in exercise.setting["palette"]}
    rows = [
        {
            "from": actors[tie["from"]]["name"],
            "to": actors[tie["to"]]["name"],
            "both ways": "yes" if tie["both"] else "no",
            "what for": tie["purpose"],
            "runs": "across" if actors[tie["from"]]["level"] == actors[tie["to"]]["level"] else "up or down",
        }
        for tie in answer["ties"]
    ]
    return pd.DataFrame(rows, index=pd.RangeIndex(1, len(rows) + 1, name="tie"))


def _read(name: str) -> tuple[Exercise, Solution]:
    exercise = find_exercise(name)
    solution = find_solution(exercise)
    if solution is None:
        raise NoSolutionError(exercise)
    return exercise, solution
