"""The command line: `coursekit grade`, `transcribe`, `check`, `build` and more. Thin: each command calls one module."""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from coursekit.course import Course, CourseError, find_course

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__)


CANNOT_READ = 2
"""Exit status when the input cannot be read."""


class ProblemForm(StrEnum):
    """How `check` writes problems: for people, for tools, for forges, for editors."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    EDITOR = "editor"


CourseFolder = Annotated[
    Path | None, typer.Option("--course", help="The folder of the course; by default the one in which one works.")
]


class InputError(CourseError):
    """The input cannot be opened, or stops being readable."""

    template = "Cannot read {file}: {reason}."
    not_text = "it is not UTF-8 text"
    closed = "Cannot read standard input: it is closed. Send the answers to it, or name a file."

    @classmethod
    def of(cls, file: str, error: OSError) -> "InputError":
        """Say what the system says about a file."""
        return cls(cls.template.format(file=file, reason=error.strerror or error))


def _name_of(file: str) -> str:
    return "standard input" if file == "-" else file


def _open(file: str) -> AbstractContextManager[BinaryIO]:
    if file == "-":
        if sys.stdin is None:
            raise InputError(InputError.closed)
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(file).open("rb")
    except OSError as error:
        raise InputError.of(file, error) from error


def _each_line(file: str, lines: Iterable[bytes]) -> Iterator[bytes]:
    try:
        yield from lines
    except OSError as error:
        raise InputError.of(_name_of(file), error) from error


def _read_text(file: str) -> str:
    with _open(file) as source:
        try:
            return b"".join(_each_line(file, source)).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise InputError(InputError.template.format(file=_name_of(file), reason=InputError.not_text)) from error


@app.command()
def grade(
    file: Annotated[str, typer.Argument(help="A file of JSON lines, or - for standard input.")],
    course: CourseFolder = None,
) -> None:
    """Grade answers: one JSON line in, one JSON line out, in order."""
    from coursekit.grading.submissions import grade_lines, read_lines

    try:
        with _open(file) as source:
            for reply in grade_lines(find_course(course), _each_line(file, read_lines(source))):
                print(reply, flush=True)  # noqa: T201 (the reply is the output)
    except InputError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(CANNOT_READ) from error


@app.command()
def transcribe(
    name: Annotated[
        str, typer.Argument(help="A text file with typed lists, or - for standard input; with --blank, an exercise.")
    ],
    to: Annotated[Path, typer.Option(help="The folder for the answer files.")] = Path(),
    blank: Annotated[bool, typer.Option(help="Print an empty list for an exercise.")] = False,  # noqa: FBT002 (Typer makes it --blank)
    course: CourseFolder = None,
) -> None:
    """Turn lists typed from paper into answer files that an exercise takes in and `grade` reads."""
    from coursekit.exercises.reader import find_exercise
    from coursekit.transcription.blank import blank_list
    from coursekit.transcription.lists import write_answer_files

    found = find_course(course)
    if blank:
        typer.echo(blank_list(found, find_exercise(found, name)), nl=False)
        return
    try:
        text = _read_text(name)
    except InputError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(CANNOT_READ) from error
    for path in write_answer_files(found, text, _name_of(name), to):
        typer.echo(path)


@app.command()
def check(
    files: Annotated[list[Path] | None, typer.Argument(help="Only what concerns these files; all by default.")] = None,
    form: Annotated[ProblemForm, typer.Option("--format", help="How problems are written.")] = ProblemForm.TEXT,
    guess: Annotated[bool, typer.Option(help="Only try how far guessing gets, and print a table.")] = False,  # noqa: FBT002 (Typer makes it --guess)
    course: CourseFolder = None,
) -> None:
    """Check datasets, exercises, solutions and references, and say what to mend."""
    from coursekit.checks.course import check_course, what_waits
    from coursekit.checks.problem import written

    if guess:
        _print_guesses(find_course(course))
        return
    found = find_course(course)
    problems = check_course(found, [found.name_of(path.resolve()) for path in files or ()])
    if form is ProblemForm.JSON:
        typer.echo(json.dumps([problem.as_data() for problem in problems], ensure_ascii=False, indent=2))
        raise typer.Exit(1 if problems else 0)
    for problem in problems:
        typer.echo(written(problem, form), err=True)
    if problems:
        typer.echo(f"{len(problems)} to mend.", err=True)
        raise typer.Exit(1)
    typer.echo("Nothing to mend.")
    for line in what_waits(found):
        typer.echo(line)


def _print_guesses(course: Course) -> None:
    from coursekit.exercises.reader import all_exercises, find_solution
    from coursekit.grading.guessing import guess_lines

    solved = ((exercise, find_solution(course, exercise)) for exercise in all_exercises(course))
    good = ((exercise, [one.model.answer, one.alternative.answer] if one else []) for exercise, one in solved)
    for line in guess_lines(course, good):
        typer.echo(line)


@app.command()
def build(
    output: Annotated[Path | None, typer.Option(help="Where the book goes; _build/html or _build/facilitator.")] = None,
    edition: Annotated[str, typer.Option(help="trainee, or facilitator: with the solutions.")] = "trainee",
    course: CourseFolder = None,
) -> None:
    """Build the static book from the stored outputs; a warning is an error."""
    from coursekit.book.build import build_book

    raise typer.Exit(build_book(find_course(course), output, edition))


@app.command()
def reading(
    course: CourseFolder = None,
) -> None:
    """Report how long and how hard each chapter is."""
    from coursekit.notebooks.readability import reading_of

    typer.echo(f"{'chapter':<18}{'words':>6}{'minutes':>9}{'words a sentence':>18}{'grade':>7}")
    for path in find_course(course).chapters:
        found = reading_of(path)
        typer.echo(f"{found.chapter:<18}{found.words:>6}{found.minutes:>9}{found.words_a_sentence:>18}{found.grade:>7}")


@app.command()
def serve(
    port: Annotated[int, typer.Option(help="The port on localhost.")] = 8000,
    edition: Annotated[str, typer.Option(help="trainee, or facilitator.")] = "trainee",
    course: CourseFolder = None,
) -> None:
    """Serve the built book on localhost."""
    from coursekit.book.server import serve_book

    serve_book(find_course(course), port, edition)


@app.command()
def execute(
    notebooks: Annotated[list[Path] | None, typer.Argument(help="Notebooks; all by default.")] = None,
    course: CourseFolder = None,
) -> None:
    """Run notebooks afresh and store their outputs."""
    from coursekit.notebooks.execution import execute_notebooks

    execute_notebooks(find_course(course), notebooks or None)


@app.command()
def new(
    folder: Annotated[Path, typer.Argument(help="Where the course goes: a new folder.")],
    title: Annotated[str, typer.Option(prompt="Title of the course", help="The title of the course.")],
) -> None:
    """Make a small course of its own: one chapter, one exercise, one quiz, one dataset, ready to build."""
    from coursekit.starter.new_course import new_course

    made = new_course(folder, title)
    typer.echo(f'"{made.title}" is in {folder}. Next: cd {folder}, then coursekit build; README.md says more.')


def main() -> None:
    """Run the command line; what is wrong with the course is a sentence, not a traceback."""
    try:
        app()
    except CourseError as error:
        typer.echo(str(error), err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
