"""An exercise as a page shows it: readable with no script, on paper and to a search, alive once the script runs."""

from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import Markup

from coursekit.chart_html import script_json
from coursekit.course import read_asset
from coursekit.exercises import Answer, Exercise, Question, Solution
from coursekit.html import render, render_file
from coursekit.payload import exercise_data, page_payload
from coursekit.references import Reference, SeedReference, parse_line_or_record
from coursekit.source_titles import short_titles

LinkOfReference = Callable[[Reference], str]
"""From a source to the address where the page shows it."""


def exercise_html(
    exercise: Exercise, solution: Solution | None, link: LinkOfReference, reviews: Iterable[Question] = ()
) -> str:
    """Return the HTML of an exercise, with the data that brings it to life; `reviews` as `page_payload` takes them."""
    payload = page_payload(exercise, solution, [linked_question(question, link) for question in reviews])
    payload["exercise"] = linked(payload["exercise"], link)
    paper = render(read_asset(f"kinds/{exercise.kind}/paper.html"), exercise=exercise)
    return render_file(
        "exercise.html",
        exercise=exercise,
        paper=Markup(paper),  # noqa: S704 (rendered just now, with escaping)
        payload=script_json(payload),
    )


def answer_html(exercise: Exercise, answer: Answer, words: list[str], link: LinkOfReference) -> str:
    """Return the HTML of an answer that is shown and cannot be changed: in words, drawn once the script runs."""
    payload = {"exercise": linked(exercise_data(exercise), link), "answer": answer}
    return render_file("answer.html", exercise=exercise, words=words, payload=script_json(payload))


def exercise_card_html(exercise: Exercise, address: str) -> str:
    """Return a card that leads to the page of an exercise."""
    return render_file("exercise-card.html", exercise=exercise, address=address)


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
