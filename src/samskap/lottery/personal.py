"""What lots hold about one person."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samskap.base.personal import A_KEY, ON_PAPER, Held, Keeping
from samskap.lottery.models import Entrant, Invitee, Lot

held = (
    Held(
        model="lottery.Entrant",
        title=_("Lots that you are in"),
        by=("person",),
        shows=(
            *("municipality", "lot", "code", "features", "channel", "entered_at", "chance"),
            *("left_at", "left_because"),
        ),
        leaves_out={"giver": ON_PAPER, "household": A_KEY},
    ),
    Held(
        model="lottery.Entrant",
        title=_("Those whose yes you wrote down"),
        by=("entered_by",),
        shows=("municipality", "lot", "entered_at"),
    ),
    Held(
        model="lottery.Lot_stewards",
        title=_("Lots that you keep"),
        by=("person",),
        shows=("lot",),
    ),
    Held(
        model="lottery.Step",
        title=_("Steps of lots that you took"),
        by=("by",),
        shows=("municipality", "lot", "what", "reason", "at"),
    ),
    Held(
        model="lottery.Round",
        title=_("Draws for which you typed the numbers in"),
        by=("typed_by", "confirmed_by"),
        shows=("municipality", "lot", "number", "drawn_at"),
    ),
    Held(
        model="lottery.Invitee",
        leaves_out=dict.fromkeys(
            ("name", "address", "features", "household", "key", "code", "said_yes"), ON_PAPER
        ),
    ),
)


def stood_still(before: datetime) -> QuerySet[Lot]:
    """Lots in which no step was taken since a moment: drawn long ago, or left lying."""
    return Lot.objects.exclude(steps__at__gte=before)


def old_lists(before: datetime) -> QuerySet[Invitee]:
    """Lines of the lists of lots that have stood still since a moment."""
    return Invitee.objects.filter(lot__in=stood_still(before)).exclude(name="", address="")


def old_answers(before: datetime) -> QuerySet[Entrant]:
    """What people answered about themselves for lots that have stood still since a moment."""
    return Entrant.objects.filter(lot__in=stood_still(before)).exclude(features={}, household="")


keeps = (
    Keeping(
        key="lottery.lists",
        title=_("Names and addresses of those who could be invited to a lot"),
        why=_(
            "Until the panel is drawn and its replacements are. A key stays, so that the same"
            " people are not invited again too soon."
        ),
        days=90,
        least=1,
        most=365,
        rows=old_lists,
        blanks={"name": "", "address": "", "features": {}, "household": ""},
    ),
    Keeping(
        key="lottery.answers",
        title=_("What those in a lot answered about themselves"),
        why=_("So that a replacement can be drawn within the same targets while the panel works."),
        days=365,
        least=30,
        most=1095,
        rows=old_answers,
        blanks={"features": {}, "household": ""},
    ),
)
