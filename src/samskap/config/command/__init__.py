"""The command line: `samskap --help` lists what can be done, and each command has its own help."""

from samskap.config.command.line import main

__all__ = ["main"]
