"""A problem is written for people, for editors and for forges."""

from coursekit.checks.problem import Problem, written


def test_problem_reads_as_one_line() -> None:
    problem = Problem("cell", "datasets/ties.csv", "line 3, field level", "'town': not a level.", "Use local.", 3)
    assert str(problem) == "datasets/ties.csv: line 3, field level: 'town': not a level. Use local."
    assert written(problem, "editor") == (
        "datasets/ties.csv:3: error: line 3, field level: 'town': not a level. Use local. [cell]"
    )
    assert written(problem, "github") == (
        "::error file=datasets/ties.csv,line=3,title=cell::line 3, field level: 'town': not a level. Use local."
    )
    assert problem.as_data()["code"] == "cell"
