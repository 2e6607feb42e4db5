"""An exercise as a page shows it: readable with no script, on paper and to a search, alive once the script runs."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from markupsafe import Markup

from coursekit.citations.references import Reference, SeedReference, parse_line_or_record
from coursekit.citations.titles import short_titles
from coursekit.course import COURSE_ID
from coursekit.exercises.attachments import materials_for
from coursekit.exercises.models import Answer, Exercise, Question, Solution
from coursekit.exercises.payload import exercise_data, page_payload
from coursekit.frontend.assets import read_asset
from coursekit.frontend.first_view import first_view
from coursekit.grading.grader import shared_grader
from coursekit.rendering.chart import script_json
from coursekit.rendering.templating import render, render_file

SHORT, MEDIUM = 15, 30
"""Minutes that count as short and as medium in the filter of exercises."""

OUTCOMES = tuple(f"CO{number}" for number in range(1, 11))
PROGRESS = ("not-started", "in-progress", "not-yet", "passed")

LinkOfReference = Callable[[Reference], str]
"""From a source to the address where the page shows it."""

PageOfDataset = Callable[[str], str]
"""From the name of a dataset to the address of its page, where each row names its sources."""


@dataclass(frozen=True)
class Addresses:
    """Where other pages stand, as seen from the page that shows an exercise."""

    reference: LinkOfReference
    dataset: PageOfDataset | None = None
    atlas: str = ""


def exercise_html(
    exercise: Exercise,
    solution: Solution | None,
    addresses: Addresses,
    reviews: Iterable[Question] = (),
    *,
    has_page: bool = False,
) -> str:
    """Return the HTML of an exercise, with the data that brings it to life; `reviews` as `page_payload` takes them.

    On a page of its own, the exercise is also drawn as the page's script will draw it for somebody who begins.
    """
    link = addresses.reference
    payload = page_payload(exercise, solution, [linked_question(question, link) for question in reviews])
    payload["atlas"] = addresses.atlas
    payload["exercise"] = linked(payload["exercise"], link)
    shown = payload["exercise"]["setting"].get("data")
    if addresses.dataset and isinstance(shown, dict) and "dataset" in shown:
        payload["exercise"]["setting"]["data"] = {**shown, "href": addresses.dataset(shown["dataset"])}
    paper = render(read_asset(f"kinds/{exercise.kind}/paper.html"), exercise=exercise)
    return render_file(
        "exercise.html",
        exercise=exercise,
        paper=Markup(paper),  # noqa: S704 (rendered just now, with escaping)
        payload=script_json(payload),
        first_view=Markup(first_view(payload) if has_page else ""),  # noqa: S704 (drawn with escaping)
    )


def answer_html(exercise: Exercise, answer: Answer, words: list[str], link: LinkOfReference) -> str:
    """Return the HTML of an answer that is shown and cannot be changed: in words, drawn once the script runs."""
    shown = {**exercise_data(exercise), **materials_for(exercise, answer)}
    payload = {"exercise": linked(shown, link), "answer": answer}
    return render_file("answer.html", exercise=exercise, words=words, payload=script_json(payload))


def exercise_card_html(exercise: Exercise, address: str) -> str:
    """Return a card that leads to the page of an exercise."""
    return render_file("exercise-card.html", **_card(exercise, address))


def exercise_list_html(exercises: list[Exercise], address_of: Callable[[Exercise], str]) -> str:
    """Return the cards of exercises by chapter, with the filters that a script puts to work."""
    chapters = [
        (number, [_card(exercise, address_of(exercise)) for exercise in group])
        for number, group in groupby(exercises, key=lambda exercise: exercise.chapter)
    ]
    filters = {
        "chapter": [(str(number), "") for number, _ in chapters],  # a number needs no text
        "kind": [(kind, f"does.{kind}") for kind in sorted({e.kind for e in exercises})],
        "time": [(time, f"filters.time.{time}") for time in ("short", "medium", "long")],
        "outcome": [(outcome, f"outcome.{outcome}") for outcome in OUTCOMES],
        "progress": [(state, f"progress.{state}") for state in PROGRESS],
    }
    return render_file("exercise-list.html", chapters=chapters, filters=filters)


def _card(exercise: Exercise, address: str) -> dict[str, Any]:
    """Return what a card shows, and by what it can be found."""
    untouched = json.dumps(shared_grader().empty_answer(exercise), ensure_ascii=False)
    time = "short" if exercise.minutes <= SHORT else "medium" if exercise.minutes <= MEDIUM else "long"
    return {"exercise": exercise, "address": address, "course": COURSE_ID, "untouched": untouched, "time": time}


def linked(data: dict[str, Any], link: LinkOfReference) -> dict[str, Any]:
    """Return exercise data in which each source reference also carries its words and its address."""
    setting = data["setting"]
    if "questions" in setting:
        setting = {**setting, "questions": [linked_question(question, link) for question in setting["questions"]]}
    return {
        **data,
        "sources": [_as_link(source, link) for source in data["sources"]],
        "criteria": [{**criterion, "source": _as_link(criterion["source"], link)} for criterion in data["criteria"]],
        "setting": setting,
    }


def linked_question(question: Question, link: LinkOfReference) -> Question:
    """Return a question in which each source reference carries its words and its address; a guess has none."""
    if "source" not in question:
        return question
    further = [_as_link(source, link) for source in question.get("further_sources", [])]
    return {**question, "source": _as_link(question["source"], link), "further_sources": further}


def _as_link(text: str, link: LinkOfReference) -> dict[str, str]:
    reference = parse_line_or_record(text)
    href = link(reference)
    label = reference.label if isinstance(reference, SeedReference) else short_titles()[reference.source_id]
    return {"text": text, "label": label, "href": href}
