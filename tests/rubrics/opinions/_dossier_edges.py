"""Where the limits of E10.1 lie, and what is refused of a dossier."""

import copy
from itertools import combinations

from coursekit import find_exercise, find_solution

DOSSIER = find_exercise("E10.1")
MODEL = find_solution(DOSSIER).model.answer
LONG = find_solution(DOSSIER).alternative.answer["rt"]
TIES, FIRST = MODEL["ties"], MODEL["new_actors"][0]


def part(**changed):
    return {**copy.deepcopy(MODEL), **changed}


def rt(**changed):
    return part(rt={**MODEL["rt"], **changed})


def sentence(count):
    """So many different words."""
    return " ".join(f"word{number}" for number in range(count))


def sized(field, count):
    if field == "four_cs":
        return part(four_cs={**MODEL["four_cs"], "cooperation": sentence(count)})
    if field == "rt":
        return rt(q1=sentence(count))
    if field == "fix":
        return part(clash={**MODEL["clash"], "fix": sentence(count)})
    if field == "response":
        return part(risks=[{**MODEL["risks"][0], "response": sentence(count)}, MODEL["risks"][1]])
    return part(**{field: sentence(count)})


def lengths():
    """What the page says about lengths is what the criteria ask."""
    costs = {"problem": "D1", "objective": "D1", "four_cs": "D2", "fix": "D6", "rt": "D8", "response": "D11"}
    for field, criterion in costs.items():
        asked = DOSSIER.setting["lengths"][field]
        yield f"{field}-least", (sized(field, asked["least"]), [])
        yield f"{field}-too-few", (sized(field, asked["least"] - 1), [criterion])
        if "most" in asked:
            yield f"{field}-most", (sized(field, asked["most"]), [])
            yield f"{field}-too-many", (sized(field, asked["most"] + 1), [criterion])


def tie(from_, to, purpose, *, both=False):
    return {"from": from_, "to": to, "both": both, "purpose": purpose}


def rows(*cited):
    return part(evidence=[{"dataset": dataset, "row": row} for dataset, row in cited])


def signs(*said):
    return part(cards=[{**card, "indicator": sign} for card, sign in zip(MODEL["cards"], said, strict=True)])


def response(text):
    return part(risks=[{**MODEL["risks"][0], "response": text}, MODEL["risks"][1]])


ELEVEN = [*combinations(["city", "clin", "mc", "emp", "moh", "rcp"], 2)][:11]
AT_THE_LIMIT = [tie(a, b, ("consult", "deliver", "learn")[n % 3], both=True) for n, (a, b) in enumerate(ELEVEN)]
NAMELESS = {"id": "", "name": "", "type": "x", "level": "local"}
EDGES = {
    **dict(lengths()),
    "tie-to-nobody": (part(ties=[*TIES, tie("city", "ghost", "inform")]), ["D3"]),
    "tie-to-itself": (part(ties=[*TIES, tie("city", "city", "inform")]), ["D3"]),
    "placed-but-not-described": (part(actors=[*MODEL["actors"], "c_tan"]), ["D3"]),
    "described-twice": (part(new_actors=[*MODEL["new_actors"], {**FIRST, "level": "national"}]), ["D3", "D4", "D12"]),
    "described-twice-alike": (part(new_actors=MODEL["new_actors"] * 2, actors=MODEL["actors"] * 2), []),
    "names-alike": (part(new_actors=[{**actor, "name": "Office"} for actor in MODEL["new_actors"]]), ["D3"]),
    "led-by-nobody-though-somebody-has-no-id": (
        part(
            new_actors=[*MODEL["new_actors"], NAMELESS],
            actors=[*MODEL["actors"], ""],
            ties=[*TIES, tie("", "city", "learn")],
            cards=[{**MODEL["cards"][0], "lead": None}, *MODEL["cards"][1:]],
        ),
        ["D7"],
    ),
    "eleven-of-fifteen-pairs": (part(ties=AT_THE_LIMIT), []),
    "twelve-of-fifteen-pairs": (part(ties=[*AT_THE_LIMIT, tie("mc", "rcp", "learn")]), ["D12"]),
    "two-ties-for-each": (part(ties=[*TIES, *(tie("moh", "rcp", "learn") for _ in range(7))]), []),
    "more-than-two-for-each": (part(ties=[*TIES, *(tie("moh", "rcp", "learn") for _ in range(8))]), ["D12"]),
    "a-tie-without-purpose": (part(ties=[*TIES, tie("moh", "clin", None)]), ["D12"]),
    "consulted-by-an-arrow-to-them": (part(ties=[TIES[0], tie("city", "mc", "consult"), *TIES[2:]]), []),
    "served-by-an-arrow-to-them": (part(ties=[TIES[0], tie("city", "mc", "deliver"), *TIES[2:]]), ["D5"]),
    "a-watch-of-their-own": (part(ties=[TIES[0], tie("mc", "emp", "monitor"), *TIES[2:]]), []),
    "heard-and-watched": (part(ties=[*TIES, tie("emp", "mc", "monitor")]), ["D17"]),
    "each-watches-the-other": (part(ties=[*TIES, tie("emp", "mc", "monitor", both=True)]), []),
    "each-watches-the-other-by-two-arrows": (
        part(ties=[*TIES, tie("emp", "mc", "monitor"), tie("mc", "emp", "monitor")]),
        [],
    ),
    "watched-by-one-and-watching-another": (
        part(ties=[*TIES, tie("emp", "mc", "monitor"), tie("mc", "city", "monitor")]),
        ["D17"],
    ),
    "heard-and-commanded": (part(ties=[*TIES, tie("city", "mc", "direct")]), ["D17"]),
    "commanding-each-other": (part(ties=[*TIES, tie("city", "mc", "direct", both=True)]), ["D17"]),
    "a-ministry-commands-the-city": (part(ties=[*TIES, tie("moh", "city", "direct")]), []),
    "business-as-the-only-voice": (part(ties=[*TIES, tie("emp", "city", "consult")], voices=["emp"]), ["D5"]),
    "business-as-one-of-the-voices": (part(ties=[*TIES, tie("emp", "city", "consult")], voices=["emp", "mc"]), []),
    "quoted-in-a-longer-answer": (rt(q2=f"{MODEL['rt']['q1']} {LONG['q2']}"), []),
    "copied-with-two-words-more": (rt(q2=f"{MODEL['rt']['q1']} And more."), ["D8"]),
    "copied-in-capitals": (rt(q2=MODEL["rt"]["q1"].upper().replace(" ", "\n ")), ["D8"]),
    "the-question-twice": (rt(q4=" ".join([DOSSIER.setting["round_table"][3]["question"]] * 2)), ["D8"]),
    "the-guide-for-peers": (
        rt(q4=" ".join(level for row in DOSSIER.setting["peer_guide"]["rows"][:2] for level in row["levels"])),
        ["D8"],
    ),
    "policy-one-and-two": (part(clash={**MODEL["clash"], "a": "policy 1", "b": "policy 2"}), ["D6"]),
    "first-year": (part(cards=[{**card, "start": 4, "end": 4} for card in MODEL["cards"]]), []),
    "second-year": (part(cards=[{**card, "end": 5} for card in MODEL["cards"]]), ["D7"]),
    "part-of-a-key": (rows(("initiatives", "jmdi"), ("remittance_costs", "2023Q3|banks")), []),
    "no-part-of-a-key": (rows(("initiatives", "jmdi"), ("remittance_costs", "2023Q")), ["D9"]),
    "names-of-the-machine": (rows(("initiatives", "toString"), ("constructor", "name"), ("ties", "t1")), ["D9"]),
    "rows-and-one-that-is-none": (rows(("initiatives", "jmdi"), ("nothing", "x"), ("ties", "t1")), []),
    "eight-rows": (rows(("initiatives", "jmdi"), *(("ties", f"t{number}") for number in range(1, 8))), []),
    "nine-rows": (rows(("initiatives", "jmdi"), *(("ties", f"t{number}") for number in range(1, 9))), ["D9"]),
    "one-sign-of-three-is-an-activity": (signs("ten meetings held", "fees paid", "days of waiting"), []),
    "an-activity-and-then-a-change": (signs("agreement signed; pensions paid", "visits", "days of waiting"), []),
    "a-change-that-names-an-activity": (
        signs("people trained who found work within half a year", "visits", "days of waiting"),
        [],
    ),
    "two-signs-of-one-word": (signs("visits", "register", "days of waiting"), ["D14"]),
    "the-same-answer-to-both-risks": (
        part(risks=[{**risk, "response": "We talk again."} for risk in MODEL["risks"]]),
        ["D11"],
    ),
    "an-address": (response("write to desk@marrow-bay.org"), ["D15"]),
    "a-passport": (response("her passport is X123456789"), ["D15"]),
    "years-and-sums": (response("from 2013 to 2030 growers and city pay 10 000 000 a year, +5 per cent"), []),
}
REFUSED = {
    "name-more": (part(author="Ada"), 'The answer has a field "author" that this exercise does not ask for.'),
    "text-as-a-number": (part(problem=7), '"problem" must be text, but is 7.'),
    "text-too-long": (part(problem="x" * 5001), '"problem" has more than 5000 characters. Shorten it.'),
    "fifth-c": (part(four_cs={"charity": "x"}), '"four_cs" holds "charity", which this exercise does not know.'),
    "fifth-question": (part(rt={"q5": "x"}), '"rt" holds "q5", which this exercise does not know.'),
    "seed-as-a-number": (part(seeds=[2]), '"seeds" must hold an id as text, but holds 2.'),
    "unknown-seed": (part(seeds=["005"]), '"seeds" holds "005", which this exercise does not know.'),
    "unknown-level": (
        part(new_actors=[{**FIRST, "level": "village"}]),
        '"Actor 1, level" holds "village", which this exercise does not know.',
    ),
    "actor-with-more": (
        part(new_actors=[{**FIRST, "phone": "1"}]),
        'The answer has a field "Actor 1, phone" that this exercise does not ask for.',
    ),
    "unknown-purpose": (
        part(ties=[{**TIES[0], "purpose": "love"}]),
        '"Tie 1, purpose" holds "love", which this exercise does not know.',
    ),
    "tie-as-text": (part(ties=["city-clin"]), "Tie 1 must be an object with from, to, both and purpose."),
    "voices-as-text": (part(voices="mc"), '"voices" must be a list.'),
    "quarter-as-text": (
        part(cards=[{**MODEL["cards"][0], "start": "1"}]),
        '"Card 1, start" must be a number, but is "1".',
    ),
    "risk-as-text": (part(risks=["rain"]), "Risk 1 must be an object with risk, response."),
}
