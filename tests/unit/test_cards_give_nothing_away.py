"""Cards that have to be put in order wait in the order of their names, and no name carries its date."""

import pytest

from coursekit import all_exercises

CARDS = {
    exercise.id: exercise.setting[key]
    for kind, key in {"timeline": "milestones", "roadmap": "steps"}.items()
    for exercise in all_exercises()
    if exercise.kind == kind
}


@pytest.mark.parametrize("cards", CARDS.values(), ids=CARDS)
def test_cards_wait_in_the_order_of_their_names(cards):
    names = [card["name"] for card in cards]
    assert names == sorted(names, key=str.lower)


@pytest.mark.parametrize("cards", CARDS.values(), ids=CARDS)
def test_no_name_carries_its_date(cards):
    for card in cards:
        assert not any(year in card["name"] for year in card.get("date", "").split() if year.isdigit())
