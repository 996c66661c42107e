"""What an import says when it is done."""

from collections.abc import Iterator

from samskap.places.actions import Change

SHOWN = 8


def report(change: Change, *, commit: bool) -> Iterator[str]:
    """Say in a few lines what changed, or would change."""
    done = "Imported" if commit else "Rehearsed (nothing written; add --commit)"
    yield f"{done}: {change.new} new, {change.altered} altered, {change.same} same"
    yield f"  areas: {_some(sorted(change.areas))}"
    if change.absent:
        yield f"  not in the file: {_some(change.absent)}"
    if change.foreign:
        yield f"  codes of areas that are not here: {change.foreign}"
    for warning in change.warnings:
        yield f"  ! {warning}"


def _some(names: list[str]) -> str:
    more = len(names) - SHOWN
    return ", ".join(names[:SHOWN]) + (f" and {more} more" if more > 0 else "")
