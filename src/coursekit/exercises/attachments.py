"""What the course adds to an exercise beside its own text: rows that can be cited, and names from earlier exercises.

An exercise asks for it in its setting: `cites_datasets` names the part of an answer that cites rows, and `earlier`
holds the ids of other exercises. An earlier exercise that the course does not have is left out.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from coursekit.course import Course
from coursekit.datasets.descriptor import KEY_SEPARATOR, Table
from coursekit.datasets.tables import dataset_names, describe, rows_of
from coursekit.exercises.models import Answer, Exercise
from coursekit.exercises.reader import read_exercise

NAME_FIELDS = ("name", "title", "item", "claim")
"""Columns that say by themselves what a row is."""
BOOKKEEPING = ("confidence", "notes")
"""Columns that are about a row and not about its matter."""
MAX_LABEL_LENGTH = 80
NAMES = ("name", "title", "text", "label")
"""How an entry of a setting may call what it is."""


def attachments(course: Course, exercise: Exercise) -> dict[str, Any]:
    """Return what the setting of an exercise asks for; nothing for most."""
    found: dict[str, Any] = {}
    if exercise.setting.get("cites_datasets"):
        found["citable"] = _citable(course)
    if exercise.setting.get("earlier"):
        paths = {name: course.folder / "exercises" / f"{name}.yaml" for name in earlier_exercises(exercise)}
        found["earlier"] = {name: _earlier(course, path) for name, path in paths.items() if path.is_file()}
    return {"materials": found} if found else {}


def earlier_exercises(exercise: Exercise) -> list[str]:
    """List the ids of the exercises to which the setting of this one leads back."""
    return sorted(_texts(exercise.setting.get("earlier", {})))


def attachments_for(course: Course, exercise: Exercise, answer: Answer) -> dict[str, Any]:
    """Return only what an answer needs to be shown: the datasets and the rows that it cites."""
    found = attachments(course, exercise).get("materials", {})
    citations = answer.get(exercise.setting["cites_datasets"], []) if "citable" in found else []
    cited = {(row["dataset"], row["row"]) for row in citations}
    citable = {
        name: {**dataset, "rows": {key: label for key, label in dataset["rows"].items() if (name, key) in cited}}
        for name, dataset in found.get("citable", {}).items()
        if any(name == dataset_name for dataset_name, _ in cited)
    }
    return {"materials": {"citable": citable}} if citable else {}


@cache
def _citable(course: Course) -> dict[str, Any]:
    """List every row of every dataset by its key, with a short label."""
    tables = [describe(course, name) for name in dataset_names(course)]
    return {
        table.name: {"title": table.title or table.name, "rows": dict(_rows(course.datasets, table))}
        for table in tables
    }


def _rows(folder: Path, table: Table) -> Iterator[tuple[str, str]]:
    header = [field.name for field in table.fields]
    key = table.table_schema.primary_key
    lists = {field.name for field in table.fields if field.list_rule}
    counts = {field.name for field in table.fields if field.type == "integer" and field.name != "year"}
    telling = [name for name in header if name not in {*key, *lists, *counts, *BOOKKEEPING}]
    named = [name for name in NAME_FIELDS if name in telling][:1] or telling[:4]
    for _, row in rows_of(folder, table):
        label = ", ".join(row[name] for name in named if row[name])
        doubt = " (not confirmed)" if any(row[f.name] == f.unconfirmed for f in table.fields if f.unconfirmed) else ""
        yield KEY_SEPARATOR.join(row[name] for name in key), _short(label) + doubt


def _short(label: str) -> str:
    return (
        label if len(label) <= MAX_LABEL_LENGTH else f"{label[: MAX_LABEL_LENGTH - 1].rstrip()}\N{HORIZONTAL ELLIPSIS}"
    )


def _earlier(course: Course, path: Path) -> dict[str, Any]:
    exercise = read_exercise(course, path)
    return {"title": exercise.title, "named": dict(_named(exercise.setting))}


def _named(part: Any) -> Iterator[tuple[str, dict[str, str]]]:
    """Find everything in a setting that has an id and a name, whatever the kind of exercise."""
    if isinstance(part, Mapping):
        name = next((part[key] for key in NAMES if isinstance(part.get(key), str)), None)
        if isinstance(part.get("id"), str) and name:
            yield part["id"], {"name": name, **{key: part[key] for key in ("type", "level") if key in part}}
        for inner in part.values():
            yield from _named(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _named(inner)


def _texts(part: Any) -> set[str]:
    if isinstance(part, Mapping):
        return {text for inner in part.values() for text in _texts(inner)}
    if isinstance(part, list):
        return {text for inner in part for text in _texts(inner)}
    return {part}
