"""The rubric of E9.1 against a second opinion: the twelve predicates of the curriculum, written in Python."""

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit import find_exercise
from tests.unit.any_answers import refusal, unmet
from tests.unit.second_opinion import check_grade, check_survives, published, strange_answers

AGENDA = find_exercise("E9.1")
ANSWERS = published(AGENDA)
MODEL = ANSWERS["model"]
AREAS = ["rights", "remit", "recruit", "data", "socsec", "diaspora", "quals"]
PALETTE = {
    "v_gov": "national_gov", "h_gov": "national_gov", "stat_v": "statistics", "hri_v": "hri", "v_union": "union",
    "h_union": "union", "h_emp": "private", "recr": "private", "rsp": "private", "itco": "private",
    "bank_c": "central_bank", "dias": "migrants", "uni": "academia", "qa_v": "qualifications",
    "qa_h": "qualifications", "ss_v": "social_security", "ss_h": "social_security", "c_tan": "local_gov",
    "ngo": "civil_society", "io": "int_org", "rcp_a": "rcp",
}  # fmt: skip
INDICATORS = {
    "rights": ["complaints_resolved", "inspections_irrespective_of_status"],
    "remit": ["average_fee_pct", "share_digital"],
    "recruit": ["fees_paid_by_workers", "licensed_recruiters_audited"],
    "data": ["survey_module_published", "profile_updated"],
    "socsec": ["agreement_signed", "people_with_portable_pension"],
    "diaspora": ["diaspora_seats_in_planning", "projects_codesigned"],
    "quals": ["occupations_recognised", "median_days_to_recognition"],
    "decoy": ["meetings_held", "press_mentions"],
}
ALL_INDICATORS = [indicator for listed in INDICATORS.values() for indicator in listed]
POINTS = {
    "A1": 2, "A2": 2, "A3": 2, "A4": 2, "A5": 1, "A6": 1, "A7": 1, "A8": 1, "A9": 1, "A10": 2, "A11": 1, "A12": 1,
}  # fmt: skip
GATES = {"A1", "A2"}


def met(answer):
    """The criteria that an answer meets, straight from the words of the curriculum; what is open meets nothing."""
    cards = answer["cards"]

    def who(card):
        return {actor for actor in [card["lead"], *card["partners"]] if actor is not None}

    def types(card):
        return {PALETTE[actor] for actor in who(card)}

    def of(area):
        return [card for card in cards if card["area"] == area]

    leads = [card["lead"] for card in cards if card["lead"] is not None]
    spans = [(card["start"], card["end"]) for card in cards]
    whole = [(start, end) for start, end in spans if start is not None and end is not None]
    review = answer["review"] or {"quarter": None, "by": None}
    return {
        criterion
        for criterion, holds in {
            # at least five different areas have a card
            "A1": len({card["area"] for card in cards} - {None}) >= 5,
            # a rights card exists and involves hri, union or civil_society
            "A2": bool(of("rights")) and all(types(card) & {"hri", "union", "civil_society"} for card in of("rights")),
            # if a remit card exists it involves a private actor (rsp or itco)
            "A3": all(who(card) & {"rsp", "itco"} for card in of("remit")),
            # if a recruit card exists it involves a private actor and an independent one
            "A4": all(
                "private" in types(card) and types(card) & {"union", "hri", "civil_society", "int_org"}
                for card in of("recruit")
            ),
            # a data card exists, starts by quarter 2 and involves statistics or academia
            "A5": bool(of("data"))
            and all(
                card["start"] is not None and card["start"] <= 2 and types(card) & {"statistics", "academia"}
                for card in of("data")
            ),
            # if a socsec card exists it involves both social-security funds or both governments
            "A6": all(who(card) >= {"ss_v", "ss_h"} or who(card) >= {"v_gov", "h_gov"} for card in of("socsec")),
            # if present, the diaspora card involves dias and the quals card involves qa_v and qa_h
            "A7": all("dias" in who(card) for card in of("diaspora"))
            and all(who(card) >= {"qa_v", "qa_h"} for card in of("quals")),
            # every card has at least two actor types
            "A8": all(len(types(card)) >= 2 for card in cards),
            # no actor leads more than two cards and at least four different leads
            "A9": all(leads.count(lead) <= 2 for lead in leads) and len(set(leads)) >= 4,
            # every indicator is listed for its area
            "A10": all(card["indicator"] in INDICATORS.get(card["area"], []) for card in cards),
            # 1 <= start <= end <= 12; some card ends by 4; some card ends at 8 or later; at most four active at once
            "A11": len(whole) == len(spans)
            and all(1 <= start <= end <= 12 for start, end in whole)
            and any(end <= 4 for _, end in whole)
            and any(end >= 8 for _, end in whole)
            and all(sum(start <= quarter <= end for start, end in whole) <= 4 for quarter in range(1, 13)),
            # review.by is in the palette, is not a lead of any card, and review.quarter <= 12; below 1 is unmet
            "A12": review["by"] is not None
            and review["by"] not in leads
            and review["quarter"] is not None
            and 1 <= review["quarter"] <= 12,
        }.items()
        if holds
    }


QUARTERS = st.none() | st.integers(-1, 14)
ACTORS = st.sampled_from(list(PALETTE))
CARD = st.fixed_dictionaries(
    {
        "area": st.none() | st.sampled_from(AREAS),
        "lead": st.none() | ACTORS,
        "partners": st.lists(ACTORS, max_size=4),
        "start": QUARTERS,
        "end": QUARTERS,
        "indicator": st.none() | st.sampled_from(ALL_INDICATORS),
    }
)
FIELDS = {
    "area": st.sampled_from(AREAS), "lead": ACTORS, "partners": st.lists(ACTORS, max_size=4), "start": QUARTERS,
    "end": QUARTERS, "indicator": st.sampled_from(ALL_INDICATORS),
}  # fmt: skip


@st.composite
def boards(draw):
    """Boards near the published ones, so that every criterion is often met and often not."""
    answer = copy.deepcopy(draw(st.sampled_from([*ANSWERS.values(), {"cards": [], "review": None}])))
    for _ in range(draw(st.integers(0, 3))):
        if not answer["cards"]:
            break
        card = draw(st.sampled_from(answer["cards"]))
        field = draw(st.sampled_from(list(FIELDS)))
        card[field] = draw(FIELDS[field])
    answer["cards"] += draw(st.lists(CARD, max_size=2))
    if draw(st.booleans()):
        answer["review"] = draw(
            st.none() | st.fixed_dictionaries({"quarter": QUARTERS, "by": st.none() | st.sampled_from(list(PALETTE))})
        )
    answer["cards"] = draw(st.permutations(answer["cards"]))
    return answer


@settings(deadline=None, max_examples=500)
@given(boards())
def test_the_grade_of_any_board_follows_the_words_of_the_curriculum(answer):
    check_grade(AGENDA, answer, met(answer), GATES)


@pytest.mark.parametrize("name", ANSWERS)
def test_the_second_opinion_agrees_on_the_published_answers(name):
    check_grade(AGENDA, ANSWERS[name], met(ANSWERS[name]), GATES)


def test_the_exercise_offers_what_the_curriculum_gives():
    setting = AGENDA.setting
    assert {actor["id"]: actor["type"] for actor in setting["palette"]} == PALETTE
    assert {area["id"] for area in setting["areas"]} == set(AREAS)
    listed = {indicator["id"]: indicator.get("area", "decoy") for indicator in setting["indicators"]}
    assert listed == {indicator: area for area, signs in INDICATORS.items() for indicator in signs}
    assert (setting["quarters"], setting["most_at_once"]) == (12, 4)
    assert {criterion.id: criterion.points for criterion in AGENDA.criteria} == POINTS
    assert {criterion.id for criterion in AGENDA.criteria if criterion.gate} == GATES


def test_of_two_cards_for_one_area_each_must_do_it():
    weak = {"area": "rights", "lead": "v_gov", "partners": ["c_tan"], "start": 9, "end": 9, "indicator": None}
    assert {"A2", "A10"} <= unmet(AGENDA, {**MODEL, "cards": [*MODEL["cards"], weak]})
    sound = {**weak, "partners": ["ngo"], "indicator": "complaints_resolved"}
    assert unmet(AGENDA, {**MODEL, "cards": [*MODEL["cards"], sound]}) == set()


def test_the_employers_are_private_but_carry_no_transfers():
    cards = [card | {"partners": ["h_emp", "recr"]} if card["area"] == "remit" else card for card in MODEL["cards"]]
    assert unmet(AGENDA, {**MODEL, "cards": cards}) == {"A3"}


def test_four_at_once_is_bearable_and_five_are_not():
    one = {"area": "diaspora", "lead": "dias", "partners": ["c_tan"], "start": 3, "end": 3, "indicator": None}
    four = {**MODEL, "cards": [*MODEL["cards"], one]}
    assert unmet(AGENDA, four) == {"A10"}
    assert unmet(AGENDA, {**four, "cards": [*four["cards"], {**one, "lead": "ngo", "partners": ["dias"]}]}) == {
        "A10",
        "A11",
    }


def test_a_partner_named_twice_or_leading_too_counts_once():
    cards = [card | {"partners": [card["lead"], *card["partners"] * 2]} for card in MODEL["cards"]]
    assert unmet(AGENDA, {**MODEL, "cards": cards}) == set()
    alone = [card | {"partners": [card["lead"]]} for card in MODEL["cards"]]
    assert "A8" in unmet(AGENDA, {**MODEL, "cards": alone})


def with_card(**part):
    return {**MODEL, "cards": [{**MODEL["cards"][0], **part}, *MODEL["cards"][1:]]}


def without(key):
    return [{k: v for k, v in card.items() if k != key} for card in MODEL["cards"]]


REFUSED = {
    "reviewer-from-elsewhere": ({**MODEL, "review": {"quarter": 12, "by": "me"}}, '"review, by" holds "me", which'),
    "review-as-text": ({**MODEL, "review": "rcp_a"}, "review must be an object with quarter, by."),
    "unknown-area": (with_card(area="housing"), '"Card 1, area" holds "housing", which this exercise does not know.'),
    "unknown-lead": (with_card(lead="me"), '"Card 1, lead" holds "me", which this exercise does not know.'),
    "unknown-partner": (with_card(partners=["me"]), '"Card 1, partners" holds "me", which this exercise does not'),
    "unknown-indicator": (with_card(indicator="joy"), '"Card 1, indicator" holds "joy", which this exercise does not'),
    "partners-as-text": (with_card(partners="io"), '"Card 1, partners" must be a list.'),
    "quarter-as-text": (with_card(start="1"), '"Card 1, start" must be a number, but is "1".'),
    "card-as-text": ({**MODEL, "cards": ["data"]}, "Card 1 must be an object with area, lead, partners, start"),
    "card-with-more": (with_card(colour="red"), 'The answer has a field "Card 1, colour" that this exercise does not'),
    "card-with-less": ({**MODEL, "cards": without("end")}, 'The field "Card 1, end" is missing from the answer.'),
    "no-review": ({"cards": []}, 'The field "review" is missing from the answer.'),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_malformed_board_is_refused_with_a_plain_sentence(name):
    answer, sentence = REFUSED[name]
    assert refusal(AGENDA, answer).startswith(sentence)


@settings(deadline=None, max_examples=200)
@given(strange_answers(ANSWERS))
def test_any_json_gets_a_grade_or_a_sentence(answer):
    check_survives(AGENDA, answer)
