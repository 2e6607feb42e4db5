"""E2.1: the C of each scene, by the verb in it; and the ninth scene, in which people meet and policies clash."""

FITTING = {
    "a": {"cooperation"},  # the nurses act
    "b": {"coordination"},  # the office gathers
    "c": {"consultation"},  # the ministry asks
    "d": {"coherence"},  # a list is fitted to a scheme
    "e": {"cooperation", "coordination"},  # a pact: act together, or gather for a goal
    "f": {"coordination"},  # three levels in one plan
    "g": {"coherence"},  # a tax rule is fitted to a pension rule
    "h": {"consultation"},  # the mayor asks
}
SCENES_OF = {"cooperation": "ae", "coordination": "bf", "consultation": "ch", "coherence": "dg"}


def met(answer, _setting):
    right = {scene for scene, fitting in FITTING.items() if answer["labels"].get(scene) in fitting}
    found = {f"C_{scene}" for scene in right}
    if answer["has"] == "coordination" and answer["lacks"] == "coherence":
        found.add("C_i")
    if len(right) >= 6:
        found.add("C_j")
    said = list(answer["labels"].values())
    strict = "a" not in right and answer["labels"].get("e") == "coordination"  # the pact read the other way
    if all(right & set(scenes) for scenes in SCENES_OF.values()) and not (strict and "cooperation" in said):
        found.add("C_k")
    return found


GOOD = {scene: min(fitting) for scene, fitting in FITTING.items()}


def _with(has="coordination", lacks="coherence", **changes):
    return {"labels": {**GOOD, **changes}, "has": has, "lacks": lacks}


EDGES = {
    "six of eight, of two Cs": (_with(d="consultation", f="cooperation"), {"C_d", "C_f"}),
    "five of eight": (_with(d="consultation", f="cooperation", h="coherence"), {"C_d", "C_f", "C_h", "C_j"}),
    "six of eight, both of one C missed": (_with(d="coordination", g="coordination"), {"C_d", "C_g", "C_k"}),
    "the pact stands for cooperation under either name": (_with(a="coordination", e="coordination"), {"C_a"}),
    "the word that the nurses and the pact lack, for a plan": (
        _with(a="coordination", e="coordination", f="cooperation"),
        {"C_a", "C_f", "C_k"},
    ),
    "the same word, for a question": (
        _with(a="coordination", e="coordination", h="cooperation"),
        {"C_a", "C_h", "C_k"},
    ),
    "neither the nurses nor the pact": (_with(a="coordination", e="consultation"), {"C_a", "C_e", "C_k"}),
    "what is had is lacked": (_with(lacks="coordination"), {"C_i"}),
}

REFUSED = {
    "the ninth scene as a field": ({**_with(), "i": "coherence"}, 'The answer has a field "i"'),
    "the ninth scene among the labels": (_with(i="coherence"), '"labels" holds "i"'),
}
