"""Rules that a test before and after keeps: two forms of equal weight by design, and no question of the bank again."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from coursekit.checks.problem import Problem, Rule
from coursekit.exercises.models import Exercise, Question

Form = Mapping[str, Any]
Item = Mapping[str, Any]

FORMS = ("A", "B")
TOO_FEW_ITEMS = Rule(
    "too-few-items",
    "setting.outcomes {outcome}",
    "{count} of the items measure it, but one alone can be luck.",
    "Make it {least} at least.",
)
UNLISTED_OUTCOME = Rule(
    "unlisted-outcome",
    "item {item}",
    "it measures {outcome}, which setting.outcomes does not list.",
    "Add the outcome there.",
)
OTHER_NUMBER = Rule(
    "other-number",
    "item {item}",
    "it measures {outcome}.",
    "Begin its id with {outcome}.",
)
NOT_ONE_RIGHT = Rule(
    "form-not-one-right",
    "item {item}, form {form}",
    "{count} options are right, but one can be chosen.",
    "Leave one right.",
)
NOT_SEVERAL_RIGHT = Rule(
    "form-not-several-right",
    "item {item}, form {form}",
    "{count} of {options} options are right, though it asks for several.",
    "Make at least two right and at least one wrong.",
)
OTHER_COUNT = Rule(
    "forms-differ-in-number",
    "item {item}",
    "form A has {a} {what}, form B {b}.",
    "Give both as many, so that neither is harder.",
)
OTHER_MISTAKE = Rule(
    "forms-differ-in-mistakes",
    "item {item}",
    'only form {form} has an option for the mistake "{mistake}".',
    "Give the other form its twin, in the same words.",
)
OTHER_LENGTH = Rule(
    "forms-differ-in-length",
    "item {item}",
    "in {what}, form A has {a} words and form B {b}.",
    "Bring them closer, so that neither is harder.",
)
SAME_CASE = Rule(
    "forms-alike",
    "item {item}",
    "both forms ask the same question.",
    "Give each a case of its own.",
)
REPEATS_QUESTION = Rule(
    "repeats-question",
    "item {item}, form {form}",
    "it asks nearly what {other} asks.",
    "Give it another case.",
)
REPEATS_OPTIONS = Rule(
    "repeats-options",
    "item {item}, form {form}",
    "it has the options of {other}.",
    "Write others.",
)

ITEMS_FOR_AN_OUTCOME = 2
SHARE_IN_COMMON = 0.5
"""From this share of words in common, two questions are nearly one."""
LONGER = 1.4
"""How many times as long as its twin a form may be."""
FEW_WORDS = 6
"""Up to so many words more do not make a form harder, whatever the share."""


def check_test(file: str, exercise: Exercise, bank: Mapping[str, Question]) -> Iterator[Problem]:
    """Check one test; `bank` holds every question of the quizzes by its number. The items of a part are the whole's."""
    yield from _outcomes(file, exercise)
    if "part_of" in exercise.setting:
        return
    for item in exercise.setting["items"]:
        yield from _item(file, item)
        yield from _pair(file, item)
    yield from _repeats(file, exercise.setting["items"], bank)


def _outcomes(file: str, exercise: Exercise) -> Iterator[Problem]:
    items = Counter(item["outcome"] for item in exercise.setting["items"])
    listed = exercise.setting["outcomes"]
    for outcome in listed:
        if items[outcome] < ITEMS_FOR_AN_OUTCOME:
            yield TOO_FEW_ITEMS.format(
                file=file, outcome=outcome, count=items[outcome] or "none", least=ITEMS_FOR_AN_OUTCOME
            )
    for item in exercise.setting["items"]:
        if item["outcome"] not in listed:
            yield UNLISTED_OUTCOME.format(file=file, item=item["id"], outcome=item["outcome"])


def _item(file: str, item: Item) -> Iterator[Problem]:
    if not item["id"].startswith(f"{item['outcome']}."):
        yield OTHER_NUMBER.format(file=file, item=item["id"], outcome=item["outcome"])
    for form in FORMS:
        options = item["forms"][form]["options"]
        right = _right(item["forms"][form])
        place = {"file": file, "item": item["id"], "form": form, "count": right or "no"}
        if not item["several"] and right != 1:
            yield NOT_ONE_RIGHT.format(**place)
        if item["several"] and not 1 < right < len(options):
            yield NOT_SEVERAL_RIGHT.format(**place, options=len(options))


def _pair(file: str, item: Item) -> Iterator[Problem]:
    """Check that what can be counted is alike in both forms."""
    a, b = (item["forms"][form] for form in FORMS)
    place = {"file": file, "item": item["id"]}
    if _words(a["question"]) == _words(b["question"]):
        yield SAME_CASE.format(**place)
    for what, count in (("options", lambda form: len(form["options"])), ("right options", _right)):
        if count(a) != count(b):
            yield OTHER_COUNT.format(**place, what=what, a=count(a), b=count(b))
    mistakes = {form: _mistakes(item["forms"][form]) for form in FORMS}
    for form, other in (FORMS, FORMS[::-1]):
        for mistake in mistakes[form] - mistakes[other]:
            yield OTHER_MISTAKE.format(**place, form=form, mistake=mistake)
    for what, text in (("the question", _asked), ("the options", _offered)):
        lengths = sorted((len(text(a).split()), len(text(b).split())))
        if lengths[1] > max(lengths[0] * LONGER, lengths[0] + FEW_WORDS):
            yield OTHER_LENGTH.format(**place, what=what, a=len(text(a).split()), b=len(text(b).split()))


def _repeats(file: str, items: Iterable[Item], bank: Mapping[str, Question]) -> Iterator[Problem]:
    """Check each form against the bank, and against the items above it."""
    asked: list[tuple[str, Form]] = [(f"question {number} of the bank", question) for number, question in bank.items()]
    for item in items:
        forms = [(form, item["forms"][form]) for form in FORMS]
        for form, content in forms:
            place = {"file": file, "item": item["id"], "form": form}
            for other, question in asked:
                if _in_common(content["question"], question["question"]) >= SHARE_IN_COMMON:
                    yield REPEATS_QUESTION.format(**place, other=other)
                if _option_texts(content) == _option_texts(question):
                    yield REPEATS_OPTIONS.format(**place, other=other)
        asked += [(f"item {item['id']}, form {form},", content) for form, content in forms]


def _right(form: Form) -> int:
    return sum(option["correct"] for option in form["options"])


def _mistakes(form: Form) -> Counter[str]:
    return Counter(option["mistake"] for option in form["options"] if "mistake" in option)


def _asked(form: Form) -> str:
    return str(form["question"])


def _offered(form: Form) -> str:
    return " ".join(option["text"] for option in form["options"])


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _option_texts(form: Form) -> set[tuple[str, ...]]:
    return {tuple(_words(option["text"])) for option in form["options"]}


def _in_common(one: str, other: str) -> float:
    """Return which share of the words of two texts stands in both."""
    words, others = set(_words(one)), set(_words(other))
    return len(words & others) / len(words | others)
