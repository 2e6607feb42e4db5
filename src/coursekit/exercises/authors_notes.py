"""What the file of an exercise says to authors and facilitators alone, and what is left of its data without it."""

from collections.abc import Mapping
from typing import Any


def without_notes(setting: Mapping[str, Any]) -> dict[str, Any]:
    """Return a setting without what its questions say to authors: no page grows by it, and no version changes with it.

    Left out are what a question asks for (`asks`) and the mistake behind a wrong option (`mistake`).
    """
    if "questions" not in setting:
        return dict(setting)
    return {**setting, "questions": [question_without_notes(question) for question in setting["questions"]]}


def question_without_notes(question: Mapping[str, Any]) -> dict[str, Any]:
    """Return a question as a page needs it."""
    options = [_without(option, "mistake") for option in question["options"]]
    return {**_without(question, "asks"), "options": options}


def _without(entry: Mapping[str, Any], note: str) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key != note}
