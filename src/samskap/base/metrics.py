"""What is counted, for Prometheus; never anything about a person."""

import os
from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import REGISTRY, Collector

BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)  # seconds

REQUESTS = Histogram(
    "samskap_request_seconds",
    "How long requests took, by the name of their route",
    ["method", "route", "status"],
    buckets=BUCKETS,
)
REFUSALS = Counter("samskap_refusals", "How often a rule said no, by its code", ["code"])
JOBS = Counter("samskap_jobs", "Attempts at jobs, by task and outcome", ["task", "outcome"])


class QueueGauges(Collector):
    """How the queue stands at the moment of asking."""

    def __init__(self, *, waiting: int, given_up: int, late_seconds: float) -> None:
        self.said = [
            ("samskap_jobs_waiting", "Jobs that are not done yet", waiting),
            ("samskap_jobs_given_up", "Jobs that failed too often and are kept", given_up),
            ("samskap_jobs_late_seconds", "How long the oldest due job has waited", late_seconds),
        ]

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Say each number."""
        for name, meaning, value in self.said:
            yield GaugeMetricFamily(name, meaning, value=value)


def as_text(gauges: QueueGauges) -> bytes:
    """Write down all numbers as Prometheus reads them.

    Where PROMETHEUS_MULTIPROC_DIR is set, the numbers of all processes of the server and of the
    worker are added up; else only those of this one are known.
    """
    counted = REGISTRY
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        counted = CollectorRegistry()
        MultiProcessCollector(counted)  # type: ignore[no-untyped-call]
    now = CollectorRegistry()
    now.register(gauges)
    return generate_latest(counted) + generate_latest(now)
