"""Rules that an exercise keeps beyond the shape of its file: criteria, hints, sources."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from coursekit.checks.problem import Problem, Rule
from coursekit.checks.questions import check_question
from coursekit.citations.references import LineReference, parse_line_or_record
from coursekit.citations.titles import UnknownSourceTextError, source_of
from coursekit.course import Course
from coursekit.exercises.models import Answer, Exercise
from coursekit.exercises.reader import source_references
from coursekit.grading.grader import AnswerRefusedError, Grader

CRITERION_FAULT = Rule(
    "criterion-fault",
    "criteria {criterion}, when",
    "{reason}.\n{caret}\n",
    'Mend the expression "{expression}".',
)
EMPTY_REFUSED = Rule(
    "empty-refused",
    "setting",
    "the grader refuses the answer of someone who has not started: {reason}",
    "Mend what the setting opens on.",
)
NO_CRITERIA = Rule(
    "no-criteria",
    "criteria",
    "there are none, so every answer would pass.",
    "Add criteria.",
)
IDLE_CRITERIA = Rule(
    "idle-criteria",
    "criteria",
    "a {kind} is graded by its setting, so these never count.",
    "Take them out.",
)
HINT_COUNT = Rule(
    "hint-count",
    "hints",
    "there are {count}, but an exercise has three, opened one by one.",
    "Make it three.",
)
SAME_ID = Rule(
    "same-id",
    "{key}",
    'the id "{id}" stands twice.',
    "Give each entry its own id.",
)
OTHER_CHAPTER = Rule(
    "other-chapter",
    "{key}",
    "{number} is not a number of chapter {chapter}.",
    "Mend the number or the chapter.",
)
UNKNOWN_SOURCE = Rule(
    "unknown-source",
    "{key}",
    '"{reference}" leads to {source}, which datasets/sources.csv does not hold.',
    "Add the row or mend the reference.",
)
UNKNOWN_OUTCOME = Rule(
    "unknown-outcome",
    "outcomes",
    "course.yml has no outcome {outcome}.",
    "Known: {known}.",
)
NO_SOURCE_TEXT = Rule("no-source-text", "{key}", "{reason}")
BEYOND_THE_END = Rule(
    "beyond-the-end",
    "{key}",
    '"{reference}" lies beyond the end of that text, line {last}.',
    "Mend the line.",
)

HINTS = 3


def check_criteria(file: str, exercise: Exercise, answers: list[Answer], grader: Grader) -> Iterator[Problem]:
    """Check that each criterion compiles and can be worked out for these answers and for the empty one."""
    faults = grader.faults(exercise, answers)
    if not faults:
        yield from _empty_answer(file, exercise, grader)
    for fault in faults:
        yield CRITERION_FAULT.format(
            file=file,
            criterion=fault.criterion,
            reason=fault.reason,
            caret=fault.place,
            expression=fault.expression,
        )


def _empty_answer(file: str, exercise: Exercise, grader: Grader) -> Iterator[Problem]:
    """Check that the answer which the exercise opens on can be read: a repair states it in its setting."""
    try:
        grader.grade(exercise, grader.empty_answer(exercise))
    except AnswerRefusedError as error:
        yield EMPTY_REFUSED.format(file=file, reason=error)


def check_what_counts(file: str, exercise: Exercise, grader: Grader) -> Iterator[Problem]:
    """Check that something is graded, and that criteria in the file are what is graded."""
    graded = [criterion["id"] for criterion in grader.grade(exercise, grader.empty_answer(exercise))["criteria"]]
    if not graded:
        yield NO_CRITERIA.format(file=file)
    if exercise.criteria and graded != [criterion.id for criterion in exercise.criteria]:
        yield IDLE_CRITERIA.format(file=file, kind=exercise.kind)


def check_exercise(course: Course, file: str, exercise: Exercise, source_ids: set[str]) -> Iterator[Problem]:
    """Check hints, numbers, ids, questions and sources. `source_ids` are the keys of that dataset."""
    questions = exercise.setting.get("questions", [])
    known = [outcome.id for outcome in course.outcomes]
    for outcome in exercise.outcomes:
        if outcome not in known:
            yield UNKNOWN_OUTCOME.format(file=file, outcome=outcome, known=", ".join(known))
    if exercise.criteria and len(exercise.hints) != HINTS:
        yield HINT_COUNT.format(file=file, count=len(exercise.hints))
    for key, id_ in _ids_that_stand_twice(exercise.setting, "setting"):
        yield SAME_ID.format(file=file, key=key, id=id_)
    yield from _numbers(file, exercise)
    for question in questions:
        yield from check_question(file, question)
    yield from _sources(course, file, exercise, source_ids)


def _numbers(file: str, exercise: Exercise) -> Iterator[Problem]:
    numbers = [("number", exercise.number)]
    numbers += [("question", question["id"]) for question in exercise.setting.get("questions", [])]
    for key, number in numbers:
        if re.findall("[0-9]+", number)[0] != str(exercise.chapter):
            yield OTHER_CHAPTER.format(file=file, key=key, number=number, chapter=exercise.chapter)


def _ids_that_stand_twice(part: Any, key: str) -> Iterator[tuple[str, str]]:
    """Look into every list of a setting whose entries have ids: palettes, aims, questions, options."""
    if isinstance(part, Mapping):
        for name, inner in part.items():
            yield from _ids_that_stand_twice(inner, f"{key}.{name}")
    elif isinstance(part, list):
        ids = [entry["id"] for entry in part if isinstance(entry, Mapping) and "id" in entry]
        yield from ((key, id_) for id_ in sorted({id_ for id_ in ids if ids.count(id_) > 1}))
        for index, inner in enumerate(part):
            yield from _ids_that_stand_twice(inner, f"{key}[{index}]")


def _sources(course: Course, file: str, exercise: Exercise, source_ids: set[str]) -> Iterator[Problem]:
    for key, text in source_references(exercise):
        reference = parse_line_or_record(text)
        place = {"file": file, "key": key, "reference": text}
        try:
            source_id = source_of(course, reference)
        except UnknownSourceTextError as error:
            yield NO_SOURCE_TEXT.format(file=file, key=key, reason=error)
            continue
        if source_ids and source_id not in source_ids:
            yield UNKNOWN_SOURCE.format(**place, source=source_id)
        followed = course.source_text(reference.text_id) if isinstance(reference, LineReference) else None
        if followed and isinstance(reference, LineReference) and reference.last > followed.lines:
            yield BEYOND_THE_END.format(**place, last=followed.lines)
