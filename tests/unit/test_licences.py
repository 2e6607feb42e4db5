"""What others wrote goes along with its licence."""

import re
from pathlib import Path

from coursekit.frontend.assets import ASSETS

FRONTEND = Path(__file__).parents[2] / "frontend"
LICENCES = (ASSETS / "licences.txt").read_text(encoding="utf-8")


def imported():
    """The packages that the code of the pages names; the `.mjs` files only build."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in FRONTEND.rglob("*.js*") if path.suffix != ".json")
    return {
        "/".join(name.split("/")[: 2 if name.startswith("@") else 1])
        for name in re.findall(r'^(?:import|export) .*?from "([^.][^"]*)";$', code, re.MULTILINE)
        if not name.startswith("virtual:")
    }


def test_every_package_that_the_pages_use_is_named_with_its_licence():
    assert {"preact", "@marcbachmann/cel-js", "vega-embed"} <= imported()
    assert {name for name in imported() if not re.search(rf"^{name} \d", LICENCES, re.MULTILINE)} == set()


def test_fonts_and_map_are_named_too():
    for name in ("@fontsource-variable/source-sans-3", "@fontsource/source-serif-4", "world-atlas"):
        assert f"\n{name} " in LICENCES
    assert "SIL OPEN FONT LICENSE" in LICENCES
    assert LICENCES.count("Permission is hereby granted, free of charge") >= 2
