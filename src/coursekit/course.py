"""The course: its folder and its settings, found once at the border and handed on."""

import codecs
from functools import cache
from pathlib import Path
from typing import ClassVar

import msgspec
import yaml

from coursekit.course_settings import (
    CaseQuestion,
    CaseTerms,
    Outcome,
    SettingsFile,
    SourceText,
    Tables,
    TiesPicture,
)
from coursekit.strict_yaml import read_yaml

SETTINGS = "course.yml"
"""The file that makes a folder a course."""
TEXTS = Path("book", "locales")
"""Where a course has texts of its own for the interface: a file a language, such as en.json, that maps ids to texts."""


class CourseError(Exception):
    """Something is wrong with the course, its files or what is asked of it; the message says what to do.

    A kind of error has its message as `template` beside it: `UnknownColumnError(name=..., column=...)` fills it.
    """

    template: ClassVar[str] = "{message}"

    def __init__(self, message: str = "", /, **values: object) -> None:
        super().__init__(self.template.format(message=message, **values) if values or message == "" else message)


class CourseNotFoundError(CourseError):
    """No course folder was found."""

    template = (
        "No course found in {start} or above it: a course folder holds course.yml. "
        "Run the command inside the course folder, or make one with `coursekit new FOLDER`."
    )

    def __init__(self, start: Path) -> None:
        super().__init__(self.template.format(start=start))


class CourseSettingsError(CourseError):
    """The settings of a course cannot be used."""

    template = "{file}: {key}: {what} {cure}"

    def __init__(self, file: str, key: str, what: str, cure: str) -> None:
        super().__init__(self.template.format(file=file, key=key or "whole file", what=what, cure=cure))


class Course(msgspec.Struct, frozen=True):
    """A course: the folder that holds it, and its settings. Hashable, so that what is read of it can be kept by it.

    `id` names the course in saved answers and in files that people hand in; it never changes. `logo` and `icon` are
    SVG files by their place in the course.
    """

    folder: Path
    id: str
    title: str
    author: str = ""
    language: str = "en"
    logo: str = ""
    icon: str = ""
    licence: str = ""
    licence_address: str = ""
    code_licence: str = ""
    outcomes: tuple[Outcome, ...] = ()
    levels: tuple[str, ...] = ()
    source_texts: tuple[SourceText, ...] = ()
    tables: Tables = Tables()
    case_terms: CaseTerms = CaseTerms()
    case_questions: tuple[CaseQuestion, ...] = ()
    ties_picture: TiesPicture | None = None

    @property
    def datasets(self) -> Path:
        """The folder of the tables and their descriptor."""
        return self.folder / "datasets"

    @property
    def chapters(self) -> list[Path]:
        """The notebooks of the chapters, such as 04-across.ipynb, in the order of their numbers."""
        return sorted((self.folder / "chapters").glob("[0-9][0-9]-*.ipynb"))

    @property
    def exercise_files(self) -> list[Path]:
        """The files of exercises, quizzes and tests, in the order of their paths."""
        return sorted((self.folder / "exercises").rglob("*.yaml"))

    @property
    def solution_files(self) -> list[Path]:
        """The files of solutions, in the order of their names."""
        return sorted((self.folder / "solutions").glob("*.yaml"))

    @property
    def text_files(self) -> list[Path]:
        """The files of the course's own texts for the interface, one a language."""
        return sorted((self.folder / TEXTS).glob("*.json"))

    def name_of(self, path: Path) -> str:
        """Return the place of a file in the course, such as "exercises/harbour-cities.yaml"."""
        return path.relative_to(self.folder).as_posix()

    def source_text(self, text_id: str) -> SourceText | None:
        """Return a text that the course follows by its id, or None where it follows no such text."""
        return next((text for text in self.source_texts if text.id == text_id), None)

    def source_text_of(self, source_id: str) -> SourceText | None:
        """Return a text that the course follows by its key in the table of sources, or None."""
        return next((text for text in self.source_texts if text.source == source_id), None)

    @property
    def text_languages(self) -> list[str]:
        """The languages in which the course has texts of its own for the interface, English first."""
        tags = {tag for outcome in self.outcomes for tag, _ in outcome.practise}
        tags |= {path.stem for path in self.text_files}
        return sorted(tags, key=lambda tag: (tag != "en", tag))

    def texts(self, language: str) -> dict[str, str]:
        """Return the course's own texts for the interface in a language, by id; what it lacks there is left out.

        They stand in book/locales/<language>.json; those of the outcomes in course.yml. Raises CourseSettingsError.
        """
        found = {f"outcome.{outcome.id}": dict(outcome.practise).get(language) for outcome in self.outcomes}
        path = self.folder / TEXTS / f"{language}.json"
        own = _texts_in(path, path.read_bytes()) if path.is_file() else {}
        return {id_: words for id_, words in found.items() if words} | own


def find_course(start: Path | None = None) -> Course:
    """Find the course: the first folder from `start` upwards that holds course.yml; `start` is the working directory.

    Only the border asks for it: the command line, the set-up of Sphinx, a notebook. Everything below is given a
    Course. Raises CourseNotFoundError and CourseSettingsError.
    """
    start = (start or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file():
            return read_course(folder)
    raise CourseNotFoundError(start)


def read_course(folder: Path) -> Course:
    """Read the settings of a course. Raises CourseSettingsError with key and cure, CourseNotFoundError."""
    path = folder.resolve() / SETTINGS
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise CourseNotFoundError(folder) from error
    except (OSError, UnicodeDecodeError) as error:
        raise CourseSettingsError(SETTINGS, "", "it cannot be read.", "Save it as a text file in UTF-8.") from error
    return _parsed(path, text)


@cache
def _parsed(path: Path, text: str) -> Course:
    try:
        data = read_yaml(text)
    except (yaml.YAMLError, RecursionError, ValueError, TypeError) as error:
        raise CourseSettingsError(SETTINGS, "", f"not readable as YAML: {error}", "Mend the line it names.") from error
    try:
        settings = msgspec.convert(data, SettingsFile)
    except msgspec.ValidationError as error:
        what, _, place = str(error).partition(" - at `$")
        known = ", ".join(field.name for field in msgspec.structs.fields(SettingsFile))
        raise CourseSettingsError(SETTINGS, place.strip("`."), f"{what}.", f"Its keys are: {known}.") from error
    terms = settings.case_terms
    return Course(
        folder=path.parent,
        outcomes=tuple(Outcome(outcome.id, _by_language(outcome.practise)) for outcome in settings.outcomes),
        case_terms=CaseTerms(*(tuple(each.items()) for each in (terms.levels, terms.types, terms.not_compared))),
        case_questions=tuple(CaseQuestion(each.id, tuple(each.choices.items())) for each in settings.case_questions),
        **{
            name: getattr(settings, name)
            for name in SettingsFile.__struct_fields__
            if name not in {"outcomes", "case_terms", "case_questions"}
        },
    )


@cache
def _texts_in(path: Path, content: bytes) -> dict[str, str]:
    try:
        return msgspec.json.decode(content.removeprefix(codecs.BOM_UTF8), type=dict[str, str])
    except msgspec.DecodeError as error:
        cure = 'Write it in UTF-8 as {"type.museum": "Museum"}.'
        raise CourseSettingsError(
            (TEXTS / path.name).as_posix(), "", f"not readable as texts: {error}.", cure
        ) from error


def _by_language(words: str | dict[str, str]) -> tuple[tuple[str, str], ...]:
    return (("en", words),) if isinstance(words, str) else tuple(words.items())
