"""What the commands share: a line to whoever runs them, and Django’s own commands."""

import importlib
import os
import sys


def say(line: str = "") -> None:
    """Write one line to whoever runs the command."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def django(*words: str) -> None:
    """Run one of Django's commands in this process."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samskap.config.settings")
    management = importlib.import_module("django.core.management")
    management.execute_from_command_line(["samskap", *words])
