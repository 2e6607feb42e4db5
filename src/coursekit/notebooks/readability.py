"""How long a chapter takes to read and how hard it is: its running text, counted."""

import re
from dataclasses import dataclass
from pathlib import Path

from coursekit.notebooks.text import running_text

WORDS_A_MINUTE = 180
"""A careful reader who stops to think: the speed that the minutes at the head of each chapter assume."""


@dataclass(frozen=True)
class Reading:
    """A chapter in numbers. `grade` is the Flesch-Kincaid grade, in years of schooling."""

    chapter: str
    words: int
    minutes: int
    words_a_sentence: float
    grade: float


def reading_of(path: Path) -> Reading:
    """Count a chapter. Grade: 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid and others 1975)."""
    text = running_text(path)
    words = re.findall(r"[A-Za-z]+(?:['\u2019-][A-Za-z]+)*", text)
    sentences = [part for part in re.split(r"[.!?:]\s|\n\s*\n", text) if re.search(r"[A-Za-z]{2}", part)]
    syllables = sum(_syllables(word) for word in words)
    length = len(words) / len(sentences)
    grade = 0.39 * length + 11.8 * syllables / len(words) - 15.59
    return Reading(path.stem, len(words), round(len(words) / WORDS_A_MINUTE), round(length, 1), round(grade, 1))


def _syllables(word: str) -> int:
    """Count groups of vowels; a silent e at the end does not sound."""
    groups = len(re.findall(r"[aeiouy]+", word.lower()))
    silent = re.search(r"[^aeiouyl]e$", word.lower()) is not None
    return max(1, groups - silent)
