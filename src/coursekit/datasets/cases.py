"""How the real cases of a course are built, and what became of them: what a trainee's design is compared with.

Only what was looked up: a row that rests on background knowledge is left out, and so is a single cell that does. The
comparison itself runs in the page (frontend/kinds/designer/nearest.js), over the levels, kinds of actors and ties
that stand here.
"""

from collections import Counter
from functools import cache
from typing import Any

from coursekit.course import Course
from coursekit.datasets.descriptor import read_package
from coursekit.datasets.initiatives import Row, initiatives, is_unconfirmed, plain_rows, years_in_words
from coursekit.datasets.tables import dataset_names

VERTICAL_SHARE = {"horizontal": 0.0, "both": 0.5, "vertical": 1.0}
"""The share of vertical ties, from the direction of a case as a whole."""

STATUS_UNKNOWN = "What became of it was not looked up."


@cache
def comparable_cases(course: Course) -> tuple[Row, ...]:
    """Return one case for each structure that the tables know; of several alike, the one on which they say the most.

    A case has id, name, years, summary, `became` (sentences) and note, `levels`, `types`, the shares `vertical` and
    `two_way` of its ties (`two_way` is None where no tie is coded) and `alike`: how many others are built the same
    way. One with coded ties stands for its like before others. Empty in a course without these tables.
    """
    tables = course.tables
    if not {tables.cases, tables.ties, tables.results} <= set(dataset_names(course)):
        return ()
    cases = [_case(course, row) for row in initiatives(course) if _is_comparable(course, row)]
    count = Counter(_structure(case) for case in cases)
    cases.sort(
        key=lambda case: (case["two_way"] is None, -len(" ".join([*case["became"], case["note"]])), case["name"])
    )
    first = {_structure(case): case for case in reversed(cases)}
    chosen = [{**case, "alike": count[structure] - 1} for structure, case in first.items()]
    return tuple(sorted(chosen, key=lambda case: str(case["name"]).casefold()))


def _is_comparable(course: Course, row: Row) -> bool:
    """Leave out rows in which nobody is tied to anybody, as the course names them, and what was not looked up."""
    apart = any(row[column] == term for column, term in course.case_terms.not_compared)
    return not apart and not is_unconfirmed(row, "summary")


def _case(course: Course, row: Row) -> Row:
    ties = _ties(course).get(row["initiative_id"], [])
    return {
        "id": row["initiative_id"],
        "name": row["name"],
        "years": years_in_words(row),
        "summary": row["summary"],
        "became": _became(course, row),
        "note": _note(row),
        "levels": _translated(row["levels"], course.case_terms.levels),
        "types": _translated(row["partner_types"], course.case_terms.types),
        "vertical": VERTICAL_SHARE[row["direction"]],
        "two_way": round(sum(bool(tie["both"]) for tie in ties) / len(ties), 3) if ties else None,
    }


def _became(course: Course, row: Row) -> list[str]:
    """Tell what the tables say of its course: the status and counted results."""
    statuses = read_package(course.datasets).vocabularies["initiative_status"]
    said = [STATUS_UNKNOWN if is_unconfirmed(row, "status") else statuses[row["status"]]]
    return said + [result for initiative, result in _results(course).items() if initiative == row["initiative_id"]]


def _note(row: Row) -> str:
    """Return the compiler's note, unless it speaks of cells that rest on background knowledge: those are left out."""
    return "" if row["known_cells"] else row["notes"] or ""


@cache
def _ties(course: Course) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for tie in plain_rows(course, course.tables.ties):
        found.setdefault(tie["initiative_id"], []).append(tie)
    return found


@cache
def _results(course: Course) -> dict[str, str]:
    return {
        row["initiative_id"]: f"{row['name']}: {row['numbers_documented']}."
        for row in plain_rows(course, course.tables.results)
        if row["initiative_id"] and row["numbers_documented"] and row["confidence"] != "known"
    }


def _translated(terms: tuple[str, ...], pairs: tuple[tuple[str, str], ...]) -> list[str]:
    names = dict(pairs)
    return sorted({names.get(term, term) for term in terms} - {""})


def _structure(case: Row) -> tuple[Any, ...]:
    return tuple(case["levels"]), tuple(case["types"]), case["vertical"]
