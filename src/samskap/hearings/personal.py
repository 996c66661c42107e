"""What hearings hold about one person, and for how long."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samskap.base.personal import IN_OFFICE, ON_PAPER, Held, Keeping
from samskap.hearings.actions.forgetting import let_go_of_words
from samskap.hearings.models import HearingStatement, Recipient

IN_THE_CASE = _(
    "It is a document of the case, which the archive law keeps (arkivlova, in Denmark arkivloven)."
    " It stays, without your account."
)

held = (
    Held(
        model="hearings.HearingStatement",
        title=_("What you said in hearings"),
        by=("contribution__giver__person",),
        shows=(
            *("municipality", "hearing", "number", "text", "language", "attachment", "way"),
            *("received_on", "is_late", "changed_at", "withdrawn_at", "access", "basis"),
            *("open_text", "public_id"),
        ),
        stays={"text": IN_THE_CASE, "attachment": IN_THE_CASE, "open_text": IN_THE_CASE},
    ),
    Held(
        model="hearings.HearingStatement",
        title=_("Statements you withheld"),
        by=("withheld_by",),
        shows=("municipality", "hearing", "number", "basis"),
    ),
    Held(
        model="hearings.Answer",
        title=_("Answers you gave in hearings"),
        by=("by",),
        shows=("municipality", "hearing", "status", "text", "changes", "at"),
        stays={"text": IN_OFFICE, "changes": IN_OFFICE},
    ),
    Held(
        model="hearings.Hearing",
        title=_("Hearings you planned"),
        by=("planned_by",),
        shows=("municipality", "initiative", "title", "planned_at"),
    ),
    Held(model="hearings.Recipient", leaves_out={"name": ON_PAPER}),
)


def neighbours_of_old_hearings(before: datetime) -> QuerySet[Recipient]:
    """Neighbours and owners who were asked by name, in hearings reported before a moment."""
    asked = Recipient.objects.filter(kind=Recipient.Kind.NEIGHBOUR, organisation=None)
    return asked.filter(hearing__reported_at__lt=before).exclude(name="")


def withheld_of_old_hearings(before: datetime) -> QuerySet[HearingStatement]:
    """Withheld statements of hearings that were reported before a moment."""
    withheld = HearingStatement.objects.filter(access=HearingStatement.Access.WITHHELD)
    return withheld.filter(hearing__reported_at__lt=before).exclude(text="")


keeps = (
    Keeping(
        key="hearings.neighbours",
        title=_("Names of neighbours and owners who were asked in a hearing"),
        why=_("To show who was asked while the matter can be appealed. How many it was is kept."),
        days=365,
        least=90,
        most=1825,
        rows=neighbours_of_old_hearings,
        blanks={"name": ""},
    ),
    Keeping(
        key="hearings.withheld",
        title=_("Statements in hearings that are withheld by law"),
        why=_(
            "The archive keeps the case. What the law keeps from others does not need to lie here"
            " as well, once the hearing is reported and the matter cannot be appealed."
        ),
        days=365,
        least=90,
        most=1825,
        rows=withheld_of_old_hearings,
        ends=let_go_of_words,
    ),
)
