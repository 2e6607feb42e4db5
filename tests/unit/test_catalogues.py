"""Every language of the interface is whole: each text of the English catalogues, once, in that language's own forms."""

import json
import re
from pathlib import Path

import pytest

from coursekit.frontend.catalogue import catalogue
from tests.unit.javascript import evaluate

FRONTEND = Path(__file__).parents[2] / "frontend"
ENGLISH = [*sorted(FRONTEND.rglob("locales/en.json")), FRONTEND.parent / "book/locales/en.json"]
"""The texts of the interface, and those that the course has for it."""
LANGUAGES = sorted(path.stem for path in (FRONTEND / "locales").glob("*.json"))
OTHERS = [language for language in LANGUAGES if language != "en"]

# The rules of the Unicode Common Locale Data Repository, as the browser has them.
PLURALS_OF = "{tags}.map((tag) => new Intl.PluralRules(tag).resolvedOptions().pluralCategories)"
DIRECTION_OF = "new Intl.Locale({tag}).getTextInfo().direction"
CATEGORIES = ["zero", "one", "two", "few", "many", "other"]
PLURALS = dict(zip(LANGUAGES, evaluate(PLURALS_OF.format(tags=json.dumps(LANGUAGES))), strict=True))

# Words that are the same in English and in the language; nothing else may be left as it is in English.
SAME_AS_ENGLISH = {
    "ar": set(),
    "es": {"Bilateral", "Interregional", "Local", "No", "Regional"},
    "fr": {
        *("Article", "Cause", "Consultation", "Coordination", "Diaspora", "Direction", "Initiative", "Initiatives"),
        *("Local", "Migrants", "National", "Notes", "Quiz", "Sources", "Test", "minute", "minutes"),
        *("point", "points"),
    },
}

EACH_FILE = [
    pytest.param(english, language, id=f"{language}-{english.parents[1].name}")
    for language in OTHERS
    for english in ENGLISH
]


def read(english, language):
    """A catalogue as pairs, since a dictionary would hide an id that stands there twice."""
    text = (english.parent / f"{language}.json").read_text(encoding="utf-8")
    return json.loads(text, object_pairs_hook=list)


def forms(entry):
    return [text for _, text in entry] if isinstance(entry, list) else [entry]


def placeholders(text):
    return set(re.findall(r"\{(\w+)\}", text))


def words(text):
    """What is left to translate: the text without its placeholders and without signs around it."""
    return re.sub(r"^[\W\d_]+|[\W\d_]+$", "", re.sub(r"\{\w+\}", "", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_says_in_which_direction_it_is_written(language):
    assert catalogue(language)["language.direction"] == evaluate(DIRECTION_OF.format(tag=json.dumps(language)))


@pytest.mark.parametrize(("english", "language"), EACH_FILE)
def test_a_language_has_the_ids_of_english_in_their_order(english, language):
    wanted = [identifier for identifier, _ in read(english, "en")]
    assert [identifier for identifier, _ in read(english, language)] == wanted


@pytest.mark.parametrize(("english", "language"), EACH_FILE)
def test_a_text_has_the_placeholders_of_english_in_each_form(english, language):
    source = dict(read(english, "en"))
    wrong = []
    for identifier, entry in read(english, language):
        expected = set().union(*map(placeholders, forms(source[identifier])))
        optional = {"count"} if isinstance(entry, list) else set()
        wrong += [text for text in forms(entry) if not expected - optional <= placeholders(text) <= expected]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("english", ENGLISH, ids=lambda path: path.parents[1].name)
def test_a_counted_text_has_exactly_the_plural_categories_of_its_language(english, language):
    for identifier, entry in read(english, language):
        if isinstance(entry, list):
            assert [category for category, _ in entry] == sorted(PLURALS[language], key=CATEGORIES.index), identifier


@pytest.mark.parametrize(("english", "language"), EACH_FILE)
def test_what_is_counted_in_english_is_counted_in_every_language(english, language):
    translated = dict(read(english, language))
    for identifier, entry in read(english, "en"):
        assert not isinstance(entry, list) or isinstance(translated[identifier], list), identifier


@pytest.mark.parametrize(("english", "language"), EACH_FILE)
def test_no_text_is_left_in_english(english, language):
    source = dict(read(english, "en"))
    left = [
        (identifier, text)
        for identifier, entry in read(english, language)
        for text in forms(entry)
        if text in forms(source[identifier]) and words(text) and words(text) not in SAME_AS_ENGLISH[language]
        if identifier != "language.direction"  # a code
    ]
    assert left == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("english", ENGLISH, ids=lambda path: path.parents[1].name)
def test_no_text_is_empty(english, language):
    empty = [identifier for identifier, entry in read(english, language) if not all(map(str.strip, forms(entry)))]
    no_review = language == "en" and english.parents[1] == FRONTEND
    assert empty == (["language.review"] if no_review else [])


@pytest.mark.parametrize("english", ENGLISH, ids=lambda path: path.parents[1].name)
def test_french_sets_its_signs_as_french_does(english):
    """A narrow no-break space before double signs and inside guillemets, and the curved apostrophe."""
    odd = [
        text
        for _, entry in read(english, "fr")
        for text in forms(entry)
        if re.search(r"(?<!\u202f)[;:!?»]|«(?!\u202f)|'|\"", text)
    ]
    assert odd == []
