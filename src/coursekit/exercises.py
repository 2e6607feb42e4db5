"""Exercises and their solutions: YAML files read into frozen objects, with errors that name file, key and cure."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

import jsonschema
import msgspec
import yaml

from coursekit.authors_notes import without_notes
from coursekit.course import ASSETS, CourseError, course_folder, read_asset
from coursekit.dataset_descriptor import FOLDER, DatasetError
from coursekit.dataset_excerpt import excerpt
from coursekit.references import ReferenceFormatError, parse_line_or_record
from coursekit.strict_yaml import read_yaml

WordId = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
NumberId = Annotated[str, msgspec.Meta(pattern="^[EQGRT][0-9]+([.][0-9]+)?$")]
"""E exercise, Q quiz, G guesses before a chapter, R returning questions, T test; then the chapter."""
CriterionId = Annotated[str, msgspec.Meta(pattern="^[A-Z][A-Za-z0-9_.]*$")]
Text = Annotated[str, msgspec.Meta(min_length=1)]
Answer = dict[str, Any]
Question = dict[str, Any]
"""A question of a quiz, as the schema of quizzes has it."""


Family = Literal["everything", "nothing-but", "one-value", "harm", "against-the-brief", "gesture", "reversed"]
"""Kinds of answers that a fair teacher does not pass: indiscriminate (`everything`, `nothing-but` one thing,
`one-value` everywhere), dangerous or unjust (`harm`), beyond what the brief allows (`against-the-brief`), activity
without change (`gesture`), the order or direction turned round (`reversed`)."""
Voice = Literal["author", "brief-reader"]
"""Whose answer it is: the author's, or that of somebody who had seen the brief and not the rubric."""


class Criterion(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One thing a good answer does: a CEL expression over the kind's facts, and what to say either way.

    A criterion of `safety` protects people: an answer that fails it never passes, and the page says so before all
    else. `met_when_empty` admits that someone who has not started meets it, as "at most eleven" does.
    """

    id: CriterionId
    name: WordId
    points: Annotated[int, msgspec.Meta(ge=1)]
    gate: bool
    when: Text
    met: Text
    unmet: Text
    source: Text
    safety: bool = False
    met_when_empty: bool = False


class Exercise(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One exercise: what is asked and how an answer is judged. `setting` is what its kind needs."""

    id: WordId
    number: NumberId
    kind: WordId
    title: Text
    chapter: Annotated[int, msgspec.Meta(ge=1)]
    minutes: Annotated[int, msgspec.Meta(ge=1)]
    outcomes: tuple[Annotated[str, msgspec.Meta(pattern="^CO([1-9]|10)$")], ...]
    sources: tuple[Text, ...]
    fictional: bool
    brief: Text
    setting: dict[str, Any]
    criteria: tuple[Criterion, ...] = ()
    hints: tuple[Text, ...] = ()

    @property
    def data(self) -> dict[str, Any]:
        """The exercise as plain data, as a page needs it: without what its file says to authors alone."""
        data: dict[str, Any] = msgspec.to_builtins(self)
        return {**data, "setting": without_notes(self.setting)}

    @property
    def version(self) -> str:
        """Eight hexadecimal digits that change with the exercise's text and the rows it shows, and only with these."""
        text = json.dumps(self.data, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()[:8]


class GoodAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An answer that meets every criterion, and why it is good."""

    why: Text
    answer: Answer


class WrongAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An answer that embodies a misconception, and the criteria that it fails, no more and no fewer.

    `family` is the kind of answer that it stands for, and `also` holds further answers of it: they show the same sign
    and do not pass either. `sign` is a CEL expression over the kind's facts: an answer for which it is true shows the
    same misconception. `remark` is what the page then says to the trainee, kindly.
    """

    id: WordId
    family: Family
    misconception: Text
    sign: Text
    remark: Text
    answer: Answer
    fails: tuple[CriterionId, ...]
    also: tuple[Answer, ...] = ()


class Variant(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A good answer with one change, and the criteria that the change costs."""

    id: WordId
    of: Text
    change: Text
    answer: Answer
    fails: tuple[CriterionId, ...]


class SoundAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An answer unlike the model that a fair teacher passes: small, unusual, or with a flaw that one can bear."""

    id: WordId
    by: Voice
    why: Text
    answer: Answer


class Solution(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The answers of one exercise: two good ones, wrong ones, sound ones, and variants.

    `without` says of each family that no wrong answer stands for why this exercise has none.
    """

    exercise: WordId
    model: GoodAnswer
    alternative: GoodAnswer
    wrong: tuple[WrongAnswer, ...]
    sound: tuple[SoundAnswer, ...] = ()
    without: dict[Family, Text] = {}
    variants: tuple[Variant, ...] = ()


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


def read_exercise(path: Path) -> Exercise:
    """Read one exercise file. Raises CourseFileError with file, key and cure."""
    return _with_rows(path, _parsed_exercise(path, _text(path)))


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


def _with_rows(path: Path, exercise: Exercise) -> Exercise:
    """Put the rows of a dataset into a setting that names one, so that page, notebook and edition follow the data."""
    data = exercise.setting.get("data")
    if not isinstance(data, dict) or "dataset" not in data:
        return exercise
    folder = course_folder(path.parent) / FOLDER
    try:
        rows = excerpt(folder, data["dataset"], data["where"], [column["field"] for column in data["columns"]])
    except DatasetError as error:
        raise CourseFileError(path, "setting.data", str(error), "") from error
    return msgspec.structs.replace(exercise, setting={**exercise.setting, "data": {**data, "rows": rows}})


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


def exercise_files(folder: Path | None = None) -> list[Path]:
    """List the exercise files of a course in reading order."""
    return sorted(((folder or course_folder()) / "exercises").rglob("*.yaml"))


def all_exercises(folder: Path | None = None) -> list[Exercise]:
    """Read every exercise of a course, ordered by number."""
    return in_order([read_exercise(path) for path in exercise_files(folder)])


def in_order(exercises: Iterable[Exercise]) -> list[Exercise]:
    """Order exercises by number."""
    return sorted(exercises, key=lambda exercise: [int(part) for part in re.findall("[0-9]+", exercise.number)])


def find_exercise(name: str, folder: Path | None = None) -> Exercise:
    """Find an exercise by its word id or its number. Raises UnknownExerciseError.

    >>> find_exercise("E4.1").id
    'harbour-cities'
    """
    return named_exercise(name, all_exercises(folder))


def named_exercise(name: str, exercises: Iterable[Exercise]) -> Exercise:
    """Find an exercise by its word id or its number among some. Raises UnknownExerciseError."""
    exercises = list(exercises)
    for exercise in exercises:
        if name in (exercise.id, exercise.number):
            return exercise
    raise UnknownExerciseError(name, [f"{exercise.id} ({exercise.number})" for exercise in exercises])


def find_solution(exercise: Exercise, folder: Path | None = None) -> Solution | None:
    """Read the solution of an exercise, or give None where it has none, as quizzes."""
    path = (folder or course_folder()) / "solutions" / f"{exercise.id}.yaml"
    return read_solution(path) if path.is_file() else None
