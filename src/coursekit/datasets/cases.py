"""How the real initiatives are built, and what became of them: what a trainee's design is compared with.

Only what was looked up: a row that rests on background knowledge is left out, and so is a single cell that does. The
comparison itself runs in the page (frontend/kinds/designer/nearest.js), over the levels, kinds of actors and ties
that stand here.
"""

from collections import Counter
from functools import cache
from typing import Any

from coursekit.datasets.descriptor import find_datasets_folder, read_package
from coursekit.datasets.initiatives import Row, initiatives, is_unconfirmed, plain_rows, years_in_words
from coursekit.datasets.tables import dataset_names

LEVELS = {"bilateral": "national", "interregional": "regional"}
"""Levels of the tables as a design has them: two States meet on the national level, regions on the regional one."""

TYPES = {
    "national_government": "national_gov",
    "subnational_authority": "local_gov",
    "international_organization": "int_org",
    "private_sector": "private",
    "financial_service_provider": "private",
    "trade_union": "union",
    "diaspora": "migrants",
    "media": "",  # no design has them
}
"""Kinds of actors of the tables as a design has them; those that have the same name are left out."""

VERTICAL_SHARE = {"horizontal": 0.0, "both": 0.5, "vertical": 1.0}
"""The share of vertical ties, from the direction of an initiative as a whole."""

STATUS_UNKNOWN = "What became of it was not looked up."

TABLES = ("initiatives", "ties", "skills_partnerships")


@cache
def structures() -> tuple[Row, ...]:
    """Return one case for each structure that the tables know; of several alike, the one on which they say the most.

    A case has id, name, years, summary, `became` (sentences) and note, `levels`, `types`, the shares `vertical` and
    `two_way` of its ties (`two_way` is None where no tie is coded) and `alike`: how many others are built the same
    way. One with coded ties stands for its like before others. Empty in a course without these tables.
    """
    if not set(TABLES) <= set(dataset_names()):
        return ()
    cases = [_case(row) for row in initiatives() if _is_partnership(row)]
    count = Counter(_structure(case) for case in cases)
    cases.sort(
        key=lambda case: (case["two_way"] is None, -len(" ".join([*case["became"], case["note"]])), case["name"])
    )
    first = {_structure(case): case for case in reversed(cases)}
    chosen = [{**case, "alike": count[structure] - 1} for structure, case in first.items()]
    return tuple(sorted(chosen, key=lambda case: str(case["name"]).casefold()))


def _is_partnership(row: Row) -> bool:
    """Leave out global agendas and single documents, in which nobody is tied to anybody, and what was not looked up."""
    return row["theme"] != "global-agenda" and row["status"] != "one_off" and not is_unconfirmed(row, "summary")


def _case(row: Row) -> Row:
    ties = _ties().get(row["initiative_id"], [])
    return {
        "id": row["initiative_id"],
        "name": row["name"],
        "years": years_in_words(row),
        "summary": row["summary"],
        "became": _became(row),
        "note": _note(row),
        "levels": _translated(row["levels"], LEVELS),
        "types": _translated(row["partner_types"], TYPES),
        "vertical": VERTICAL_SHARE[row["direction"]],
        "two_way": round(sum(bool(tie["both"]) for tie in ties) / len(ties), 3) if ties else None,
    }


def _became(row: Row) -> list[str]:
    """Tell what the tables say of its course: the status and counted results."""
    statuses = read_package(find_datasets_folder()).vocabularies["initiative_status"]
    said = [STATUS_UNKNOWN if is_unconfirmed(row, "status") else statuses[row["status"]]]
    return said + [result for initiative, result in _results().items() if initiative == row["initiative_id"]]


def _note(row: Row) -> str:
    """Return the compiler's note, unless it speaks of cells that rest on background knowledge: those are left out."""
    return "" if row["known_cells"] else row["notes"] or ""


@cache
def _ties() -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for tie in plain_rows("ties"):
        found.setdefault(tie["initiative_id"], []).append(tie)
    return found


@cache
def _results() -> dict[str, str]:
    return {
        row["initiative_id"]: f"{row['name']}: {row['numbers_documented']}."
        for row in plain_rows("skills_partnerships")
        if row["initiative_id"] and row["numbers_documented"] and row["confidence"] != "known"
    }


def _translated(terms: tuple[str, ...], names: dict[str, str]) -> list[str]:
    return sorted({names.get(term, term) for term in terms} - {""})


def _structure(case: Row) -> tuple[Any, ...]:
    return tuple(case["levels"]), tuple(case["types"]), case["vertical"]
