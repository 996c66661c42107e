"""Structured logs: one JSON object a line, and nothing about any person."""

import json
import logging


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Turn a record into its line."""
        line = {"at": self.formatTime(record), "level": record.levelname, "from": record.name}
        line["says"] = record.getMessage()
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)
