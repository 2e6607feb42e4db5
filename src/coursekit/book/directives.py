"""Roles {source}, {solution}; directives {exercise-card}, {exercise-list}, {my-work}, {note-box}, {references}."""

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective, SphinxRole

from coursekit.book.addresses import Page, exercise_page, note_questions
from coursekit.citations.references import ReferenceFormatError, parse_reference
from coursekit.citations.titles import UnknownSourceTextError, short_label
from coursekit.datasets.tables import UnknownSourceError, source_records
from coursekit.exercises.reader import UnknownExerciseError, all_exercises, find_exercise
from coursekit.notebooks.source_map import read_things
from coursekit.rendering.chart import script_json
from coursekit.rendering.exercise import (
    exercise_card_html,
    exercise_list_html,
    listed_exercise,
    work_script,
)
from coursekit.rendering.templating import render_file

logger = logging.getLogger(__name__)

NO_SOURCE_TEXT = "The course follows no text {source}. Mend the name, or add the text to course.yml."


class SourceRole(SphinxRole):
    """`{source}` leads from a figure to the record of its source: a source id, or a line such as "charter l.23"."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the link; an unknown source is a warning with its place."""
        source_id, _, line = self.text.partition(" ")
        try:
            page = Page(self.env)
            title, address = page.source(source_id)
            if line:
                text = page.course.source_text_of(source_id)
                title = short_label(page.course, parse_reference(f"{text.id if text else source_id} {line}"))
        except (UnknownSourceError, UnknownSourceTextError, ReferenceFormatError) as error:
            logger.warning(str(error), location=self.get_location())
            return [], []
        return [nodes.reference("", title, refuri=address, classes=["source"], internal=True)], []


class SolutionRole(SphinxRole):
    """`{solution}` leads to the solution of an exercise, in the facilitator's edition; in the trainee's it is words."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the link or the words; an unknown exercise is a warning with its place."""
        page = Page(self.env)
        try:
            exercise = find_exercise(page.course, self.text)
        except UnknownExerciseError as error:
            logger.warning(str(error), location=self.get_location())
            return [], []
        page.depends_on(page.course.folder / "exercises", f"{exercise.id}.yaml")
        if self.config.coursekit_edition != "facilitator":
            return [nodes.inline("", f"solution of {exercise.title} (in the facilitator's edition)")], []
        address = page.to(f"solutions/{exercise.id}")
        return [nodes.reference("", f"solution of {exercise.title}", refuri=address, internal=True)], []


class ExerciseCard(SphinxDirective):
    """`{exercise-card} harbour-cities` leads to the page of an exercise."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the card; an unknown exercise is a warning with its place."""
        page = Page(self.env)
        try:
            exercise = find_exercise(page.course, self.arguments[0])
        except UnknownExerciseError as error:
            logger.warning(str(error), location=self.get_location())
            return []
        page.depends_on_data()
        page.depends_on(page.course.folder / "exercises", f"{exercise.id}.yaml")
        return [
            nodes.raw("", exercise_card_html(page.course, exercise, page.to(f"exercises/{exercise.id}")), format="html")
        ]


class ExerciseList(SphinxDirective):
    """`{exercise-list}` shows a card for each exercise that has a page, by chapter, with filters."""

    def run(self) -> list[nodes.Node]:
        """Return the filters and the cards."""
        page = Page(self.env)
        page.depends_on_data()
        page.depends_on(page.course.folder / "exercises", "*.yaml")
        with_page = [
            e for e in all_exercises(page.course) if (page.course.folder / "exercises" / f"{e.id}.ipynb").is_file()
        ]
        html = exercise_list_html(page.course, with_page, lambda exercise: page.to(f"exercises/{exercise.id}"))
        return [nodes.raw("", html, format="html")]


class MyWork(SphinxDirective):
    """`{my-work}` shows what the reader did in all exercises, to take away, bring back, print and delete."""

    def run(self) -> list[nodes.Node]:
        """Return the place, with what the list shows of every exercise; the page loads whole those that were begun."""
        page = Page(self.env)
        page.depends_on_data()
        for folder, pattern in (("exercises", "*.yaml"), ("exercises", "*.ipynb"), ("chapters", "*.ipynb")):
            page.depends_on(page.course.folder / folder, pattern)
        listed = [(exercise, exercise_page(page.course, exercise.id)) for exercise in all_exercises(page.course)]
        listed.sort(key=lambda each: (each[0].chapter, each[0].number.startswith("Q")))  # a quiz closes its chapter
        course = page.course
        data = {
            "course": course.id,
            "exercises": [
                {
                    **listed_exercise(course, exercise),
                    "href": page.to(place),
                    "script": page.asset(work_script(exercise)),
                }
                for exercise, place in listed
                if place
            ],
            "notes": note_questions(page.course),
        }
        return [nodes.raw("", render_file("my-work.html", data=script_json(data)), format="html")]


class NoteBox(SphinxDirective):
    """`{note-box} across-reflection` asks a question and keeps the reader's note on their device."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the box."""
        html = render_file(
            "note-box.html", course=Page(self.env).course.id, name=self.arguments[0], question=" ".join(self.content)
        )
        return [nodes.raw("", html, format="html")]


class References(SphinxDirective):
    """`{references}` lists the records of all sources; with `:source-texts:` only the texts that the course follows."""

    option_spec = {"source-texts": directives.flag}  # noqa: RUF012 (docutils reads it as it is)

    def run(self) -> list[nodes.Node]:
        """Return the records, by title."""
        page = Page(self.env)
        page.depends_on(page.course.datasets, f"{page.course.tables.sources}.csv")
        followed = {text.source for text in page.course.source_texts}
        wants_followed = "source-texts" in self.options
        records = source_records(page.course)
        chosen = [record for key, record in records.items() if (key in followed) == wants_followed]
        by_title = sorted(chosen, key=lambda record: record["title"].casefold())
        return [nodes.raw("", render_file("references.html", sources=by_title), format="html")]


class SourceMap(SphinxDirective):
    """`{source-map} charter` shows what a source text names, with its places in the course."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the table; a thing that no chapter treats yet says which one it waits for."""
        page = Page(self.env)
        text = page.course.source_text_of(self.arguments[0])
        if text is None:
            logger.warning(NO_SOURCE_TEXT.format(source=self.arguments[0]), location=self.get_location())
            return []
        _depends_on_the_course(page)
        things = [thing for thing in read_things(page.course) if thing.source == text.source]
        html = render_file("source-map.html", title=text.title, things=things, to=page.to)
        return [nodes.raw("", html, format="html")]


def _depends_on_the_course(page: Page) -> None:
    page.depends_on_data()
    for folder, pattern in (("chapters", "*.ipynb"), ("book", "*.md"), ("exercises", "*.yaml")):
        page.depends_on(page.course.folder / folder, pattern)
