"""What the frontend build wrote for the package."""

from pathlib import Path

from coursekit.course import CourseError

ASSETS = Path(__file__).parents[1] / "assets"
"""What the frontend build writes for the package."""


class AssetsMissingError(CourseError):
    """The frontend has not been built."""

    template = "{name} has not been built. Run `make setup`."

    def __init__(self, name: str) -> None:
        super().__init__(self.template.format(name=name))


def read_asset(name: str) -> str:
    """Return the text of a file that the frontend build wrote. Raises AssetsMissingError."""
    path = ASSETS / name
    if not path.is_file():
        raise AssetsMissingError(name)
    return path.read_text(encoding="utf-8")
