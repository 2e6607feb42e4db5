"""One measured figure and the table of all."""

import statistics
from dataclasses import dataclass, field

HEADINGS = ("", "course", "stock", "ratio", "target", "verdict")
DECIMALS = {"kB": 1, "s": 2, "ms": 0, "": 0, "/s": 0}


@dataclass
class Measure:
    """A figure of the course, beside that of a stock Jupyter Book and the target, all in the same unit.

    `runs` keeps what each run gave; `course` and `stock` are their medians.
    """

    name: str
    unit: str
    course: float
    stock: float | None = None
    target: float | None = None
    runs: dict[str, list[float]] = field(default_factory=dict)

    @property
    def ratio(self) -> float | None:
        """Course over stock: below 1 the course is lighter or faster."""
        return self.course / self.stock if self.stock else None

    @property
    def verdict(self) -> str:
        if self.target is None:
            return ""
        return "ok" if self.course <= self.target else "OVER TARGET"

    def as_dict(self) -> dict:
        return {
            "name": self.name,
            "unit": self.unit,
            "course": self.course,
            "stock": self.stock,
            "ratio": self.ratio,
            "target": self.target,
            "verdict": self.verdict,
            "runs": self.runs,
        }


def of_runs(name, unit, course, stock=(), target=None) -> Measure:
    """Take the median of several runs, for course and stock."""
    return Measure(
        name,
        unit,
        statistics.median(course),
        statistics.median(stock) if stock else None,
        target,
        {"course": list(course), "stock": list(stock)},
    )


def table(groups: dict[str, list[Measure]]) -> str:
    """Lay out all figures, one group after the other."""
    rows = [HEADINGS]
    for group, measures in groups.items():
        rows += [(), (group,), *map(_row, measures)]
    widths = [max(len(row[i]) for row in rows if len(row) == len(HEADINGS)) for i in range(len(HEADINGS))]
    return "\n".join(_line(row, widths) for row in rows)


def _row(measure: Measure) -> tuple[str, ...]:
    ratio = "" if measure.ratio is None else f"{measure.ratio:.2f}"
    target = "" if measure.target is None else f"<= {_figure(measure.target, measure.unit)}"
    course, stock = _figure(measure.course, measure.unit), _figure(measure.stock, measure.unit)
    return f"  {measure.name}", course, stock, ratio, target, measure.verdict


def _figure(value: float | None, unit: str) -> str:
    if value is None:
        return "-"
    return f"{value:,.{DECIMALS[unit]}f} {unit}".strip()


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    if len(row) < len(HEADINGS):
        return "".join(row)
    name, *figures, verdict = row
    cells = [
        name.ljust(widths[0]),
        *(cell.rjust(width) for cell, width in zip(figures, widths[1:-1], strict=True)),
    ]
    return "  ".join([*cells, verdict]).rstrip()
