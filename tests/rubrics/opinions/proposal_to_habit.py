"""E5.3: what the table says of Bangkok and of the rhythm, and what the record does and does not say of the aims."""

from tests.rubrics.opinions._data_lab import near, refused_without

IN_THE_RECORD = {"share_practice", "two_way_flow"}


def met(answer, setting):
    bangkok = next(row for row in setting["data"]["rows"] if row[2] == "Bangkok")
    aims = set(answer["aims_evidenced"])
    holds = {
        "C1": answer["meeting_no"] == bangkok[0],
        "C2": answer["months"] in (16, 17, 18),
        "C3": answer["processes"] == bangkok[3],
        "C4": near(answer["mean_interval"], 2, 0.1),
        "C5": aims == IN_THE_RECORD,
        "C6": answer["caution"] == "k_agenda_not_result",
        "C7": bool(aims) and aims <= IN_THE_RECORD,
    }
    return {criterion for criterion, does in holds.items() if does}


GOOD = {
    "meeting_no": 2,
    "months": 17,
    "processes": 13,
    "mean_interval": 2,
    "aims_evidenced": ["share_practice", "two_way_flow"],
    "caution": "k_agenda_not_result",
}

EDGES = {
    **{f"{number} years": ({**GOOD, "mean_interval": number}, set()) for number in (1.9, 2.1)},
    **{f"{number} years, beyond": ({**GOOD, "mean_interval": number}, {"C4"}) for number in (1.89, 2.11)},
    **{f"{number} months": ({**GOOD, "months": number}, set()) for number in (16, 18)},
    **{f"{number} months, beyond": ({**GOOD, "months": number}, {"C2"}) for number in (15, 19)},
    "one aim": ({**GOOD, "aims_evidenced": ["two_way_flow"]}, {"C5"}),
    "no aim": ({**GOOD, "aims_evidenced": []}, {"C5", "C7"}),
    "an aim of the speech alone": ({**GOOD, "aims_evidenced": ["focal_point_network"]}, {"C5", "C7"}),
    "an aim named twice, in another order": (
        {**GOOD, "aims_evidenced": ["two_way_flow", "share_practice", "two_way_flow"]},
        set(),
    ),
    "a whole number with a point": ({**GOOD, "meeting_no": 2.0}, set()),
}

REFUSED = {
    **refused_without(GOOD),
    "null for a list": ({**GOOD, "aims_evidenced": None}, '"aims_evidenced" must be a list.'),
    "text for a list": ({**GOOD, "aims_evidenced": "share_practice"}, '"aims_evidenced" must be a list.'),
}
