"""How the outputs of course notebooks become pages: the plug-in that MyST-NB calls for our mime types."""

from typing import Any, ClassVar

from docutils import nodes
from myst_nb.core.render import MimeData, NbElementRenderer

from coursekit.book.addresses import ATLAS_PAGE, Page
from coursekit.exercises.attachments import earlier_exercises
from coursekit.exercises.models import Exercise
from coursekit.exercises.question_bank import resolve_exercise, reviewed_questions
from coursekit.exercises.reader import all_exercises, find_solution
from coursekit.grading.grader import shared_grader
from coursekit.mime import ANSWER_MIME, EXERCISE_MIME, VEGA_LITE_MIME
from coursekit.rendering.chart import chart_html
from coursekit.rendering.exercise import Addresses, answer_html, exercise_html

OUTDATED = (
    "The stored output shows edition {stored} of {exercise}, but its file is edition {now}. "
    "Run `make execute` and commit the notebook."
)


OURS = (VEGA_LITE_MIME, EXERCISE_MIME, ANSWER_MIME)


class CourseRenderer:
    """Draws charts, exercises and answers; leaves every other output to MyST-NB."""

    mime_priority_overrides: ClassVar = [("*", mime, 1) for mime in OURS]

    @staticmethod
    def handle_mime(renderer: NbElementRenderer, data: MimeData, inline: bool) -> list[nodes.Element] | None:  # noqa: FBT001 (MyST-NB's signature)
        """Return the nodes of an output of ours, or None for another's."""
        if inline or data.mime_type not in OURS:
            return None
        page = Page(renderer.renderer.sphinx_env)
        content: Any = data.content  # JSON mime types arrive parsed
        if data.mime_type == VEGA_LITE_MIME:
            html = chart_html(content, page.asset("vega.js"), page.source, page.pictures)
        elif data.mime_type == EXERCISE_MIME:
            exercises = all_exercises(page.course)
            exercise = _current(content["id"], content["version"], exercises, page, renderer)
            solution, reviews = find_solution(page.course, exercise), reviewed_questions(exercise, exercises)
            is_own_page = page.name == f"exercises/{exercise.id}"
            addresses = Addresses(page.reference, page.dataset, page.to(ATLAS_PAGE), is_own_page)
            html = exercise_html(page.course, exercise, solution, addresses, reviews)
        else:
            exercise = _current(content["exercise"], content["version"], all_exercises(page.course), page, renderer)
            words = shared_grader(page.course).describe(exercise, content["answer"])
            html = answer_html(page.course, exercise, content["answer"], words, page.reference)
        return [nodes.raw("", html, format="html", classes=["output"])]


def _current(name: str, version: str, exercises: list[Exercise], page: Page, renderer: NbElementRenderer) -> Exercise:
    """Find an exercise that an output shows, or make it anew from the bank; a warning when it has changed since."""
    exercise = resolve_exercise(name, exercises)
    page.depends_on_data()
    for read in (exercise.id, *earlier_exercises(exercise)):
        page.depends_on(page.course.folder / "exercises", f"{read}.yaml")
    if not exercise.criteria:  # it asks questions of the bank, or leads back to them
        page.depends_on(page.course.folder / "exercises", "quizzes/*.yaml")
    page.depends_on(page.course.folder / "solutions", f"{exercise.id}.yaml")
    if version != exercise.version:
        message = OUTDATED.format(stored=version, exercise=exercise.id, now=exercise.version)
        renderer.logger.warning(message)
    return exercise
