"""One archive, made as the queue makes it, and what it took."""

import time
from pathlib import Path
from typing import Any

from django.db import connection

from samskap.api.actions import make_archive
from samskap.api.models import Archive
from samskap.municipalities.models import Municipality

LOOKS_EACH = 5  # questions


def make() -> dict[str, Any]:
    """Make the archive as the queue does, and look at the memory now and then."""
    questions, before, most, mapped = 0, sum(_memory()), 0.0, 0.0

    def count(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """Count one question to the database."""
        nonlocal questions, most, mapped
        questions += 1
        if questions % LOOKS_EACH == 0:
            own, files = _memory()
            if own + files > most:
                most, mapped = own + files, files
        return execute(sql, params, many, context)

    began = time.monotonic()
    with connection.execute_wrapper(count):
        make_archive.call(Municipality.objects.get().pk)
    seconds = time.monotonic() - began
    archive = Archive.objects.get()
    return {
        "rows": archive.rows_in_all,
        "bytes": archive.size,
        "seconds": seconds,
        "questions": questions,
        "memory": before,
        "most": most,
        "mapped": mapped,
    }


def _memory() -> tuple[float, float]:
    """The memory of this process in MB: its own, and the files that it has mapped."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    sizes = {line.split(":")[0]: line.split() for line in status.splitlines()}
    return int(sizes["RssAnon"][1]) / 1024, int(sizes["RssFile"][1]) / 1024
