"""A page loads the few texts that its exercises need: none may be missing that its code can ask for."""

import json
import re
from pathlib import Path

import pytest

from coursekit.frontend.assets import ASSETS
from coursekit.frontend.catalogue import catalogue
from tests.unit.javascript import call_each, evaluate

FRONTEND = Path(__file__).parents[2] / "frontend"
KINDS = sorted(path.name for path in (FRONTEND / "kinds").iterdir())


def texts_in(script):
    content = (ASSETS / script).read_text(encoding="utf-8")
    return json.loads(content[content.index("{}, ") + 4 : content.rindex(");")])


def asked_for(folder):
    """The ids of texts that code names, as "toolbar.check", or makes, as `level.${id}`."""
    known = catalogue()
    code = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.js*"))
    named = {name for name in re.findall(r"[\"'`]([\w.-]+)[\"'`]", code) if name in known}
    for template in re.findall(r"`([a-z][\w-]*\.[\w.-]*\$\{[^`]*)`", code):
        pattern = re.sub(r"\\\$\\\{.*?\\\}", r"[\\w-]+", re.escape(template))
        named |= {name for name in known if re.fullmatch(pattern, name)}
    return named


OF_EACH_KIND = ("kind.", "mode.")  # each kind brings its own

FRAME = texts_in("interface-en.js")


@pytest.mark.parametrize("kind", KINDS)
def test_page_with_one_kind_has_every_text_that_its_code_names(kind):
    loaded = FRAME | texts_in(f"interface-en-{kind}.js")
    assert asked_for(FRONTEND / "kinds" / kind) - loaded.keys() == set()
    assert {f"kind.{kind}", f"does.{kind}"} <= loaded.keys()


def test_script_of_a_language_adds_to_what_is_there_whatever_its_tag():
    first, second = call_each("build/texts.mjs", "textScript", [["pt-BR", {"a": "um"}], ["pt-BR", {"b": "dois"}]])
    page = f"(() => {{ {first} {second} return globalThis.courseTexts; }})()"
    assert evaluate(page) == {"pt-BR": {"a": "um", "b": "dois"}}


def test_frame_needs_no_text_of_a_kind():
    rooms = [FRONTEND / room for room in ("components", "boards", "storage", "player", "pages")]
    asked = {name for room in rooms for name in asked_for(room) if not name.startswith(OF_EACH_KIND)}
    assert asked - FRAME.keys() == set()


def test_kind_that_shows_another_within_its_own_has_its_texts_too():
    assert texts_in("interface-en-quiz.js").items() <= texts_in("interface-en-returns.js").items()
    assert texts_in("interface-en-designer.js").items() <= texts_in("interface-en-dossier.js").items()
    assert not texts_in("interface-en-designer.js").keys() & texts_in("interface-en-matching.js").keys()
