"""The stress test of a design, in the page's own code: somebody leaves, a tie is cut, the money stops."""

import pytest

from coursekit import find_exercise, find_solution
from tests.unit.designs import DESIGNS, answers_and_fails, exercise_named, is_connected, leads, partners
from tests.unit.javascript import call_each

CORRIDOR = find_exercise("fair-corridor")
MODEL = find_solution(CORRIDOR).model.answer
STRESS = "kinds/designer/stress.js"


def stress(*shocks, setting=CORRIDOR.setting, design=MODEL):
    return call_each(STRESS, "stress", [[setting, design, shock] for shock in shocks])


def test_everything_on_the_canvas_can_go_wrong():
    (found,) = call_each(STRESS, "shocks", [[MODEL]])
    assert found == [*({"actor": a} for a in MODEL["actors"]), *({"tie": n} for n in range(len(MODEL["ties"])))]
    paid = {**MODEL, "ties": [{**MODEL["ties"][0], "purpose": "fund"}]}
    assert {"purpose": "fund"} in call_each(STRESS, "shocks", [[paid]])[0]


def test_a_lead_that_leaves_takes_the_function_and_its_voice_along():
    (damage,) = stress({"actor": "ngo"})
    assert damage["actors"] == ["ngo"]
    assert damage["ties"] == [8]
    assert damage["leaderless"] == ["f_complaint"]
    assert damage["silent"] == ["ngo"]
    assert not damage["apart"]
    assert damage["unconvened"] == []


def test_a_tie_that_is_cut_can_silence_a_voice_and_split_the_network():
    (damage,) = stress({"tie": 8})  # the legal aid centre and the Hestrian union
    assert damage["actors"] == []
    assert damage["leaderless"] == ["f_complaint"]  # it is still there, but reaches nobody
    assert damage["silent"] == ["ngo"]
    assert damage["apart"]
    assert sorted(map(len, damage["islands"])) == [1, 9]
    assert damage["unconvened"] == ["ngo"]


def test_when_the_convener_leaves_all_who_could_reach_it_lose_it():
    (damage,) = stress({"actor": "v_mol"})
    assert set(damage["unconvened"]) == set(MODEL["actors"]) - {"v_mol"}
    assert damage["leaderless"] == ["f_recruit"]


def test_the_money_stops_for_every_tie_that_is_paid():
    cooks = exercise_named("too-many-cooks").setting
    (damage,) = stress({"purpose": "fund"}, setting=cooks, design=cooks["start"])
    assert damage["ties"] == [0, 1]
    assert damage["leaderless"] == ["f_return"]  # jobs have a second lead, who is still tied
    assert sorted(map(sorted, damage["islands"])) == [["c_bay"], ["m_int"], ["mig", "ngo_a", "ngo_b"]]
    assert damage["apart"]


def test_a_tie_drawn_twice_can_be_cut_once():
    twice = {**MODEL, "ties": [*MODEL["ties"], MODEL["ties"][8]]}
    (damage,) = stress({"tie": 8}, design=twice)
    assert (damage["silent"], damage["leaderless"], damage["apart"]) == ([], [], False)


def test_an_answer_with_no_functions_or_convener_can_be_stressed():
    jobs = exercise_named("jobs-for-the-young").setting
    design, _ = answers_and_fails("jobs-for-the-young")[0]
    (damage,) = stress({"actor": "mol"}, setting=jobs, design=design)
    assert damage["silent"] == ["ngo_youth"]
    assert (damage["leaderless"], damage["unconvened"]) == ([], [])


@pytest.mark.parametrize("name", DESIGNS)
def test_a_second_opinion_agrees_whoever_leaves_a_published_answer(name):
    setting = exercise_named(name).setting
    voices = {a["id"] for a in setting["palette"] if a["type"] in ("migrants", "civil_society")}
    cases = [(design, gone) for design, _ in answers_and_fails(name) for gone in design["actors"]]
    found = call_each(STRESS, "stress", [[setting, design, {"actor": gone}] for design, gone in cases])
    for (design, gone), damage in zip(cases, found, strict=True):
        kept = [tie for tie in design["ties"] if gone not in (tie["from"], tie["to"])]
        after = {**design, "actors": [a for a in design["actors"] if a != gone], "ties": kept}
        assert set(damage["silent"]) == {v for v in voices if partners(design, v) and not partners(after, v)}
        assert (len(damage["islands"]) == 1) == is_connected(after)
        led = {f for f in design.get("functions", {}) if any(partners(design, lead) for lead in leads(design, f))}
        still = {f for f in led if any(partners(after, lead) for lead in leads(design, f))}
        assert set(damage["leaderless"]) == led - still
