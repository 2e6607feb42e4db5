"""What the toolkit imports, it asks for by name, and what it asks for is what is locked."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ASKED = [Requirement(text) for text in PROJECT["dependencies"]]


def imported():
    """The packages that modules of the toolkit import, by themselves or inside a function."""
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and node.level == 0 else []
            yield from (name.split(".")[0] for name in names)


def test_every_package_that_is_imported_is_asked_for():
    asked = {requirement.name.lower() for requirement in ASKED}
    foreign = set(imported()) - set(sys.stdlib_module_names) - {"coursekit"}
    distributions = packages_distributions()
    assert {name for name in foreign if not asked & {each.lower() for each in distributions[name]}} == set()


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-lab.txt"])
def test_every_package_that_is_asked_for_is_locked_within_its_range(lock):
    locked = dict(re.findall(r"(?m)^([a-z0-9.-]+)==([^ ;]+)", (ROOT / lock).read_text(encoding="utf-8")))
    outside = [str(asked) for asked in ASKED if locked.get(asked.name) not in asked.specifier]
    assert outside == []


def test_every_range_has_an_upper_end_or_a_reason():
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    for asked in ASKED:
        (line,) = [line for line in lines if line.strip().startswith(f'"{asked.name}>') or f'"{asked.name}==' in line]
        assert "<" in line or "#" in line, line
