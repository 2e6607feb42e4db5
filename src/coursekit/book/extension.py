"""The Sphinx extension that makes the book: our theme, our directives, and only the files that a page uses."""

import hashlib
import json
import re
import shutil
from functools import cache
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.config import Config

from coursekit.book import directives
from coursekit.book.addresses import MY_WORK_PAGE, REFERENCES_PAGE, Place, passages
from coursekit.book.glossary import course_terms
from coursekit.course import Course, read_course
from coursekit.exercises.reader import all_exercises
from coursekit.frontend.assets import ASSETS, AssetsMissingError, read_asset
from coursekit.frontend.catalogue import direction, languages, text
from coursekit.rendering.exercise import work_script, work_script_text

PACKAGE = Path(__file__).parents[1]
THEME = Path(__file__).parent / "theme"
PAGE_FILES = (
    "head.js",
    "theme.js",
    "page.js",
    "kind-*.js",
    "page.css",
    "reading.js",
    "my-work.js",
    "vega.js",
    "atlas.js",
    "atlas.css",
    "interface-*.js",
    "licences.txt",
    "*.woff2",
)
"""What the pages load, besides the theme's own files; vega.js only when a reader asks for it."""

STYLE_SHEET = "course.css"

NEEDS = {
    "page.js": ("data-exercise=", "data-shown="),
    "reading.js": ("data-note=", "data-state-of=", "chart-explore"),
    "my-work.js": ("data-work>",),
    "atlas.js": ("data-atlas=",),
}
"""Which marks in the text of a page ask for which script; a page with none of them loads no script but the theme's."""

KIND = re.compile(r'<section class="exercise[^>]* data-kind="([\w-]+)"')
"""Where a page shows an exercise, and of which kind: each kind has a script with its texts."""

BEFORE_ALL_ELSE = 100
"""Priority of an event: the settings of the course are read before anything asks for them."""

AFTER_THE_CONTENTS = 200
"""Priority of an event: the table of contents is put in at 100 and taken over at 500."""

MENDED_MARKUP = {
    # MyST-NB names a folded cell otherwise than it is labelled, so that one cannot say what one sees.
    '<summary aria-label="Toggle hidden content">': "<summary>",
    # pandas and MyST leave the corner of a table as a heading of nothing.
    "<th></th>": "<td></td>",
    '<th class="head"><p></p></th>': "<td></td>",
}
"""What other libraries write that stands in a reader's way, and what the page says instead."""

START_PAGE = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>{title}</title>
<meta http-equiv="refresh" content="0; url={root}.html">
<p><a href="{root}.html">{title}</a></p>
</html>
"""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register theme, roles, directives and events with Sphinx."""
    app.add_html_theme("coursekit", str(THEME))
    app.add_role("source", directives.SourceRole())
    app.add_role("solution", directives.SolutionRole())
    app.add_directive("exercise-card", directives.ExerciseCard)
    app.add_directive("exercise-list", directives.ExerciseList)
    app.add_directive("my-work", directives.MyWork)
    app.add_directive("note-box", directives.NoteBox)
    app.add_directive("references", directives.References)
    app.setup_extension("coursekit.book.api_reference")
    app.setup_extension("coursekit.book.atlas")
    app.setup_extension("coursekit.book.dataset_directives")
    app.setup_extension("coursekit.book.glossary")
    for name in ("comments_config", "use_jupyterbook_latex"):
        app.add_config_value(name, None, "")  # Jupyter Book sets them for extensions that the course leaves out
    # It numbers sections after all pages are read, so reading them in parallel cannot harm it.
    app.extensions["sphinx_multitoc_numbering"].parallel_read_safe = True
    app.add_config_value("coursekit_course", None, "env")
    app.add_config_value("coursekit_fingerprint", "", "env")
    app.add_config_value("coursekit_addresses", "", "env")
    app.add_config_value("coursekit_edition", "trainee", "env")
    app.connect("config-inited", _read_settings, priority=BEFORE_ALL_ELSE)
    app.connect("config-inited", _note_fingerprint)
    app.connect("config-inited", _note_addresses)
    app.connect("doctree-read", _order_by_number, priority=AFTER_THE_CONTENTS)
    app.connect("html-page-context", _page_context)
    app.connect("build-finished", _write_files)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def _read_settings(app: Sphinx, config: Config) -> None:
    """Find the course at the border and hand it on: everything below takes it from the configuration."""
    course = read_course(Path(app.srcdir))
    config.coursekit_course = course
    config.project = config.html_title = course.title
    config.author = course.author
    config.language = course.language


def _note_fingerprint(_app: Sphinx, config: Config) -> None:
    """Have every page written anew when the toolkit itself has changed, which Sphinx would not notice."""
    digest = hashlib.sha256()
    for path in sorted(path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        digest.update(path.read_bytes())
    config.coursekit_fingerprint = digest.hexdigest()


def _note_addresses(_app: Sphinx, config: Config) -> None:
    """Have every page written anew when a passage or a word has moved to another chapter: any page may lead there."""
    course: Course = config.coursekit_course
    words = [(term.name, term.short, term.docname) for term in course_terms(course)]
    config.coursekit_addresses = hashlib.sha256(repr((passages(course), words)).encode()).hexdigest()


def _order_by_number(app: Sphinx, doctree: nodes.document) -> None:
    """Put exercises and solutions into the order of their numbers: the contents find them by name."""
    numbers = {exercise.id: place for place, exercise in enumerate(all_exercises(app.config.coursekit_course))}

    def place(docname: str) -> int:
        return numbers.get(docname.rpartition("/")[2], len(numbers))

    for contents in doctree.findall(addnodes.toctree):
        if all(docname.startswith(("exercises/", "solutions/")) for docname in contents["includefiles"]):
            contents["entries"].sort(key=lambda entry: place(entry[1]))
            contents["includefiles"].sort(key=place)


def _page_context(
    app: Sphinx, _name: str, _template: str, context: dict[str, Any], _doctree: nodes.document | None
) -> None:
    for markup, mended in MENDED_MARKUP.items():
        context["body"] = context.get("body", "").replace(markup, mended)
    body = context["body"]
    kinds = _with_needed_kinds(set(KIND.findall(body)))
    scripts = [name for name, marks in NEEDS.items() if any(mark in body for mark in marks)]
    context["scripts"] = scripts
    texts = [f"interface-en-{kind}.js" for kind in sorted(set(KIND.findall(body)))]
    context["texts"] = ["interface-en.js", *texts] if scripts else []
    context["kinds"] = [
        f"kind-{kind}.js" for kind in kinds
    ]  # they follow page.js, from which they take what they share
    context["file_version"] = file_version
    context["text"] = text
    context["languages"] = languages()
    context["direction"] = direction(app.config.language)
    course: Course = app.config.coursekit_course
    context["course"] = course
    context["logo"] = _logo(course)
    context["has_references"] = REFERENCES_PAGE in app.env.found_docs


def _with_needed_kinds(kinds: set[str]) -> list[str]:
    """Return the kinds of a page, each after those on whose code it builds."""
    needs: dict[str, list[str]] = json.loads(read_asset("kinds/needs.json"))
    needed = {other for kind in kinds for other in needs[kind]}
    return sorted(kinds | needed, key=lambda kind: (len(needs[kind]), kind))


@cache
def _logo(course: Course) -> str:
    """Return the drawing of the course's logo, to stand in the page in the page's own colour."""
    if not course.logo:
        return ""
    drawing = (course.folder / course.logo).read_text(encoding="utf-8").strip()
    return re.sub(r' xmlns="[^"]*"', "", drawing)


@cache
def file_version(name: str) -> str:
    """Return eight digits that change with the file, so that a browser never mixes old script and new page."""
    if name == STYLE_SHEET:
        return hashlib.sha256(_style_sheet().encode()).hexdigest()[:8]
    path = next((folder / name for folder in (ASSETS, THEME / "static") if (folder / name).is_file()), None)
    if path is None:
        raise AssetsMissingError(name)
    return hashlib.sha256(path.read_bytes()).hexdigest()[:8]


@cache
def _style_sheet() -> str:
    """Return the look of the book in one sheet: its letters, the shared colours and sizes, and its own rules."""
    own = (THEME / "static" / STYLE_SHEET).read_text(encoding="utf-8")
    return "\n".join([read_asset("fonts.css"), read_asset("tokens.css"), own])


def _write_files(app: Sphinx, error: Exception | None) -> None:
    if error or app.builder.format != "html":
        return
    static = Path(app.outdir) / "_static"
    for pattern in PAGE_FILES:
        found = sorted(ASSETS.glob(pattern))
        if not found:
            raise AssetsMissingError(pattern)
        for path in found:
            shutil.copyfile(path, static / path.name)
    course: Course = app.config.coursekit_course
    _write_exercises(course, static)
    for language in languages():
        _add_course_texts(static / language["script"], course.texts(language["tag"]), language["tag"])
    if course.icon:
        shutil.copyfile(course.folder / course.icon, static / "icon.svg")
    (static / STYLE_SHEET).write_text(_style_sheet(), encoding="utf-8")
    start = START_PAGE.format(title=app.config.html_title, root=app.config.root_doc)
    (Path(app.outdir) / "index.html").write_text(start, encoding="utf-8")
    _remove_old_pages(app)


def _write_exercises(course: Course, static: Path) -> None:
    """Write each exercise whole as a script, which the page that tells of all answers loads once it is begun."""
    exercises, seen_from = all_exercises(course), Place(course, MY_WORK_PAGE)
    (static / "exercises").mkdir(exist_ok=True)
    for exercise in exercises:
        script = work_script_text(course, exercise, seen_from.reference)
        (static / work_script(exercise)).write_text(script, encoding="utf-8")
    wanted = {Path(work_script(exercise)).name for exercise in exercises}
    for path in (static / "exercises").iterdir():
        if path.name not in wanted:
            path.unlink()


def _add_course_texts(script: Path, texts: dict[str, str], language: str) -> None:
    """Add the course's own texts to the script of a language, which every page that asks for texts loads."""
    own = f"Object.assign(courseTexts[{json.dumps(language)}], {json.dumps(texts, ensure_ascii=False)});\n"
    script.write_text(script.read_text(encoding="utf-8") + own, encoding="utf-8")


def _remove_old_pages(app: Sphinx) -> None:
    """Remove pages whose source is gone or belongs to another edition; Sphinx would leave them to be found."""
    wanted = {*app.env.found_docs, "index", "search"}
    for path in Path(app.outdir).rglob("*.html"):
        if path.relative_to(app.outdir).with_suffix("").as_posix() not in wanted:
            path.unlink()
