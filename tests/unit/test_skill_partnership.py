"""The rubric of E7.1 against a second opinion: the twelve predicates of the curriculum, written in Python."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit import find_exercise, find_solution, grade
from coursekit.grading.grader import shared_grader
from coursekit.grading.solutions import solution_answers
from tests.course import COURSE
from tests.unit.any_answers import any_json, check_grade_or_sentence, refusal, spoilt, unmet

PARTNERSHIP = find_exercise("E7.1")
SOLUTION = find_solution(PARTNERSHIP)
MODEL, ALTERNATIVE = SOLUTION.model.answer, SOLUTION.alternative.answer

# The palette as the curriculum gives it: kind and country.
PARTIES = {
    "v_gov": ("gov", "V"),
    "h_gov": ("gov", "H"),
    "v_clinics": ("private", "V"),
    "v_soft": ("private", "V"),
    "h_care": ("private", "H"),
    "h_tech": ("private", "H"),
    "v_union": ("worker", "V"),
    "h_union": ("worker", "H"),
    "dias": ("worker", "H"),
    "io": ("int_org", "-"),
}
SHORTAGES = {"nursing_aide": (4, 5), "software": (3, 4), "construction": (2, 4), "tourism": (1, 2)}
MOMENTS = ["before_training", "before_departure", "after_arrival"]
PAYERS = ["h_gov", "h_employers", "v_gov", "v_employers", "trainee"]
BENEFITS = {
    "origin": ["train_capacity", "home_graduates", "remittances", "skills_back", "curriculum"],
    "destination": ["staff", "lower_training_cost", "integration_ready"],
}
THERE = ["job_offer", "equal_pay", "recognition_dest", "change_employer", "tied_employer", "passport_kept"]
THERE.append("language_support")
BACK = ["recognition_origin", "placement", "employer_pledge", "startup_support", "voluntary_return", "forced_return"]
BACK.append("pension_portable")
POINTS = {"S1": 2, "S2a": 2, "S2b": 1, "S3": 2, "S4a": 2, "S4b": 1, "S5a": 2, "S5b": 1, "P1": 2, "P2": 1, "P3": 2}
POINTS["T1"] = 1
GATES = {"S1", "S2a", "S3", "S4a", "S5a", "P1", "P3"}


def met(answer):
    """The criteria that an answer meets, straight from the words of the curriculum."""
    share = {payer: Fraction(str(answer["financing"].get(payer) or 0)) for payer in PAYERS}
    kinds = {PARTIES[party] for party in answer["parties"]}
    origin, destination = (set(answer["benefits"].get(side, [])) for side in ("origin", "destination"))
    there, back = set(answer["destination_jobs"]), set(answer["return_jobs"])
    home, away = (answer["tracks"].get(track) or 0 for track in ("home", "away"))
    return {
        criterion
        for criterion, holds in {
            # both shortage scores of sector are at least 3
            "S1": min(SHORTAGES.get(answer["sector"], (0, 0))) >= 3,
            # financing shares sum to 100 and trainee <= 10
            "S2a": sum(share.values()) == 100 and share["trainee"] <= 10,
            # h_gov and h_employers together at least 50
            "S2b": share["h_gov"] + share["h_employers"] >= 50,
            # at least two origin benefits, of which train_capacity, home_graduates or curriculum is one, and at
            # least one destination benefit
            "S3": len(origin) >= 2 and origin & {"train_capacity", "home_graduates", "curriculum"} and destination,
            # destination_jobs contains job_offer, equal_pay and recognition_dest
            "S4a": there >= {"job_offer", "equal_pay", "recognition_dest"},
            # destination_jobs contains neither tied_employer nor passport_kept
            "S4b": not there & {"tied_employer", "passport_kept"},
            # return_jobs contains recognition_origin and one of placement, employer_pledge, startup_support
            "S5a": "recognition_origin" in back and back & {"placement", "employer_pledge", "startup_support"},
            # return_jobs does not contain forced_return
            "S5b": "forced_return" not in back,
            # parties contain v_gov, h_gov, a private actor of V and a private actor of H
            "P1": kinds >= {("gov", "V"), ("gov", "H"), ("private", "V"), ("private", "H")},
            # parties contain a worker body
            "P2": any(kind == "worker" for kind, _ in kinds),
            # agreed is before_training or before_departure
            "P3": answer["agreed"] in ("before_training", "before_departure"),
            # tracks.home >= 1; if sector is nursing_aide then tracks.home >= tracks.away
            "T1": home >= 1 and (answer["sector"] != "nursing_aide" or home >= away),
        }.items()
        if holds
    }


def check(answer):
    expected = met(answer)
    result = grade(PARTNERSHIP, answer)
    assert {criterion["id"] for criterion in result["criteria"] if criterion["met"]} == expected
    points = sum(POINTS[criterion] for criterion in expected)
    assert (result["points"], result["max_points"]) == (points, 19)
    assert result["passed"] == (expected >= GATES and 10 * points >= 7 * 19)


def some(known, often=()):
    return st.lists(st.sampled_from(known), max_size=6).map(lambda ids: [*ids, *often]) | st.lists(
        st.sampled_from(known), max_size=5
    )


@st.composite
def shares(draw):
    """Shares that often make exactly a hundred, in tenths of a per cent, with some payers left out."""
    cuts = sorted(draw(st.lists(st.integers(0, 1000), min_size=4, max_size=4)))
    tenths = [b - a for a, b in zip([0, *cuts], [*cuts, draw(st.sampled_from([1000, 1000, 990]))], strict=True)]
    given = {
        payer: draw(st.sampled_from([share / 10, share / 10, None]))
        for payer, share in zip(draw(st.permutations(PAYERS)), tenths, strict=True)
        if share >= 0
    }
    return {payer: share for payer, share in given.items() if share != 0}


ANSWERS = st.fixed_dictionaries(
    {
        "parties": some(list(PARTIES), MODEL["parties"]),
        "agreed": st.sampled_from([None, *MOMENTS]),
        "sector": st.sampled_from([None, *SHORTAGES]),
        "financing": shares(),
        "benefits": st.fixed_dictionaries({}, optional={side: some(ids) for side, ids in BENEFITS.items()}),
        "destination_jobs": some(THERE, THERE[:3]),
        "return_jobs": some(BACK, BACK[:1]),
        "tracks": st.fixed_dictionaries(
            {}, optional={track: st.none() | st.integers(-1, 5) for track in ("home", "away")}
        ),
    }
)


@settings(deadline=None, max_examples=800)
@given(ANSWERS)
def test_the_grade_of_any_draft_follows_the_words_of_the_curriculum(answer):
    check(answer)


def test_every_answer_of_the_solution_and_the_empty_one_are_graded_alike():
    check(shared_grader(COURSE).empty_answer(PARTNERSHIP))
    for _, answer, fails in solution_answers(SOLUTION):
        check(answer)
        assert unmet(PARTNERSHIP, answer) == set(fails)


def financed(**changes):
    return {**MODEL, "financing": {**MODEL["financing"], **changes}}


@pytest.mark.parametrize(
    ("financing", "fails"),
    [
        ({"h_gov": 30, "trainee": 10}, set()),
        ({"h_gov": 29.9, "trainee": 10.1}, {"S2a"}),
        ({"h_gov": 40.1}, {"S2a"}),
        ({"h_gov": 39.999}, {"S2a"}),
        ({"h_gov": 33.3, "h_employers": 33.3, "v_gov": 33.4, "v_employers": 0}, set()),
        ({"h_gov": 0.1, "h_employers": 49.9, "v_gov": 49.7, "v_employers": 0.3}, set()),
        ({"h_gov": 0.1, "h_employers": 49.8, "v_gov": 49.8, "v_employers": 0.3}, {"S2b"}),
        ({"h_gov": 1e308, "h_employers": 1e308, "v_gov": 1e308}, {"S2a"}),
    ],
)
def test_shares_at_their_limits_are_met_and_beyond_are_not(financing, fails):
    assert unmet(PARTNERSHIP, financed(**financing)) == fails


def test_as_many_who_stay_as_who_leave_is_enough_and_one_fewer_is_not():
    assert unmet(PARTNERSHIP, {**MODEL, "tracks": {"home": 60, "away": 61}}) == {"T1"}
    assert unmet(PARTNERSHIP, {**ALTERNATIVE, "tracks": {"home": 1, "away": 1000}}) == set()
    assert unmet(PARTNERSHIP, {**ALTERNATIVE, "tracks": {"home": 0, "away": 0}}) == {"T1"}


def test_order_and_repetition_mean_nothing():
    turned = {key: value[::-1] + value[:1] if isinstance(value, list) else value for key, value in MODEL.items()}
    assert unmet(PARTNERSHIP, turned) == set()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            {"financing": {"trainee": -5, "h_gov": 105}},
            '"financing, trainee" must not be below zero, but is -5.',
        ),
        ({"financing": {"h_gov": "40"}}, '"financing, h_gov" must be a number, but is "40".'),
        ({"financing": {"bank": 5}}, '"financing" holds "bank", which this exercise does not know.'),
        ({"financing": None}, '"financing" must be an object'),
        ({"benefits": []}, '"benefits" must be an object'),
        ({"benefits": {"both": []}}, '"benefits" holds "both", which this exercise does not know.'),
        ({"benefits": {"origin": ["staff"]}}, '"benefits, origin" holds "staff", which this exercise does not know.'),
        ({"sector": "fishing"}, '"sector" holds "fishing", which this exercise does not know.'),
        ({"parties": None}, '"parties" must be a list.'),
        ({"tracks": {"home": True}}, '"tracks, home" must be a number, but is true.'),
        ({"signed": "yes"}, 'The answer has a field "signed" that this exercise does not ask for.'),
    ],
)
def test_a_malformed_draft_is_refused_with_a_sentence(change, sentence):
    assert refusal(PARTNERSHIP, {**MODEL, **change}).startswith(sentence)


def is_well_formed(answer):
    """Say so by the rules of the exercise alone: an opinion that shares no code with the grader."""
    if not isinstance(answer, dict) or set(answer) != set(MODEL):
        return False
    return (
        are_ids(answer["parties"], PARTIES)
        and is_choice(answer["agreed"], MOMENTS)
        and is_choice(answer["sector"], SHORTAGES)
        and is_map(answer["financing"], PAYERS, lambda share, _: is_number(share) and (share is None or share >= 0))
        and is_map(answer["benefits"], BENEFITS, lambda ids, side: are_ids(ids, BENEFITS[side]))
        and are_ids(answer["destination_jobs"], THERE)
        and are_ids(answer["return_jobs"], BACK)
        and is_map(answer["tracks"], ["home", "away"], lambda places, _: is_number(places))
    )


def are_ids(value, known):
    return isinstance(value, list) and len(value) <= 500 and all(isinstance(id_, str) and id_ in known for id_ in value)


def is_choice(value, known):
    return value is None or (isinstance(value, str) and value in known)


def is_map(value, known, is_entry):
    return isinstance(value, dict) and set(value) <= set(known) and all(is_entry(value[key], key) for key in value)


def is_number(value):
    is_one = isinstance(value, int | float) and not isinstance(value, bool)
    return value is None or (is_one and abs(value) < float("inf"))


WORDS = [*MODEL, *PARTIES, *SHORTAGES, *MOMENTS, *PAYERS, *BENEFITS, *THERE, "home", "away"]


@settings(deadline=None, max_examples=300)
@given(any_json(WORDS) | spoilt([MODEL, ALTERNATIVE], WORDS))
def test_any_json_and_any_spoilt_draft_get_a_grade_or_a_sentence(answer):
    check_grade_or_sentence(PARTNERSHIP, answer, is_well_formed=is_well_formed(answer))


def test_the_exercise_offers_what_the_curriculum_gives():
    setting = PARTNERSHIP.setting
    kinds = {"national_gov": "gov", "private": "private", "union": "worker", "migrants": "worker", "int_org": "int_org"}
    countries = {"origin": "V", "destination": "H", "none": "-"}
    assert {p["id"]: (kinds[p["type"]], countries[p["side"]]) for p in setting["parties"]} == PARTIES
    assert {s["id"]: (s["origin"], s["destination"]) for s in setting["sectors"]} == SHORTAGES
    assert [moment["id"] for moment in setting["moments"]] == MOMENTS
    assert [payer["id"] for payer in setting["payers"]] == PAYERS
    assert {side: [b["id"] for b in setting["benefits"][side]] for side in BENEFITS} == BENEFITS
    assert [clause["id"] for clause in setting["destination_jobs"]] == THERE
    assert [clause["id"] for clause in setting["return_jobs"]] == BACK
    assert {criterion.id: criterion.points for criterion in PARTNERSHIP.criteria} == POINTS
    assert {criterion.id for criterion in PARTNERSHIP.criteria if criterion.gate} == GATES


def test_the_draft_in_words_says_what_is_settled_and_what_is_open():
    words = shared_grader(COURSE).describe(
        PARTNERSHIP, {**MODEL, "sector": None, "financing": {"h_gov": 40, "trainee": 70}}
    )
    assert words[2] == "Sector: not chosen yet"
    assert words[3].endswith("The trainee: 70 per cent; Together 110 per cent: 10 too much.")
    assert words[8].startswith("Training places a year: 60 places a year for work in Velmora")
