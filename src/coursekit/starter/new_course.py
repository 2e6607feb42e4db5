"""Makes a small course of its own in a folder: `coursekit new FOLDER`."""

import json
import re
import shutil
import unicodedata
from pathlib import Path

from coursekit.course import Course, CourseError, read_course

TEMPLATE = Path(__file__).parent / "course"
"""A whole course with its stored outputs; ID and TITLE stand where the new one's go."""

ID, TITLE = "COURSE_ID", "COURSE_TITLE"
WRITTEN = {".md", ".yml", ".json"}
"""Endings of the files in which they stand."""


class FolderTakenError(CourseError):
    """The folder already holds something."""

    template = "{folder} is not empty. Name a new folder, so that nothing in this one is overwritten."

    def __init__(self, folder: Path) -> None:
        super().__init__(self.template.format(folder=folder))


class NoNameError(CourseError):
    """The title has no letters of which a name could be made."""

    template = 'The title "{title}" gives no name for the course. Use Latin letters, such as "Water course".'

    def __init__(self, title: str) -> None:
        super().__init__(self.template.format(title=title))


def new_course(folder: Path, title: str) -> Course:
    """Make a course with a title in a folder that is new or empty, and return it.

    It has one chapter with a chart, one exercise, one quiz, solutions and a page for facilitators, and is whole: it
    checks clean and builds. Raises FolderTakenError and NoNameError.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FolderTakenError(folder)
    name = course_name(title)
    shutil.copytree(TEMPLATE, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    for path in folder.rglob("*"):
        if path.suffix in WRITTEN:
            text = path.read_text(encoding="utf-8")
            shown = title if path.suffix == ".md" else json.dumps(title, ensure_ascii=False)[1:-1]
            path.write_text(text.replace(ID, name).replace(TITLE, shown), encoding="utf-8")
    return read_course(folder)


def course_name(title: str) -> str:
    """Make the name of a course of its title: small letters and hyphens. Raises NoNameError.

    >>> course_name("L'eau partagée, cours 1")
    'l-eau-partagee-cours-1'
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-").lstrip("0123456789-")
    if not name:
        raise NoNameError(title)
    return name
