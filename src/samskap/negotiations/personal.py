"""What negotiations hold about one person, and for how long."""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from samskap.base.personal import A_KEY, GIVEN, IN_OFFICE, OF_ANOTHER, ON_PAPER, Held, Keeping
from samskap.negotiations.models import Behind, Spokesperson

OF_THE_PARTY = _("It is the word of a party at the table. It stays, without your name.")

held = (
    Held(
        model="negotiations.Negotiation",
        title=_("Negotiations you mediate"),
        by=("mediator",),
        shows=("municipality", "initiative", "matter", "state", "started_at"),
    ),
    Held(
        model="negotiations.Party",
        title=_("Groups you asked to a table, and places you asked for"),
        by=("invited_by",),
        shows=("municipality", "negotiation", "name", "invited_on", "invited_how"),
        leaves_out={"giver": ON_PAPER, "left_because": OF_ANOTHER},
    ),
    Held(
        model="negotiations.Spokesperson",
        title=_("Parties you speak for at a table"),
        by=("person",),
        shows=("municipality", "party", "called", "is_hidden", "channel", "joined_at"),
        leaves_out={"key": A_KEY},
        stays={"called": OF_THE_PARTY},
    ),
    Held(
        model="negotiations.Behind",
        title=_("What the mediator knows of you behind a pseudonym"),
        by=("spokesperson__person",),
        shows=("municipality", "spokesperson", "name", "reach", "why", "written_at"),
    ),
    Held(model="negotiations.Position", leaves_out={"text": OF_ANOTHER}, stays={"text": GIVEN}),
    Held(
        model="negotiations.Option",
        leaves_out={"title": OF_ANOTHER, "text": OF_ANOTHER},
        stays={"title": GIVEN, "text": GIVEN},
    ),
    Held(model="negotiations.Stance", leaves_out={"reason": OF_ANOTHER}, stays={"reason": GIVEN}),
    Held(model="negotiations.Assent", leaves_out={"reason": OF_ANOTHER}, stays={"reason": GIVEN}),
    Held(
        model="negotiations.Review",
        title=_("Reviews you wrote down"),
        by=("written_by",),
        shows=("municipality", "negotiation", "due_on", "held_on", "words"),
        stays={"words": IN_OFFICE},
    ),
)


def names_of_closed_tables(before: datetime) -> "QuerySet[Behind]":
    """Who was behind a pseudonym, where the negotiation was over before a moment."""
    return Behind.objects.filter(spokesperson__party__negotiation__closed_at__lt=before)


def letters_unanswered(before: datetime) -> "QuerySet[Spokesperson]":
    """Seats that a letter offered, and nobody took before its key ran out."""
    offered = Spokesperson.objects.filter(joined_at=None).filter(~Q(key=""))
    return offered.filter(key_until__lt=before)


keeps = (
    Keeping(
        key="negotiations.behind",
        title=_("Who was behind a pseudonym at a table that is over"),
        why=_("The mediator needs it while the parties talk and follow up; nobody does later."),
        days=30,
        least=1,
        most=365,
        rows=names_of_closed_tables,
    ),
    Keeping(
        key="negotiations.letters",
        title=_("Seats that a letter offered and nobody took"),
        why=_("The key in the letter opens nothing any more."),
        days=30,
        least=1,
        most=365,
        rows=letters_unanswered,
    ),
)
