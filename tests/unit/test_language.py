"""How the course is written: in its own words, in British spelling as the United Nations use it, without a slip."""

import hashlib
import itertools
import re
from pathlib import Path

import pytest

from coursekit.notebooks.text import markdown_of, running_text
from tests.unit.prose import CHAPTERS, ROOT, all_prose

PROSE = all_prose()

# Each line is the start of the SHA-256 of ten words in a row of one of the founding texts, which the course may
# cite but not copy and therefore does not hold.
RUNS = frozenset((Path(__file__).parent / "founding_texts_runs.txt").read_text(encoding="ascii").split())
RUN = 10


def runs_of(text):
    words = re.findall(r"[a-z0-9]+", re.sub("[\u2019']", "", text.lower()))
    for start in range(len(words) - RUN + 1):
        yield " ".join(words[start : start + RUN])


def is_from_a_founding_text(run):
    return hashlib.sha256(run.encode()).hexdigest()[:10] in RUNS


@pytest.mark.parametrize("name", PROSE)
def test_nothing_is_copied_from_the_founding_texts(name):
    assert [run for run in runs_of(PROSE[name]) if is_from_a_founding_text(run)] == []


def test_a_copied_run_would_be_found():
    title = "Declaration of the High-level Dialogue on International Migration and Development, 2013"
    assert [run for run in runs_of(title) if is_from_a_founding_text(run)] != []


AMERICAN = re.compile(
    r"\b(labor|labors|color|colors|colored|favor|favors|behavior|neighbor\w*|center|centers|centered|theater|"
    r"programs?(?=\s+(?:of|for|to|on|that|is|was))|defense|offense|license[sd]?(?= to practise)|fulfill|enroll|"
    r"skillful|traveled|traveling|canceled|modeled|modeling|labeled|labeling|counseling|judgment call|catalog|"
    r"gray|jewelry|mom|sidewalk|organisation\w*|recognis\w+|realis(?:e|es|ed|ing|ation)\b|mobilis\w+|emphasis(?:e|es|ed|ing)|"
    r"prioritis\w+|utilis\w+|summaris\w+|formalis\w+|regularis\w+|institutionalis\w+|specialis(?:e|es|ed|ing|ation)\b|practiced|practicing)\b",
    re.IGNORECASE,
)
NAMES_THAT_SPELL_OTHERWISE = (
    "Center for Global Development",
    "Center for Migration Studies",
    "International Organisation of Employers",
    "Organisation for Economic Co-operation",
)


@pytest.mark.parametrize("name", PROSE)
def test_spelling_is_british_with_ize(name):
    text = PROSE[name]
    for kept in NAMES_THAT_SPELL_OTHERWISE:
        text = text.replace(kept, "")
    assert [match.group() for match in AMERICAN.finditer(text)] == []


SLIPS = {
    "a word twice": re.compile(r"\b(?!that\b|had\b)([a-z]{2,}) \1\b"),
    "a space before a mark": re.compile(r"\w [,.;:!?](?:\s|$)"),
    "two spaces": re.compile(r"[a-z,;] {2,}[a-z]"),
    "a word that a line has broken": re.compile(r"\b[a-z]{2,}- (?!and\b|or\b|to\b)[a-z]+"),
    "a dash for a pause": re.compile("\u2014| \u2013 "),
    "a straight ellipsis or two stops": re.compile(r"(?<!\.)\.\.(?!\.)(?=\s|$)"),
}


@pytest.mark.parametrize("name", [name for name in PROSE if not name.endswith((".md", ".json"))])
def test_no_slip_of_the_pen(name):
    text = PROSE[name] if name.endswith(".yaml") else markdown_of(ROOT / name)
    text = re.sub(r"```.*?```|`[^`]*`|^\|.*$", "", text, flags=re.DOTALL | re.MULTILINE)
    slips = {slip: mark for slip, mark in SLIPS.items() if not (slip == "two spaces" and name.startswith("solutions/"))}
    assert {slip: found for slip, mark in slips.items() if (found := [m.group() for m in mark.finditer(text)])} == {}


def abbreviations():
    page = (ROOT / "book" / "glossary.md").read_text(encoding="utf-8")
    return set(re.findall(r"^([A-Z]\w+)\n: ", page.split("## Abbreviations")[1], re.MULTILINE))


NO_ABBREVIATIONS = {"JMIDI", "IT", "OK", "II", "III", "IV", "TV"}


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_every_abbreviation_is_in_the_list(path):
    used = set(re.findall(r"\b[A-Z]{2,}[a-z]?[A-Z]*\b", running_text(path)))
    known = abbreviations() | NO_ABBREVIATIONS
    assert {used_one for used_one in used if used_one.removesuffix("s") not in known} == set()


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_headings_go_down_one_level_at_a_time(path):
    levels = [len(marks) for marks in re.findall(r"^(#+) ", markdown_of(path), re.MULTILINE)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in itertools.pairwise(levels))


FOUR_LANGUAGES = ["book/glossary.md", "chapters/02-four-cs.ipynb"]


def test_the_four_languages_of_the_four_cs_agree_wherever_they_stand():
    tables = [re.findall(r"^\| co\w+ \|.*$", markdown_of(ROOT / name), re.MULTILINE) for name in FOUR_LANGUAGES]
    assert all(len(table) == 4 for table in tables)
    assert len({tuple(table) for table in tables}) == 1
