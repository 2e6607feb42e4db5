"""A second opinion on E8.2, Into the national plan, from the words of its brief and criteria."""

import copy
from collections import Counter

from coursekit import find_exercise, find_solution

SOLUTION = find_solution(find_exercise("E8.2"))
MODEL = SOLUTION.model.answer
YEAR = 4  # quarters
LAST_TO_CHOOSE, ADOPTED = 6, 7  # the window of the plan
NEVER, FOREVER = -1000, 1000


def met(answer, setting):
    """The criteria that an answer meets; what is open is neither early nor late enough for anything."""
    plan = _Plan(answer, setting)
    return {criterion for criterion, holds in (plan.about_time() | plan.about_people()).items() if holds}


class _Plan:
    def __init__(self, answer, setting):
        self.answer = answer
        self.quarters = setting["quarters"]
        self.steps = [step["id"] for step in setting["steps"]]
        given = {name: answer["steps"].get(name) or {} for name in self.steps}
        self.first = {name: step["start"] for name, step in given.items() if step.get("start") is not None}
        self.last = {name: step["end"] for name, step in given.items() if step.get("end") is not None}
        self.lead = {name: step["lead"] for name, step in given.items() if step.get("lead")}

    def start(self, step, *, otherwise):
        return self.first.get(step, otherwise)

    def end(self, step, *, otherwise):
        return self.last.get(step, otherwise)

    def placed(self, *steps):
        return all(step in self.first and step in self.last for step in steps)

    def starts_before_start(self, one, other):
        return self.start(one, otherwise=FOREVER) < self.start(other, otherwise=NEVER)

    def ends_before_start(self, one, other):
        return self.end(one, otherwise=FOREVER) < self.start(other, otherwise=NEVER)

    def is_finished(self, *steps):
        """Whether these take two years at most."""
        return self.placed(*steps) and all(self.last[step] - self.first[step] < 2 * YEAR for step in steps)

    def after_work(self):
        """How many quarters after the work the review begins."""
        if "review" in self.first and "implement" in self.first:
            return self.first["review"] - self.first["implement"]
        return NEVER

    def about_time(self):
        first, last = self.first, self.last
        money = self.answer["budget_line"] is True
        signs = self.starts_before_start("indicators", "implement")
        looks_back = 0 <= self.after_work() <= YEAR
        return {
            "C1": self.placed(*self.steps)
            and all(1 <= first[step] <= last[step] <= self.quarters for step in self.steps),
            "C3": self.starts_before_start("working_group", "priorities")
            and self.starts_before_start("focal_points", "priorities"),
            "C4": self.ends_before_start("profile", "priorities"),
            "C5": self.start("consult", otherwise=FOREVER) < self.end("priorities", otherwise=NEVER),
            "C6": self.end("priorities", otherwise=FOREVER) <= LAST_TO_CHOOSE
            and self.placed("adopt")
            and first["adopt"] <= ADOPTED <= last["adopt"]
            and last["adopt"] < first["adopt"] + 3,
            "C7": money and self.ends_before_start("action_plan", "implement"),
            "C8": signs and self.end("indicators", otherwise=FOREVER) <= first["implement"],
            "C11": self.placed(*self.steps) and not self._upside_down(),
            "C14": [money, signs, looks_back].count(True) > 1 and self.is_finished("indicators", "action_plan"),
            "C15": self.placed("priorities", "action_plan", "adopt", "implement")
            and last["priorities"] <= min(first["adopt"], last["action_plan"])
            and last["adopt"] < first["implement"]
            and first["action_plan"] >= first["priorities"],
            "C17": self.placed("implement", "review")
            and 1 <= self.after_work() <= YEAR
            and first["review"] <= last["implement"],
        }

    def _upside_down(self):
        """Whether some step comes before what it builds on."""
        first, last = self.first, self.last
        return (
            first["priorities"] < first["sponsor"]
            or last["priorities"] < max(first["working_group"], first["focal_points"])
            or first["consult"] >= ADOPTED
            or first["consult"] > last["priorities"]
            or first["adopt"] <= first["priorities"]
            or last["action_plan"] < first["priorities"]
            or first["implement"] <= first["action_plan"]
            or first["implement"] < ADOPTED
            or first["review"] < first["implement"]
            or first["review"] <= first["indicators"]
        )

    def about_people(self):
        lead, ministries = self.lead, {" ".join(name.split()).lower() for name in self.answer["focal_ministries"]}
        ministries.discard("")
        counts = Counter(lead.values())
        return {
            "C2": lead.get("sponsor") in ("cabinet", "planning")
            and self.start("sponsor", otherwise=FOREVER) == min(self.first.values(), default=NEVER),
            "C9": len(ministries) > 4 and len(counts) > 2,
            "C10": not {"finance", "un_team", "dev_bank"}.isdisjoint(self.answer["partners"]),
            "C12": len(ministries) > 2 and len(counts) > 2 and max(counts.values()) < 8 and len(lead) > 8,
            "C13": {"priorities", "adopt"} <= set(lead)
            and "un_team" not in (lead.get("priorities"), lead.get("adopt"))
            and lead.get("adopt") != "ngo_forum"
            and counts["un_team"] < 4,
            "C16": "implement" in lead and "review" in lead and lead["implement"] != lead["review"],
        }


def _with(base=MODEL, more=None, **steps):
    """The model with other spans, leads (as text) or fields."""
    answer = copy.deepcopy(base) | (more or {})
    for name, change in steps.items():
        part = {"lead": change} if isinstance(change, str) else dict(zip(("start", "end"), change, strict=True))
        answer["steps"][name] |= part
    return answer


def _open(*steps):
    """The model, without a lead for some steps."""
    answer = copy.deepcopy(MODEL)
    for name in steps:
        answer["steps"][name]["lead"] = None
    return answer


EDGES = {
    "a review after a year": (_with(review=(12, 12)), []),
    "a review after a year and a quarter": (_with(review=(13, 13)), ["C17"]),
    "a review in the first quarter of the work": (_with(review=(8, 12)), ["C17"]),
    "a review before the work": (_with(review=(7, 12)), ["C11", "C17"]),
    "a review when the work is over": (_with(implement=(8, 10)), ["C17"]),
    "the profile ends when the choice begins": (_with(profile=(1, 4)), ["C4"]),
    "the action plan ends when the work begins": (_with(action_plan=(5, 8)), ["C7"]),
    "indicators begin with the work": (_with(indicators=(8, 8)), ["C8"]),
    "indicators begin with the review": (_with(indicators=(11, 11)), ["C8", "C11"]),
    "heard in the last quarter of the choice": (_with(consult=(6, 6)), ["C5"]),
    "heard when the choice is over": (_with(priorities=(4, 5), consult=(6, 6)), ["C5", "C11"]),
    "heard in the quarter of the adoption": (_with(consult=(7, 7)), ["C5", "C11"]),
    "adoption of three quarters": (_with(adopt=(6, 8), implement=(9, 14), indicators=(6, 9)), []),
    "adoption of four quarters": (_with(adopt=(6, 9), implement=(10, 14)), ["C6"]),
    "adoption begins with the choice": (_with(adopt=(5, 7), profile=(1, 4), priorities=(5, 6)), ["C11", "C15"]),
    "adoption begins during the choice": (_with(adopt=(5, 7)), ["C15"]),
    "work in the quarter of the adoption": (
        _with(action_plan=(5, 6), indicators=(6, 7), implement=(7, 14)),
        ["C15"],
    ),
    "work in the quarter before": (
        _with(action_plan=(4, 5), indicators=(5, 6), implement=(6, 14), review=(9, 9)),
        ["C11", "C15"],
    ),
    "an action plan begun before the choice": (_with(action_plan=(3, 7)), ["C15"]),
    "an action plan over before the choice": (_with(action_plan=(2, 3)), ["C11", "C15"]),
    "a sponsor with the choice": (_with(sponsor=(4, 4)), ["C2"]),
    "a sponsor after the choice has begun": (_with(sponsor=(5, 5)), ["C2", "C11"]),
    "focal points with the last of the choice": (_with(focal_points=(6, 14)), ["C3"]),
    "focal points after the choice": (_with(focal_points=(7, 14)), ["C3", "C11"]),
    "no money": (_with(more={"budget_line": None}), ["C7"]),
    "no money and late signs": (_with(more={"budget_line": False}, indicators=(8, 9)), ["C7", "C8", "C14"]),
    "seven steps for one": (_with(sponsor="planning", consult="planning", indicators="planning"), []),
    "eight steps for one": (
        _with(sponsor="planning", consult="planning", indicators="planning", profile="planning"),
        ["C12"],
    ),
    "two steps without a lead": (_open("profile", "consult"), []),
    "three steps without a lead": (_open("profile", "consult", "indicators"), ["C12"]),
    "three steps for the United Nations": (
        _with(profile="un_team", indicators="un_team", review="un_team"),
        [],
    ),
    "four steps for the United Nations": (
        _with(profile="un_team", indicators="un_team", review="un_team", consult="un_team"),
        ["C13"],
    ),
    "nobody decides": (_open("adopt"), ["C13"]),
    "nobody chooses": (_open("priorities"), ["C13"]),
    "two years for the action plan": (_with(action_plan=(4, 11), implement=(12, 14), review=(13, 13)), []),
    "more than two years for it": (_with(action_plan=(4, 12), implement=(13, 14), review=(14, 14)), ["C14"]),
    "indicators to the end": (_with(indicators=(6, 14)), ["C8", "C14"]),
    "the forum decides": (_with(adopt="ngo_forum"), ["C13"]),
    "three ministries": (_with(more={"focal_ministries": ["labour", "justice", "health"]}), ["C9"]),
    "two ministries": (_with(more={"focal_ministries": ["labour", "justice", " ", "Labour"]}), ["C9", "C12"]),
    "ministries by any name": (
        _with(more={"focal_ministries": ["labour", "justice", "tourism", "health", "finance"]}),
        [],
    ),
    "whole numbers with a point": (_with(review=(11.0, 12.0)), []),
    "nothing yet": (
        {"steps": {}, "focal_ministries": [], "budget_line": None, "partners": []},
        [f"C{number}" for number in range(1, 18)],
    ),
}

REFUSED = {
    "unknown step": ({**MODEL, "steps": {"party": None}}, '"steps" holds "party", which this exercise does not know.'),
    "unknown lead": (_with(review="me"), '"steps, review, lead" holds "me", which'),
    "text for a quarter": (_with(review=(11, "12")), '"steps, review, end" must be a number, but is "12".'),
    "half a quarter": (_with(review=(11, 11.5)), '"steps, review, end" must be a whole number, but is 11.5.'),
    "truth for a quarter": (_with(review=(11, True)), '"steps, review, end" must be a number, but is true.'),
    "steps as a list": ({**MODEL, "steps": []}, '"steps" must be an object with one entry for each question.'),
    "budget in words": ({**MODEL, "budget_line": "yes"}, 'budget_line must be true or false, but is "yes".'),
    "unknown partner": ({**MODEL, "partners": ["me"]}, '"partners" holds "me", which this exercise does not know.'),
    "ministry as a number": ({**MODEL, "focal_ministries": [7]}, '"focal_ministries" must be text, but is 7.'),
    "something more": ({**MODEL, "review": None}, 'The answer has a field "review" that this exercise does not ask'),
    "something missing": (
        {key: value for key, value in MODEL.items() if key != "partners"},
        'The field "partners" is missing from the answer.',
    ),
}
