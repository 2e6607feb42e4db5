"""Measures weight and speed against a stock Jupyter Book build of the same sources: `python -m tests.bench`.

Prints a table and writes _build/bench.json. A figure over its target is said and is no failure; the exit
status is 1 when a measurement could not be made.
"""

import json
import os
import platform
import sys
import tempfile
import time
import traceback
from pathlib import Path

from coursekit.book.build import EDITIONS
from tests.bench.browser import chromium
from tests.bench.builds import time_builds
from tests.bench.grading import time_grading
from tests.bench.growth import time_growth
from tests.bench.measures import table
from tests.bench.notebooks import time_notebooks
from tests.bench.server import serving
from tests.bench.sizes import measure_sizes
from tests.bench.speed import time_pages
from tests.bench.weight import weigh
from tests.course import COURSE

BOOK = EDITIONS["trainee"]
REPORT = Path("_build/bench.json")
NOTES = """\
Ratio: course over stock; below 1 the course is lighter or faster. Bytes: gzipped, headers included, 1 kB is
1000 bytes. Times: medians. Stock: default theme and extensions, charts and exercises as Altair and ipywidgets
store them. Its third-party scripts are blocked and counted apart (each that fails hides those it would have
loaded), so stock looks lighter and faster than it is, and its exercise never becomes usable here."""
BUSY = "The machine was busy before the start (load {load:.1f} on {cores} cores): times are too high."


def main() -> int:
    course, cores, load = COURSE.folder, os.cpu_count() or 1, os.getloadavg()[0]
    busy = BUSY.format(load=load, cores=cores) if load > cores / 2 else None
    begun = time.perf_counter()
    results = {"groups": {}, "files": {}, "failed": {}}

    def measure(group, make):
        print(f"Measuring: {group} ...", file=sys.stderr, flush=True)
        try:
            results["groups"][group] = make()
        except Exception as error:  # noqa: BLE001 (one that fails must not hide the others)
            traceback.print_exc()
            results["failed"][group] = str(error)

    def weigh_first_visits():
        measures, results["files"] = weigh(browser, course_site, stock_site)
        return measures

    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        course_copy, stock_copy, notebooks_copy = folder / "course", folder / "stock", folder / "notebooks"
        for copy in (course_copy, stock_copy, notebooks_copy):
            copy.mkdir()
        measure("Builds on two cores", lambda: time_builds(course, course_copy, stock_copy))
        measure("Growth on two cores", lambda: time_growth(course, folder))
        measure("Notebooks on two cores", lambda: time_notebooks(course, notebooks_copy))
        measure("Grading", lambda: time_grading(course, folder))
        measure("Files of the frontend", measure_sizes)
        course_book, stock_book = serving(course / BOOK), serving(stock_copy / BOOK)
        with course_book as course_site, stock_book as stock_site, chromium() as browser:
            version = browser.version
            measure("First visit", weigh_first_visits)
            measure("Speed in Chromium", lambda: time_pages(browser, course_site, stock_site))

    print(table(results["groups"]))
    print(f"\n{NOTES}")
    if busy:
        print(busy)
    for group, why in results["failed"].items():
        print(f"Could not be measured: {group}: {why}")
    report = {
        "python": platform.python_version(),
        "chromium": version,
        "cores": cores,
        "load_before": load,
        "seconds": time.perf_counter() - begun,
        "groups": {name: [each.as_dict() for each in group] for name, group in results["groups"].items()},
        "files": results["files"],
        "failed": results["failed"],
    }
    (course / REPORT).write_text(json.dumps(report, indent=2), encoding="utf-8")
    return 1 if results["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
