"""An exercise as a page shows it: readable with no script, on paper and to a search, alive once the script runs."""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from coursekit.chart_html import script_json
from coursekit.course import read_asset
from coursekit.exercises import Answer, Exercise, Solution
from coursekit.html import render, render_file
from coursekit.materials import materials_for
from coursekit.payload import exercise_data, page_payload
from coursekit.references import SeedReference, parse_reference

LinkOfReference = Callable[[SeedReference], str]
"""From a source line to the address where the page shows it."""


def exercise_html(exercise: Exercise, solution: Solution | None, link: LinkOfReference) -> str:
    """Return the HTML of an exercise, with the data that brings it to life."""
    payload = page_payload(exercise, solution)
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
    shown = {**exercise_data(exercise), **materials_for(exercise, answer)}
    payload = {"exercise": linked(shown, link), "answer": answer}
    return render_file("answer.html", exercise=exercise, words=words, payload=script_json(payload))


def exercise_card_html(exercise: Exercise, address: str) -> str:
    """Return a card that leads to the page of an exercise."""
    return render_file("exercise-card.html", exercise=exercise, address=address)


def linked(data: dict[str, Any], link: LinkOfReference) -> dict[str, Any]:
    """Return exercise data in which each source reference also carries its words and its address."""

    def as_link(text: str) -> dict[str, str]:
        reference = parse_reference(text)
        return {"text": text, "label": reference.label, "href": link(reference)}

    criteria = [{**criterion, "source": as_link(criterion["source"])} for criterion in data["criteria"]]
    questions = [
        {**question, "source": as_link(question["source"])} for question in data["setting"].get("questions", [])
    ]
    return {
        **data,
        "sources": [as_link(source) for source in data["sources"]],
        "criteria": criteria,
        "setting": {**data["setting"], **({"questions": questions} if questions else {})},
    }
