"""What deliberations hold about one person, and for how long."""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from samskap.base.personal import A_KEY, GIVEN, IN_OFFICE, OF_ANOTHER, ON_PAPER, Held, Keeping
from samskap.deliberation.models import Channel, Participant, State

held = (
    Held(
        model="deliberation.Statement",
        title=_("Statements you wrote"),
        by=("contribution__giver__person",),
        shows=(
            *("municipality", "deliberation", "number", "text", "language", "state", "reason"),
            *("given_at", "appeal", "appealed_at", "appeal_answer", "appeal_at"),
        ),
        leaves_out={"by": A_KEY},
        stays={"text": GIVEN, "reason": IN_OFFICE, "appeal": GIVEN, "appeal_answer": IN_OFFICE},
    ),
    Held(
        model="deliberation.Statement",
        title=_("Statements you read for others, and appeals you decided"),
        by=("read_by", "appeal_by"),
        shows=("municipality", "deliberation", "number", "reason", "appeal_answer", "read_at"),
        leaves_out={"text": OF_ANOTHER, "appeal": OF_ANOTHER, "by": OF_ANOTHER},
        stays={"reason": IN_OFFICE, "appeal_answer": IN_OFFICE},
    ),
    Held(
        model="deliberation.StatementText",
        title=_("Statements you translated"),
        by=("by",),
        shows=("municipality", "statement", "language", "text", "at"),
        stays={"text": GIVEN},
    ),
    Held(
        model="deliberation.Participant",
        title=_("Deliberations you take part in"),
        by=("person",),
        shows=("municipality", "deliberation", "number", "level", "channel", "joined_at"),
        leaves_out={"key": A_KEY, "source": A_KEY, "card": ON_PAPER},
    ),
    Held(
        model="deliberation.Participant",
        title=_("Cards you wrote down"),
        by=("entered_by",),
        shows=("municipality", "deliberation", "card", "joined_at"),
        stays={"card": IN_OFFICE},
    ),
    Held(
        model="deliberation.Vote",
        title=_("Your votes"),
        by=("participant__person",),
        shows=("municipality", "participant", "statement", "value", "at"),
        reads=("participant", "statement"),
    ),
    Held(
        model="deliberation.Outcome",
        title=_("Statements you made something of"),
        by=("by",),
        shows=("municipality", "statement", "kind", "contribution", "at"),
        reads=("statement",),
    ),
    Held(
        model="deliberation.Deliberation",
        title=_("Deliberations you started, closed or opened again"),
        by=("started_by", "changed_by"),
        shows=(
            *("municipality", "initiative", "question", "about", "opens_at", "closes_at", "state"),
            *("started_at", "changed_at", "changed_because"),
        ),
        stays={"changed_because": IN_OFFICE},
    ),
)


def old_sources(before: datetime) -> "QuerySet[Participant]":
    """Participants whose network need not be compared any more: what they took part in is over.

    At a shared place it is compared within one day, so there it is over with that day.
    """
    is_over = Q(deliberation__state=State.CLOSED) | Q(deliberation__closes_at__lt=before)
    rows: QuerySet[Participant] = Participant.objects.filter(joined_at__lt=before)
    return rows.filter(is_over | Q(channel=Channel.KIOSK)).exclude(source="")


keeps = (
    Keeping(
        key="deliberation.sources",
        title=_("From how many places people voted without an account"),
        why=_(
            "A keyed hash of the network address, which can be compared within one deliberation"
            " only, while that is open. It shows when many votes come from one place."
        ),
        days=2,
        least=1,
        most=7,
        rows=old_sources,
        blanks={"source": ""},
    ),
)
