"""What is invented lies apart from what is real and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.checks.datasets import check_datasets
from tests.unit.test_dataset_checks import FILES, PACKAGE, field, table, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("path", "says", "message"),
    [
        ("fictional/towns.csv", "no", "a fictional table does not say so"),
        ("towns.csv", "yes", "an invented row among real ones"),
    ],
)
def test_invented_row_is_told_apart_from_real_ones(tmp_path: Path, path: str, says: str, message: str) -> None:
    towns = table("towns", [field("town"), field("fictional")], ["town"])
    folder = write(
        tmp_path,
        package={**PACKAGE, "resources": [*PACKAGE["resources"], {**towns, "path": path}]},
        files={**FILES, path: f"town,fictional\nTanhult,{says}\n"},
    )
    (problem,) = check_datasets(folder)
    assert (problem.file, problem.place) == (f"datasets/{path}", "line 2, field fictional")
    assert problem.message.endswith(f"{message}.")
