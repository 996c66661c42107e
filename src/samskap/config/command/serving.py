"""Serving an instance, and working off its queue."""

import argparse

from samskap.config.command.preparing import must_be_prepared
from samskap.config.command.saying import django, say
from samskap.config.processes import run_together, server_command, worker_command
from samskap.config.surroundings import data_folder, free_port, living_in, share_numbers


def serve(given: argparse.Namespace) -> int:
    """Serve the instance, with the worker beside it."""
    must_be_prepared()
    port = free_port(given.host, given.port)
    with living_in(data_folder()):
        share_numbers()
        return run_together(
            server=server_command(host=given.host, port=port, workers=given.workers),
            host=reachable(given.host),
            port=port,
            worker=None if given.no_worker else worker_command(),
            when_ready=lambda: say(f"Serving http://{given.host}:{port}/"),
            meanwhile=lambda: None,
        )


def worker(given: argparse.Namespace) -> int:
    """Work off the queue until ended."""
    must_be_prepared()
    share_numbers()  # before the first import of what counts
    django("run_worker", *given.more)
    return 0


def reachable(host: str) -> str:
    """Turn “every address” into one that can be called."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
