from tests.bench.__main__ import main
from tests.bench.measures import Measure, table


def test_the_benchmark_can_start():
    assert callable(main)


def test_a_figure_over_its_target_is_said_and_one_at_its_target_is_not():
    lines = table({"Builds": [Measure("slow", "s", 4.1, target=4), Measure("at it", "s", 4.0, target=4)]})
    assert [line.split()[-1] for line in lines.splitlines()[-2:]] == ["TARGET", "ok"]
