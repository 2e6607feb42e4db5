"""Rules for what a notebook takes from the datasets: only what is confirmed, and one revision at a time.

They read the code and the stored outputs. What they cannot see: a figure that is typed into the text by hand, a
column that was renamed or computed before it was drawn, and whether a source says what the sentence says.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from coursekit.checks.problem import Problem, Rule
from coursekit.course import Course
from coursekit.datasets.confirmation import unconfirmed_places
from coursekit.datasets.descriptor import DatasetError, Field, Table, has_datasets, read_package
from coursekit.datasets.tables import rows_of
from coursekit.mime import VEGA_LITE_MIME

NOT_PYTHON = Rule(
    "not-python",
    "cell {cell}",
    "it is not plain Python ({reason}), so its datasets cannot be checked.",
    "Mend it.",
)
NOT_WRITTEN_OUT = Rule(
    "not-written-out",
    "cell {cell}",
    "the name of a dataset is not written out.",
    "Write it in quotes.",
)
UNKNOWN_DATASET = Rule(
    "unknown-dataset",
    "cell {cell}",
    'there is no dataset "{name}".',
    "Mend the name.",
)
NOT_CONFIRMED = Rule(
    "not-confirmed",
    "cell {cell}",
    'the dataset "{name}" holds what is not confirmed ({places}).',
    'Write dataset("{name}", confirmed=True).',
)
PAST_THE_READER = Rule(
    "past-the-reader",
    "cell {cell}",
    "{function} reads past the checks of the datasets.",
    "Use dataset(...).",
)
MIXED = Rule(
    "mixed",
    "cell {cell}",
    'a chart mixes {field} {values} of the dataset "{name}".',
    "Draw one of them.",
)
NOT_TOLD = Rule(
    "not-told",
    "cell {cell}",
    'a chart draws {columns} of the dataset "{name}" without the column {field}, so nobody can tell whether it mixes '
    "any.",
    "Keep the column in the data of the chart.",
)
NOT_A_CHART = Rule(
    "not-a-chart",
    "cell {cell}",
    "its stored chart is damaged.",
    "Run `make execute`.",
)
NOT_A_SOURCE = Rule(
    "not-a-source",
    "cell {cell}",
    'it cites "{source}", which is not confirmed.',
    "Cite a source that was read.",
)

MEASURES = ("integer", "number")
FILE_READERS = ("read_csv", "read_table", "read_json")
PLACES_SHOWN = 3


@dataclass(frozen=True)
class Holdings:
    """What the datasets hold, as far as these rules ask: `unconfirmed` gives the places in a table that has any."""

    tables: dict[str, Table]
    unconfirmed: dict[str, list[str]]
    unconfirmed_sources: frozenset[str]


def read_holdings(course: Course) -> Holdings:
    """Read which rows and cells of the datasets of a course are not confirmed. Raises DatasetError."""
    folder = course.datasets
    tables = read_package(folder).tables if has_datasets(course) else {}
    found = {}
    for name, table in tables.items():
        found[name] = unconfirmed_places(table, (row for _, row in rows_of(folder, table)))
    unconfirmed = {name: places for name, places in found.items() if places}
    return Holdings(tables, unconfirmed, frozenset(found.get(course.tables.sources, ())))


def check_dataset_use(course: Course, notebooks: Mapping[str, dict[str, Any]]) -> Iterator[Problem]:
    """Check the valid notebooks of a course, by file name; broken datasets are reported elsewhere."""
    try:
        holdings = read_holdings(course)
    except (DatasetError, RecursionError):
        return
    for file, notebook in notebooks.items():
        yield from check_cells(file, notebook["cells"], holdings)


def check_cells(file: str, cells: list[dict[str, Any]], holdings: Holdings) -> Iterator[Problem]:
    """Check the cells of one notebook, as they stand in its file."""
    read: set[str] = set()
    for number, cell in enumerate(cells, 1):
        place: dict[str, Any] = {"file": file, "cell": number}
        text = "".join(cell["source"])
        if cell["cell_type"] != "code":
            yield from _citations(place, re.findall(r"\{source\}`([^`\s]+)", text), holdings)
            continue
        try:
            calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:  # a null byte, or endless nesting
            yield NOT_PYTHON.format(**place, reason=error.msg if isinstance(error, SyntaxError) else error)
            continue
        for call in calls:
            yield from _call(place, call, holdings, read)
        for output in cell.get("outputs", []):
            spec = output.get("data", {}).get(VEGA_LITE_MIME)
            if spec and not _is_chart(spec):
                yield NOT_A_CHART.format(**place)
            elif spec:
                yield from _citations(place, _about(spec).get("sources", []), holdings)
                yield from _mixtures(place, spec, [holdings.tables[name] for name in sorted(read)])


def _call(place: dict[str, Any], call: ast.Call, holdings: Holdings, read: set[str]) -> Iterator[Problem]:
    """Check one call, and note the dataset that it reads."""
    function = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if function in FILE_READERS:
        yield PAST_THE_READER.format(**place, function=function)
    if function != "dataset":
        return
    named = call.args[0] if call.args else next((word.value for word in call.keywords if word.arg == "name"), None)
    name = named.value if isinstance(named, ast.Constant) else None
    if not isinstance(name, str):
        yield NOT_WRITTEN_OUT.format(**place)
    elif name not in holdings.tables:
        yield UNKNOWN_DATASET.format(**place, name=name)
    else:
        read.add(name)
        places = holdings.unconfirmed.get(name, [])
        if places and not any(word.arg == "confirmed" and _is_true(word.value) for word in call.keywords):
            shown = "; ".join(places[:PLACES_SHOWN]) + ("; ..." if len(places) > PLACES_SHOWN else "")
            yield NOT_CONFIRMED.format(**place, name=name, places=shown)


def _about(spec: dict[str, Any]) -> Any:
    """Return what the course notes about a chart inside it."""
    meta = spec.get("usermeta", {})
    return meta.get("coursekit", {}) if isinstance(meta, dict) else None


def _is_chart(spec: Any) -> bool:
    """Say whether a stored chart has the parts that these rules read, in their shape: its file may be damaged."""
    about = _about(spec) if isinstance(spec, dict) else None
    if not isinstance(about, dict) or not isinstance(spec.get("datasets", {}), dict):
        return False
    cited, tables = about.get("sources", []), spec.get("datasets", {}).values()
    return (
        isinstance(cited, list)
        and all(isinstance(source, str) for source in cited)
        and all(isinstance(rows, list) and all(isinstance(row, dict) for row in rows) for rows in tables)
    )


def _is_true(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is True


def _citations(place: dict[str, Any], cited: Iterable[str], holdings: Holdings) -> Iterator[Problem]:
    for source in cited:
        if source in holdings.unconfirmed_sources:
            yield NOT_A_SOURCE.format(**place, source=source)


def _mixtures(place: dict[str, Any], spec: dict[str, Any], tables: list[Table]) -> Iterator[Problem]:
    """Look in the data of a chart for measured columns of a table, and for what must not be mixed beside them."""
    pairs = [(table, field) for table in tables for field in table.fields if field.never_mixed]
    for rows in spec.get("datasets", {}).values():
        columns = {column for row in rows for column in row}
        for table, field in pairs:
            drawn = sorted(columns & {other.name for other in table.fields if _is_measure(other)})
            values = sorted({str(row.get(field.name)) for row in rows})
            if drawn and field.name not in columns:
                yield NOT_TOLD.format(**place, columns=", ".join(drawn), name=table.name, field=field.name)
            elif drawn and len(values) > 1:
                yield MIXED.format(**place, field=field.name, values=" and ".join(values), name=table.name)


def _is_measure(field: Field) -> bool:
    return field.type in MEASURES and bool(field.unit)
