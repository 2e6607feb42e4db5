"""Random but well-formed designs for any designer exercise, and what the oracles of several exercises share."""

import copy
from functools import cache

from hypothesis import strategies as st

from coursekit import find_exercise, find_solution
from coursekit.grading.solutions import solution_answers

DESIGNS = ("jobs-for-the-young", "basin-and-forum", "fair-corridor", "too-many-cooks")


@cache
def exercise_named(name):
    return find_exercise(name)


@cache
def answers_and_fails(name):
    """Every answer of the solution file with the criteria that it is meant to fail."""
    return [(answer, set(fails)) for _, answer, fails in solution_answers(find_solution(exercise_named(name)))]


def pairs(answer, *purposes):
    """The two ends of each tie, in both orders; of ties for these purposes, or of all."""
    ties = [tie for tie in answer["ties"] if not purposes or tie["purpose"] in purposes]
    return {(tie["from"], tie["to"]) for tie in ties} | {(tie["to"], tie["from"]) for tie in ties}


def partners(answer, actor, *purposes):
    return {other for one, other in pairs(answer, *purposes) if one == actor}


def is_connected(answer):
    """Merge the islands that a tie joins; one island left is one network. Nobody placed is no network."""
    islands = [{actor} for actor in set(answer["actors"])]
    for tie in answer["ties"]:
        touched = [island for island in islands if island & {tie["from"], tie["to"]}]
        islands = [island for island in islands if island not in touched] + [set().union(*touched)]
    return len(islands) == 1


def leads(answer, function):
    """Who leads a function, however the answer writes it, each once."""
    lead = (answer["functions"].get(function) or {}).get("lead")
    return set() if lead is None else {lead} if isinstance(lead, str) else set(lead)


@st.composite
def designs(draw, name):
    """A published answer after a few changes of any kind, so that every criterion is often met and often not."""
    exercise = exercise_named(name)
    answer = copy.deepcopy(draw(st.sampled_from([answer for answer, _ in answers_and_fails(name)])))
    for _ in range(draw(st.integers(0, 6))):
        draw(st.sampled_from(edits(exercise.setting)))(draw, answer, exercise.setting)
    return answer


def edits(setting):
    changes = [add_tie, drop_tie, change_tie, change_tie, add_actor, drop_actor]
    changes += [change_function, change_function] if "functions" in setting else []
    changes += [change_choice] if {"convener", "objective", "meet_weeks"} & set(choices(setting)) else []
    return changes


def ids(entries):
    return [entry["id"] for entry in entries]


def choices(setting):
    """The single choices that an exercise asks for, with what may be chosen."""
    found = {"convener": [None, *ids(setting["palette"])]} if setting["convener"] else {}
    found |= {"objective": [None, *ids(setting["objectives"])]} if setting["objectives"] else {}
    return found | ({"meet_weeks": [None, -1, 0, 1, 2, 12, 12.0, 13, 52]} if setting.get("meet_weeks") else {})


def add_tie(draw, answer, setting):
    placed = sorted(set(answer["actors"]))
    if len(placed) > 1:
        from_, to = draw(st.permutations(placed))[:2]
        purpose = draw(st.sampled_from([None, *setting["purposes"]]))
        payload = {"payload": draw(st.sampled_from([None, *setting["payloads"]]))} if setting["payloads"] else {}
        answer["ties"].append({"from": from_, "to": to, "both": draw(st.booleans()), "purpose": purpose, **payload})


def drop_tie(draw, answer, _setting):
    if answer["ties"]:
        answer["ties"].pop(draw(st.integers(0, len(answer["ties"]) - 1)))


def change_tie(draw, answer, setting):
    if not answer["ties"]:
        return
    tie = draw(st.sampled_from(answer["ties"]))
    part = draw(st.sampled_from(["both", "purpose", "turn", *(["payload"] if setting["payloads"] else [])]))
    if part == "turn":
        tie["from"], tie["to"] = tie["to"], tie["from"]
    elif part == "both":
        tie["both"] = not tie["both"]
    else:
        tie[part] = draw(st.sampled_from([None, *setting[f"{part}s"]]))


def add_actor(draw, answer, setting):
    answer["actors"].append(draw(st.sampled_from(ids(setting["palette"]))))


def drop_actor(draw, answer, _setting):
    if answer["actors"]:
        gone = draw(st.sampled_from(answer["actors"]))
        answer["actors"] = [actor for actor in answer["actors"] if actor != gone]
        answer["ties"] = [tie for tie in answer["ties"] if gone not in (tie["from"], tie["to"])]


def change_function(draw, answer, setting):
    function = draw(st.sampled_from(ids(setting["functions"])))
    actor = st.sampled_from(ids(setting["palette"]))
    share = {"lead": draw(st.none() | actor | actor | st.lists(actor, max_size=3))}
    if draw(st.booleans()):
        share["support"] = draw(st.lists(actor, max_size=2))
    answer["functions"][function] = draw(st.sampled_from([share, share, share, None]))


def change_choice(draw, answer, setting):
    field = draw(st.sampled_from(list(choices(setting))))
    answer[field] = draw(st.sampled_from(choices(setting)[field]))
