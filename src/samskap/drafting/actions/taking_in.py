"""Taking in what came up elsewhere, with the rows of the ledger that it rests on."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samskap.drafting.actions.proposing import propose_paragraph
from samskap.drafting.actions.writing import add_paragraph
from samskap.drafting.errors import NoTextYet
from samskap.drafting.models import Document, Paragraph
from samskap.drafting.permissions import may_write
from samskap.drafting.queries.texts import open_text_of
from samskap.initiatives.models import Initiative
from samskap.ledger.hands import Hand
from samskap.ledger.models import Contribution


@transaction.atomic
def take_in(
    *,
    initiative: Initiative,
    hand: Hand,
    title: str,
    text: str = "",
    language: str = "",
    at: datetime | None = None,
    causes: Iterable[Contribution] = (),
    document: Document | None = None,
) -> Contribution:
    """Make a paragraph of what came up elsewhere: a statement that all groups agree on, an idea.

    A writer’s becomes a paragraph at once; anybody else’s a proposed one, which is decided about
    by the rule of the text. Its words stay in the language that they were written in.

    causes    what it rests on; each stands with the wording as its cause
    document  the text; the newest that is being written where none is named

    Refuses with NoTextYet, and as `add_paragraph` and `propose_paragraph` do.
    """
    document = document or open_text_of(initiative)
    if document is None:
        raise NoTextYet
    said = "\n\n".join(filter(None, [title.strip(), text.strip()]))
    found = list(causes)
    why = _("Taken in from what people said elsewhere.")
    if not may_write(hand.by, document):
        change = propose_paragraph(
            document=document, text=said, reason=why, hand=hand, causes=found, at=at
        )
        return change.contribution
    paragraph: Paragraph = add_paragraph(
        document=document, hand=hand, text=said, why=why, causes=found, at=at
    )
    return paragraph.wordings.get().contribution
