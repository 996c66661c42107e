"""Telling those who lead an elected body that its answer is overdue."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from samskap.committees.models import Alert
from samskap.committees.queries.leadership import leaders_of
from samskap.initiatives.models import FormalDecision
from samskap.initiatives.models.initiative import PATH
from samskap.initiatives.queries.formal import waiting_for_answer
from samskap.municipalities.models import Municipality
from samskap.notices.actions import tell

EVERY = 30  # days between two alerts of one decision


def alert_all(today: date | None = None) -> int:
    """Alert in every municipality; say how many decisions somebody was told of."""
    today = today or timezone.localdate()
    return sum(
        alert(formal=formal, today=today)
        for municipality in Municipality.objects.filter(is_set_up=True)
        for formal in waiting_for_answer(municipality)
        .filter(promised_on__lt=today, initiative__state__in=PATH)
        .select_related("municipality")
    )


@transaction.atomic
def alert(*, formal: FormalDecision, today: date) -> bool:
    """Tell those who lead the body, once when it is overdue and again each thirty days.

    Started twice, or by two workers at once, it tells nobody twice: the alert is numbered, and
    the database lets each number be there once.
    """
    days = (today - formal.promised_on).days
    _alert, is_new = Alert.objects.get_or_create(
        formal_decision=formal,
        number=(days - 1) // EVERY,
        defaults={"municipality": formal.municipality},
    )
    if not is_new:
        return False
    for person in leaders_of(formal.body):
        tell(
            person=person,
            municipality=formal.municipality,
            kind="committees.answer_overdue",
            label=format_lazy(
                _("{body} has not answered “{title}”."), body=formal.body.name, title=formal.title
            ),
            text=since_in_words(days),
            path=formal.get_absolute_url(),
        )
    return True


def _since(days: int) -> str:
    """Say how long ago the promised day passed, and what to do now."""
    return ngettext(
        "The promised day passed %(n)s day ago, and everybody can see it. Put it on the"
        " agenda, or let those who wait know when the answer comes.",
        "The promised day passed %(n)s days ago, and everybody can see it. Put it on the"
        " agenda, or let those who wait know when the answer comes.",
        days,
    ) % {"n": days}


since_in_words = lazy(_since, str)  # said when its reader's language is known
