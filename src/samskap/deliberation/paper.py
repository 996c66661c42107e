"""The card of a deliberation on paper: each statement with its three boxes."""

from collections.abc import Iterator, Sequence

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samskap.base.pdf import Paper
from samskap.deliberation.cards import question_of, said_of
from samskap.deliberation.models import Deliberation
from samskap.deliberation.queries.deliberations import shown_in

MOST = 100  # statements on one card: nobody answers more by hand
BOX = "[    ]"


def lines_of(
    deliberation: Deliberation, read_in: Sequence[str]
) -> Iterator[tuple[str, str] | tuple[str, str, str]]:
    """What stands on the card, from its top: style of the paper, text, and whose language it is.

    read_in  the languages in which statements are wanted, the best first
    """
    asks = question_of(deliberation, read_in)
    yield "H1", asks["question"], asks["lang"]
    if "original" in asks:
        yield "soft", deliberation.question, deliberation.language
    yield "P", _("Put one cross beside each statement that you want to answer.")
    yield "P", _("Number of the card (written by whoever takes it in): ____________")
    boxes = f"{BOX} {_('Agree')}        {BOX} {_('Disagree')}        {BOX} {_('Pass')}"
    for statement in shown_in(deliberation).order_by("number")[:MOST]:
        said = said_of(statement, read_in)
        yield "H2", f"{said['number']}. {said['text']}", said["lang"]
        if "original" in said:
            yield "soft", said["original"], said["original_lang"]
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


def as_pdf(deliberation: Deliberation, read_in: Sequence[str]) -> bytes:
    """Write the card in the language that is spoken now, and its statements in those wanted."""
    paper = Paper(
        title=deliberation.question,
        language=get_language() or "en",
        author=deliberation.municipality.name,
    )
    for style, text, *lang in lines_of(deliberation, read_in):
        paper.add(text, style, *lang)
    return paper.written()
