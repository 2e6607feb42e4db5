"""Runs pure functions of the frontend in Node, as the page runs them."""

import json
import subprocess
from pathlib import Path

FRONTEND = Path(__file__).parents[2] / "frontend"
PROGRAM = """
import {{ readFileSync }} from "node:fs";
import {{ {function} }} from "{module}";
const calls = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(calls.map((call) => {function}(...call))));
"""


def call_each(module, function, calls):
    """Call a function of a module of the frontend once for each list of arguments; return what it gave."""
    return _output(PROGRAM.format(function=function, module=(FRONTEND / module).as_uri()), json.dumps(calls))


def evaluate(expression):
    """Give the value of an expression that needs nothing of the frontend, as what the engine knows of languages."""
    return _output(f"process.stdout.write(JSON.stringify({expression}))", "")


def _output(program, given):
    run = subprocess.run(
        ["node", "--input-type=module", "--eval", program],
        input=given,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)
