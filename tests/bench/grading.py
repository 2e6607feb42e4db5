"""How fast `coursekit grade` is: 10,000 answers in one run, start of Python and of the engine included.

Once with answers to the exercise that is graded most, once with those to every exercise of the course in turn.
"""

import json
import subprocess
import sys
import time
from itertools import cycle, islice
from pathlib import Path

import yaml

from tests.bench.measures import Measure, of_runs

EXERCISE = "harbour-cities"
ANSWERS = 10_000
ROUNDS = 3
RUN_TIMEOUT = 300

Case = tuple[str, dict, list[str]]
"""Exercise, answer and the criteria it must fail."""


def time_grading(course: Path, folder: Path) -> list[Measure]:
    """Grade the listed answers in turn; each reply must be the one that is known."""
    exercises = sorted(path.stem for path in (course / "solutions").glob("*.yaml"))
    one = _known(course, EXERCISE)
    mixed = [case for exercise in exercises for case in _known(course, exercise)]
    return [
        _measure(course, folder, f"coursekit grade, {ANSWERS:,} answers", one),
        _measure(course, folder, f"coursekit grade, {ANSWERS:,} answers to {len(exercises)} exercises", mixed),
        of_runs("coursekit grade, 1 answer", "s", [_timed(course, folder, one[:1]) for _ in range(ROUNDS)]),
    ]


def _known(course: Path, exercise: str) -> list[Case]:
    """Return the answers of a solution file, each with the criteria that it must fail."""
    solution = yaml.safe_load((course / "solutions" / f"{exercise}.yaml").read_text(encoding="utf-8"))
    listed = [solution["model"], solution["alternative"], *solution["wrong"], *solution.get("variants", [])]
    return [(exercise, answer["answer"], answer.get("fails", [])) for answer in listed]


def _measure(course: Path, folder: Path, name: str, known: list[Case]) -> Measure:
    cases = list(islice(cycle(known), ANSWERS))
    return of_runs(name, "s", [_timed(course, folder, cases) for _ in range(ROUNDS)], target=10)


def _timed(course: Path, folder: Path, cases: list[Case]) -> float:
    requests, replies = folder / "answers.jsonl", folder / "replies.jsonl"
    lines = (
        json.dumps({"id": number, "exercise": exercise, "answer": answer})
        for number, (exercise, answer, _) in enumerate(cases)
    )
    requests.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    command = [sys.executable, "-m", "coursekit.cli", "grade", str(requests)]
    with replies.open("wb") as output:
        start = time.perf_counter()
        subprocess.run(command, cwd=course, stdout=output, timeout=RUN_TIMEOUT, check=True)
        seconds = time.perf_counter() - start
    given = [json.loads(line) for line in replies.read_text(encoding="utf-8").splitlines()]
    wrong = [
        reply
        for i, (reply, (*_, fails)) in enumerate(zip(given, cases, strict=True))
        if reply.get("id") != i or reply.get("unmet") != fails
    ]
    if wrong:
        raise RuntimeError(f"{len(wrong)} replies are not the known ones, the first: {wrong[0]}")
    return seconds
