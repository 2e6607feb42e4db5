"""What the file of an exercise says to authors and facilitators alone, and what is left of its data without it."""

from collections.abc import Mapping
from typing import Any


def without_notes(setting: Mapping[str, Any]) -> dict[str, Any]:
    """Return a setting without what its questions say to authors: no page grows by it, and no version changes with it.

    Left out are what a question asks for (`asks`) and the mistake behind a wrong option (`mistake`); of the items of a
    test, which hold a question in each form, also the step of thought that both ask for (`step`).
    """
    cleaned = dict(setting)
    if "questions" in setting:
        cleaned["questions"] = [question_without_notes(question) for question in setting["questions"]]
    if setting.get("items") and all("forms" in item for item in setting["items"]):
        cleaned["items"] = [_item_without_notes(item) for item in setting["items"]]
    return cleaned


def question_without_notes(question: Mapping[str, Any]) -> dict[str, Any]:
    """Return a question as a page needs it."""
    options = [_without(option, "mistake") for option in question["options"]]
    return {**_without(question, "asks"), "options": options}


def _item_without_notes(item: Mapping[str, Any]) -> dict[str, Any]:
    forms = {name: question_without_notes(form) for name, form in item["forms"].items()}
    return {**_without(item, "asks", "step"), "forms": forms}


def _without(entry: Mapping[str, Any], *notes: str) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key not in notes}
