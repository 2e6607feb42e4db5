"""What course.yml may hold: each setting with its parts, as they are written and as the course has them."""

from typing import Annotated

import msgspec

Name = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
Text = Annotated[str, msgspec.Meta(min_length=1)]
Texts = dict[Text, Text]
"""A text by language tag; English is always there."""


class _Setting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of course.yml: a key that is unknown is an error."""


class Outcome(_Setting, frozen=True):
    """What one can do after the course. `practise` follows "You practise:", as (language tag, words) pairs."""

    id: Annotated[str, msgspec.Meta(pattern="^[A-Z]+[0-9]+$")]
    practise: tuple[tuple[str, str], ...]


class SourceText(_Setting, frozen=True):
    """A text that the course follows line by line. "004 l.23" is line 23 of the text with the id 004.

    `source` is its key in the table of sources, `lines` the number of its last line.
    """

    id: Annotated[str, msgspec.Meta(pattern="^[A-Za-z0-9]+$")]
    source: Name
    title: Text
    short_title: Text
    lines: Annotated[int, msgspec.Meta(ge=1)]


class Tables(_Setting, frozen=True):
    """Which datasets play a part in the book, by name; empty where the course has none for it.

    `sources` holds the records that figures cite; `source_map` what the source texts name; `cases`, `members`, `ties`
    and `results` feed the atlas and the comparison of designs with real cases.
    """

    sources: str = "sources"
    source_map: str = ""
    cases: str = ""
    members: str = ""
    ties: str = ""
    results: str = ""


class CaseTerms(_Setting, frozen=True):
    """Terms of the table of cases as exercises have them, as (term, term) pairs; one with empty text is left out."""

    levels: tuple[tuple[str, str], ...] = ()
    types: tuple[tuple[str, str], ...] = ()
    not_compared: tuple[tuple[str, str], ...] = ()
    """(column, term) pairs: a row with one of them is no arrangement that a design could be compared with."""


class CaseQuestion(_Setting, frozen=True):
    """A question to start from in the atlas: its id, whose text is atlas.start.<id>, and the terms that it chooses."""

    id: Name
    choices: tuple[tuple[str, tuple[str, ...]], ...]
    """(facet, terms) pairs, such as ("direction", ("vertical", "both"))."""


class TiesPicture(_Setting, frozen=True):
    """How the picture of coded ties is read: levels from the top down, the corner to look at, and its words."""

    levels: tuple[Text, ...]
    corner: tuple[Text, Text]
    subtitle: tuple[Text, ...]
    note: Text


class _OutcomeFile(_Setting, frozen=True):
    id: Annotated[str, msgspec.Meta(pattern="^[A-Z]+[0-9]+$")]
    practise: Text | Texts


class _CaseTermsFile(_Setting, frozen=True):
    levels: dict[str, str] = {}
    types: dict[str, str] = {}
    not_compared: dict[str, str] = {}


class _CaseQuestionFile(_Setting, frozen=True):
    id: Name
    choices: dict[str, tuple[str, ...]]


class SettingsFile(_Setting, frozen=True):
    """course.yml as it is written: maps instead of pairs."""

    id: Name
    title: Text
    author: str = ""
    language: Text = "en"
    logo: str = ""
    icon: str = ""
    licence: str = ""
    licence_address: str = ""
    code_licence: str = ""
    outcomes: tuple[_OutcomeFile, ...] = ()
    levels: tuple[Text, ...] = ()
    source_texts: tuple[SourceText, ...] = ()
    tables: Tables = Tables()
    case_terms: _CaseTermsFile = _CaseTermsFile()
    case_questions: tuple[_CaseQuestionFile, ...] = ()
    ties_picture: TiesPicture | None = None
