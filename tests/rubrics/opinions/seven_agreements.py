"""A second opinion on E9.1, from its brief and chapter 9: who is on a card, who leads, what shows, who looks back."""

from coursekit import find_exercise, find_solution

DEFENDERS = {"hri_v", "v_union", "h_union", "ngo"}
INDEPENDENT = DEFENDERS | {"io"}
FIRMS = {"h_emp", "recr", "rsp", "itco"}
CARRIERS = {"rsp", "itco"}
HIRERS = {"h_emp", "recr"}
COUNTERS = {"stat_v", "uni"}
KINDS = [
    {"v_gov", "h_gov"}, {"v_union", "h_union"}, {"ss_v", "ss_h"}, {"qa_v", "qa_h"}, FIRMS, {"stat_v"}, {"hri_v"},
    {"bank_c"}, {"dias"}, {"uni"}, {"c_tan"}, {"ngo"}, {"io"}, {"rcp_a"},
]  # fmt: skip
"""Those who are of one kind."""
NOTICED = {
    "rights": {"complaints_resolved", "inspections_irrespective_of_status"},
    "remit": {"average_fee_pct", "share_digital"},
    "recruit": {"fees_paid_by_workers", "workers_arriving_in_debt"},
    "data": {"decisions_on_figures"},
    "socsec": {"people_with_portable_pension", "pensions_from_two_countries"},
    "diaspora": {"diaspora_seats_in_planning", "projects_codesigned"},
    "quals": {"occupations_recognised", "median_days_to_recognition"},
}
"""By area, the signs by which those whom the work is for notice something."""


def _on(card):
    return {card["lead"], *card["partners"]} - {None}


def _partners(card):
    return set(card["partners"]) - {card["lead"]}


def _can_move(card):
    """Those stand on a card without whom the matter does not move."""
    on = _on(card)
    return {
        "rights": bool(on & DEFENDERS),
        "remit": bool(on & CARRIERS),
        "recruit": bool(on & HIRERS) and bool(on & INDEPENDENT),
        "data": bool(on & COUNTERS),
        "socsec": bool(on & {"ss_v", "v_gov"}) and bool(on & {"ss_h", "h_gov"}),
        "diaspora": "dias" in on,
        "quals": {"qa_v", "qa_h"} <= on,
    }.get(card["area"], False)


def _shows(card):
    return card["indicator"] in NOTICED.get(card["area"], ())


def _come_early(card, last):
    """Figures begin in the first half, and two thirds of the time are enough for them."""
    start, end = card["start"], card["end"] or 0
    return start is not None and start <= last / 2 and 1 <= end <= 2 * last / 3


def met(answer, setting):
    """The criteria that a board meets."""
    cards, last = answer["cards"], setting["quarters"]
    areas = {card["area"] for card in cards} - {None}
    of = {area: [card for card in cards if card["area"] == area] for area in NOTICED}
    leads = [card["lead"] for card in cards if card["lead"]]
    most_led = max(map(leads.count, leads), default=0)
    spans = [(card["start"] or 0, card["end"] or 0) for card in cards]
    review = answer["review"] or {"quarter": None, "by": None}
    by, when = review["by"], review["quarter"] or 0
    on_all_but = {actor: sum(actor not in _on(card) for card in cards) for card in cards for actor in _on(card)}
    everywhere = [actor for actor, missing in on_all_but.items() if missing < 2] if len(cards) > 2 else []
    judged = {
        "A1": len(areas) > 4,
        "A2": of["rights"] and all(_on(card) & DEFENDERS for card in of["rights"]),
        "A3": all(_on(card) & CARRIERS for card in of["remit"]),
        "A4": all(_on(card) & HIRERS and _on(card) & INDEPENDENT for card in of["recruit"]),
        "A5": of["data"] and all((card["start"] or 99) < 3 and _on(card) & COUNTERS for card in of["data"]),
        "A6": all({"ss_v", "ss_h"} <= _on(card) or {"v_gov", "h_gov"} <= _on(card) for card in of["socsec"]),
        "A7": all("dias" in _on(card) for card in of["diaspora"])
        and all({"qa_v", "qa_h"} <= _on(card) for card in of["quals"]),
        "A8": all(sum(bool(_on(card) & kind) for kind in KINDS) > 1 for card in cards),
        "A9": most_led < 3 and len(set(leads)) > 3,
        "A10": all(_shows(card) for card in cards),
        "A11": all(1 <= start <= end <= last for start, end in spans)
        and all(sum(start <= quarter <= end for start, end in spans) < 5 for quarter in range(1, last + 1)),
        "A12": by is not None and by not in leads and by not in FIRMS and 1 <= when <= last,
        "A13": sum(not _partners(card) for card in cards) < 2
        and all(len(_partners(card)) <= setting["most_partners"] for card in cards)
        and len(everywhere) < 4,
        "A14": len(set(leads)) > 2 and 2 * most_led <= len(cards),
        "A15": areas and sum(not all(map(_shows, of[area])) for area in areas) < 2,
        "A16": areas and sum(not all(map(_can_move, of[area])) for area in areas) < 2,
        "A18": all(_come_early(card, last) for card in of["data"]) and sum(1 <= end <= when for _, end in spans) > 1,
        "A19": any(1 <= end <= 4 for _, end in spans) and any(end > 7 for _, end in spans),
    }
    safe = all(card["lead"] not in FIRMS for card in of["rights"]) and all(
        _on(card) & INDEPENDENT for card in of["recruit"] if card["lead"] in FIRMS
    )
    return {criterion for criterion, holds in judged.items() if holds and cards} | ({"A17"} if safe else set())


MODEL = find_solution(find_exercise("E9.1")).model.answer


def _with(area, /, **part):
    """The model with one card changed."""
    return {**MODEL, "cards": [{**card, **part} if card["area"] == area else card for card in MODEL["cards"]]}


def _and(*more, **part):
    """The model with more cards."""
    return {**MODEL, "cards": [*MODEL["cards"], *more], **part}


def _reviewed(quarter, by="rcp_a"):
    return {**MODEL, "review": {"quarter": quarter, "by": by}}


RIGHTS = {
    "area": "rights", "lead": "ngo", "partners": ["c_tan"], "start": 10, "end": 10, "indicator": "complaints_resolved",
}  # fmt: skip
DIASPORA = {
    "area": "diaspora", "lead": "dias", "partners": ["c_tan"], "start": 3, "end": 3, "indicator": "projects_codesigned",
}  # fmt: skip

EDGES = {
    "a second card on an area, as good as the first": (_and(RIGHTS), []),
    "a second card on an area, without a defender": (_and({**RIGHTS, "lead": "uni"}), ["A2"]),
    "employers carry no transfers": (_with("remit", partners=["h_emp", "recr"]), ["A3"]),
    "providers are no recruiters": (_with("recruit", partners=["rsp", "h_union"]), ["A4"]),
    "one end from each kind is enough to move": (_with("socsec", partners=["v_gov", "io"]), ["A6"]),
    "four at once": (_and(DIASPORA), []),
    "five at once": (_and(DIASPORA, {**RIGHTS, "start": 3, "end": 3}), ["A11"]),
    "an end before the start": (_with("socsec", start=12, end=9), ["A11"]),
    "an end after the last quarter": (_with("socsec", end=13), ["A11"]),
    "a card without a start": (_with("socsec", start=None), ["A11"]),
    "a partner named twice, who leads too": (
        {**MODEL, "cards": [card | {"partners": [card["lead"], *2 * card["partners"]]} for card in MODEL["cards"]]},
        [],
    ),
    "one card with nobody beside the lead": (_with("data", partners=["stat_v"]), ["A8"]),
    "six partners": (_with("rights", partners=["v_union", "h_gov", "ngo", "io", "uni", "c_tan"]), []),
    "seven partners": (_with("rights", partners=["v_union", "h_gov", "ngo", "io", "uni", "c_tan", "dias"]), ["A13"]),
    "figures in the middle": (_with("data", start=6, end=6), ["A5", "A19"]),
    "figures in the second half": (_with("data", start=7, end=7), ["A5", "A18", "A19"]),
    "figures until two thirds are over": (_with("data", end=8), ["A19"]),
    "figures one quarter longer": (_with("data", end=9), ["A18", "A19"]),
    "figures without an end": (_with("data", end=None), ["A11", "A18", "A19"]),
    "a look back as the second card ends": (_reviewed(5), []),
    "a look back before": (_reviewed(4), ["A18"]),
    "a look back in no quarter": (_reviewed(0), ["A12", "A18"]),
    "a look back after the end": (_reviewed(13), ["A12"]),
    "a look back by nobody": (_reviewed(12, by=None), ["A12"]),
    "a look back by a firm": (_reviewed(12, by="itco"), ["A12"]),
    "a look back by a partner": (_reviewed(12, by="uni"), []),
    "nothing yet": (
        {"cards": [], "review": None},
        [criterion.id for criterion in find_exercise("E9.1").criteria if criterion.id != "A17"],
    ),
}


def _without(key):
    return {
        **MODEL,
        "cards": [{field: value for field, value in card.items() if field != key} for card in MODEL["cards"]],
    }


REFUSED = {
    "a reviewer from elsewhere": (_reviewed(12, by="me"), '"review, by" holds "me", which'),
    "a review as text": ({**MODEL, "review": "rcp_a"}, "review must be an object with quarter, by."),
    "an unknown area": (_with("data", area="housing"), '"Card 1, area" holds "housing", which this exercise does not'),
    "an unknown lead": (_with("data", lead="me"), '"Card 1, lead" holds "me", which this exercise does not know.'),
    "an unknown partner": (_with("data", partners=["me"]), '"Card 1, partners" holds "me", which this exercise does'),
    "an unknown sign": (_with("data", indicator="joy"), '"Card 1, indicator" holds "joy", which this exercise does'),
    "partners as text": (_with("data", partners="io"), '"Card 1, partners" must be a list.'),
    "a quarter as text": (_with("data", start="1"), '"Card 1, start" must be a number, but is "1".'),
    "a card as text": ({**MODEL, "cards": ["data"]}, "Card 1 must be an object with area, lead, partners, start"),
    "a card with more": (_with("data", colour="red"), 'The answer has a field "Card 1, colour" that this exercise'),
    "a card with less": (_without("end"), 'The field "Card 1, end" is missing from the answer.'),
    "no review": ({"cards": []}, 'The field "review" is missing from the answer.'),
}
