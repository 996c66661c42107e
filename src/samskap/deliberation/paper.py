"""The card of a deliberation on paper: each statement with its three boxes."""

from collections.abc import Iterator

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samskap.base.pdf import Paper
from samskap.deliberation.cards import said_of
from samskap.deliberation.models import Deliberation
from samskap.deliberation.queries.deliberations import shown_in

MOST = 100  # statements on one card: nobody answers more by hand
BOX = "[    ]"


def lines_of(deliberation: Deliberation) -> Iterator[tuple[str, str]]:
    """What stands on the card, from its top: style of the paper, and text."""
    yield "H1", deliberation.question
    yield "P", _("Put one cross beside each statement that you want to answer.")
    yield "P", _("Number of the card (written by whoever takes it in): ____________")
    boxes = f"{BOX} {_('Agree')}        {BOX} {_('Disagree')}        {BOX} {_('Pass')}"
    for statement in shown_in(deliberation).order_by("number")[:MOST]:
        said = said_of(statement)
        yield "H2", f"{said['number']}. {said['text']}"
        if "original" in said:
            yield "soft", said["original"]
        yield "P", boxes
    yield "H2", _("Your own statement, in a sentence or two")
    yield "P", "\n".join(["_" * 60] * 3)
    yield (
        "soft",
        _(
            "Give the card to the staff or to whoever keeps the deliberation. Your name need not"
            " stand on it. Nobody is told what you voted."
        ),
    )


def as_pdf(deliberation: Deliberation) -> bytes:
    """Write the card in the language that is spoken now."""
    paper = Paper(
        title=deliberation.question,
        language=get_language() or "en",
        author=deliberation.municipality.name,
    )
    for style, text in lines_of(deliberation):
        paper.add(text, style)
    return paper.written()
