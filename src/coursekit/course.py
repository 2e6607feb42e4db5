"""Where the course lies on disk and what it is called."""

from pathlib import Path

COURSE_ID = "working-together-on-migration"
"""Names the course in saved answers and in files that trainees hand in; never changes."""


class CourseError(Exception):
    """Something is wrong with the course, its files or what is asked of it; the message says what to do."""


class CourseNotFoundError(CourseError):
    """No course folder was found."""

    template = (
        "No course found in {start} or above it: a course folder holds _config.yml, exercises and datasets. "
        "Run the command inside the course folder."
    )

    def __init__(self, start: Path) -> None:
        super().__init__(self.template.format(start=start))


def course_folder(start: Path | None = None) -> Path:
    """Find the course: the first folder from `start` upwards that holds one, else the package's own checkout.

    `start` defaults to the working directory. Raises CourseNotFoundError.
    """
    start = (start or Path.cwd()).resolve()
    checkout = Path(__file__).resolve().parents[2]
    for folder in (start, *start.parents, checkout):
        if (folder / "_config.yml").is_file() and (folder / "exercises").is_dir():
            return folder
    raise CourseNotFoundError(start)


def chapters(course: Path) -> list[Path]:
    """Return the notebooks of the chapters, such as 04-across.ipynb, in the order of their numbers."""
    return sorted((course / "chapters").glob("[0-9][0-9]-*.ipynb"))
