"""What a page says about a column of a dataset: the entry of the descriptor in words."""

from collections.abc import Iterator
from typing import Any

from coursekit.datasets.descriptor import Field, Package

KINDS = {
    "string": "Text",
    "integer": "Whole number",
    "number": "Number",
    "boolean": "Yes or no",
    "date": "Day",
}
PARTIAL_DATE = "Date, as exact as it is known: 2013, 2013-10 or 2013-10-03"
SLUG = "[a-z0-9]+(-[a-z0-9]+)*"
COUNTRY = "ISO 3166-1 alpha-3 code of a country (XKX for Kosovo, in the context of Security Council resolution 1244)"


def column_facts(package: Package, field: Field, cells: list[str]) -> dict[str, Any]:
    """Collect what a page shows of a column: `cells` are its cells as they stand in the file.

    `facts` are short sentences without their full stop, `terms` pairs of term and definition (`is_defined`
    says whether there are any), `form` a regular expression, `targets` the tables in which the
    items of a list are rows.
    """
    rule = field.list_rule
    definitions = package.vocabularies.get(field.vocabulary, {})
    targets = [target.split(".")[0] for target in rule.targets] if rule else []
    return {
        "name": field.name,
        "title": field.title,
        "description": field.description,
        "facts": list(_facts(field, cells)),
        "form": "" if _is_said_in_words(field) else field.constraints.pattern,
        "terms": [(term, definitions.get(term, "")) for term in (rule.enum if rule else field.constraints.enum)],
        "is_defined": bool(definitions),
        "targets": [{"name": name, "title": package.tables[name].title} for name in targets if name in package.tables],
    }


def _is_said_in_words(field: Field) -> bool:
    """Whether the facts say all that the pattern of a column says; the items of lists are left to the download."""
    return bool(field.list_rule) or field.partial_date or field.country_codes or _has_slugs(field)


def _has_slugs(field: Field) -> bool:
    return field.constraints.pattern == SLUG


def _facts(field: Field, cells: list[str]) -> Iterator[str]:
    yield _kind(field)
    if field.country_codes:
        when = field.pattern_when
        yield f"Where {when.field} is {when.equals}: {COUNTRY}" if when else COUNTRY
    if field.list_rule and field.list_rule.keys_of_table_in:
        yield f"Items are keys of the table that {field.list_rule.keys_of_table_in} names"
    if field.count_of:
        yield f"Counts the items of {field.count_of}"
    if field.year_of:
        yield f"The year of {field.year_of}"
    if field.ordered:
        yield "The order of the terms means something"
    yield from _limits(field)
    if field.never_mixed:
        yield "Never mix two of its values in one chart or series"
    if field.unconfirmed:
        yield f"A row marked {field.unconfirmed} is not confirmed"
    empty = cells.count("")
    if not field.constraints.required:
        yield f"Empty in {empty} of {len(cells)} rows" if empty else "Filled in every row"


def _kind(field: Field) -> str:
    if field.list_rule:
        return f"List; items are parted by {field.list_rule.separator}"
    if field.partial_date:
        return PARTIAL_DATE
    if field.constraints.enum:
        return "One of the terms below"
    return f"{KINDS[field.type]}, in {field.unit}" if field.unit else KINDS[field.type]


def _limits(field: Field) -> Iterator[str]:
    least, most = field.constraints.minimum, field.constraints.maximum
    if least is not None and most is not None:
        yield f"From {least:g} to {most:g}"
    elif least is not None:
        yield f"At least {least:g}"
    elif most is not None:
        yield f"At most {most:g}"
    if field.constraints.required:
        yield "Never empty"
    if field.constraints.unique:
        yield "Each value stands once"
    if _has_slugs(field):
        yield "Small letters and digits, parted by hyphens"
