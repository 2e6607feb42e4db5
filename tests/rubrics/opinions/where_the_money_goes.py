"""E9.2: her dollars, worked out from the table; who is at the goal; who sets the price; what an average hides."""

from fractions import Fraction

from tests.rubrics.opinions._data_lab import exact, near, refused_without

SENT, MONTHS = 200, 12
WHO_MOVE_THE_MONEY = {"rsp", "itco", "bank"}


def met(answer, setting):
    costs = {(quarter, measure): exact(value) for quarter, measure, value in setting["data"]["rows"]}
    goal = costs["2030", "target"]
    now = {measure: costs["2023Q3", measure] for measure in ("all", "banks", "digital")}
    fee_now, fee_then = (SENT * cost / 100 for cost in (now["all"], goal))
    there = {measure for measure, cost in now.items() if cost <= goal}
    measured = answer["furthest"] is not None
    fees = [near(answer["fee_now"], float(fee_now), 0.1), near(answer["fee_target"], float(fee_then), 0.1)]
    holds = {
        "C1": fees[0],
        "C2": fees[1],
        "C3": any(fees) and near(answer["saving_year"], float(MONTHS * (fee_now - fee_then)), Fraction(3, 2)),
        "C4": answer["furthest"] == max(now, key=now.get),
        "C5": measured and set(answer["met_by"]) == there,
        "C6": answer["partner_first"] in WHO_MOVE_THE_MONEY,
        "C7": answer["caution"] == "k_average",
        "C8": measured and not {"all", "banks"} & set(answer["met_by"]),
    }
    return {criterion for criterion, does in holds.items() if does}


GOOD = {
    "fee_now": 12.36,
    "fee_target": 6,
    "saving_year": 76.32,
    "furthest": "banks",
    "met_by": [],
    "partner_first": "itco",
    "caution": "k_average",
}
LIMITS = {  # field: lowest and highest that are near enough, the criterion
    "fee_now": (12.26, 12.46, "C1"),
    "fee_target": (5.9, 6.1, "C2"),
    "saving_year": (74.82, 77.82, "C3"),
}


def _at_the_limits():
    for field, (lowest, highest, criterion) in LIMITS.items():
        for number, beyond in ((lowest, round(lowest - 0.01, 2)), (highest, round(highest + 0.01, 2))):
            yield f"{field} {number}", ({**GOOD, field: number}, set())
            yield f"{field} {beyond}", ({**GOOD, field: beyond}, {criterion})


EDGES = {
    **dict(_at_the_limits()),
    "both fees of 100 dollars": ({**GOOD, "fee_now": 6.18, "fee_target": 3}, {"C1", "C2", "C3"}),
    "the saving alone": ({**GOOD, "fee_now": None, "fee_target": None}, {"C1", "C2", "C3"}),
    "the fee now left open": ({**GOOD, "fee_now": None}, {"C1"}),
    "nobody at the goal, and nothing measured": ({**GOOD, "furthest": None}, {"C4", "C5", "C8"}),
    "one that is near": ({**GOOD, "met_by": ["digital"]}, {"C5"}),
    "the average at the goal": ({**GOOD, "met_by": ["all"]}, {"C5", "C8"}),
    "all at the goal": ({**GOOD, "met_by": ["banks", "digital", "all"]}, {"C5", "C8"}),
    "a body that can only ask": ({**GOOD, "partner_first": "bank_c"}, {"C6"}),
}

REFUSED = {
    **refused_without(GOOD),
    "a provider that the table does not have": ({**GOOD, "met_by": ["cash"]}, '"met_by" holds "cash"'),
    "a partner who is not on the list": (
        {**GOOD, "partner_first": "worldbank"},
        '"partner_first" holds "worldbank"',
    ),
    "a remark": ({**GOOD, "remark": ""}, 'The answer has a field "remark" that this exercise does not ask for.'),
}
