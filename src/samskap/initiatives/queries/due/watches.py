"""Everything that people are reminded of."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise, lazy
from django.utils.translation import ngettext_lazy

from samskap.initiatives.models import (
    Agreement,
    Commitment,
    Deadline,
    Decision,
    FormalDecision,
    Invitation,
    Sharing,
)
from samskap.initiatives.models.initiative import PATH
from samskap.initiatives.queries.due import hearers
from samskap.initiatives.queries.due.watch import LATE, SOON, Watch
from samskap.ledger.models import Standing
from samskap.municipalities.models import Municipality
from samskap.people.models import Consent


def _said(singular: Any) -> Callable[[int], str | Promise]:
    """Make a sentence that waits for its number, and then for the language of its reader."""
    return lazy(lambda n: str(singular % {"n": n}), str)


def _open(municipality: Municipality, model: Any, **wanted: Any) -> QuerySet[Any]:
    """Rows of a municipality that hang on an initiative on its way."""
    rows = model.objects.of(municipality).filter(initiative__state__in=PATH, **wanted)
    found: QuerySet[Any] = rows.select_related("initiative__municipality", "municipality")
    return found


def _of_initiative(route: str) -> Callable[[Any], str]:
    """The address of a page of the initiative that a row hangs on."""
    return lambda row: reverse(route, args=[row.initiative.slug])


WATCHES: tuple[Watch, ...] = (
    Watch(
        about="answers",
        day="answer_due_on",
        days=7,
        rows=lambda here: (
            Standing.objects.of(here)
            .filter(
                answered_at=None, answer_due_on__isnull=False, account__initiative__isnull=False
            )
            .select_related("account__initiative", "municipality")
        ),
        hears=hearers.of_answer,
        same=lambda standing: standing.account_id,
        title=lambda standing: standing.caption or standing.account.initiative.title,
        path=lambda standing: standing.path or standing.account.initiative.get_absolute_url(),
        words={
            SOON: _said(
                ngettext_lazy(
                    "%(n)s contribution is to be answered within a week.",
                    "%(n)s contributions are to be answered within a week.",
                    "n",
                )
            ),
            LATE: _said(
                ngettext_lazy(
                    "%(n)s contribution was not answered by the promised day.",
                    "%(n)s contributions were not answered by the promised day.",
                    "n",
                )
            ),
        },
    ),
    Watch(
        about="formal_decisions",
        day="promised_on",
        days=14,
        rows=lambda here: _open(here, FormalDecision, answered_at=None),
        hears=hearers.of_formal,
        title=str,
        path=lambda formal: formal.get_absolute_url(),
        words={
            SOON: _said(
                ngettext_lazy(
                    "%(n)s matter waits for the elected body’s answer within two weeks.",
                    "%(n)s matters wait for the elected body’s answer within two weeks.",
                    "n",
                )
            ),
            LATE: _said(
                ngettext_lazy(
                    "%(n)s matter was not answered by the elected body in time.",
                    "%(n)s matters were not answered by the elected body in time.",
                    "n",
                )
            ),
        },
    ),
    Watch(
        about="deadlines",
        day="due_on",
        days=30,
        rows=lambda here: _open(here, Deadline, state=Deadline.State.RUNNING),
        hears=hearers.of_deadline,
        title=str,
        path=_of_initiative("initiatives:deadlines"),
        words={
            SOON: _said(
                ngettext_lazy(
                    "%(n)s last day that a rule gives comes within thirty days.",
                    "%(n)s last days that a rule gives come within thirty days.",
                    "n",
                )
            ),
            LATE: _said(
                ngettext_lazy(
                    "%(n)s last day that a rule gives has passed. Tell what became of it.",
                    "%(n)s last days that a rule gives have passed. Tell what became of them.",
                    "n",
                )
            ),
        },
    ),
    Watch(
        about="promises",
        day="due_on",
        days=3,
        rows=lambda here: _open(here, Commitment, status=Commitment.Status.ACCEPTED).select_related(
            "initiative", "partner__organisation", "partner__person"
        ),
        hears=hearers.of_promise,
        title=str,
        path=_of_initiative("initiatives:commitments"),
        words={
            SOON: _said(
                ngettext_lazy(
                    "%(n)s promise is due within three days.",
                    "%(n)s promises are due within three days.",
                    "n",
                )
            ),
            LATE: _said(ngettext_lazy("%(n)s promise is late.", "%(n)s promises are late.", "n")),
        },
    ),
    Watch(
        about="voices",
        day="closes_on",
        days=2,
        rows=lambda here: _open(here, Decision, status=Decision.Status.OPEN),
        hears=hearers.of_voice,
        title=str,
        path=lambda decision: decision.get_absolute_url(),
        words={
            SOON: _said(
                ngettext_lazy(
                    "%(n)s decision closes within two days, and waits for your voice.",
                    "%(n)s decisions close within two days, and wait for your voice.",
                    "n",
                )
            )
        },
    ),
    Watch(
        about="agreements",
        day="review_on",
        days=14,
        rows=lambda here: _open(here, Agreement, ended_at=None),
        hears=hearers.of_agreement,
        title=lambda agreement: agreement.initiative.title,
        path=_of_initiative("initiatives:agreement"),
        words={
            SOON: _said(
                ngettext_lazy(
                    "%(n)s agreement is to be looked at again within two weeks.",
                    "%(n)s agreements are to be looked at again within two weeks.",
                    "n",
                )
            ),
            LATE: _said(
                ngettext_lazy(
                    "%(n)s agreement was to be looked at again by now.",
                    "%(n)s agreements were to be looked at again by now.",
                    "n",
                )
            ),
        },
    ),
    Watch(
        about="invitations",
        day="answer_due_on",
        days=7,
        rows=lambda here: _open(here, Invitation, is_to_municipality=True, accepted=None),
        hears=hearers.of_municipality,
        title=lambda invitation: invitation.initiative.title,
        path=lambda invitation: reverse(
            "initiatives:answer_invitation", args=[invitation.initiative.slug, invitation.pk]
        ),
        words={
            SOON: _said(
                ngettext_lazy(
                    "%(n)s invitation from residents is to be answered within a week.",
                    "%(n)s invitations from residents are to be answered within a week.",
                    "n",
                )
            ),
            LATE: _said(
                ngettext_lazy(
                    "%(n)s invitation from residents was not answered in time.",
                    "%(n)s invitations from residents were not answered in time.",
                    "n",
                )
            ),
        },
    ),
    Watch(
        about="sharings",
        day="answer_due_on",
        days=7,
        rows=lambda here: _open(here, Sharing, accepted=None, ended_at=None),
        hears=hearers.of_municipality,
        title=lambda sharing: sharing.initiative.title,
        path=lambda sharing: reverse("initiatives:answer_sharing", args=[sharing.pk]),
        words={
            SOON: _said(
                ngettext_lazy(
                    "%(n)s question from another municipality is to be answered within a week.",
                    "%(n)s questions from other municipalities are to be answered within a week.",
                    "n",
                )
            ),
            LATE: _said(
                ngettext_lazy(
                    "%(n)s question from another municipality was not answered in time.",
                    "%(n)s questions from other municipalities were not answered in time.",
                    "n",
                )
            ),
        },
    ),
    Watch(
        about="consents",
        day="ends_on",
        days=14,
        rows=lambda here: (
            Consent.objects.of(here)
            .filter(withdrawn_at=None, person__is_active=True)
            .select_related("person")
        ),
        hears=lambda consent, stage: [consent.person],
        title=lambda consent: consent.get_purpose_display(),
        path=lambda consent: reverse("people:consents"),
        words={
            SOON: _said(
                ngettext_lazy(
                    "%(n)s of your consents ends within two weeks.",
                    "%(n)s of your consents end within two weeks.",
                    "n",
                )
            )
        },
    ),
)
