"""What proposals hold about one person, and for how long."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samskap.base.personal import A_KEY, GIVEN, IN_OFFICE, OF_ANOTHER, ON_PAPER, Held, Keeping
from samskap.proposals.actions.on_paper import delete_list
from samskap.proposals.models import PaperList, Proposal, Signature, State

WITH_THE_COUNCIL = _(
    "The council has it as a signature. It stays without your account until the municipality"
    " deletes all signatures after the decision."
)

held = (
    Held(
        model="proposals.Proposal",
        title=_("Proposals you made"),
        by=("proposer",),
        shows=(
            *("municipality", "initiative", "title", "text", "language", "state"),
            *("actor_kind", "speaking_for", "drafted_at", "opened_at", "submitted_on"),
            *("answer", "reasons", "answered_on", "public_id"),
        ),
        leaves_out={"giver": ON_PAPER},
        stays={"title": GIVEN, "text": GIVEN},
    ),
    Held(
        model="proposals.Signature",
        title=_("Proposals you signed"),
        by=("person",),
        shows=(
            *("municipality", "proposal", "name", "address", "born_on", "signed_on"),
            *("validity", "has_died"),
        ),
        leaves_out={"key": A_KEY, "name_key": A_KEY, "subject": A_KEY},
        stays={
            "name": WITH_THE_COUNCIL,
            "address": WITH_THE_COUNCIL,
            "key": WITH_THE_COUNCIL,
            "name_key": WITH_THE_COUNCIL,
        },
    ),
    Held(
        model="proposals.Signature",
        title=_("Signatures you checked"),
        by=("checked_by",),
        shows=("municipality", "proposal", "validity", "checked_at"),
    ),
    Held(
        model="proposals.PaperList",
        title=_("Lists on paper you registered"),
        by=("entered_by",),
        shows=("municipality", "proposal", "name", "entered_at", "keep_until"),
        leaves_out={"scan": OF_ANOTHER},
    ),
    Held(
        model="proposals.Step",
        title=_("Steps of proposals that you took"),
        by=("by",),
        shows=("municipality", "proposal", "before", "after", "reason", "at"),
        stays={"reason": IN_OFFICE},
    ),
)


def signatures_of_old_cases(before: datetime) -> QuerySet[Signature]:
    """Signatures on proposals that were over before a moment; how many there were is kept."""
    return Signature.objects.filter(proposal__closed_at__lt=before)


def lists_of_old_cases(before: datetime) -> QuerySet[PaperList]:
    """Lists on paper of proposals that were over before a moment."""
    return PaperList.objects.filter(proposal__closed_at__lt=before)


def drafts_left(before: datetime) -> QuerySet[Proposal]:
    """Drafts that nobody has opened since a moment."""
    return Proposal.objects.filter(state=State.DRAFT, drafted_at__lt=before)


keeps = (
    Keeping(
        key="proposals.signatures",
        title=_("Signatures on proposals that are decided or over"),
        why=_(
            "To show that there were enough. The case and the counts are kept as the archive law"
            " asks (arkivlova, in Denmark arkivloven); the names do not need to be."
        ),
        days=90,
        least=21,
        most=730,
        rows=signatures_of_old_cases,
    ),
    Keeping(
        key="proposals.lists",
        title=_("Lists on paper, and their scans, of proposals that are decided or over"),
        why=_("They prove the signatures for as long as those are kept."),
        days=90,
        least=21,
        most=730,
        rows=lists_of_old_cases,
        ends=delete_list,
    ),
    Keeping(
        key="proposals.drafts",
        title=_("Drafts of proposals that nobody has opened"),
        why=_("Whoever wrote it has left it."),
        days=365,
        least=90,
        most=1095,
        rows=drafts_left,
    ),
)
