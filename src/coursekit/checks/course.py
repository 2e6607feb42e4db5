"""What `coursekit check` checks: the files of a course are whole, and agree with each other.

Each rule yields problems: file, place, what is wrong, cure. A new exercise, solution or notebook is found by
its folder and checked like the others.
"""

import csv
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TypeVar

from coursekit.checks.coverage import check_coverage
from coursekit.checks.dataset_use import check_dataset_use
from coursekit.checks.datasets import check_datasets
from coursekit.checks.exercises import check_criteria, check_exercise, check_what_counts
from coursekit.checks.notebooks import check_notebook
from coursekit.checks.outcomes import check_outcomes
from coursekit.checks.parallel_forms import check_test
from coursekit.checks.problem import Problem, Rule, unreadable
from coursekit.checks.questions import check_bank
from coursekit.checks.rubrics import check_careless, check_rubric
from coursekit.checks.solutions import check_solution
from coursekit.course import Course, CourseError
from coursekit.exercises.models import Exercise, Solution
from coursekit.exercises.question_bank import UnknownQuestionError, question_bank, reviewed_questions
from coursekit.exercises.reader import read_exercise, read_solution
from coursekit.grading.grader import AnswerRefusedError, Grader, shared_grader
from coursekit.grading.guessing import TrialError, Trials
from coursekit.grading.solutions import solution_answers
from coursekit.notebooks.execution import course_notebooks
from coursekit.notebooks.reader import read_notebook

SAME_NAME = Rule(
    "same-name",
    "{key}",
    '"{name}" already names the exercise in {other}.',
    "Choose another.",
)
MISSING = Rule(
    "missing",
    "whole file",
    "it is missing, but the exercise {id} needs it.",
    "Add it.",
)
NO_EXERCISE = Rule(
    "no-exercise",
    "exercise",
    "there is no {exercise}.",
    "Add the exercise or take the solution out.",
)
NOT_TRIED = Rule(
    "not-tried",
    "criteria",
    "they could not be tried ({reason})",
    "Mend them, or the answers of the solution.",
)
UNREADABLE_PAGE = Rule(
    "unreadable-page",
    "whole file",
    "it cannot be read ({reason}).",
    "Save it as a text file in UTF-8.",
)

EXERCISE_FOLDERS = ("exercises", "solutions")
"""Folders in which the files of one exercise carry its id as their name."""

_Read = TypeVar("_Read")


def check_course(course: Course, only: Collection[str] = ()) -> list[Problem]:
    """List everything to mend in a course.

    `only` names files, such as "exercises/harbour-cities.yaml": then what concerns these alone is checked, an exercise
    together with its solution and their notebooks.
    """
    chosen = _Chosen(frozenset(only))
    problems: list[Problem] = []
    _read_each(course, course.text_files, lambda path: course.texts(path.stem), problems)
    if problems:
        return problems  # whatever is shown needs them
    problems += check_datasets(course.datasets) if chosen.has_folder("datasets") else []
    exercises = _read_each(course, course.exercise_files, partial(read_exercise, course), problems)
    solutions = _read_each(course, chosen.of(course, course.solution_files), read_solution, problems)
    problems += _same_names(course, exercises)
    problems += _missing_files(course, chosen.among(course, exercises).values())
    problems += _reviews(course, exercises)
    problems += check_bank(exercises.values())
    problems += _tests(course, exercises)
    problems += _solutions_without_exercise(course, solutions)
    by_exercise = {solution.exercise: solution for solution in solutions.values()}
    problems += _exercises_and_answers(course, chosen.among(course, exercises), by_exercise)
    ids = {exercise.id: exercise for exercise in exercises.values()}
    all_known = len(exercises) == len(course.exercise_files)
    paths = chosen.of(course, course_notebooks(course))
    found = _read_each(course, paths, lambda path: read_notebook(course.name_of(path), path), problems)
    notebooks = {course.name_of(path): notebook for path, notebook in found.items()}
    problems += check_dataset_use(course, notebooks)
    for file, notebook in notebooks.items():
        problems += check_notebook(file, notebook, ids, all_known=all_known)
    problems += _pages(course)
    if all_known:
        problems += check_outcomes(course, exercises.values())
    if not only and not problems:  # it relies on files that are whole
        problems += check_coverage(course)
    return [problem for problem in problems if chosen.holds(problem.file)]


def what_waits(course: Course) -> list[str]:
    """Say, a line each, which solutions still lack answers by people who saw only the brief, and why."""
    waiting = [each for each in map(read_solution, course.solution_files) if each.waits_for_readers]
    return [f"{each.exercise} waits for brief-readers: {each.waits_for_readers}" for each in waiting]


@dataclass(frozen=True)
class _Chosen:
    """The files that a check is about: all, or some by name, with those that belong to the same exercise."""

    names: frozenset[str]

    def holds(self, name: str) -> bool:
        """Say whether the check is about a file: a name of itself, or of another file of the same exercise."""
        if not self.names or name in self.names:
            return True
        folder, _, stem = PurePosixPath(name).with_suffix("").as_posix().rpartition("/")
        parts = {f"{other}/{stem}{end}" for other in EXERCISE_FOLDERS for end in (".yaml", ".ipynb")}
        return folder in EXERCISE_FOLDERS and bool(parts & self.names)

    def has_folder(self, folder: str) -> bool:
        """Say whether the check is about files of a folder."""
        return not self.names or any(name.startswith(f"{folder}/") for name in self.names)

    def of(self, course: Course, paths: Iterable[Path]) -> list[Path]:
        """Choose among paths."""
        return [path for path in paths if self.holds(course.name_of(path))]

    def among(self, course: Course, read: Mapping[Path, _Read]) -> dict[Path, _Read]:
        """Choose among what was read."""
        return {path: value for path, value in read.items() if self.holds(course.name_of(path))}


def _read_each(
    course: Course, paths: Iterable[Path], read: Callable[[Path], _Read], problems: list[Problem]
) -> dict[Path, _Read]:
    """Read the files that can be read, and add the others to the problems."""
    found = {}
    for path in paths:
        try:
            found[path] = read(path)
        except CourseError as error:
            problems.append(unreadable(course.name_of(path), error))
    return found


def _same_names(course: Course, exercises: dict[Path, Exercise]) -> Iterator[Problem]:
    taken: dict[str, Path] = {}
    for path, exercise in exercises.items():
        for key, name in (("id", exercise.id), ("number", exercise.number)):
            other = taken.setdefault(name, path)
            if other != path:
                yield SAME_NAME.format(file=course.name_of(path), key=key, name=name, other=course.name_of(other))


def _missing_files(course: Course, exercises: Iterable[Exercise]) -> Iterator[Problem]:
    """Check that an exercise with criteria of its own has the four files that carry its id as their name."""
    for exercise in exercises:
        wanted = ("exercises/{}.yaml", "exercises/{}.ipynb", "solutions/{}.yaml", "solutions/{}.ipynb")
        for name in (pattern.format(exercise.id) for pattern in wanted if exercise.criteria):
            if not (course.folder / name).exists():
                yield MISSING.format(file=name, id=exercise.id)


def _reviews(course: Course, exercises: dict[Path, Exercise]) -> Iterator[Problem]:
    """Check that a test leads to questions that are in the bank."""
    for path, exercise in exercises.items():
        try:
            reviewed_questions(exercise, exercises.values())
        except UnknownQuestionError as error:
            yield Problem("unknown-review", course.name_of(path), "review", str(error), "")


def _tests(course: Course, exercises: dict[Path, Exercise]) -> Iterator[Problem]:
    """Check that the forms of a test are parallel and ask nothing that a quiz asks."""
    bank = {number: question for number, (_, question) in question_bank(exercises.values()).items()}
    for path, exercise in exercises.items():
        if exercise.kind == "test":
            yield from check_test(course.name_of(path), exercise, bank)


def _solutions_without_exercise(course: Course, solutions: Iterable[Path]) -> Iterator[Problem]:
    for path in solutions:
        exercise = course.folder / "exercises" / path.name
        if not exercise.exists():
            yield NO_EXERCISE.format(file=course.name_of(path), exercise=course.name_of(exercise))


def _exercises_and_answers(
    course: Course, exercises: dict[Path, Exercise], solutions: dict[str, Solution]
) -> Iterator[Problem]:
    grader, trials = shared_grader(course), Trials(course)
    source_ids = _source_ids(course)
    for path, exercise in exercises.items():
        solution = solutions.get(exercise.id)
        answers = [answer for _, answer, _ in solution_answers(solution)] if solution else []
        try:
            faults = list(check_criteria(course.name_of(path), exercise, answers, grader))
            faults += check_what_counts(course.name_of(path), exercise, grader) if not faults else []
        except AnswerRefusedError as error:  # too slow, or a fault that is in no criterion
            faults = [NOT_TRIED.format(file=course.name_of(path), reason=error)]
        yield from faults
        yield from check_exercise(course, course.name_of(path), exercise, source_ids)
        if not faults:
            yield from _rubric(course.name_of(path), exercise, solution, grader, trials)


def _rubric(
    file: str, exercise: Exercise, solution: Solution | None, grader: Grader, trials: Trials
) -> Iterator[Problem]:
    """Check a solution, and then what its rubric promises: the second relies on answers and signs that are whole."""
    if solution:
        faults = list(check_solution(f"solutions/{exercise.id}.yaml", exercise, solution, grader))
        yield from faults
        if faults:
            return
    try:
        if solution:
            yield from check_rubric(file, exercise, solution, grader, trials)
        else:
            yield from check_careless(file, exercise, grader, trials)
    except (AnswerRefusedError, TrialError) as error:
        yield NOT_TRIED.format(file=file, reason=error)


def _pages(course: Course) -> Iterator[Problem]:
    """Check that the pages of the book can be read at all."""
    for path in sorted((course.folder / "book").glob("*.md")):
        try:
            path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            yield UNREADABLE_PAGE.format(file=course.name_of(path), reason=error)


def _source_ids(course: Course) -> set[str]:
    """Return the keys of the dataset of sources; none when unreadable, which `check_datasets` reports."""
    try:
        with (course.datasets / f"{course.tables.sources}.csv").open(encoding="utf-8", newline="") as file:
            return {row["source_id"] for row in csv.DictReader(file)}
    except (OSError, KeyError, UnicodeDecodeError, csv.Error):
        return set()
