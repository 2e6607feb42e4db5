"""What a second opinion on a rubric needs: the published answers, the comparison, and answers of every sort."""

from coursekit import find_solution, grade
from coursekit.grading.solutions import solution_answers
from tests.unit.any_answers import any_json, check_grade_or_sentence, refusal, spoilt


def published(exercise):
    """Every answer of the exercise's solution: name to answer."""
    return {name: answer for name, answer, _ in solution_answers(find_solution(exercise))}


def check_grade(exercise, answer, expected, gates):
    """Compare a grade with the criteria that a second opinion holds met."""
    result = grade(exercise, answer)
    points = sum(criterion.points for criterion in exercise.criteria if criterion.id in expected)
    most = sum(criterion.points for criterion in exercise.criteria)
    assert {criterion["id"] for criterion in result["criteria"] if criterion["met"]} == expected
    assert (result["points"], result["max_points"]) == (points, most)
    assert result["passed"] == (expected >= gates and points * 10 >= most * 7)


def words_of(value):
    """Every key and every text of an answer."""
    if isinstance(value, dict):
        return {word for key, inner in value.items() for word in {key, *words_of(inner)}}
    if isinstance(value, list):
        return {word for inner in value for word in words_of(inner)}
    return {value} if isinstance(value, str) else set()


def strange_answers(answers):
    """Any JSON made of the words of these answers (name to answer), and these answers spoilt."""
    words = sorted(words_of(list(answers.values())))
    return any_json(words) | spoilt(list(answers.values()), words)


def check_survives(exercise, answer):
    """Check that an answer gets a grade within bounds or a plain sentence."""
    check_grade_or_sentence(exercise, answer, is_well_formed=refusal(exercise, answer) == "")
