"""Rules that hold the whole repository together: what it may depend on, contain and import."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src/coursekit"
SOURCES = sorted(PACKAGE.rglob("*.py"))
FRONTEND = sorted(path for path in (ROOT / "frontend").rglob("*") if path.suffix in {".js", ".jsx", ".mjs", ".css"})
TESTS = sorted((ROOT / "tests").rglob("*.py"))
MAX_LINES = 300
NOT_OURS = {
    *(".git", ".venv", "node_modules", "_build", "assets"),
    *("__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis", ".ipynb_checkpoints"),
}
CODE = (".py", ".js", ".jsx", ".mjs", ".ts", ".css", ".html")
WORDS = (
    ".md",
    ".yaml",
    ".yml",
    ".toml",
    ".json",
    ".ipynb",
    ".txt",
    ".cfg",
    ".cff",
    "Makefile",
    ".npmrc",
    ".csv",
)


def files(*endings):
    """Every file of the project with one of these endings, without what is built, installed or cached."""
    for path in sorted(ROOT.rglob("*")):
        parts = set(path.relative_to(ROOT).parts)
        if path.name.endswith(endings) and path.is_file() and not NOT_OURS & parts:
            yield path


def name_of(path):
    return path.relative_to(ROOT).as_posix()


def places(pattern, paths):
    """Where a pattern stands, as file and line."""
    found = []
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if re.search(pattern, line):
                found.append(f"{name_of(path)}:{number}: {line.strip()[:80]}")
    return found


# What it may depend on.

HEAVY = re.compile(r"(jupyter[-_.]server|jupyterlab|notebook|nbclassic|rfc3987[-_.]syntax)(?![\w.-])", re.IGNORECASE)


def test_the_base_requires_no_jupyter_server():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert [name for name in project["dependencies"] if HEAVY.match(name)] == []
    assert [name for name in project["optional-dependencies"]["dev"] if HEAVY.match(name)] == []
    assert any(HEAVY.match(name) for name in project["optional-dependencies"]["lab"])


def test_the_locked_requirements_hold_no_jupyter_server_and_a_hash_for_each():
    locked = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    lines = re.findall(r"^[A-Za-z0-9].*$", locked, re.MULTILINE)
    assert len(lines) > 50
    assert [line for line in lines if HEAVY.match(line)] == []
    assert [line for line in lines if "==" not in line] == []
    entries = re.split(r"^(?=[A-Za-z0-9])", locked, flags=re.MULTILINE)[1:]
    assert [entry.split("==")[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("coursekit.cli", ["pandas", "altair", "sphinx", "py_mini_racer", "anywidget"]),
        ("coursekit.grading.submissions", ["pandas", "altair", "sphinx", "anywidget"]),
        ("coursekit.datasets.tables", ["altair", "sphinx", "py_mini_racer", "anywidget"]),
    ],
)
def test_a_quick_module_loads_nothing_slow(module, unwanted):
    code = f"import sys, {module}; print(*sorted(set({unwanted!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, timeout=60)
    assert done.stdout.split() == []


# What a kind has.


@pytest.mark.parametrize("kind", sorted(path.name for path in (ROOT / "frontend/kinds").iterdir()))
def test_a_kind_has_its_parts(kind):
    folder = ROOT / "frontend/kinds" / kind
    for part in ("facts.js", "words.js", "view.jsx", "paper.html", "setting.schema.json", "locales/en.json"):
        assert (folder / part).is_file(), part
    texts = json.loads((folder / "locales/en.json").read_text(encoding="utf-8"))
    assert {f"kind.{kind}", f"does.{kind}"} <= set(texts), "what the frame and the list of exercises call it"


# What it may contain.


@pytest.mark.parametrize("path", [*SOURCES, *FRONTEND, *TESTS], ids=name_of)
def test_a_module_is_short_enough_to_read(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES


def test_no_line_of_the_frontend_is_too_wide_to_read():
    assert places(r"^.{141,}", [path for path in FRONTEND if path.suffix != ".css"]) == []


def test_the_pages_use_nothing_that_older_phones_lack():
    """The language of 2022, as the bundler and the type checker are told; neither puts in what a browser lacks."""
    later = r"\.(toSorted|toReversed|toSpliced|findLast|findLastIndex)\(|\.with\(\w+, |(Object|Map)\.groupBy"
    assert places(later, FRONTEND) == []


def public_parts(tree):
    """The functions and classes of a module without a leading underscore, and the methods of such classes."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            yield from public_parts(node) if isinstance(node, ast.ClassDef) else ()


def test_every_public_function_class_and_module_says_what_it_is_for():
    silent = []
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        silent += [] if ast.get_docstring(tree) else [name_of(path)]
        silent += [f"{name_of(path)}: {node.name}" for node in public_parts(tree) if not ast.get_docstring(node)]
    assert silent == []


def test_nothing_is_put_off_skipped_or_excused():
    postponed = r"\b(T[O]DO|F[I]XME|H[A]CK)\b"
    skipped = r"pytest\.(mark\.)?(s[k]ip|x[f]ail)|unittest\.s[k]ip|test\.s[k]ip"
    assert places(f"{postponed}|{skipped}", files(*CODE, ".md", ".yaml", ".yml", ".toml", ".ipynb", "Makefile")) == []


def test_no_file_names_a_registry_or_a_place_on_one_machine():
    registry = r"py[p]i\.org|python[h]osted\.org|npm[j]s\.(org|com)|registry\.yarn[p]kg"
    machine = r"(?<![\w.:/-])/(work|root|home|Users|tmp)/\w"
    assert places(f"{registry}|{machine}", files(*CODE, *WORDS)) == []


def test_the_pages_never_write_html_from_data():
    unsafe = r"inner[H]TML|outer[H]TML|insertAdjacent[H]TML|dangerouslySet|document\.write|\be[v]al\(|new Function"
    assert places(unsafe, FRONTEND) == []


def test_the_pages_ask_no_other_server_for_anything():
    asks = r"""\bf[e]tch\(|XMLHttp[R]equest|sendBeacon|WebSocket|(?<!<a href=")https?://(?!www\.w3\.org/)"""
    pages = [path for path in FRONTEND if path.name != "build.mjs"]
    theme = [path for path in (PACKAGE / "book/theme").rglob("*") if path.suffix in {".html", ".css", ".js"}]
    assert places(asks, [*pages, *theme]) == []
