"""What `coursekit check` checks: the files of a course are whole, agree with each other and keep their word.

Each rule yields sentences: file, place, what is wrong, cure. A new exercise, solution or notebook is found by
its folder and checked like the others.
"""

import csv
from collections.abc import Callable, Iterable, Iterator
from contextlib import chdir
from pathlib import Path
from typing import TypeVar

from coursekit.course import CourseError, course_folder
from coursekit.coverage import check_coverage
from coursekit.dataset_checks import check_datasets
from coursekit.execution import course_notebooks
from coursekit.exercise_checks import check_criteria, check_exercise, check_what_counts
from coursekit.exercises import (
    Exercise,
    Solution,
    exercise_files,
    read_exercise,
    read_solution,
)
from coursekit.grading import AnswerRefusedError, shared_grader
from coursekit.guessing import Trials
from coursekit.notebook_checks import check_notebook, read_notebook
from coursekit.notebook_datasets import check_dataset_use
from coursekit.question_bank import UnknownQuestionError, reviewed_questions
from coursekit.question_checks import check_bank
from coursekit.rubric_checks import check_careless, check_rubric
from coursekit.solution_checks import check_solution
from coursekit.solutions import solution_answers

SAME_NAME = '{file}: {key}: "{name}" already names the exercise in {other}. Choose another.'
MISSING = "{file}: whole file: it is missing, but the exercise {id} needs it. Add it."
NO_EXERCISE = "{file}: exercise: there is no {exercise}. Add the exercise or take the solution out."
NOT_TRIED = "{file}: criteria: they could not be tried ({reason}) Mend them, or the answers of the solution."
UNREADABLE_PAGE = "{file}: whole file: it cannot be read ({reason}). Save it as a text file in UTF-8."

_Read = TypeVar("_Read")


def check_course(folder: Path | None = None) -> list[str]:
    """List everything to mend in a course; by default in the one that holds the working directory."""
    course = course_folder(folder)
    with chdir(course):  # what an exercise cites and what it takes from earlier ones is looked for there
        return _problems(course)


def _problems(course: Path) -> list[str]:
    problems = [str(problem) for problem in check_datasets(course / "datasets")]
    exercises = _read_each(exercise_files(course), read_exercise, problems)
    solutions = _read_each(sorted((course / "solutions").glob("*.yaml")), read_solution, problems)
    problems += _same_names(course, exercises)
    problems += _missing_files(course, exercises.values())
    problems += _reviews(course, exercises)
    problems += check_bank(exercises.values())
    problems += _solutions_without_exercise(course, solutions)
    by_exercise = {solution.exercise: solution for solution in solutions.values()}
    problems += _exercises_and_answers(course, exercises, by_exercise)
    ids = {exercise.id: exercise for exercise in exercises.values()}
    all_known = len(exercises) == len(exercise_files(course))
    found = _read_each(course_notebooks(course), lambda path: read_notebook(_name(course, path), path), problems)
    notebooks = {_name(course, path): notebook for path, notebook in found.items()}
    problems += check_dataset_use(course, notebooks)
    for file, notebook in notebooks.items():
        problems += check_notebook(file, notebook, ids, all_known=all_known)
    problems += _pages(course)
    if not problems:  # it relies on files that are whole
        problems += check_coverage(course)
    return problems


def _name(course: Path, path: Path) -> str:
    return path.relative_to(course).as_posix()


def _read_each(paths: Iterable[Path], read: Callable[[Path], _Read], problems: list[str]) -> dict[Path, _Read]:
    """Read the files that can be read, and add the others to the problems."""
    found = {}
    for path in paths:
        try:
            found[path] = read(path)
        except CourseError as error:
            problems.append(str(error))
    return found


def _same_names(course: Path, exercises: dict[Path, Exercise]) -> Iterator[str]:
    taken: dict[str, Path] = {}
    for path, exercise in exercises.items():
        for key, name in (("id", exercise.id), ("number", exercise.number)):
            other = taken.setdefault(name, path)
            if other != path:
                yield SAME_NAME.format(file=_name(course, path), key=key, name=name, other=_name(course, other))


def _missing_files(course: Path, exercises: Iterable[Exercise]) -> Iterator[str]:
    """Check that an exercise with criteria of its own has the four files that carry its id as their name."""
    for exercise in exercises:
        wanted = ("exercises/{}.yaml", "exercises/{}.ipynb", "solutions/{}.yaml", "solutions/{}.ipynb")
        for name in (pattern.format(exercise.id) for pattern in wanted if exercise.criteria):
            if not (course / name).exists():
                yield MISSING.format(file=name, id=exercise.id)


def _reviews(course: Path, exercises: dict[Path, Exercise]) -> Iterator[str]:
    """Check that a test leads to questions that are in the bank."""
    for path, exercise in exercises.items():
        try:
            reviewed_questions(exercise, exercises.values())
        except UnknownQuestionError as error:
            yield f"{_name(course, path)}: review: {error}"


def _solutions_without_exercise(course: Path, solutions: Iterable[Path]) -> Iterator[str]:
    for path in solutions:
        exercise = course / "exercises" / path.name
        if not exercise.exists():
            yield NO_EXERCISE.format(file=_name(course, path), exercise=_name(course, exercise))


def _exercises_and_answers(
    course: Path, exercises: dict[Path, Exercise], solutions: dict[str, Solution]
) -> Iterator[str]:
    grader, trials = shared_grader(), Trials()
    source_ids = _source_ids(course)
    for path, exercise in exercises.items():
        solution = solutions.get(exercise.id)
        answers = [answer for _, answer, _ in solution_answers(solution)] if solution else []
        try:
            faults = list(check_criteria(_name(course, path), exercise, answers, grader))
            faults += check_what_counts(_name(course, path), exercise, grader) if not faults else []
        except AnswerRefusedError as error:  # too slow, or a fault that is in no criterion
            faults = [NOT_TRIED.format(file=_name(course, path), reason=error)]
        yield from faults
        yield from check_exercise(_name(course, path), exercise, source_ids)
        if faults:
            continue
        if solution:
            yield from check_solution(f"solutions/{exercise.id}.yaml", exercise, solution, grader)
            yield from check_rubric(_name(course, path), exercise, solution, grader, trials)
        else:
            yield from check_careless(_name(course, path), exercise, grader, trials)


def _pages(course: Path) -> Iterator[str]:
    """Check that the pages of the book can be read at all."""
    for path in sorted((course / "book").glob("*.md")):
        try:
            path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            yield UNREADABLE_PAGE.format(file=_name(course, path), reason=error)


def _source_ids(course: Path) -> set[str]:
    """Return the keys of the dataset of sources; none when unreadable, which `check_datasets` reports."""
    try:
        with (course / "datasets" / "sources.csv").open(encoding="utf-8", newline="") as file:
            return {row["source_id"] for row in csv.DictReader(file)}
    except (OSError, KeyError, UnicodeDecodeError, csv.Error):
        return set()
