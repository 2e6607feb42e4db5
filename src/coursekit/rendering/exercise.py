"""An exercise as a page shows it: readable with no script, on paper and to a search, alive once the script runs."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from markupsafe import Markup

from coursekit.citations.references import Reference, parse_line_or_record
from coursekit.citations.titles import label
from coursekit.course import Course
from coursekit.exercises.attachments import attachments_for
from coursekit.exercises.models import Answer, Exercise, Question, Solution
from coursekit.exercises.payload import exercise_data, page_payload, working_data
from coursekit.frontend.assets import read_asset
from coursekit.frontend.catalogue import text
from coursekit.frontend.first_view import first_view
from coursekit.grading.grader import shared_grader
from coursekit.rendering.chart import script_json
from coursekit.rendering.templating import render, render_file

SHORT, MEDIUM = 15, 30
"""Minutes that count as short and as medium in the filter of exercises."""

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
    is_own_page: bool = False


def exercise_html(
    course: Course,
    exercise: Exercise,
    solution: Solution | None,
    addresses: Addresses,
    reviews: Iterable[Question] = (),
) -> str:
    """Return the HTML of an exercise, with the data that brings it to life; `reviews` as `page_payload` takes them.

    On a page of its own, the exercise is also drawn as the page's script will draw it for somebody who begins.
    """
    link = addresses.reference
    payload = page_payload(
        course, exercise, solution, [linked_question(course, question, link) for question in reviews]
    )
    payload["atlas"] = addresses.atlas
    payload["exercise"] = linked(course, payload["exercise"], link)
    shown = payload["exercise"]["setting"].get("data")
    if addresses.dataset and isinstance(shown, dict) and "dataset" in shown:
        payload["exercise"]["setting"]["data"] = {**shown, "href": addresses.dataset(shown["dataset"])}
    texts = course.texts("en")
    drawn = first_view({**payload, "texts": {"en": texts}}) if addresses.is_own_page else ""
    paper = render(read_asset(f"kinds/{exercise.kind}/paper.html"), exercise=exercise, texts=texts)
    return render_file(
        "exercise.html",
        exercise=exercise,
        paper=Markup(paper),  # noqa: S704 (rendered just now, with escaping)
        payload=script_json(payload),
        first_view=Markup(drawn),  # noqa: S704 (drawn with escaping)
    )


def answer_html(course: Course, exercise: Exercise, answer: Answer, words: list[str], link: LinkOfReference) -> str:
    """Return the HTML of an answer that is shown and cannot be changed: in words, drawn once the script runs."""
    shown = {**exercise_data(exercise), **attachments_for(course, exercise, answer)}
    payload = {"exercise": linked(course, shown, link), "answer": answer}
    return render_file("answer.html", exercise=exercise, words=words, payload=script_json(payload))


def listed_exercise(course: Course, exercise: Exercise) -> dict[str, Any]:
    """Return what a list of exercises needs of one, with the answer of somebody who has not begun, as JSON."""
    shown = {name: getattr(exercise, name) for name in ("id", "number", "version", "kind", "title", "chapter")}
    return {"exercise": shown, "untouched": _untouched(course, exercise)}


def work_script(exercise: Exercise) -> str:
    """Return the name of the script that holds an exercise whole, for the page that tells of all answers."""
    return f"exercises/{exercise.id}.js"


def work_script_text(course: Course, exercise: Exercise, link: LinkOfReference) -> str:
    """Return that script: it adds the exercise to those that the page knows whole."""
    data = linked(course, working_data(course, exercise), link)
    return f"(globalThis.courseExercises ??= {{}})[{json.dumps(exercise.id)}] = {script_json(data)};\n"


def _untouched(course: Course, exercise: Exercise) -> str:
    return json.dumps(shared_grader(course).empty_answer(exercise), ensure_ascii=False)


def exercise_card_html(course: Course, exercise: Exercise, address: str) -> str:
    """Return a card that leads to the page of an exercise."""
    return render_file("exercise-card.html", **_card(course, exercise, address))


def exercise_list_html(course: Course, exercises: list[Exercise], address_of: Callable[[Exercise], str]) -> str:
    """Return the cards of exercises by chapter, with the filters that a script puts to work."""
    chapters = [
        (number, [_card(course, exercise, address_of(exercise)) for exercise in group])
        for number, group in groupby(exercises, key=lambda exercise: exercise.chapter)
    ]
    filters = {
        "chapter": [(str(number), "", str(number)) for number, _ in chapters],  # a number needs no text
        "kind": [_option(kind, f"does.{kind}") for kind in sorted({e.kind for e in exercises})],
        "time": [_option(time, f"filters.time.{time}") for time in ("short", "medium", "long")],
        "outcome": [
            (id_.removeprefix("outcome."), id_, words)
            for id_, words in course.texts("en").items()
            if id_.startswith("outcome.")
        ],
        "progress": [_option(state, f"progress.{state}") for state in PROGRESS],
    }
    return render_file("exercise-list.html", chapters=chapters, filters=filters)


def _option(value: str, id_: str) -> tuple[str, str, str]:
    """Return an option of a filter: its value, the id of its text, and the text in English."""
    return value, id_, text(id_)


def _card(course: Course, exercise: Exercise, address: str) -> dict[str, Any]:
    """Return what a card shows, and by what it can be found."""
    time = "short" if exercise.minutes <= SHORT else "medium" if exercise.minutes <= MEDIUM else "long"
    return {
        "exercise": exercise,
        "address": address,
        "course": course.id,
        "untouched": _untouched(course, exercise),
        "time": time,
    }


def linked(course: Course, data: dict[str, Any], link: LinkOfReference) -> dict[str, Any]:
    """Return exercise data in which each source reference also carries its words and its address."""
    setting = data["setting"]
    if "questions" in setting:
        setting = {
            **setting,
            "questions": [linked_question(course, question, link) for question in setting["questions"]],
        }
    return {
        **data,
        "sources": [_as_link(course, source, link) for source in data["sources"]],
        "criteria": [
            {**criterion, "source": _as_link(course, criterion["source"], link)} for criterion in data["criteria"]
        ],
        "setting": setting,
    }


def linked_question(course: Course, question: Question, link: LinkOfReference) -> Question:
    """Return a question in which each source reference carries its words and its address; a guess has none."""
    if "source" not in question:
        return question
    further = [_as_link(course, source, link) for source in question.get("further_sources", [])]
    return {**question, "source": _as_link(course, question["source"], link), "further_sources": further}


def _as_link(course: Course, text: str, link: LinkOfReference) -> dict[str, str]:
    reference = parse_line_or_record(text)
    href = link(reference)
    return {"text": text, "label": label(course, reference), "href": href}
