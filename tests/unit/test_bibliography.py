"""The sources as BibTeX."""

import re

from hypothesis import given
from hypothesis import strategies as st

from coursekit.citations.bibtex import bibtex
from coursekit.datasets.tables import source_records
from tests.course import COURSE

TEXT = st.text(max_size=60)


def fields_of(entry):
    return dict(re.findall(r"^  (\w+) = \{(.*)\},$", entry, re.MULTILINE))


def test_every_source_has_an_entry_with_what_is_known():
    entries = bibtex(source_records(COURSE)).split("\n\n")
    assert len(entries) == len(source_records(COURSE))
    palim = next(entry for entry in entries if entry.startswith("@misc{iom-grcp8,"))
    assert fields_of(palim) == {
        "title": "{2019 Global ISCM Meeting (GRCP 8)}",
        "howpublished": "IOM",
        "year": "2019",
        "url": "https://www.iom.int/2019-global-iscm-meeting",
    }


def test_an_empty_cell_gives_no_field():
    record = {"title": "A page", "publisher": "", "year": "", "url": "", "kind": "web_page"}
    assert bibtex({"a-page": record}) == "@misc{a-page,\n  title = {{A page}},\n}\n"


@given(title=TEXT, publisher=TEXT)
def test_braces_balance_whatever_a_title_holds(title, publisher):
    text = bibtex({"key": {"title": title, "publisher": publisher, "year": "2019", "url": "", "kind": "report"}})
    plain = re.sub(r"\\[{}]", "", text)
    depth = 0
    for character in plain:
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0
