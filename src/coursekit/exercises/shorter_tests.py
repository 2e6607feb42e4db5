"""A shorter test: some items of a whole one, which stand in one file only and are taken from there."""

from collections.abc import Mapping
from typing import Any

from coursekit.course import CourseError

Setting = Mapping[str, Any]
"""The setting of an exercise of the kind test, as its schema has it."""


class ShorterTestError(CourseError):
    """A shorter test that asks for what the whole one does not have."""

    no_whole = 'there is no "{name}.yaml" beside it. Name the test of which this is a part.'
    part_of_part = '"{name}" is itself a part of a test. Name the whole one.'
    no_item = '"{name}" has no item {item}. It has: {known}.'


def shorter_setting(setting: Setting, whole: Setting | None) -> dict[str, Any]:
    """Return the setting of a shorter test with its items, in its own order, and the outcomes that they measure.

    `whole` is the setting of the test that it is a part of, None when there is no such file. Raises ShorterTestError.
    """
    name = setting["part_of"]
    if whole is None:
        raise ShorterTestError(ShorterTestError.no_whole.format(name=name))
    if "outcomes" not in whole:
        raise ShorterTestError(ShorterTestError.part_of_part.format(name=name))
    items = {item["id"]: item for item in whole["items"]}
    for item in setting["items"]:
        if item not in items:
            raise ShorterTestError(ShorterTestError.no_item.format(name=name, item=item, known=", ".join(items)))
    chosen = [items[item] for item in setting["items"]]
    measured = {item["outcome"] for item in chosen}
    outcomes = [outcome for outcome in whole["outcomes"] if outcome in measured]
    return {**setting, "outcomes": outcomes, "items": chosen}
