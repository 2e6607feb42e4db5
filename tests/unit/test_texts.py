"""A page loads the few texts that its exercises need: none may be missing that its code can ask for."""

import json
import re
from pathlib import Path

import pytest

from coursekit.catalogue import catalogue
from coursekit.course import ASSETS

FRONTEND = Path(__file__).parents[2] / "frontend"
KINDS = sorted(path.name for path in (FRONTEND / "kinds").iterdir())


def texts_in(script):
    content = (ASSETS / script).read_text(encoding="utf-8")
    return json.loads(content[content.index("{}, ") + 4 : content.rindex(");")])


def asked_for(folder):
    """The ids of texts that code names, as "toolbar.check"."""
    known = catalogue()
    code = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.js*"))
    return {name for name in re.findall(r"[\"'`]([\w.-]+)[\"'`]", code) if name in known}


FRAME = texts_in("interface-en.js")


@pytest.mark.parametrize("kind", KINDS)
def test_page_with_one_kind_has_every_text_that_its_code_names(kind):
    loaded = FRAME | texts_in(f"interface-en-{kind}.js")
    assert asked_for(FRONTEND / "kinds" / kind) - loaded.keys() == set()
    assert {f"kind.{kind}", f"does.{kind}"} <= loaded.keys()


def test_frame_needs_no_text_of_a_kind():
    assert asked_for(FRONTEND / "host") - FRAME.keys() == set()


def test_kind_that_shows_another_within_its_own_has_its_texts_too():
    assert texts_in("interface-en-quiz.js").items() <= texts_in("interface-en-returns.js").items()
    assert texts_in("interface-en-designer.js").items() <= texts_in("interface-en-dossier.js").items()
    assert not texts_in("interface-en-designer.js").keys() & texts_in("interface-en-matching.js").keys()
