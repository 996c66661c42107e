"""Ask the published library for its maximin of one pool, in an environment of its own.

    PYTHON benchmarks/lot_library.py SECONDS < pool.json

`sortition-algorithms` is GPL-3, so it is a measure beside us and never a part of us: this file runs
alone, reads a pool from standard input, and writes seconds and chances to standard output.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import time
from collections import defaultdict


def main() -> None:
    """Read a pool, let the library find its distribution, and write what came out."""
    from sortition_algorithms.committee_generation.maximin import (  # noqa: PLC0415
        find_distribution_maximin,
    )
    from sortition_algorithms.features import read_in_features  # noqa: PLC0415
    from sortition_algorithms.people import read_in_people  # noqa: PLC0415
    from sortition_algorithms.settings import Settings  # noqa: PLC0415

    limit = int(sys.argv[1])  # of the processor; then the system ends it
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))
    pool = json.load(sys.stdin)
    random.seed(0)
    names = ["feature", "value", "min", "max"]
    quotas = [dict(zip(names, map(str, row), strict=True)) for row in pool["quotas"]]
    features, *_ = read_in_features(names, quotas, pool["size"])
    columns = list(dict.fromkeys(row["feature"] for row in quotas))
    people, _ = read_in_people(
        ["id", *columns],
        [{"id": key, **values} for key, values in pool["people"]],
        features,
        Settings(id_column="id", columns_to_keep=columns),
    )
    began, spent = time.perf_counter(), time.process_time()
    panels, weights, _ = find_distribution_maximin(features, people, pool["size"], [])
    seconds, spent = time.perf_counter() - began, time.process_time() - spent
    chances: dict[str, float] = defaultdict(float)
    for panel, weight in zip(panels, weights, strict=True):
        for key in panel:
            chances[key] += weight
    ours = {key: chances[key] for key, _ in pool["people"]}
    answer = {"seconds": seconds, "processor": spent, "chances": ours}
    sys.stdout.write("\n" + json.dumps(answer))  # the solver may have said something before


if __name__ == "__main__":
    main()
