"""From the wheel alone, without Node and without this checkout: a course about something else, built and passed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from coursekit.exercises.reader import read_solution

ROOT = Path(__file__).parents[2]


def run(*command, **options):
    """Run a command; what it says stands in the failure."""
    done = subprocess.run([*command], capture_output=True, text=True, check=False, timeout=400, **options)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def outside(tmp_path_factory):
    """An environment with the wheel and what it requires, and nothing else."""
    folder = tmp_path_factory.mktemp("outside")
    run(sys.executable, "-m", "flit_core.wheel", "--outdir", str(folder), str(ROOT))
    (wheel,) = folder.glob("*.whl")
    uv = (sys.executable, "-m", "uv")
    python = str(folder / "env" / "bin" / "python")
    run(*uv, "venv", "--quiet", "--python", sys.executable, str(folder / "env"))
    run(
        *uv, "pip", "install", "--quiet", "--python", python, "--constraint", str(ROOT / "requirements.txt"), str(wheel)
    )
    return folder


@pytest.fixture(scope="module")
def course(outside):
    """A new course about water, checked and built by the installed command."""
    environment = {**os.environ, "PATH": str(outside / "env" / "bin"), "PYTHONPATH": ""}
    commands = (["new", "river", "--title", "Sharing a river"], ["check"], ["build"])
    for command in commands:
        place = outside if command[0] == "new" else outside / "river"
        run(str(outside / "env" / "bin" / "coursekit"), *command, cwd=place, env=environment)
    return outside / "river"


def test_its_exercise_is_passed_in_the_browser_from_a_folder(course, browser):
    model = read_solution(course / "solutions/share-the-river.yaml").model.answer
    context = browser.new_context(viewport={"width": 360, "height": 800}, offline=True)
    asked, problems = [], []
    context.on("request", lambda request: asked.append(request.url))
    context.on("weberror", lambda error: problems.append(str(error.error)))
    page = context.new_page()
    page.goto((course / "_build/html/exercises/share-the-river.html").as_uri())
    section = page.locator("section.exercise.is-live")
    section.get_by_role("button", name="More", exact=True).click()
    data = json.dumps({"exercise": "share-the-river", "lang": "en", "answer": model}).encode()
    section.locator("input[type=file]").set_input_files(
        files=[{"name": "answer.json", "mimeType": "application/json", "buffer": data}]
    )
    expect(section.locator("[data-actor]").first).to_be_visible()
    section.get_by_role("button", name="Check", exact=True).click()
    expect(section.get_by_role("heading", name="Passed")).to_be_visible()
    assert problems == []
    assert all(url.startswith("file:") for url in asked)
    context.close()


def test_its_notebooks_pass_strict_nbval(course):
    strict = ("--nbval", "--nbval-cell-timeout", "60", "-p", "no:cacheprovider")
    run(sys.executable, "-m", "pytest", *strict, "chapters", "exercises", "solutions", cwd=course)
