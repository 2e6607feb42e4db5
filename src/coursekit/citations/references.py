"""References to sources: lines of the five texts that the course follows, such as "004 l.23", and whole records."""

import re
from dataclasses import dataclass

SEED_TITLES = {
    "000": "UN news on the dialogue of 2018",
    "001": "IOM Director General's speech of 2008",
    "002": "Essentials of Migration Management, page on partnerships",
    "003": "Foreword of the UNFPA and IOM book of 2013",
    "004": "Round Table 3 background paper of 2013",
}
"""Short titles of the texts, as readers see them; the full records are in the dataset `sources`."""

SEED_SHORT_TITLES = {
    "000": "UN news 2018",
    "001": "IOM speech 2008",
    "002": "EMM page",
    "003": "Foreword 2013",
    "004": "Round Table paper 2013",
}
"""As they stand beside a sentence, where the full title would interrupt it."""

MARK = re.compile(r"\((seed-00[0-4])-l([0-9]+)\)=")
"""Stands before the passage of a chapter or page that treats a line of such a text: `(seed-004-l23)=`."""

_RECORD = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_REFERENCE = re.compile(r"(?P<seed>00[0-4]) l\.(?P<first>[0-9]+)(?:-(?P<last>[0-9]+))?")


class ReferenceFormatError(ValueError):
    """A reference that names no line of a known text."""

    template = (
        '"{reference}" is no reference to a source line. '
        "Write the text's number and the line, such as 004 l.23 or 004 l.23-27."
    )

    def __init__(self, reference: str) -> None:
        super().__init__(self.template.format(reference=reference))


@dataclass(frozen=True)
class SeedReference:
    """One line, or a run of lines, of a text that the course follows.

    >>> parse_reference("004 l.23-27").label
    'Round Table 3 background paper of 2013, lines 23-27'
    """

    text: str
    seed: str
    first: int
    last: int

    @property
    def source_id(self) -> str:
        """The key of the text in the dataset `sources`."""
        return f"seed-{self.seed}"

    @property
    def short_label(self) -> str:
        """The reference as it stands beside a sentence."""
        lines = f"l. {self.first}" if self.first == self.last else f"ll. {self.first}-{self.last}"
        return f"{SEED_SHORT_TITLES[self.seed]}, {lines}"

    @property
    def label(self) -> str:
        """The reference in words."""
        lines = f"line {self.first}" if self.first == self.last else f"lines {self.first}-{self.last}"
        return f"{SEED_TITLES[self.seed]}, {lines}"


@dataclass(frozen=True)
class RecordReference:
    """A source as a whole, by its key in the dataset `sources`, such as "holzmann-2016"."""

    source_id: str


Reference = SeedReference | RecordReference


def parse_line_or_record(text: str) -> Reference:
    """Read a reference to lines or to a whole record. Raises ReferenceFormatError.

    >>> parse_line_or_record("holzmann-2016")
    RecordReference(source_id='holzmann-2016')
    """
    return RecordReference(text) if _RECORD.fullmatch(text) else parse_reference(text)


def parse_reference(text: str) -> SeedReference:
    """Read a reference such as "004 l.23" or "004 l.23-27". Raises ReferenceFormatError."""
    match = _REFERENCE.fullmatch(text)
    if not match:
        raise ReferenceFormatError(text)
    first = int(match["first"])
    last = int(match["last"] or first)
    if last < first:
        raise ReferenceFormatError(text)
    return SeedReference(text, match["seed"], first, last)
