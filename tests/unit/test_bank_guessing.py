"""Whoever guesses the bank by the look of its options does no better than chance.

Chance is worked out for each question: the score that one expects of a random choice, which is one of the options or,
where several may be chosen, any set of them but the empty one. A rule of thumb that names several options as equals
scores the mean of them. What it scores over the bank may lie above chance by as much as chance itself would stray: by
one standard error where one option is right, by two where several are, for there are few of these questions.
"""

import math
import re
from collections import Counter
from itertools import combinations

import pytest

from coursekit import all_exercises
from coursekit.exercises.question_bank import question_bank

BANK = [question for _, question in question_bank(all_exercises()).values()]
SINGLE = [question for question in BANK if not question["several"]]
SEVERAL = [question for question in BANK if question["several"]]

HEDGES = (
    r"may|might|can|could|often|some|most|mostly|many|several|usually|depends?|likely|perhaps|possibly|probably|unless"
)
ABSOLUTES = r"always|never|all|only|every|everybody|everyone|nobody|none|no|must|whole|entirely|at once"
FRIENDLY = r"together|joint|jointly|common|shared?|partners?|agreed?|asked|ask|both|all|others?|trust|help|plan"


def words_of(pattern, text):
    return len(re.findall(rf"\b(?:{pattern})\b", text.lower()))


def echo(question, text):
    """How much of the question an option says again."""
    asked = set(re.findall(r"[a-z]{4,}", question["question"].lower()))
    return len(asked & set(re.findall(r"[a-z]{4,}", text.lower())))


def oddness(question, text):
    """How far the length of an option is from the mean of its question."""
    lengths = [len(option["text"]) for option in question["options"]]
    return abs(len(text) - sum(lengths) / len(lengths))


MEASURES = {
    "long": lambda _, text: len(text),
    "careful": lambda _, text: words_of(HEDGES, text) - words_of(ABSOLUTES, text),
    "free-of-absolutes": lambda _, text: -words_of(ABSOLUTES, text),
    "friendly": lambda _, text: words_of(FRIENDLY, text),
    "an-echo-of-the-question": echo,
    "odd-in-length": oddness,
    "with-a-comma-or-colon": lambda _, text: len(re.findall("[,:]", text)),
    "wordy": lambda _, text: len(text.split()),
}
"""By what somebody may go who does not know; each option gets a number, and the highest or the lowest is taken."""


def sets_of(options, size):
    return [frozenset(chosen) for chosen in combinations(sorted(options), size)]


def best(question, measure, size):
    """The sets of so many options that rank highest; several of them where options are equal."""
    marks = {option["id"]: measure(question, option["text"]) for option in question["options"]}
    last = sorted(marks.values(), reverse=True)[size - 1]
    sure = {id_ for id_, mark in marks.items() if mark > last}
    equal = [id_ for id_, mark in marks.items() if mark == last]
    return [sure | more for more in sets_of(equal, size - len(sure))]


def score(question, choices):
    """The mean score of choices that are equals for somebody who guesses."""
    right = {option["id"] for option in question["options"] if option["correct"]}
    return sum(choice == right for choice in choices) / len(choices)


def chance(question):
    count = len(question["options"])
    return 1 / (2**count - 1) if question["several"] else 1 / count


def check_no_better_than_chance(questions, choose, errors):
    by_chance = [chance(question) for question in questions]
    error = math.sqrt(sum(share * (1 - share) for share in by_chance))
    scored = sum(score(question, choose(question)) for question in questions)
    assert scored <= sum(by_chance) + errors * error


def lowest(measure):
    return lambda question, text: -measure(question, text)


RULES = [
    pytest.param(turn(measure), id=f"{word}-{name}")
    for name, measure in MEASURES.items()
    for word, turn in (("most", lambda it: it), ("least", lowest))
]


@pytest.mark.parametrize("measure", RULES)
def test_one_right_option_is_not_the_one_that_stands_out(measure):
    check_no_better_than_chance(SINGLE, lambda question: best(question, measure, 1), errors=1)


@pytest.mark.parametrize("measure", RULES)
def test_one_right_option_is_not_found_by_leaving_out_the_one_that_stands_out(measure):
    def others(question):
        left_out = best(question, measure, 1)
        return [{option["id"]} for choice in left_out for option in question["options"] if option["id"] not in choice]

    check_no_better_than_chance(SINGLE, others, errors=1)


@pytest.mark.parametrize("place", range(4))
def test_one_right_option_does_not_stand_in_one_place(place):
    check_no_better_than_chance(SINGLE, lambda question: [{question["options"][place]["id"]}], errors=1)


@pytest.mark.parametrize("measure", RULES)
@pytest.mark.parametrize("left_out", [0, 1, 2], ids=["all", "all-but-one", "all-but-two"])
def test_several_right_options_are_not_all_but_the_odd_ones(measure, left_out):
    check_no_better_than_chance(
        SEVERAL, lambda question: best(question, measure, len(question["options"]) - left_out), errors=2
    )


@pytest.mark.parametrize("measure", RULES)
@pytest.mark.parametrize("size", [2, 3])
def test_several_right_options_are_not_the_ones_that_stand_out(measure, size):
    check_no_better_than_chance(SEVERAL, lambda question: best(question, measure, size), errors=2)


@pytest.mark.parametrize("place", [0, 1, 2, 3, -1])
def test_several_right_options_are_not_all_but_one_place(place):
    check_no_better_than_chance(
        SEVERAL,
        lambda question: [{option["id"] for option in question["options"]} - {question["options"][place]["id"]}],
        errors=2,
    )


def test_each_place_is_right_about_as_often():
    offered = [option for question in BANK for option in question["options"]]
    places = Counter(option["id"] for option in offered)
    right = Counter(option["id"] for option in offered if option["correct"])
    shares = [right[place] / places[place] for place in "abcd"]
    assert max(shares) - min(shares) < 1 / 5


def test_chance_and_scores_are_worked_out_as_they_say():
    options = [{"id": id_, "text": id_ * count, "correct": id_ in "ab"} for count, id_ in enumerate("abc", 1)]
    several = {"several": True, "options": options}
    assert chance(several) == pytest.approx(1 / 7)
    assert score(several, sets_of("abc", 2)) == pytest.approx(1 / 3)
    assert best(several, MEASURES["long"], 1) == [{"c"}]
    assert best(several, lambda *_: 0, 1) == [{"a"}, {"b"}, {"c"}]
