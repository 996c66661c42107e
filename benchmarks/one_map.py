"""One deliberation with as many votes as are asked for, and its map drawn as the queue draws it."""

import time
from typing import Any

import numpy as np
from django.db import connection
from django.test.utils import CaptureQueriesContext

from benchmarks.opinion_map import invented, peak
from samskap.deliberation.actions.drawing import draw_what_changed
from samskap.deliberation.actions.polis import take_in
from samskap.deliberation.models import Drawing
from samskap.kernels.opinion_map.polis import Comment, Conversation
from samskap.testing.factories.deliberation import deliberation
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.municipalities import MunicipalityFactory


def fill(people: int, statements: int) -> None:
    """Make a deliberation in which everybody has voted on about four statements of five."""
    municipality = MunicipalityFactory(host="localhost")
    made = deliberation(InitiativeFactory(municipality=municipality))
    columns = invented(people, statements, int(1.6 * people * statements))
    conversation = Conversation(
        comments=tuple(Comment(number, f"Statement {number}") for number in range(statements)),
        votes=tuple(zip(*(each.tolist() for each in columns), strict=True)),
    )
    take_in(deliberation=made, conversation=conversation, by=made.initiative.raised_by)


def draw() -> dict[str, Any]:
    """Do what the queue does each half minute, and again when nothing has changed."""
    began, on_the_wall = time.process_time(), time.perf_counter()
    with CaptureQueriesContext(connection) as first:
        drawn = draw_what_changed()
    spent, waited = time.process_time() - began, time.perf_counter() - on_the_wall
    memory, began = peak(), time.process_time()
    with CaptureQueriesContext(connection) as again:
        assert draw_what_changed() == 0  # noqa: S101 - else it is not the same votes
    drawing = Drawing.objects.get()
    assert drawn == 1  # noqa: S101
    return {
        "votes": drawing.figures["votes"],
        "seconds": spent,
        "wall": waited,
        "questions": len(first),
        "seconds_again": time.process_time() - began,
        "questions_again": len(again),
        "kept": len(drawing.document) / np.square(1024),
        "memory": memory,
    }
