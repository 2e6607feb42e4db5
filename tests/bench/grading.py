"""How fast `coursekit grade` is: 10,000 answers in one run, start of Python and of the engine included."""

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
LONGEST_SECONDS = 300


def time_grading(course: Path, folder: Path) -> list[Measure]:
    """Grade model, alternative, wrong ones and variants in turn; each reply must be the one that is known."""
    exercise = yaml.safe_load((course / "exercises" / f"{EXERCISE}.yaml").read_text(encoding="utf-8"))
    solution = yaml.safe_load((course / "solutions" / f"{EXERCISE}.yaml").read_text(encoding="utf-8"))
    known = [
        (case["answer"], case.get("fails", []))
        for case in [solution["model"], solution["alternative"], *solution["wrong"], *solution["variants"]]
    ]
    whole = [_timed(course, folder, list(islice(cycle(known), ANSWERS))) for _ in range(ROUNDS)]
    start = [_timed(course, folder, known[:1]) for _ in range(ROUNDS)]
    criteria = len(exercise["criteria"]) * ANSWERS
    return [
        of_runs(f"coursekit grade, {ANSWERS:,} answers", "s", whole, target=10),
        of_runs("coursekit grade, 1 answer", "s", start),
        of_runs("criteria graded per second, start included", "/s", [criteria / seconds for seconds in whole]),
    ]


def _timed(course: Path, folder: Path, cases: list[tuple[dict, list[str]]]) -> float:
    requests, replies = folder / "answers.jsonl", folder / "replies.jsonl"
    lines = (json.dumps({"id": i, "exercise": EXERCISE, "answer": answer}) for i, (answer, _) in enumerate(cases))
    requests.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    command = [sys.executable, "-m", "coursekit.cli", "grade", str(requests)]
    with replies.open("wb") as output:
        start = time.perf_counter()
        subprocess.run(command, cwd=course, stdout=output, timeout=LONGEST_SECONDS, check=True)
        seconds = time.perf_counter() - start
    given = [json.loads(line) for line in replies.read_text(encoding="utf-8").splitlines()]
    wrong = [
        reply
        for i, (reply, (_, fails)) in enumerate(zip(given, cases, strict=True))
        if reply.get("id") != i or reply.get("unmet") != fails
    ]
    if wrong:
        raise RuntimeError(f"{len(wrong)} replies are not the known ones, the first: {wrong[0]}")
    return seconds
