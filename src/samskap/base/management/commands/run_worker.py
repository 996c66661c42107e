"""The worker: does the jobs that wait, and starts what the clock says."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from samskap.base.queue.engine import LEASE_SECONDS
from samskap.base.queue.worker import work, work_off


class Command(BaseCommand):
    """Does jobs until it is asked to end; any number may run side by side."""

    help = "Do the jobs that wait (mail, reminders, sums) until ended with Ctrl-C or SIGTERM."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take what may be said on the command line."""
        parser.add_argument("--once", action="store_true", help="do what is due now, then end")
        parser.add_argument(
            "--lease",
            type=float,
            default=LEASE_SECONDS,
            metavar="SECONDS",
            help="how long a worker that fell silent keeps its jobs (default: %(default)s)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Work."""
        if options["once"]:
            self.stdout.write(f"{work_off()} jobs done.")
        else:
            work(lease_seconds=options["lease"])
