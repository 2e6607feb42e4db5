"""The architecture: which room may import which, in the package and in the frontend."""

import ast
import re
from graphlib import TopologicalSorter

from tests.unit.test_course_rules import FRONTEND, PACKAGE, ROOT, SOURCES, name_of, places

ROOMS = [
    {"mime", "strict_yaml", "course_settings"},
    {"course"},
    {"frontend", "datasets", "starter"},
    {"charts", "citations"},
    {"exercises"},
    {"grading"},
    {"transcription", "rendering"},
    {"notebooks"},
    {"book"},
    {"checks"},
    {"cli", "public"},
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
    "theme": set(),
}
"""Which rooms each room of the frontend may import; entry points stand at the top and may import them all."""


def test_each_room_of_the_frontend_imports_only_from_the_rooms_below_it():
    wrong = []
    for path in FRONTEND:
        parts = path.relative_to(ROOT / "frontend").parts
        if len(parts) == 1 or parts[0] in {"build", "locales"}:
            continue
        for target in frontend_imports(path):
            reached = (path.parent / target).resolve() if target.startswith(".") else None
            room = reached.relative_to(ROOT / "frontend").parts[0] if reached else parts[0]
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
    builds_on = {folder.name: set() for folder in (ROOT / "frontend/kinds").iterdir()}
    for path in FRONTEND:
        parts = path.relative_to(ROOT / "frontend").parts
        if parts[0] == "kinds":
            builds_on[parts[1]] |= {t.split("/")[1] for t in frontend_imports(path) if re.match(r"\.\./\w", t)}
    assert set(TopologicalSorter(builds_on).static_order()) == set(builds_on)
