"""Exercises and their solutions: YAML files read into frozen objects, with errors that name file, key and cure."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import jsonschema
import msgspec
import yaml

from coursekit.citations.references import ReferenceFormatError, parse_line_or_record
from coursekit.course import Course, CourseError
from coursekit.datasets.descriptor import DatasetError
from coursekit.datasets.excerpt import excerpt
from coursekit.exercises.models import Exercise, Solution
from coursekit.exercises.shorter_tests import ShorterTestError, shorter_setting
from coursekit.frontend.assets import ASSETS, read_asset
from coursekit.strict_yaml import read_yaml


class CourseFileError(CourseError):
    """An exercise or solution file that cannot be used."""

    template = "{file}: {key}: {what} {cure}"
    like = "Compare it with {example}."
    keys = "Its keys are: {known}. "

    def __init__(self, file: Path, key: str, what: str, cure: str) -> None:
        name = f"{file.parent.name}/{file.name}"
        text = self.template.format(file=name, key=key or "whole file", what=what, cure=cure)
        super().__init__(text.rstrip())


class UnknownExerciseError(CourseError, LookupError):
    """No exercise has this id or number."""

    template = 'There is no exercise "{name}". The course has: {known}.'

    def __init__(self, name: str, known: list[str]) -> None:
        super().__init__(self.template.format(name=name, known=", ".join(known)))


_Shape = TypeVar("_Shape", Exercise, Solution)
EXAMPLES = {Exercise: "exercises/harbour-cities.yaml", Solution: "solutions/harbour-cities.yaml"}
"""Files of the course to compare a broken one with."""


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise CourseFileError(path, "", "not UTF-8 text.", "Save it as UTF-8.") from error
    except OSError as error:
        what = f"it cannot be read ({error.strerror or error})."
        raise CourseFileError(path, "", what, "Make it a file that you may read.") from error


def _parse(path: Path, text: str, shape: type[_Shape]) -> _Shape:
    try:
        data = read_yaml(text)
    except yaml.YAMLError as error:
        raise CourseFileError(path, "", f"not readable as YAML: {error}", "Mend the line it names.") from error
    except RecursionError as error:
        raise CourseFileError(path, "", "nested too deeply to be read.", "Take the nesting out.") from error
    except (ValueError, TypeError, AttributeError, LookupError) as error:  # PyYAML's, for a value unlike its tag
        raise CourseFileError(path, "", f"holds a value unlike its type: {error}.", "Put it in quotes.") from error
    try:
        json.dumps(data, allow_nan=False, ensure_ascii=False).encode()
    except (TypeError, ValueError, RecursionError) as error:  # a date or .nan, which no page or grader could read
        raise CourseFileError(path, "", f"holds a value that JSON cannot: {error}.", "Put it in quotes.") from error
    try:
        return msgspec.convert(data, shape)
    except msgspec.ValidationError as error:
        what, _, place = str(error).partition(" - at `$")
        cure = CourseFileError.like.format(example=EXAMPLES[shape])
        if not place and " field " in what:  # a key that is unknown or missing, and not inside another
            known = ", ".join(field.name for field in msgspec.structs.fields(shape))
            cure = CourseFileError.keys.format(known=known) + cure
        raise CourseFileError(path, place.strip("`.") or "whole file", f"{what}.", cure) from error


def read_exercise(course: Course, path: Path) -> Exercise:
    """Read one exercise file of a course. Raises CourseFileError with file, key and cure."""
    return _with_items(path, _with_rows(course, path, _parsed_exercise(path, _text(path))))


@cache  # a build asks for all exercises on many a page, and YAML takes its time
def _parsed_exercise(path: Path, text: str) -> Exercise:
    exercise = _parse(path, text, Exercise)
    _check_setting(path, exercise)
    for key, reference in source_references(exercise):
        try:
            parse_line_or_record(reference)
        except ReferenceFormatError as error:
            raise CourseFileError(path, key, str(error), "") from error
    ids = [criterion.id for criterion in exercise.criteria]
    for twice in sorted({id_ for id_ in ids if ids.count(id_) > 1}):
        raise CourseFileError(path, "criteria", f"the id {twice} stands twice.", "Give each criterion its own id.")
    return exercise


def _with_rows(course: Course, path: Path, exercise: Exercise) -> Exercise:
    """Put the rows of a dataset into a setting that names one, so that page, notebook and edition follow the data."""
    data = exercise.setting.get("data")
    if not isinstance(data, dict) or "dataset" not in data:
        return exercise
    try:
        rows = excerpt(course.datasets, data["dataset"], data["where"], [column["field"] for column in data["columns"]])
    except DatasetError as error:
        raise CourseFileError(path, "setting.data", str(error), "") from error
    return msgspec.structs.replace(exercise, setting={**exercise.setting, "data": {**data, "rows": rows}})


def _with_items(path: Path, exercise: Exercise) -> Exercise:
    """Put the items of the whole test, which stands beside it, into the setting of a shorter one."""
    if exercise.kind != "test" or "part_of" not in exercise.setting:
        return exercise
    whole = path.with_name(f"{exercise.setting['part_of']}.yaml")
    try:
        found = _parsed_exercise(whole, _text(whole)).setting if whole.is_file() else None
        setting = shorter_setting(exercise.setting, found)
    except ShorterTestError as error:
        raise CourseFileError(path, "setting.part_of", str(error), "") from error
    return msgspec.structs.replace(exercise, setting=setting)


def source_references(exercise: Exercise) -> list[tuple[str, str]]:
    """List every source reference of an exercise with the key where it stands."""
    found = [("sources", source) for source in exercise.sources]
    found += [(f"criteria {criterion.id}, source", criterion.source) for criterion in exercise.criteria]
    for question in exercise.setting.get("questions", []):
        found.append((f"question {question['id']}, source", question["source"]))
        further = question.get("further_sources", [])
        found += [(f"question {question['id']}, further_sources", source) for source in further]
    return found


def _check_setting(path: Path, exercise: Exercise) -> None:
    validator = jsonschema.Draft202012Validator(kind_schema(exercise.kind, path))
    error = jsonschema.exceptions.best_match(validator.iter_errors(exercise.setting))
    if error:
        key = "setting" + "".join(f".{part}" if isinstance(part, str) else f"[{part}]" for part in error.path)
        raise CourseFileError(path, key, f"{error.message}.", f"See the schema of the kind {exercise.kind}.")


@cache
def _kind_schema_text(kind: str) -> str:
    return read_asset(f"kinds/{kind}/setting.schema.json")


def kind_schema(kind: str, path: Path) -> Mapping[str, Any]:
    """Return the JSON Schema of a kind's setting. Raises CourseFileError for a kind that does not exist."""
    known = exercise_kinds()
    if kind not in known:
        raise CourseFileError(path, "kind", f'there is no kind "{kind}".', f"Known kinds: {', '.join(known)}.")
    schema: Mapping[str, Any] = json.loads(_kind_schema_text(kind))
    return schema


def exercise_kinds() -> list[str]:
    """List the kinds of exercises: the folders of frontend/kinds."""
    return sorted(folder.name for folder in (ASSETS / "kinds").glob("*") if folder.is_dir())


def read_solution(path: Path) -> Solution:
    """Read one solution file. Raises CourseFileError with file, key and cure."""
    solution = _parse(path, _text(path), Solution)
    if solution.exercise != path.stem:
        what = f'"{solution.exercise}" is not the name of the file.'
        raise CourseFileError(path, "exercise", what, f"Name the file {solution.exercise}.yaml or mend the key.")
    return solution


def all_exercises(course: Course) -> list[Exercise]:
    """Read every exercise of a course, ordered by number."""
    return in_order([read_exercise(course, path) for path in course.exercise_files])


def in_order(exercises: Iterable[Exercise]) -> list[Exercise]:
    """Order exercises by number."""
    return sorted(exercises, key=lambda exercise: [int(part) for part in re.findall("[0-9]+", exercise.number)])


def find_exercise(course: Course, name: str) -> Exercise:
    """Find an exercise by its word id or its number, such as "E4.1". Raises UnknownExerciseError."""
    return named_exercise(name, all_exercises(course))


def named_exercise(name: str, exercises: Iterable[Exercise]) -> Exercise:
    """Find an exercise by its word id or its number among some. Raises UnknownExerciseError."""
    exercises = list(exercises)
    for exercise in exercises:
        if name in (exercise.id, exercise.number):
            return exercise
    raise UnknownExerciseError(name, [f"{exercise.id} ({exercise.number})" for exercise in exercises])


def find_solution(course: Course, exercise: Exercise) -> Solution | None:
    """Read the solution of an exercise, or give None where it has none, as quizzes."""
    path = course.folder / "solutions" / f"{exercise.id}.yaml"
    return read_solution(path) if path.is_file() else None
