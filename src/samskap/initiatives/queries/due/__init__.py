"""What is due soon or overdue, and who should hear of it."""

from samskap.initiatives.queries.due.watch import LATE, SOON, Watch
from samskap.initiatives.queries.due.watches import WATCHES

__all__ = ["LATE", "SOON", "WATCHES", "Watch"]
