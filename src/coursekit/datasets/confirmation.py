"""Which rows and cells of a table were not looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.datasets.descriptor import KEY_SEPARATOR, Table

if TYPE_CHECKING:
    from collections.abc import Iterable


def unconfirmed_places(table: Table, rows: Iterable[dict[str, str]]) -> list[str]:
    """Name each row that is not confirmed by its key, and with its fields when only some cells are not."""
    places = []
    for row in rows:
        key = KEY_SEPARATOR.join(row[name] for name in table.table_schema.primary_key)
        if any(field.unconfirmed and row[field.name] == field.unconfirmed for field in table.fields):
            places.append(key)
            continue
        places += [
            f"{key}: {row[field.name]}" for field in table.fields if field.unconfirmed_fields and row[field.name]
        ]
    return places
