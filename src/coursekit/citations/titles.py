"""Short titles of all sources, as they stand beside a figure or a question."""

from functools import cache

from coursekit.citations.references import SEED_TITLES
from coursekit.datasets.tables import source_records


@cache
def short_titles() -> dict[str, str]:
    """Return publisher and year of each source, as shown beside a figure; the title where no publisher is known."""
    titles = {}
    for source_id, record in source_records().items():
        # A publisher's note in brackets belongs in the record, not beside each figure.
        name = (record["publisher"] or record["title"]).split(" (")[0]
        titles[source_id] = f"{name} {record['year']}".strip()
    seeds = {f"seed-{seed}": title for seed, title in SEED_TITLES.items()}
    return {**titles, **seeds}
