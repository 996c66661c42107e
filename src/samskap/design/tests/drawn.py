"""Draws a bit of template, and reads it as strictly as a browser never would."""

import html5lib
from django.template import Context, Template


def drawn(source: str, **context: object) -> str:
    """Draw a bit of template with the design’s tags, with single spaces."""
    return " ".join(Template("{% load design %}" + source).render(Context(context)).split())


def faults(document: str) -> list[str]:
    """Say what is wrong with a page; nothing when it is valid."""
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(document)
    lines = document.splitlines()
    return [f"{code}: {lines[at[0] - 1].strip()[:120]}" for at, code, _more in parser.errors]


def part_faults(part: str) -> list[str]:
    """Say what is wrong with a part of a page."""
    return faults(f"<!doctype html><html lang=en><head><title>t</title></head><body>{part}</body>")
