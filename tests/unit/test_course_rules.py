"""Rules that hold the whole repository together: what it may depend on, contain and import."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

COURSE = Path(__file__).parents[2]
PACKAGE = COURSE / "src/coursekit"
SOURCES = sorted(PACKAGE.rglob("*.py"))
FRONTEND = sorted(path for path in (COURSE / "frontend").rglob("*") if path.suffix in {".js", ".jsx", ".mjs", ".css"})
TESTS = sorted((COURSE / "tests").rglob("*.py"))
LONGEST = 300
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
    for path in sorted(COURSE.rglob("*")):
        parts = set(path.relative_to(COURSE).parts)
        if path.name.endswith(endings) and path.is_file() and not NOT_OURS & parts:
            yield path


def name_of(path):
    return path.relative_to(COURSE).as_posix()


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
    project = tomllib.loads((COURSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert [name for name in project["dependencies"] if HEAVY.match(name)] == []
    assert [name for name in project["optional-dependencies"]["dev"] if HEAVY.match(name)] == []
    assert any(HEAVY.match(name) for name in project["optional-dependencies"]["lab"])


def test_the_locked_requirements_hold_no_jupyter_server_and_a_hash_for_each():
    locked = (COURSE / "requirements.txt").read_text(encoding="utf-8")
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


# What points where.

ROOMS = [
    {"course", "mime"},
    {"frontend", "datasets"},
    {"charts", "citations"},
    {"exercises"},
    {"grading"},
    {"transcription", "rendering"},
    {"notebooks"},
    {"book"},
    {"checks"},
    {"cli"},
]
"""The rooms of the package from the ground up: each imports only from lines above its own in this list."""
STRANGERS = {("checks", "book")}
"""Rooms that stay apart though their lines would allow it: what is checked needs no Sphinx."""


def module_name(path):
    """The name of a module within the package: `datasets.tables`; a room's own name for its docstring."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in SOURCES}


def imports_of(path):
    """Which modules of coursekit a module names, anywhere in it; a name that a module holds counts as the module."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "coursekit":
            inner = ".".join(node.module.split(".")[1:])
            inside = {f"{inner}.{alias.name}".strip(".") for alias in node.names} & set(MODULES)
            names |= inside or {inner}
        elif isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[2] for alias in node.names if alias.name.startswith("coursekit.")}
    return names & set(MODULES) - {module_name(path), ""}


def outside_imports_of(path):
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
    return found


def room_of(module):
    return module.split(".")[0]


def test_every_module_has_its_room():
    known = set().union(*ROOMS)
    assert sorted({room_of(module) for module in MODULES if module} - known) == []


def test_each_room_imports_only_from_the_rooms_below_it():
    floor = {room: number for number, rooms in enumerate(ROOMS) for room in rooms}
    wrong = []
    for module, path in ((module, path) for module, path in MODULES.items() if module):
        for other in imports_of(path):
            here, there = room_of(module), room_of(other)
            below = floor[there] < floor[here] and (here, there) not in STRANGERS
            if here != there and not below:
                wrong.append(f"{module} imports {other}")
    assert sorted(wrong) == []


def test_modules_import_each_other_in_one_direction_only():
    order = list(TopologicalSorter({name: imports_of(path) for name, path in MODULES.items()}).static_order())
    assert set(order) == set(MODULES)


def test_only_the_room_of_the_book_knows_sphinx():
    know = {
        room_of(name)
        for name, path in MODULES.items()
        if outside_imports_of(path) & {"sphinx", "docutils", "myst_nb", "jupyter_book"}
    }
    assert know == {"book"}


def test_a_room_says_what_it_is_for_and_holds_nothing_else_at_its_door():
    for path in PACKAGE.glob("*/__init__.py"):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        assert len(body) == 1, path
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path


def frontend_imports(path):
    return re.findall(r"""(?:from|import)\s+["']([^"']+)["']""", path.read_text(encoding="utf-8"))


FRONTEND_ROOMS = {
    "core": set(),
    "i18n": set(),
    "components": {"core", "i18n"},
    "boards": {"core", "i18n", "components"},
    "storage": {"core", "i18n"},
    "kinds": {"core", "i18n", "components", "boards"},
    "player": {"core", "i18n", "components", "boards", "storage"},
    "pages": {"core", "i18n", "components", "boards", "storage", "player"},
    "atlas": {"i18n"},
}
"""Which rooms each room of the frontend may import; entry points stand at the top and may import them all."""


def test_each_room_of_the_frontend_imports_only_from_the_rooms_below_it():
    wrong = []
    for path in FRONTEND:
        parts = path.relative_to(COURSE / "frontend").parts
        if len(parts) == 1 or parts[0] in {"build", "locales"}:
            continue
        for target in frontend_imports(path):
            reached = (path.parent / target).resolve() if target.startswith(".") else None
            room = reached.relative_to(COURSE / "frontend").parts[0] if reached else parts[0]
            if room != parts[0] and room not in FRONTEND_ROOMS[parts[0]]:
                wrong.append(f"{name_of(path)} imports {target}")
    assert wrong == []


def test_the_grader_knows_no_page():
    for path in FRONTEND:
        name = name_of(path)
        if name.startswith("frontend/core/"):
            allowed = r"\./|virtual:(facts|refusals)$|@marcbachmann/cel-js$"
        elif name.endswith(("/facts.js", "/careless.js")):
            allowed = r"\.\./\.\./core/|\./[\w-]+\.js$|\.\./[\w-]+/[\w-]+\.js$"  # of the kind, or of one it builds on
        else:
            continue
        assert [target for target in frontend_imports(path) if not re.match(allowed, target)] == [], name
        assert places(r"\b(document|window|localStorage|Date|Intl|toLocale\w*|Math\.random)\b *[.(]", [path]) == []


def test_a_kind_may_build_on_another_but_never_in_a_circle():
    builds_on = {folder.name: set() for folder in (COURSE / "frontend/kinds").iterdir()}
    for path in FRONTEND:
        parts = path.relative_to(COURSE / "frontend").parts
        if parts[0] == "kinds":
            builds_on[parts[1]] |= {t.split("/")[1] for t in frontend_imports(path) if re.match(r"\.\./\w", t)}
    assert set(TopologicalSorter(builds_on).static_order()) == set(builds_on)


@pytest.mark.parametrize("kind", sorted(path.name for path in (COURSE / "frontend/kinds").iterdir()))
def test_a_kind_has_its_parts(kind):
    folder = COURSE / "frontend/kinds" / kind
    for part in ("facts.js", "words.js", "view.jsx", "paper.html", "setting.schema.json", "locales/en.json"):
        assert (folder / part).is_file(), part
    texts = json.loads((folder / "locales/en.json").read_text(encoding="utf-8"))
    assert {f"kind.{kind}", f"does.{kind}"} <= set(texts), "what the frame and the list of exercises call it"


# What it may contain.


@pytest.mark.parametrize("path", [*SOURCES, *FRONTEND, *TESTS], ids=name_of)
def test_a_module_is_short_enough_to_read(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


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
