"""What the ledger holds about one person."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from samskap.base.personal import A_KEY, GIVEN, Held, Keeping
from samskap.ledger.models import Contribution, Giver

held = (
    Held(
        model="ledger.Contribution",
        title=_("What you gave"),
        by=("giver__person",),
        shows=(
            *("municipality", "at", "kind", "phase", "actor_kind", "speaking_for", "amount"),
            *("units", "channel", "entered_on_behalf", "public_id"),
        ),
        leaves_out={"giver": A_KEY, "party": A_KEY},
    ),
    Held(
        model="ledger.Standing",
        title=_("What became of what you gave"),
        by=("contribution__giver__person",),
        shows=(
            *("municipality", "caption", "path", "status", "reason", "answer_due_on"),
            "answered_at",
        ),
        stays={"caption": GIVEN, "reason": GIVEN},
    ),
    Held(
        model="ledger.Fate",
        title=_("Answers to what you gave, step by step"),
        by=("contribution__giver__person",),
        shows=("municipality", "contribution", "status", "reason", "at"),
        stays={"reason": GIVEN},
    ),
    Held(
        model="ledger.Fate",
        title=_("Answers you gave to others"),
        by=("by",),
        shows=("municipality", "contribution", "status", "reason", "at"),
    ),
    Held(
        model="ledger.Giver",
        title=_("You as a giver"),
        by=("person",),
        shows=("municipality", "public_id", "name", "reach"),
    ),
    Held(model="ledger.Party", leaves_out={"key": A_KEY}),
    Held(
        model="ledger.Standing",
        title=_("What you wrote down for others"),
        by=("entered_by",),
        shows=("municipality", "contribution", "path"),
    ),
)


def awaited(keys: Collection[int]) -> set[int]:
    """Of some people those who were promised an answer and have none yet."""
    given = Contribution.objects.filter(
        giver__person__in=keys,
        standing__answered_at=None,
        standing__answer_due_on__isnull=False,
    )
    return set(given.order_by().values_list("giver__person", flat=True))


def paper_contacts(before: datetime) -> QuerySet[Giver]:
    """How to reach those who gave on paper, where all is answered and the last is old enough."""
    given = Contribution.objects.filter(giver=OuterRef("pk"))
    lately, waits = given.filter(at__gte=before), given.filter(standing__answered_at=None)
    reached = Giver.objects.filter(person=None).exclude(reach="")
    return (
        reached.filter(Exists(given))
        .exclude(Exists(lately))
        .exclude(Exists(waits.filter(standing__answer_due_on__isnull=False)))
    )


keeps = (
    Keeping(
        key="ledger.contacts",
        title=_("Telephone numbers and addresses of those who gave on paper"),
        why=_("They are kept to give an answer. Then they have done their work."),
        days=365,
        least=30,
        most=1095,
        rows=paper_contacts,
        blanks={"reach": ""},
    ),
)
