"""Builds the static book, in an edition for trainees and one for facilitators, and serves it on localhost."""

import os
from pathlib import Path

import typer
import yaml

from coursekit.course import Course, CourseError

EDITIONS = {"trainee": Path("_build/html"), "facilitator": Path("_build/facilitator")}
"""Where each edition goes. The facilitator's also holds the solutions, which a trainee meets inside the exercises."""

DEFAULT_EDITION = "trainee"

SOLUTIONS = {"caption": "Solutions", "chapters": [{"glob": "solutions/*"}]}


class UnknownEditionError(CourseError):
    """There is no such edition."""

    template = 'There is no edition "{edition}". Choose one of: {known}.'

    def __init__(self, edition: str) -> None:
        super().__init__(self.template.format(edition=edition, known=", ".join(EDITIONS)))


def build_book(course: Course, output: Path | None = None, edition: str = DEFAULT_EDITION) -> int:
    """Build an edition of the book with Jupyter Book from the stored outputs; return 0 when there was no warning.

    The trainee's is the same as `jupyter-book build --warningiserror --keep-going .`, but on all processors.
    Raises UnknownEditionError.
    """
    from jupyter_book.sphinx import build_sphinx

    outdir = (output or course.folder / edition_folder(edition)).resolve()
    contents = course.folder / "_toc.yml" if edition == DEFAULT_EDITION else _with_solutions(course, outdir)
    result = build_sphinx(
        course.folder,
        outdir,
        noconfig=True,
        path_config=course.folder / "_config.yml",
        # Jupyter Book takes this key out of the command line's settings and expects it there.
        confoverrides={
            "external_toc_path": str(contents),
            "latex_individualpages": False,
            "coursekit_edition": edition,
        },
        doctreedir=outdir.parent / f".doctrees-{outdir.name}",
        quiet=True,
        warningiserror=True,
        keep_going=True,
        jobs=os.cpu_count() or 1,
    )
    if result == 0:
        typer.echo(f"The book is in {outdir}. Open index.html there, or run `make serve`.")
        return 0
    typer.echo("The book has warnings, listed above; each is an error.", err=True)
    return 1


def edition_folder(edition: str) -> Path:
    """Return where an edition goes, below the course. Raises UnknownEditionError."""
    if edition not in EDITIONS:
        raise UnknownEditionError(edition)
    return EDITIONS[edition]


def _with_solutions(course: Course, outdir: Path) -> Path:
    """Write the contents of the facilitator's edition beside the book: those of the trainee's and the solutions."""
    contents = yaml.safe_load((course.folder / "_toc.yml").read_text(encoding="utf-8"))
    parts = contents["parts"]
    with_exercises = [number for number, part in enumerate(parts, 1) if "exercises/" in yaml.safe_dump(part)]
    parts.insert(with_exercises[-1] if with_exercises else len(parts), SOLUTIONS)
    path = outdir.parent / f"{outdir.name}-contents.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(contents, sort_keys=False)
    if not path.is_file() or path.read_text(encoding="utf-8") != text:  # an unchanged file needs no new build
        path.write_text(text, encoding="utf-8")
    return path
