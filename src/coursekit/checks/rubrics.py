"""Rules that a rubric keeps so that no careless answer passes: families, sound answers, gates, the empty answer."""

import json
from collections.abc import Iterator
from typing import Any, get_args

from coursekit.checks.problem import Problem, Rule
from coursekit.exercises.models import Exercise, Family, Solution
from coursekit.exercises.payload import misconceptions
from coursekit.grading.grader import AnswerRefusedError, Grader
from coursekit.grading.guessing import Trials

CARELESS_PASSES = Rule(
    "careless-passes",
    "criteria",
    "{family}, answer {count}: it passes with {points} of {most} points, though it takes no thought.",
    "Make its mistake cost more.",
)
GUESSED_BY_PLACE = Rule(
    "guessed-by-place",
    "questions",
    "{family}, answer {count}: it passes with {points} of {most} points, though nobody has to read for it: {answer}.",
    "Spread the right options over places and lengths.",
)
EVERYTHING_UNREMARKED = Rule(
    "everything-unremarked",
    "wrong",
    "no sign shows when everything is taken at once (answer {count} of everything).",
    "Give a wrong answer of the family everything a sign that is true of it.",
)
GATES_ALONE = Rule(
    "gates-alone",
    "criteria",
    "the gates alone give {points} of {most} points, enough to pass.",
    "Weigh them less.",
)
MET_BY_NOTHING = Rule(
    "met-by-nothing",
    "criteria {criterion}",
    "the empty answer meets it.",
    "Ask that something is there, or admit it with met_when_empty: true.",
)
NOT_MET_BY_NOTHING = Rule(
    "not-met-by-nothing",
    "criteria {criterion}",
    "met_when_empty is set, but the empty answer does not meet it.",
    "Take it out.",
)
SAFETY_WITHOUT_GATE = Rule(
    "safety-without-gate",
    "criteria {criterion}",
    "safety is set, but it is no gate.",
    "Set gate: true.",
)
NO_FAMILY = Rule(
    "no-family",
    "wrong",
    "no answer stands for the family {family}.",
    "Add one that a fair teacher would not pass, or say under without why the exercise has none.",
)
IDLE_WITHOUT = Rule(
    "idle-without",
    "without {family}",
    "the answer {answer} stands for it.",
    "Take the reason out.",
)
ALSO_PASSES = Rule(
    "also-passes",
    "{answer}, also {count}",
    "it passes, though it is of the same kind.",
    "Make its mistake cost more.",
)
ALSO_UNSIGNED = Rule(
    "also-unsigned",
    "{answer}, also {count}",
    "the sign does not show in it.",
    "Widen the sign or move the answer.",
)
ALSO_REFUSED = Rule(
    "also-refused",
    "{answer}, also {count}",
    "the grader refuses it: {reason}",
    "Mend the answer.",
)
TOO_FEW_SOUND = Rule(
    "too-few-sound",
    "sound",
    "there are {count} answers, {readers} of them by people who saw only the brief.",
    "Make it {wanted}, {wanted_readers} of them by brief-readers; until they are found, say why in waits_for_readers.",
)
WAITS_NO_LONGER = Rule(
    "waits-no-longer",
    "waits_for_readers",
    "{readers} answers by people who saw only the brief are here, and the file says that it waits for them.",
    "Take the key out.",
)
SOUND_FAILS = Rule(
    "sound-fails",
    "{answer}",
    "a fair teacher passes it, but it gets {points} of {most} points and fails {fails}.",
    "Mend the criteria, or the answer if it is not sound.",
)
SOUND_REFUSED = Rule(
    "sound-refused",
    "{answer}",
    "the grader refuses it: {reason}",
    "Mend the answer.",
)
SOUND_ACCUSED = Rule(
    "sound-accused",
    "{answer}",
    "it is sound, but the sign of {sign} shows in it.",
    "Make the sign narrower.",
)

SOUND = 6
SOUND_BY_READERS = 3
PASSING_SHARE = 0.7
"""Share of the points that passes, as in frontend/core/index.js."""


def check_rubric(
    file: str, exercise: Exercise, solution: Solution, grader: Grader, trials: Trials
) -> Iterator[Problem]:
    """Check what an exercise with criteria of its own promises a fair teacher; `file` is its YAML file."""
    answers = f"solutions/{exercise.id}.yaml"
    yield from _gates(file, exercise, grader)
    yield from _families(answers, solution)
    yield from _also(answers, exercise, solution, grader)
    yield from _sound(answers, exercise, solution, grader)
    yield from check_careless(file, exercise, grader, trials, solution)


def _gates(file: str, exercise: Exercise, grader: Grader) -> Iterator[Problem]:
    most = sum(criterion.points for criterion in exercise.criteria)
    gates = sum(criterion.points for criterion in exercise.criteria if criterion.gate)
    if gates >= most * PASSING_SHARE:
        yield GATES_ALONE.format(file=file, points=gates, most=most)
    graded = grader.grade(exercise, grader.empty_answer(exercise))["criteria"]
    met = {criterion["id"] for criterion in graded if criterion["met"]}
    for criterion in exercise.criteria:
        if criterion.safety and not criterion.gate:
            yield SAFETY_WITHOUT_GATE.format(file=file, criterion=criterion.id)
        if criterion.id in met and not criterion.met_when_empty:
            yield MET_BY_NOTHING.format(file=file, criterion=criterion.id)
        if criterion.id not in met and criterion.met_when_empty:
            yield NOT_MET_BY_NOTHING.format(file=file, criterion=criterion.id)


def _families(file: str, solution: Solution) -> Iterator[Problem]:
    shown = {wrong.family: wrong.id for wrong in solution.wrong}
    for family in get_args(Family):
        if family not in shown and family not in solution.without:
            yield NO_FAMILY.format(file=file, family=family)
        if family in shown and family in solution.without:
            yield IDLE_WITHOUT.format(file=file, family=family, answer=shown[family])


def _also(file: str, exercise: Exercise, solution: Solution, grader: Grader) -> Iterator[Problem]:
    signs = {sign.id: [sign] for sign in misconceptions(solution)}
    for wrong in solution.wrong:
        for count, answer in enumerate(wrong.also, 1):
            place: dict[str, Any] = {"file": file, "answer": wrong.id, "count": count}
            try:
                if grader.grade(exercise, answer)["passed"]:
                    yield ALSO_PASSES.format(**place)
                if not grader.signs(exercise, signs[wrong.id], answer):
                    yield ALSO_UNSIGNED.format(**place)
            except AnswerRefusedError as error:
                yield ALSO_REFUSED.format(**place, reason=error)


def _sound(file: str, exercise: Exercise, solution: Solution, grader: Grader) -> Iterator[Problem]:
    readers = sum(sound.by == "brief-reader" for sound in solution.sound)
    enough_readers = readers >= SOUND_BY_READERS
    if enough_readers and solution.waits_for_readers:
        yield WAITS_NO_LONGER.format(file=file, readers=readers)
    if len(solution.sound) < SOUND or not (enough_readers or solution.waits_for_readers):
        wanted = {"wanted": SOUND, "wanted_readers": SOUND_BY_READERS}
        yield TOO_FEW_SOUND.format(file=file, count=len(solution.sound), readers=readers, **wanted)
    for sound in solution.sound:
        try:
            grade = grader.grade(exercise, sound.answer)
        except AnswerRefusedError as error:
            yield SOUND_REFUSED.format(file=file, answer=sound.id, reason=error)
            continue
        if not grade["passed"]:
            fails = ", ".join(criterion["id"] for criterion in grade["criteria"] if not criterion["met"])
            reached = {"points": grade["points"], "most": grade["max_points"]}
            yield SOUND_FAILS.format(file=file, answer=sound.id, fails=fails, **reached)
        for sign in grader.signs(exercise, misconceptions(solution), sound.answer):
            yield SOUND_ACCUSED.format(file=file, answer=sound.id, sign=sign)


def check_careless(
    file: str, exercise: Exercise, grader: Grader, trials: Trials, solution: Solution | None = None
) -> Iterator[Problem]:
    """Check that no answer passes that the kind makes from the setting without a thought.

    Quizzes and tests have no solution: their questions hold the right options, and what is careless about an answer is
    that it goes by the place or the length of an option, or ticks every box.
    """
    good = [solution.model.answer, solution.alternative.answer] if solution else []
    signs = [sign for sign in misconceptions(solution) if sign.family == "everything"] if solution else []
    for family, answers in trials.careless_answers(exercise, good).items():
        for count, answer in enumerate(answers, 1):
            grade = grader.grade(exercise, answer)
            if grade["passed"]:
                reached = {"points": grade["points"], "most": grade["max_points"]}
                rule = CARELESS_PASSES if exercise.criteria else GUESSED_BY_PLACE
                said = json.dumps(answer, ensure_ascii=False)
                yield rule.format(file=file, family=family, count=count, answer=said, **reached)
            if family == "everything" and solution and not grader.signs(exercise, signs, answer):
                yield EVERYTHING_UNREMARKED.format(file=f"solutions/{exercise.id}.yaml", count=count)
