"""Rules that a solution keeps: good answers are good, each other answer fails exactly what it lists."""

from collections.abc import Iterator

from coursekit.checks.problem import Problem, Rule
from coursekit.exercises.models import Exercise, Solution, WrongAnswer
from coursekit.exercises.payload import misconceptions
from coursekit.grading.grader import AnswerRefusedError, Grader
from coursekit.grading.solutions import solution_answers

REFUSED = Rule(
    "refused",
    "{answer}",
    "the grader refuses it: {reason}",
    "Mend the answer.",
)
OTHER_FAILS = Rule(
    "other-fails",
    "{answer}",
    "it fails {found}, but is meant to fail {listed}.",
    "Mend the answer, its list or the criterion.",
)
WRONG_PASSES = Rule(
    "wrong-passes",
    "{answer}",
    "it passes, though it is a wrong answer.",
    "Make its mistake cost more.",
)
UNKNOWN_CRITERION = Rule(
    "unknown-criterion",
    "{answer}",
    "it lists {criterion}, which the exercise does not have.",
    "Known: {known}.",
)
FAULTY_SIGN = Rule("faulty-sign", "{answer}", "sign: {reason}\n", "Mend the expression.")
SIGN_MISSED = Rule(
    "sign-missed",
    "{answer}",
    "sign: it is not true of the answer itself.",
    "Mend the expression or the answer.",
)
SIGN_OF_GOOD = Rule(
    "sign-of-good",
    "{answer}",
    "sign: it is also true of the {good} answer.",
    "Make it narrower.",
)
UNTRIED_CRITERION = Rule(
    "untried-criterion",
    "criterion {criterion}",
    "no answer fails it.",
    "Add a variant that fails it and little else.",
)
SAME_ANSWER_ID = Rule(
    "same-answer-id",
    "{answer}",
    'the id stands twice. "model" and "alternative" are taken too.',
    "Choose another.",
)
UNKNOWN_BASE = Rule(
    "unknown-base",
    "{answer}",
    'there is no answer "{of}" to vary.',
    "Known: {known}.",
)


def check_solution(file: str, exercise: Exercise, solution: Solution, grader: Grader) -> Iterator[Problem]:
    """Check every answer of a solution; a criterion that no listed answer fails counts as untried."""
    yield from _names(file, solution)
    criteria = [criterion.id for criterion in exercise.criteria]
    listed = {id_ for _, _, fails in solution_answers(solution) for id_ in fails}
    for criterion in criteria:
        if criterion not in listed:
            yield UNTRIED_CRITERION.format(file=file, criterion=criterion)
    wrong = {answer.id for answer in solution.wrong}
    for name, answer, fails in solution_answers(solution):
        for criterion in fails:
            if criterion not in criteria:
                yield UNKNOWN_CRITERION.format(file=file, answer=name, criterion=criterion, known=", ".join(criteria))
        try:
            grade = grader.grade(exercise, answer)
        except AnswerRefusedError as error:
            yield REFUSED.format(file=file, answer=name, reason=error)
            continue
        found = {criterion["id"] for criterion in grade["criteria"] if not criterion["met"]}
        if found != set(fails):
            yield OTHER_FAILS.format(file=file, answer=name, found=_in_words(found), listed=_in_words(set(fails)))
        if name in wrong and grade["passed"]:
            yield WRONG_PASSES.format(file=file, answer=name)
    for misconceived in solution.wrong:
        yield from _sign(file, exercise, solution, misconceived, grader)


def _sign(file: str, exercise: Exercise, solution: Solution, wrong: WrongAnswer, grader: Grader) -> Iterator[Problem]:
    sign = [each for each in misconceptions(solution) if each.id == wrong.id]
    good = {"model": solution.model.answer, "alternative": solution.alternative.answer}
    try:
        if not grader.signs(exercise, sign, wrong.answer):
            yield SIGN_MISSED.format(file=file, answer=wrong.id)
        for name in (name for name, answer in good.items() if grader.signs(exercise, sign, answer)):
            yield SIGN_OF_GOOD.format(file=file, answer=wrong.id, good=name)
    except AnswerRefusedError as error:
        yield FAULTY_SIGN.format(file=file, answer=wrong.id, reason=error)


def _in_words(criteria: set[str]) -> str:
    return ", ".join(sorted(criteria)) or "nothing"


def _names(file: str, solution: Solution) -> Iterator[Problem]:
    names = [name for name, _, _ in solution_answers(solution)]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield SAME_ANSWER_ID.format(file=file, answer=name)
    bases = ["model", "alternative", *(answer.id for answer in solution.wrong)]
    for variant in solution.variants:
        if variant.of not in bases:
            yield UNKNOWN_BASE.format(file=file, answer=variant.id, of=variant.of, known=", ".join(bases))
