"""A second opinion on E7.1, from its brief and chapter 7: who signs, who pays, who goes, and who is left free."""

from fractions import Fraction

from coursekit import find_exercise, find_solution

FIRMS = {"nursing_aide": ("v_clinics", "h_care"), "software": ("v_soft", "h_tech")}
"""Who trains or hires in a sector, in Velmora and in Hestria."""
SPEAK_FOR_WORKERS = {"v_union", "h_union", "dias"}
STAY_IN_VELMORA = {"train_capacity", "home_graduates", "curriculum"}
WAY_INTO_WORK = {"placement", "employer_pledge", "startup_support"}
PAYERS = ["h_gov", "h_employers", "v_gov", "v_employers", "trainee"]


def met(answer, setting):
    """The criteria that a draft meets."""
    share = {payer: Fraction(str(answer["financing"].get(payer) or 0)) for payer in PAYERS}
    hestria, velmora = share["h_gov"] + share["h_employers"], share["v_gov"] + share["v_employers"]
    gains = {side: set(answer["benefits"].get(side, [])) for side in ("origin", "destination")}
    there, back, parties = (set(answer[field]) for field in ("destination_jobs", "return_jobs", "parties"))
    home, away = (answer["tracks"].get(track) or 0 for track in ("home", "away"))
    sector = answer["sector"]
    short_of = {card["id"]: (card["origin"], card["destination"]) for card in setting["sectors"]}
    short_in_velmora, short_in_hestria = short_of.get(sector, (0, 0))
    own_firms = set(FIRMS.get(sector, ()))
    strangers = set().union(*FIRMS.values()) - own_firms if sector else set()
    judged = {
        "S1": short_in_velmora >= 3 and short_in_hestria >= 3,
        "S2a": sum(share.values()) == 100,
        "S2b": hestria >= 50,
        "S3": len(gains["origin"]) >= 2 and gains["origin"] & STAY_IN_VELMORA and gains["destination"],
        "S4a": {"job_offer", "equal_pay", "recognition_dest"} <= there,
        "S4b": not there & {"tied_employer", "passport_kept"},
        "S4c": "change_employer" in there,
        "S5a": "recognition_origin" in back and back & WAY_INTO_WORK,
        "S5b": "forced_return" not in back,
        "S5c": "pension_portable" in back,
        "S6": share["trainee"] == 0,
        "S7": hestria > 0 and velmora <= 2 * hestria,
        "P1": {"v_gov", "h_gov"} <= parties and _has_firms_of_both(parties, sector),
        "P2": parties & SPEAK_FOR_WORKERS,
        "P3": answer["agreed"] in ("before_training", "before_departure"),
        "P4": len(parties) > 1
        and not parties & strangers
        and (parties & SPEAK_FOR_WORKERS or "change_employer" in there),
        "T1": home >= 1 and away >= 1 and away <= 5 * home and (short_in_velmora < 4 or home >= away),
    }
    return {criterion for criterion, holds in judged.items() if holds}


def _has_firms_of_both(parties, sector):
    """A firm of each country is a party: one of the sector, or any while no sector is chosen."""
    pairs = [FIRMS[sector]] if sector in FIRMS else list(FIRMS.values()) if sector is None else []
    return all(any(pair[side] in parties for pair in pairs) for side in (0, 1))


SOLUTION = find_solution(find_exercise("E7.1"))
MODEL, ALTERNATIVE = SOLUTION.model.answer, SOLUTION.alternative.answer


def _financed(**shares):
    return {**MODEL, "financing": {**MODEL["financing"], **shares}}


def _placed(answer, home, away):
    return {**answer, "tracks": {"home": home, "away": away}}


def _without_voice(**more):
    return {**MODEL, "parties": ["v_gov", "h_gov", "v_clinics", "h_care"], **more}


EDGES = {
    "the trainee pays next to nothing": (_financed(h_gov=39.9, trainee=0.1), ["S6"]),
    "the trainee pays a tenth": (_financed(h_gov=30, trainee=10), ["S6"]),
    "a little too much": (_financed(h_gov=40.1), ["S2a"]),
    "a little too little": (_financed(h_gov=39.999), ["S2a"]),
    "thirds": (_financed(h_gov=33.3, h_employers=33.3, v_gov=33.4, v_employers=0), []),
    "half from Hestria": (_financed(h_gov=0.1, h_employers=49.9, v_gov=49.7, v_employers=0.3), []),
    "a little less than half": (_financed(h_gov=0.1, h_employers=49.8, v_gov=49.8, v_employers=0.3), ["S2b"]),
    "a third from Hestria": (_financed(h_gov=33.4, h_employers=0, v_gov=66.6, v_employers=0), ["S2b"]),
    "less than a third": (_financed(h_gov=33.3, h_employers=0, v_gov=66.7, v_employers=0), ["S2b", "S7"]),
    "sums beyond all counting": (_financed(h_gov=1e308, h_employers=1e308, v_gov=1e308), ["S2a"]),
    "one more leaves than stays": (_placed(MODEL, 60, 61), ["T1"]),
    "five leave for each who stays": (_placed(ALTERNATIVE, 20, 100), []),
    "more than five leave": (_placed(ALTERNATIVE, 20, 101), ["T1"]),
    "one of each": (_placed(MODEL, 1, 1), []),
    "nobody leaves": (_placed(MODEL, 60, 0), ["T1"]),
    "nobody stays": (_placed(ALTERNATIVE, 0, 0), ["T1"]),
    "a firm of another trade": ({**MODEL, "parties": [*MODEL["parties"], "h_tech"]}, ["P4"]),
    "only firms of another trade": (
        {**MODEL, "parties": ["v_gov", "h_gov", "v_soft", "h_tech", "dias"]},
        ["P1", "P4"],
    ),
    "no voice": (_without_voice(), ["P2"]),
    "no voice and no change of employer": (
        _without_voice(destination_jobs=["job_offer", "equal_pay", "recognition_dest"]),
        ["P2", "P4", "S4c"],
    ),
    "a voice and no change of employer": (
        {**MODEL, "destination_jobs": ["job_offer", "equal_pay", "recognition_dest"]},
        ["S4c"],
    ),
    "no sector yet": ({**MODEL, "sector": None}, ["S1"]),
    "repeated and turned round": (
        {key: value[::-1] + value[:1] if isinstance(value, list) else value for key, value in MODEL.items()},
        [],
    ),
    "nothing yet": (
        {
            "parties": [], "agreed": None, "sector": None, "financing": {}, "benefits": {}, "destination_jobs": [],
            "return_jobs": [], "tracks": {},
        },
        ["S1", "S2a", "S2b", "S3", "S4a", "S4c", "S5a", "S5c", "S7", "P1", "P2", "P3", "P4", "T1"],
    ),
}  # fmt: skip


def _changed(**change):
    return {**MODEL, **change}


REFUSED = {
    "below zero": (
        _changed(financing={"trainee": -5, "h_gov": 105}),
        '"financing, trainee" must not be below zero, but is -5.',
    ),
    "a share as text": (_changed(financing={"h_gov": "40"}), '"financing, h_gov" must be a number, but is "40".'),
    "an unknown payer": (_changed(financing={"bank": 5}), '"financing" holds "bank", which this exercise does not'),
    "no money field": (_changed(financing=None), '"financing" must be an object'),
    "gains as list": (_changed(benefits=[]), '"benefits" must be an object'),
    "gains of both": (_changed(benefits={"both": []}), '"benefits" holds "both", which this exercise does not know.'),
    "a gain of the other side": (_changed(benefits={"origin": ["staff"]}), '"benefits, origin" holds "staff", which'),
    "an unknown sector": (_changed(sector="fishing"), '"sector" holds "fishing", which this exercise does not know.'),
    "parties open": (_changed(parties=None), '"parties" must be a list.'),
    "places as truth": (_changed(tracks={"home": True}), '"tracks, home" must be a number, but is true.'),
    "a field too many": (_changed(signed="yes"), 'The answer has a field "signed" that this exercise does not ask'),
}
