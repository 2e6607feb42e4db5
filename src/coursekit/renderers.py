"""How the outputs of course notebooks become pages: the plug-in that MyST-NB calls for our mime types."""

from typing import Any, ClassVar

from docutils import nodes
from myst_nb.core.render import MimeData, NbElementRenderer

from coursekit.chart_html import chart_html
from coursekit.exercise_html import exercise_html
from coursekit.exercises import find_exercise, find_solution
from coursekit.pages import Page
from coursekit.palette import VEGA_LITE_MIME
from coursekit.payload import EXERCISE_MIME

OUTDATED = (
    "The stored output shows edition {stored} of {exercise}, but its file is edition {now}. "
    "Run `make execute` and commit the notebook."
)


class CourseRenderer:
    """Draws charts and exercises; leaves every other output to MyST-NB."""

    mime_priority_overrides: ClassVar = [("*", VEGA_LITE_MIME, 1), ("*", EXERCISE_MIME, 1)]

    @staticmethod
    def handle_mime(renderer: NbElementRenderer, data: MimeData, inline: bool) -> list[nodes.Element] | None:  # noqa: FBT001 (MyST-NB's signature)
        """Return the nodes of an output of ours, or None for another's."""
        if inline or data.mime_type not in (VEGA_LITE_MIME, EXERCISE_MIME):
            return None
        page = Page(renderer.renderer.sphinx_env)
        content: Any = data.content  # JSON mime types arrive parsed
        if data.mime_type == VEGA_LITE_MIME:
            html = chart_html(content, page.asset("vega.js"), page.source, page.pictures)
        else:
            html = _exercise(content, page, renderer)
        return [nodes.raw("", html, format="html", classes=["output"])]


def _exercise(stored: dict[str, Any], page: Page, renderer: NbElementRenderer) -> str:
    exercise = find_exercise(stored["id"], page.course)
    page.depends_on(page.course / "exercises", f"{exercise.id}.yaml")
    page.depends_on(page.course / "solutions", f"{exercise.id}.yaml")
    if stored["version"] != exercise.version:
        message = OUTDATED.format(stored=stored["version"], exercise=exercise.id, now=exercise.version)
        renderer.logger.warning(message)
    return exercise_html(exercise, find_solution(exercise, page.course), page.reference)
