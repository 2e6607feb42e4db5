"""Whoever guesses a form of the course test by the look of its options does no better than chance, as with the bank."""

import pytest

from coursekit import find_exercise
from tests.unit.test_bank_guessing import MEASURES, best, check_no_better_than_chance, lowest

ITEMS = find_exercise("course-test").setting["items"]
FORMS = {form: [{**item["forms"][form], "several": item["several"]} for item in ITEMS] for form in "AB"}
RULES = [
    pytest.param(turn(measure), id=f"{word}-{name}")
    for name, measure in MEASURES.items()
    for word, turn in (("most", lambda it: it), ("least", lowest))
]


def asked(form, *, several):
    return [question for question in FORMS[form] if question["several"] == several]


@pytest.mark.parametrize("measure", RULES)
@pytest.mark.parametrize("form", FORMS)
def test_one_right_option_is_not_the_one_that_stands_out(form, measure):
    check_no_better_than_chance(asked(form, several=False), lambda question: best(question, measure, 1), errors=1)


@pytest.mark.parametrize("measure", RULES)
@pytest.mark.parametrize("form", FORMS)
def test_one_right_option_is_not_found_by_leaving_out_the_one_that_stands_out(form, measure):
    def others(question):
        left_out = best(question, measure, 1)
        return [{option["id"]} for choice in left_out for option in question["options"] if option["id"] not in choice]

    check_no_better_than_chance(asked(form, several=False), others, errors=1)


@pytest.mark.parametrize("measure", RULES)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("left_out", [0, 1, 2])
def test_several_right_options_are_not_all_but_the_odd_ones(form, measure, left_out):
    check_no_better_than_chance(
        asked(form, several=True),
        lambda question: best(question, measure, len(question["options"]) - left_out),
        errors=2,
    )


@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize("form", FORMS)
def test_one_right_option_does_not_stand_in_one_place(form, place):
    check_no_better_than_chance(
        asked(form, several=False), lambda question: [{question["options"][place]["id"]}], errors=1
    )


@pytest.mark.parametrize("form", FORMS)
def test_the_number_of_right_options_varies(form):
    right = {sum(option["correct"] for option in question["options"]) for question in asked(form, several=True)}
    assert len(right) > 1
